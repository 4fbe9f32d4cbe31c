package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"tradewind/app"
	"tradewind/app/command"
	"tradewind/assets"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/documents"
	"tradewind/screens/kit"
	"tradewind/screens/orders"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Numbers of the orders that the pictures are of.
const (
	manyLines = "SO-40-LINES"
	mostLines = "SO-300-LINES"
	longTexts = "SO-WITH-A-RATHER-LONG-NUMBER-0001"
	bare      = "SO-BARE"
	sent      = "SO-SENT"
	given     = "SO-ISSUED"
	revised   = "SO-REVISED"
)

// trade fills a data file with orders as they go wrong on screens: forty lines, three hundred, very long texts, nothing but the
// customer, sent already, with issued papers.
func trade(ctx context.Context, st *store.Store) error {
	if err := tradeFirm(ctx, st); err != nil {
		return err
	}
	price := data.UnitPrice(12_345_678)
	for i := range 40 {
		p := data.Product{
			SKU: fmt.Sprintf("BOTTLE-%02d", i+1), Unit: "PCS", Price: &price, Currency: "USD", Origin: "CN", HSCode: "9617001900",
			Name: data.Texts{"en": fmt.Sprintf("Vacuum bottle, %d ml", 250+i*50), "zh": fmt.Sprintf("真空保温杯 %d 毫升", 250+i*50)},
		}
		p.Packing = data.Packing{PcsPerCarton: data.Pieces(24), Carton: data.Box{Length: 4800, Width: 3800, Height: 3200}, CartonNet: 9_600_000, CartonGross: 11_000_000}
		if i == 0 {
			p.SKU, p.Name = "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", data.Texts{"en": longText, "zh": longChinese}
		}
		if i == 39 {
			p.Packing, p.HSCode = data.Packing{}, ""
		}
		if _, err := st.Products.Save(ctx, p); err != nil {
			return err
		}
	}
	return tradeOrders(ctx, st, price)
}

func tradeFirm(ctx context.Context, st *store.Store) error {
	c, err := st.Company.Get(ctx)
	if err != nil {
		return err
	}
	c.Address = data.Address{Street: "188 Jiangnan Road", City: "Ningbo", Country: "CN"}
	logo, err := st.Attachments.Put(ctx, "logo.png", assets.Icon)
	if err != nil {
		return err
	}
	c.Letterheads = []data.Head{
		{Picture: logo},
		{Name: "Lotus", Picture: logo, Text: "Lotus Home 莲花家居\nRoom 1203, 88 Zhongshan East Road, Ningbo\nlotus.example · hello@lotus.example"},
		{Name: "Long", Text: longText + "\n" + longChinese},
	}
	if _, err := st.Company.Save(ctx, c); err != nil {
		return err
	}
	for code, name := range map[string]string{"HAFEN": "Hafen Import GmbH & Co. KG", "LONG": longText} {
		p := data.Partner{Code: code, Roles: []data.Role{data.Customer}, Language: "en+zh", Currency: "USD"}
		p.Name = name
		p.Address = data.Address{Street: "Am Kai 1", City: "Hamburg", PostalCode: "20457", Country: "DE"}
		p.Letterhead = map[string]data.Letterhead{"HAFEN": "Lotus", "LONG": "Long"}[code]
		p.Addresses = []data.PartnerAddress{
			{Use: data.DeliveryAddress, Name: name + " · Lager 3", Post: data.Address{Street: "Hafenstraße 12", City: "Bremen", PostalCode: "28217", Country: "DE"}},
			{Use: data.BillingAddress, Post: data.Address{Street: "Ringstraße 5", City: "Kiel", PostalCode: "24103", Country: "DE"}},
		}
		if _, err := st.Partners.Save(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// placed is an order that goes to a warehouse of its buyer and is billed to an office.
func placed(ctx context.Context, st *store.Store, o data.Order) (data.Order, error) {
	buyer, err := st.Partners.ByCode(ctx, o.Customer)
	if err != nil {
		return o, err
	}
	o.Consignee, o.BillTo = buyer.PartyAt(buyer.Addresses[0]), buyer.PartyAt(buyer.Addresses[1])
	return o, nil
}

func tradeOrders(ctx context.Context, st *store.Store, price data.UnitPrice) error {
	term := data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}
	line := func(i int, quantity int64) data.OrderLine {
		l := data.OrderLine{SKU: fmt.Sprintf("BOTTLE-%02d", i), Quantity: data.Pieces(quantity), Unit: "PCS", Price: price}
		if i == 1 {
			l.SKU = "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML"
		}
		return l
	}
	many := data.Order{No: manyLines, Date: "2026-11-05", Status: data.Confirmed, Customer: "HAFEN", Currency: "USD", Incoterm: term}
	for i := range 40 {
		many.Lines = append(many.Lines, line(i+1, int64(100*(i+1))))
	}
	long := data.Order{
		No: longTexts, Date: "2026-11-04", Customer: "LONG", Currency: "USD", Incoterm: data.Incoterm{Rule: "CIF", Place: longText, Edition: "2020"},
		PaymentTerms: longText, Marks: longText, Notes: longText, Declarations: longChinese, BuyerOrderNo: longText, Freight: 123456789012,
		Consignee: data.Party{Name: longText, LocalName: longChinese, Address: data.Address{Street: longText, City: "Hamburg", Country: "VC"}},
		Lines:     []data.OrderLine{line(1, 987654321), line(2, 987654321)},
		Charges:   []data.Charge{{Name: longText, Minor: 123456}}, References: []data.Fact{{Name: longText, Text: longText}},
	}
	for i := range long.Lines {
		long.Lines[i].Description = data.Texts{"en": longText, "zh": longChinese}
	}
	most := data.Order{No: mostLines, Date: "2026-10-30", Customer: "HAFEN", Currency: "USD", Incoterm: term}
	for i := range 300 {
		most.Lines = append(most.Lines, line(i%40+1, int64(i+1)))
	}
	two := []data.OrderLine{line(2, 240), line(3, 100)}
	for _, o := range []data.Order{
		many, long, most,
		{No: bare, Date: "2026-11-03", Customer: "HAFEN", Currency: "USD", Lines: []data.OrderLine{line(40, 5)}},
		{No: sent, Date: "2026-11-02", Customer: "HAFEN", Currency: "USD", Incoterm: term, Lines: two},
		{No: given, Date: "2026-11-01", Customer: "HAFEN", Currency: "USD", Incoterm: term, Lines: two},
		{No: revised, Date: "2026-10-31", Customer: "HAFEN", Currency: "USD", Incoterm: term, Lines: two},
	} {
		var err error
		if o.No == given {
			o, err = placed(ctx, st, o)
		}
		if _, failed := st.Orders.Save(ctx, o); err != nil || failed != nil {
			return errors.Join(err, failed)
		}
	}
	s, err := st.Shipments.Save(ctx, data.Shipment{OrderNo: sent, Date: "2026-11-20", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(100)}}})
	if err == nil {
		_, err = st.Shipments.Post(ctx, s.ID)
	}
	return err
}

// revise issues the invoice of an order, changes the order and issues again, by the program's own commands.
func revise(path string, desk command.Desk) error {
	ctx := context.Background()
	desk.Err = io.Discard // what it warns of is in the pictures
	out := filepath.Join(filepath.Dir(path), "papers")
	issue := []string{"document", "commercial-invoice", revised, "--issue", "--format", "json", "--out", out, "--db", path}
	change := func(ctx context.Context, st *store.Store) error {
		o, err := st.Orders.ByNo(ctx, revised)
		if err != nil {
			return err
		}
		o.Lines[0].Quantity, o.PaymentTerms = data.Pieces(264), "30 % in advance, the rest against a copy of the bill of lading"
		_, err = st.Orders.Save(ctx, o)
		return err
	}
	for _, step := range []func() error{
		func() error { return done(desk.Run(ctx, issue)) },
		func() error { return within(path, change) },
		func() error { return done(desk.Run(ctx, issue)) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func done(code int) error {
	if code != command.Done {
		return fmt.Errorf("a command of the revised paper: exit code %d", code)
	}
	return nil
}

// tradeScenes are the pictures of orders and papers.
func tradeScenes(file string) []scene {
	order := func(no, field string) func(*app.Window) {
		return func(w *app.Window) {
			w.OpenAt("orders", no, field)
			w.Current().(*orders.Screen).OpenField(field)
		}
	}
	paper := func(no string, then func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) { w.Open("documents", no); then(w) }
	}
	still, settings := func(*app.Window) {}, slices.Index(app.Places(), "settings")
	return []scene{
		{"orders-many", file, "", order(manyLines, "lines.1.quantity")},
		{"orders-many-end", file, "", order(manyLines, "discount")},
		{"orders-300", file, "", order(mostLines, "lines.150.quantity")},
		{"orders-300-last", file, "", func(w *app.Window) { order(mostLines, "lines.300.quantity")(w); word(w, "7200") }},
		{"orders-long-texts", file, "", order(longTexts, "")},
		{"orders-long-lines", file, "", order(longTexts, "lines.1.quantity")},
		{"orders-long-parties", file, "", order(longTexts, "consignee")},
		{"orders-posted", file, "", order(sent, "")},
		{"orders-places", file, "", order(given, "consignee")},
		{"letterheads", file, "", func(w *app.Window) { w.Go(settings); under(w, "letterhead.section") }},
		{"letterheads-more", file, "", func(w *app.Window) { w.Go(settings); under(w, "screen.settings.pictures") }},
		{"settings-owners", file, "", func(w *app.Window) { w.Go(settings); under(w, "screen.settings.owners") }},
		{"settings-days", file, "", func(w *app.Window) { w.Go(settings); under(w, "screen.settings.stock") }},
		{"letterhead-picked", file, "", func(w *app.Window) { w.Open("partners", "HAFEN"); under(w, "screen.partner.terms") }},
		{"letterhead-picking", file, "", func(w *app.Window) {
			w.Open("partners", "HAFEN")
			under(w, "screen.partner.terms")
			press(w, "letterhead", fyne.KeyDown)
		}},
		{"orders-adding", file, "", func(w *app.Window) { order(bare, "lines.1.quantity")(w); keys(w, fyne.KeyDown); word(w, "bottle") }},
		{"orders-wrong", file, "", wrongOrder},
		{"orders-menu", file, "", func(w *app.Window) { order(given, "lines.1.quantity")(w); tapIcon(w) }},
		{"orders-party", file, "", func(w *app.Window) { order(given, "consignee")(w); tap(w, "order.party.edit") }},
		{"documents-many", file, "", paper(manyLines, still)},
		{"documents-missing", file, "", paper(bare, still)},
		{"documents-long-texts", file, "", paper(longTexts, still)},
		{"documents-refused", file, "", paper(manyLines, func(w *app.Window) { tap(w, "paper.issue") })},
		{"documents-issue", file, "", paper(sent, func(w *app.Window) { tap(w, "paper.issue") })},
		{"documents-issued", file, "", paper(given, issue)},
		{"documents-void", file, "", paper(given, func(w *app.Window) { issue(w); tap(w, "paper.void") })},
		{"documents-shipping", file, "", paper(given, func(w *app.Window) { w.Current().(*documents.Screen).New() })},
		{"documents-shipping-many", file, "", paper(manyLines, func(w *app.Window) { w.Current().(*documents.Screen).New() })},
		{"documents-shipping-end", file, "", paper(given, func(w *app.Window) { w.Current().(*documents.Screen).New(); scroll(w, 600) })},
		{"documents-sent", file, "", paper("SH-2026-0001", func(w *app.Window) { tap(w, "paper.tab.shipment") })},
		{"documents-revised", file, "", paper(revised, still)},
		{"documents-revised-old", file, "", paper(revised, func(w *app.Window) { tap(w, "paper.issued.open") })},
		{"orders-copy", file, "", func(w *app.Window) { order(given, "")(w); tap(w, "screen.copy") }},
		{"documents-sent-paper", file, "", paper("SH-2026-0001", still)},
	}
}

// issue issues the paper shown, unless it was before.
func issue(w *app.Window) {
	tap(w, "paper.issue")
	if q := w.Host().Question(); q != nil {
		q.Buttons[0].OnTapped()
	}
}

// wrongOrder types what can't be saved.
func wrongOrder(w *app.Window) {
	s := func() *orders.Screen { return w.Current().(*orders.Screen) }
	w.OpenAt("orders", given, "")
	s().OpenField("lines.2.unit_price")
	word(w, "x")
	s().OpenField("lines.1.quantity")
	word(w, "many")
	s().Keep(func() {})
}

func word(w *app.Window, text string) {
	if f := w.Win().Canvas().Focused(); f != nil {
		test.Type(f, text)
	}
}

func keys(w *app.Window, names ...fyne.KeyName) {
	for _, n := range names {
		if f := w.Win().Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
}

// tap presses the first button with the word of key.
func tap(w *app.Window, key string) {
	for _, o := range test.LaidOutObjects(w.Win().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text == w.Host().T(key) && !b.Disabled() {
			b.OnTapped()
			return
		}
	}
}

// tapIcon presses the menu of the first line that is in sight.
func tapIcon(w *app.Window) {
	for _, o := range test.LaidOutObjects(w.Win().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text == "" && !b.Disabled() {
			b.OnTapped()
			return
		}
	}
}
