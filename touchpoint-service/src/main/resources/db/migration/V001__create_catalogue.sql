-- The journey catalogue of each brand. A removed touchpoint stays as a row, so that its revision keeps growing when it returns.
-- COLLATE "C": codes are compared byte by byte, as cursors need it.
CREATE TABLE touchpoint (
    brand      text COLLATE "C" NOT NULL,
    code       text COLLATE "C" NOT NULL,
    revision   bigint           NOT NULL,
    removed    boolean          NOT NULL,
    stage      text             NOT NULL,
    owner      text             NOT NULL,
    names      jsonb            NOT NULL,
    channels   text[]           NOT NULL,
    promises   jsonb            NOT NULL,
    changed_at timestamptz      NOT NULL,
    PRIMARY KEY (brand, code)
);

CREATE TABLE channel (
    brand  text COLLATE "C" NOT NULL,
    code   text COLLATE "C" NOT NULL,
    names  jsonb            NOT NULL,
    online boolean          NOT NULL,
    PRIMARY KEY (brand, code)
);

-- Partners come by the thousand: those that an event names are added by themselves, without a name of their own.
CREATE TABLE partner (
    brand   text COLLATE "C" NOT NULL,
    code    text COLLATE "C" NOT NULL,
    name    text,
    contact text,
    PRIMARY KEY (brand, code)
);
