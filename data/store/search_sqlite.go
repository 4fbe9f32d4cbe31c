package store

import (
	"context"
	"strings"
	"unicode/utf8"
)

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
	rank       rank
}

// rank is a part of a list that stands before the next, each in the order of the list.
type rank int

// The ranks of what matches. A list without words has one only. One with the newest first has two: the record with
// just this number, and all others.
const (
	anyRank   rank = iota
	byCode         // the code begins with what was typed; the code itself comes first
	byPart         // a name, or what else finds it, does
	elsewhere      // it stands anywhere
	byNumber       // the number is what was typed
	notNumber      // it isn't
)

// searchFor returns the search for what the user typed.
func searchFor(kind int, q Query, descending bool) search {
	return search{kind: kind, terms: strings.Fields(fold(q.Words)), archived: q.Archived, descending: descending}
}

// typed returns all words as one.
func (s search) typed() string { return strings.Join(s.terms, " ") }

// start returns what the fragments call the beginning of what was typed, "" when they don't know it.
func (s search) start() string { return beginning(strings.Map(lettersOnly, s.terms[0])) }

// rankOf returns where an entry that matches stands.
func (s search) rankOf(e entry) rank {
	switch {
	case strings.HasPrefix(e.key, s.typed()):
		return byCode
	case s.start() != "" && strings.Contains(e.text, "\n"+s.typed()):
		return byPart
	}
	return elsewhere
}

// page returns the IDs of the next records after an entry (the zero entry: from the start).
func (s search) page(ctx context.Context, r reader, after entry, limit int) ([]int64, error) {
	if len(s.terms) == 0 {
		return s.scan(ctx, r, after, limit)
	}
	if s.descending {
		return s.newest(ctx, r, after, limit)
	}
	s.rank = byCode
	if after != (entry{}) {
		s.rank = s.rankOf(after)
	}
	var ids []int64
	for ; s.rank <= elsewhere && len(ids) < limit; s.rank++ {
		found, err := s.ranked(ctx, r, after, limit-len(ids))
		if err != nil {
			return nil, err
		}
		ids, after = append(ids, found...), entry{}
	}
	return ids, nil
}

// newest returns the record with just the number that was typed, then the others, the newest first. Words that are in
// more than a few records are no number.
func (s search) newest(ctx context.Context, r reader, after entry, limit int) ([]int64, error) {
	match := s.match()
	if match == "" {
		return s.rest(ctx, r, after, limit)
	}
	few, all, err := s.candidates(ctx, r, match)
	if err != nil {
		return nil, err
	}
	if !all {
		return s.rest(ctx, r, after, limit)
	}
	s.rank = byNumber
	first, err := s.among(ctx, r, few, entry{}, limit)
	if err != nil || len(first) >= limit && after == (entry{}) {
		return first, err
	}
	s.rank = notNumber
	switch {
	case fold(after.code) == s.typed(): // they stood on the page before
		first, after = nil, entry{}
	case after != (entry{}):
		first = nil
	}
	others, err := s.among(ctx, r, few, after, limit-len(first))
	return append(first, others...), err
}

// ranked returns matches of one rank.
func (s search) ranked(ctx context.Context, r reader, after entry, limit int) ([]int64, error) {
	switch {
	case s.rank == byCode:
		return s.scan(ctx, r, after, limit)
	case s.rank == byPart && s.start() == "":
		return nil, nil
	}
	return s.rest(ctx, r, after, limit)
}

// rest returns matches that may stand anywhere in the list.
func (s search) rest(ctx context.Context, r reader, after entry, limit int) ([]int64, error) {
	match := s.match()
	if match == "" {
		return s.scan(ctx, r, after, limit)
	}
	few, all, err := s.candidates(ctx, r, match)
	if err != nil {
		return nil, err
	}
	if all {
		return s.among(ctx, r, few, after, limit)
	}
	if s.rank != byPart || len(s.terms) == 1 { // hardly any part begins with several words
		found, err := s.scanFirst(ctx, r, after, limit)
		if err != nil || len(found) >= limit {
			return found, err
		}
	}
	var many int
	err = r.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM gram WHERE gram MATCH ? LIMIT ?)`, match, manyCandidates+1).Scan(&many)
	if err != nil {
		return nil, err
	}
	if many > manyCandidates {
		return s.scan(ctx, r, after, limit)
	}
	return s.through(ctx, r, match, after, limit)
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
	if s.rank == byPart {
		all = append(all, `"`+startMark+s.start()+`"`)
		if len(s.terms) == 1 && utf8.RuneCountInString(s.start()) < marked {
			all[0] += ` *` // the word may go on
		}
	}
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
func (s search) among(ctx context.Context, r reader, ids []int64, after entry, limit int) ([]int64, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	holes, args := in(ids)
	where, more := s.conditions(after)
	return s.ids(ctx, r, `SELECT record FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes+where, append(append([]any{s.kind}, args...), more...), limit)
}

// scan reads the list in its order until the page is full.
func (s search) scan(ctx context.Context, r reader, after entry, limit int) ([]int64, error) {
	where, args := s.conditions(after)
	return s.ids(ctx, r, `SELECT record FROM search WHERE kind = ?`+where, append([]any{s.kind}, args...), limit)
}

// scanFirst does so for the next entries of the list only, whether they fill the page or not.
func (s search) scanFirst(ctx context.Context, r reader, after entry, limit int) ([]int64, error) {
	from, args := s.from(after)
	where, more := s.tests()
	return s.ids(ctx, r, `SELECT record FROM (SELECT record, key, code, archived, text FROM search WHERE kind = ?`+from+s.order()+` LIMIT ?) WHERE`+where,
		append(append(append([]any{s.kind}, args...), firstEntries), more...), limit)
}

// through looks up all that the fragments name: first only where each stands in the list, for which the index is
// enough, then the texts of those that come first.
func (s search) through(ctx context.Context, r reader, match string, after entry, limit int) (found []int64, err error) {
	from, args := s.from(after)
	ids, err := s.ids(ctx, r, `SELECT record FROM search INDEXED BY search_record WHERE kind = ?1 AND record IN
		(SELECT rowid / 8 FROM gram WHERE gram MATCH ?2 AND rowid % 8 = ?1)`+from, append([]any{s.kind, match}, args...), manyCandidates)
	for part := range chunks(ids, fewCandidates) {
		more, err := s.among(ctx, r, part, after, limit-len(found))
		if found = append(found, more...); err != nil || len(found) >= limit {
			return found, err
		}
	}
	return found, err
}

// conditions returns what an entry must be like besides its kind.
func (s search) conditions(after entry) (string, []any) {
	from, args := s.from(after)
	where, more := s.tests()
	return from + ` AND` + where, append(args, more...)
}

// from returns where in the list the page begins.
func (s search) from(after entry) (string, []any) {
	if after.key == "" && after.code == "" {
		return "", nil
	}
	return ` AND (key, code) ` + map[bool]string{false: `>`, true: `<`}[s.descending] + ` (?, ?)`, []any{after.key, after.code}
}

// tests returns what is asked of each entry.
func (s search) tests() (string, []any) {
	where, args := ` archived = ?`, []any{s.archived}
	typed, part := s.typed(), "\n"+s.typed()
	switch s.rank {
	case byCode:
		return where + ` AND key >= ? AND key < ?`, append(args, typed, typed+string(utf8.MaxRune))
	case byPart:
		where, args = where+` AND instr(text, ?) > 0`, append(args, part)
	default:
		for _, t := range s.terms {
			where, args = where+` AND instr(text, ?) > 0`, append(args, t)
		}
	}
	switch s.rank {
	case byPart, elsewhere:
		where, args = where+` AND substr(key, 1, ?) <> ?`, append(args, utf8.RuneCountInString(typed), typed)
	case byNumber:
		where, args = where+` AND folded(code) = ?`, append(args, typed)
	case notNumber:
		where, args = where+` AND folded(code) <> ?`, append(args, typed)
	}
	if s.rank == elsewhere && s.start() != "" {
		where, args = where+` AND instr(text, ?) = 0`, append(args, part)
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
	where, args := s.conditions(entry{})
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
		var after entry
		if q.After != "" {
			if after, err = k.entryOf(ctx, r, q.After); err != nil {
				return err
			}
		}
		ids, err := searchFor(k.number, q, descending).page(ctx, r, after, q.limit())
		if err != nil {
			return err
		}
		found, err = k.byIDs(ctx, r, ids)
		return err
	})
	return found, err
}

// entryOf returns the entry with code, or what its place in the list would be.
func (k *kind[T]) entryOf(ctx context.Context, r reader, code string) (entry, error) {
	found, err := k.load(ctx, r, `WHERE `+k.code+` = ?`, code)
	if err != nil || len(found) == 0 {
		return entry{key: fold(code), code: code}, err
	}
	return k.entry(ctx, r, &found[0])
}

// count counts what a query matches.
func (k *kind[T]) count(ctx context.Context, p place, q Query) (n int, err error) {
	err = p.readAt(ctx, func(r reader) error {
		n, err = searchFor(k.number, q, false).count(ctx, r)
		return err
	})
	return n, err
}
