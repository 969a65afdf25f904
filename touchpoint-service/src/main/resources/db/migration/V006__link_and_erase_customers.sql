-- Merges and un-merges of identifiers, all of them: by an erasure the last may become void, and the one before it holds again.
-- Of one identifier the last in the order of the index holds; into_customer is null where that un-merged it.
CREATE TABLE customer_link (
    brand         text COLLATE "C" NOT NULL,
    source        text COLLATE "C" NOT NULL,
    event_id      text COLLATE "C" NOT NULL,
    customer      text COLLATE "C" NOT NULL,
    into_customer text COLLATE "C",
    occurred_at   timestamptz      NOT NULL,
    received_at   timestamptz      NOT NULL,
    PRIMARY KEY (brand, source, event_id)
);

CREATE INDEX customer_link_from ON customer_link (brand, customer, occurred_at, received_at, event_id, source);
CREATE INDEX customer_link_into ON customer_link (brand, into_customer) WHERE into_customer IS NOT NULL;

-- Who was erased, by a hash of the identifier: nothing that was received up to erased_at comes back.
CREATE TABLE erased_customer (
    brand     text COLLATE "C" NOT NULL,
    customer  uuid             NOT NULL,
    erased_at timestamptz      NOT NULL,
    PRIMARY KEY (brand, customer)
);

-- When we received a line's event: null for what was stored before this column, hence before any erasure.
ALTER TABLE journey_entry ADD COLUMN received_at timestamptz;

-- An amended answer comes again under its id, with a higher revision.
ALTER TABLE seen_event ADD COLUMN revision integer NOT NULL DEFAULT 0;

-- Whom a rejected event is about, by hashes of their identifiers: nobody looks for them but an erasure.
ALTER TABLE rejected ADD COLUMN customers uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX rejected_customers ON rejected USING gin (customers);
