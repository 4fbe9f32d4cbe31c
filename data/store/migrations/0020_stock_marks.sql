-- What lists of stock are found by, beside what they are sorted by, so that none of them judges the whole catalogue to
-- show a page. Kept with every change of stock, of products and of thresholds; see stock_marks.go. The indexes hold all that
-- a page without words asks, so that rows that aren't shown aren't read.
ALTER TABLE search ADD COLUMN due INTEGER NOT NULL DEFAULT 0;  -- by its lines there is 1 too little, 2 too much, 3 both
ALTER TABLE search ADD COLUMN pace INTEGER;                    -- percent of the usual sales at which more has to be bought; NULL: at none
ALTER TABLE search ADD COLUMN idle_from TEXT NOT NULL DEFAULT ''; -- more lies there than sells: since this day long enough to say so
CREATE INDEX search_due ON search (kind, key, code, archived, due, record) WHERE due > 0;
CREATE INDEX search_over ON search (kind, key, code, archived, due, record) WHERE due >= 2;
CREATE INDEX search_pace ON search (kind, key, code, archived, pace, record) WHERE pace <= 300;
CREATE INDEX search_idle ON search (kind, key, code, archived, idle_from, record) WHERE idle_from <> '';

-- The first day of the sales by which they were judged; '': never. What was sold between that day and another is judged
-- anew by who asks on another day.
CREATE TABLE stock_judged (since TEXT NOT NULL) STRICT;
INSERT INTO stock_judged (since) VALUES ('');
CREATE INDEX movement_sold_at ON movement (at, variant_id) WHERE reason IN ('sent', 'returned');

CREATE INDEX product_offer_lead ON product_offer (lead_days);
