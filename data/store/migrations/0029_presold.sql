-- What is pre-sold of an article beyond what is kept for it counts when it is asked how much to buy; its lines are few.
CREATE INDEX order_line_presold ON order_line (variant_id, order_id) WHERE pre_sale = 1;
-- The marks follow from it too, and what is kept for orders isn't too much any more: they are judged whole on the next opening.
UPDATE stock_judged SET since = '';
