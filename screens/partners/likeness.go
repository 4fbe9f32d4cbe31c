package partners

import (
	"context"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// likeness says, while a partner is typed, which others may be the same firm, each one tap from its record.
type likeness struct {
	content *fyne.Container
	of      data.Partner // the record in the form, as stored

	host   *kit.Host
	store  *store.Store
	open   func(code string)
	loader *kit.Loader[[]data.Alike]
	asked  []data.PartnerKey
	links  []*kit.Link
	grown  func() // it takes more or less room now
}

func newLikeness(host *kit.Host, st *store.Store, open func(string)) *likeness {
	l := &likeness{host: host, store: st, open: open, loader: kit.NewLoader[[]data.Alike](host), content: kit.Pile(kit.Small), grown: func() {}}
	l.content.Hide()
	return l
}

// show asks for those like a stored partner.
func (l *likeness) show(p data.Partner) {
	l.of, l.asked = p, nil
	l.fill(nil)
	l.ask(func() data.Partner { return p })
}

// ask asks again when what tells firms apart changed; a few looks into an index, at every letter.
func (l *likeness) ask(said func() data.Partner) {
	p := said()
	keys := p.Keys()
	if slices.Equal(keys, l.asked) {
		return
	}
	l.asked = keys
	l.loader.Load(func(ctx context.Context) ([]data.Alike, error) { return l.store.Partners.Alike(ctx, p) },
		func(found []data.Alike, err error) {
			if err == nil { // a hint that doesn't come is no trouble worth a word
				l.fill(found)
			}
		})
}

func (l *likeness) fill(found []data.Alike) {
	l.content.RemoveAll()
	l.links = nil
	l.content.Hidden = len(found) == 0
	if len(found) > 0 {
		title := kit.NewText(l.host.T("partner.alike.title")).Cut()
		title.Colour, title.Bold = theme.ColorNameWarning, true
		l.content.Add(title)
	}
	for _, one := range found {
		link := kit.NewLink(l.host.T("partner.alike.open", "Code", one.Code), func() { l.open(one.Code) })
		l.links = append(l.links, link)
		sentence := kit.NewHint(l.host.Sentence(one.Warning()))
		sentence.Colour = theme.ColorNameForeground
		l.content.Add(kit.Pile(2, sentence, kit.Row(0, link, kit.Spring())))
	}
	l.content.Refresh()
	l.grown()
}
