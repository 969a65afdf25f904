-- Events wait here, in the transaction that caused them, until Kafka has them.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    event_id   text        NOT NULL,
    type       text        NOT NULL,
    source     text        NOT NULL,
    brand      text        NOT NULL,
    time       timestamptz NOT NULL,
    payload    text,
    created_at timestamptz NOT NULL DEFAULT now()
);
