-- Two instances may find at once that a month is missing, or that nobody keeps one any more. The second waits for the first, and
-- must then see what the first left. to_regclass() answers from the session's cache, which waiting for an advisory lock does not
-- refresh; a query of the catalogue sees what is committed.

-- As in V004, but for the second look.
CREATE OR REPLACE FUNCTION add_journey_months(months date[]) RETURNS void
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
        CONTINUE WHEN EXISTS (
            SELECT FROM pg_class WHERE relname = partition AND relnamespace = current_schema()::regnamespace);
        EXECUTE format('CREATE TABLE %I (LIKE journey_entry INCLUDING DEFAULTS)', partition);
        EXECUTE format('ALTER TABLE journey_entry ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition,
                       date_trunc('month', month)::date || ' 00:00:00+00',
                       (date_trunc('month', month) + INTERVAL '1 month')::date || ' 00:00:00+00');
    END LOOP;
END
$$;

-- As in V004, but that one drops at a time: who had listed a month that another drops would find it gone, and fail. The lock is
-- not the one for adding: that need not wait while a month is looked through.
CREATE OR REPLACE FUNCTION drop_journey_month(otherwise timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET lock_timeout = '500ms' AS
$$
DECLARE
    partition regclass;
    kept      boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('journey_entry drop', 0));
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

-- Replacing a function keeps its owner and who may call it, but not its search_path.
DO
$$
BEGIN
    EXECUTE format('ALTER FUNCTION add_journey_months(date[]) SET search_path = %I, pg_temp', current_schema());
    EXECUTE format('ALTER FUNCTION drop_journey_month(timestamptz) SET search_path = %I, pg_temp', current_schema());
END
$$;
