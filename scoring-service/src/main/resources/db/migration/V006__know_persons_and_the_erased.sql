-- One person may be known by several identifiers. Each identifier keeps its own sums, so that un-merging is exact; person names
-- the identifier that stands for all of them, itself included, and is null where an identifier stands alone. told and band are
-- what was last told of the person, and are kept with the identifier that stands for them.
ALTER TABLE customer_score
    ADD COLUMN person text,
    ADD COLUMN told   double precision,
    ADD COLUMN band   text;
CREATE INDEX customer_score_person ON customer_score (brand, person) WHERE person IS NOT NULL;
CREATE INDEX customer_score_band ON customer_score (brand, band, customer) WHERE band IS NOT NULL;

UPDATE customer_score SET band = CASE
    WHEN weighted_value / weight < 40 THEN 'AT_RISK'
    WHEN weighted_value / weight < 60 THEN 'FRAGILE'
    WHEN weighted_value / weight >= 80 AND best_stated >= 90 THEN 'AMBASSADOR'
    ELSE 'CONTENT' END
WHERE n > 0;

-- Every merge and un-merge; of each identifier the last one holds. into_customer is null in an un-merge.
CREATE TABLE customer_link (
    brand         text        NOT NULL,
    source        text        NOT NULL,
    id            text        NOT NULL,
    customer      text        NOT NULL,
    into_customer text,
    occurred_at   timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    holds         boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (brand, source, id)
);
CREATE INDEX customer_link_from ON customer_link (brand, customer);
CREATE INDEX customer_link_into ON customer_link (brand, into_customer);

-- Who was erased: a pseudonym, and until when what was received of them is void.
CREATE TABLE erased_customer (
    pseudonym   uuid        PRIMARY KEY,
    brand       text        NOT NULL,
    received_at timestamptz NOT NULL
);
