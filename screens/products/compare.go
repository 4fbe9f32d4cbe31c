package products

import (
	"cmp"
	"context"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// comparison is the open question that lays a product's suppliers side by side.
type comparison struct {
	editor *editor
	of     data.Product
	want   *kit.Form
	rows   *fyne.Container
	loader *kit.Loader[compared]
	q      *kit.Question
}

// compared is what the store says of the suppliers.
type compared struct {
	offers []data.ComparedOffer
	home   data.Currency
	scores map[int64]data.Scorecard
	names  map[int64]string
}

// compareButton opens the comparison of what the form says of suppliers now.
func (e *editor) compareButton() fyne.CanvasObject {
	return kit.Row(0, kit.NewButton(e.host.T("compare.button"), nil, e.askComparison), kit.Spring())
}

// askComparison shows the suppliers side by side for a quantity that can be typed.
func (e *editor) askComparison() {
	t := e.host.T
	c := &comparison{editor: e, of: e.typed(), want: kit.NewPart(e.host), rows: kit.Pile(kit.Tight), loader: kit.NewLoader[compared](e.host)}
	c.want.Add(kit.Field{ID: "want", Label: "compare.want", Hint: "compare.want.hint", Span: kit.Half})
	c.want.OnChanged = c.ask
	c.want.OnEscape = func() { c.q.Escape() }
	c.want.AddObject(kit.Whole, c.rows)
	c.q = e.host.AskWith(t("compare.title", "SKU", c.of.SKU), kit.Wide(760, c.want.Content), kit.Choice{Word: t("screen.close"), Main: true})
	e.host.Focus(c.want.Entry("want"))
	c.ask()
}

// ask asks the store for what is typed; a quantity that can't be read is none.
func (c *comparison) ask() {
	want, err := data.ParseQuantity(kit.PlainNumber(c.want.Text("want")))
	if err != nil || want < 0 {
		want = 0
	}
	st, today, lang := c.editor.store, c.editor.host.Today(), c.editor.host.Lang()
	c.loader.Load(func(ctx context.Context) (found compared, err error) {
		if found.offers, found.home, err = st.Products.CompareOffers(ctx, c.of, want, today); err != nil {
			return found, err
		}
		var suppliers []int64
		for _, o := range found.offers {
			suppliers = append(suppliers, o.PartnerID)
		}
		if found.names, err = st.Partners.Names(ctx, lang, suppliers); err != nil {
			return found, err
		}
		found.scores, err = st.Scorecards.Latest(ctx, suppliers)
		return found, err
	}, func(found compared, err error) {
		if err != nil {
			c.editor.host.ShowError(err)
			return
		}
		c.show(found)
	})
}

// compareShares are the widths of the columns.
var compareShares = []float32{5, 4, 4, 4, 3, 3, 4, 3}

// show draws a row for each supplier.
func (c *comparison) show(found compared) {
	t := c.editor.host.T
	c.rows.RemoveAll()
	if len(found.offers) == 0 {
		c.rows.Add(kit.NewHint(t("compare.none")))
		c.refit()
		return
	}
	c.row(kit.NewCaption, []string{
		t("screen.product.supplier"), t("product.item_no"), t("screen.product.cost"), t("compare.unit", "Currency", found.home), t("product.lead_days"),
		t("compare.buy"), t("compare.outlay", "Currency", found.home), t("compare.score"),
	})
	unpriced := false
	for _, o := range found.offers {
		c.row(kit.NewText, c.texts(o, found))
		if marks := c.marks(o); marks != nil {
			c.rows.Add(marks)
		}
		unpriced = unpriced || o.UnitCost == nil
	}
	c.rates(found)
	if unpriced {
		c.rows.Add(kit.NewHint(t("compare.unpriced", "Currency", found.home)))
	}
	c.refit()
}

// rates says by which rates of which days costs were turned into the company's currency.
func (c *comparison) rates(found compared) {
	h, said := c.editor.host, map[data.Currency]bool{}
	for _, o := range found.offers {
		if o.Rate.Rate <= 0 || said[o.Currency] {
			continue
		}
		said[o.Currency] = true
		quote := found.home
		if o.Rate.Base == quote {
			quote = o.Currency
		}
		c.rows.Add(kit.NewHint(h.T("compare.rate", "Base", o.Rate.Base, "Rate", o.Rate.Rate.String(), "Quote", quote, "Date", h.Date(string(o.Rate.Day)))))
	}
}

// row adds texts under each other's columns, figures at the right.
func (c *comparison) row(of func(string) *kit.Text, texts []string) {
	cells := make([]fyne.CanvasObject, len(texts))
	for i, text := range texts {
		cell := of(text).Cut()
		if i >= 2 {
			cell = cell.Right()
		}
		cells[i] = cell
	}
	c.rows.Add(kit.Shares(compareShares, cells...))
}

// texts are what an offer says in each column.
func (c *comparison) texts(o data.ComparedOffer, found compared) []string {
	cost, unit, outlay, score := "", "", "", ""
	if o.Cost != nil {
		cost = c.figure(*o.Cost, o.Currency) + " " + string(o.Currency)
	}
	if o.UnitCost != nil {
		unit, outlay = c.figure(*o.UnitCost, found.home), c.editor.host.Number(o.Outlay.Decimal(), found.home.Decimals())
	}
	if card, ok := found.scores[o.PartnerID]; ok {
		score = card.Total().String()
	}
	return []string{cmp.Or(found.names[o.PartnerID], o.Partner), o.ItemNo, cost, unit, kit.Count(o.LeadDays), kit.Quantity(c.editor.host, o.Buy), outlay, score}
}

// figure writes a price with the separators of the reader and the decimals that papers show.
func (c *comparison) figure(p data.UnitPrice, cur data.Currency) string {
	_, decimals, _ := strings.Cut(p.Shown(cur), ".")
	return c.editor.host.Number(p.Decimal(), int32(len(decimals)))
}

// marks says under a supplier that it is the cheapest or the fastest.
func (c *comparison) marks(o data.ComparedOffer) fyne.CanvasObject {
	if !o.Cheapest && !o.Fastest {
		return nil
	}
	row := kit.Row(kit.Tight)
	if o.Cheapest {
		row.Add(kit.NewChip(c.editor.host.T("compare.cheapest"), kit.Good))
	}
	if o.Fastest {
		row.Add(kit.NewChip(c.editor.host.T("compare.fastest"), kit.Info))
	}
	return row
}

func (c *comparison) refit() {
	c.want.Relayout()
	c.q.Refit()
}

// Compare opens the comparison of the product shown, as its button does.
func (s *Screen) Compare() { s.editor.askComparison() }
