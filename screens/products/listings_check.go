package products

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// mostFindings is how many findings are listed; the rest is a number.
const mostFindings = 20

// findingsView shows what is wrong with the texts of a product, and how long those in the fields are.
type findingsView struct {
	host     *kit.Host
	goTo     func(data.Finding)
	headline *kit.Paragraph // under the title: how long it is
	sizes    *kit.Paragraph // under the other texts
	content  *fyne.Container
	links    []*kit.Link // one per finding shown
	shown    []data.Finding
	drawn    bool
}

func (v *findingsView) prepare(host *kit.Host, goTo func(data.Finding)) {
	v.host, v.goTo = host, goTo
	v.headline, v.sizes, v.content = kit.NewHint(""), kit.NewHint(""), kit.Pile(kit.Small)
}

// live counts the letters and checks the texts while the merchant types.
func (t *listingTexts) live() {
	if t.quiet {
		return
	}
	p := t.now()
	l, _ := p.Listing(t.at.Market, t.at.Language)
	t.findings.count(l, t.rule(t.at.Market))
	if t.approvals.show(p) {
		t.form.Relayout()
	}
	if len(t.rules.Markets) == 0 || !t.findings.show(t.rules.Check(p), t.called) {
		return
	}
	t.form.Relayout()
}

// count says how much of its limits a text takes: the title amber when lists cut it, red when the market refuses it.
func (v *findingsView) count(l data.Listing, m data.Market) {
	size := int64(utf8.RuneCountInString(l.Title))
	text, colour := v.of("saletext.count.title", size, m.TitleLimit), kit.ColorMuted
	if m.TitleShown > 0 {
		text += " · " + v.host.T("saletext.count.shown", "Shown", m.TitleShown)
	}
	switch {
	case m.TitleLimit > 0 && size > m.TitleLimit:
		colour = theme.ColorNameError
	case m.TitleShown > 0 && size > m.TitleShown || m.TitleLimit > 0 && size*10 > m.TitleLimit*9:
		colour = theme.ColorNameWarning
	}
	v.headline.Colour = colour
	v.headline.SetText(text)
	words := 0
	for _, one := range l.Modules {
		words += utf8.RuneCountInString(one.Text)
	}
	all := []string{
		v.of("saletext.count.points", int64(len(l.Points)), m.Points), v.of("saletext.count.text", int64(words), m.TextLimit),
		v.of("saletext.count.keywords", int64(len(l.Keywords)), m.Keywords),
	}
	if m.KeywordBytes > 0 {
		all = append(all, v.of("saletext.count.bytes", int64(len(strings.Join(l.Keywords, " "))), m.KeywordBytes))
	}
	v.sizes.SetText(strings.Join(all, " · "))
}

// of is "46 / 128" after its word, without the limit where there is none.
func (v *findingsView) of(key string, size, limit int64) string {
	text := strconv.FormatInt(size, 10)
	if limit > 0 {
		text += " / " + strconv.FormatInt(limit, 10)
	}
	return v.host.T(key, "Size", text)
}

// show lists findings, gravest first, and reports whether they changed.
func (v *findingsView) show(list []data.Finding, called func(market string) string) bool {
	if v.drawn && reflect.DeepEqual(list, v.shown) {
		return false
	}
	v.drawn, v.shown, v.links = true, list, nil
	t := v.host.T
	v.content.Objects = nil
	if len(list) == 0 {
		v.content.Add(kit.Row(kit.Small, kit.NewChip(t("saletext.green"), kit.Good), kit.NewText(t("saletext.green.text")).Cut()))
	}
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b data.Finding) int { return grade(a) - grade(b) })
	for _, f := range sorted[:min(len(sorted), mostFindings)] {
		v.content.Add(v.row(f, called))
	}
	if rest := len(sorted) - mostFindings; rest > 0 {
		v.content.Add(kit.NewHint(t("saletext.more", "Rest", rest)))
	}
	v.content.Refresh()
	return true
}

func grade(f data.Finding) int { return slices.Index([]data.Grade{data.Red, data.Amber}, f.Grade) }

// row is one finding: how grave, where, why, and the way to its field.
func (v *findingsView) row(f data.Finding, called func(market string) string) fyne.CanvasObject {
	t := v.host.T
	chip := kit.NewChip(t("saletext.red"), kit.Bad)
	if f.Grade == data.Amber {
		chip.Set(t("saletext.amber"), kit.Warn)
	}
	var where []string
	if f.Market != "" {
		where = append(where, called(f.Market))
	}
	if f.Language != "" {
		where = append(where, f.Language)
	}
	text := v.host.Problem(f.Key, f.Args)
	if len(where) > 0 {
		text = strings.Join(where, " ") + " — " + text
	}
	link := kit.NewLink(t("saletext.jump"), func() { v.goTo(f) })
	v.links = append(v.links, link)
	return container.NewBorder(nil, nil, kit.Wide(72, kit.Row(0, chip)), link, kit.NewParagraph(text))
}

// goTo takes the merchant to what a finding is about: its market and language, and the field.
func (t *listingTexts) goTo(f data.Finding) {
	if f.Market != "" && (f.Market != t.at.Market || f.Language != t.at.Language) {
		t.turnTo(f.Market, f.Language, "listings")
	}
	switch field := f.Field; {
	case field == "listings":
		t.form.FocusField("listings.title")
	case strings.HasPrefix(field, "listings.points"):
		t.form.FocusField("listings.points")
	case strings.HasPrefix(field, "listings.modules"):
		t.form.FocusField(t.moduleField(field))
	case field == "pictures":
		t.toPictures()
	case field == "customs" && f.Language == "zh":
		t.form.FocusField("customs_zh")
	default:
		t.form.FocusField(field)
	}
}

// moduleField is the field of the n-th module of the text shown, "listings.modules.2.text"; of all of them the first.
func (t *listingTexts) moduleField(field string) string {
	ids := listingModules()
	number, _, _ := strings.Cut(strings.TrimPrefix(field, "listings.modules."), ".")
	n, err := strconv.Atoi(number)
	l, _ := t.now().Listing(t.at.Market, t.at.Language)
	if err != nil || n < 1 || n > len(l.Modules) {
		return ids[0]
	}
	if i := slices.Index(data.Modules(), l.Modules[n-1].Kind); i >= 0 {
		return ids[i]
	}
	return ids[0]
}

// ShowTexts scrolls to the texts per market, or, further, to what was found about them.
func (s *Screen) ShowTexts(far int) {
	s.editor.form.FocusField("listings")
	if l := s.editor.listings; far > 0 && len(l.findings.links) > 0 {
		s.host.Focus(l.findings.links[len(l.findings.links)-1])
	}
}
