package command

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// page is a record for a reader on a terminal: a title, what is known of it, tables of its parts.
type page struct {
	title string
	facts []fact
	parts []part
}

// fact is one line of a page: what it is called, and what it is.
type fact struct{ label, text string }

// part is a table on a page, with facts below it.
type part struct {
	title string
	table *table
	facts []fact
}

// add appends a fact that is known.
func (p *page) add(label, text string) { p.facts = append(p.facts, fact{label, text}) }

// print writes the page. What isn't known is left out.
func (p *page) print(w io.Writer) {
	fmt.Fprintln(w, p.title)
	printFacts(w, p.facts)
	for _, one := range p.parts {
		if len(one.table.cells) > 0 {
			fmt.Fprintf(w, "\n%s\n", one.title)
			one.table.print(w)
		}
		printFacts(w, one.facts)
	}
}

// printFacts writes labels and texts in two columns; further lines of a text stand below its first.
func printFacts(w io.Writer, facts []fact) {
	wide := 0
	for _, f := range facts {
		if f.text != "" {
			wide = max(wide, columns(f.label))
		}
	}
	for _, f := range facts {
		if strings.TrimSpace(f.text) == "" {
			continue
		}
		label := f.label + strings.Repeat(" ", wide-columns(f.label))
		for line := range strings.SplitSeq(strings.Trim(f.text, "\r\n"), "\n") {
			fmt.Fprintf(w, "  %s  %s\n", label, strings.TrimRight(line, " \r"))
			label = strings.Repeat(" ", wide)
		}
	}
}

// page reads what show prints for people.
func (s *session) page(st *store.Store, kind, number string) (*page, error) {
	switch kind {
	case "product":
		return s.productPage(st, number)
	case "partner":
		return s.partnerPage(st, number)
	case purchaseKindName:
		return s.purchasePage(st, number)
	case "stocktake":
		return s.takePage(st, number)
	case campaignKindName:
		return s.campaignPage(st, number)
	case "carriage":
		return s.carriagePage(st, number)
	case "shipment":
		return s.shipmentPage(st, number)
	}
	return s.orderPage(st, number)
}

func (s *session) orderPage(st *store.Store, number string) (*page, error) {
	o, err := st.Orders.ByNo(s.ctx, number)
	if err != nil {
		return nil, err
	}
	row, err := orderRowOf(o)
	if err != nil {
		return nil, err
	}
	customer, err := st.Partners.Get(s.ctx, o.CustomerID)
	if err != nil {
		return nil, fmt.Errorf("customer of %s: %w", number, err)
	}
	p := &page{title: s.t("command.show.order", "Number", o.No)}
	p.add(s.t("command.label.date"), s.words.Date(string(o.Date)))
	p.add(s.t("command.label.customer"), o.Customer+"  "+customer.Name)
	p.add(s.t("command.label.status"), s.status(o.Status))
	p.add(s.t("command.label.term"), strings.TrimSpace(o.Incoterm.Rule+" "+o.Incoterm.Place))
	p.add(s.t("command.label.payment"), o.PaymentTerms)
	p.add(s.t("command.label.buyer_order"), o.BuyerOrderNo)
	p.add(s.t("command.label.required"), s.words.Date(string(o.RequiredDate)))
	p.add(s.t("command.label.notes"), o.Notes)
	goods, err := s.goodsNames(st, o)
	if err != nil {
		return nil, err
	}
	p.parts = append(p.parts, s.orderLinesPart(o, row, goods))
	shipments, err := st.Shipments.OfOrder(s.ctx, o.ID)
	if err != nil {
		return nil, fmt.Errorf("shipments of %s: %w", number, err)
	}
	sent := newTable(s.t("command.label.number"), s.t("command.label.date"))
	for _, sh := range shipments {
		sent.add(sh, sh.No, s.words.Date(string(sh.Date)))
	}
	p.parts = append(p.parts, part{title: s.t("command.label.shipments"), table: sent})
	papers, err := s.papersPart(st, o.ID, 0)
	p.parts = append(p.parts, papers)
	return p, err
}

// orderLinesPart is the table of an order's lines and what they come to.
func (s *session) orderLinesPart(o data.Order, row orderRow, goods []string) part {
	t := newTable("", s.t("command.label.sku"), s.t("command.label.description"), s.t("command.label.quantity"), s.t("command.label.unit"),
		s.t("command.label.price"), s.t("command.label.discount_percent"), s.t("command.label.amount"))
	t.right = []int{0, 3, 5, 6, 7}
	for i, l := range row.Lines {
		discount := l.Discount
		if discount == "0" {
			discount = ""
		}
		if l.Campaign != "" {
			goods[i] += " · " + s.t("campaign.of", "No", l.Campaign)
		}
		t.add(l, strconv.Itoa(i+1), l.SKU, goods[i], l.Quantity, string(l.Unit), l.Price, discount, l.Amount)
	}
	amount := func(minor int64) string {
		if minor == 0 {
			return ""
		}
		return data.Money{Minor: minor, Currency: o.Currency}.String()
	}
	facts := []fact{
		{s.t("command.label.goods"), row.Goods},
		{s.t("command.label.discount"), amount(-row.reduced)},
		{s.t("command.label.freight"), amount(o.Freight)},
		{s.t("command.label.insurance"), amount(o.Insurance)},
	}
	for _, c := range o.Charges {
		facts = append(facts, fact{c.Name, amount(c.Minor)})
	}
	facts = append(facts, fact{s.t("command.label.total"), row.Total})
	wide := 0
	for _, f := range facts {
		wide = max(wide, len(f.text))
	}
	for i, f := range facts {
		if f.text != "" {
			facts[i].text = strings.Repeat(" ", wide-len(f.text)) + f.text
		}
	}
	facts[len(facts)-1].text += " " + string(o.Currency)
	return part{title: s.t("command.label.lines"), table: t, facts: facts}
}

// goodsNames returns what the goods of each line are called: by the line, else by the product.
func (s *session) goodsNames(st *store.Store, o data.Order) ([]string, error) {
	products, err := st.Products.ByVariant(s.ctx, o.Variants())
	if err != nil {
		return nil, fmt.Errorf("products of %s: %w", o.No, err)
	}
	names := make([]string, len(o.Lines))
	for i, l := range o.Lines {
		if names[i] = l.Description.In(s.words.Lang()); names[i] == "" {
			names[i] = products[l.VariantID].Name.In(s.words.Lang())
		}
	}
	return names, nil
}

// status says how far an order has come.
func (s *session) status(of data.Status) string {
	keys := map[data.Status]string{
		data.Draft: "order.status.draft", data.Confirmed: "order.status.confirmed", data.Shipped: "order.status.shipped",
		data.Closed: "order.status.closed", data.Cancelled: "order.status.cancelled", data.Lost: "order.status.lost",
	}
	if key, known := keys[of]; known {
		return s.t(key)
	}
	return string(of)
}

// papersPart is the table of what was issued of an order, or of one of its shipments.
func (s *session) papersPart(st *store.Store, order, shipment int64) (part, error) {
	issued, err := st.Documents.Of(s.ctx, order)
	if err != nil {
		return part{}, fmt.Errorf("documents: %w", err)
	}
	t := newTable(s.t("command.label.kind"), s.t("command.label.number"), s.t("command.label.revision"), s.t("command.label.date"), s.t("command.label.voided"))
	var changed []fact // what each revision changed
	for _, d := range issued {
		if shipment == 0 || d.ShipmentID == shipment {
			t.add(d, string(d.Kind), d.Number, "R"+strconv.Itoa(d.Revision), s.words.Date(string(d.Date)), d.Voided)
			if len(d.Changes) > 0 {
				text := strings.Join(document.SayDifferences(d.Changes, wordsIn(s.words)), "\n")
				changed = append(changed, fact{d.Number + " R" + strconv.Itoa(d.Revision), text})
			}
		}
	}
	return part{title: s.t("command.label.documents"), table: t, facts: changed}, nil
}

func (s *session) shipmentPage(st *store.Store, number string) (*page, error) {
	sh, err := st.Shipments.ByNo(s.ctx, number)
	if err != nil {
		return nil, err
	}
	o, err := st.Orders.Get(s.ctx, sh.OrderID)
	if err != nil {
		return nil, fmt.Errorf("order of shipment %s: %w", number, err)
	}
	p := &page{title: s.t("command.show.shipment", "Number", sh.No)}
	p.add(s.t("command.label.order"), o.No)
	p.add(s.t("command.label.date"), s.words.Date(string(sh.Date)))
	p.add(s.t("command.label.customer"), o.Customer)
	p.add(s.t("command.label.loading"), sh.Transport.PortOfLoading)
	p.add(s.t("command.label.discharge"), sh.Transport.PortOfDischarge)
	for _, c := range sh.Containers {
		p.add(s.t("command.label.container"), strings.Join([]string{c.No, c.Seal, c.Type}, "  "))
	}
	if sh.Posted {
		p.add(s.t("command.label.status"), s.t("command.label.posted"))
	}
	t := newTable("", s.t("command.label.sku"), s.t("command.label.description"), s.t("command.label.quantity"), s.t("command.label.unit"))
	t.right = []int{0, 3}
	goods, err := s.goodsNames(st, o)
	if err != nil {
		return nil, err
	}
	for _, l := range sh.Lines {
		if l.Line < 1 || l.Line > len(o.Lines) {
			continue
		}
		of := o.Lines[l.Line-1]
		t.add(l, strconv.Itoa(l.Line), of.SKU, goods[l.Line-1], l.Quantity.String(), string(of.Unit))
	}
	p.parts = append(p.parts, part{title: s.t("command.label.lines"), table: t})
	papers, err := s.papersPart(st, o.ID, sh.ID)
	p.parts = append(p.parts, papers)
	return p, err
}
