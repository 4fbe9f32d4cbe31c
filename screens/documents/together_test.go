package documents

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/test"
)

func TestGoodsOfAnotherOrderTravelAlongAndPapersShowBoth(t *testing.T) {
	b := open(t)
	ctx := t.Context()
	first, err := b.store.Orders.Get(ctx, b.order.ID)
	if err != nil {
		t.Fatal(err)
	}
	twin := first.Copy("2026-11-22")
	twin.No, twin.Status, twin.BuyerOrderNo = "SO-TWIN", data.Confirmed, "PO-9"
	if twin, err = b.store.Orders.Save(ctx, twin); err != nil {
		t.Fatal(err)
	}
	b.Open(first.No)
	b.New()
	found, err := b.store.Orders.Companions(ctx, b.ship.orders[0], "po-9")
	if err != nil || len(found) != 1 || found[0].Order.No != "SO-TWIN" {
		t.Fatalf("orders that can travel along: %+v, %v", found, err)
	}
	b.ship.more.Set(kit.Option[store.Companion]{Value: found[0]})
	b.ship.more.OnChanged()
	if len(b.ship.goods.rows) != len(first.Lines)+len(twin.Lines) || !b.Dirty() {
		t.Fatalf("%d rows, unsaved %v", len(b.ship.goods.rows), b.Dirty())
	}
	last := b.ship.goods.rows[len(b.ship.goods.rows)-1]
	last.quantity.SetText("24")
	b.Keep(func() {})
	sh := b.subject.src.Shipment
	if sh == nil || len(sh.Parts) != 2 || len(b.ship.orders) != 2 {
		t.Fatalf("saved %+v", sh)
	}
	stored, err := b.store.Shipments.ByNo(ctx, sh.No)
	if n := len(stored.Lines) - 1; err != nil || stored.Lines[n].OrderNo != "SO-TWIN" || stored.Lines[n].Quantity != data.Pieces(24) {
		t.Errorf("stored %+v, %v", stored.Lines, err)
	}
	if !b.ship.form.Entry("freight").Disabled() {
		t.Error("amounts that follow the goods of several orders can be typed")
	}
	b.kind(data.CommercialInvoice)
	if p := b.papers.shown.paper; p.OrderNo != first.No+", SO-TWIN" || len(p.Lines) != len(stored.Lines) {
		t.Errorf("the invoice is of %s with %d lines", p.OrderNo, len(p.Lines))
	}
	b.Open("SO-TWIN")
	b.finder.Reload()
	if !strings.Contains(b.Chosen(), "SO-TWIN") {
		t.Errorf("opened %s", b.Chosen())
	}
}

func TestAShipmentThatIsNotPaidAsksForAReason(t *testing.T) {
	b := open(t)
	o := b.order
	o.Status, o.PaymentTerms = data.Confirmed, "100% T/T before shipment"
	if _, err := b.store.Orders.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	b.sent("100", "")
	b.ship.post()
	q := b.host.Question()
	if q == nil || b.subject.src.Shipment.Posted {
		t.Fatal("unpaid goods left without a question")
	}
	q.Tap(b.host.T("paper.post.unpaid.do"))
	if b.subject.src.Shipment.Posted {
		t.Fatal("they left without a reason")
	}
	test.Type(b.host.Window.Canvas().Focused(), "an old customer")
	b.host.Question().Tap(b.host.T("paper.post.unpaid.do"))
	if sh := b.subject.src.Shipment; !sh.Posted || sh.UnpaidReason != "an old customer" {
		t.Errorf("after the reason: %+v", sh)
	}
}
