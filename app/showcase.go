package app

import (
	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/screens/showcase"
)

// showcase makes the screen of the showcases of marketplaces, with the ways to other screens.
func (w *Window) showcase() Screen {
	return showcase.New(w.host, w.store, showcase.Program{
		Import: func(market string, week data.Week) {
			w.leave(func() {
				s := w.importOver(sheet.ListingFigures)
				s.Assume(map[string]string{"market": market, "week": string(week)}, w.host.T("showcase.import.assumed", "Market", market, "Week", string(week)))
				s.New() // chooses the file
			})
		},
		Product: func(sku string) { w.Open("products", sku) },
	})
}
