package main

import (
	"context"
	"fmt"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/purchases"
)

// buying orders goods of the trade file from a supplier: a draft, a late order partly here, one with too much, long texts, 300 lines.
func buying(ctx context.Context, st *store.Store) error {
	if err := shelves(ctx, st); err != nil {
		return err
	}
	works := data.Partner{
		Code: "HAIDA", Party: data.Party{Name: "Ningbo Haida Hardware Works Co., Ltd.", LocalName: "宁波海达五金制品有限公司"},
		Roles: []data.Role{data.Supplier}, Currency: "CNY", PaymentTerms: "30% T/T in advance, 70% T/T before shipment", Language: "zh",
	}
	if _, err := st.Partners.Save(ctx, works); err != nil {
		return err
	}
	today := time.Now()
	day := func(n int) data.Date { return data.DateOf(today.AddDate(0, 0, n)) }
	order := func(status data.PurchaseStatus, due int, lines ...data.PurchaseLine) data.PurchaseOrder {
		return data.PurchaseOrder{
			Supplier: "HAIDA", Currency: "CNY", Status: status, Date: day(-20), Expected: day(due),
			PaymentTerms: works.PaymentTerms, Language: "zh", Lines: lines,
		}
	}
	line := func(sku string, q int64, price data.UnitPrice) data.PurchaseLine {
		return data.PurchaseLine{SKU: sku, Quantity: data.Pieces(q), Unit: "PCS", Price: price, SupplierItemNo: "HD-" + sku[len(sku)-2:]}
	}
	late := order(data.PurchaseOrdered, -3, line("BOTTLE-02", 600, 18_500_000), line("BOTTLE-03", 240, 21_250_000), line("BOTTLE-04", 48, 7_333_300))
	long := order(data.PurchaseOrdered, 30, line("LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", 1_234_567, 1_234_567_890))
	long.Notes, long.Place, long.Contact, long.Lines[0].SupplierItemNo = longText, longText, longText, longText
	most := order(data.PurchaseDraft, 30)
	for i := range int64(300) {
		most.Lines = append(most.Lines, line(fmt.Sprintf("BOTTLE-%02d", i%38+2), 10*(i+1), 9_900_000))
	}
	for _, p := range []data.PurchaseOrder{long, order(data.PurchaseDraft, 14, line("BOTTLE-05", 120, 9_900_000)), order(data.PurchaseOrdered, 9, line("BOTTLE-06", 960, 12_000_000)), late, most} {
		kept, err := st.Purchases.Save(ctx, p)
		if err != nil {
			return err
		}
		if len(kept.Lines) != len(late.Lines) {
			continue
		}
		rate, err := data.ParseExchangeRate("0.1408")
		if err != nil {
			return err
		}
		_, err = st.Purchases.Receive(ctx, kept.No, data.Receipt{Over: true, Rate: data.CostRate{Base: "CNY", Rate: rate}, Lines: []data.ReceiptLine{
			{Line: 1, Quantity: data.Pieces(400), Lot: "L-2611"}, {Line: 3, Quantity: data.Pieces(60)},
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// purchaseScenes are the pictures of purchase orders.
func purchaseScenes(file string) []scene {
	on := func(no string, then func(*purchases.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("purchases", no)
			then(w.Current().(*purchases.Screen))
		}
	}
	nothing := func(*purchases.Screen) {}
	return []scene{
		{"purchases-late", file, "", on("PO-2026-0004", nothing)},
		{"purchases-receipts", file, "", on("PO-2026-0004", func(s *purchases.Screen) { s.ScrollTo(460) })},
		{"purchases-receive", file, "", on("PO-2026-0004", func(s *purchases.Screen) { s.Receive() })},
		{"purchases-300", file, "", on("PO-2026-0005", func(s *purchases.Screen) { s.ScrollTo(9000) })},
		{"purchases-long-texts", file, "", on("PO-2026-0001", nothing)},
	}
}
