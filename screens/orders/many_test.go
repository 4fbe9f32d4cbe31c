package orders

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// tell gives the answer of the open question with this word of the catalog.
func (d *desk) tell(key string, args ...any) {
	d.Helper()
	if q := d.host.Question(); q == nil || !q.Tap(d.host.T(key, args...)) {
		d.Fatalf("no question with %q", d.host.T(key, args...))
	}
}

func TestSeveralArticlesArePickedAtOnce(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	p := newPicking(d.editor.lines)
	if len(p.rows) != 2 {
		t.Fatalf("%d finds", len(p.rows))
	}
	at := map[string]*pickRow{}
	for _, r := range p.rows {
		at[r.variant.SKU] = r
	}
	at["MUG-01"].box.Box(0).SetChecked(true) // a carton
	at["CUP-01"].quantity.SetText("150")
	p.search.SetText("mug") // what is chosen stays while other words are searched
	d.tell("quote.pick.do")
	rows := d.editor.lines.rows
	if len(rows) != 2 || rows[0].quantity.Text != "24" || rows[1].quantity.Text != "150" || rows[1].price.Text != "1.00" {
		t.Fatalf("%d lines", len(rows))
	}
	if d.host.Window.Canvas().Focused() != fyne.Focusable(d.editor.lines.adder.Search) {
		t.Error("the keyboard isn't back in the search")
	}
	p = newPicking(d.editor.lines)
	p.rows[0].quantity.SetText("many")
	if d.tell("quote.pick.do"); d.host.Question() == nil {
		t.Error("a quantity that can't be read was taken")
	}
	d.tell("screen.cancel")
}

func TestLinesOfAnOlderOrderAreCopiedWithTheirPrices(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	d.article("mug", "12")
	d.editor.lines.rows[0].price.SetText("2.95")
	d.Keep(func() {})
	d.New()
	d.pick("mü")
	d.editor.lines.askCopy()
	d.pick("2026-0001")
	d.tell("quote.copy.do")
	rows := d.editor.lines.rows
	if len(rows) != 1 || rows[0].quantity.Text != "12" || rows[0].price.Text != "2.95" || rows[0].base.UUID != "" {
		t.Fatalf("%d lines", len(rows))
	}
}

func TestRoundingUpToWholeCartonsSaysWhatItDoes(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	d.article("mug", "50")
	d.editor.lines.askCartons()
	q := d.host.Question()
	if q == nil || !strings.Contains(q.Text, "MUG-01: 50 → 72 (3 cartons)") || !strings.Contains(q.Text, "USD 162.50") || !strings.Contains(q.Text, "USD 234.00") || !strings.Contains(q.Text, "0.216 m³") {
		t.Fatalf("%+v", q)
	}
	d.tell("quote.cartons.do", "Count", 1)
	if got := d.editor.lines.rows[0].quantity.Text; got != "72" {
		t.Errorf("rounded to %s", got)
	}
	d.editor.lines.askCartons()
	if d.host.Question() != nil {
		t.Error("there is nothing more to round up")
	}
}

// statesOf are the states that the order's picker offers.
func statesOf(d *desk) []kit.Option[data.Status] { return kit.OrderStates(d.host) }
