package keywords

import (
	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// side shows where a word stands and what own titles suggest.
type side struct {
	host      *kit.Host
	used      *fyne.Container
	suggested *fyne.Container
	articles  []*kit.Link // one per article shown
	adders    []*kit.Link // one per suggestion
}

func (v *side) prepare(host *kit.Host) {
	v.host, v.used, v.suggested = host, kit.Pile(kit.Small), kit.Pile(kit.Small)
}

// showUse says in how many articles a word stands, with links to the first of them.
func (v *side) showUse(u use, open func(sku string)) {
	v.articles = nil
	v.used.Objects = []fyne.CanvasObject{kit.NewHint(v.host.T("keyword.used.count", "Count", u.count))}
	for _, p := range u.first {
		link := kit.NewLink(v.host.T("keyword.open"), func() { open(p.SKU) })
		v.articles = append(v.articles, link)
		text := kit.NewText(p.SKU + "  " + p.Name.In(v.host.Lang())).Cut()
		v.used.Add(container.NewBorder(nil, nil, nil, link, text))
	}
	v.used.Refresh()
}

// showSuggestions lists words, each with a way into the library.
func (v *side) showSuggestions(list []data.WordCount, add func(word string)) {
	v.adders = nil
	v.suggested.Objects = nil
	if len(list) == 0 {
		v.suggested.Add(kit.NewHint(v.host.T("keyword.suggestions.none")))
	}
	for _, w := range list {
		link := kit.NewLink(v.host.T("keyword.add"), func() { add(w.Word) })
		v.adders = append(v.adders, link)
		text := kit.NewText(v.host.T("keyword.suggestion", "Word", w.Word, "Titles", w.Titles)).Cut()
		v.suggested.Add(container.NewBorder(nil, nil, nil, link, text))
	}
	v.suggested.Refresh()
}
