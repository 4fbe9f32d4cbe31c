package orders

import (
	"context"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// desk is the screen over a file with a firm, two articles and a customer.
type desk struct {
	*Screen
	*testing.T
	papers string // the order whose papers were asked for
	priced string // the order and line whose price was to be worked out
	path   string // of the data file
}

func open(t *testing.T) *desk {
	t.Helper()
	test.NewTempApp(t)
	path := filepath.Join(t.TempDir(), "test.db")
	st, err := store.Open(t.Context(), path, store.Options{Now: day, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	stock(t, st)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	d := &desk{T: t, path: path}
	host := kit.NewTestHost(words, w)
	host.Now = day
	d.Screen = New(host, st, Program{Import: func() {}, Papers: func(no string) { d.papers = no }, Price: func(no string, line int) { d.priced = no + " " + strconv.Itoa(line) }})
	w.SetContent(d.Object())
	return d
}

func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

func stock(t *testing.T, st *store.Store) {
	t.Helper()
	mug, cup, ladder := data.UnitPrice(3_250_000), data.UnitPrice(1_100_000), data.UnitPrice(1_000_000)
	for _, p := range []data.Product{
		{
			SKU: "MUG-01", Name: data.Texts{"en": "Mug", "zh": "马克杯"}, Unit: "PCS", Price: &mug, Currency: "USD", HSCode: "691110", Origin: "CN",
			Packing: data.Packing{PcsPerCarton: data.Pieces(24), Carton: data.Box{Length: 6000, Width: 4000, Height: 3000}, CartonGross: 10_000_000, CartonNet: 9_000_000},
		},
		{
			SKU: "CUP-01", Name: data.Texts{"en": "Cup", "zh": "茶杯"}, Unit: "SETS", Price: &cup, Currency: "USD",
			PriceLadder: []data.PriceStep{{From: data.Pieces(100), Price: ladder}},
		},
	} {
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	buyer := data.Partner{
		Code: "MUELLER", Party: data.Party{Name: "Müller GmbH"}, Roles: []data.Role{data.Customer}, Language: "en", Currency: "USD",
		PaymentTerms: "30% T/T deposit, 70% T/T against copy of B/L", Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}, Marks: "MG\nHAMBURG",
	}
	if _, err := st.Partners.Save(t.Context(), buyer); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Company.Save(t.Context(), data.Company{Party: data.Party{Name: "Star"}, Currency: "USD"}); err != nil {
		t.Fatal(err)
	}
}

// types types into whatever has the keyboard.
func (d *desk) types(text string) {
	d.Helper()
	focused := d.host.Window.Canvas().Focused()
	if focused == nil {
		d.Fatalf("nothing has the keyboard to type %q into", text)
	}
	test.Type(focused, text)
}

func (d *desk) press(keys ...fyne.KeyName) {
	d.Helper()
	for _, k := range keys {
		if f := d.host.Window.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func (d *desk) tab(n int) {
	for range n {
		d.host.Window.Canvas().FocusNext()
	}
}

// pick chooses in the picker that has the keyboard by typing.
func (d *desk) pick(words string) {
	d.Helper()
	first, rest := []rune(words)[0], string([]rune(words)[1:])
	d.host.Window.Canvas().Focused().TypedRune(first)
	d.types(rest)
	d.press(fyne.KeyReturn)
}

// article adds a line by typing: words into the search, Enter, the quantity.
func (d *desk) article(words, quantity string) {
	d.Helper()
	d.host.Focus(d.editor.lines.adder.Search)
	d.types(words)
	d.press(fyne.KeyReturn)
	d.types(quantity)
}

func (d *desk) order(no string) data.Order {
	d.Helper()
	o, err := d.store.Orders.ByNo(context.Background(), no)
	if err != nil {
		d.Fatal(err)
	}
	return o
}

func TestAnOrderIsEnteredByTypingAlone(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("müll")
	e := d.editor
	if e.currency.Value() != "USD" || e.language.Value() != "en" || e.incoterm.Value() != "FOB" || e.form.Text("place") != "Ningbo" ||
		!strings.Contains(e.form.Text("payment_terms"), "deposit") || e.form.Text("marks") != "MG\nHAMBURG" {
		t.Errorf("the customer's terms aren't taken: %s %s %s %s", e.currency.Value(), e.language.Value(), e.incoterm.Value(), e.form.Text("place"))
	}
	d.article("马克", "240")
	d.tab(3) // over the unit and the price, which is known, to the discount
	d.types("10")
	d.press(fyne.KeyReturn) // to the search
	d.types("cup-01")
	d.press(fyne.KeyReturn)
	d.types("100")
	if got := e.sums.total.Text; got != "USD 802.00" {
		t.Errorf("total %q, want 240 × 3.25 less 10 %% and 100 × 1.00", got)
	}
	if got := e.sums.room.Text; !strings.Contains(got, "10 cartons") || !strings.Contains(got, "0.720 m³") || !strings.Contains(got, "20GP") {
		t.Errorf("measures %q", got)
	}
	d.Keep(func() {})
	o := d.order("SO-2026-0001")
	if len(o.Lines) != 2 || o.Lines[0].Quantity != data.Pieces(240) || o.Lines[0].Discount.String() != "10" || o.Lines[1].Unit != "SETS" ||
		o.Lines[1].Price.String() != "1" || o.Customer != "MUELLER" {
		t.Errorf("saved %+v", o)
	}
	if d.Dirty() || d.editor.title.Text != "SO-2026-0001" {
		t.Errorf("after saving: unsaved %v, title %q", d.Dirty(), d.editor.title.Text)
	}
}

func TestFiguresAreLiveAtEveryKeystroke(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mue")
	d.article("mug", "2")
	r := d.editor.lines.rows[0]
	if r.amount.Text != "6.50" || !strings.HasPrefix(r.facts.Text, "1 carton · 0.072 m³") {
		t.Errorf("2 mugs: %q, %q", r.amount.Text, r.facts.Text)
	}
	d.types("5")
	if r.amount.Text != "81.25" || !strings.HasPrefix(r.facts.Text, "2 cartons") || d.editor.sums.total.Text != "USD 81.25" {
		t.Errorf("25 mugs: %q, %q, %q", r.amount.Text, r.facts.Text, d.editor.sums.total.Text)
	}
	d.host.Focus(d.editor.form.Entry("freight"))
	d.types("120.5")
	if got := d.editor.sums.total.Text; got != "USD 201.75" {
		t.Errorf("with freight %q", got)
	}
}

func TestWhatIsWrongStandsAtItsField(t *testing.T) {
	tests := []struct {
		name, field, want string
		act               func(*desk)
	}{
		{"a quantity in words", "lines.2.quantity", "no number", func(d *desk) { d.article("cup", "many") }},
		{"a price below zero", "lines.2.unit_price", "negative", func(d *desk) { d.article("cup", "1"); d.editor.lines.rows[1].price.SetText("-1") }},
		{"a discount over all", "lines.2.discount_percent", "100", func(d *desk) { d.article("cup", "1"); d.editor.lines.rows[1].discount.SetText("101") }},
		{"a day that isn't one", "required_date", "no day", func(d *desk) { d.editor.dates["required_date"].SetText("soon") }},
		{"freight too fine", "freight", "decimals", func(d *desk) { d.editor.form.Set("freight", "1.234") }},
		{"a charge without amount", "charges", "amount", func(d *desk) { d.editor.charges.Entry(0, 0).SetText("Packing") }},
		{"no customer", "customer", "needed", func(d *desk) { d.editor.customer.Empty() }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := open(t)
			d.New()
			d.pick("mue")
			d.article("mug", "2")
			tt.act(d)
			d.Keep(func() {})
			if got := d.editor.form.Complaint(tt.field); !strings.Contains(got, tt.want) {
				t.Errorf("at %s stands %q, want %q", tt.field, got, tt.want)
			}
			if n, err := d.store.Orders.Count(t.Context(), store.Query{}); err != nil || n != 0 {
				t.Errorf("%d orders were saved (%v)", n, err)
			}
		})
	}
}

// full is an order with something in every field.
func full(t *testing.T, d *desk) data.Order {
	t.Helper()
	mug, err := d.store.Products.BySKU(t.Context(), "MUG-01")
	if err != nil {
		t.Fatal(err)
	}
	party := data.Party{Name: "Hafen KG", Address: data.Address{Street: "Kai 1", City: "Hamburg", Country: "DE"}, Contact: "Anna"}
	o := data.Order{
		No: "SO-7", Date: "2026-11-20", Status: data.Confirmed, Customer: "MUELLER", Currency: "USD",
		Consignee: party, BillTo: party, Notify: party, Manufacturer: party, Incoterm: data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"},
		PaymentTerms: "L/C at sight", DueDate: "2027-01-20", ValidUntil: "2026-12-20", LastShipment: "2026-12-31", RequiredDate: "2027-01-31",
		LeadTime: "30 days", SampleTerms: "free", RateNote: "1 USD = 7.10 CNY", BuyerOrderNo: "PO-1", BuyerOrderDate: "2026-11-01", ContractNo: "SC-1",
		ContractDate: "2026-11-10", Credit: data.Credit{No: "LC-1", Date: "2026-11-15", Bank: "Bank"}, References: []data.Fact{{Name: "ACID", Text: "123"}},
		ExportCountry: "CN", Acquisition: "CN", Destination: "DE", Marks: "M\nG", Language: "en", Notes: "note", Declarations: "declared",
		Transport: data.Transport{
			Mode: data.Sea, Vessel: "COSCO HARMONY", Voyage: "021W", TransportDocNo: "BL1", TransportDoc: "2026-12-10", Departure: "2026-12-09",
			PortOfLoading: "Ningbo", PortOfDischarge: "Hamburg", PlaceOfDelivery: "Berlin", Transhipment: "SG",
		},
		Discount: 100, Freight: 12345, Insurance: 678, Charges: []data.Charge{{Name: "Packing", Minor: 900}},
	}
	for _, q := range []int64{10, 20, 30} {
		o.Lines = append(o.Lines, data.OrderLine{
			VariantID: mug.Variants[0].ID, SKU: "MUG-01", Description: data.Texts{"en": "Own text"}, HSCode: "691110", Origin: "CN",
			Quantity: data.Pieces(q), Unit: "PCS", Price: 3_250_000, Discount: 5_000_000, Note: "blue", BuyerItemNo: "X-1",
		})
	}
	o, err = d.store.Orders.Save(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestShowingAndReadingAnOrderLosesNothing(t *testing.T) {
	d := open(t)
	o := full(t, d)
	d.Open(o.No)
	got, err := d.editor.read(o)
	if err != nil || !reflect.DeepEqual(got, o) {
		t.Errorf("read back %v\n%+v\nwant\n%+v", err, got, o)
	}
	if d.Dirty() {
		t.Error("an untouched order counts as edited")
	}
}

func TestLinesMoveAreCopiedAndTakenAwayByKeys(t *testing.T) {
	d := open(t)
	d.Open(full(t, d).No)
	l := d.editor.lines
	combine := func(row int, key fyne.KeyName, with fyne.KeyModifier) {
		l.rows[row].quantity.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with})
	}
	quantities := func() string {
		var all []string
		for _, r := range l.rows {
			all = append(all, r.quantity.Text)
		}
		return strings.Join(all, " ")
	}
	for _, step := range []struct {
		row  int
		key  fyne.KeyName
		with fyne.KeyModifier
		want string
	}{
		{0, fyne.KeyDown, fyne.KeyModifierAlt, "20 10 30"},
		{2, fyne.KeyUp, fyne.KeyModifierAlt, "20 30 10"},
		{1, fyne.KeyD, fyne.KeyModifierShortcutDefault, "20 30 30 10"},
		{0, fyne.KeyDelete, fyne.KeyModifierShortcutDefault, "30 30 10"},
	} {
		combine(step.row, step.key, step.with)
		if got := quantities(); got != step.want {
			t.Fatalf("after %s: %s, want %s", step.key, got, step.want)
		}
	}
	if combine(1, fyne.KeyB, fyne.KeyModifierShortcutDefault); d.priced != "SO-7 1" {
		t.Errorf("the line to price: %q", d.priced)
	}
	d.host.Bar.Undo()
	if got := quantities(); got != "20 30 30 10" {
		t.Errorf("after the notice's undo: %s", got)
	}
	d.Keep(func() {})
	if o := d.order("SO-7"); len(o.Lines) != 4 || o.Lines[2].UUID == o.Lines[1].UUID {
		t.Errorf("saved %+v", o.Lines)
	}
}

func TestEnterWaitsForTheFindsAndTakesTheExactCode(t *testing.T) {
	d := open(t)
	d.New()
	a := d.editor.lines.adder
	var late []func()
	d.host.Go = func(f func()) { late = append(late, f) }
	d.host.Focus(a.Search)
	d.types("cup-01")
	d.press(fyne.KeyReturn)
	d.host.Go = func(f func()) { f() }
	if len(d.editor.lines.rows) != 0 {
		t.Fatal("an article was taken before anything was found")
	}
	for _, f := range late {
		f()
	}
	if rows := d.editor.lines.rows; len(rows) != 1 || rows[0].base.SKU != "CUP-01" {
		t.Errorf("%d lines", len(rows))
	}
}

func TestAnOrderSavedElsewhereIsNotOverwritten(t *testing.T) {
	d := open(t)
	o := full(t, d)
	d.Open(o.No)
	other := o
	other.Notes = "elsewhere"
	if _, err := d.store.Orders.Save(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	d.editor.form.Set("notes", "here")
	d.Keep(func() { t.Error("it counts as saved") })
	if q := d.host.Question(); q == nil || !strings.Contains(q.Text, "meanwhile") && !strings.Contains(q.Text, "changed") {
		t.Errorf("question %+v", q)
	}
	if got := d.order(o.No).Notes; got != "elsewhere" {
		t.Errorf("stored %q", got)
	}
}

func TestAPostedOrderIsReadOnlyButForItsState(t *testing.T) {
	d := open(t)
	o := full(t, d)
	sh := data.Shipment{OrderNo: o.No, Date: "2026-11-22", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(1)}}}
	sh, err := d.store.Shipments.Save(t.Context(), sh)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.store.Shipments.Post(t.Context(), sh.ID); err != nil {
		t.Fatal(err)
	}
	d.Open(o.No)
	e := d.editor
	if !e.form.Entry("place").Disabled() || !e.lines.rows[0].quantity.Disabled() || !e.lines.adder.Search.Disabled() || e.posted.Hidden {
		t.Error("it can be edited")
	}
	if e.status.Disabled() {
		t.Error("its state can't be changed")
	}
	d.New()
	if e.form.Entry("place").Disabled() || e.lines.adder.Search.Disabled() || !e.posted.Hidden {
		t.Error("a new order is locked")
	}
}

func TestOrdersAreFoundSavedArchivedAndUndone(t *testing.T) {
	d := open(t)
	o := full(t, d)
	d.Reload()
	for words, want := range map[string]int{"so-7": 1, "müller": 1, "mug-01": 1, "nothing": 0} {
		d.Finder.Search.SetText(words)
		if got := len(d.Finder.Found); got != want {
			t.Errorf("%q finds %d, want %d", words, got, want)
		}
	}
	d.Finder.Search.SetText("")
	d.Open(o.No)
	d.editor.form.Set("notes", "changed")
	d.Keep(func() {})
	d.host.Bar.Undo()
	if got := d.order(o.No).Notes; got != "note" || d.editor.form.Text("notes") != "note" {
		t.Errorf("after undo %q", got)
	}
	d.Screen.papers.OnTapped()
	if d.papers != o.No {
		t.Errorf("papers of %q", d.papers)
	}
}

func TestTheDetailsOfALineAreKept(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mue")
	d.article("mug", "5")
	r := d.editor.lines.rows[0]
	r.details()
	d.types("Blue mug")
	d.tab(1)
	d.types("蓝色马克杯")
	d.host.Question().Tap("Done")
	if r.base.Description["en"] != "Blue mug" || r.base.Description["zh"] != "蓝色马克杯" || r.name.Text != "Blue mug" {
		t.Errorf("line %+v", r.base)
	}
	if !d.Dirty() {
		t.Error("the edit isn't noticed")
	}
}

func TestAPartyIsTakenFromAPartner(t *testing.T) {
	d := open(t)
	d.New()
	p := d.editor.parties[0]
	p.ask()
	d.pick("mue")
	d.host.Question().Tap("Done")
	if p.party.Name != "Müller GmbH" || !strings.Contains(p.text.Text, "Müller") {
		t.Errorf("party %+v", p.party)
	}
	p.clear.OnTapped()
	if !p.party.IsZero() || p.text.Text != "The buyer" {
		t.Errorf("cleared: %+v, %q", p.party, p.text.Text)
	}
}

func TestSavingLeavesTheMerchantWhereTheyWere(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("müll")
	for range 8 {
		d.article("MUG-01", "24")
	}
	d.host.Focus(d.editor.lines.rows[6].price)
	before := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.editor.lines.rows[6].price)
	d.Keep(func() {})
	price := d.editor.lines.rows[6].price
	if got := d.host.Window.Canvas().Focused(); got != fyne.Focusable(price) {
		t.Errorf("the keyboard is in %T", got)
	}
	if after := fyne.CurrentApp().Driver().AbsolutePositionForObject(price); after.Y < before.Y-60 || after.Y > before.Y+60 {
		t.Errorf("the field went from %v to %v", before, after)
	}
}

func TestACopyIsANewDraftWithTheSameGoods(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("müll")
	d.article("MUG-01", "24")
	d.editor.lines.rows[0].quantity.SetText("120")
	d.editor.form.Set("buyer_order_no", "PO-77")
	d.Keep(func() {})
	d.Twin()
	if !d.Dirty() {
		t.Error("an unsaved copy would be lost without a question")
	}
	d.Keep(func() {})
	o, err := d.store.Orders.ByNo(t.Context(), d.Chosen())
	if err != nil {
		t.Fatal(err)
	}
	if o.No != "SO-2026-0002" || o.Status != data.Draft || o.Customer != "MUELLER" || o.BuyerOrderNo != "" {
		t.Errorf("the copy is %s, %s, of %s, buyer's no. %q", o.No, o.Status, o.Customer, o.BuyerOrderNo)
	}
	if len(o.Lines) != 1 || o.Lines[0].Quantity != data.Pieces(120) || o.Lines[0].Price != 3_250_000 {
		t.Errorf("its lines are %+v", o.Lines)
	}
	first, err := d.store.Orders.ByNo(t.Context(), "SO-2026-0001")
	if err != nil || len(first.Lines) != 1 || first.BuyerOrderNo != "PO-77" {
		t.Errorf("the first one is now %+v, %v", first, err)
	}
}

func TestALongOrderIsPlacedAFewTimesNotOnceForEachLine(t *testing.T) {
	d := open(t)
	var list []data.OrderLine
	for range 40 {
		list = append(list, data.OrderLine{SKU: "MUG-01", Quantity: data.Pieces(1), Unit: "PCS"})
	}
	placed := 0
	table := d.editor.lines.table.Table
	table.Layout = counting{table.Layout, &placed}
	d.editor.lines.show(list)
	if len(table.Objects) != 81 || placed > 8 {
		t.Errorf("%d rows and lines between are placed %d times", len(table.Objects), placed)
	}
}

// counting counts how often a layout places its objects.
type counting struct {
	inner fyne.Layout
	n     *int
}

func (c counting) MinSize(o []fyne.CanvasObject) fyne.Size { return c.inner.MinSize(o) }

func (c counting) Layout(o []fyne.CanvasObject, size fyne.Size) {
	*c.n++
	c.inner.Layout(o, size)
}

func TestOnlyTheLinesNearWhatIsInSightAreDrawn(t *testing.T) {
	d := open(t)
	d.New()
	var list []data.OrderLine
	for range 300 {
		list = append(list, data.OrderLine{SKU: "MUG-01", Quantity: data.Pieces(1), Unit: "PCS"})
	}
	l := d.editor.lines
	l.show(list)
	drawn := func() (n int) {
		for _, r := range l.rows {
			if r.drawn() {
				n++
			}
		}
		return n
	}
	if n := drawn(); n < 5 || n > 60 || !l.rows[0].drawn() || l.rows[298].drawn() {
		t.Fatalf("%d of 300 lines are drawn", n)
	}
	var bad data.Problems
	if got := l.read(&bad); len(got) != 300 || got[299].Quantity != data.Pieces(1) || len(bad) > 0 {
		t.Errorf("%d lines are read, %v", len(got), bad)
	}
	d.editor.form.ScrollTo(l.rows[200].content.Position().Y)
	if n := drawn(); !l.rows[200].drawn() || l.rows[1].drawn() || n > 60 {
		t.Errorf("after scrolling %d are drawn", n)
	}
	d.editor.form.Top()
	d.editor.form.Complain(data.Problems{{Field: "lines.250.quantity", Key: "screen.problem.number"}})
	if !l.rows[249].drawn() || d.host.Window.Canvas().Focused() != fyne.Focusable(l.rows[249].quantity) {
		t.Error("the line with a problem isn't drawn, or hasn't the keyboard")
	}
	d.OpenField("lines.280.unit_price")
	if !l.rows[279].drawn() || d.host.Window.Canvas().Focused() != fyne.Focusable(l.rows[279].price) {
		t.Error("the line asked for isn't drawn, or hasn't the keyboard")
	}
}
