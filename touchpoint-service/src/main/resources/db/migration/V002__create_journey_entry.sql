-- What a customer lived, in event time. The primary key makes a fact that comes again count once.
-- entry is the line of the timeline as it is shown; the other columns are what it is found and sorted by.
CREATE TABLE journey_entry (
    brand       text COLLATE "C" NOT NULL,
    source      text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    customer    text COLLATE "C" NOT NULL,
    journey_id  text COLLATE "C",
    occurred_at timestamptz      NOT NULL,
    entry       jsonb            NOT NULL,
    PRIMARY KEY (brand, source, id, kind)
);

CREATE INDEX journey_entry_by_customer ON journey_entry (brand, customer, occurred_at, kind, source, id);
