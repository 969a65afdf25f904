-- An answer that is amended keeps its row, which holds what stands; what stood before goes to feedback_revision.
-- received_at stays when it first came in; amended_at is when what stands now came in, null where nothing was amended.
ALTER TABLE feedback ADD COLUMN revision integer NOT NULL DEFAULT 0;
ALTER TABLE feedback ADD COLUMN amended_at timestamptz;

CREATE TABLE feedback_revision (
    brand       text        NOT NULL,
    source      text        NOT NULL,
    id          text        NOT NULL,
    revision    integer     NOT NULL,
    channel     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    answers     jsonb       NOT NULL,
    comment     text,
    language    text,
    PRIMARY KEY (brand, source, id, revision),
    FOREIGN KEY (brand, source, id) REFERENCES feedback ON DELETE CASCADE
);

-- Who was erased, by a hash of the identifier: nothing that was received up to erased_at comes back.
CREATE TABLE erased_customer (
    brand     text COLLATE "C" NOT NULL,
    customer  uuid             NOT NULL,
    erased_at timestamptz      NOT NULL,
    PRIMARY KEY (brand, customer)
);
