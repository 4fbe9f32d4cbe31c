package products

import (
	"context"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// mostChanges is how many fields are changed at once.
const mostChanges = 5

// many is the open question about many products: which fields, which values.
type many struct {
	screen  *Screen
	which   store.Chosen
	text    string // how many products it is about
	form    *kit.Form
	rows    []*manyRow
	content fyne.CanvasObject
	edit    data.ProductEdit // what the rows say, once they are read
}

// ticked says which products are ticked; without any it is all that the search finds.
func (s *Screen) ticked() store.Chosen {
	got := s.ticks.Ticked()
	switch {
	case got.All:
		return store.Chosen{Words: got.Words, Except: got.Keys}
	case len(got.Keys) > 0:
		return store.Chosen{SKUs: got.Keys}
	}
	return store.Chosen{Words: s.Finder.Search.Plain()}
}

// askMany asks what to change in the products that are ticked, or in all that the search finds.
func (s *Screen) askMany() {
	s.host.Leave(s.Dirty(), s.Keep, func() {
		which := s.ticked()
		if which.SKUs != nil {
			s.askFields(which, len(which.SKUs))
			return
		}
		kit.Run(s.host, nil, func(ctx context.Context) (int, error) {
			return s.store.Products.Count(ctx, store.Query{Words: which.Words})
		},
			func(n int, err error) {
				if n -= len(which.Except); err != nil {
					s.host.ShowError(err)
				} else if n > 0 {
					s.askFields(which, n)
				}
			})
	}, nil)
}

func (s *Screen) askFields(which store.Chosen, n int) {
	t := s.host.T
	m := &many{screen: s, which: which, form: kit.NewPart(s.host), text: t("many.all", "Count", n)}
	switch {
	case which.SKUs != nil || s.ticks.Any():
		m.text = t("many.ticked", "Count", n)
	case which.Words != "":
		m.text = t("many.found", "Count", n, "Words", which.Words)
	}
	more := kit.NewButton(t("many.more"), theme.ContentAddIcon(), nil)
	more.OnTapped = func() {
		m.add()
		if len(m.rows) == mostChanges {
			more.Disable()
		}
		s.host.Question().Refit()
		s.host.Focus(m.rows[len(m.rows)-1].field)
	}
	m.content = kit.Wide(660, kit.Pile(kit.Medium, kit.NewParagraph(m.text), m.form.Content, kit.Row(0, more, kit.Spring())))
	m.add()
	s.many = m
	m.ask()
	s.host.Focus(m.rows[0].field)
}

// ask puts the question, again when the preview is left backwards.
func (m *many) ask() {
	t := m.screen.host.T
	m.screen.host.AskWith(t("product.many"), m.content,
		kit.Choice{Word: t("many.preview"), Main: true, Ready: m.ready, Then: m.preview}, kit.Choice{Word: t("screen.cancel")})
}

// ready reads the rows and complains about what can't be.
func (m *many) ready() bool {
	var bad data.Problems
	m.edit = data.ProductEdit{}
	for i, r := range m.rows {
		at := strconv.Itoa(i + 1)
		text, ok := r.read()
		field := r.chosen()
		_, twice := m.edit[field.Name]
		switch {
		case !ok && text == "":
			bad.Add("value"+at, "many.nothing")
		case !ok:
			bad.Add("value"+at, "screen.problem.date")
		case twice:
			bad.Add("field"+at, "many.twice")
		default:
			m.edit[field.Name] = text
		}
	}
	m.form.Clear()
	if bad.Err() == nil {
		bad = m.placed(m.edit.Validate())
	}
	if len(bad) > 0 {
		m.form.Complain(bad)
	}
	return len(bad) == 0
}

// placed puts problems by field under the rows of these fields.
func (m *many) placed(err error) (bad data.Problems) {
	if err == nil {
		return nil
	}
	for _, p := range problemsOf(err) {
		for i, r := range m.rows {
			if r.chosen().Name == p.Field {
				p.Field = "value" + strconv.Itoa(i+1)
				break
			}
		}
		bad = append(bad, p)
	}
	return bad
}

// ShowMany asks for a higher price and a brand of the products ticked, or shows what that would change.
func (s *Screen) ShowMany(preview bool) {
	s.askMany()
	s.many.add()
	s.host.Question().Refit()
	for i, f := range data.EditFields() {
		if f.Name == "selling_prices" {
			s.many.rows[0].field.Set(kit.Option[int]{Value: i, Name: s.host.T(manyLabels[f.Name])})
			s.many.rows[0].field.OnChanged()
		}
	}
	s.many.rows[0].entry.SetText("+5%")
	s.many.rows[1].entry.SetText("Northwind")
	if preview {
		s.host.Question().Tap(s.host.T("many.preview"))
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
