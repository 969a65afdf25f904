-- All but the id is the same in most keys: where the id comes first, one comparison tells two of them apart, and not four.
ALTER TABLE accepted_event
    DROP CONSTRAINT accepted_event_pkey,
    ADD PRIMARY KEY (id, source, kind, brand);
