// Package certificates is the part of Products where the merchant sees all certificates by the day on which they end, three months
// ahead unless the company says otherwise, and keeps the rules of which market asks for which.
package certificates

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Screen is the calendar of certificates: a table, narrowed by state and by words.
type Screen struct {
	host   *kit.Host
	store  *store.Store
	open   func(sku string)
	loader *kit.Loader[[]line]
	table  *kit.Table[line]
	search *kit.Entry
	tabs   *fyne.Container
	tab    int
	more   bool // there may be more to load
	asked  *ruleQuestion

	content fyne.CanvasObject
}

// line is a certificate as the table shows it.
type line struct {
	sku, name, kind, number, markets, ends, state, scan string
	tone                                                kit.Tone
	place                                               string
}

// tabs are what the table is narrowed to: first all that needs the merchant.
var tabs = []struct {
	word  string
	due   bool
	state data.CertificateState
}{
	{"certificate.tab.due", true, ""},
	{"certificate.tab.all", false, ""},
	{"certificate.tab.ended", false, data.CertificateEnded},
	{"certificate.tab.ending", false, data.CertificateEnding},
	{"certificate.tab.valid", false, data.CertificateValid},
	{"certificate.tab.renewed", false, data.CertificateRenewed},
}

// New returns the screen with what is due on its way. A row that is chosen calls open.
func New(host *kit.Host, st *store.Store, open func(sku string)) *Screen {
	t := host.T
	s := &Screen{host: host, store: st, open: open, loader: kit.NewLoader[[]line](host), tabs: container.NewStack(), search: kit.NewSearch(t("certificate.search"))}
	s.table = kit.NewTable(columns(t))
	s.table.OnChosen = func(_ int, l line) {
		s.table.List.UnselectAll()
		s.open(l.sku)
	}
	s.table.OnNear = s.loadMore
	s.search.OnChanged = func(string) { s.Reload() }
	s.search.OnKey = s.key
	strip := kit.Frame(nil, kit.Hairline(), nil, nil, kit.Pad(kit.Small, kit.Large, kit.Pile(kit.Small, s.tabs, s.search)))
	rules := kit.NewButton(t("certificate.rules"), theme.SettingsIcon(), s.askRule)
	s.content = kit.Page(t("certificate.title"), []fyne.CanvasObject{rules}, kit.Frame(strip, nil, nil, nil, s.table.Content))
	s.Tab(0)
	return s
}

func columns(t func(string, ...any) string) []kit.Column[line] {
	return []kit.Column[line]{
		{Title: t("product.kind"), Width: 64, Share: 1, Text: func(l line) string { return l.kind }},
		{Title: t("product.number"), Width: 96, Share: 2, Text: func(l line) string { return l.number }},
		{Title: t("certificate.product"), Width: 130, Share: 3, Text: func(l line) string { return strings.TrimSpace(l.sku + "  " + l.name) }},
		{Title: t("product.markets"), Width: 72, Share: 1, Text: func(l line) string { return l.markets }},
		{Title: t("product.expires"), Width: 86, Text: func(l line) string { return l.ends }},
		{Title: t("certificate.state"), Width: 132, Text: func(l line) string { return l.state }, State: func(l line) (kit.Tone, bool) { return l.tone, true }},
		{Title: t("certificate.scan"), Width: 44, Text: func(l line) string { return l.scan }},
	}
}

// Tab narrows the table to the n-th part: what is due, all, ended, ending, valid, renewed.
func (s *Screen) Tab(n int) {
	s.tab = n
	var words []string
	for _, one := range tabs {
		words = append(words, s.host.T(one.word))
	}
	s.tabs.Objects = []fyne.CanvasObject{kit.Switch(words, n, s.Tab)}
	s.tabs.Refresh()
	s.Reload()
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Dirty is never true: nothing is edited here but in questions.
func (s *Screen) Dirty() bool { return false }

// Keep has nothing to save.
func (s *Screen) Keep(then func()) { then() }

// New asks for a new rule.
func (s *Screen) New() { s.askRule() }

// Find gives the search box the keyboard.
func (s *Screen) Find() { s.host.Focus(s.search) }

// Pick opens the product of the n-th row, as a tap on it does.
func (s *Screen) Pick(n int) { s.table.List.Select(n) }

// Reload asks the store again.
func (s *Screen) Reload() { s.ask("") }

func (s *Screen) ask(after string) {
	words, tab := s.search.Plain(), tabs[s.tab]
	s.more = false
	s.loader.Load(func(ctx context.Context) (lines []line, err error) {
		found, err := s.store.Products.Certificates(ctx, s.host.Today(), store.CertificateQuery{
			Words: words, Due: tab.due, State: tab.state, After: after, Limit: kit.PageSize,
		})
		for _, c := range found {
			lines = append(lines, s.lineOf(c))
		}
		return lines, err
	}, func(lines []line, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.more = len(lines) >= kit.PageSize
		if after != "" {
			lines = append(s.table.Rows, lines...)
		}
		s.sayEmpty(words)
		s.table.Set(lines)
	})
}

// loadMore asks for the rows behind those there are.
func (s *Screen) loadMore() {
	if n := len(s.table.Rows); s.more && n > 0 {
		s.ask(s.table.Rows[n-1].place)
	}
}

// sayEmpty says what stands in place of no rows: why there are none.
func (s *Screen) sayEmpty(words string) {
	switch {
	case words != "":
		s.table.WhenEmpty(s.host.T("screen.found.none", "Words", words), nil)
	case tabs[s.tab].due:
		s.table.WhenEmpty(s.host.T("certificate.none.due"), nil)
	default:
		s.table.WhenEmpty(s.host.T("certificate.none.all"), nil)
	}
}

// lineOf is a certificate in the words of the window.
func (s *Screen) lineOf(c data.DatedCertificate) line {
	l := line{sku: c.SKU, name: c.Name.In(s.host.Lang()), kind: c.Kind, number: c.Number, markets: strings.Join(c.Markets, " "), ends: string(c.Expires), place: c.Place}
	if l.name == l.sku {
		l.name = ""
	}
	if l.markets == "" {
		l.markets = s.host.T("certificate.everywhere")
	}
	if c.Scan != "" {
		l.scan = s.host.T("certificate.scan.there")
	}
	l.state, l.tone = kit.CertificateState(s.host, c.State, c.Days, c.Expires != "")
	return l
}

// key goes from the search box into the table with Down and empties it with Esc.
func (s *Screen) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		s.host.Focus(s.table.List)
	case fyne.KeyEscape:
		s.search.SetText("")
	default:
		return false
	}
	return true
}
