package app

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/documents"
	"tradewind/screens/kit"
	"tradewind/screens/orders"

	"fyne.io/fyne/v2"
)

// hands do with the keyboard alone what a merchant does in the window.
type hands struct {
	*testing.T
	*Window
}

// TestTheWholeTradeIsDoneByKeyboardAndAgrees does in the window what app/command's story does by apply: inquiry, quotation R0 and R1, proforma,
// deposits, goods of two orders in two shipments, their papers, the balances, closed. Only keys are pressed. After every step the
// records are held against each other.
func TestTheWholeTradeIsDoneByKeyboardAndAgrees(t *testing.T) {
	for _, currency := range []data.Currency{"USD", "EUR", "JPY", "KWD"} {
		t.Run(string(currency), func(t *testing.T) {
			h := &hands{t, start(t, merchant(t, currency), "en")}
			h.quotes()
			h.confirms()
			h.ships()
			h.isPaid()
		})
	}
}

// merchant is a file with a firm, two articles in stock and a customer who pays in c.
func merchant(t *testing.T, c data.Currency) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tradewind.db")
	st, err := store.Open(t.Context(), path, store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = st.Close() }()
	ctx := t.Context()
	here := data.Address{Street: "Harbour Road 8", City: "Ningbo", Country: "CN"}
	_, err = st.Company.Save(ctx, data.Company{
		Party: data.Party{Name: "Lantern", Address: here}, PlaceOfIssue: "Ningbo", SignatoryName: "Chen Yu",
		BankAccounts: []data.BankAccount{{Currency: c, Beneficiary: "Lantern", Bank: "Harbour", Account: "12"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	lamp, bulb := data.UnitPrice(6_455_000), data.UnitPrice(853_300)
	for _, p := range []data.Product{
		{SKU: "LAMP", Price: &lamp, Packing: data.Packing{PcsPerCarton: data.Pieces(12), Carton: data.Box{Length: 6000, Width: 4000, Height: 3500}, CartonGross: 12_400_000}},
		{SKU: "BULB", Price: &bulb, Packing: data.Packing{PcsPerCarton: data.Pieces(100), Carton: data.Box{Length: 5000, Width: 3000, Height: 3000}, CartonGross: 6_000_000}},
	} {
		p.Name, p.Unit, p.Currency, p.Origin, p.HSCode = data.Texts{"en": "Piece " + p.SKU}, "PCS", c, "CN", "940521"
		p.Packing.UnitNet = 50_000
		if _, err := st.Products.Save(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Stock.Count(ctx, []data.Level{{SKU: "LAMP", Quantity: data.Pieces(1000)}, {SKU: "BULB", Quantity: data.Pieces(5000)}}, "opening"); err != nil {
		t.Fatal(err)
	}
	there := data.Address{Street: "Kade 5", City: "Rotterdam", Country: "NL"}
	_, err = st.Partners.Save(ctx, data.Partner{
		Code: "LUX", Party: data.Party{Name: "Lux Import", Address: there}, Roles: []data.Role{data.Customer}, Currency: c, Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo"},
		PaymentTerms: "30% T/T deposit, 30% T/T before shipment, 40% T/T 5 days after invoice date",
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// letters types into what has the keyboard.
func (h *hands) letters(text string) {
	h.Helper()
	for _, r := range text {
		h.win.Canvas().Focused().TypedRune(r)
	}
}

func (h *hands) press(key fyne.KeyName) {
	h.Helper()
	at := h.win.Canvas().Focused()
	if at == nil {
		h.Fatalf("nothing has the keyboard for %s\n%s", key, texts(h.Window))
	}
	at.TypedKey(&fyne.KeyEvent{Name: key})
}

// over types a figure over the one in the field.
func (h *hands) over(text string) {
	h.Helper()
	h.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	h.letters(text)
}

// to presses Tab until something has the keyboard.
func (h *hands) to(what string, is func(fyne.Focusable) bool) {
	h.Helper()
	for range 300 {
		if at := h.win.Canvas().Focused(); at != nil && is(at) {
			return
		}
		h.win.Canvas().FocusNext()
	}
	h.Fatalf("Tab doesn't lead to %s:\n%s", what, texts(h.Window))
}

// button goes to a button and presses it.
func (h *hands) button(key string, args ...any) {
	h.Helper()
	word := h.host.T(key, args...)
	h.to(word, func(f fyne.Focusable) bool { b, ok := f.(*kit.Button); return ok && b.Text == word })
	h.press(fyne.KeyReturn)
}

// pick chooses in a picker of values of one type that shows a text now, whatever it is when that is "*".
func pick[T any](h *hands, shows, words string) {
	h.Helper()
	h.to("the field for "+words, func(f fyne.Focusable) bool {
		p, ok := f.(*kit.Picker[T])
		return ok && (shows == "*" || p.Label() == shows)
	})
	h.letters(words)
	h.press(fyne.KeyReturn)
}

// cell goes to the cell of a line that holds a figure.
func (h *hands) cell(text string) {
	h.Helper()
	h.to("the cell with "+text, func(f fyne.Focusable) bool { c, ok := f.(*kit.Cell); return ok && c.Text == text })
}

// shortcut presses the keys of an entry of the menu.
func (h *hands) shortcut(key string) {
	h.Helper()
	word := h.host.T(key)
	for _, m := range h.menu().Items {
		for _, i := range m.Items {
			if strings.TrimSpace(i.Label) == word && i.Shortcut != nil {
				i.Action()
				return
			}
		}
	}
	h.Fatalf("no key for %s", word)
}

// goes opens the orders or the papers by their key.
func (h *hands) goes(place string) {
	h.Helper()
	for _, p := range h.places {
		if p.name == place {
			h.shortcut(p.key)
		}
	}
}

// opens shows a record of the list by its number.
func (h *hands) opens(number string) {
	h.Helper()
	h.shortcut("screen.find")
	h.over(number)
	h.press(fyne.KeyReturn)
}

// saves keeps the record shown and holds everything against everything.
func (h *hands) saves() {
	h.Helper()
	h.shortcut("screen.save")
	if h.current().Dirty() {
		h.Fatalf("not saved:\n%s", texts(h.Window))
	}
	h.agrees()
}

// orders types a new order for the customer: articles with their quantities.
func (h *hands) orders(lines ...[2]string) (no string) {
	h.Helper()
	h.goes("orders")
	h.shortcut("screen.new")
	h.letters("lux")
	h.press(fyne.KeyReturn)
	for _, l := range lines {
		h.letters(l[0])
		h.press(fyne.KeyReturn)
		h.over(l[1])
		h.press(fyne.KeyReturn)
	}
	h.saves()
	return h.current().(*orders.Screen).Chosen()
}

// issues makes the paper of a kind of what the papers' screen shows.
func (h *hands) issues(kind data.Kind, word string) data.Issued {
	h.Helper()
	pick[data.Kind](h, "*", word)
	h.button("paper.issue")
	if h.host.Question() == nil || len(h.host.Question().Buttons) < 2 {
		h.Fatalf("the %s isn't issued:\n%s", kind, texts(h.Window))
	}
	h.press(fyne.KeyReturn)
	h.agrees()
	all, err := h.store.Documents.Find(h.Context(), store.Query{}, kind)
	if err != nil || len(all) == 0 {
		h.Fatalf("no %s: %v", kind, err)
	}
	return all[0]
}

// quotes answers the inquiry and then once more.
func (h *hands) quotes() {
	h.Helper()
	if no := h.orders([2]string{"lamp", "240"}, [2]string{"bulb", "1000"}); no != "SO-"+h.year()+"-0001" {
		h.Fatalf("the inquiry is %s", no)
	}
	h.button("order.papers")
	first := h.issues(data.Quotation, "Quot")
	h.goes("orders")
	h.cell("240")
	h.over("252")
	h.saves()
	h.button("order.papers")
	if second := h.issues(data.Quotation, "Quot"); second.Number != first.Number || second.Revision != 1 || len(second.Changes) == 0 {
		h.Errorf("the second quotation is %s R%d with %d changes", second.Number, second.Revision, len(second.Changes))
	}
}

func (h *hands) year() string { return strconv.Itoa(h.host.Today().Year()) }

// confirms wins the order and another, and books their deposits.
func (h *hands) confirms() {
	h.Helper()
	h.goes("orders")
	pick[data.Status](h, "Draft", "Conf")
	h.saves()
	h.button("order.papers")
	h.issues(data.Proforma, "Prof")
	h.orders([2]string{"bulb", "500"}, [2]string{"lamp", "60"})
	pick[data.Status](h, "Draft", "Conf")
	h.saves()
	for _, no := range []string{"0001", "0002"} {
		h.pays(no)
		if a := h.account(no); a.Parts[0].Open().Minor != 0 || a.Parts[1].Paid.Minor != 0 {
			h.Errorf("%s: after its deposit %+v", no, a.Parts)
		}
	}
}

// number is the whole number of an order.
func (h *hands) number(last string) string { return "SO-" + h.year() + "-" + last }

func (h *hands) account(last string) data.Account {
	h.Helper()
	o, err := h.store.Orders.ByNo(h.Context(), h.number(last))
	if err != nil {
		h.Fatal(err)
	}
	a, err := h.store.Orders.Account(h.Context(), o.ID)
	if err != nil {
		h.Fatal(err)
	}
	return a
}

// pays books what is proposed: the first part that is open.
func (h *hands) pays(last string) {
	h.Helper()
	h.goes("orders")
	h.opens(h.number(last))
	h.shortcut("order.desk.next")
	h.shortcut("order.desk.next") // goods, then money
	h.press(fyne.KeyReturn)       // book a payment: the part that is due first stands there
	h.press(fyne.KeyReturn)
	h.agrees()
	h.shortcut("order.desk.before")
	h.shortcut("order.desk.before")
}

// ships sends a part of the first order, then all that is left of both together.
func (h *hands) ships() {
	h.Helper()
	h.goes("documents")
	h.opens(h.number("0001"))
	h.shortcut("screen.new")
	h.cell("252")
	h.over("120")
	h.cell("1000")
	h.over("400")
	h.saves()
	h.papers()
	h.opens(h.number("0001"))
	h.shortcut("screen.new")
	pick[store.Companion](h, "", "0002")
	h.saves()
	h.papers()
	for _, no := range h.shipments() {
		h.opens(no)
		h.button("paper.tab.shipment")
		h.button("paper.post")
		h.button("paper.post.do")
		if q := h.host.Question(); q == nil {
			h.Fatal("goods leave though nothing was paid before")
		}
		h.press(fyne.KeyEscape) // no reason to: it is paid first
		for _, last := range []string{"0001", "0002"} {
			for _, p := range h.account(last).Parts {
				if p.Trigger == data.BeforeShipment && p.ShipmentNo == no {
					h.pays(last)
				}
			}
		}
		h.goes("documents")
		h.opens(no)
		h.button("paper.tab.shipment")
		h.button("paper.post")
		h.button("paper.post.do")
		if sh, err := h.store.Shipments.ByNo(h.Context(), no); err != nil || !sh.Posted {
			h.Fatalf("%s hasn't left: %v\n%s", no, err, texts(h.Window))
		}
		h.agrees()
	}
}

// papers issues those of the shipment shown.
func (h *hands) papers() {
	h.Helper()
	h.button("paper.tab.papers")
	h.issues(data.CommercialInvoice, "Comm")
	h.opens(h.current().(*documents.Screen).Chosen())
	h.issues(data.PackingList, "Pack")
}

// shipments are the numbers of all, the first one first.
func (h *hands) shipments() (nos []string) {
	h.Helper()
	all, err := h.store.Shipments.Find(h.Context(), store.Query{})
	if err != nil {
		h.Fatal(err)
	}
	for _, sh := range all {
		nos = append(nos, sh.No)
	}
	slices.Sort(nos)
	return nos
}

// isPaid takes the balances and closes both orders.
func (h *hands) isPaid() {
	h.Helper()
	for _, last := range []string{"0001", "0002"} {
		for h.account(last).Balance.Minor > 0 {
			was := h.account(last).Balance.Minor
			if h.pays(last); h.account(last).Balance.Minor >= was {
				h.Fatalf("%s: nothing was booked of %d", last, was)
			}
		}
		h.goes("orders")
		h.opens(h.number(last))
		pick[data.Status](h, "Shipped", "Clos")
		h.saves()
		if o, err := h.store.Orders.ByNo(h.Context(), h.number(last)); err != nil || o.Status != data.Closed {
			h.Errorf("%s is %s, %v", last, o.Status, err)
		}
	}
}

// agrees holds orders, shipments, papers, money and stock against each other.
func (h *hands) agrees() {
	h.Helper()
	ctx := h.Context()
	list, err := h.store.Orders.Find(ctx, store.Query{})
	if err != nil {
		h.Fatal(err)
	}
	totals, ordered := int64(0), map[string]data.Quantity{}
	for _, o := range list {
		a, err := h.store.Orders.Account(ctx, o.ID)
		if err != nil {
			h.Fatal(err)
		}
		due, paid := int64(0), int64(0)
		for _, p := range a.Parts {
			due, paid = due+p.Amount.Minor, paid+p.Paid.Minor
		}
		if sum, err := o.Totals(); err != nil || due != sum.Total.Minor || paid != a.Paid.Minor || a.Balance.Minor != due-paid {
			h.Errorf("%s: %d due, %d paid, account %+v, order %+v, %v", o.No, due, paid, a, sum, err)
		}
		totals += a.Total.Minor
		progress, err := h.store.Orders.Progress(ctx, o.ID)
		if err != nil {
			h.Fatal(err)
		}
		for i, p := range progress {
			ordered[p.SKU] += p.Ordered
			if p.Ordered != o.Lines[i].Quantity || p.Shipped+p.Remaining+p.Short != p.Ordered {
				h.Errorf("%s: %+v", o.No, p)
			}
		}
	}
	billed, travels := h.travels()
	if len(h.shipments()) == 2 {
		if billed != totals || fmt.Sprint(travels) != fmt.Sprint(ordered) {
			h.Errorf("invoices of %d for orders of %d; %v travels of %v", billed, totals, travels, ordered)
		}
	}
}

// travels holds each shipment's papers against its goods, and the stock against what left; it returns what all invoices bill and what goods
// travel.
func (h *hands) travels() (billed int64, travels map[string]data.Quantity) {
	h.Helper()
	ctx := h.Context()
	travels = map[string]data.Quantity{}
	gone := map[string]data.Quantity{}
	for _, no := range h.shipments() {
		src, err := h.store.Source(ctx, no)
		if err != nil {
			h.Fatal(err)
		}
		want := map[string]data.Quantity{}
		for _, l := range src.Shipment.Lines {
			want[src.Order.Lines[l.Line-1].SKU] += l.Quantity
		}
		for _, kind := range []data.Kind{data.CommercialInvoice, data.PackingList} {
			p, _, err := document.Build(src, kind, document.BuildOptions{})
			if err != nil {
				h.Fatal(err)
			}
			got, cartons := map[string]data.Quantity{}, int64(0)
			for _, l := range p.Lines {
				got[l.SKU] += l.Quantity
				cartons += l.Cartons
			}
			if fmt.Sprint(got) != fmt.Sprint(want) || cartons == 0 || cartons != p.Totals.Cartons {
				h.Errorf("%s of %s: %v of %v in %d cartons, %d below", kind, no, got, want, cartons, p.Totals.Cartons)
			}
			billed += p.Totals.Total.Minor
		}
		for sku, n := range want {
			if travels[sku] += n; src.Shipment.Posted {
				gone[sku] += n
			}
		}
	}
	for sku, counted := range map[string]int64{"LAMP": 1000, "BULB": 5000} {
		if there := h.there(sku); there != data.Pieces(counted)-gone[sku] {
			h.Errorf("%s: %s there after %s left", sku, there, gone[sku])
		}
	}
	return billed, travels
}

// there is how much of an article lies in stock.
func (h *hands) there(sku string) (sum data.Quantity) {
	h.Helper()
	levels, err := h.store.Stock.Levels(h.Context(), store.Query{Words: sku})
	if err != nil {
		h.Fatal(err)
	}
	for _, l := range levels {
		sum += l.Quantity
	}
	return sum
}
