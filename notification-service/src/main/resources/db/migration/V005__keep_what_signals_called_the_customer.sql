-- What a signal's event called the customer, where that is another identifier of the person whom the alert is about: they may be
-- told apart and erased later. Null for what was stored before this column.
ALTER TABLE alert_change ADD COLUMN identifier text;
CREATE INDEX alert_change_identifier ON alert_change (brand, identifier) WHERE identifier IS NOT NULL;
