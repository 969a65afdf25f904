-- Timelines by month of event time, the ids of the last weeks in a table of their own, and a summary of each journey.
-- COLLATE "C" throughout: keys are compared byte by byte, as cursors need it.

ALTER TABLE journey_entry RENAME TO journey_entry_of_v002;
ALTER TABLE journey_entry_of_v002 RENAME CONSTRAINT journey_entry_pkey TO journey_entry_of_v002_pkey;
DROP INDEX journey_entry_by_customer;

-- A line of a timeline. entry is the event as it stood on its topic; text, because nothing looks into it here: jsonb would parse
-- it for nothing. The other columns are what a line is found, sorted and counted by.
CREATE TABLE journey_entry (
    brand           text COLLATE "C" NOT NULL,
    customer        text COLLATE "C" NOT NULL,
    occurred_at     timestamptz      NOT NULL,
    kind            text COLLATE "C" NOT NULL,
    source          text COLLATE "C" NOT NULL,
    id              text COLLATE "C" NOT NULL,
    journey_id      text COLLATE "C",
    failed          boolean          NOT NULL,
    broken_promises integer          NOT NULL,
    entry           text             NOT NULL,
    PRIMARY KEY (brand, customer, occurred_at, kind, source, id)
) PARTITION BY RANGE (occurred_at);

CREATE INDEX journey_entry_by_journey ON journey_entry (brand, journey_id, occurred_at) WHERE journey_id IS NOT NULL;

-- No default partition: rows in it would have to be looked through whenever a month is added.
CREATE TABLE journey_entry_before_2000 PARTITION OF journey_entry FOR VALUES FROM (MINVALUE) TO ('2000-01-01 00:00:00+00');

-- What makes an event count once: the first with these keys stands. fingerprint is a digest of what the client said; null for
-- what was stored before there were fingerprints. Rows go after some weeks, by seen_at.
CREATE TABLE seen_event (
    brand       text COLLATE "C" NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    source      text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    fingerprint uuid,
    seen_at     timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (brand, kind, source, id)
);

CREATE INDEX seen_event_by_age ON seen_event USING brin (seen_at) WITH (autosummarize = on);

-- The sums of a journey's lines, for each customer in it (mostly one). Most updates change no indexed column: room for them.
CREATE TABLE journey (
    brand           text COLLATE "C" NOT NULL,
    journey_id      text COLLATE "C" NOT NULL,
    customer        text COLLATE "C" NOT NULL,
    first_at        timestamptz      NOT NULL,
    last_at         timestamptz      NOT NULL,
    touchpoints     integer          NOT NULL,
    feedback        integer          NOT NULL,
    failures        integer          NOT NULL,
    broken_promises integer          NOT NULL,
    PRIMARY KEY (brand, journey_id, customer)
) WITH (fillfactor = 80);

CREATE INDEX journey_by_customer ON journey (brand, customer, first_at, journey_id);
CREATE INDEX journey_by_age ON journey USING brin (first_at) WITH (autosummarize = on);

-- How long a brand keeps its timelines; days null: for ever. A brand without a row has the service's default.
CREATE TABLE journey_retention (
    brand text COLLATE "C" PRIMARY KEY,
    days  integer CHECK (days > 0)
);

-- Adds the months that are missing. Instances may call it at once; readers and writers are not kept waiting (a table that is
-- attached needs a weaker lock than one that is created as a partition). It runs with its owner's rights: the service's role
-- need not be allowed to create tables.
CREATE FUNCTION add_journey_months(months date[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER AS
$$
DECLARE
    month     date;
    partition text;
BEGIN
    FOREACH month IN ARRAY months LOOP
        partition := 'journey_entry_' || to_char(month, 'YYYY_MM');
        CONTINUE WHEN month < DATE '2000-01-01' OR to_regclass(partition) IS NOT NULL;
        IF month > now() + INTERVAL '1 year' THEN
            RAISE datetime_field_overflow USING MESSAGE = 'an event lies more than a year ahead';
        END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended('journey_entry', 0));
        CONTINUE WHEN to_regclass(partition) IS NOT NULL;
        EXECUTE format('CREATE TABLE %I (LIKE journey_entry INCLUDING DEFAULTS)', partition);
        EXECUTE format('ALTER TABLE journey_entry ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition,
                       date_trunc('month', month)::date || ' 00:00:00+00',
                       (date_trunc('month', month) + INTERVAL '1 month')::date || ' 00:00:00+00');
    END LOOP;
END
$$;

-- Drops one month in which nobody keeps anything any more; false where there is none. One a call: dropping locks out readers, so
-- the transaction must end right after it.
-- otherwise: the time from which a brand keeps its lines that says nothing itself; '-infinity' for ever.
-- A month's writers wait while it is looked through. Whoever holds a lock that is needed here goes first: we come again.
CREATE FUNCTION drop_journey_month(otherwise timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET lock_timeout = '500ms' AS
$$
DECLARE
    partition regclass;
    kept      boolean;
BEGIN
    FOR partition IN
        SELECT inhrelid::regclass FROM pg_inherits
        WHERE inhparent = 'journey_entry'::regclass
          AND inhrelid::regclass::text ~ '^journey_entry_\d{4}_\d{2}$'
          AND to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') < now() - INTERVAL '3 months'
    LOOP
        EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', partition);
        EXECUTE format('SELECT EXISTS (SELECT FROM %s LEFT JOIN journey_retention AS own USING (brand)
                        WHERE occurred_at >= CASE WHEN own.brand IS NULL THEN $1
                              ELSE coalesce(now() - make_interval(days => own.days), ''-infinity'') END)', partition)
            INTO kept USING otherwise;
        IF NOT kept THEN
            EXECUTE format('DROP TABLE %s', partition);
            RETURN true;
        END IF;
    END LOOP;
    RETURN false;
END
$$;

REVOKE ALL ON FUNCTION add_journey_months(date[]), drop_journey_month(timestamptz) FROM PUBLIC;

-- What runs with its owner's rights must not be led elsewhere by its caller's search_path.
DO
$$
BEGIN
    EXECUTE format('ALTER FUNCTION add_journey_months(date[]) SET search_path = %I, pg_temp', current_schema());
    EXECUTE format('ALTER FUNCTION drop_journey_month(timestamptz) SET search_path = %I, pg_temp', current_schema());
END
$$;

-- What is there already moves over.
SELECT add_journey_months(array_agg(DISTINCT date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date))
FROM journey_entry_of_v002 HAVING count(*) > 0;

INSERT INTO journey_entry
SELECT brand, customer, occurred_at, kind, source, id, journey_id,
       coalesce(entry ->> 'outcome' = 'FAILURE', false),
       jsonb_array_length(jsonb_path_query_array(entry, '$.promises[*] ? (@.value > @.limit)')),
       entry::text
FROM journey_entry_of_v002;

INSERT INTO seen_event (brand, kind, source, id)
SELECT brand, kind, source, id FROM journey_entry_of_v002;

INSERT INTO journey
SELECT brand, journey_id, customer, min(occurred_at), max(occurred_at),
       count(*) FILTER (WHERE kind = 'TOUCHPOINT'), count(*) FILTER (WHERE kind = 'FEEDBACK'),
       count(*) FILTER (WHERE failed), sum(broken_promises)
FROM journey_entry WHERE journey_id IS NOT NULL
GROUP BY brand, journey_id, customer;

DROP TABLE journey_entry_of_v002;
