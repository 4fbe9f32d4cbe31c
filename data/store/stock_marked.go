package store

import (
	"context"
	"fmt"
	"slices"

	"tradewind/data"
)

// mark is a way to find products by their marks: an index of the search table and its condition, with the values in it.
type mark struct {
	index, where string
	args         []any
}

var overMark = mark{index: `search_over`, where: `due >= 2`}

// dueMark finds the products of which there is too little or too much, or a lot of which expires until a day.
func dueMark(until data.Date) mark {
	return mark{`search_due`, `(due > 0 OR expires <> '') AND (due > 0 OR expires <> '' AND expires <= ?)`, []any{string(until)}}
}

// idleMark finds the products that lie for long enough on a day.
func idleMark(on data.Date) mark {
	return mark{`search_idle`, `idle_from <> '' AND idle_from <= ?`, []any{string(on)}}
}

// mostIndexedPace is the highest pace that its index knows.
const mostIndexedPace = 300

// paceMark finds the products of which more has to be bought at so many percent of the usual sales.
func paceMark(percent int64) mark {
	if percent > mostIndexedPace { // a season of several times the usual
		return mark{`search_record`, `pace <= ?`, []any{percent}}
	}
	return mark{`search_pace`, fmt.Sprintf(`pace <= %d AND pace <= ?`, mostIndexedPace), []any{percent}}
}

// question selects the IDs of products.
type question struct {
	query string
	args  []any
}

// soldSinceJudged selects what was sold between the first day of the sales that count and that by which the marks were judged:
// of it alone the marks may be wrong. It is nothing on the day of the last change.
func soldSinceJudged(ctx context.Context, r reader, from data.Date) ([]question, error) {
	since, err := judgedSince(ctx, r)
	if err != nil || since == from {
		return nil, err
	}
	return []question{{
		`SELECT v.product_id FROM movement m INDEXED BY movement_sold_at JOIN variant v ON v.id = m.variant_id WHERE ` + soldBetween,
		[]any{min(since, from).Time().UnixMicro(), max(since, from).Time().UnixMicro()},
	}}, nil
}

// marked returns the next records with a mark, and those that besides selects, in the order of the list.
func (s search) marked(ctx context.Context, r reader, m mark, besides []question, after entry, limit int) ([]int64, error) {
	where, test := s.conditions(after)
	var query string
	var args []any
	add := func(from string, more ...any) {
		if query != "" {
			query += ` UNION `
		}
		query += `SELECT * FROM (SELECT record, key, code FROM search INDEXED BY ` + from + where + s.order() + ` LIMIT ?)`
		args = append(append(append(append(args, s.kind), more...), test...), limit)
	}
	few, all, err := s.few(ctx, r)
	switch {
	case err != nil:
		return nil, err
	case all:
		holes, ids := in(few)
		add(`search_record WHERE kind = ? AND `+m.where+` AND record IN `+holes, append(slices.Clone(m.args), ids...)...)
	default:
		add(m.index+` WHERE kind = ? AND `+m.where, m.args...)
	}
	for _, b := range besides {
		add(`search_record WHERE kind = ? AND record IN (`+b.query+`)`, b.args...)
	}
	return numbers(ctx, r, `SELECT record FROM (`+query+`)`+s.order()+` LIMIT ?`, append(args, limit)...)
}

// few returns the records that may match the words, when there are words and the fragments name only a few.
func (s search) few(ctx context.Context, r reader) (ids []int64, all bool, err error) {
	if len(s.terms) == 0 {
		return nil, false, nil
	}
	match := s.match()
	if match == "" {
		return nil, false, nil
	}
	return s.candidates(ctx, r, match)
}
