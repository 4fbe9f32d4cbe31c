package products

import (
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// table is a list of a product that is edited in a grid. Its show and read are each other's inverse.
type table struct {
	id   string // as problems name the list
	grid *kit.Grid
	show func(data.Product) [][]string
	read func(*data.Product, []*kit.GridRow)
}

// column is a column of a table: the key of its head, and its share of the width.
type column struct {
	key   string
	share float32
}

// addTable adds a table to the form, under this label.
func (e *editor) addTable(id, label string, columns []column, show func(data.Product) [][]string, read func(*data.Product, []*kit.GridRow)) *table {
	heads := make([]kit.GridColumn, len(columns))
	for i, c := range columns {
		heads[i] = kit.GridColumn{Title: e.host.T(c.key), Share: c.share}
	}
	t := &table{id, kit.NewGrid(e.host, heads...), show, read}
	t.grid.OnChanged = func() { e.form.Relayout(); e.form.Edited(id) }
	e.form.Add(kit.Field{ID: id, Label: label, Span: kit.Whole, Control: t.grid.Content})
	e.tables = append(e.tables, t)
	return t
}

// showTables fills the grids from p.
func (e *editor) showTables(p data.Product) {
	for _, t := range e.tables {
		t.grid.Set(t.show(p))
	}
}

// readTables puts what the grids say into p.
func (e *editor) readTables(p *data.Product, bad *data.Problems) {
	for _, t := range e.tables {
		t.read(p, t.grid.Rows(t.id, bad))
	}
}

// ladderTable is prices from a quantity on, by currency and delivery term.
func (e *editor) ladderTable() {
	e.addTable("price_ladder", "screen.product.ladder", []column{
		{"screen.product.ladder.from", 3}, {"screen.product.ladder.price", 3}, {"screen.product.currency", 2}, {"product.term", 2}, {"product.place", 3},
	}, func(p data.Product) (rows [][]string) {
		for _, s := range p.PriceLadder {
			in := s.Currency
			if in == "" {
				in = p.Currency
			}
			rows = append(rows, []string{s.From.String(), s.Price.Shown(in), string(s.Currency), s.Term.Rule, s.Term.Place})
		}
		return rows
	}, func(p *data.Product, rows []*kit.GridRow) {
		old := p.PriceLadder
		p.PriceLadder = nil
		for _, r := range rows {
			s := data.PriceStep{
				From: kit.GridNumber(r, 0, data.ParseQuantity), Price: kit.GridNumber(r, 1, data.ParseUnitPrice),
				Currency: data.Currency(strings.ToUpper(r.Text(2))),
			}
			if r.Text(0) == "" || r.Text(1) == "" {
				r.Wrong(0, "screen.problem.ladder")
			}
			if rule := strings.ToUpper(r.Text(3)); rule != "" {
				s.Term = data.Incoterm{Rule: rule, Place: r.Text(4), Edition: edition(old, rule, r.Text(4))}
			}
			p.PriceLadder = append(p.PriceLadder, s)
		}
	})
}

// edition returns the edition of a term: that it had, else the newest.
func edition(old []data.PriceStep, rule, place string) string {
	for _, s := range old {
		if s.Term.Rule == rule && s.Term.Place == place {
			return s.Term.Edition
		}
	}
	return data.Edition
}

// offerTable is the suppliers beside the preferred one, whose terms have fields of their own.
func (e *editor) offerTable() {
	e.addTable("suppliers", "product.offers", []column{
		{"screen.product.supplier", 3},
		{"product.item_no", 3.6},
		{"screen.product.cost", 3.4},
		{"screen.product.currency", 2.2},
		{"product.lead_days", 1.9},
		{"product.their_moq", 2.3},
		{"product.multiple", 2.4},
	}, func(p data.Product) (rows [][]string) {
		for _, o := range p.Offers {
			if !o.Preferred {
				rows = append(rows, []string{o.Partner, o.ItemNo, price(o.Cost, o.Currency), string(o.Currency), kit.Count(o.LeadDays), kit.Figure(o.MOQ), kit.Figure(o.Multiple)})
			}
		}
		return rows
	}, func(p *data.Product, rows []*kit.GridRow) {
		var offers []data.Offer
		if own := e.ownOffer(*p); p.SupplierID != 0 && (len(rows) > 0 || own.ItemNo != "" || own.LeadDays+int64(own.MOQ+own.Multiple) != 0 || own.Note != "") {
			offers = append(offers, own)
		}
		for _, r := range rows {
			o := data.Offer{
				Partner: r.Text(0), ItemNo: r.Text(1), Cost: kit.GridOptional(r, 2, data.ParseUnitPrice), Currency: data.Currency(strings.ToUpper(r.Text(3))),
				LeadDays: wholeNumber(r, 4), MOQ: kit.GridNumber(r, 5, data.ParseQuantity), Multiple: kit.GridNumber(r, 6, data.ParseQuantity),
			}
			if i := slices.IndexFunc(p.Offers, func(old data.Offer) bool { return old.Partner == o.Partner }); i >= 0 {
				o.PartnerID, o.Note = p.Offers[i].PartnerID, p.Offers[i].Note
			}
			offers = append(offers, o)
		}
		p.Offers = offers
	})
}

// ownOffer is what the form says of the preferred supplier's terms.
func (e *editor) ownOffer(p data.Product) data.Offer {
	f := e.form
	var bad data.Problems // reported by readOwnTerms
	o := data.Offer{PartnerID: p.SupplierID, Partner: p.Supplier, Cost: p.Cost, Currency: p.CostCurrency, Preferred: true}
	if i := slices.IndexFunc(p.Offers, func(old data.Offer) bool { return old.PartnerID == p.SupplierID }); i >= 0 {
		o.Partner, o.Note = p.Offers[i].Partner, p.Offers[i].Note
	}
	o.ItemNo = f.Text("own_item_no")
	o.LeadDays = e.ownDays(&bad)
	o.MOQ = kit.ReadNumber(f.Entry("own_moq"), "own_moq", data.ParseQuantity, &bad)
	o.Multiple = kit.ReadNumber(f.Entry("own_multiple"), "own_multiple", data.ParseQuantity, &bad)
	return o
}

func (e *editor) ownDays(bad *data.Problems) int64 {
	q := kit.ReadNumber(e.form.Entry("own_lead_days"), "own_lead_days", data.ParseQuantity, bad)
	if q%1000 != 0 {
		bad.Add("own_lead_days", "screen.problem.number")
	}
	return int64(q) / 1000
}

// readOwnTerms reports what is wrong with the fields of the preferred supplier's terms.
func (e *editor) readOwnTerms(bad *data.Problems) {
	e.ownDays(bad)
	kit.ReadNumber(e.form.Entry("own_moq"), "own_moq", data.ParseQuantity, bad)
	kit.ReadNumber(e.form.Entry("own_multiple"), "own_multiple", data.ParseQuantity, bad)
}

// showOwnTerms fills the fields of the preferred supplier's terms.
func (e *editor) showOwnTerms(p data.Product) {
	var own data.Offer
	for _, o := range p.Offers {
		if o.Preferred {
			own = o
		}
	}
	e.form.Set("own_item_no", own.ItemNo)
	e.form.Set("own_lead_days", kit.Count(own.LeadDays))
	e.form.Set("own_moq", kit.Figure(own.MOQ))
	e.form.Set("own_multiple", kit.Figure(own.Multiple))
}

// buyerTable is the numbers by which buyers know the article.
func (e *editor) buyerTable() {
	e.addTable("buyer_items", "product.buyer_items", []column{{"product.buyer", 1}, {"product.item_no", 1}}, func(p data.Product) (rows [][]string) {
		for _, b := range p.BuyerItemNames {
			rows = append(rows, []string{b.Partner, b.ItemNo})
		}
		return rows
	}, func(p *data.Product, rows []*kit.GridRow) {
		old := p.BuyerItemNames
		p.BuyerItemNames = nil
		for _, r := range rows {
			b := data.BuyerItemNo{Partner: r.Text(0), ItemNo: r.Text(1)}
			if i := slices.IndexFunc(old, func(o data.BuyerItemNo) bool { return o.Partner == b.Partner }); i >= 0 {
				b.PartnerID = old[i].PartnerID
			}
			p.BuyerItemNames = append(p.BuyerItemNames, b)
		}
	})
}

// wholeNumber reads a whole number that isn't negative; an empty field is zero.
func wholeNumber(r *kit.GridRow, column int) int64 {
	text := kit.PlainNumber(r.Text(column))
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 0 {
		r.Wrong(column, "screen.problem.number")
	}
	return n
}
