package counts

import (
	"context"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// pageOfLines is how many lines are asked for at once.
const pageOfLines = 300

// reason is why a count differs: a known reason, or own words.
type reason struct {
	code  data.CountReason
	words string
}

// lines is the table of a stock-take's lots with the fields in which they are counted. Enter in the count goes on to the next lot.
type lines struct {
	entering *fyne.Container
	table    *kit.Table[data.StockTakeRow]
	scan     *kit.Entry
	words    *kit.Entry // what is searched for in the sheet
	only     *kit.Checks[store.TakeOnly]
	counted  *kit.Entry
	reason   *kit.Picker[reason]
	said     *kit.Paragraph // what became of the last scan or count
	article  *kit.Text
	book     *kit.Text
	progress *kit.Text

	screen *Screen
	at     int // the lot being counted; -1 for none
	more   bool
	quiet  bool
}

func newLines(s *Screen) *lines {
	t := s.host.T
	l := &lines{screen: s, at: -1, said: kit.NewHint(""), article: kit.NewText("").Cut(), book: kit.NewCaption("").Cut(), progress: kit.NewCaption("")}
	l.article.Bold = true
	l.scan, l.words, l.counted = kit.NewEntry(), kit.NewSearch(t("count.find")), kit.NewEntry()
	l.scan.SetPlaceHolder(t("count.scan"))
	l.scan.OnSubmitted = func(string) { l.scanned() }
	l.words.OnChanged = func(string) { l.ask() }
	l.counted.OnSubmitted = func(string) { l.submit() }
	l.counted.OnKey = l.key
	l.only = kit.NewChecks([]store.TakeOnly{store.UncountedLines, store.DifferentLines}, []string{t("count.uncounted"), t("count.different")})
	l.only.OnChanged = l.ask
	l.reason = kit.NewPicker(s.host, l.reasons())
	l.reason.Free = func(text string) (kit.Option[reason], bool) {
		return kit.Option[reason]{Value: reason{data.OtherReason, text}, Name: text}, text != ""
	}
	l.reason.OnChanged = l.explain
	l.table = kit.NewTable(l.columns())
	l.table.OnChosen = func(i int, _ data.StockTakeRow) {
		if !l.quiet {
			l.choose(i, true)
		}
	}
	l.table.OnNear = l.loadMore
	l.entering = kit.Pile(kit.Small)
	return l
}

// columns are those of the table.
func (l *lines) columns() []kit.Column[data.StockTakeRow] {
	s, t := l.screen, l.screen.host.T
	return []kit.Column[data.StockTakeRow]{
		{Title: t("report.sku"), Width: 84, Share: 1, Text: func(r data.StockTakeRow) string { return r.SKU }},
		{Title: t("count.line"), Width: 114, Share: 5, Text: func(r data.StockTakeRow) string {
			if lot := lotOf(r); lot != "" { // it tells lines of one article apart
				return lot + " · " + r.Goods.Name.In(s.host.Lang())
			}
			return r.Goods.Name.In(s.host.Lang())
		}},
		{Title: t("report.book"), Width: 46, Right: true, Text: func(r data.StockTakeRow) string { return kit.Quantity(s.host, r.Book) }},
		{Title: t("report.counted"), Width: 52, Right: true, Text: func(r data.StockTakeRow) string {
			if r.Counted == nil {
				return ""
			}
			return kit.Quantity(s.host, *r.Counted)
		}},
		{Title: t("report.difference"), Width: 62, Right: true, Text: func(r data.StockTakeRow) string {
			if r.Difference() == 0 {
				return ""
			}
			return s.signed(r.Difference())
		}},
		{Title: t("report.reason"), Width: 58, Share: 2, Text: func(r data.StockTakeRow) string { return document.Explanation(s.words(), r.StockTakeLine) }},
	}
}

// lotOf names a lot by number and day of expiry.
func lotOf(r data.StockTakeRow) string {
	if r.Expiry == "" {
		return r.Lot
	}
	if r.Lot == "" {
		return string(r.Expiry)
	}
	return r.Lot + " · " + string(r.Expiry)
}

// reasons are those that can be chosen; own words are typed.
func (l *lines) reasons() (options []kit.Option[reason]) {
	for _, r := range data.CountReasons() {
		if r != data.OtherReason {
			options = append(options, l.option(reason{code: r}))
		}
	}
	return options
}

// option is a reason as the picker shows it.
func (l *lines) option(r reason) kit.Option[reason] {
	line := data.StockTakeLine{Reason: r.code, Words: r.words}
	return kit.Option[reason]{Value: r, Name: document.Explanation(l.screen.words(), line)}
}

// reset forgets what was searched for.
func (l *lines) reset() {
	l.at = -1
	l.quiet = true
	l.scan.SetText("")
	changed := l.words.OnChanged
	l.words.OnChanged = nil
	l.words.SetText("")
	l.words.OnChanged = changed
	l.only.Set(nil)
	l.say("", false)
	l.quiet = false
}

// query is what the fields ask for.
func (l *lines) query() store.TakeQuery {
	q := store.TakeQuery{Words: l.words.Plain(), Limit: pageOfLines}
	if chosen := l.only.Chosen(); len(chosen) == 1 {
		q.Only = chosen[0]
	}
	return q
}

// show shows lines; counting says whether they can still be counted.
func (l *lines) show(rows []data.StockTakeRow, counting bool) {
	t := l.screen.host.T
	l.table.WhenEmpty(t("count.lines.none"), nil)
	if l.words.Plain() != "" || len(l.only.Chosen()) > 0 {
		l.table.WhenEmpty(t("count.lines.found.none"), nil)
	}
	l.more = len(rows) >= pageOfLines
	l.table.Set(rows)
	l.entering.RemoveAll()
	if counting {
		l.entering.Add(kit.Shares([]float32{1, 1}, l.scan, l.words))
		l.entering.Add(kit.Shares([]float32{5, 2, 4},
			kit.Pile(2, l.book, l.article),
			kit.Pile(2, kit.NewCaption(t("count.counted")).Cut(), l.counted), kit.Pile(2, kit.NewCaption(t("report.count.reason")).Cut(), l.reason)))
	} else {
		l.entering.Add(kit.Shares([]float32{1, 1}, l.words, kit.Spring()))
	}
	l.entering.Add(kit.Shares([]float32{1, 1}, l.only.Content, kit.Tall(saidHigh, l.said)))
	if l.at >= len(rows) {
		l.at = len(rows) - 1
	}
	l.mark()
}

// ask asks for the lines that the fields choose.
func (l *lines) ask() {
	s := l.screen
	if l.quiet || !s.open {
		return
	}
	q, id := l.query(), s.view.take.ID
	s.pages.Load(func(ctx context.Context) ([]data.StockTakeRow, error) { return s.store.StockTakes.Rows(ctx, id, q) },
		func(rows []data.StockTakeRow, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.view.rows = rows
			l.at = min(0, len(rows)-1)
			l.show(rows, s.view.take.State == data.TakeOpen)
		})
}

// loadMore asks for the lines behind those shown.
func (l *lines) loadMore() {
	s := l.screen
	if !l.more || len(s.view.rows) == 0 {
		return
	}
	l.more = false
	q, id := l.query(), s.view.take.ID
	q.After = s.view.rows[len(s.view.rows)-1].ID
	s.pages.Load(func(ctx context.Context) ([]data.StockTakeRow, error) { return s.store.StockTakes.Rows(ctx, id, q) },
		func(rows []data.StockTakeRow, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.view.rows = append(s.view.rows, rows...)
			l.more = len(rows) >= pageOfLines
			l.table.Rows = s.view.rows
			l.table.List.Refresh()
		})
}

// saidHigh is the room kept for what became of a count, two lines: were it to come and go, the table would move under the pointer.
const saidHigh = 34

// say says what became of the last entry, in red when it wasn't taken.
func (l *lines) say(text string, wrong bool) {
	l.said.Colour = kit.ColorMuted
	if wrong {
		l.said.Colour = theme.ColorNameError
	}
	l.said.SetText(text)
	if len(l.screen.record.Objects) > 0 {
		l.screen.record.Objects[0].Refresh() // the fields became higher or lower
	}
}
