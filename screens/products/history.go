package products

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// change is one save of the product shown.
type change struct {
	store.Entry
	fields []string // what differed afterwards, as JSON names it; nil when it was new
}

// askHistory shows who changed the product shown, when and what.
func (s *Screen) askHistory() {
	p, open := s.Current()
	if !open || p.ID == 0 {
		return
	}
	kit.Run(s.host, nil, func(ctx context.Context) ([]change, error) { return s.changes(ctx, p) }, func(list []change, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.showHistory(p, list)
	})
}

// changes reads the saves of p, the newest first, each with what it changed.
func (s *Screen) changes(ctx context.Context, p data.Product) ([]change, error) {
	saves, err := s.store.Journal.History(ctx, p.UUID)
	if err != nil {
		return nil, err
	}
	after, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	list := make([]change, len(saves))
	for i, one := range saves {
		list[i].Entry = one
		if one.Before != nil {
			list[i].fields = differing(one.Before, after)
		}
		after = one.Before
	}
	return list, nil
}

// quiet are the fields of every record that each save changes.
var quiet = []string{"version", "changed_at", "changed_by", "created_at", "id", "uuid"}

// differing returns the fields of two records as JSON that aren't the same.
func differing(before, after []byte) (fields []string) {
	var a, b map[string]json.RawMessage
	if json.Unmarshal(before, &a) != nil || json.Unmarshal(after, &b) != nil {
		return nil
	}
	names := maps.Clone(a)
	maps.Copy(names, b)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if !slices.Contains(quiet, name) && !bytes.Equal(a[name], b[name]) {
			fields = append(fields, name)
		}
	}
	return fields
}

func (s *Screen) showHistory(p data.Product, list []change) {
	t := s.host.T
	rows := kit.Pile(kit.Medium)
	for _, c := range list {
		rows.Add(kit.Pile(2, kit.NewText(s.when(c)).Cut(), kit.NewHint(s.what(c))))
	}
	if len(list) == 0 {
		rows.Add(kit.NewParagraph(t("product.history.none")))
	}
	scroll := container.NewVScroll(kit.Pad(0, kit.Small, rows))
	scroll.SetMinSize(fyne.NewSize(560, 320))
	s.host.AskWith(t("product.history.of", "SKU", p.SKU), scroll, kit.Choice{Word: t("screen.close"), Main: true})
}

// when says when and by whom.
func (s *Screen) when(c change) string {
	local := c.At.Local()
	text := s.host.Date(string(data.DateOf(local))) + " " + local.Format("15:04")
	if c.Person != "" {
		text += " · " + c.Person
	}
	if c.Source != "" {
		text += " · " + c.Source
	}
	return text
}

// what says what was done.
func (s *Screen) what(c change) string {
	t := s.host.T
	var text string
	switch {
	case c.Undoes != "":
		text = t("product.history.undo")
	case c.Before == nil:
		text = t("product.history.new")
	default:
		text = t("product.history.changed")
	}
	if len(c.fields) > 0 {
		text += " " + strings.Join(c.fields, ", ")
	}
	if c.Undone {
		text += " · " + t("product.history.undone")
	}
	return text
}

// copyOf is a new product like p, to be given a number of its own. Bar codes, variants and buyers' numbers name one
// article only and stay with it.
func copyOf(p data.Product) data.Product {
	p.Record = data.Record{}
	p.SKU, p.GTIN, p.Variants, p.BuyerItemNames, p.Ticks = "", "", nil, nil, nil
	return p
}

// Act puts the n-th of the questions that the screen can put: what was changed, what to change in many products, which
// variants to make.
func (s *Screen) Act(n int) { []func(){s.askHistory, s.askMany, s.editor.askSpread}[n]() }
