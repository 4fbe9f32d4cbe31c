package contract

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

// bench is the desk over a file with an order under CIF.
type bench struct {
	*Desk
	*testing.T
}

func open(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err = st.Products.Save(t.Context(), data.Product{SKU: "MUG", Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	if _, err = st.Partners.Save(t.Context(), data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}}); err != nil {
		t.Fatal(err)
	}
	o, err := st.Orders.Save(t.Context(), data.Order{
		No: "SO-1", Date: "2026-11-22", Customer: "LUX", Currency: "USD", Incoterm: data.Incoterm{Rule: "CIF", Place: "Rotterdam"},
		Lines: []data.OrderLine{{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS", Price: 1_000_000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	b := &bench{T: t, Desk: New(kit.NewTestHost(words, w), st, Program{Papers: func(string) {}})}
	w.SetContent(b.Object())
	b.Show(o)
	return b
}

// row returns how a clause stands on the desk.
func (b *bench) row(code string) row {
	b.Helper()
	for _, r := range b.table.Rows {
		if r.Code == code {
			return r
		}
	}
	b.Fatalf("no clause %q in %+v", code, b.table.Rows)
	return row{}
}

// choose opens the clause with this code and returns the form's fields by typing into them.
func (b *bench) choose(code string) {
	b.Helper()
	for i, r := range b.table.Rows {
		if r.Code == code {
			b.table.List.Select(i)
			return
		}
	}
}

func (b *bench) answer(word string) {
	b.Helper()
	if q := b.host.Question(); q == nil || !q.Tap(b.host.T(word)) {
		b.Fatalf("no question answers %q", b.host.T(word))
	}
}

// over types a text over the one in the field that has the keyboard.
func (b *bench) over(text string) {
	b.Helper()
	b.host.Window.Canvas().Focused().(*kit.Entry).SetText(text)
}

func TestAClauseIsLeftOutAndTakenIn(t *testing.T) {
	b := open(t)
	if !b.row("insurance-seller").in || b.row("insurance-each").in || b.row("title").in {
		t.Fatalf("CIF begins with %+v", b.table.Rows)
	}
	b.First()
	b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // opens one by the keyboard
	if b.host.Question() == nil {
		t.Fatal("Enter opens nothing")
	}
	b.answer("screen.cancel")
	b.choose("parts")
	b.answer("contract.leave")
	b.choose("title")
	b.answer("contract.take")
	if b.row("parts").in || !b.row("title").in {
		t.Errorf("now %+v", b.facts.order.Clauses)
	}
	b.choose("parts")
	b.answer("contract.take")
	if c := b.facts.order.Clauses; !b.row("parts").in || len(c.Without) != 0 || len(c.With) != 1 {
		t.Errorf("taken in again: %+v", c)
	}
}

func TestATextIsForThisOrderOrForTheLibrary(t *testing.T) {
	b := open(t)
	b.choose("tolerance")
	b.over("Exactly what was ordered.")
	b.answer("contract.save.order")
	if r := b.row("tolerance"); !r.edited || r.Text["en"] != "Exactly what was ordered." || r.Text["zh"] == "" {
		t.Fatalf("for this order: %+v", r)
	}
	library, err := b.store.Clauses.All(t.Context())
	if err != nil || !strings.Contains(library[1].Text["en"], "5 percent") {
		t.Fatalf("the library reads %v, %v", library[1].Text, err)
	}
	b.choose("tolerance")
	b.over("3 percent more or less.")
	b.answer("contract.save.library")
	if r := b.row("tolerance"); r.edited || r.Text["en"] != "3 percent more or less." || len(b.facts.order.Clauses.Own) != 0 {
		t.Errorf("for the library: %+v", r)
	}
}

func TestANewClauseIsOfThisOrderUntilItIsInTheLibrary(t *testing.T) {
	b := open(t)
	b.fresh.OnTapped()
	b.over("Colours follow {{colour}}.")
	b.answer("contract.save.order")
	if b.host.Question() == nil || len(b.facts.order.Clauses.Own) != 0 {
		t.Fatal("a fact there isn't is taken")
	}
	b.over("Colours follow the chart.")
	b.answer("contract.save.order")
	if own := b.facts.order.Clauses.Own; len(own) != 1 || own[0].Text["en"] != "Colours follow the chart." {
		t.Fatalf("own clauses %+v", own)
	}
	b.choose("")
	b.answer("contract.save.library")
	if r := b.row("own-1"); !r.in || len(b.facts.order.Clauses.Own) != 0 {
		t.Errorf("in the library %+v, of the order %+v", r, b.facts.order.Clauses.Own)
	}
}
