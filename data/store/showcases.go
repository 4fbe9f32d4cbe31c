package store

import (
	"context"
	"errors"
	"slices"

	"tradewind/data"
)

// Showcases keeps which products stand in the showcases of markets, and stood there.
type Showcases struct{ at place }

// showcasePlaces describes the table of places.
var showcasePlaces = &kind[data.ShowcasePlace]{
	name: "showcase place", table: "showcase_place",
	record: func(p *data.ShowcasePlace) *data.Record { return &p.Record },
	hidden: func(p *data.ShowcasePlace) []*int64 { return []*int64{&p.ProductID} },
	columns: func(p *data.ShowcasePlace) []column {
		return []column{{"product_id", &p.ProductID}, {"market", &p.Market}, {"since", &p.Since}, {"until", &p.Until}}
	},
	fill: func(ctx context.Context, r reader, found []*data.ShowcasePlace) error {
		ids := make([]int64, len(found))
		for i, p := range found {
			ids[i] = p.ProductID
		}
		skus, err := skusOf(ctx, r, ids)
		for _, p := range found {
			p.SKU = skus[p.ProductID]
		}
		return err
	},
	check: checkShowcasePlace,
}

// checkShowcasePlace finds the product, and refuses a second place of the same one: a place that is given back by an undo too.
func checkShowcasePlace(ctx context.Context, w *writing, _, p *data.ShowcasePlace) error {
	if err := w.findListed(ctx, &p.ProductID, &p.SKU, p.Market); err != nil || p.Until != "" {
		return err
	}
	twice, err := w.exists(ctx, `SELECT 1 FROM showcase_place WHERE market = ? AND product_id = ? AND until = '' AND id <> ?`, p.Market, p.ProductID, p.ID)
	if err == nil && twice {
		err = data.Problems{{Field: "sku", Key: "showcase.problem.there_already", Args: map[string]any{"SKU": p.SKU}}}
	}
	return err
}

// showcaseRotations describes the table of rotations.
var showcaseRotations = &kind[data.ShowcaseRotation]{
	name: "showcase rotation", table: "showcase_rotation",
	record:  func(r *data.ShowcaseRotation) *data.Record { return &r.Record },
	columns: func(r *data.ShowcaseRotation) []column { return []column{{"market", &r.Market}, {"date", &r.Date}} },
}

// takenNow selects the places of a market that are taken.
const takenNow = `WHERE market = ? AND until = '' AND archived = 0 ORDER BY since, id`

// Places returns the places of a market that are taken, or, with past, those that were and are free again, the newest first.
func (s Showcases) Places(ctx context.Context, market string, past bool) (list []data.ShowcasePlace, err error) {
	where := takenNow
	if past {
		where = `WHERE market = ? AND until <> '' AND archived = 0 ORDER BY until DESC, since DESC, id DESC LIMIT 500`
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = showcasePlaces.load(ctx, r, where, market)
		return err
	})
	return list, err
}

// ShowcaseChange is a rotation of a market's showcase on a day.
type ShowcaseChange struct {
	Market string
	Day    data.Date
	Whole  []string // the SKUs that stand there afterwards; nil: In and Out say what changes
	In     []string
	Out    []string
}

// ShowcaseDone is what a rotation changed.
type ShowcaseDone struct {
	In, Out []string // SKUs of products
	Turned  bool     // this day wasn't noted as a rotation before
}

// Set rotates a showcase: products are taken out and put in, and the day is noted, even when all stay. What stands there already
// isn't put in again. It gives [data.Problems] for a product nobody knows, one to take out that doesn't stand there, and more
// products than the market has places; then nothing was done.
func (s Showcases) Set(ctx context.Context, c ShowcaseChange) (done ShowcaseDone, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		t := turning{w: w, change: c}
		if err := t.begin(ctx); err != nil {
			return err
		}
		if err := t.leave(ctx); err != nil {
			return err
		}
		if err := t.enter(ctx); err != nil {
			return err
		}
		if err := t.note(ctx); err != nil {
			return err
		}
		done = t.done
		return nil
	})
	return done, err
}

// turning is a rotation under way.
type turning struct {
	w      *writing
	change ShowcaseChange
	market data.Market
	places []data.ShowcasePlace // that are taken
	ins    []data.ShowcasePlace // with the products found
	outs   []int64              // products
	done   ShowcaseDone
}

// begin finds the market, what stands there and the products that are named.
func (t *turning) begin(ctx context.Context) (err error) {
	if t.market, err = marketCalled(ctx, t.w.tx, t.change.Market); err != nil {
		return err
	}
	if t.places, err = showcasePlaces.load(ctx, t.w.tx, takenNow, t.change.Market); err != nil {
		return err
	}
	in, out := t.change.In, t.change.Out
	if t.change.Whole != nil {
		in, out = t.change.Whole, nil
	}
	var problems data.Problems
	for _, sku := range in {
		p := data.ShowcasePlace{Market: t.change.Market, SKU: sku, Since: t.change.Day}
		if err := t.find(ctx, &p, "put_in", &problems); err != nil {
			return err
		}
		t.ins = append(t.ins, p)
	}
	for _, sku := range out {
		p := data.ShowcasePlace{Market: t.change.Market, SKU: sku}
		if err := t.find(ctx, &p, "take_out", &problems); err != nil {
			return err
		}
		t.outs = append(t.outs, p.ProductID)
		if p.ProductID != 0 && !slices.ContainsFunc(t.places, func(one data.ShowcasePlace) bool { return one.ProductID == p.ProductID }) {
			problems = append(problems, data.Problem{Field: "take_out", Key: "showcase.problem.not_there", Args: map[string]any{"SKU": p.SKU}})
		}
	}
	return problems.Err()
}

// find finds the product of p; that there is none is a problem with field.
func (t *turning) find(ctx context.Context, p *data.ShowcasePlace, field string, problems *data.Problems) error {
	err := t.w.findListed(ctx, &p.ProductID, &p.SKU, p.Market)
	var wrong data.Problems
	if errors.As(err, &wrong) {
		wrong[0].Field = field
		*problems = append(*problems, wrong...)
		return nil
	}
	return err
}

// leave takes out what goes.
func (t *turning) leave(ctx context.Context) error {
	stays := func(p data.ShowcasePlace) bool {
		if t.change.Whole == nil {
			return !slices.Contains(t.outs, p.ProductID)
		}
		return slices.ContainsFunc(t.ins, func(in data.ShowcasePlace) bool { return in.ProductID == p.ProductID })
	}
	var kept []data.ShowcasePlace
	for _, p := range t.places {
		if stays(p) {
			kept = append(kept, p)
			continue
		}
		p.Until = max(t.change.Day, p.Since)
		if _, err := showcasePlaces.save(ctx, t.w, p); err != nil {
			return err
		}
		t.done.Out = append(t.done.Out, p.SKU)
	}
	t.places = kept
	return nil
}

// enter puts in what comes, as far as there are places.
func (t *turning) enter(ctx context.Context) error {
	for _, p := range t.ins {
		if slices.ContainsFunc(t.places, func(one data.ShowcasePlace) bool { return one.ProductID == p.ProductID }) {
			continue
		}
		if int64(len(t.places)) >= t.market.Showcase.Places {
			return data.Problems{{Field: "put_in", Key: "showcase.problem.full", Args: map[string]any{
				"SKU": p.SKU, "Market": t.market.Code, "Places": t.market.Showcase.Places,
			}}}
		}
		if _, err := showcasePlaces.save(ctx, t.w, p); err != nil {
			return err
		}
		t.places = append(t.places, p)
		t.done.In = append(t.done.In, p.SKU)
	}
	return nil
}

// note writes down that the showcase was rotated.
func (t *turning) note(ctx context.Context) error {
	r := data.ShowcaseRotation{Market: t.change.Market, Date: t.change.Day}
	known, err := t.w.exists(ctx, `SELECT 1 FROM showcase_rotation WHERE market = ? AND date = ? AND archived = 0`, r.Market, r.Date)
	if err != nil || known {
		return err
	}
	t.done.Turned = true
	_, err = showcaseRotations.save(ctx, t.w, r)
	return err
}
