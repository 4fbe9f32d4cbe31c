package command

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

const (
	articlesPerOrder  = 5 // an order for so many articles: 20,000 of the large company
	ordersPerPurchase = 5
	openDays          = 45 // orders of the last days haven't been shipped yet
)

// largeArticle is what is traded of one article, and how much of it lies in the main warehouse.
type largeArticle struct {
	variant  int64
	sku      string
	supplier string
	unit     data.Unit
	price    data.UnitPrice
	cost     data.UnitPrice
	here     data.Quantity
	dead     bool // nobody buys it
	fresh    bool // it expires: what lies in the main warehouse is in lots
	lots     []data.Level
}

// largeTrade is three years of trade under way: goods come and go in rounds, and between them orders are taken and shipped
// and purchase orders written and received. What those move takes the place of other movements, so that there are as many
// as were asked for.
type largeTrade struct {
	s         *session
	st        *store.Store
	random    *rand.Rand
	articles  []largeArticle
	partners  int
	until     time.Time // today
	clock     *time.Time
	moved     int // articles so far, in all rounds
	spent     int // movements that orders booked and no round has left out yet
	orders    int
	purchases int
}

// largeTrade books it all. clock is what the store takes for now.
func (s *session) largeTrade(st *store.Store, size crowd, clock *time.Time) (*largeTrade, error) {
	t := &largeTrade{
		s: s, st: st, partners: size.partners, clock: clock, until: clock.AddDate(0, 0, largeDays),
		random: rand.New(rand.NewPCG(largeSeed, 2)), //nolint:gosec // the same company each time, no secret
	}
	if err := t.readArticles(); err != nil {
		return nil, err
	}
	at := min(max(len(t.articles)/20, 10), 5000) // so many move in one transaction, of one moment
	steps, done := (len(t.articles)+at-1)/at*(largeRounds-1), 0
	pause, bar := largeDays*24*time.Hour/time.Duration(steps+1), s.bar(size.movements-size.products)
	for round := 1; round < largeRounds; round++ {
		for from := 0; from < len(t.articles); from += at {
			*clock = clock.Add(pause)
			part := t.articles[from:min(from+at, len(t.articles))]
			if err := st.Atomically(s.ctx, func(st *store.Store) error { return t.step(st, part, from, round) }); err != nil {
				return nil, fmt.Errorf("large company's trade: %w", err)
			}
			done += len(part)
			bar(done)
		}
	}
	return t, nil
}

// readArticles reads what there is, families of articles in an order that has nothing to do with that of the list.
func (t *largeTrade) readArticles() error {
	var ids []int64
	err := t.st.Products.Each(t.s.ctx, func(p data.Product) error {
		a := largeArticle{variant: p.Variants[0].ID, sku: p.SKU, supplier: p.Supplier, unit: p.Unit, dead: t.random.IntN(7) == 0}
		a.fresh = slices.ContainsFunc(freshWares, func(f freshWare) bool { return f.category == p.Category })
		if p.Price != nil {
			a.price = *p.Price
		}
		if p.Cost != nil {
			a.cost = *p.Cost
		}
		t.articles, ids = append(t.articles, a), append(ids, a.variant)
		return nil
	})
	if err != nil {
		return err
	}
	held, err := t.st.Stock.OnHand(t.s.ctx, ids)
	for i := range t.articles {
		t.articles[i].came(data.Level{Quantity: held[t.articles[i].variant]})
	}
	families := slices.Collect(slices.Chunk(t.articles, 100)) // what lies together in the file is written together
	t.random.Shuffle(len(families), func(i, j int) { families[i], families[j] = families[j], families[i] })
	t.articles = slices.Concat(families...)
	return err
}

// step is a day or two: orders, purchase orders, and what else moved of some articles.
func (t *largeTrade) step(st *store.Store, part []largeArticle, from, round int) error {
	t.moved += len(part)
	for t.orders*articlesPerOrder*(largeRounds-1) < t.moved {
		if err := t.order(st, part); err != nil {
			return err
		}
		if t.purchases*ordersPerPurchase < t.orders {
			if err := t.purchase(st, part); err != nil {
				return err
			}
		}
	}
	var moves []data.Movement
	for i := range part {
		if t.spent > 0 {
			t.spent--
			continue
		}
		moves = append(moves, t.move(&part[i], from+i, round))
	}
	return st.Stock.Move(t.s.ctx, moves)
}

// move is one movement of an article. What goes never exceeds what lies there.
func (t *largeTrade) move(a *largeArticle, i, round int) data.Movement {
	year := t.clock.Year()
	m := data.Movement{
		VariantID: a.variant, SKU: a.sku, Quantity: data.Pieces(int64(50 + t.random.IntN(250))), Reason: data.Received, Cost: &a.cost,
		Document: fmt.Sprintf("GR-%d-%05d", year, i/20),
	}
	switch round {
	case 2, 5:
		m.Warehouse, m.Quantity = [3]string{"RTM", "LAX", "DXB"}[i%3], data.Pieces(int64(6+t.random.IntN(40)))
	case 3, 6, 9:
		m.Quantity, m.Reason, m.Cost = -t.share(a, 55, 97), data.Sent, nil
		m.Document = fmt.Sprintf("WEB-%d-%05d", year, i/5)
		if a.dead {
			m.Quantity, m.Reason = -data.Pieces(1), data.WrittenOff
			m.Document = fmt.Sprintf("QC-%d-%04d", year, i/50)
		}
	case 7:
		m.Quantity, m.Reason, m.Cost = data.Pieces(int64(1+t.random.IntN(5))), data.Returned, nil
		m.Document = fmt.Sprintf("RMA-%d-%05d", year, i/10)
	}
	if m.Reason == data.Received {
		m.Lot, m.Expiry = t.lot(a)
	}
	switch {
	case m.Warehouse != "":
	case m.Quantity < 0:
		t.left(a, -m.Quantity)
	default:
		a.came(data.Level{Lot: m.Lot, Expiry: m.Expiry, Quantity: m.Quantity})
	}
	return m
}

// share is a part of what lies there of an article, in whole pieces and in percent of it: at least one, and some are left.
func (t *largeTrade) share(a *largeArticle, from, to int64) data.Quantity {
	percent := from + t.random.Int64N(to-from)
	return data.Pieces(max(int64(a.here/data.Pieces(1))*percent/100-8, 1))
}

// some draws articles of a part, each once.
func (t *largeTrade) some(part []largeArticle, n int) []*largeArticle {
	var list []*largeArticle
	for _, i := range t.random.Perm(len(part))[:min(n, len(part))] {
		list = append(list, &part[i])
	}
	return list
}

// days returns the day so many days from now.
func (t *largeTrade) days(n int) data.Date { return data.DateOf(t.clock.AddDate(0, 0, n)) }

// order takes an order, and ships it unless it is one of the last or was cancelled.
func (t *largeTrade) order(st *store.Store, part []largeArticle) error {
	o := data.Order{
		Date: t.days(-10 - t.random.IntN(25)), Customer: fmt.Sprintf("C%05d", 1+t.random.IntN(t.partners)), Currency: "USD", Status: data.Confirmed,
		Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}, PaymentTerms: "30% deposit, 70% before shipment",
		BuyerOrderNo: fmt.Sprintf("PO %d", 4_500_000_000+t.random.IntN(9_999_999)), RequiredDate: t.days(t.random.IntN(30)),
		Notes: drawn(t.random, orderNotes),
	}
	list := t.some(part, 1+t.random.IntN(7))
	for _, a := range list {
		if a.here < data.Pieces(20) || a.dead {
			continue
		}
		o.Lines = append(o.Lines, data.OrderLine{VariantID: a.variant, SKU: a.sku, Quantity: t.share(a, 1, 40), Unit: a.unit, Price: a.price})
	}
	open := t.clock.After(t.until.AddDate(0, 0, -openDays))
	switch draw := t.random.IntN(100); {
	case len(o.Lines) == 0, open && draw < 30:
		o.Status = data.Draft
	case draw < 4:
		o.Status = data.Cancelled
	}
	t.orders++
	o, err := st.Orders.Save(t.s.ctx, o)
	if err != nil || open || o.Status != data.Confirmed {
		return err
	}
	return t.ship(st, o, part)
}

// ship sends a whole order.
func (t *largeTrade) ship(st *store.Store, o data.Order, part []largeArticle) error {
	sh := data.Shipment{OrderNo: o.No}
	for i, l := range o.Lines {
		sh.Lines = append(sh.Lines, data.ShipmentLine{Line: i + 1, Quantity: l.Quantity})
		for j := range part {
			if part[j].variant == l.VariantID {
				t.left(&part[j], l.Quantity)
			}
		}
	}
	sh, err := st.Shipments.Save(t.s.ctx, sh)
	if err == nil {
		err = t.pay(st, o)
	}
	if err == nil {
		_, err = st.Shipments.PostUnpaid(t.s.ctx, sh.ID, "long-standing customer")
	}
	t.spent += len(o.Lines)
	return err
}

// pay books what most customers paid: four of five all of it, the others nothing yet.
func (t *largeTrade) pay(st *store.Store, o data.Order) error {
	total, err := o.Totals()
	if err != nil || t.orders%5 == 0 || total.Total.Minor <= 0 {
		return err
	}
	_, err = st.Payments.Book(t.s.ctx, data.Payment{Date: o.Date, Amount: total.Total.Minor, Allocations: []data.Allocation{{OrderID: o.ID, OrderNo: o.No, Minor: total.Total.Minor}}})
	return err
}

// purchase orders some articles of one supplier, which came unless it is one of the last.
func (t *largeTrade) purchase(st *store.Store, part []largeArticle) error {
	list := t.some(part, 1)
	for i := range part {
		if a := &part[i]; a.supplier == list[0].supplier && a.sku != list[0].sku && len(list) < 6 {
			list = append(list, a)
		}
	}
	p := data.PurchaseOrder{
		Date: t.days(-25 - t.random.IntN(20)), Status: data.PurchaseOrdered, Supplier: list[0].supplier, Currency: "USD",
		Expected: t.days(t.random.IntN(20)), PaymentTerms: "月结30天", Language: "zh", Notes: drawn(t.random, purchaseNotes),
	}
	var came data.Receipt
	for i, a := range list {
		q := data.Pieces(int64(50 * (1 + t.random.IntN(6))))
		p.Lines = append(p.Lines, data.PurchaseLine{VariantID: a.variant, SKU: a.sku, Quantity: q, Unit: a.unit, Price: a.cost})
		lot, expiry := t.lot(a)
		came.Lines = append(came.Lines, data.ReceiptLine{Line: i + 1, SKU: a.sku, Quantity: q, Lot: lot, Expiry: expiry})
	}
	t.purchases++
	p, err := st.Purchases.Save(t.s.ctx, p)
	if err != nil || t.clock.After(t.until.AddDate(0, 0, -openDays)) {
		return err
	}
	for i, a := range list {
		l := came.Lines[i]
		a.came(data.Level{Lot: l.Lot, Expiry: l.Expiry, Quantity: l.Quantity})
	}
	t.spent += len(list)
	_, err = st.Purchases.Receive(t.s.ctx, p.No, came)
	return err
}
