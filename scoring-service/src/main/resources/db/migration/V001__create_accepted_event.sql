-- Which events have counted: an event that comes again, by whatever path, changes nothing.
CREATE TABLE accepted_event (
    brand       text        NOT NULL,
    kind        text        NOT NULL,
    source      text        NOT NULL,
    id          text        NOT NULL,
    accepted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (brand, kind, source, id)
);
