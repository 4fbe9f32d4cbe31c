-- The ledger of an article place by place, with all that what lay there on a past day is added up from: neither a report
-- nor a page reads the movements themselves for it.
CREATE INDEX movement_place ON movement (variant_id, warehouse, expiry, lot, at, quantity, value);
