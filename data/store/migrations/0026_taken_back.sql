-- A movement that takes one earlier movement back names it, and says why.
ALTER TABLE movement ADD COLUMN reverses TEXT NOT NULL DEFAULT '';
ALTER TABLE movement ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE INDEX movement_reverses ON movement (reverses) WHERE reverses <> '';
