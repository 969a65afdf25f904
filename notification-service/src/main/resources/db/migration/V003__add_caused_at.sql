-- When the worst signal happened, in event time. Of alerts from before this column it is not known: their opening stands for it,
-- as it did until now.
ALTER TABLE alert ADD COLUMN caused_at timestamptz;
UPDATE alert SET caused_at = opened_at;
ALTER TABLE alert ALTER COLUMN caused_at SET NOT NULL;

UPDATE alert_change SET alert = alert || jsonb_build_object('causedAt', alert -> 'openedAt');
