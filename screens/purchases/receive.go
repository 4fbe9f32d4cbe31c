package purchases

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// receiving is the open dialog in which what came is booked.
type receiving struct {
	screen *Screen
	order  data.PurchaseOrder
	open   []int // indexes of the lines that the dialog has a field for
	form   *kit.Form
	where  *kit.Picker[string]
	expiry map[int]*kit.DateEntry
	marks  *kit.Checks[string]
	codes  map[string]int // of a line by SKU and barcode
	rate   data.CostRate
	home   data.Currency
	scans  bool // counting by scanner has begun
	busy   bool
	many   bool // more lines than a small window has room for: they scroll
	q      *kit.Question
}

// The marks of a receipt.
const (
	markDone = "done" // nothing more will come of what is short
	markOver = "over" // more than was ordered is meant
)

// asking is what the dialog must know before it opens.
type asking struct {
	order data.PurchaseOrder
	rate  data.CostRate
	home  data.Currency
}

// askReceive books goods that came of the order shown, as it was saved.
func (s *Screen) askReceive() {
	s.host.Leave(s.Dirty(), s.Keep, func() {
		no := s.Chosen()
		kit.Run(s.host, s.buttons.receive, func(ctx context.Context) (a asking, err error) {
			if a.order, err = s.store.Purchases.ByNo(ctx, no); err != nil {
				return a, err
			}
			company, err := s.store.Company.Get(ctx)
			if err != nil {
				return a, err
			}
			a.home = company.Home()
			a.rate, err = s.store.Purchases.CostRate(ctx, a.order.Currency)
			if missing := (data.Problems{}); errors.As(err, &missing) {
				err = nil // the dialog asks for it
			}
			return a, err
		}, func(a asking, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.openReceiving(a)
		})
	}, nil)
}

// openReceiving opens the dialog.
func (s *Screen) openReceiving(a asking) {
	t := s.host.T
	many := len(a.order.Lines) > fewLines
	r := &receiving{
		screen: s, order: a.order, rate: a.rate, home: a.home, form: kit.NewPart(s.host), many: many,
		expiry: map[int]*kit.DateEntry{}, codes: map[string]int{},
	}
	if s.asked = r; many {
		r.form = kit.NewForm(s.host)
	}
	r.addHead()
	for i, l := range a.order.Lines {
		if !l.Closed {
			r.addLine(i, l)
		}
	}
	r.marks = kit.NewChecks([]string{markDone, markOver}, []string{t("purchase.receive.done"), t("purchase.receive.over")})
	r.form.AddObject(kit.Whole, r.marks.Content)
	r.q = s.host.AskWith(t("purchase.receive.title", "No", a.order.No), r.content(),
		kit.Choice{Word: t("purchase.receive"), Main: true, Ready: func() bool { r.do(); return false }},
		kit.Choice{Word: t("screen.cancel")})
	r.keys()
}

// fewLines is how many lines a small window has room for.
const fewLines = 2

// content is the dialog's fields; many of them scroll.
func (r *receiving) content() fyne.CanvasObject {
	if r.many {
		return kit.Tall(440, kit.Wide(560, r.form.Content))
	}
	return kit.Wide(560, r.form.Content)
}

// addHead adds what concerns all that came: the scanner's field, the warehouse, and the rate where the order is in
// another currency than the company's.
func (r *receiving) addHead() {
	s := r.screen
	r.form.Add(kit.Field{ID: "scan", Label: "purchase.scan", Span: kit.Half, Hint: "purchase.scan.hint"})
	r.where = kit.NewPicker(s.host, s.editor.warehouses())
	r.where.Free = s.editor.where.Free
	r.where.Set(kit.Option[string]{Value: r.order.Warehouse, Code: r.order.Warehouse, Name: s.editor.warehouseName(r.order.Warehouse)})
	r.form.Add(kit.Field{ID: "warehouse", Label: "purchase.warehouse", Span: kit.Half, Control: r.where})
	if r.order.Currency == r.home {
		return
	}
	base, quote := r.order.Currency, r.home
	if r.rate.Base == r.home {
		base, quote = r.home, r.order.Currency
	}
	r.rate.Base = base
	r.form.AddObject(kit.Half, kit.NewHint(s.host.T("purchase.rate.hint", "Base", string(base), "Quote", string(quote))))
	r.form.Add(kit.Field{ID: "rate", Label: "purchase.rate", Span: kit.Half, Unit: string(quote) + "/" + string(base)})
	r.form.Set("rate", kit.Figure(r.rate.Rate))
}

// addLine adds the fields of one line, its open quantity filled in.
func (r *receiving) addLine(i int, l data.PurchaseLine) {
	s, n := r.screen, strconv.Itoa(i+1)
	product := s.editor.lines.products[l.VariantID]
	title := kit.NewText(strings.TrimSpace(l.SKU + " " + product.Name.In(s.host.Lang()))).Cut()
	open := kit.NewCaption(s.host.T("purchase.open", "Open", kit.Quantity(s.host, l.Open()), "Quantity", kit.Quantity(s.host, l.Quantity))).Cut()
	r.form.AddObject(kit.Whole, kit.Pile(2, kit.Hairline(), title, open))
	r.expiry[i] = r.form.NewDate("expiry" + n)
	r.form.Add(
		kit.Field{ID: "line" + n, Label: "purchase.came", Span: kit.Third, Unit: r.screen.host.UnitWord(l.Unit)},
		kit.Field{ID: "lot" + n, Label: "purchase.lot", Span: kit.Third},
		kit.Field{ID: "expiry" + n, Label: "purchase.expiry", Span: kit.Third, Control: r.expiry[i]},
	)
	r.form.Set("line"+n, l.Open().String())
	r.open = append(r.open, i)
	variant, _ := product.Variant(l.VariantID)
	for _, code := range []string{l.SKU, variant.GTIN, product.GTIN} {
		code = strings.ToLower(code)
		if _, taken := r.codes[code]; code != "" && !taken {
			r.codes[code] = i
		}
	}
}

// keys lets Enter in the fields book, and Esc leave; in the scanner's field Enter counts one.
func (r *receiving) keys() {
	submit := func(id string, do func(string)) {
		e := r.form.Entry(id)
		e.OnSubmitted = do
		e.OnKey = func(key *fyne.KeyEvent) bool {
			if key.Name == fyne.KeyEscape {
				r.q.Escape()
			}
			return key.Name == fyne.KeyEscape
		}
	}
	book := func(string) { r.q.Tap(r.screen.host.T("purchase.receive")) }
	submit("scan", r.scan)
	for _, i := range r.open {
		n := strconv.Itoa(i + 1)
		submit("line"+n, book)
		submit("lot"+n, book)
	}
	if len(r.open) > 0 {
		r.screen.host.Focus(r.form.Entry("line" + strconv.Itoa(r.open[0]+1)))
	}
}

// scan counts one of the article with a code. The first scan empties what was filled in: from then on it is counted.
func (r *receiving) scan(code string) {
	code = strings.ToLower(strings.TrimSpace(code))
	i, known := r.codes[code]
	if !known {
		r.form.Complain(data.Problems{{Field: "scan", Key: "problem.not_purchased", Args: map[string]any{"Value": code, "No": r.order.No}}})
		r.q.Refit()
		return
	}
	if !r.scans {
		r.scans = true
		for _, other := range r.open {
			r.form.Set("line"+strconv.Itoa(other+1), "0")
		}
	}
	var ignored data.Problems
	id := "line" + strconv.Itoa(i+1)
	q := kit.ReadNumber(r.form.Entry(id), id, data.ParseQuantity, &ignored)
	r.form.Clear()
	r.form.Set(id, (q + data.Pieces(1)).String())
	r.form.Set("scan", "")
	r.screen.host.Focus(r.form.Entry("scan"))
}

// read returns what was typed.
func (r *receiving) read() (rc data.Receipt, bad data.Problems) {
	for _, mark := range r.marks.Chosen() {
		rc.Over = rc.Over || mark == markOver
	}
	done := false
	for _, mark := range r.marks.Chosen() {
		done = done || mark == markDone
	}
	for _, i := range r.open {
		n := strconv.Itoa(i + 1)
		l := data.ReceiptLine{
			Line: i + 1, Quantity: kit.ReadNumber(r.form.Entry("line"+n), "line"+n, data.ParseQuantity, &bad), Warehouse: r.where.Value(),
			Lot: r.form.Text("lot" + n), Expiry: r.expiry[i].Read("expiry"+n, &bad), Done: done,
		}
		if l.Quantity < 0 {
			bad.Add("line"+n, "problem.negative")
		}
		if l.Quantity != 0 || l.Done {
			rc.Lines = append(rc.Lines, l)
		}
	}
	if r.order.Currency != r.home {
		rate := kit.ReadNumber(r.form.Entry("rate"), "rate", data.ParseExchangeRate, &bad)
		if rate != r.rate.Rate || rate == 0 {
			rc.Rate = data.CostRate{Base: r.rate.Base, Rate: rate}
		}
	}
	return rc, bad
}

// do books what came, or says what is wrong at its fields.
func (r *receiving) do() {
	rc, bad := r.read()
	if len(bad) > 0 || r.busy {
		r.complain(bad, rc)
		return
	}
	r.busy = true
	s := r.screen
	kit.Run(s.host, nil, func(ctx context.Context) (data.PurchaseOrder, error) {
		return s.store.Purchases.Receive(ctx, r.order.No, rc)
	}, func(p data.PurchaseOrder, err error) {
		if r.busy = false; err != nil {
			r.complain(err, rc)
			return
		}
		r.q.Close()
		s.host.Notice(s.host.T("purchase.received", "No", p.No), nil)
		s.again()
	})
}

// complain shows what is wrong at the fields of the dialog.
func (r *receiving) complain(err error, rc data.Receipt) {
	if bad := (data.Problems{}); errors.As(err, &bad) {
		named := make(data.Problems, len(bad))
		for i, p := range bad {
			parts := strings.Split(p.Field, ".")
			if n, number := nth(parts); number && n <= len(rc.Lines) {
				p.Field = "line" + strconv.Itoa(rc.Lines[n-1].Line)
			}
			named[i] = p
		}
		err = named
	}
	r.form.Complain(err)
	r.q.Refit()
}

// nth reads the number of a row in "lines.2.quantity".
func nth(parts []string) (int, bool) {
	if len(parts) < 2 || parts[0] != "lines" {
		return 0, false
	}
	n, err := strconv.Atoi(parts[1])
	return n, err == nil && n > 0
}
