package store

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"
)

// entry is what lists know of a record: where it stands and what its words are.
type entry struct {
	key  string // sorts the list; for most kinds the folded code
	code string
	text string // folded
}

// searchable returns an entry sorted by code. Texts are the words it is found by.
func searchable(code string, texts ...string) entry {
	e := entry{key: fold(code), code: code}
	parts := make([]string, 0, len(texts)+1)
	for _, t := range append([]string{code}, texts...) {
		if t = fold(strings.Join(strings.Fields(t), " ")); t != "" && !slices.Contains(parts, t) {
			parts = append(parts, t)
		}
	}
	e.text = strings.Join(parts, "\n")
	return e
}

// index brings the search table and the fragments up to what next is.
func (k *kind[T]) index(ctx context.Context, w *writing, old, next *T) error {
	e, err := k.entry(ctx, w.tx, next)
	if err != nil {
		return err
	}
	rec := k.record(next)
	if old != nil {
		was, err := k.entry(ctx, w.tx, old)
		if err != nil || was == e && k.record(old).Archived == rec.Archived {
			return err
		}
		if err := w.forget(ctx, k.number, rec.ID); err != nil {
			return err
		}
	}
	_, err = w.exec(ctx, `INSERT INTO search (kind, key, code, record, archived, text) VALUES (?, ?, ?, ?, ?, ?)`,
		k.number, e.key, e.code, rec.ID, rec.Archived, e.text)
	if err != nil {
		return err
	}
	w.stale(gramRow(k.number, rec.ID), old != nil)
	return err
}

// stale remembers that a row of fragments must be written anew; had says that there is one already. All are written
// together when the transaction ends: each ordinary statement between would make FTS5 write out what it has gathered,
// which costs ten times as much.
func (w *writing) stale(row int64, had bool) {
	if w.grams == nil {
		w.grams = map[int64]bool{}
	}
	w.grams[row] = w.grams[row] || had
}

// writeGrams writes the fragments that are stale.
func (w *writing) writeGrams(ctx context.Context) error {
	var cut cutter
	for part := range chunks(sortedKeys(w.grams), maxHoles) {
		texts, err := w.searched(ctx, part)
		if err != nil {
			return err
		}
		if err := w.dropGrams(ctx, part); err != nil {
			return err
		}
		for _, row := range part {
			text, ok := texts[row]
			if !ok {
				continue
			}
			if _, err := w.exec(ctx, `INSERT INTO gram (rowid, text) VALUES (?, ?)`, row, cut.joined(text)); err != nil {
				return err
			}
		}
	}
	w.grams = nil
	return nil
}

// dropGrams takes away the fragments of those of rows that have some.
func (w *writing) dropGrams(ctx context.Context, rows []int64) error {
	old := slices.DeleteFunc(slices.Clone(rows), func(row int64) bool { return !w.grams[row] })
	if len(old) == 0 {
		return nil
	}
	holes, args := in(old)
	_, err := w.exec(ctx, `DELETE FROM gram WHERE rowid IN `+holes, args...)
	return err
}

// searched returns the folded texts of those of rows that stand in the search table.
func (w *writing) searched(ctx context.Context, rows []int64) (map[int64]string, error) {
	byKind := map[int64][]int64{}
	for _, row := range rows {
		byKind[row%8] = append(byKind[row%8], row/8)
	}
	texts := make(map[int64]string, len(rows))
	for kind, records := range byKind {
		holes, args := in(records)
		err := eachRow(ctx, w.tx, `SELECT record, text FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes, append([]any{kind}, args...),
			func(scan func(...any) error) error {
				var record int64
				var text string
				err := scan(&record, &text)
				texts[record*8+kind] = text
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// forget takes records out of the search.
func (w *writing) forget(ctx context.Context, number int, ids ...int64) error {
	holes, args := in(ids)
	if _, err := w.exec(ctx, `DELETE FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes, append([]any{number}, args...)...); err != nil {
		return err
	}
	for _, id := range ids {
		w.stale(gramRow(number, id), true)
	}
	return nil
}

// gramRow is the row of the fragments of a record.
func gramRow(number int, id int64) int64 { return id*8 + int64(number) }

// Which way a search goes. Reading the list in its order is quick when matches are many and lie everywhere; asking the
// fragments is quick when they are few, or lie together far down the list, as those of one family of articles do.
const (
	fewCandidates  = 300    // so many are looked up and sorted before anything else is tried
	firstEntries   = 8000   // so many entries of the list are read next
	manyCandidates = 10_000 // more than so many take longer to look up than the rest of the list takes to read
)

// search answers a query about one kind.
type search struct {
	kind       int
	terms      []string
	archived   bool
	descending bool
}

// searchFor returns the search for what the user typed.
func searchFor(kind int, q Query, descending bool) search {
	return search{kind: kind, terms: strings.Fields(fold(q.Words)), archived: q.Archived, descending: descending}
}

// page returns the IDs of the next records after the entry with key and code ("" and "": from the start).
func (s search) page(ctx context.Context, r reader, key, code string, limit int) ([]int64, error) {
	if len(s.terms) == 0 {
		return s.scan(ctx, r, key, code, limit, "")
	}
	if len(s.terms) > 1 || s.descending {
		return s.rest(ctx, r, key, code, limit, "")
	}
	prefix := s.terms[0]
	var ids []int64
	if key == "" || strings.HasPrefix(key, prefix) { // codes that begin with the word stand before all others
		found, err := s.scanPrefix(ctx, r, key, code, limit, prefix)
		if err != nil || len(found) >= limit {
			return found, err
		}
		ids, key, code = found, "", ""
	}
	others, err := s.rest(ctx, r, key, code, limit-len(ids), prefix)
	return append(ids, others...), err
}

// rest returns matches whose key doesn't begin with but.
func (s search) rest(ctx context.Context, r reader, key, code string, limit int, but string) ([]int64, error) {
	match := s.match()
	if match == "" {
		return s.scan(ctx, r, key, code, limit, but)
	}
	few, all, err := s.candidates(ctx, r, match)
	if err != nil {
		return nil, err
	}
	if all {
		return s.among(ctx, r, few, key, code, limit, but)
	}
	found, err := s.scanFirst(ctx, r, key, code, limit, but)
	if err != nil || len(found) >= limit {
		return found, err
	}
	var many int
	err = r.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM gram WHERE gram MATCH ? LIMIT ?)`, match, manyCandidates+1).Scan(&many)
	if err != nil {
		return nil, err
	}
	if many > manyCandidates {
		return s.scan(ctx, r, key, code, limit, but)
	}
	return s.through(ctx, r, match, key, code, limit, but)
}

// candidates asks the fragments for records that may match; all is false when there are more than a few.
func (s search) candidates(ctx context.Context, r reader, match string) (ids []int64, all bool, err error) {
	rows, err := numbers(ctx, r, `SELECT rowid FROM gram WHERE gram MATCH ? LIMIT ?`, match, fewCandidates+1)
	for _, row := range rows {
		if int(row%8) == s.kind {
			ids = append(ids, row/8)
		}
	}
	return ids, len(rows) <= fewCandidates, err
}

// maxFragments is how many fragments one question holds; what they leave over is compared with the text anyway.
const maxFragments = 40

// match returns the question to the fragments, "" when the words have none. Every fragment is letters and digits in
// quotes, so nothing the user types is ever an operator.
func (s search) match() string {
	var all []string
	for _, t := range s.terms {
		if r := []rune(t); len(r) > maxFragments {
			t = string(r[:maxFragments])
		}
		for _, g := range cover(t) {
			all = append(all, `"`+g+`"`)
		}
	}
	return strings.Join(all[:min(len(all), maxFragments)], " AND ")
}

// among returns those of ids that really match, sorted.
func (s search) among(ctx context.Context, r reader, ids []int64, key, code string, limit int, but string) ([]int64, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	holes, args := in(ids)
	where, more := s.conditions(key, code, but)
	return s.ids(ctx, r, `SELECT record FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes+where, append(append([]any{s.kind}, args...), more...), limit)
}

// scan reads the list in its order until the page is full.
func (s search) scan(ctx context.Context, r reader, key, code string, limit int, but string) ([]int64, error) {
	where, args := s.conditions(key, code, but)
	return s.ids(ctx, r, `SELECT record FROM search WHERE kind = ?`+where, append([]any{s.kind}, args...), limit)
}

// scanFirst does so for the next entries of the list only, whether they fill the page or not.
func (s search) scanFirst(ctx context.Context, r reader, key, code string, limit int, but string) ([]int64, error) {
	from, args := s.from(key, code)
	where, more := s.tests(but)
	return s.ids(ctx, r, `SELECT record FROM (SELECT record, key, code, archived, text FROM search WHERE kind = ?`+from+s.order()+` LIMIT ?) WHERE`+where,
		append(append(append([]any{s.kind}, args...), firstEntries), more...), limit)
}

// through looks up all that the fragments name: first only where each stands in the list, for which the index is
// enough, then the texts of those that come first.
func (s search) through(ctx context.Context, r reader, match, key, code string, limit int, but string) (found []int64, err error) {
	from, args := s.from(key, code)
	ids, err := s.ids(ctx, r, `SELECT record FROM search INDEXED BY search_record WHERE kind = ?1 AND record IN
		(SELECT rowid / 8 FROM gram WHERE gram MATCH ?2 AND rowid % 8 = ?1)`+from, append([]any{s.kind, match}, args...), manyCandidates)
	for part := range chunks(ids, fewCandidates) {
		more, err := s.among(ctx, r, part, key, code, limit-len(found), but)
		if found = append(found, more...); err != nil || len(found) >= limit {
			return found, err
		}
	}
	return found, err
}

// scanPrefix reads the entries whose key begins with prefix.
func (s search) scanPrefix(ctx context.Context, r reader, key, code string, limit int, prefix string) ([]int64, error) {
	where, args := s.conditions(key, code, "")
	where += ` AND key >= ? AND key < ?`
	args = append(args, prefix, prefix+string(utf8.MaxRune))
	return s.ids(ctx, r, `SELECT record FROM search WHERE kind = ?`+where, append([]any{s.kind}, args...), limit)
}

// conditions returns what an entry must be like besides its kind.
func (s search) conditions(key, code, but string) (string, []any) {
	from, args := s.from(key, code)
	where, more := s.tests(but)
	return from + ` AND` + where, append(args, more...)
}

// from returns where in the list the page begins.
func (s search) from(key, code string) (string, []any) {
	if key == "" && code == "" {
		return "", nil
	}
	return ` AND (key, code) ` + map[bool]string{false: `>`, true: `<`}[s.descending] + ` (?, ?)`, []any{key, code}
}

// tests returns what is asked of each entry.
func (s search) tests(but string) (string, []any) {
	where, args := ` archived = ?`, []any{s.archived}
	for _, t := range s.terms {
		where += ` AND instr(text, ?) > 0`
		args = append(args, t)
	}
	if but != "" {
		where += ` AND substr(key, 1, ?) <> ?`
		args = append(args, utf8.RuneCountInString(but), but)
	}
	return where, args
}

// order returns the order of the list.
func (s search) order() string {
	return map[bool]string{false: ` ORDER BY key, code`, true: ` ORDER BY key DESC, code DESC`}[s.descending]
}

// ids runs the query in the order of the list.
func (s search) ids(ctx context.Context, r reader, query string, args []any, limit int) ([]int64, error) {
	return numbers(ctx, r, query+s.order()+` LIMIT ?`, append(args, limit)...)
}

// count counts the matches. It may read the whole list, so nothing asks it at every keystroke.
func (s search) count(ctx context.Context, r reader) (n int, err error) {
	where, args := s.conditions("", "", "")
	query, head := `SELECT count(*) FROM search WHERE kind = ?`, []any{s.kind}
	if match := s.match(); match != "" {
		few, all, err := s.candidates(ctx, r, match)
		if err != nil {
			return 0, err
		}
		if all {
			holes, ids := in(few)
			query, head = `SELECT count(*) FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes, append(head, ids...)
		}
	}
	err = r.QueryRowContext(ctx, query+where, append(head, args...)...).Scan(&n)
	return n, err
}

// numbers returns a column of whole numbers.
func numbers(ctx context.Context, r reader, query string, args ...any) (list []int64, err error) {
	err = eachRow(ctx, r, query, args, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		list = append(list, n)
		return err
	})
	return list, err
}

// find returns a page of records in the order of their list.
func (k *kind[T]) find(ctx context.Context, p place, q Query, descending bool) (found []T, err error) {
	err = p.readAt(ctx, func(r reader) error {
		var key string
		if q.After != "" {
			if key, err = k.keyOf(ctx, r, q.After); err != nil {
				return err
			}
		}
		ids, err := searchFor(k.number, q, descending).page(ctx, r, key, q.After, q.limit())
		if err != nil {
			return err
		}
		found, err = k.byIDs(ctx, r, ids)
		return err
	})
	return found, err
}

// keyOf returns where the entry with code stands in the list.
func (k *kind[T]) keyOf(ctx context.Context, r reader, code string) (key string, err error) {
	found, err := k.load(ctx, r, `WHERE `+k.code+` = ?`, code)
	if err != nil || len(found) == 0 {
		return fold(code), err
	}
	e, err := k.entry(ctx, r, &found[0])
	return e.key, err
}

// count counts what a query matches.
func (k *kind[T]) count(ctx context.Context, p place, q Query) (n int, err error) {
	err = p.readAt(ctx, func(r reader) error {
		n, err = searchFor(k.number, q, false).count(ctx, r)
		return err
	})
	return n, err
}
