package store

import (
	"context"
	"errors"

	"tradewind/data"
)

// ElementLists keeps which declaration elements HS codes ask for.
type ElementLists struct{ at place }

// elementLists describes their table.
var elementLists = &kind[data.ElementList]{
	name: "element_list", table: "element_list",
	record: func(v *data.ElementList) *data.Record { return &v.Record },
	columns: func(v *data.ElementList) []column {
		return []column{{"code", &v.Code}, {"elements", textJSON{&v.Elements}}, {"source", &v.Source}, {"date", &v.Date}}
	},
}

// All returns the live lists by code.
func (s ElementLists) All(ctx context.Context) (list []data.ElementList, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = elementLists.load(ctx, r, `WHERE archived = 0 ORDER BY code`)
		return err
	})
	return list, err
}

// ByCode returns the list of this very code, archived or not, or [data.ErrNotFound].
func (s ElementLists) ByCode(ctx context.Context, code string) (data.ElementList, error) {
	return elementLists.get(ctx, s.at, `WHERE code = ?`, code)
}

// For returns the live list that holds for an HS code, that of the longest prefix, or [data.ErrNotFound].
func (s ElementLists) For(ctx context.Context, code string) (data.ElementList, error) {
	return elementLists.get(ctx, s.at, `WHERE archived = 0 AND substr(?, 1, length(code)) = code ORDER BY length(code) DESC LIMIT 1`, code)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v
// isn't the newest version.
func (s ElementLists) Save(ctx context.Context, v data.ElementList) (data.ElementList, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = elementLists.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a list out of use, or brings it back.
func (s ElementLists) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return elementLists.archive(ctx, w, id, archived) })
}

// Used returns how many live products have an HS code that begins with code.
func (s ElementLists) Used(ctx context.Context, code string) (n int, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		return r.QueryRowContext(ctx, `SELECT count(*) FROM product WHERE archived = 0 AND substr(hs_code, 1, length(?1)) = ?1`, code).Scan(&n)
	})
	return n, err
}

// CertificateRules keeps which certificates markets ask for.
type CertificateRules struct{ at place }

// certificateRules describes their table.
var certificateRules = &kind[data.CertificateRule]{
	name: "certificate_rule", table: "certificate_rule",
	record: func(v *data.CertificateRule) *data.Record { return &v.Record },
	columns: func(v *data.CertificateRule) []column {
		return []column{
			{"kind", &v.Kind},
			{"market", &v.Market},
			{"category", &v.Category},
			{"source", &v.Source},
			{"date", &v.Date},
			{"note", &v.Note},
		}
	},
}

// All returns the live rules by market and kind.
func (s CertificateRules) All(ctx context.Context) (list []data.CertificateRule, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = certificateRules.load(ctx, r, `WHERE archived = 0 ORDER BY market, kind, category`)
		return err
	})
	return list, err
}

// Of returns the rule of a kind, market and category, archived or not, or [data.ErrNotFound].
func (s CertificateRules) Of(ctx context.Context, kind, market, category string) (data.CertificateRule, error) {
	return certificateRules.get(ctx, s.at, `WHERE kind = ? AND market = ? AND category = ?`, kind, market, category)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v
// isn't the newest version.
func (s CertificateRules) Save(ctx context.Context, v data.CertificateRule) (data.CertificateRule, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = certificateRules.save(ctx, w, v)
		return err
	})
	return v, err
}

// Put is [CertificateRules.Save] for a rule as somebody typed it: when there is one of the same kind, market and category already, in
// use or not, that one gets what is said.
func (s CertificateRules) Put(ctx context.Context, v data.CertificateRule) (data.CertificateRule, error) {
	err := s.at.write(ctx, "", func(w *writing) error {
		old, err := certificateRules.one(ctx, w.tx, `WHERE kind = ? AND market = ? AND category = ?`, v.Kind, v.Market, v.Category)
		switch {
		case err == nil && v.ID != 0 && v.ID != old.ID:
			return data.Problems{{Field: "kind", Key: "certificate.problem.rule"}}
		case err == nil && v.ID == 0:
			v.Record, v.Archived = old.Record, false
		case err != nil && !errors.Is(err, data.ErrNotFound):
			return err
		}
		v, err = certificateRules.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a rule out of use, or brings it back.
func (s CertificateRules) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return certificateRules.archive(ctx, w, id, archived) })
}
