-- What was not taken in: events that ingestion refused, dead letters of every topic, and events whose id was taken. The same
-- again is the same row, counted. brand is '' where a dead letter does not tell whose it is.
-- event is what came, byte by byte: a poisonous value need not be text. repaired, where somebody corrected it, goes first.
-- topic, service, record_key and headers are the Kafka record's; empty for what came by HTTP. json, not jsonb: it is only read
-- back, and headers hold whatever a producer put there.
CREATE TABLE rejected (
    brand      text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    origin     text COLLATE "C" NOT NULL,
    state      text COLLATE "C" NOT NULL,
    reason     text COLLATE "C" NOT NULL,
    detail     text             NOT NULL,
    errors     json             NOT NULL,
    source     text COLLATE "C",
    event_id   text COLLATE "C",
    event      bytea,
    repaired   bytea,
    topic      text COLLATE "C",
    service    text COLLATE "C",
    record_key bytea,
    headers    json,
    first_at   timestamptz      NOT NULL,
    last_at    timestamptz      NOT NULL,
    times      bigint           NOT NULL,
    changed_by text,
    changed_at timestamptz,
    PRIMARY KEY (brand, id)
);

CREATE INDEX rejected_newest ON rejected (brand, state, last_at DESC, id DESC);
CREATE INDEX rejected_oldest ON rejected (last_at);
