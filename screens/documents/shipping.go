package documents

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// shipping is the form of one shipment. Its fill and read are each other's inverse.
type shipping struct {
	content fyne.CanvasObject
	form    *kit.Form
	open    bool // a shipment is shown

	screen    *Screen
	host      *kit.Host
	transport *kit.TransportFields
	date      *kit.DateEntry
	goods     *goods
	cartons   *cartons
	boxes     *boxes
	charges   *kit.Pairs
	old       data.Shipment
	order     data.Order      // of several orders, all of them joined
	orders    []data.Order    // each by itself
	others    []data.Shipment // of the same orders
	more      *kit.Picker[store.Companion]
	shown     data.Shipment  // what read gives for the untouched form
	shared    *data.Shipment // the part of the order's extras a new shipment was given; nil once they are the merchant's
	stay      bool           // what is shown next was just saved: the merchant stays where they were
	posted    *kit.Paragraph
	saving    *kit.Button
	posting   *kit.Button
	compare   *kit.Button
	carrier   *kit.Paragraph // the one that was chosen
	asked     *carriers      // the open question
	rules     *channels      // the open form
}

func newShipping(s *Screen) *shipping {
	f := &shipping{screen: s, host: s.host, form: kit.NewForm(s.host)}
	t := s.host.T
	f.transport = kit.NewTransportFields(s.host, f.form)
	f.date = f.form.NewDate("date")
	f.goods = newGoods(f)
	f.more = f.newMore()
	f.cartons = newCartons(f)
	f.boxes = newBoxes(f)
	f.charges = kit.NewPairs(t("order.charge.name"), t("order.charge.amount"))
	f.charges.OnChanged = func() { f.form.Relayout(); f.form.Edited("charges") }
	f.posted = kit.NewHint(t("paper.shipment.posted.hint"))
	f.saving = kit.NewButton(t("screen.save"), theme.DocumentSaveIcon(), func() { f.keep(func() {}) }).Main()
	f.posting = kit.NewButton(t("paper.post"), theme.MailSendIcon(), f.askPost)
	f.build()
	f.content = f.form.Content
	return f
}

func (f *shipping) build() {
	f.form.AddObject(kit.Whole, f.posted)
	f.form.Section("paper.shipment")
	f.form.Add(
		kit.Field{ID: "shipment_no", Label: "order.no", Span: kit.Quarter, Hint: "order.no.hint"},
		kit.Field{ID: "date", Label: "order.date", Span: kit.Quarter, Control: f.date},
		kit.Field{ID: "pallets", Label: "paper.pallets", Span: kit.Quarter},
	)
	f.form.Section("paper.goods")
	f.form.Add(
		kit.Field{ID: "lines", Label: "paper.goods.hint", Span: kit.Whole, Control: f.goods.content},
		kit.Field{ID: "orders", Label: "paper.goods.more", Span: kit.Half, Control: f.more},
	)
	f.form.Section("paper.cartons")
	f.form.Add(kit.Field{ID: "cartons", Label: "paper.cartons.hint", Span: kit.Whole, Control: f.cartons.content})
	f.form.Section("paper.containers")
	f.form.Add(kit.Field{ID: "containers", Label: "paper.containers.hint", Span: kit.Whole, Control: f.boxes.content})
	f.form.Section("order.mode")
	f.transport.Add()
	f.form.AddObject(kit.Whole, f.newCompare())
	f.form.Section("order.sums")
	f.form.Add(
		kit.Field{ID: "discount", Label: "order.discount", Span: kit.Third},
		kit.Field{ID: "freight", Label: "order.freight", Span: kit.Third},
		kit.Field{ID: "insurance", Label: "order.insurance", Span: kit.Third},
		kit.Field{ID: "charges", Label: "order.charges", Control: f.charges.Content},
		kit.Field{ID: "marks", Label: "order.marks", Lines: 4},
	)
}

func (f *shipping) actions() []fyne.CanvasObject { return []fyne.CanvasObject{f.posting, f.saving} }

// offer shows the buttons while the shipment is in front.
func (f *shipping) offer(on bool) {
	show(f.saving, on)
	show(f.posting, on)
}

// show fills the form from the shipment of s; an order without one has no form.
func (f *shipping) show(s subject) {
	f.order, f.orders, f.open = s.src.Order, s.src.AllOrders(), s.src.Shipment != nil
	if !f.open {
		return
	}
	f.others = slices.DeleteFunc(slices.Clone(s.shipments), func(o data.Shipment) bool { return o.ID == s.src.Shipment.ID })
	fill := func() { f.fill(*s.src.Shipment, s.src.Products) }
	f.shared = nil
	if len(f.orders) > 1 && !s.src.Shipment.Posted { // of several they always follow the goods
		f.shared = s.src.Shipment
	}
	if f.stay {
		f.form.Stay(fill)
	} else {
		fill()
	}
	f.stay = false
	f.form.Advise(s.src.Shipment.Warnings())
}

// begin makes a new shipment of all that no other has taken yet, to be changed and saved.
func (f *shipping) begin() {
	s := f.screen.subject
	f.order, f.orders, f.others = s.first(), []data.Order{s.first()}, s.shipments
	sh := data.Shipment{
		OrderID: f.order.ID, OrderNo: f.order.No, Date: f.host.Today(), Transport: f.order.Transport, Lines: f.order.Remainder(f.others),
	}
	if len(sh.Lines) == 0 {
		f.host.Notice(f.host.T("paper.ship.nothing"), nil)
		return
	}
	if err := sh.Share(f.orders, f.others); err != nil {
		f.host.ShowError(err)
		return
	}
	f.open = true
	f.fill(sh, s.src.Products)
	f.shared = &sh
	f.screen.tab(1)
	f.screen.enable()
	f.goods.focus()
}

func (f *shipping) fill(sh data.Shipment, products map[int64]data.Product) {
	f.form.Clear()
	f.old = sh
	for id, text := range map[string]string{"shipment_no": sh.No, "pallets": kit.Count(sh.Pallets), "marks": sh.Marks} {
		f.form.Set(id, text)
	}
	f.form.Entry("marks").SetPlaceHolder(f.order.Marks)
	f.date.Set(sh.Date)
	f.transport.Show(sh.Transport)
	f.showCarrier(sh)
	f.fillExtras(sh)
	f.goods.show(sh)
	f.cartons.show(sh, products)
	f.boxes.show(sh.Containers)
	f.form.ReadOnly(sh.Posted)
	f.goods.readOnly(sh.Posted)
	f.cartons.readOnly(sh.Posted)
	f.boxes.readOnly(sh.Posted)
	f.lockExtras(sh.Posted || len(f.orders) > 1)
	f.more.Empty()
	kit.Able(f.more, !sh.Posted)
	f.posted.Hidden = !sh.Posted
	kit.Able(f.saving, !sh.Posted)
	kit.Able(f.posting, !sh.Posted && sh.ID != 0)
	f.form.Relayout()
	f.form.Top()
	f.shown, _ = f.read()
}

// read returns the shipment the form describes.
func (f *shipping) read() (data.Shipment, error) {
	sh := f.old
	var bad data.Problems
	sh.No, sh.Marks = f.form.Text("shipment_no"), f.form.Text("marks")
	sh.Date = f.date.Read("date", &bad)
	sh.Pallets = kit.ReadNumber(f.form.Entry("pallets"), "pallets", whole, &bad)
	sh.Transport = f.transport.Read(&bad)
	amount := func(id string) int64 {
		return kit.ReadNumber(f.form.Entry(id), id, func(text string) (int64, error) {
			m, err := data.ParseMoney(text, f.order.Currency)
			return m.Minor, err
		}, &bad)
	}
	sh.Discount, sh.Freight, sh.Insurance = amount("discount"), amount("freight"), amount("insurance")
	sh.Charges = nil
	for _, row := range f.charges.Rows() {
		m, err := data.ParseMoney(kit.PlainNumber(row[1]), f.order.Currency)
		if err != nil {
			bad.Add("charges", "order.problem.charge")
			continue
		}
		sh.Charges = append(sh.Charges, data.Charge{Name: row[0], Minor: m.Minor})
	}
	sh.Lines = f.goods.read(&bad)
	sh.Cartons = f.cartons.read(&bad)
	sh.Containers = f.boxes.read()
	return sh, bad.Err()
}

// whole reads a count of things.
func whole(text string) (int64, error) {
	q, err := data.ParseQuantity(text)
	if err == nil && q%data.Pieces(1) != 0 {
		err = data.ErrTooFine
	}
	return int64(q / data.Pieces(1)), err
}

func (f *shipping) dirty() bool {
	if !f.open {
		return false
	}
	now, err := f.read()
	return err != nil || f.old.ID == 0 || !reflect.DeepEqual(now, f.shown)
}

// keep saves the shipment, shows what came back and goes on to then.
func (f *shipping) keep(then func()) {
	if !f.open || f.old.Posted {
		return
	}
	sh, err := f.read()
	if err != nil {
		f.form.Complain(err)
		return
	}
	stored := data.Split(f.orders, sh)
	kit.Run(f.host, f.saving, func(ctx context.Context) (data.Shipment, error) { return f.screen.store.Shipments.Save(ctx, stored) },
		func(saved data.Shipment, err error) {
			if err != nil {
				f.form.Complain(err)
				return
			}
			f.stay = true
			f.shown, f.old = sh, saved // nothing is unsaved while it is read anew
			f.screen.finder.Reload()
			f.screen.load(saved.No, func() { f.screen.tab(1); then() })
			f.host.Notice(f.host.T("screen.saved"), func() { f.undo(saved) })
		})
}

// undo takes the newest save of a shipment back.
func (f *shipping) undo(sh data.Shipment) {
	kit.Run(f.host, nil, func(ctx context.Context) (bool, error) {
		saves, err := f.screen.store.Journal.History(ctx, sh.UUID)
		if err != nil || len(saves) == 0 {
			return true, err
		}
		return saves[0].Before != nil, f.screen.store.Journal.Undo(ctx, saves[0].Batch)
	}, func(there bool, err error) {
		if err != nil {
			f.host.ShowError(err)
			return
		}
		f.open = false
		f.screen.finder.Reload()
		number := sh.No
		if !there {
			number = sh.OrderNo
		}
		f.screen.load(number, func() { f.screen.tab(map[bool]int{true: 1}[there]) })
		f.host.Notice(f.host.T("screen.undone"), nil)
	})
}

// askPost says what posting does, and posts when the merchant agrees.
func (f *shipping) askPost() {
	f.host.Leave(f.dirty(), f.keep, func() {
		t := f.host.T
		f.host.Ask(t("paper.post.title"), t("paper.post.text", "No", f.old.No, "Order", strings.Join(f.numbers(), ", "), "Number", len(f.old.Lines)),
			kit.Choice{Word: t("paper.post.do"), Danger: true, Then: f.post}, kit.Choice{Word: t("screen.cancel")})
	}, nil)
}

func (f *shipping) post() { f.postFor("") }

// postFor posts; a shipment before which something was to be paid and isn't is asked a reason for.
func (f *shipping) postFor(unpaid string) {
	id := f.old.ID
	kit.Run(f.host, f.posting, func(ctx context.Context) (data.Shipment, error) {
		return f.screen.store.Shipments.PostUnpaid(ctx, id, unpaid)
	},
		func(posted data.Shipment, err error) {
			var wrong data.Problems
			if errors.As(err, &wrong) && wrong[0].Key == "problem.unpaid" {
				f.askUnpaid(wrong)
				return
			}
			if err != nil {
				f.host.ShowError(err)
				return
			}
			f.screen.finder.Reload()
			f.screen.load(posted.No, func() { f.screen.tab(1) })
			f.host.Notice(f.host.T("paper.post.done", "No", posted.No), nil)
		})
}

// askUnpaid says what is missing, and lets the goods go all the same for a reason.
func (f *shipping) askUnpaid(missing data.Problems) {
	t := f.host.T
	form := kit.NewPart(f.host)
	for _, p := range missing {
		form.AddObject(kit.Whole, kit.NewParagraph(f.host.Sentence(p)))
	}
	form.Add(kit.Field{ID: "unpaid_reason", Label: "paper.post.unpaid.reason", Span: kit.Whole})
	given := func() bool {
		if strings.TrimSpace(form.Text("unpaid_reason")) == "" {
			var bad data.Problems
			bad.Add("unpaid_reason", "problem.required")
			form.Complain(bad)
			return false
		}
		return true
	}
	f.host.AskWith(t("paper.post.unpaid"), kit.Wide(440, form.Content),
		kit.Choice{Word: t("paper.post.unpaid.do"), Danger: true, Ready: given, Then: func() { f.postFor(strings.TrimSpace(form.Text("unpaid_reason"))) }},
		kit.Choice{Word: t("screen.cancel")})
	f.host.Focus(form.Entry("unpaid_reason"))
}
