package command_test

import (
	"path/filepath"

	"github.com/shopspring/decimal"
)

// amounts are the sums below a paper, or of an order.
type amounts struct {
	Goods, Discount, Freight, Insurance, Charges, Total string
	Cartons                                             int
	Net                                                 string `json:"net_weight_kg"`
	Gross                                               string `json:"gross_weight_kg"`
	Volume                                              string `json:"volume_m3"`
}

// toldLine is a line of an order or a paper.
type toldLine struct {
	SKU, Quantity, Amount string
	Cartons               int
	Net                   string `json:"net_weight_kg"`
}

// toldPart is what is owed at one time.
type toldPart struct {
	Amount, Paid, Open, State, Trigger string
	Shipment                           string `json:"shipment_no"`
}

// toldOrder is an order as show prints it.
type toldOrder struct {
	Status    string
	Lines     []toldLine
	Totals    amounts
	Documents []toldPaper
	Progress  []struct{ SKU, Ordered, Planned, Shipped, Invoiced, Short, Remaining string }
	Account   struct {
		Total, Credited, Paid, Balance string
		Parts                          []toldPart
	}
}

// toldPaper is a document as data, or an entry of a list of them.
type toldPaper struct {
	Kind, Number, Currency, Voided string
	Shipment                       string `json:"shipment_no"`
	Revision                       int
	Lines                          []toldLine
	Totals                         amounts
	Packages                       []struct{ From, To, Count int }
}

// toldShipment is a shipment as show prints it.
type toldShipment struct {
	Posted bool
	Orders []string
	Order  string `json:"order_no"`
	Lines  []struct {
		Order    string `json:"order_no"`
		Line     int
		Quantity string
	}
}

func (s *tale) order(no string) toldOrder {
	s.Helper()
	return decoded[toldOrder](s.bench, s.done("show", "order", no, "--json"))
}

// paper returns a document as data.
func (s *tale) paper(kind, number string, more ...string) toldPaper {
	s.Helper()
	out := filepath.Join(s.T.TempDir(), "papers")
	s.done(append([]string{"document", kind, number, "--format", "json", "--out", out}, more...)...)
	found, err := filepath.Glob(filepath.Join(out, "*.json"))
	if err != nil || len(found) != 1 {
		s.Fatalf("%s %s: files %v, %v", kind, number, found, err)
	}
	return decoded[toldPaper](s.bench, answer{out: s.read(found[0])})
}

// issuedOf is the entry of a document of an order or shipment.
func (s *tale) issuedOf(kind, shipment string) (paper toldPaper) {
	s.Helper()
	for _, d := range decoded[[]toldPaper](s.bench, s.done("list", "documents", "--json")) {
		if d.Kind == kind && d.Shipment == shipment {
			paper = d
		}
	}
	return paper
}

// dec reads a decimal of an answer; nothing is nought.
func dec(text string) decimal.Decimal {
	if text == "" {
		return decimal.Zero
	}
	return decimal.RequireFromString(text)
}

// same holds two figures against each other.
func (s *tale) same(what string, got, want decimal.Decimal) {
	s.Helper()
	if !got.Equal(want) {
		s.Errorf("%s: %s, and elsewhere %s", what, got, want)
	}
}

// agrees holds all records and papers of the tale against each other.
func (s *tale) agrees() {
	s.Helper()
	orders := map[string]toldOrder{}
	for _, row := range decoded[[]struct {
		No string `json:"order_no"`
	}](s.bench, s.done("list", "orders", "--json")) {
		orders[row.No] = s.order(row.No)
	}
	for no, o := range orders {
		s.orderAgrees(no, o)
	}
	s.shipmentsAgree(orders)
}

// orderAgrees holds an order's progress and account against its lines and sums.
func (s *tale) orderAgrees(no string, o toldOrder) {
	s.Helper()
	goods := decimal.Zero
	for i, l := range o.Lines {
		goods = goods.Add(dec(l.Amount))
		if o.Progress == nil {
			continue // a quotation
		}
		p := o.Progress[i]
		s.same(no+" "+l.SKU+" ordered", dec(p.Ordered), dec(l.Quantity))
		s.same(no+" "+l.SKU+" shipped, short and left", dec(p.Shipped).Add(dec(p.Remaining)).Add(dec(p.Short)), dec(l.Quantity))
	}
	s.same(no+" goods", dec(o.Totals.Goods), goods)
	s.same(no+" total", dec(o.Totals.Total), goods.Sub(dec(o.Totals.Discount)).Add(dec(o.Totals.Freight)).Add(dec(o.Totals.Insurance)).Add(dec(o.Totals.Charges)))
	if len(o.Account.Parts) == 0 {
		return
	}
	due, paid := decimal.Zero, decimal.Zero
	for _, p := range o.Account.Parts {
		due, paid = due.Add(dec(p.Amount)), paid.Add(dec(p.Paid))
	}
	s.same(no+" account", dec(o.Account.Total), dec(o.Totals.Total))
	s.same(no+" instalments", due, dec(o.Account.Total).Sub(dec(o.Account.Credited)))
	s.same(no+" paid", paid, dec(o.Account.Paid))
	s.same(no+" balance", dec(o.Account.Balance), due.Sub(paid))
}

// shipmentsAgree holds shipments, their papers and the stock against the orders.
func (s *tale) shipmentsAgree(orders map[string]toldOrder) {
	s.Helper()
	gone, travelling := map[string]decimal.Decimal{}, map[string]decimal.Decimal{}
	billed, cartons, net := decimal.Zero, 0, decimal.Zero
	list := decoded[[]struct {
		No string `json:"shipment_no"`
	}](s.bench, s.done("list", "shipments", "--json"))
	for _, row := range list {
		sh := decoded[toldShipment](s.bench, s.done("show", "shipment", row.No, "--json"))
		want := map[string]decimal.Decimal{}
		for _, l := range sh.Lines {
			no := sh.Order
			if l.Order != "" {
				no = l.Order
			}
			sku := orders[no].Lines[l.Line-1].SKU
			want[sku] = want[sku].Add(dec(l.Quantity))
		}
		for sku, n := range want {
			travelling[sku] = travelling[sku].Add(n)
			if sh.Posted {
				gone[sku] = gone[sku].Add(n)
			}
		}
		invoice := s.papersAgree(row.No, want)
		s.carriageAgrees(row.No, invoice)
		billed, cartons, net = billed.Add(dec(invoice.Totals.Total)), cartons+invoice.Totals.Cartons, net.Add(dec(invoice.Totals.Net))
	}
	for _, row := range decoded[[]struct {
		SKU    string
		OnHand string `json:"on_hand"`
	}](s.bench, s.done("list", "stock", "--json")) {
		s.same("stock of "+row.SKU, dec(row.OnHand), s.stock[row.SKU].Sub(gone[row.SKU]))
	}
	if len(list) == 2 { // all of both orders travels
		s.wholeAgrees(orders, travelling, billed, cartons, net)
	}
}

// carriageAgrees holds what carriers are asked to carry of a shipment against its papers.
func (s *tale) carriageAgrees(no string, paper toldPaper) {
	s.Helper()
	asked := decoded[struct {
		Goods struct {
			Cartons int
			Gross   string `json:"gross_kg"`
			Volume  string `json:"volume_m3"`
		}
	}](s.bench, s.done("show", "carriage", no, "--json")).Goods
	if asked.Cartons != paper.Totals.Cartons {
		s.Errorf("%s: carriers are asked for %d cartons, the invoice has %d", no, asked.Cartons, paper.Totals.Cartons)
	}
	s.same(no+" gross weight", dec(asked.Gross), dec(paper.Totals.Gross))
	s.same(no+" volume", dec(asked.Volume).Round(3), dec(paper.Totals.Volume).Round(3))
}

// papersAgree holds invoice and packing list of a shipment against its goods and each other, drafts or issued, and returns the invoice.
func (s *tale) papersAgree(no string, want map[string]decimal.Decimal) toldPaper {
	s.Helper()
	invoice, packing := s.paper("commercial-invoice", no), s.paper("packing-list", no)
	counted := 0
	for _, p := range packing.Packages {
		if counted += p.Count; p.To != counted || p.To-p.From+1 != p.Count {
			s.Errorf("%s: cartons %d to %d are %d, %d so far", no, p.From, p.To, p.Count, counted)
		}
	}
	for _, paper := range []toldPaper{invoice, packing} {
		got, cartons, net := map[string]decimal.Decimal{}, 0, decimal.Zero
		for _, l := range paper.Lines {
			got[l.SKU], cartons, net = got[l.SKU].Add(dec(l.Quantity)), cartons+l.Cartons, net.Add(dec(l.Net))
		}
		for sku, n := range want {
			s.same(no+" "+paper.Kind+" "+sku, got[sku], n)
		}
		s.same(no+" "+paper.Kind+" net weight", dec(paper.Totals.Net), net)
		if paper.Totals.Cartons != counted || cartons != counted {
			s.Errorf("%s: %d cartons are packed, the %s counts %d in its lines and %d below", no, counted, paper.Kind, cartons, paper.Totals.Cartons)
		}
	}
	if i, p := invoice.Totals, packing.Totals; i.Net != p.Net || i.Gross != p.Gross || i.Volume != p.Volume || p.Total != "" {
		s.Errorf("%s: the invoice weighs %s %s %s, the packing list %s %s %s", no, i.Net, i.Gross, i.Volume, p.Net, p.Gross, p.Volume)
	}
	return invoice
}

// wholeAgrees holds two shipments together against both orders together.
func (s *tale) wholeAgrees(orders map[string]toldOrder, travelling map[string]decimal.Decimal, billed decimal.Decimal, cartons int, net decimal.Decimal) {
	s.Helper()
	total, ordered, count, weight := decimal.Zero, map[string]decimal.Decimal{}, 0, decimal.Zero
	for _, o := range orders {
		total, count, weight = total.Add(dec(o.Totals.Total)), count+o.Totals.Cartons, weight.Add(dec(o.Totals.Net))
		for _, l := range o.Lines {
			ordered[l.SKU] = ordered[l.SKU].Add(dec(l.Quantity))
		}
	}
	for sku, n := range ordered {
		s.same(sku+" travelling", travelling[sku], n)
	}
	s.same("the invoices", billed, total)
	s.same("net weight of all", net, weight)
	if cartons != count {
		s.Errorf("%d cartons travel, %d were ordered", cartons, count)
	}
}
