-- Signals of five minutes of event time, the finest in which drops are looked for. A Kafka partition has rows of its own, so that
-- instances never wait for each other's. The brand's own touchpoints have partner ''.
CREATE TABLE five_minute_sum (
    brand           text        NOT NULL,
    touchpoint      text        NOT NULL,
    bucket          timestamptz NOT NULL,
    channel         text        NOT NULL,
    partner         text        NOT NULL,
    kafka_partition integer     NOT NULL,
    n               bigint      NOT NULL,
    dissatisfied    bigint      NOT NULL,
    PRIMARY KEY (brand, touchpoint, bucket, channel, partner, kafka_partition)
) WITH (fillfactor = 80);

-- Which buckets have changed since a touchpoint was last evaluated; written together with the sums, and only ever added to, so
-- that counting and evaluating never wait for each other. Of the buckets of one batch the first and the last stand here.
CREATE TABLE five_minute_change (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    brand      text        NOT NULL,
    touchpoint text        NOT NULL,
    bucket     timestamptz NOT NULL
);

CREATE INDEX five_minute_change_by_touchpoint ON five_minute_change (brand, touchpoint, bucket);

-- How far a touchpoint has been evaluated.
CREATE TABLE drop_progress (
    brand        text        NOT NULL,
    touchpoint   text        NOT NULL,
    evaluated_to timestamptz NOT NULL,
    PRIMARY KEY (brand, touchpoint)
);

-- Where the watch over a series stood after the last bucket of a day, so that a late event takes it up from there. The whole
-- touchpoint has channel '' and partner '', a channel partner '', a partner channel ''.
CREATE TABLE drop_watch (
    brand      text NOT NULL,
    touchpoint text NOT NULL,
    channel    text NOT NULL,
    partner    text NOT NULL,
    day        date NOT NULL,
    state      text NOT NULL,
    PRIMARY KEY (brand, touchpoint, channel, partner, day)
);

-- The drops that there are; a late event may change them.
CREATE TABLE drop_found (
    brand               text        NOT NULL,
    touchpoint          text        NOT NULL,
    channel             text        NOT NULL,
    partner             text        NOT NULL,
    detected_at         timestamptz NOT NULL,
    since               timestamptz NOT NULL,
    before_n            bigint      NOT NULL,
    before_dissatisfied bigint      NOT NULL,
    after_n             bigint      NOT NULL,
    after_dissatisfied  bigint      NOT NULL,
    state               text        NOT NULL,
    ended_since         timestamptz,
    ended_at            timestamptz,
    ended_n             bigint,
    ended_dissatisfied  bigint,
    PRIMARY KEY (brand, touchpoint, channel, partner, detected_at)
);

CREATE INDEX drop_found_by_time ON drop_found (brand, detected_at, touchpoint, channel, partner);

-- The drops that the world has been told of, and not of their end.
CREATE TABLE drop_told (
    brand               text        NOT NULL,
    touchpoint          text        NOT NULL,
    channel             text        NOT NULL,
    partner             text        NOT NULL,
    event_id            text        NOT NULL,
    since               timestamptz NOT NULL,
    before_n            bigint      NOT NULL,
    before_dissatisfied bigint      NOT NULL,
    after_n             bigint      NOT NULL,
    after_dissatisfied  bigint      NOT NULL,
    PRIMARY KEY (brand, touchpoint, channel, partner)
);

-- What has counted so far.
INSERT INTO five_minute_sum
SELECT brand, touchpoint, date_bin('5 minutes', occurred_at, 'epoch'), channel, coalesce(partner, ''), kafka_partition,
    count(*), count(*) FILTER (WHERE dissatisfied)
FROM signal
GROUP BY 1, 2, 3, 4, 5, 6;

INSERT INTO five_minute_change (brand, touchpoint, bucket)
SELECT brand, touchpoint, min(bucket) FROM five_minute_sum GROUP BY brand, touchpoint;
