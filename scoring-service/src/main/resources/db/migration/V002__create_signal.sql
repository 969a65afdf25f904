-- Every signal that has counted. Metrics read it for the ragged ends of a window, customers' scores for their history.
CREATE TABLE signal (
    brand         text             NOT NULL,
    customer      text             NOT NULL,
    occurred_at   timestamptz      NOT NULL,
    ordinal       integer          NOT NULL,
    id            uuid             NOT NULL,
    event_kind    text             NOT NULL,
    event_source  text             NOT NULL,
    event_id      text             NOT NULL,
    journey_id    text,
    touchpoint    text             NOT NULL,
    stage         text             NOT NULL,
    channel       text             NOT NULL,
    partner       text,
    received_at   timestamptz      NOT NULL,
    kind          text             NOT NULL,
    value         double precision NOT NULL,
    emotion       text,
    dissatisfied  boolean          NOT NULL,
    weight        double precision NOT NULL,
    series        text             NOT NULL,
    rating_series text,
    rating        integer,
    favourable    boolean          NOT NULL,
    unfavourable  boolean          NOT NULL,
    PRIMARY KEY (brand, customer, occurred_at, ordinal, id)
);

CREATE INDEX signal_by_time ON signal (brand, occurred_at);
