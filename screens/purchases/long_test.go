package purchases

import (
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// long shows a placed purchase order of 300 lines over the file of open.
func long(tb testing.TB) *Screen {
	tb.Helper()
	s := open(tb)
	works, err := s.store.Partners.ByCode(tb.Context(), "WORKS")
	if err != nil {
		tb.Fatal(err)
	}
	cup, err := s.store.Products.BySKU(tb.Context(), "CUP-01")
	if err != nil {
		tb.Fatal(err)
	}
	var lines []data.PurchaseLine
	for range 300 {
		lines = append(lines, data.PurchaseLine{VariantID: cup.Variants[0].ID, Quantity: data.Pieces(10)})
	}
	s.Begin(works.ID, lines)
	s.Keep(func() {})
	return s
}

func TestALongPurchaseOrderIsDrawnWhereItIsSeenAndTabGoesThroughAllOfIt(t *testing.T) {
	s := long(t)
	c, rows := s.host.Window.Canvas(), s.editor.lines.rows
	drawn := 0
	for _, r := range rows {
		if r.long.Drawn() {
			drawn++
		}
	}
	if drawn < 5 || drawn > 60 {
		t.Errorf("%d of %d lines are drawn", drawn, len(rows))
	}
	if got, want := rows[0].long.Content.MinSize().Height, rows[200].long.Content.MinSize().Height; got != want || got < 50 {
		t.Errorf("a drawn line is %v high, one that isn't %v: what is below would jump", got, want)
	}
	s.host.Focus(rows[0].quantity)
	for i, r := range rows {
		for steps := 0; c.Focused() != fyne.Focusable(r.quantity); steps++ {
			if steps > 8 {
				t.Fatalf("Tab doesn't come to line %d but to %T", i+1, c.Focused())
			}
			c.FocusNext()
		}
		if r.amount.Text != "125.00" {
			t.Fatalf("line %d comes to %q", i+1, r.amount.Text)
		}
	}
	test.Type(c.Focused(), "20")
	if got := rows[299].amount.Text; got != "250.00" || s.editor.total.Text != "Total CNY 37,625.00" {
		t.Errorf("the last line comes to %q, all to %q", got, s.editor.total.Text)
	}
	s.editor.form.Top()
	s.host.Focus(s.editor.form.Entry("notes"))
	s.editor.form.Complain(data.Problems{{Field: "lines.150.quantity", Key: "screen.problem.number"}})
	if c.Focused() != fyne.Focusable(rows[149].quantity) || !rows[149].long.Drawn() {
		t.Errorf("what is wrong with line 150 leads to %T", c.Focused())
	}
}

// BenchmarkKeystrokeIn300PurchaseLines types a digit into a quantity of a purchase order of 300 lines, in turn with taking it back.
func BenchmarkKeystrokeIn300PurchaseLines(b *testing.B) {
	s := long(b)
	field := s.editor.lines.rows[3].quantity
	s.host.Focus(field)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	written := false
	for b.Loop() {
		if written = !written; written {
			field.TypedRune('5')
		} else {
			field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	}
}
