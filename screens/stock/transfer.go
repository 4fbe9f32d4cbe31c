package stock

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// transferring is the question for goods that go to another warehouse: the article shown, and any others that travel
// with it.
type transferring struct {
	*moving
	expected *kit.DateEntry
	proposed data.Date // what was filled in for the warehouse chosen
	adder    *kit.Adder[offered]
	more     []string        // SKUs of the further articles
	lines    *kit.Form       // their quantities
	area     *fyne.Container // where those stand
	scroll   *container.Scroll
	a        *asking
	sent     data.StockTransfer // as it was booked
}

// offered is an article that can travel too.
type offered struct{ sku, name string }

// askTransfer sends goods to another warehouse.
func (s *Screen) askTransfer() {
	t := &transferring{moving: s.newMoving(), lines: kit.NewPart(s.host)}
	s.sending = t
	t.form.Add(kit.Field{ID: "quantity", Label: "stock.quantity", Unit: s.host.UnitWord(s.view.product.Unit), Span: kit.Half})
	t.addWarehouse("to", "stock.to")
	t.addLeaving()
	t.expected = t.form.NewDate("expected")
	t.form.Add(
		kit.Field{ID: "expected", Label: "stock.expected", Span: kit.Half, Control: t.expected},
		kit.Field{ID: "note", Label: "stock.note", Span: kit.Half},
	)
	t.where.OnChanged = func() { t.propose(); t.form.Edited("to") }
	t.addFurther()
	t.a = s.ask(s.host.T("stock.transfer.title", "SKU", s.view.product.SKU), s.host.T("stock.transfer"), t.form, t.read, s.host.T("stock.transfer.done", "SKU", s.view.product.SKU))
	t.lines.OnEscape = t.form.OnEscape
	t.a.after = t.warn
	t.a.keys("quantity", "expected", "note")
}

// propose fills in when goods should arrive, from how long they travel to the warehouse chosen. What was typed stays.
func (t *transferring) propose() {
	if was := t.expected.Plain(); was != "" && was != string(t.proposed) {
		return
	}
	t.proposed = ""
	for _, w := range t.screen.view.warehouses {
		if w.Code == t.where.Value() && w.LeadDays > 0 {
			t.proposed = t.screen.host.Today().After(int(w.LeadDays))
		}
	}
	t.expected.Set(t.proposed)
}

// addFurther adds the search for further articles and the room for them.
func (t *transferring) addFurther() {
	host := t.screen.host
	t.adder = kit.NewAdder(host, host.T("stock.more.add"), t.find, func(o offered) kit.Line { return kit.Line{Code: o.sku, Title: o.name} })
	t.adder.OnChosen = t.add
	t.adder.OnGrown = func() { t.refit() }
	inner := container.New(layout.NewCustomPaddedLayout(0, 0, 0, kit.Small), t.lines.Content) // beside the bar that scrolls
	t.scroll = container.NewVScroll(inner)
	t.area = container.New(atMost{furtherHeight, inner}, t.scroll)
	t.area.Hide()
	t.form.AddObject(kit.Whole, kit.Pile(kit.Tight, kit.NewCaption(host.T("stock.more")), t.area, t.adder.Content))
}

// find looks for articles to add, the one shown left out.
func (t *transferring) find(ctx context.Context, words string) (list []offered, err error) {
	found, err := t.screen.store.Products.Find(ctx, store.Query{Words: words, Limit: 20})
	for _, p := range found {
		for _, v := range p.Variants {
			if !v.Archived && v.SKU != t.sku.Value() {
				list = append(list, offered{v.SKU, p.Name.In(t.screen.host.Lang())})
			}
		}
	}
	return list, err
}

// add adds a further article and goes to its quantity; one that is there already is gone to.
func (t *transferring) add(o offered) {
	for i, sku := range t.more {
		if sku == o.sku {
			t.lines.FocusField(further(i))
			return
		}
	}
	id := further(len(t.more))
	t.more = append(t.more, o.sku)
	t.lines.AddObject(kit.Half, kit.Pile(2, kit.NewCaption(o.sku).Cut(), kit.NewText(o.name).Cut()))
	t.lines.Add(kit.Field{ID: id, Label: "stock.quantity", Span: kit.Half})
	e := t.lines.Entry(id)
	e.OnFocus = func() { t.reveal(e) }
	e.OnSubmitted = func(string) { t.screen.host.Focus(t.adder.Search) }
	t.area.Show()
	t.refit()
	t.scroll.ScrollToBottom() // the newest stands last
	t.lines.FocusField(id)
}

// reveal scrolls to a quantity that got the keyboard.
func (t *transferring) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(t.scroll.Content).Y
	shown := t.scroll.Size().Height
	if top := y - kit.Huge; top < t.scroll.Offset.Y {
		t.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, top)))
	} else if bottom := y + o.Size().Height + kit.Small; bottom > t.scroll.Offset.Y+shown {
		t.scroll.ScrollToOffset(fyne.NewPos(0, bottom-shown))
	}
}

// refit gives the question the height its content needs now.
func (t *transferring) refit() {
	t.form.Relayout()
	if t.a != nil {
		t.a.q.Refit()
	}
}

// further is the field of the i-th further article.
func further(i int) string { return "further" + strconv.Itoa(i+1) }

// read makes the transfer out of what was typed; nil when a further article's quantity is wrong, which it shows there.
// Further articles without a quantity stay here.
func (t *transferring) read(bad *data.Problems) work {
	from := t.lot.Value()
	if !t.where.Filled() {
		bad.Add("to", "problem.required")
	}
	sent := data.StockTransfer{
		From: from.Warehouse, To: t.where.Value(), Expected: t.expected.Read("expected", bad), Note: t.form.Text("note"),
		Lines: []data.StockTransferLine{{SKU: t.sku.Value(), Lot: from.Lot, Expiry: from.Expiry, Quantity: t.positive(bad)}},
	}
	var wrong data.Problems
	t.lines.Clear()
	for i, sku := range t.more {
		if t.lines.Text(further(i)) == "" {
			continue
		}
		before := len(wrong)
		q := kit.ReadNumber(t.lines.Entry(further(i)), further(i), data.ParseQuantity, &wrong)
		if q <= 0 && len(wrong) == before {
			wrong.Add(further(i), "problem.not_positive")
		}
		sent.Lines = append(sent.Lines, data.StockTransferLine{SKU: sku, Quantity: q})
	}
	if len(wrong) > 0 {
		t.lines.Complain(wrong)
		t.refit()
		return nil
	}
	if n := len(sent.Lines); n > 1 {
		t.a.done = t.screen.host.T("stock.transfer.done.many", "Count", n)
	}
	return func(ctx context.Context) error {
		booked, err := t.screen.store.Stock.Transfer(ctx, sent)
		t.sent = booked
		return err
	}
}

// warn names the lots that will have expired when they arrive: it is booked, and can be taken back.
func (t *transferring) warn() {
	host := t.screen.host
	if wrong := t.sent.Warnings(host.Today()); len(wrong) > 0 {
		var lines []string
		for _, p := range wrong {
			lines = append(lines, host.Sentence(p))
		}
		host.Tell(host.T("stock.transfer.expires"), strings.Join(append(lines, host.T("stock.transfer.expires.undo")), "\n"))
	}
}

// furtherHeight is how high the further articles may grow before they scroll.
const furtherHeight float32 = 188

// atMost is as high as its content, up to a bound beyond which that scrolls.
type atMost struct {
	height  float32
	content fyne.CanvasObject
}

// MinSize asks the content, because what scrolls asks for no height.
func (l atMost) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, fyne.Min(l.height, l.content.MinSize().Height))
}

// Layout gives the content all the room.
func (atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}
