package products

import (
	"context"
	"errors"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// problemsOf returns what the user can put right about err.
func problemsOf(err error) data.Problems {
	var bad data.Problems
	if !errors.As(err, &bad) {
		return data.Problems{{Key: "problem.not_a_number"}}
	}
	return bad
}

// run does the edit, or as a preview everything but that.
func (m *many) run(dry bool, done func(data.EditReport, error)) {
	s := m.screen
	kit.Progress(s.host, s.host.T("product.many"), func(ctx context.Context, tick kit.Tick) (data.EditReport, error) {
		return s.store.Products.Edit(ctx, m.which, m.edit, store.ImportOptions{
			DryRun: dry, Source: s.host.T("product.many"), Progress: func(n int) { tick(n, 0) },
		})
	}, done)
}

// preview shows what would change, and asks whether to do it.
func (m *many) preview() {
	s := m.screen
	m.run(true, func(report data.EditReport, err error) {
		t := s.host.T
		switch {
		case err != nil:
			m.ask() // what was typed isn't lost
			s.host.ShowError(err)
		case report.Changed == 0:
			m.ask()
			s.host.Tell(t("product.many"), t("many.none", "Count", report.Found))
		default:
			s.host.AskWith(t("product.many"), m.changes(report),
				kit.Choice{Word: t("product.many.do", "Count", report.Changed), Danger: true, Then: m.do},
				kit.Choice{Word: t("many.back"), Then: m.ask}, kit.Choice{Word: t("screen.cancel")})
		}
	})
}

// changes says how many products change, and of the first ones what.
func (m *many) changes(report data.EditReport) fyne.CanvasObject {
	t := m.screen.host.T
	text := t("many.change", "Count", report.Changed)
	if report.Unchanged > 0 {
		text += " " + t("many.unchanged", "Count", report.Unchanged)
	}
	rows := kit.Pile(kit.Small)
	for _, one := range report.Sample {
		before := kit.NewText(shownValue(m.screen.host, one.Field, one.Before)).Cut()
		before.Colour = kit.ColorMuted
		rows.Add(container.New(beforeAfter{}, kit.NewText(one.SKU).Cut(), kit.NewCaption(t(manyLabels[one.Field])).Cut(), before,
			kit.NewText("→"), kit.NewText(shownValue(m.screen.host, one.Field, one.After)).Cut()))
	}
	height := min(float32(len(report.Sample))*28, 320)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, kit.Medium), rows))
	scroll.SetMinSize(fyne.NewSize(660, height))
	return kit.Pile(kit.Medium, kit.NewParagraph(text), kit.NewHint(t("many.first")), scroll)
}

// shownValue is the value of a field as the merchant reads it.
func shownValue(host *kit.Host, field, value string) string {
	if value == "" {
		return host.T("many.empty")
	}
	for _, o := range manyOptions(host, kindOf(field)) {
		if o.Value == value {
			return o.Name
		}
	}
	return value
}

// do changes the products.
func (m *many) do() {
	s := m.screen
	m.run(false, func(report data.EditReport, err error) {
		if err != nil {
			m.ask()
			s.host.ShowError(err)
			return
		}
		s.Finder.Untick()
		s.refresh()
		s.host.Notice(s.host.T("product.many.done", "Count", report.Changed), func() { s.undoMany(report.Batch) })
	})
}

// beforeAfter places article, field, the value before, an arrow and the value after beside each other.
type beforeAfter struct{}

func (beforeAfter) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(480, objects[0].MinSize().Height)
}

func (beforeAfter) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	arrow := theme.TextSize() + kit.Small
	rest := size.Width - arrow - 4*kit.Small
	x := float32(0)
	for i, share := range []float32{.22, .3, .24, 0, .24} {
		width := rest * share
		if share == 0 {
			width = arrow
		}
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + kit.Small
	}
}
