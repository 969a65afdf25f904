-- The catalogue's touchpoints, as cx.catalogue.v1 tells them. Removed ones stay: their revision keeps an old event from
-- bringing them back.
CREATE TABLE known_touchpoint (
    brand    text    NOT NULL,
    code     text    NOT NULL,
    stage    text    NOT NULL,
    revision bigint  NOT NULL,
    removed  boolean NOT NULL,
    PRIMARY KEY (brand, code)
);
