-- Sums by the hour of event time (UTC), the finest that are kept; everything published adds them up. A Kafka partition has
-- sums of its own, so that instances never wait for each other's rows. The brand's own touchpoints have partner ''.
CREATE TABLE metric_sum (
    brand           text             NOT NULL,
    series          text             NOT NULL,
    hour            timestamptz      NOT NULL,
    touchpoint      text             NOT NULL,
    stage           text             NOT NULL,
    channel         text             NOT NULL,
    partner         text             NOT NULL,
    kafka_partition integer          NOT NULL,
    n               bigint           NOT NULL,
    sum             double precision NOT NULL,
    squares         double precision NOT NULL,
    favourable      bigint           NOT NULL,
    unfavourable    bigint           NOT NULL,
    PRIMARY KEY (brand, series, hour, touchpoint, stage, channel, partner, kafka_partition)
) WITH (fillfactor = 80);
