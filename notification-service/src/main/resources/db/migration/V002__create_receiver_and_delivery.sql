CREATE TABLE receiver (
    brand        text        NOT NULL,
    name         text        NOT NULL,
    kind         text        NOT NULL,
    url          text        NOT NULL,
    secret       text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    -- Until then an instance works on this receiver's queue; no other touches it.
    leased_until timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (brand, name)
);

-- One queue per receiver: what it has to be told, in the order of the changes.
CREATE TABLE delivery (
    brand           text        NOT NULL,
    receiver        text        NOT NULL,
    seq             bigint      NOT NULL,
    state           text        NOT NULL DEFAULT 'PENDING',
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    last_error      text,
    PRIMARY KEY (brand, receiver, seq),
    FOREIGN KEY (brand, receiver) REFERENCES receiver ON DELETE CASCADE
);

CREATE INDEX delivery_pending ON delivery (brand, receiver, seq) WHERE state = 'PENDING';
