-- A merge or un-merge that an erasure made void names nobody any more. It is kept, so that another that claims to be the same
-- does not take its place, whichever comes first.
ALTER TABLE customer_link ALTER COLUMN customer DROP NOT NULL;
