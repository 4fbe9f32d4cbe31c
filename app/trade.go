package app

import (
	"tradewind/data/sheet"
	"tradewind/screens/orders"
)

// orders makes the screen of orders, with the ways to other screens.
func (w *Window) orders() Screen {
	return orders.New(w.host, w.store, orders.Program{
		Import: func() { w.Import(sheet.Orders) },
		Papers: func(no string) { w.Open("documents", no) },
	})
}
