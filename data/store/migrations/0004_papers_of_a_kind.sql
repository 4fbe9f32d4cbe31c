-- The list of one kind of papers has the newest first too, without sorting all of that kind for each page.
CREATE INDEX issued_newest_of_kind ON issued (kind, date, number, revision);
