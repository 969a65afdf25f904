-- Dissatisfaction events that have been taken in. A replayed one changes nothing, even after its alert was resolved.
CREATE TABLE inbox (
    brand    text        NOT NULL,
    source   text        NOT NULL,
    event_id text        NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (brand, source, event_id)
);

CREATE TABLE alert (
    brand        text             NOT NULL,
    id           text             NOT NULL,
    rule         text             NOT NULL,
    customer     text             NOT NULL,
    journey_id   text,
    touchpoint   text             NOT NULL,
    stage        text             NOT NULL,
    channel      text,
    partner      text,
    state        text             NOT NULL,
    severity     text             NOT NULL,
    urgency      smallint         NOT NULL
        GENERATED ALWAYS AS (CASE severity WHEN 'CRITICAL' THEN 2 WHEN 'HIGH' THEN 1 ELSE 0 END) STORED,
    assignee     text,
    signals      integer          NOT NULL,
    value        double precision NOT NULL,
    emotion      text,
    cause        jsonb,
    score_before double precision,
    score_after  double precision NOT NULL,
    revision     bigint           NOT NULL,
    opened_at    timestamptz      NOT NULL,
    updated_at   timestamptz      NOT NULL,
    PRIMARY KEY (brand, id)
);

-- One alert per rule and subject (a customer's journey, or the customer) until it is resolved.
CREATE UNIQUE INDEX alert_unresolved ON alert (brand, rule, customer, coalesce(journey_id, ''))
    WHERE state <> 'RESOLVED';

-- The inbox of a lead: what is unresolved, most urgent first.
CREATE INDEX alert_inbox ON alert (brand, urgency DESC, opened_at DESC, id DESC) WHERE state <> 'RESOLVED';
CREATE INDEX alert_all ON alert (brand, urgency DESC, opened_at DESC, id DESC);

-- The last number given to a change of a brand. Its row is locked until the change is committed, so that numbers have no gaps
-- and become visible in their order: whoever has read up to n has missed nothing below n.
CREATE TABLE alert_sequence (
    brand text   PRIMARY KEY,
    last  bigint NOT NULL
);

CREATE TABLE alert_change (
    brand       text        NOT NULL,
    seq         bigint      NOT NULL,
    alert_id    text        NOT NULL,
    revision    bigint      NOT NULL,
    change      text        NOT NULL,
    at          timestamptz NOT NULL,
    by_whom     text,
    note        text,
    root_cause  text,
    received_at timestamptz,
    -- The alert as it stood after the change, as the API shows it.
    alert       jsonb       NOT NULL,
    PRIMARY KEY (brand, seq),
    UNIQUE (brand, alert_id, revision)
);
