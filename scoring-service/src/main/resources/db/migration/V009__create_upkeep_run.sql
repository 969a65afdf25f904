-- What the platform team had done to the scores: verifications and rebuilds. One runs at a time; who runs holds an advisory
-- lock, so that a run whose instance died is told from one that goes on.
CREATE TABLE upkeep_run (
    id           uuid        PRIMARY KEY,
    task         text        NOT NULL,
    state        text        NOT NULL,
    requested_by text        NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT now(),
    ended_at     timestamptz,
    step         text,
    report       jsonb
);
