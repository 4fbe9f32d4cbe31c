package store

import (
	"context"
	"errors"
	"math"
	"slices"

	"tradewind/data"
)

// Chosen says which products an edit of many is about.
type Chosen struct {
	SKUs   []string // these; nil: all live ones that the words find
	Words  string   // as typed into the search; "" finds all
	Except []string // of those found not these
}

const (
	sampleEdits = 12  // values that a preview shows
	maxRefusals = 200 // problems that are named
)

// Edit changes fields of the products chosen, whole or not at all: what one of them can't take is reported as [data.Problems]
// that begin with its SKU, and nothing is changed. DryRun gives the same report and changes nothing either.
func (s Products) Edit(ctx context.Context, which Chosen, edit data.ProductEdit, o ImportOptions) (report data.EditReport, err error) {
	if err := edit.Validate(); err != nil {
		return report, err
	}
	err = s.at.write(ctx, o.Source, func(w *writing) error {
		ids, err := w.chosen(ctx, which)
		if err != nil {
			return err
		}
		m := &editing{w: w, edit: edit, dry: o.DryRun, report: data.EditReport{Found: len(ids)}}
		for part := range chunks(ids, importChunk) {
			if err := m.step(ctx, part); err != nil {
				return err
			}
			if o.Progress != nil {
				o.Progress(m.report.Changed + m.report.Unchanged)
			}
		}
		if report = m.report; len(m.bad) > 0 {
			return m.bad
		}
		if w.batch != 0 {
			report.Batch = w.name
		}
		return nil
	})
	return report, err
}

// chosen returns the products' IDs in the order of the list; an SKU that nobody has is a problem.
func (w *writing) chosen(ctx context.Context, which Chosen) (ids []int64, err error) {
	if which.SKUs == nil {
		if ids, err = searchFor(products.number, Query{Words: which.Words}, false).page(ctx, w.tx, entry{}, math.MaxInt32); err != nil {
			return nil, err
		}
		except, err := w.idsOf(ctx, which.Except)
		if err != nil {
			return nil, err
		}
		gone := make(map[int64]bool, len(except))
		for _, id := range except {
			gone[id] = true
		}
		return slices.DeleteFunc(ids, func(id int64) bool { return gone[id] }), nil
	}
	return w.idsOf(ctx, which.SKUs)
}

// idsOf returns the IDs of products by the SKUs of any of their variants, each once.
func (w *writing) idsOf(ctx context.Context, skus []string) (ids []int64, err error) {
	at := make(map[string]int64, len(skus))
	for part := range chunks(skus, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, w.tx, `SELECT sku, product_id FROM variant WHERE sku IN `+holes, args, func(scan func(...any) error) error {
			var sku string
			var id int64
			err := scan(&sku, &id)
			at[sku] = id
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var unknown data.Problems
	seen := map[int64]bool{}
	for _, sku := range skus {
		id, ok := at[sku]
		if !ok {
			unknown = append(unknown, data.Problem{Field: "skus", Key: "problem.unknown_product", Args: map[string]any{"Value": sku}})
		} else if !seen[id] {
			ids = append(ids, id)
		}
		seen[id] = true
	}
	return ids, unknown.Err()
}

// editing is one edit of many products under way.
type editing struct {
	w      *writing
	edit   data.ProductEdit
	dry    bool
	report data.EditReport
	bad    data.Problems
}

// step edits some hundred products.
func (m *editing) step(ctx context.Context, ids []int64) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	list, err := products.byIDs(ctx, m.w.tx, ids)
	if err != nil {
		return err
	}
	for i := range list {
		if err := m.one(ctx, &list[i]); err != nil && !m.refuse(list[i].SKU, err) {
			return err
		}
	}
	return nil
}

// one edits one product.
func (m *editing) one(ctx context.Context, old *data.Product) error {
	next, bad := m.edit.On(*old)
	if len(bad) > 0 {
		return bad
	}
	if next.Price != nil && next.Currency == "" {
		c, err := getCompany(ctx, m.w.tx)
		if err != nil {
			return err
		}
		next.Currency = c.Home()
	}
	if err := checkProduct(ctx, m.w, old, &next); err != nil {
		return err
	}
	if err := next.Validate(); err != nil {
		return err
	}
	if same, _, err := products.compare(old, &next); err != nil || same {
		m.report.Unchanged++
		return err
	}
	m.report.Changed++
	m.sample(*old, next)
	if m.dry {
		return nil
	}
	_, err := products.put(ctx, m.w, old, &next)
	return err
}

// sample keeps what the first products said before and after.
func (m *editing) sample(old, next data.Product) {
	last := data.EditedValue{}
	for _, f := range m.edit.Fields() {
		one := data.EditedValue{SKU: old.SKU, Field: f.Name, Before: f.Show(old), After: f.Show(next)}
		again := one.Before == last.Before && one.After == last.After // as dated rates, which are put in together
		if one.Before != one.After && !again && len(m.report.Sample) < sampleEdits {
			m.report.Sample = append(m.report.Sample, one)
			last = one
		}
	}
}

// refuse writes down what a product can't take. It returns false when err isn't the user's to put right.
func (m *editing) refuse(sku string, err error) bool {
	var problems data.Problems
	if !errors.As(err, &problems) {
		return false
	}
	for _, p := range problems {
		if p.Field = sku + "." + p.Field; len(m.bad) < maxRefusals {
			m.bad = append(m.bad, p)
		}
	}
	return true
}
