package orders

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
)

// withDesk is the screen with one desk beside the form, and the numbers of the orders it was asked to show.
func withDesk(t *testing.T) (d *desk, shown *[]string) {
	t.Helper()
	shown = new([]string)
	d = open(t)
	place := Desk{Word: "order.lines", Object: kit.NewText("money"), Show: func(o data.Order) { *shown = append(*shown, o.No) }}
	d.Screen = New(d.host, d.store, Program{Import: func() {}, Papers: func(string) {}, Desks: []Desk{place}})
	d.host.Window.SetContent(d.Object())
	return d, shown
}

func TestADeskShowsTheStoredOrderAndItsFormComesBack(t *testing.T) {
	d, shown := withDesk(t)
	d.New()
	d.NextView(1)
	if d.desks.at != 0 || len(*shown) != 0 {
		t.Fatal("an order that was never saved has a desk")
	}
	first, err := d.store.Orders.Save(t.Context(), data.Order{No: "SO-1", Customer: "MUELLER", Currency: "USD", Lines: []data.OrderLine{{SKU: "MUG-01", Quantity: data.Pieces(1), Unit: "PCS"}}})
	if err != nil {
		t.Fatal(err)
	}
	d.Open(first.No)
	d.NextView(1)
	if d.desks.at != 1 || len(*shown) != 1 || (*shown)[0] != "SO-1" {
		t.Fatalf("view %d, shown %v", d.desks.at, *shown)
	}
	if d.NextView(1); d.desks.at != 0 {
		t.Error("after the last view the form doesn't come again")
	}
	d.editor.form.Set("notes", "typed")
	if d.NextView(1); d.host.Question() == nil || d.desks.at != 0 {
		t.Fatal("unsaved edits are left without a question")
	}
	d.host.Question().Tap(d.host.T("screen.discard"))
	if d.desks.at != 1 || d.Dirty() {
		t.Errorf("after discarding: view %d, dirty %v", d.desks.at, d.Dirty())
	}
	d.New()
	if d.desks.at != 0 || d.desks.body.Objects[0] != d.editor.body {
		t.Error("a new order opens on a desk")
	}
}
