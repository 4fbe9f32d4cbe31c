package showcase

import (
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/shopspring/decimal"
)

// newProposals returns the table of proposals.
func (s *Screen) newProposals() *kit.Table[row] {
	t := s.host.T
	side := func(p func(row) *data.Standing) func(row) string {
		return func(r row) string {
			if one := p(r); one != nil {
				return one.SKU
			}
			return "–"
		}
	}
	table := kit.NewTable([]kit.Column[row]{
		{Title: t("showcase.out"), Width: 56, Share: 1, Text: side(row.out)},
		{Title: t("showcase.in"), Width: 56, Share: 1, Text: side(row.in)},
		{Title: t("showcase.why"), Width: 92, Text: s.whyWord, State: func(r row) (kit.Tone, bool) { return r.tone(), true }},
	})
	table.OnChosen = func(_ int, r row) { s.showRow(r) }
	return table
}

// out is what goes, nil for nothing.
func (r row) out() *data.Standing {
	if r.swap != nil {
		return r.swap.Out
	}
	return nil
}

// in is what comes or would come, nil for nothing.
func (r row) in() *data.Standing {
	if r.swap != nil {
		return r.swap.In
	}
	return r.refused
}

// tone is the colour of the reason.
func (r row) tone() kit.Tone {
	switch {
	case r.refused != nil, r.swap.Why == data.SwapRed, r.swap.Why == data.SwapArchived:
		return kit.Bad
	case r.swap.Why == data.SwapFree:
		return kit.Good
	}
	return kit.Warn
}

// whyWord is the reason in a word.
func (s *Screen) whyWord(r row) string {
	if r.refused != nil {
		return s.host.T("showcase.why.red")
	}
	return s.host.T(map[data.SwapReason]string{
		data.SwapArchived: "showcase.why.archived", data.SwapRed: "showcase.why.red", data.SwapOver: "showcase.why.over",
		data.SwapFew: "showcase.why.few", data.SwapWeaker: "showcase.why.weaker", data.SwapFree: "showcase.why.free",
	}[r.swap.Why])
}

// newPlaces returns the table of what stands in the showcase.
func (s *Screen) newPlaces() *kit.Table[data.Standing] {
	t := s.host.T
	table := kit.NewTable([]kit.Column[data.Standing]{
		{Title: t("showcase.rank"), Width: 36, Right: true, Text: rank},
		{Title: t("screen.product.sku"), Width: 96, Share: 1, Text: func(p data.Standing) string { return p.SKU }},
		{Title: t("screen.field.name"), Width: 64, Share: 2, Text: func(p data.Standing) string { return p.Name.In(s.host.Lang()) }},
		{Title: t("showcase.since"), Width: 104, Text: func(p data.Standing) string { return s.host.Date(string(p.Since)) }},
		{Title: t("showcase.order_rate"), Width: 144, Right: true, Text: func(p data.Standing) string { return s.rate(p.OrderRate()) }},
		{Title: t("showcase.inquiry_rate"), Width: 144, Right: true, Text: func(p data.Standing) string { return s.rate(p.InquiryRate(s.view.Rules)) }},
		{Title: t("showcase.state"), Width: 84, Text: func(p data.Standing) string { w, _ := s.state(p); return w }, State: func(p data.Standing) (kit.Tone, bool) {
			w, tone := s.state(p)
			return tone, w != ""
		}},
	})
	table.OnChosen = func(_ int, p data.Standing) { s.showPlace(p) }
	return table
}

// rank writes a rank; a product without enough figures has none.
func rank(p data.Standing) string {
	if p.Rank == 0 {
		return "–"
	}
	return strconv.Itoa(p.Rank)
}

// rate writes a rate with what it is made of: "9/26 = 34.62 %".
func (s *Screen) rate(r data.Ratio) string {
	d, known := r.Percent()
	if !known {
		return "–"
	}
	return s.count(r.Part) + "/" + s.count(r.Whole) + " = " + s.host.Number(d, 2) + " %"
}

// count writes a whole number.
func (s *Screen) count(n int64) string { return s.host.Number(decimal.NewFromInt(n), 0) }

// state is what should be done about a place, or what is wrong with it, in a word.
func (s *Screen) state(p data.Standing) (string, kit.Tone) {
	t := s.host.T
	for _, one := range s.view.Swaps {
		if one.Out != nil && one.Out.ProductID == p.ProductID {
			return t("showcase.take_out"), row{swap: &one}.tone()
		}
	}
	if !p.Ranked {
		return t("showcase.why.few"), kit.Plain
	}
	return "", kit.Plain
}

// draw shows what the store said.
func (s *Screen) draw() {
	t, v := s.host.T, s.view
	if s.market.Value() != v.Market.Code {
		kit.SetIn(s.market, s.options(), v.Market.Code)
	}
	s.weeks.Set(kit.Option[int64]{Value: v.Rules.Weeks, Name: t("showcase.weeks", "Count", v.Rules.Weeks)})
	s.drawDue()
	var list []row
	for i := range v.Swaps {
		list = append(list, row{swap: &v.Swaps[i]})
	}
	for i := range v.Refused {
		list = append(list, row{refused: &v.Refused[i]})
	}
	s.proposals.Set(list)
	s.places.WhenEmpty(t("showcase.none.in"), kit.NewButton(t("showcase.put_in"), theme.ContentAddIcon(), s.New))
	s.places.Set(v.Places)
	s.all.SetText(t("showcase.accept_all"))
	s.all.Hidden = len(v.Swaps) == 0
	if len(v.Swaps) > 0 {
		s.all.SetText(t("showcase.accept_count", "Count", len(v.Swaps)))
		s.quiet = true
		s.proposals.List.Select(0)
		s.quiet = false
	} else {
		s.showNone()
	}
	s.content.Refresh()
}

// drawDue shows what is due, and what the ranking rests on.
func (s *Screen) drawDue() {
	t, v := s.host.T, s.view
	due := func(c *kit.Chip, on bool, word string) {
		if !on {
			word = ""
		}
		c.Set(word, kit.Warn)
	}
	due(s.turn, v.DueTurn && v.Rules.Places > 0, t("showcase.due.turn"))
	due(s.figures, v.DueFigures && v.Rules.Places > 0, t("showcase.due.figures"))
	s.keep.Hidden = !v.DueTurn || len(v.Places) == 0
	rotated := t("showcase.said.never")
	if v.Rotated != "" {
		rotated = t("showcase.said.rotated", "Date", s.host.Date(string(v.Rotated)))
	}
	text := t("showcase.said.places", "Taken", len(v.Places), "Places", v.Rules.Places)
	if v.To == "" {
		s.said.SetText(s.join(text, rotated, t("showcase.said.nothing")))
		return
	}
	by := t("showcase.said.clicks", "Views", s.count(v.Rules.MinViews))
	if v.Rules.ByExposures() {
		by = t("showcase.said.exposures", "Views", s.count(v.Rules.MinViews))
	}
	s.said.SetText(s.join(text, rotated,
		t("showcase.said.weeks", "From", string(v.From), "To", string(v.To), "Last", s.host.Date(string(v.To.Sunday()))),
		t("showcase.said.ranked", "Count", v.Ranked, "Inquiries", v.Rules.MinInquiries, "By", by)))
}

// join puts sentences behind each other; a Chinese full stop brings its own room.
func (s *Screen) join(sentences ...string) (text string) {
	for i, one := range sentences {
		if i > 0 && s.host.Lang() != "zh" {
			text += " "
		}
		text += one
	}
	return text
}

// split places the proposals beside their arithmetic: what a SKU needs on the left, the rest on the right.
type split struct{}

// MinSize is what both need.
func (split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+right.Width, fyne.Max(left.Height, right.Height))
}

// Layout gives the left two fifths of the width.
func (split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width * 0.42
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
}

// put shows something beside the proposals.
func (s *Screen) put(o fyne.CanvasObject) {
	s.beside.Objects = []fyne.CanvasObject{o}
	s.beside.Refresh()
}

// showNone says that nothing is to be changed, or where figures come from.
func (s *Screen) showNone() {
	s.accept = nil
	t := s.host.T
	switch {
	case s.view.Rules.Places == 0:
		none := t("showcase.none.places", "Market", s.view.Market.Name.In(s.host.Lang()))
		s.put(kit.Nothing(none, kit.NewButton(t("showcase.rules"), theme.SettingsIcon(), s.askRules).Main()))
	case s.view.To == "":
		s.put(kit.Nothing(t("showcase.none.figures"), kit.NewButton(t("showcase.import_button"), theme.DownloadIcon(), s.askImport).Main()))
	default:
		s.put(kit.Nothing(t("showcase.none.proposals"), nil))
	}
}
