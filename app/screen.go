// Package app is the window around the screens: navigation, menu and shortcuts, theme, language, first start, and what
// to say when the data file can't be opened. Only run.go imports Fyne's own app package, so that everything else is
// tested, and photographed, without a display.
package app

import (
	"tradewind/data/sheet"
	"tradewind/screens/campaigns"
	"tradewind/screens/certificates"
	"tradewind/screens/keywords"
	"tradewind/screens/partners"
	"tradewind/screens/pricing"
	"tradewind/screens/products"
	"tradewind/screens/rules"
	"tradewind/screens/scores"
	"tradewind/screens/warehouses"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Screen is what the window asks of every screen.
type Screen interface {
	Object() fyne.CanvasObject
	Reload()          // asks the store again; called each time the screen is shown
	Dirty() bool      // what is typed differs from what is stored
	Keep(then func()) // Ctrl+S; then is called when it worked
	New()             // Ctrl+N
	Find()            // Ctrl+F, and where the keyboard is first
}

// opener is a screen that can show one of its records, by its number, SKU or code.
type opener interface {
	Open(key string)
	Chosen() string // the record shown, "" for none
}

// place is an entry of the navigation.
type place struct {
	name string // for links from other screens
	key  string // of its word
	icon func() fyne.Resource
	make func(*Window) Screen
	part bool // of the place above it: listed under it, a step in, while one of the two is shown or another part
}

// places are what the window has, in the order of the navigation; the n-th that is no part is reached with Ctrl+n. A place is
// listed when its screen is there, never before.
func places() []place {
	return []place{
		{name: "products", key: "screen.products", icon: theme.GridIcon, make: func(w *Window) Screen {
			s := products.New(w.host, w.store, func() { w.Import(sheet.Products) })
			s.Pages(w.page)
			return s
		}},
		{name: "certificates", key: "certificate.title", icon: theme.ConfirmIcon, part: true, make: func(w *Window) Screen {
			return certificates.New(w.host, w.store, func(sku string) { w.OpenAt("products", sku, "certificates") })
		}},
		{name: "keywords", key: "keyword.title", icon: theme.SearchIcon, part: true, make: func(w *Window) Screen {
			return keywords.New(w.host, w.store, func(sku string) { w.Open("products", sku) })
		}},
		{name: "showcase", key: "showcase.title", icon: theme.ListIcon, part: true, make: func(w *Window) Screen { return w.showcase() }},
		{name: "rules", key: "rules.title", icon: theme.InfoIcon, part: true, make: func(w *Window) Screen { return rules.New(w.host, w.store) }},
		{name: "stock", key: "stock.title", icon: theme.StorageIcon, make: func(w *Window) Screen { return w.stock() }},
		{name: "replenish", key: "replenish.title", icon: theme.WarningIcon, part: true, make: func(w *Window) Screen { return w.replenish() }},
		{name: "purchases", key: "purchase.title", icon: theme.DownloadIcon, part: true, make: func(w *Window) Screen { return w.purchases() }},
		{name: "counts", key: "count.title", icon: theme.ListIcon, part: true, make: func(w *Window) Screen { return w.counts() }},
		{name: "stock-reports", key: "stockreport.title", icon: theme.FileTextIcon, part: true, make: func(w *Window) Screen { return w.stockReports() }},
		{name: "warehouses", key: "warehouse.title", icon: theme.HomeIcon, part: true, make: func(w *Window) Screen {
			return warehouses.New(w.host, w.store)
		}},
		{name: "partners", key: "screen.partners", icon: theme.AccountIcon, make: func(w *Window) Screen {
			return partners.New(w.host, w.store, func() { w.Import(sheet.Partners) })
		}},
		{name: "scores", key: "score.title", icon: theme.CheckButtonCheckedIcon, part: true, make: func(w *Window) Screen { return scores.New(w.host, w.store) }},
		{name: "orders", key: "order.orders", icon: theme.ListIcon, make: func(w *Window) Screen { return w.orders() }},
		{name: "pricing", key: "price.title", icon: theme.ComputerIcon, part: true, make: func(w *Window) Screen {
			return pricing.New(w.host, w.store, pricing.Program{Order: func(no string) { w.Open("orders", no) }})
		}},
		{name: "documents", key: "paper.title", icon: theme.DocumentIcon, make: func(w *Window) Screen { return w.documents() }},
		{name: "money", key: "money.title", icon: theme.HistoryIcon, make: func(w *Window) Screen { return w.money() }},
		{name: "campaigns", key: "campaign.title", icon: theme.CalendarIcon, make: func(w *Window) Screen { return campaigns.New(w.host, w.store) }},
		{name: "settings", key: "screen.settings", icon: theme.SettingsIcon, make: func(w *Window) Screen { return w.settings() }},
	}
}
