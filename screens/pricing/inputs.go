package pricing

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"github.com/shopspring/decimal"
)

// inputs are the fields on the left. Those for text are named as the assumptions they hold; shares stand there in percent.
type inputs struct {
	host       *kit.Host
	form       *kit.Form
	order      *kit.Picker[string]
	lines      *kit.Picker[int]
	article    *kit.Picker[string]
	way        *kit.Picker[data.CostWay]
	currency   *kit.Picker[data.Currency]
	card       *kit.Picker[string]
	convention *kit.Picker[string]
	typed      []string
	options    []kit.Option[int] // the lines of the order
}

func newInputs(host *kit.Host, st *store.Store) *inputs {
	n := &inputs{host: host, form: kit.NewForm(host)}
	n.order, n.article, n.card = kit.NewAsking(host, findOrders(st)), kit.NewAsking(host, findArticles(host, st)), kit.NewAsking(host, findCards(host, st))
	n.lines = kit.NewAsking(host, func(_ context.Context, words string) ([]kit.Option[int], error) {
		return kit.Rank(n.options, words), nil
	})
	n.way = kit.NewPicker(host, n.ways())
	n.currency = kit.NewPicker(host, kit.Currencies(host))
	n.convention = kit.NewPicker(host, n.conventions())
	f := n.form
	edited := func(id string) func() { return func() { f.Edited(id) } }
	n.way.OnChanged, n.currency.OnChanged, n.convention.OnChanged = edited("cost_way"), edited("currency"), edited("commission_on")
	f.Section("price.section.goods")
	f.Add(
		kit.Field{ID: "order", Label: "price.order", Span: kit.Quarter, Control: n.order},
		kit.Field{ID: "line", Label: "price.line", Span: kit.Quarter, Control: n.lines},
		kit.Field{ID: "article", Label: "price.article", Span: kit.Whole, Control: n.article},
		kit.Field{ID: "quantities", Label: "price.quantities", Hint: "price.quantities.hint", Span: kit.Quarter},
		kit.Field{ID: "currencies", Label: "price.currencies", Hint: "price.currencies.hint", Span: kit.Quarter},
	)
	f.Section("price.section.profit")
	n.add("margin", "price.field.margin", "%")
	n.add("markup", "price.field.markup", "%")
	n.add("target_price", "price.field.target", "")
	n.add("commission", "price.field.commission", "%")
	n.add("bank", "price.field.bank", "%")
	f.Add(kit.Field{ID: "commission_on", Label: "price.field.convention", Span: kit.Quarter, Control: n.convention})
	f.Section("price.section.cost")
	f.Add(kit.Field{ID: "cost_way", Label: "price.field.way", Span: kit.Whole, Control: n.way})
	n.add("purchase_price", "price.field.cost", "")
	n.add("domestic_cost", "price.field.domestic", "")
	n.add("vat_rate", "price.field.vat", "%")
	n.add("refund_rate", "price.field.refund", "%")
	f.Add(kit.Field{ID: "currency", Label: "price.field.currency", Span: kit.Quarter, Control: n.currency})
	n.add("fx", "price.field.fx", "")
	n.add("fx_buffer", "price.field.buffer", "%")
	n.add("price_decimals", "price.field.decimals", "")
	f.Section("price.section.freight")
	f.Add(kit.Field{ID: "rate_card", Label: "price.field.card", Span: kit.Whole, Control: n.card})
	n.add("freight", "price.field.freight", "")
	n.add("insurance_rate", "price.field.insurance", "%")
	f.Section("price.section.there")
	n.add("destination_cost", "price.field.there", "")
	n.add("import_clearance", "price.field.clearance", "")
	n.add("duty_rate", "price.field.duty", "%")
	n.add("vat_rate_destination", "price.field.vat_there", "%")
	return n
}

// add adds a field for an assumption.
func (n *inputs) add(field, label, unit string) {
	n.form.Add(kit.Field{ID: field, Label: label, Unit: unit, Span: kit.Quarter})
	n.typed = append(n.typed, field)
}

func (n *inputs) ways() []kit.Option[data.CostWay] {
	t := n.host.T
	return []kit.Option[data.CostWay]{
		{Value: data.Purchased, Name: t("price.way.purchase")}, {Value: data.OwnCost, Name: t("price.way.own")}, {Value: data.Manufactured, Name: t("price.way.manufacturer")},
	}
}

func (n *inputs) conventions() []kit.Option[string] {
	return []kit.Option[string]{{Value: "final", Name: n.host.T("price.on.final")}, {Value: "cif", Name: n.host.T("price.on.cif")}}
}

// show fills the fields with what is known of a line or an article.
func (n *inputs) show(of subject) {
	a := of.given
	n.options = of.options
	n.order.Empty()
	n.lines.Empty()
	n.article.Empty()
	if of.order.ID != 0 {
		n.order.Set(kit.Option[string]{Value: of.order.No, Name: of.order.No})
	}
	if of.line < len(of.options) {
		n.lines.Set(of.options[of.line])
	}
	if of.sku != "" {
		n.article.Set(kit.Option[string]{Value: of.sku, Code: of.sku, Name: of.name})
	}
	kit.SetIn(n.way, n.ways(), data.CostWay(orElse(a["cost_way"], string(data.Purchased))))
	kit.SetIn(n.currency, kit.Currencies(n.host), data.Currency(orElse(a["currency"], "USD")))
	kit.SetIn(n.convention, n.conventions(), orElse(a["commission_on"], "final"))
	n.setCard(a)
	for _, field := range n.typed {
		text := a[field]
		if field == "purchase_price" {
			text = orElse(text, a["own_cost"])
		}
		if a.Shares(field) {
			text = inPercent(text)
		}
		n.form.Set(field, text)
	}
	n.form.Set("quantities", a["quantity"])
	if of.order.ID != 0 {
		n.currency.Disable()
	} else {
		n.currency.Enable()
	}
	n.form.Clear()
}

// setCard names the carrier's price that is in a, if there is one.
func (n *inputs) setCard(a data.Assumptions) {
	n.card.Empty()
	if a["freight_way"] != "" {
		n.card.Set(kit.Option[string]{Value: "", Name: strings.TrimSpace(n.wayWord(data.FreightWay(a["freight_way"])) + " " + a["freight_price"] + " " + a["freight_currency"])})
	}
}

// wayWord is how freight is charged, in words.
func (n *inputs) wayWord(way data.FreightWay) string {
	words := map[data.FreightWay]string{
		data.PerContainer: "price.freight.container", data.PerRevenueTon: "price.freight.ton", data.PerKilogram: "price.freight.kg", data.ByTable: "price.freight.table",
	}
	return n.host.T(words[way])
}

// read puts what is typed over base. What is no number stays as it is typed, and is complained about when it is worked out.
func (n *inputs) read(base data.Assumptions) data.Assumptions {
	typed := data.Assumptions{
		"cost_way": string(n.way.Value()), "currency": string(n.currency.Value()), "commission_on": n.convention.Value(), "own_cost": "", "purchase_price": "",
		"target_term": "",
	}
	for _, field := range n.typed {
		text := n.form.Entry(field).Number()
		if base.Shares(field) {
			text = asShare(text)
		}
		typed[field] = text
	}
	if typed["cost_way"] != string(data.Purchased) {
		typed["own_cost"], typed["purchase_price"] = typed["purchase_price"], ""
	}
	return base.With(typed)
}

// quantities are the quantities typed, without their grouping.
func (n *inputs) quantities() (list []string) {
	for text := range strings.FieldsFuncSeq(n.form.Text("quantities"), func(r rune) bool { return strings.ContainsRune(";；、 /", r) }) {
		list = append(list, kit.PlainNumber(text))
	}
	return list
}

// others are the currencies typed beside that of the price.
func (n *inputs) others() (list []data.Currency) {
	for text := range strings.FieldsFuncSeq(strings.ToUpper(n.form.Text("currencies")), func(r rune) bool { return strings.ContainsRune(";；、, /", r) }) {
		list = append(list, data.Currency(text))
	}
	return list
}

// complain shows problems at their fields.
func (n *inputs) complain(err error) {
	var bad data.Problems
	if !errors.As(err, &bad) {
		n.host.ShowError(err)
		return
	}
	own := map[string]string{"own_cost": "purchase_price", "target.price": "target_price", "target": "target_price", "quantity": "quantities", "pcs_per_carton": "rate_card", "freight_fx": "rate_card", "freight_way": "rate_card"}
	for i := range bad {
		if name := own[bad[i].Field]; name != "" {
			bad[i].Field = name
		}
	}
	n.form.Advise(bad)
}

// inPercent writes a share as percent; what is none stays.
func inPercent(text string) string {
	d, err := decimal.NewFromString(text)
	if err != nil {
		return text
	}
	return d.Shift(2).String()
}

// asShare reads percents as a share; what is no number stays.
func asShare(text string) string {
	d, err := decimal.NewFromString(text)
	if err != nil {
		return text
	}
	return d.Shift(-2).String()
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func findOrders(st *store.Store) func(context.Context, string) ([]kit.Option[string], error) {
	return func(ctx context.Context, words string) (options []kit.Option[string], err error) {
		found, err := st.Orders.Find(ctx, store.Query{Words: words, Limit: 50})
		for _, o := range found {
			options = append(options, kit.Option[string]{Value: o.No, Code: o.No, Name: o.Customer})
		}
		return options, err
	}
}

func findArticles(host *kit.Host, st *store.Store) func(context.Context, string) ([]kit.Option[string], error) {
	return func(ctx context.Context, words string) (options []kit.Option[string], err error) {
		found, err := st.Products.Find(ctx, store.Query{Words: words, Limit: 50})
		for _, p := range found {
			options = append(options, kit.Option[string]{Value: p.SKU, Code: p.SKU, Name: p.Name.In(host.Lang())})
		}
		return options, err
	}
}

// findCards offers the freight prices that hold today.
func findCards(host *kit.Host, st *store.Store) func(context.Context, string) ([]kit.Option[string], error) {
	return func(ctx context.Context, words string) (options []kit.Option[string], err error) {
		found, err := st.RateCards.ValidOn(ctx, host.Today(), "")
		for _, c := range found {
			options = append(options, kit.Option[string]{Value: c.Code, Code: c.Code, Name: strings.TrimSpace(c.Carrier + " " + c.To), Also: []string{c.From, c.To, c.Service, string(c.Mode)}})
		}
		return kit.Rank(options, words), err
	}
}
