package products

import (
	"context"
	"iter"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// manyFields are what can be changed in many products at once: the import's fields, and how a value is read.
var manyFields = []struct {
	field, label string
	read         func(string) (string, bool)
}{
	{"category", "screen.product.category", plain},
	{"hs_code", "screen.product.hs_code", plain},
	{"origin", "screen.product.origin", func(text string) (string, bool) { c, ok := data.ParseCountry(text); return string(c), ok }},
	{"supplier", "screen.product.supplier", plain},
	{"unit", "screen.product.unit", func(text string) (string, bool) { u, ok := data.ParseUnit(text); return string(u), ok }},
	{"currency", "screen.product.currency", func(text string) (string, bool) { return strings.ToUpper(text), len(text) == 3 }},
	{"moq", "screen.product.moq", quantity},
	{"safety_stock", "screen.product.safety_stock", quantity},
	{"max_stock", "screen.product.max_stock", quantity},
	{"pcs_per_carton", "screen.product.pcs_per_carton", quantity},
}

func plain(text string) (string, bool) { return text, text != "" }

func quantity(text string) (string, bool) {
	q, err := data.ParseQuantity(kit.PlainNumber(text))
	return q.String(), err == nil && text != ""
}

// askMany asks what to change in all products that the search finds.
func (s *Screen) askMany() {
	s.host.Leave(s.Dirty(), s.Keep, func() {
		words := s.Finder.Search.Plain()
		kit.Run(s.host, nil, func(ctx context.Context) (int, error) { return s.store.Products.Count(ctx, store.Query{Words: words}) },
			func(n int, err error) {
				if err != nil {
					s.host.ShowError(err)
				} else if n > 0 {
					s.askField(words, n)
				}
			})
	}, nil)
}

// many is the open question: which field, which value.
type many struct {
	field *kit.Picker[int]
	form  *kit.Form
}

func (s *Screen) askField(words string, n int) {
	t := s.host.T
	var options []kit.Option[int]
	for i, f := range manyFields {
		options = append(options, kit.Option[int]{Value: i, Name: t(f.label)})
	}
	m := &many{field: kit.NewPicker(s.host, options), form: kit.NewPart(s.host)}
	m.field.Set(options[0])
	m.form.Add(
		kit.Field{ID: "field", Label: "product.many.field", Span: kit.Half, Control: m.field},
		kit.Field{ID: "value", Label: "product.many.value", Span: kit.Half},
	)
	text := t("product.many.text", "Count", n)
	if words != "" {
		text = t("product.many.found", "Count", n, "Words", words)
	}
	value := ""
	s.many = m
	s.host.AskWith(t("product.many"), kit.Wide(520, kit.Pile(kit.Medium, kit.NewParagraph(text), m.form.Content)),
		kit.Choice{
			Word: t("product.many.do", "Count", n), Danger: true, Then: func() { s.changeMany(words, manyFields[m.field.Value()].field, value) },
			Ready: func() bool {
				read, ok := manyFields[m.field.Value()].read(m.form.Text("value"))
				if value = read; !ok {
					m.form.Complain(data.Problems{{Field: "value", Key: "product.many.wrong"}})
				}
				return ok
			},
		},
		kit.Choice{Word: t("screen.cancel")})
	m.form.FocusField("value")
}

// changeMany writes a value into a field of all products that words find, as one import would: whole or not at all, and
// to be taken back at once.
func (s *Screen) changeMany(words, field, value string) {
	kit.Progress(s.host, s.host.T("product.many"), func(ctx context.Context, tick kit.Tick) (report data.ImportReport, err error) {
		err = s.store.Atomically(ctx, func(tx *store.Store) error {
			rows := rowsOf(ctx, tx, words, field, value)
			report, err = tx.Products.Import(ctx, rows, store.ImportOptions{Source: s.host.T("product.many"), Progress: func(n int) { tick(n, 0) }})
			if err == nil {
				err = report.Problems.Err()
			}
			return err
		})
		return report, err
	}, func(report data.ImportReport, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.refresh()
		s.host.Notice(s.host.T("product.many.done", "Count", report.Changed), func() { s.undoMany(report.Batch) })
	})
}

// rowsOf gives a row of an import for each product that words find.
func rowsOf(ctx context.Context, st *store.Store, words, field, value string) iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		const page = 500
		for after, n := "", 0; ; {
			found, err := st.Products.Find(ctx, store.Query{Words: words, After: after, Limit: page})
			if err != nil {
				yield(data.Patch{}, err)
				return
			}
			for _, p := range found {
				n++
				if !yield(data.Patch{Row: n, Values: map[string]string{"sku": p.SKU, field: value}}, nil) {
					return
				}
			}
			if len(found) < page {
				return
			}
			after = found[len(found)-1].SKU
		}
	}
}

func (s *Screen) undoMany(batch string) {
	if batch == "" {
		return
	}
	kit.Progress(s.host, s.host.T("screen.undo.running"), func(ctx context.Context, tick kit.Tick) (bool, error) {
		return true, s.store.Journal.UndoTelling(ctx, batch, tick)
	}, func(_ bool, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.refresh()
		s.host.Notice(s.host.T("screen.undone"), nil)
	})
}

// refresh asks the store again, for the list and the product shown.
func (s *Screen) refresh() {
	s.Reload()
	if sku := s.Chosen(); sku != "" {
		s.Open(sku)
	}
}
