package store

import (
	"context"
	"fmt"
	"iter"
	"reflect"

	"tradewind/data"
)

// ruling says how the rows of a small kind of record become records: those with one name are one record.
type ruling[T interface{ Validate() error }] struct {
	kind    *kind[T]
	name    func(*T) string
	read    func(row data.Patch, v T) (T, data.Problems) // v with what the row says
	empty   func(*T)                                     // takes out what the rows list one by one; nil: each row is a record
	shipped []T                                          // what holds as long as nothing was saved in its place
}

// ruled is one record on its way.
type ruled struct {
	name string
	rows []data.Patch
}

// importRules puts records in, whole or not at all. What the file names is afterwards as the file says; records that it
// doesn't name stay.
func importRules[T interface{ Validate() error }](ctx context.Context, p place, rows iter.Seq2[data.Patch, error], o ImportOptions, r ruling[T]) (data.ImportReport, error) {
	var list []*ruled
	at := map[string]*ruled{}
	report, err := p.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		for _, row := range chunk {
			var zero T
			said, problems := r.read(row, zero)
			if len(problems) > 0 {
				m.refuse(row, problems)
				continue
			}
			name := r.name(&said)
			if at[name] == nil {
				at[name] = &ruled{name: name}
				list = append(list, at[name])
			}
			at[name].rows = append(at[name].rows, row)
		}
		return nil
	}, func(m *importing) error { return r.put(ctx, m, list) })
	if err != nil {
		return report, fmt.Errorf("import %s: %w", r.kind.name, err)
	}
	return report, nil
}

// put writes the records that were read.
func (r ruling[T]) put(ctx context.Context, m *importing, list []*ruled) error {
	saved, err := r.kind.load(ctx, m.w.tx, `ORDER BY id`)
	if err != nil {
		return err
	}
	there, shipped := map[string]*T{}, map[string]*T{}
	for i := range saved {
		there[r.name(&saved[i])] = &saved[i]
	}
	for i := range r.shipped {
		shipped[r.name(&r.shipped[i])] = &r.shipped[i]
	}
	for _, one := range list {
		what, err := r.putOne(ctx, m, one, there[one.name], shipped[one.name])
		if err == nil {
			m.done(one.rows[0], one.name, what)
		} else if !m.refuse(one.rows[0], err) {
			return fmt.Errorf("row %d: %w", one.rows[0].Row, err)
		}
	}
	return nil
}

// putOne writes one record over the one that is saved, or beside the one that the program ships.
func (r ruling[T]) putOne(ctx context.Context, m *importing, one *ruled, old, shipped *T) (data.Change, error) {
	var next T
	switch {
	case old != nil:
		next = *old
		r.kind.record(&next).Archived = false
	case shipped != nil:
		next = *shipped
	}
	if r.empty != nil {
		r.empty(&next)
	}
	for _, row := range one.rows {
		var problems data.Problems
		if next, problems = r.read(row, next); len(problems) > 0 {
			return "", problems
		}
	}
	if old == nil && shipped != nil && reflect.DeepEqual(next, *shipped) {
		return data.Unchanged, nil
	}
	if err := next.Validate(); err != nil {
		return "", err
	}
	changed, err := r.kind.put(ctx, m.w, old, &next)
	return change(old == nil, changed), err
}

// Import puts keywords in, see [importRules].
func (s Keywords) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return importRules(ctx, s.at, rows, o, ruling[data.Keyword]{
		kind: keywords, read: data.Patch.Keyword,
		name: func(k *data.Keyword) string { return k.Language + " " + k.Word },
	})
}

// All returns the live keywords by language and word.
func (s Keywords) All(ctx context.Context) (list []data.Keyword, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = keywords.load(ctx, r, `WHERE archived = 0 ORDER BY language, word`)
		return err
	})
	return list, err
}

// Import puts marketplaces in, see [importRules].
func (s Markets) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return importRules(ctx, s.at, rows, o, ruling[data.Market]{
		kind: markets, read: data.Patch.Market, shipped: data.DefaultMarkets(),
		name: func(m *data.Market) string { return m.Code },
	})
}

// Import puts lists of words in, see [importRules]: the words that a file has of a topic and language are the list.
func (s WordLists) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return importRules(ctx, s.at, rows, o, ruling[data.WordList]{
		kind: wordLists, read: data.Patch.WordList, shipped: data.DefaultWordLists(),
		name:  func(l *data.WordList) string { return string(l.Topic) + " " + l.Language },
		empty: func(l *data.WordList) { l.Words = nil },
	})
}

// Import puts declaration elements in, see [importRules]: the elements that a file has of a code are its list, in their order.
func (s ElementLists) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return importRules(ctx, s.at, rows, o, ruling[data.ElementList]{
		kind: elementLists, read: data.Patch.ElementList,
		name:  func(l *data.ElementList) string { return l.Code },
		empty: func(l *data.ElementList) { l.Elements = nil },
	})
}

// Import puts rules in, see [importRules].
func (s CertificateRules) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return importRules(ctx, s.at, rows, o, ruling[data.CertificateRule]{
		kind: certificateRules, read: data.Patch.CertificateRule,
		name: func(r *data.CertificateRule) string { return r.Market + " " + r.Kind + " " + r.Category },
	})
}
