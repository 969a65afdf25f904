-- The trace that an event is a part of (W3C traceparent), so that it goes on where the event is read. Null where nobody traces it.
ALTER TABLE outbox ADD COLUMN trace text;
