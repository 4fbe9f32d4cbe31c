package pricing

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// bench is the screen over a file with an order of 5000 lamps that cost 85 with 13 % VAT.
type bench struct {
	*Screen
	*testing.T
}

func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

func open(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: day, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	ctx, cost := t.Context(), data.UnitPrice(85_000_000)
	p := data.Product{SKU: "LAMP", Unit: "PCS", Cost: &cost, CostCurrency: "CNY", TaxRates: []data.TaxRate{{VAT: 13_000_000, Refund: 13_000_000}}}
	p.Packing = data.Packing{PcsPerCarton: data.Pieces(20), Carton: data.Box{Length: 5000, Width: 4000, Height: 3000}}
	company, err0 := st.Company.Get(ctx)
	company.Name, company.Pricing = "Sunrise", data.Assumptions{"margin": "0.10", "domestic_cost": "6.50"}
	_, err1 := st.Company.Save(ctx, company)
	_, err2 := st.Products.Save(ctx, p)
	_, err3 := st.Partners.Save(ctx, data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}})
	_, err4 := st.Rates.Save(ctx, data.Rate{Date: "2026-11-20", Base: "USD", Quote: "CNY", Rate: 71_000_000_000})
	_, err5 := st.Rates.Save(ctx, data.Rate{Date: "2026-11-20", Base: "EUR", Quote: "CNY", Rate: 78_000_000_000})
	card := data.RateCard{Code: "HAM", Carrier: "COSCO", Mode: data.Sea, Currency: "USD", Basis: data.PerContainer, FreightTerms: data.FreightTerms{Price: 3_200_000_000}}
	_, err6 := st.RateCards.Save(ctx, card)
	line := data.OrderLine{SKU: "LAMP", Quantity: data.Pieces(5000), Unit: "PCS", Price: 1_000_000}
	_, err7 := st.Orders.Save(ctx, data.Order{
		No: "SO-1", Date: "2026-11-22", Customer: "LUX", Currency: "USD", Incoterm: data.Incoterm{Rule: "CFR", Place: "Hamburg"}, Lines: []data.OrderLine{line, line},
	})
	for _, err := range []error{err0, err1, err2, err3, err4, err5, err6, err7} {
		if err != nil {
			t.Fatal(err)
		}
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = day
	b := &bench{T: t, Screen: New(host, st, Program{})}
	w.SetContent(b.Object())
	return b
}

// price returns what stands in the table under a term.
func (b *bench) price(term string, n int) string {
	b.Helper()
	for _, r := range b.table.Rows {
		if r.term == term {
			return r.cells[n]
		}
	}
	b.Fatalf("no row %s", term)
	return ""
}

func (b *bench) lineOf(n int) data.OrderLine {
	b.Helper()
	o, err := b.store.Orders.ByNo(b.Context(), "SO-1")
	if err != nil {
		b.Fatal(err)
	}
	return o.Lines[n]
}

func TestALineIsPricedFromWhatIsKnownAndTheTypedFreight(t *testing.T) {
	b := open(t)
	b.Open(Key("SO-1", 0))
	if b.price("FOB", 0) != "12.79" || b.table.Rows[0].term != "CFR" || !b.table.Rows[0].main {
		t.Fatalf("%+v", b.table.Rows)
	}
	b.Try("freight", "0.5")
	b.Try("margin", "20")
	if b.price("CFR", 0) != "15.01" || !strings.Contains(b.words.Text, "CFR 15.01 USD · margin 19.99 %") || !strings.Contains(b.words.Text, "20 Nov 2026") {
		t.Errorf("%s, %q", b.price("CFR", 0), b.words.Text)
	}
	b.Keep(func() {})
	line := b.lineOf(0)
	if line.Price != 15_010_000 || line.Pricing["margin"] != "0.2" || line.Pricing["fx"] != "7.1" || line.Pricing["rate_date"] != "2026-11-20" {
		t.Errorf("%+v", line)
	}
	if other := b.lineOf(1); other.Price != 1_000_000 || len(other.Pricing) > 0 {
		t.Errorf("the other line: %+v", other)
	}
	b.NextView(1)
	if b.line != 1 || b.price("CFR", 0) != "12.79" {
		t.Errorf("line %d: %s", b.line, b.price("CFR", 0))
	}
}

func TestQuantitiesCurrenciesAndTheCarriersPriceStandSideBySide(t *testing.T) {
	b := open(t)
	b.Open(Key("SO-1", 0))
	b.Try("quantities", "1000; 22660")
	b.Try("currencies", "eur")
	b.inputs.card.Set(kit.Option[string]{Value: "HAM", Code: "HAM"})
	b.takeCard()
	for n, want := range []string{"0.6400", "0.5826", "3.2000", "2.9128", "0.1412", "0.1285"} { // the line's own 5000 first
		if got := b.price("freight", n); got != want {
			t.Errorf("freight %d: %s; want %s", n, got, want)
		}
	}
	if b.price("CFR", 3) != "14.88" || b.price("CFR", 4) != "12.95" {
		t.Errorf("%s, %s", b.price("CFR", 3), b.price("CFR", 4))
	}
	b.Explain("freight")
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "250 cartons, 15.000 m³") || !q.Tap("5,000 · EUR") {
		t.Errorf("%+v", q)
	}
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "5,000 · EUR:  0.5826") || !strings.Contains(q.Text, "USD is turned into EUR") {
		t.Errorf("the next column: %+v", q)
	}
	b.host.Question().Close()
	if b.Keep(func() {}); b.lineOf(0).Price != 13_500_000 || b.lineOf(0).Pricing["quantity"] != "5000" {
		t.Errorf("took the price of another quantity: %+v", b.lineOf(0))
	}
}

func TestAWrongFigureIsSaidAtItsFieldAndNothingIsTaken(t *testing.T) {
	b := open(t)
	b.Open(Key("SO-1", 0))
	b.Try("margin", "1x")
	if b.inputs.form.Complaint("margin") == "" || !b.take.Disabled() || len(b.body.Objects) > 0 {
		t.Errorf("%q", b.inputs.form.Complaint("margin"))
	}
	b.Keep(func() {})
	if line := b.lineOf(0); line.Price != 1_000_000 {
		t.Errorf("%+v", line)
	}
	b.Try("margin", "10")
	if b.inputs.form.Complaint("margin") != "" || b.take.Disabled() || b.price("FOB", 0) != "12.79" {
		t.Errorf("mended: %q", b.inputs.form.Complaint("margin"))
	}
}

func TestAnArticleIsPricedWithoutAnOrder(t *testing.T) {
	b := open(t)
	if b.New(); len(b.body.Objects) != 1 || !b.take.Disabled() {
		t.Error("nothing is chosen")
	}
	b.inputs.article.Set(kit.Option[string]{Value: "LAMP", Code: "LAMP"})
	b.inputs.article.OnChanged()
	b.Try("target_price", "13")
	if b.price("FOB", 0) != "12.79" || !b.take.Disabled() || !strings.Contains(b.says.Text, "The buyer's FOB 13") || !strings.Contains(b.says.Text, "11.46 % margin") {
		t.Errorf("%s: %s", b.price("FOB", 0), b.says.Text)
	}
	b.Jump()
	if b.host.Window.Canvas().Focused() != fyne.Focusable(b.table.List) {
		t.Error("the keyboard isn't at the prices")
	}
}

func TestWhatChangedSinceTheQuotationIsSaidWithItsEffect(t *testing.T) {
	b := open(t)
	b.Open(Key("SO-1", 0))
	b.Keep(func() {})
	frozen := func(string, int, data.Date) ([]byte, error) { return []byte("{}"), nil }
	if _, _, err := b.store.Documents.Issue(t.Context(), store.IssueRequest{Kind: data.Quotation, OrderID: b.order.ID, Language: "en"}, frozen); err != nil {
		t.Fatal(err)
	}
	b.Open(Key("SO-1", 0))
	b.tellChanges()
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "Nothing differs") {
		t.Fatalf("%+v", q)
	}
	b.host.Question().Close()
	b.Try("purchase_price", "90")
	b.tellChanges()
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "Cost or purchase price: 85 → 90 (margin -4.87 points)") || strings.Count(q.Text, "\n") != 1 {
		t.Errorf("%+v", q)
	}
}
