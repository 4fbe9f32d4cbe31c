package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tradewind/data"
)

// maxAlike is how many partners of one key are looked at: whoever shares a telephone with more has a switchboard's.
const maxAlike = 5

// Alike returns other live partners that may be the same firm as p, saved or not, the surest first and each once: the
// same mail address, tax number, name or telephone. Every key is one look into an index.
func (s Partners) Alike(ctx context.Context, p data.Partner) (list []data.Alike, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = alike(ctx, r, p)
		return err
	})
	return list, err
}

// alike does so.
func alike(ctx context.Context, r reader, p data.Partner) ([]data.Alike, error) {
	var all []data.Alike
	for _, key := range p.Keys() {
		err := eachRow(ctx, r, `SELECT p.code, p.name, iif(p.postal = '', '', coalesce(p.postal ->> '$.country', '')) FROM partner_key k JOIN partner p ON p.id = k.partner_id
			WHERE k.kind = ? AND k.key = ? AND p.id <> ? AND p.archived = 0 ORDER BY p.id LIMIT ?`,
			[]any{string(key.Kind), key.Value, p.ID, maxAlike}, func(scan func(...any) error) error {
				one, country := data.Alike{Why: key.Kind, Field: key.Field, Said: key.Said}, ""
				err := scan(&one.Code, &one.Name, &country)
				if one.Why == data.SimilarName && country == string(p.Address.Country) && country != "" {
					one.Why = data.SameName
				}
				all = append(all, one)
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	order := []data.Likeness{data.SameMail, data.SameNumber, data.SameName, data.SimilarName, data.SamePhone}
	slices.SortStableFunc(all, func(a, b data.Alike) int {
		return cmp.Compare(slices.Index(order, a.Why), slices.Index(order, b.Why))
	})
	var once []data.Alike
	for _, one := range all { // a mail address is always told: it is about a person, not the firm
		known := func(a data.Alike) bool {
			return a.Code == one.Code && (a.Field == one.Field || one.Why != data.SameMail)
		}
		if !slices.ContainsFunc(once, known) {
			once = append(once, one)
		}
	}
	return once, nil
}

// Doubts returns what looks wrong with p by itself and beside other partners.
func (s Partners) Doubts(ctx context.Context, p data.Partner) (data.Problems, error) {
	list, err := s.Alike(ctx, p)
	return doubts(p, list), err
}

func doubts(p data.Partner, list []data.Alike) data.Problems {
	all := p.Warnings()
	for _, one := range list {
		all = append(all, one.Warning())
	}
	return all
}

// keepKeys writes what finds partners like next.
func (w *writing) keepKeys(ctx context.Context, old, next *data.Partner) error {
	fresh := rowKeys(*next)
	if old != nil {
		if slices.Equal(rowKeys(*old), fresh) {
			return nil
		}
		if err := discardPartner(ctx, w, []int64{next.ID}); err != nil {
			return err
		}
	}
	for _, key := range fresh {
		if _, err := w.exec(ctx, `INSERT INTO partner_key (kind, key, partner_id) VALUES (?, ?, ?)`, key[0], key[1], next.ID); err != nil {
			return err
		}
	}
	return nil
}

// rowKeys are the rows of a partner's keys: what tells whether two are the same, and its tags.
func rowKeys(p data.Partner) (rows [][2]string) {
	for _, key := range p.Keys() {
		rows = append(rows, [2]string{string(key.Kind), key.Value})
	}
	for _, tag := range p.Tags {
		row := [2]string{"tag", strings.Join(strings.Fields(tag), " ")}
		if row[1] != "" && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// discardPartner takes the keys of partners away.
func discardPartner(ctx context.Context, w *writing, ids []int64) error {
	holes, args := in(ids)
	_, err := w.exec(ctx, `DELETE FROM partner_key WHERE partner_id IN `+holes, args...)
	return err
}

// Tags returns the tags in use, by name.
func (s Partners) Tags(ctx context.Context) (tags []string, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT DISTINCT key FROM partner_key WHERE kind = 'tag' ORDER BY key`, nil, func(scan func(...any) error) error {
			var tag string
			err := scan(&tag)
			tags = append(tags, tag)
			return err
		})
	})
	return tags, err
}
