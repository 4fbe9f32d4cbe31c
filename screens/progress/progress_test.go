package progress

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
	"tradewind/screens/trial"

	"fyne.io/fyne/v2/test"
)

// bench is the desk over a file with an order of two lines, of which a shipment takes part of the first.
type bench struct {
	*Desk
	*trial.Bench
	opened []string
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Bench: trial.Open(t, data.Order{Status: data.Confirmed, Lines: []data.OrderLine{
		{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS"}, {SKU: "CUP", Quantity: data.Pieces(40), Unit: "PCS"},
	}})}
	b.Must(b.Store.Shipments.Save(t.Context(), data.Shipment{No: "SH-1", OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(60)}}}))
	b.Desk = New(b.Host, b.Store, Program{Shipment: func(no string) { b.opened = append(b.opened, no) }, Ship: func(no string) { b.opened = append(b.opened, "ship "+no) }})
	b.Stand(b.Object())
	b.Show(b.Order)
	return b
}

func TestTheDeskSaysHowFarTheGoodsAre(t *testing.T) {
	b := open(t)
	if len(b.lines.Rows) != 2 || b.lines.Rows[0].Remaining != data.Pieces(100) || len(b.trips.Rows) != 1 {
		t.Fatalf("rows %+v, shipments %+v", b.lines.Rows, b.trips.Rows)
	}
	b.trips.List.Select(0)
	b.ship.Tapped(nil)
	if len(b.opened) != 2 || b.opened[0] != "SH-1" || b.opened[1] != "ship SO-1" {
		t.Errorf("opened %v", b.opened)
	}
}

func TestWhatIsMadeIsTypedByLineOrSaidOfAll(t *testing.T) {
	b := open(t)
	b.lines.List.Select(1)
	test.Type(b.host.Window.Canvas().Focused(), "x")
	b.Answer("screen.save")
	if b.host.Question() == nil {
		t.Fatal("a figure that is none was taken")
	}
	entry := b.host.Window.Canvas().Focused().(*kit.Entry)
	entry.SetText("25")
	b.Answer("screen.save")
	if got := b.lines.Rows[1].Produced; got != data.Pieces(25) || b.host.Question() != nil {
		t.Fatalf("made %s", got)
	}
	b.made.Tapped(nil)
	if b.lines.Rows[0].Produced != data.Pieces(100) || b.lines.Rows[1].Produced != data.Pieces(40) || !b.made.Disabled() {
		t.Errorf("all is made: %+v", b.lines.Rows)
	}
}

func TestTheRestIsClosedShortForAReasonAndOpenedAgain(t *testing.T) {
	b := open(t)
	b.short.Tapped(nil)
	b.Answer("progress.short.do")
	if b.host.Question() == nil || b.lines.Rows[1].Short != 0 {
		t.Fatal("closed without a reason")
	}
	test.Type(b.host.Window.Canvas().Focused(), "sold out")
	b.Answer("progress.short.do")
	if b.lines.Rows[0].Short != data.Pieces(40) || b.lines.Rows[1].Short != data.Pieces(40) || b.lines.Rows[1].ShortReason != "sold out" {
		t.Fatalf("rows %+v", b.lines.Rows)
	}
	b.reopen.Tapped(nil)
	if b.lines.Rows[0].Short != 0 || !b.reopen.Disabled() {
		t.Errorf("opened again: %+v", b.lines.Rows)
	}
}
