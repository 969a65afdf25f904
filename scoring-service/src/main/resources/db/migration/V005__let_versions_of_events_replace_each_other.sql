-- Of one event the best version counts, whenever it arrives; what it replaces has to be found again. customer and occurred_at say
-- where its signals stand, and are null where it has none.
ALTER TABLE accepted_event
    DROP COLUMN accepted_at,
    ADD COLUMN revision    integer     NOT NULL DEFAULT 0,
    ADD COLUMN received_at timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN fingerprint bigint      NOT NULL DEFAULT 0,
    ADD COLUMN customer    text,
    ADD COLUMN occurred_at timestamptz;
-- What counted before was the first that came: nothing that is sent again is better.
ALTER TABLE accepted_event
    ALTER COLUMN revision DROP DEFAULT,
    ALTER COLUMN received_at DROP DEFAULT,
    ALTER COLUMN fingerprint DROP DEFAULT;

UPDATE accepted_event AS event SET customer = signal.customer, occurred_at = signal.occurred_at
FROM signal
WHERE signal.brand = event.brand AND signal.event_kind = event.kind AND signal.event_source = event.source
    AND signal.event_id = event.id;

-- A signal leaves the sums that it went into. The sums of what was there are added up anew under partition 0.
ALTER TABLE signal ADD COLUMN kafka_partition integer NOT NULL DEFAULT 0;
ALTER TABLE signal ALTER COLUMN kafka_partition DROP DEFAULT;

CREATE TEMPORARY TABLE summed ON COMMIT DROP AS
SELECT brand, series, hour, touchpoint, stage, channel, partner, sum(n) AS n, sum(sum) AS sum, sum(squares) AS squares,
    sum(favourable) AS favourable, sum(unfavourable) AS unfavourable
FROM metric_sum
GROUP BY brand, series, hour, touchpoint, stage, channel, partner;
TRUNCATE metric_sum;
INSERT INTO metric_sum (brand, series, hour, touchpoint, stage, channel, partner, kafka_partition, n, sum, squares,
    favourable, unfavourable)
SELECT brand, series, hour, touchpoint, stage, channel, partner, 0, n, sum, squares, favourable, unfavourable FROM summed;
