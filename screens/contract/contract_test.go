package contract

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
	"tradewind/screens/trial"

	"fyne.io/fyne/v2"
)

// bench is the desk over a file with an order under CIF.
type bench struct {
	*Desk
	*trial.Bench
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Bench: trial.Open(t, data.Order{Incoterm: data.Incoterm{Rule: "CIF", Place: "Rotterdam"}})}
	b.Desk = New(b.Host, b.Store, Program{Papers: func(string) {}})
	b.Stand(b.Object())
	b.Show(b.Order)
	return b
}

// row returns how a clause stands on the desk.
func (b *bench) row(code string) data.ClauseRow {
	b.Helper()
	for _, r := range b.table.Rows {
		if r.Code == code {
			return r
		}
	}
	b.Fatalf("no clause %q in %+v", code, b.table.Rows)
	return data.ClauseRow{}
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

// over types a text over the one in the field that has the keyboard.
func (b *bench) over(text string) {
	b.Helper()
	b.host.Window.Canvas().Focused().(*kit.Entry).SetText(text)
}

func TestAClauseIsLeftOutAndTakenIn(t *testing.T) {
	b := open(t)
	if !b.row("insurance-seller").In || b.row("insurance-each").In || b.row("title").In {
		t.Fatalf("CIF begins with %+v", b.table.Rows)
	}
	b.First()
	b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // opens one by the keyboard
	if b.host.Question() == nil {
		t.Fatal("Enter opens nothing")
	}
	b.Answer("screen.cancel")
	b.choose("parts")
	b.Answer("contract.leave")
	b.choose("title")
	b.Answer("contract.take")
	if b.row("parts").In || !b.row("title").In {
		t.Errorf("now %+v", b.facts.order.Clauses)
	}
	b.choose("parts")
	b.Answer("contract.take")
	if c := b.facts.order.Clauses; !b.row("parts").In || len(c.Without) != 0 || len(c.With) != 1 {
		t.Errorf("taken in again: %+v", c)
	}
}

func TestATextIsForThisOrderOrForTheLibrary(t *testing.T) {
	b := open(t)
	b.choose("tolerance")
	b.over("Exactly what was ordered.")
	b.Answer("contract.save.order")
	if r := b.row("tolerance"); !r.Edited || r.Text["en"] != "Exactly what was ordered." || r.Text["zh"] == "" {
		t.Fatalf("for this order: %+v", r)
	}
	library, err := b.store.Clauses.All(t.Context())
	if err != nil || !strings.Contains(library[1].Text["en"], "5 percent") {
		t.Fatalf("the library reads %v, %v", library[1].Text, err)
	}
	b.choose("tolerance")
	b.over("3 percent more or less.")
	b.Answer("contract.save.library")
	if r := b.row("tolerance"); r.Edited || r.Text["en"] != "3 percent more or less." || len(b.facts.order.Clauses.Own) != 0 {
		t.Errorf("for the library: %+v", r)
	}
}

func TestANewClauseIsOfThisOrderUntilItIsInTheLibrary(t *testing.T) {
	b := open(t)
	b.fresh.OnTapped()
	b.over("Colours follow {{colour}}.")
	b.Answer("contract.save.order")
	if b.host.Question() == nil || len(b.facts.order.Clauses.Own) != 0 {
		t.Fatal("a fact there isn't is taken")
	}
	b.over("Colours follow the chart.")
	b.Answer("contract.save.order")
	if own := b.facts.order.Clauses.Own; len(own) != 1 || own[0].Text["en"] != "Colours follow the chart." {
		t.Fatalf("own clauses %+v", own)
	}
	b.choose("")
	b.Answer("contract.save.library")
	if r := b.row("own-1"); !r.In || len(b.facts.order.Clauses.Own) != 0 {
		t.Errorf("in the library %+v, of the order %+v", r, b.facts.order.Clauses.Own)
	}
}
