-- What has been added to metric_sum, or taken away, and is not in metric_rollup yet: written in the same transaction, without
-- an index, and folded into it by whoever comes by. Reading adds up both, so that nothing is ever missing or counted twice.
CREATE TABLE metric_change (
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
    unfavourable bigint           NOT NULL
);

-- Sums by day and by month (UTC) for each pair of dimensions, over all Kafka partitions: what long windows are read from. A
-- dimension that is not one of the row's pair is ''; so is the partner of the brand's own touchpoints.
CREATE TABLE metric_rollup (
    brand        text             NOT NULL,
    dimensions   text             NOT NULL,
    span         text             NOT NULL,
    series       text             NOT NULL,
    start        timestamptz      NOT NULL,
    touchpoint   text             NOT NULL,
    stage        text             NOT NULL,
    channel      text             NOT NULL,
    partner      text             NOT NULL,
    n            bigint           NOT NULL,
    sum          double precision NOT NULL,
    squares      double precision NOT NULL,
    favourable   bigint           NOT NULL,
    unfavourable bigint           NOT NULL,
    PRIMARY KEY (brand, dimensions, span, series, start, touchpoint, stage, channel, partner)
) WITH (fillfactor = 80);

-- What has counted so far.
INSERT INTO metric_change
SELECT brand, series, date_trunc('day', hour, 'UTC'), touchpoint, stage, channel, partner, sum(n), sum(sum), sum(squares),
    sum(favourable), sum(unfavourable)
FROM metric_sum
GROUP BY 1, 2, 3, 4, 5, 6, 7;
