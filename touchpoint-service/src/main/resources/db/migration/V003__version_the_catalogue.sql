-- The partner who runs a touchpoint where an event names none.
ALTER TABLE touchpoint ADD COLUMN partner text COLLATE "C";

-- Who answers for a partner before the customer, and where the partner can be reached.
ALTER TABLE partner ADD COLUMN accountable_brand text;
ALTER TABLE partner ADD COLUMN email text;
ALTER TABLE partner ADD COLUMN phone text;

-- Every change of a touchpoint: who made it, when, and the whole definition that stood after it.
-- changed_by is null where nobody recorded it: for what was there before this table.
CREATE TABLE touchpoint_revision (
    brand      text COLLATE "C" NOT NULL,
    code       text COLLATE "C" NOT NULL,
    revision   bigint           NOT NULL,
    removed    boolean          NOT NULL,
    changed_at timestamptz      NOT NULL,
    changed_by text,
    definition jsonb            NOT NULL,
    PRIMARY KEY (brand, code, revision)
);

INSERT INTO touchpoint_revision (brand, code, revision, removed, changed_at, definition)
SELECT brand, code, revision, removed, changed_at,
       jsonb_build_object(
           'code', code, 'stage', stage, 'names', names, 'channels', to_jsonb(channels),
           'promises', promises -> 'made', 'owner', owner)
FROM touchpoint;
