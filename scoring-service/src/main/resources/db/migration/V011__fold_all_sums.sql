-- In the order in which batches take them that the version before counts meanwhile.
LOCK TABLE customer_score, accepted_event, signal IN ACCESS EXCLUSIVE MODE;

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

-- One at a time folds: sums need no rows for each Kafka partition any more. What has counted so far is added up here, so that whoever
-- looks for drops never sees a part of it.
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

INSERT INTO metric_sum
SELECT brand, of, date_trunc('hour', occurred_at, 'UTC'), touchpoint, stage, channel, coalesce(partner, ''), count(*), sum(x),
    sum(x * x), count(*) FILTER (WHERE good), count(*) FILTER (WHERE bad)
FROM signal, LATERAL (VALUES
    (series, value, false, dissatisfied),
    (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)
WHERE of IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7;

INSERT INTO metric_rollup
SELECT brand, dimensions, span, series, date_trunc(span, hour, 'UTC'), CASE WHEN by_touchpoint THEN touchpoint ELSE '' END,
    CASE WHEN by_stage THEN stage ELSE '' END, CASE WHEN by_channel THEN channel ELSE '' END,
    CASE WHEN by_partner THEN partner ELSE '' END, sum(n), sum(sum), sum(squares), sum(favourable), sum(unfavourable)
FROM metric_sum
    CROSS JOIN (VALUES
        ('STAGE_CHANNEL', false, true, true, false),
        ('TOUCHPOINT', true, true, false, false),
        ('CHANNEL_PARTNER', false, false, true, true),
        ('STAGE_PARTNER', false, true, false, true),
        ('TOUCHPOINT_CHANNEL', true, true, true, false),
        ('TOUCHPOINT_PARTNER', true, true, false, true))
        AS rollup (dimensions, by_touchpoint, by_stage, by_channel, by_partner)
    CROSS JOIN (VALUES ('DAY'), ('MONTH')) AS spans (span)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;

INSERT INTO five_minute_sum
SELECT brand, touchpoint, date_bin('5 minutes', occurred_at, 'epoch'), channel, coalesce(partner, ''), count(*),
    count(*) FILTER (WHERE dissatisfied)
FROM signal
GROUP BY 1, 2, 3, 4, 5;
