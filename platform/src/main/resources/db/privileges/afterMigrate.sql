-- Where one role migrates and another serves (RESSENTI_DB_APPLICATION), the second may use what the first has made and will make, and
-- can neither make, change nor drop anything. Where it is one role, it owns everything: nothing to do.
DO
$$
DECLARE
    application text := '${application}';
BEGIN
    IF application IN ('', current_user) THEN
        RETURN;
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), application);
    -- MAINTAIN is for VACUUM, and for locking tables.
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON ALL TABLES IN SCHEMA %I TO %I', current_schema(), application);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), application);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %I TO %I', current_schema(), application);
    -- What has been migrated, and when, is the owner's alone to say.
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, MAINTAIN ON flyway_schema_history FROM %I', application);
    -- In any schema: months of journeys are added while the service runs, and scores are made anew in a schema of their own.
    EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON TABLES TO %I', application);
    EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO %I', application);
    EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO %I', application);
END
$$;
