-- What a customer's signals add up to (forward decay; the landmark is fixed in the code). The row is locked first and written
-- afterwards, in one transaction: room is left on the page so that neither touches an index.
CREATE TABLE customer_score (
    brand          text             NOT NULL,
    customer       text             NOT NULL,
    n              bigint           NOT NULL DEFAULT 0,
    weight         double precision NOT NULL DEFAULT 0,
    weighted_value double precision NOT NULL DEFAULT 0,
    squared_weight double precision NOT NULL DEFAULT 0,
    peak_value     double precision,
    peak_at        timestamptz,
    peak_ordinal   integer,
    peak_id        uuid,
    last_value     double precision,
    last_at        timestamptz,
    last_ordinal   integer,
    last_id        uuid,
    best_stated    double precision,
    at_risk        boolean          NOT NULL DEFAULT false,
    PRIMARY KEY (brand, customer)
) WITH (fillfactor = 70);
