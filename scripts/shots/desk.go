package main

import (
	"context"
	"fmt"
	"strings"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/documents"
	"tradewind/screens/orders"

	"fyne.io/fyne/v2"
)

// Orders whose goods travel in parts and whose money comes in parts.
const (
	halfway = "SO-HALFWAY"
	beside  = "SO-BESIDE"
)

// halfways adds an order of which part has left, part was closed short and part lies here, with payments, and one of the same
// buyer whose goods travel along.
func halfways(ctx context.Context, st *store.Store) error {
	if err := promises(ctx, st); err != nil {
		return err
	}
	for i := range 8 {
		m := data.Movement{SKU: fmt.Sprintf("BOTTLE-%02d", i+12), Quantity: data.Pieces(5000), Reason: data.Received}
		if err := st.Stock.Move(ctx, []data.Movement{m}); err != nil {
			return err
		}
	}
	order := func(no, po string, from int, quantities ...int64) (data.Order, error) {
		o := data.Order{
			No: no, Date: "2026-11-03", Customer: "HAFEN", Currency: "USD", Status: data.Confirmed, BuyerOrderNo: po, Freight: 48000,
			Incoterm: data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}, PaymentTerms: "30% T/T deposit, 70% T/T 30 days after B/L date",
		}
		for i, q := range quantities {
			o.Lines = append(o.Lines, data.OrderLine{SKU: fmt.Sprintf("BOTTLE-%02d", from+i), Quantity: data.Pieces(q), Unit: "PCS", Price: data.UnitPrice(3_250_000 + int64(i)*450_000)})
		}
		return st.Orders.Save(ctx, o)
	}
	o, err := order(halfway, "PO-7788", 12, 2400, 1200, 960, 12000)
	if err != nil {
		return err
	}
	if _, err := order(beside, "PO-7801", 16, 480, 600); err != nil {
		return err
	}
	return moved(ctx, st, o)
}

// moved lets part of the order leave together with the other one's goods, and books what came of it.
func moved(ctx context.Context, st *store.Store, o data.Order) error {
	deposit := data.Payment{Date: "2026-11-05", Amount: 1_950_000, Charges: 2500, Reference: "FT2026110500123", Allocations: []data.Allocation{{OrderNo: o.No, Minor: 1_952_500}}}
	if _, err := st.Payments.Book(ctx, deposit); err != nil {
		return err
	}
	if _, err := st.Orders.SetProduced(ctx, o.ID, []data.LineFigure{{Line: 1, Quantity: data.Pieces(2400)}, {Line: 2, Quantity: data.Pieces(1180)}, {Line: 4, Quantity: data.Pieces(7000)}}); err != nil {
		return err
	}
	sh := data.Shipment{No: "SH-HALFWAY", OrderNo: o.No, Date: "2026-11-12", Lines: []data.ShipmentLine{
		{Line: 1, Quantity: data.Pieces(2400)}, {Line: 2, Quantity: data.Pieces(1180)}, {OrderNo: beside, Line: 1, Quantity: data.Pieces(480)},
	}}
	sh.Transport = data.Transport{Mode: data.Sea, Vessel: "EVER EXAMPLE", Voyage: "042W", TransportDocNo: "COSU6351234560", TransportDoc: "2026-11-14", Departure: "2026-11-14", Arrival: "2026-12-18"}
	sh, err := st.Shipments.Save(ctx, sh)
	if err != nil {
		return err
	}
	if _, err := st.Shipments.PostUnpaid(ctx, sh.ID, "agreed with the buyer"); err != nil {
		return err
	}
	if err := billed(ctx, st, sh.No); err != nil {
		return err
	}
	if _, err := st.Orders.CloseShort(ctx, o.ID, []int{2}, "20 broke in the kiln, the buyer agreed"); err != nil {
		return err
	}
	for name, about := range map[string]string{"bank slip FT2026110500123.pdf": halfway, "B-L COSU6351234560.pdf": "SH-HALFWAY", "photo of the loaded container.jpg": "SH-HALFWAY"} {
		if _, err := st.Folders.Put(ctx, about, data.OrderFile{Name: name, Date: "2026-11-15"}, []byte(strings.Repeat(name, 9000))); err != nil {
			return err
		}
	}
	if _, err := st.Stock.ReserveAll(ctx, o.ID, ""); err != nil {
		return err
	}
	if err := freightPrices(ctx, st); err != nil {
		return err
	}
	_, err = st.Shipments.Save(ctx, data.Shipment{No: "SH-NEXT", OrderNo: o.No, Date: "2026-12-01", Lines: []data.ShipmentLine{{Line: 4, Quantity: data.Pieces(6000)}}})
	return err
}

// freightPrices adds what carriers charge to Germany.
func freightPrices(ctx context.Context, st *store.Store) error {
	for _, c := range []data.RateCard{
		{Code: "COSCO-HAM-40HQ", Carrier: "COSCO", Mode: data.Sea, To: "Hamburg", Currency: "USD", Days: 34, Basis: data.PerContainer, FreightTerms: data.FreightTerms{Price: 3_200_000_000}},
		{Code: "LCL-HAM", Carrier: "Ningbo Consolidators", Service: "Weekly LCL", Mode: data.Sea, To: "europe", Currency: "USD", Days: 41, Basis: data.PerRevenueTon, FreightTerms: data.FreightTerms{Price: 62_000_000}},
		{Code: "MU-FRA", Carrier: "China Eastern", Mode: data.Air, To: "DE", Currency: "CNY", Days: 4, Basis: data.PerKilogram, FreightTerms: data.FreightTerms{Price: 31_500_000}},
		{Code: "RAIL-DUI", Carrier: "Yuxinou", Mode: data.Rail, To: "DE", Currency: "EUR", Days: 19, Basis: data.PerRevenueTon, FreightTerms: data.FreightTerms{Price: 118_000_000}},
		{
			Code: "DHL-DE", Carrier: "DHL", Service: "Express", Mode: data.Courier, To: "DE", Currency: "CNY", Days: 5, Basis: data.ByTable,
			FreightTerms: data.FreightTerms{Rows: []data.FreightRow{{UpTo: 70_000_000, Price: 3_100_000_000}}},
		},
	} {
		if _, err := st.RateCards.Save(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// billed issues the invoice of a shipment.
func billed(ctx context.Context, st *store.Store, no string) error {
	src, err := st.Source(ctx, no)
	if err != nil {
		return err
	}
	ask := store.IssueRequest{Kind: data.CommercialInvoice, OrderID: src.Order.ID, ShipmentID: src.Shipment.ID, Language: "en"}
	_, _, err = st.Documents.Issue(ctx, ask, func(number string, revision int, date data.Date) ([]byte, error) {
		p, _, err := document.Build(src, data.CommercialInvoice, document.BuildOptions{Number: number, Revision: revision, Date: date})
		if err != nil {
			return nil, err
		}
		return document.Freeze(p)
	})
	return err
}

// deskScenes are the pictures of an order's desks, and of shipments of several orders.
func deskScenes(file string) []scene {
	desk := func(no string, n int, then func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("orders", no)
			w.Current().(*orders.Screen).View(n)
			then(w)
		}
	}
	still := func(*app.Window) {}
	shipment := func(no string, then func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) { w.Open("documents", no); tap(w, "paper.tab.shipment"); then(w) }
	}
	return []scene{
		{"desk-goods", file, "", desk(halfway, 1, still)},
		{"desk-goods-dark", file, "dark", desk(halfway, 1, still)},
		{"desk-goods-empty", file, "", desk(bare, 1, still)},
		{"desk-goods-many", file, "", desk(manyLines, 1, still)},
		{"desk-goods-line", file, "", desk(halfway, 1, func(w *app.Window) { keys(w, fyne.KeyDown, fyne.KeyReturn) })},
		{"desk-goods-short", file, "", desk(halfway, 1, func(w *app.Window) { tap(w, "progress.short") })},
		{"desk-money", file, "", desk(halfway, 2, still)},
		{"desk-money-empty", file, "", desk(bare, 2, still)},
		{"desk-money-long", file, "", desk(longTexts, 2, still)},
		{"desk-money-book", file, "", desk(halfway, 2, func(w *app.Window) { tap(w, "pay.book") })},
		{"desk-money-wrong", file, "", desk(halfway, 2, func(w *app.Window) { tap(w, "pay.book"); word(w, "x"); answerFirst(w) })},
		{"desk-folder", file, "", desk(halfway, 4, still)},
		{"desk-folder-empty", file, "", desk(bare, 4, still)},
		{"desk-folder-mail", file, "", desk(halfway, 4, func(w *app.Window) { tap(w, "mail.write") })},
		{"desk-folder-texts", file, "", desk(bare, 4, func(w *app.Window) { tap(w, "mail.texts") })},
		{"desk-folder-file", file, "", desk(halfway, 4, func(w *app.Window) { before(w, 3); keys(w, fyne.KeyDown, fyne.KeyReturn) })},
		{"desk-miles", file, "", desk(halfway, 5, still)},
		{"desk-miles-late", file, "", desk(beside, 5, still)},
		{"desk-miles-empty", file, "", desk(bare, 5, still)},
		{"desk-miles-one", file, "", desk(halfway, 5, func(w *app.Window) { keys(w, fyne.KeyDown, fyne.KeyReturn) })},
		{"desk-contract", file, "", desk(halfway, 6, still)},
		{"desk-contract-draft", file, "", desk(bare, 6, still)},
		{"desk-contract-clause", file, "", desk(bare, 6, func(w *app.Window) { keys(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) })},
		{"desk-contract-new", file, "", desk(bare, 6, func(w *app.Window) { tap(w, "contract.new") })},
		{"paper-credit", file, "", func(w *app.Window) {
			w.Open("documents", "SH-HALFWAY")
			tap(w, "paper.credit")
		}},
		{"paper-part", file, "", func(w *app.Window) {
			w.Open("documents", beside)
			tap(w, "paper.part")
		}},
		{"shipment-together", file, "", shipment("SH-HALFWAY", still)},
		{"shipment-more", file, "", shipment("SH-NEXT", still)},
		{"shipment-together-paper", file, "", func(w *app.Window) { w.Open("documents", "SH-HALFWAY") }},
		{"shipment-carriers", file, "", shipment("SH-NEXT", func(w *app.Window) { tap(w, "carriage.compare") })},
		{"shipment-channels", file, "", shipment("SH-NEXT", func(w *app.Window) {
			tap(w, "carriage.compare")
			w.Host().Question().Tap(w.Host().T("carriage.rules.edit"))
		})},
		{"shipment-carrier", file, "", shipment("SH-NEXT", func(w *app.Window) { tap(w, "carriage.compare"); answerRow(w); scroll(w, 700) })},
		{"shipment-unpaid", file, "", shipment("SH-NEXT", func(w *app.Window) { tap(w, "paper.post"); answerFirst(w) })},
		{"shipment-new", file, "", func(w *app.Window) { w.Open("documents", halfway); w.Current().(*documents.Screen).New() }},
	}
}

// before goes back through what can have the keyboard.
func before(w *app.Window, times int) {
	for range times {
		w.Win().Canvas().FocusPrevious()
	}
}

// answerRow chooses the first row of the open question's table.
func answerRow(w *app.Window) {
	w.Win().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	w.Win().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// answerFirst gives the first answer to the open question.
func answerFirst(w *app.Window) {
	if q := w.Host().Question(); q != nil {
		q.Buttons[0].OnTapped()
	}
}
