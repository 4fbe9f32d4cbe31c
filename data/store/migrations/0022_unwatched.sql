-- What is due is found by the marks of the search table; nothing asks by this index any more, and every import wrote it.
DROP INDEX product_watched;
