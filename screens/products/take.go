package products

import (
	"cmp"
	"context"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// partWords are the words for the parts of a product.
var partWords = map[data.ProductPart]string{
	data.TextsPart: "take.texts", data.PricesPart: "take.prices", data.SuppliersPart: "take.suppliers", data.PackingPart: "take.packing",
	data.CustomsPart: "take.customs", data.ElementsPart: "take.elements", data.CertificatesPart: "take.certificates", data.PicturesPart: "take.pictures",
}

// takenLabels are the words for the values of the parts that aren't among the fields of many.
var takenLabels = map[string]string{
	"descriptions": "take.descriptions", "listings": "take.listings", "price_ladder": "screen.product.ladder", "suppliers": "take.all_suppliers",
	"customs_descriptions": "take.customs_descriptions", "duties": "take.duties", "declaration_elements": "take.elements",
	"certificates": "take.certificates", "pictures": "take.pictures", "details": "take.details", "vat_percent": "take.rates",
	"dangerous_goods": "take.danger",
}

// take is the open question: from which product, which parts.
type take struct {
	screen  *Screen
	from    *kit.Picker[string]
	parts   *kit.Checks[data.ProductPart]
	form    *kit.Form
	content fyne.CanvasObject
	source  data.Product
}

// askTake asks from which product parts are taken over into the one shown.
func (s *Screen) askTake() {
	if _, open := s.Current(); !open {
		return
	}
	t := s.host.T
	k := &take{screen: s, form: kit.NewPart(s.host), from: productPicker(s.host, s.store)}
	var words []string
	for _, part := range data.ProductParts() {
		words = append(words, t(partWords[part]))
	}
	k.parts = kit.NewChecks(data.ProductParts(), words)
	k.from.OnChanged = func() { k.form.Edited("from") }
	k.parts.OnChanged = func() { k.form.Edited("parts") }
	k.form.Add(
		kit.Field{ID: "from", Label: "take.from", Span: kit.Whole, Control: k.from},
		kit.Field{ID: "parts", Label: "take.parts", Span: kit.Whole, Control: k.parts.Content},
	)
	k.content = kit.Wide(560, k.form.Content)
	s.take = k
	k.ask()
	s.host.Focus(k.from)
}

func (k *take) ask() {
	t := k.screen.host.T
	k.screen.host.AskWith(t("take.title"), k.content,
		kit.Choice{Word: t("many.preview"), Main: true, Ready: k.ready, Then: k.load}, kit.Choice{Word: t("screen.cancel")})
}

// ready says what is missing.
func (k *take) ready() bool {
	var bad data.Problems
	p, _ := k.screen.Current()
	switch {
	case !k.from.Filled():
		bad.Add("from", "take.from.none")
	case p.ID != 0 && k.from.Value() == p.SKU:
		bad.Add("from", "take.from.self")
	}
	if len(k.parts.Chosen()) == 0 {
		bad.Add("parts", "take.parts.none")
	}
	k.form.Clear()
	if len(bad) > 0 {
		k.form.Complain(bad)
	}
	return len(bad) == 0
}

// load reads the product that parts are taken from, and shows what that changes.
func (k *take) load() {
	s := k.screen
	kit.Run(s.host, nil, func(ctx context.Context) (data.Product, error) { return s.store.Products.BySKU(ctx, k.from.Value()) }, func(from data.Product, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		k.source = from
		k.preview()
	})
}

// preview shows what is overwritten, and asks whether to take the parts over.
func (k *take) preview() {
	s, t := k.screen, k.screen.host.T
	stored, _ := s.Current()
	now, err := s.editor.read(stored)
	if err != nil {
		s.editor.form.Complain(err)
		return
	}
	changes := now.TakeChanges(k.parts.Chosen(), k.source)
	if len(changes) == 0 {
		k.ask()
		s.host.Tell(t("take.title"), t("take.same", "SKU", k.source.SKU))
		return
	}
	lost := len(slices.DeleteFunc(slices.Clone(changes), func(c data.PartChange) bool { return c.Before == "" && c.Field != "details" }))
	text := t("take.changes", "Count", len(changes), "SKU", k.source.SKU)
	if lost > 0 {
		text = kit.Sentences(text, t("take.lost", "Count", lost))
	}
	s.host.AskWith(t("take.title"), kit.Pile(kit.Medium, kit.NewParagraph(text), k.rows(changes)),
		kit.Choice{Word: t("take.do"), Danger: lost > 0, Main: lost == 0, Then: k.do},
		kit.Choice{Word: t("many.back"), Then: k.ask}, kit.Choice{Word: t("screen.cancel")})
}

// rows shows values before and after, by part.
func (k *take) rows(changes []data.PartChange) fyne.CanvasObject {
	t := k.screen.host.T
	rows := kit.Pile(kit.Small)
	slices.SortStableFunc(changes, func(a, b data.PartChange) int { return -cmp.Compare(min(len(a.Before), 1), min(len(b.Before), 1)) }) // what is overwritten first
	for _, one := range changes {
		label := takenLabels[one.Field]
		if label == "" {
			label = manyLabels[one.Field]
		}
		before := kit.NewText(k.shown(one, one.Before)).Cut()
		before.Colour = kit.ColorMuted
		rows.Add(container.New(beforeAfter{}, kit.NewText(t(partWords[one.Part])).Cut(), kit.NewCaption(t(label)).Cut(), before,
			kit.NewText("→"), kit.NewText(k.shown(one, one.After)).Cut()))
	}
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, kit.Medium), rows))
	scroll.SetMinSize(fyne.NewSize(660, min(float32(len(changes))*28, 360)))
	return scroll
}

func (k *take) shown(c data.PartChange, value string) string {
	if c.Field == "details" {
		return "…"
	}
	return shownValue(k.screen.host, c.Field, value)
}

// do takes the parts over into the form. They are saved with what else was typed.
func (k *take) do() {
	s := k.screen
	before, done := s.Edit(func(p data.Product) data.Product {
		for _, part := range k.parts.Chosen() {
			p = p.Take(part, k.source)
		}
		return p
	})
	if done {
		s.host.Notice(s.host.T("take.done", "SKU", k.source.SKU), func() {
			if now, open := s.Current(); open && now.ID == before.ID && now.Version == before.Version {
				s.Edit(func(data.Product) data.Product { return before })
			}
		})
	}
}

// ShowTake asks for all parts of another product, or shows what taking them over would change.
func (s *Screen) ShowTake(sku string, preview bool) {
	s.askTake()
	s.take.from.Set(kit.Option[string]{Value: sku, Code: sku})
	s.take.parts.Set(data.ProductParts())
	if preview {
		s.host.Question().Tap(s.host.T("many.preview"))
	}
}

// productPicker picks a product by its SKU.
func productPicker(host *kit.Host, st *store.Store) *kit.Picker[string] {
	return kit.NewAsking(host, func(ctx context.Context, words string) ([]kit.Option[string], error) {
		found, err := st.Products.Find(ctx, store.Query{Words: words, Limit: kit.PageSize})
		options := make([]kit.Option[string], len(found))
		for i, p := range found {
			options[i] = kit.Option[string]{Value: p.SKU, Code: p.SKU, Name: p.Name.In(host.Lang())}
		}
		return options, err
	})
}
