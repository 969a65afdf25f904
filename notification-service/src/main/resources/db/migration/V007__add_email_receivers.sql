-- Receivers that are reached by e-mail have an address and a language, and neither URL nor secret. An instance of the version before
-- goes on with its webhooks; it cannot make a webhook of an e-mail receiver, because the check refuses what it would write.
ALTER TABLE receiver ADD COLUMN address text;
ALTER TABLE receiver ADD COLUMN language text;
ALTER TABLE receiver ALTER COLUMN url DROP NOT NULL;
ALTER TABLE receiver ALTER COLUMN secret DROP NOT NULL;
ALTER TABLE receiver ADD CONSTRAINT receiver_has_what_its_kind_needs CHECK (CASE kind
    WHEN 'EMAIL' THEN address IS NOT NULL AND language IS NOT NULL AND url IS NULL AND secret IS NULL
    ELSE url IS NOT NULL AND secret IS NOT NULL AND address IS NULL AND language IS NULL END);
