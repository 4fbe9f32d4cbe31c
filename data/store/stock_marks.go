package store

import (
	"context"
	"errors"
	"time"

	"tradewind/data"
)

// The marks of a product in the search table, by which lists of stock find it without judging the whole catalogue. They
// are judged anew at the end of each piece of work that touched what they follow from, by the sales since a first day
// that the file remembers; that day moves on with each such piece of work.
type marks struct {
	due  data.DueMark
	pace *int64    // nil: nothing has to be bought at any pace
	idle data.Date // since this day it lies for long enough; "": as much sells as lies there

	expires data.Date // of the lots that are there the first; "": none does
}

// same reports whether m is o.
func (m marks) same(o marks) bool {
	return m.due == o.due && m.idle == o.idle && m.expires == o.expires && (m.pace == nil) == (o.pace == nil) && (m.pace == nil || *m.pace == *o.pace)
}

// unmarked are the products whose marks may have changed.
type unmarked struct {
	products, variants map[int64]bool
	all                bool
	day                bool // a new one has begun
}

// product notes that what a product's marks follow from has changed.
func (u *unmarked) product(ids ...int64) {
	if u.products == nil {
		u.products = map[int64]bool{}
	}
	for _, id := range ids {
		u.products[id] = true
	}
}

// variant notes so of the product that a variant belongs to.
func (u *unmarked) variant(id int64) {
	if u.variants == nil {
		u.variants = map[int64]bool{}
	}
	u.variants[id] = true
}

// unmarkUnder notes so of the products that a threshold is of; nil is none.
func (w *writing) unmarkUnder(ctx context.Context, t *data.Threshold) error {
	switch {
	case t == nil:
	case t.ProductID != 0:
		w.unmarked.product(t.ProductID)
	case t.Category != "":
		ids, err := numbers(ctx, w.tx, `SELECT id FROM product WHERE category = ?`, t.Category)
		w.unmarked.product(ids...)
		return err
	default:
		w.unmarked.all = true
	}
	return nil
}

// writeMarks judges what may have changed.
func (w *writing) writeMarks(ctx context.Context) error {
	u := w.unmarked
	if !u.all && !u.day && len(u.products)+len(u.variants) == 0 {
		return nil
	}
	w.unmarked = unmarked{}
	rules, err := rulesOf(ctx, w.tx)
	if err != nil {
		return err
	}
	since, err := w.rollSales(ctx, &u, daysAgo(data.DateOf(w.at), rules.reorder.SalesDays))
	if err != nil {
		return err
	}
	ids, err := w.unmarkedIDs(ctx, u)
	if err != nil {
		return err
	}
	return eachJudged(ctx, w.tx, rules, since, ids, func(record int64, was, is marks) error {
		if is.same(was) {
			return nil
		}
		_, err := w.exec(ctx, `UPDATE search SET due = ?, pace = ?, idle_from = ?, expires = ? WHERE kind = ? AND record = ?`,
			int(is.due), is.pace, string(is.idle), string(is.expires), products.number, record)
		return err
	})
}

// rollSales moves the first day of the sales that count to a later one, and notes what was sold between the two. A file
// that was never judged, or by another number of days, is judged whole.
func (w *writing) rollSales(ctx context.Context, u *unmarked, to data.Date) (data.Date, error) {
	since, err := judgedSince(ctx, w.tx)
	if err != nil || since >= to && !u.all {
		return since, err
	}
	if since == "" {
		u.all = true
	}
	if !u.all {
		ids, err := numbers(ctx, w.tx, `SELECT DISTINCT m.variant_id FROM movement m INDEXED BY movement_sold_at WHERE `+soldBetween,
			since.Time().UnixMicro(), to.Time().UnixMicro())
		if err != nil {
			return since, err
		}
		for _, id := range ids {
			u.variant(id)
		}
	}
	_, err = w.exec(ctx, `UPDATE stock_judged SET since = ?`, string(to))
	return to, err
}

// soldBetween are the movements m of sales from one moment on and before another.
const soldBetween = `m.reason IN ('sent', 'returned') AND m.at >= ? AND m.at < ?`

// judgedSince returns the first day of the sales by which the marks were judged; "" for never.
func judgedSince(ctx context.Context, r reader) (since data.Date, err error) {
	err = r.QueryRowContext(ctx, `SELECT since FROM stock_judged`).Scan(&since)
	return since, err
}

// unmarkedIDs returns the products of u, in order.
func (w *writing) unmarkedIDs(ctx context.Context, u unmarked) ([]int64, error) {
	if u.all {
		return numbers(ctx, w.tx, `SELECT record FROM search INDEXED BY search_record WHERE kind = ? ORDER BY record`, products.number)
	}
	for part := range chunks(sortedKeys(u.variants), maxHoles) {
		holes, args := in(part)
		ids, err := numbers(ctx, w.tx, `SELECT product_id FROM variant WHERE id IN `+holes, args...)
		if err != nil {
			return nil, err
		}
		u.product(ids...)
	}
	return sortedKeys(u.products), nil
}

// eachJudged calls use with the marks that products have and those they should have.
func eachJudged(ctx context.Context, r reader, rules stockRules, since data.Date, ids []int64, use func(record int64, was, is marks) error) error {
	for part := range chunks(ids, maxHoles) {
		list, f, err := judgedFacts(ctx, r, rules, since, part)
		if err != nil {
			return err
		}
		for _, one := range list {
			if err := use(one.product.ID, one.was, one.judge(f, rules)); err != nil {
				return err
			}
		}
	}
	return nil
}

// judgedProduct is what the marks of a product follow from, beside the facts of its variants.
type judgedProduct struct {
	product data.Product        // no more of it than that
	first   map[int64]data.Date // the days on which its variants moved first
	expires data.Date           // the first day on which a lot of it expires; "": none does
	was     marks
}

// judgedFacts reads some hundred products: one row for each variant.
func judgedFacts(ctx context.Context, r reader, rules stockRules, since data.Date, part []int64) (list []judgedProduct, f facts, err error) {
	f = facts{holdings: map[int64]data.Holding{}, houses: map[int64][]data.HouseStock{}}
	holes, args := in(part)
	var variants []int64
	err = eachRow(ctx, r, `SELECT p.id, p.archived, p.category, p.safety_stock, p.max_stock, coalesce(p.supplier_id, 0), coalesce(o.lead_days, 0), s.due, s.pace, s.idle_from, s.expires,
			v.id, v.archived, coalesce(t.on_hand, 0), coalesce(t.reserved, 0), coalesce(t.in_transit, 0), coalesce(t.on_order, 0), coalesce(t.kept, 0),
			coalesce((SELECT m.at FROM movement m INDEXED BY movement_variant WHERE m.variant_id = v.id ORDER BY m.id LIMIT 1), 0),
			coalesce((SELECT min(l.expiry) FROM stock_level l WHERE l.variant_id = v.id AND l.expiry <> '' AND l.quantity > 0), '')
		FROM product p JOIN search s INDEXED BY search_record ON s.kind = ? AND s.record = p.id JOIN variant v ON v.product_id = p.id
		LEFT JOIN stock_total t ON t.variant_id = v.id LEFT JOIN product_offer o ON o.product_id = p.id AND o.partner_id = p.supplier_id
		WHERE p.id IN `+holes+` ORDER BY p.id, v.position`, append([]any{products.number}, args...), func(scan func(...any) error) error {
		var one judgedProduct
		var offer data.Offer
		var v data.Variant
		var h data.Holding
		var first time.Time
		var expires data.Date
		p := &one.product
		err := scan(&p.ID, &p.Archived, &p.Category, &p.SafetyStock, &p.MaxStock, &p.SupplierID, &offer.LeadDays, &one.was.due, &one.was.pace, &one.was.idle, &one.was.expires,
			&v.ID, &v.Archived, &h.OnHand, &h.Reserved, &h.InTransit, &h.OnOrder, &h.Kept, utc{&first}, &expires)
		if last := len(list) - 1; last < 0 || list[last].product.ID != p.ID {
			offer.PartnerID = p.SupplierID
			p.Offers, one.first = []data.Offer{offer}, map[int64]data.Date{}
			list = append(list, one)
		}
		at := &list[len(list)-1]
		at.product.Variants, at.first[v.ID] = append(at.product.Variants, v), dayOf(first)
		f.holdings[v.ID], variants = h, append(variants, v.ID)
		if at.expires == "" || expires != "" && expires < at.expires {
			at.expires = expires
		}
		return err
	})
	if err != nil {
		return nil, f, err
	}
	if len(rules.thresholds.Houses) > 0 {
		for few := range chunks(variants, maxHoles) {
			if err := f.readHouses(ctx, r, few); err != nil {
				return nil, f, err
			}
		}
	}
	if f.presold, err = presoldOf(ctx, r, variants); err != nil {
		return nil, f, err
	}
	f.sold, err = soldOf(ctx, r, variants, since)
	return list, f, err
}

// judge works out the marks.
func (j judgedProduct) judge(f facts, rules stockRules) (m marks) {
	p := j.product
	if p.Archived {
		return m
	}
	h := f.of(p)
	lines := rules.thresholds.OfAll(p, h.sold, h.kept)
	judged := p
	judged.SafetyStock, judged.MaxStock = lines.Safety, lines.Max
	m.expires = j.expires
	m.due = data.DueMarkOf(append(data.StockAlerts(judged, h.onHand, h.reserved, nil, "", 0), rules.thresholds.HouseAlerts(p, h.houses)...))
	for _, need := range f.needs(p, rules) {
		if pace, ok := need.Pace(rules.reorder); ok && (m.pace == nil || pace < *m.pace) {
			m.pace = &pace
		}
	}
	for _, v := range p.Variants {
		i := data.Idle{OnHand: f.holdings[v.ID].OnHand, Since: j.first[v.ID]}
		for _, q := range f.sold[v.ID] {
			i.Sold += q
		}
		if from := i.From(rules.reorder); m.idle == "" || from != "" && from < m.idle {
			m.idle = from
		}
	}
	return m
}

// newMarks are those of a product that no movement, threshold or order knows yet: an import of many doesn't judge each again.
func newMarks(p *data.Product) marks {
	return judgedProduct{product: *p}.judge(facts{}, stockRules{})
}

// judgeToday judges a file that never was, as after the migration that gave it marks, and on a new day what was sold on the days
// that don't count any more: the day's first list needn't look for that at each keystroke. When another program is
// writing, its change does so.
func (p place) judgeToday(ctx context.Context) error {
	if p.file.options.ReadOnly {
		return nil
	}
	since, err := judgedSince(ctx, p.file.write)
	if err != nil {
		return err
	}
	rules, err := rulesOf(ctx, p.file.write)
	if err != nil || since >= daysAgo(data.DateOf(p.file.now()), rules.reorder.SalesDays) {
		return err
	}
	err = p.write(ctx, "", func(w *writing) error {
		w.unmarked.all, w.unmarked.day = since == "", true
		return nil
	})
	if since != "" && errors.Is(err, ErrBusy) {
		return nil
	}
	return err
}

// verifyMarks names the products whose marks aren't what they should be.
func (p *Report) verifyMarks(ctx context.Context, r reader) error {
	rules, err := rulesOf(ctx, r)
	if err != nil {
		return err
	}
	since, err := judgedSince(ctx, r)
	if err != nil {
		return err
	}
	ids, err := numbers(ctx, r, `SELECT id FROM product ORDER BY id`)
	if err != nil {
		return err
	}
	var wrong []int64
	err = eachJudged(ctx, r, rules, since, ids, func(record int64, was, is marks) error {
		if !is.same(was) {
			wrong = append(wrong, record)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for part := range chunks(wrong, maxHoles) {
		holes, args := in(part)
		if err := eachRow(ctx, r, `SELECT sku FROM product WHERE id IN `+holes+` ORDER BY sku`, args, func(scan func(...any) error) error {
			var sku string
			err := scan(&sku)
			p.add("fault.due", sku)
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}
