-- The trace that a change is a part of (W3C traceparent), so that its deliveries are too. Null where nobody traces it.
ALTER TABLE alert_change ADD COLUMN trace text;
