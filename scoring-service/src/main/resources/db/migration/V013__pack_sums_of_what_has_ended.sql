-- Sums of days and months that have ended, side by side: the days of a month in one row, and the months of a year. A year of days is read from
-- twelve rows instead of 365. What is counted late stands in metric_rollup until it is packed too, and may be less than nothing
-- there: reading adds up both.
CREATE TABLE metric_series (
    brand        text               NOT NULL,
    dimensions   text               NOT NULL,
    span         text               NOT NULL,
    series       text               NOT NULL,
    period       timestamptz        NOT NULL,
    touchpoint   text               NOT NULL,
    stage        text               NOT NULL,
    channel      text               NOT NULL,
    partner      text               NOT NULL,
    starts       timestamptz[]      NOT NULL,
    n            bigint[]           NOT NULL,
    sum          double precision[] NOT NULL,
    squares      double precision[] NOT NULL,
    favourable   bigint[]           NOT NULL,
    unfavourable bigint[]           NOT NULL,
    PRIMARY KEY (brand, dimensions, span, series, period, touchpoint, stage, channel, partner)
);
