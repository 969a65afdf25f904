-- Which signals count from now on (sign 1), or no longer (sign -1), and are not in any sum yet: written in the same transaction as
-- the signals, without an index, and folded into all sums by whoever comes by. Reading adds up both, so that nothing is ever
-- missing or counted twice. A signal that counts no longer has a greater id than the same signal that began to count.
CREATE TABLE signal_change (
    id            bigint           GENERATED ALWAYS AS IDENTITY,
    sign          smallint         NOT NULL,
    brand         text             NOT NULL,
    occurred_at   timestamptz      NOT NULL,
    touchpoint    text             NOT NULL,
    stage         text             NOT NULL,
    channel       text             NOT NULL,
    partner       text,
    value         double precision NOT NULL,
    dissatisfied  boolean          NOT NULL,
    series        text             NOT NULL,
    rating_series text,
    rating        integer,
    favourable    boolean          NOT NULL,
    unfavourable  boolean          NOT NULL
);

-- One at a time folds: sums need no rows for each Kafka partition any more. What has counted so far is folded anew.
DROP TABLE metric_change;
TRUNCATE metric_rollup;
DROP TABLE metric_sum;
DROP TABLE five_minute_sum;
ALTER TABLE signal DROP COLUMN kafka_partition;

-- Sums by the hour of event time (UTC). The brand's own touchpoints have partner ''.
CREATE TABLE metric_sum (
    brand        text             NOT NULL,
    series       text             NOT NULL,
    hour         timestamptz      NOT NULL,
    touchpoint   text             NOT NULL,
    stage        text             NOT NULL,
    channel      text             NOT NULL,
    partner      text             NOT NULL,
    n            bigint           NOT NULL,
    sum          double precision NOT NULL,
    squares      double precision NOT NULL,
    favourable   bigint           NOT NULL,
    unfavourable bigint           NOT NULL,
    PRIMARY KEY (brand, series, hour, touchpoint, stage, channel, partner)
) WITH (fillfactor = 80);

-- Signals of five minutes of event time, the finest in which drops are looked for.
CREATE TABLE five_minute_sum (
    brand        text        NOT NULL,
    touchpoint   text        NOT NULL,
    bucket       timestamptz NOT NULL,
    channel      text        NOT NULL,
    partner      text        NOT NULL,
    n            bigint      NOT NULL,
    dissatisfied bigint      NOT NULL,
    PRIMARY KEY (brand, touchpoint, bucket, channel, partner)
) WITH (fillfactor = 80);

INSERT INTO signal_change (sign, brand, occurred_at, touchpoint, stage, channel, partner, value, dissatisfied, series,
    rating_series, rating, favourable, unfavourable)
SELECT 1, brand, occurred_at, touchpoint, stage, channel, partner, value, dissatisfied, series, rating_series, rating,
    favourable, unfavourable
FROM signal;
