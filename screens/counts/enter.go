package counts

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// choose takes the i-th line to be counted; typing says whether the keyboard goes there.
func (l *lines) choose(i int, typing bool) {
	if i < 0 || i >= len(l.screen.view.rows) {
		return
	}
	l.at = i
	l.mark()
	if typing && l.screen.view.take.State == data.TakeOpen {
		l.screen.host.Focus(l.counted)
		l.counted.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// mark shows which line is being counted, with what is known of it.
func (l *lines) mark() {
	l.quiet = true
	defer func() { l.quiet = false }()
	l.counted.SetText("")
	l.reason.Empty()
	if l.at < 0 || l.at >= len(l.screen.view.rows) {
		l.article.SetText(l.screen.host.T("count.line.none"))
		l.book.SetText("")
		l.counted.Disable()
		l.reason.Disable()
		return
	}
	l.counted.Enable()
	l.reason.Enable()
	row := l.screen.view.rows[l.at]
	name := row.SKU + " " + row.Goods.Name.In(l.screen.host.Lang())
	if lot := lotOf(row); lot != "" {
		name += " · " + lot
	}
	l.article.SetText(name)
	l.book.SetText(l.screen.host.T("count.line.book", "Quantity", kit.Quantity(l.screen.host, row.Book)+" "+l.unit(row.Goods.Unit)))
	if row.Counted != nil {
		l.counted.SetText(row.Counted.String())
	}
	if row.Reason != "" {
		l.reason.Set(l.option(reason{row.Reason, row.Words}))
	}
	l.table.List.Select(l.at)
}

// unit is what stands behind a figure: in English the unit as papers have it, elsewhere its name.
func (l *lines) unit(u data.Unit) string {
	if l.screen.host.Lang() == "en" {
		return string(u)
	}
	return u.Name(l.screen.host.Lang())
}

// key moves to the line above or below, and leaves the field.
func (l *lines) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		l.choose(l.at-1, true)
	case fyne.KeyDown:
		l.choose(l.at+1, true)
	case fyne.KeyEscape:
		l.screen.host.Focus(l.scan)
	default:
		return false
	}
	return true
}

// of names the line at.
func (l *lines) of() data.StockTakeCount {
	row := l.screen.view.rows[l.at]
	return data.StockTakeCount{Code: row.SKU, Lot: row.Lot, Expiry: row.Expiry}
}

// submit takes what was typed: a count, or a whole barcode that was scanned while the keyboard stood here and counts as one scan.
func (l *lines) submit() {
	code := l.counted.Plain()
	if !data.ValidGTIN(code) {
		l.enter()
		return
	}
	l.mark()
	l.scan.SetText(code)
	l.scanned()
}

// enter takes the count and goes on to the next line. An empty field takes a count back.
func (l *lines) enter() {
	if l.at < 0 || l.at >= len(l.screen.view.rows) {
		return
	}
	var bad data.Problems
	c := l.of()
	c.Counted = kit.ReadOptional(l.counted, "counted", data.ParseQuantity, &bad)
	if len(bad) == 0 && c.Counted != nil && *c.Counted < 0 {
		bad.Add("counted", "problem.negative")
	}
	if len(bad) > 0 {
		l.say(l.screen.host.Sentence(bad[0]), true)
		return
	}
	at, before := l.at, l.screen.view.rows[l.at].Counted
	if before == nil && c.Counted == nil || before != nil && c.Counted != nil && *before == *c.Counted {
		l.say("", false)
		l.choose(at+1, true)
		return
	}
	l.take(c, func(data.StockTakeLine) {
		l.say("", false)
		l.choose(min(at+1, len(l.screen.view.rows)-1), true)
	})
}

// explain takes the reason of the line at.
func (l *lines) explain() {
	if l.quiet || l.at < 0 || l.at >= len(l.screen.view.rows) {
		return
	}
	c, r := l.of(), l.reason.Value()
	c.Keep, c.Reason, c.Words = true, &r.code, &r.words
	l.take(c, func(data.StockTakeLine) { l.say("", false) })
}

// scanned adds one to the count of the article whose barcode or number was scanned: of the lot at, when it is that article's.
func (l *lines) scanned() {
	code := strings.TrimSpace(l.scan.Text)
	if code == "" || !l.screen.open {
		return
	}
	c := data.StockTakeCount{Code: code, Add: data.Pieces(1)}
	if rows := l.screen.view.rows; l.at >= 0 && l.at < len(rows) && (rows[l.at].SKU == code || rows[l.at].Goods.GTIN == code) {
		c.Lot, c.Expiry = rows[l.at].Lot, rows[l.at].Expiry
	}
	l.scan.SetText("")
	l.take(c, func(line data.StockTakeLine) {
		l.say(l.screen.host.T("count.scanned", "SKU", line.SKU, "Counted", kit.Quantity(l.screen.host, *line.Counted)), false)
		l.screen.host.Focus(l.scan)
	})
}

// take writes a count down, shows its line, and goes on to then.
func (l *lines) take(c data.StockTakeCount, then func(data.StockTakeLine)) {
	s, no := l.screen, l.screen.view.take.No
	kit.Run(s.host, nil, func(ctx context.Context) (data.StockTakeLine, error) {
		done, err := s.store.StockTakes.Count(ctx, no, []data.StockTakeCount{c}, "")
		if err != nil {
			return data.StockTakeLine{}, err
		}
		return done[0], nil
	}, func(line data.StockTakeLine, err error) {
		if s.view.take.No != no {
			return
		}
		if err != nil {
			l.refused(c, err)
			return
		}
		if !l.put(line) { // a lot that nobody expected
			s.show(no, func() { l.put(line); then(line) })
			return
		}
		l.recount()
		then(line)
	})
}

// refused says why a count wasn't taken; of an article that lies in several lots it shows these.
func (l *lines) refused(c data.StockTakeCount, err error) {
	var bad data.Problems
	if !errors.As(err, &bad) || len(bad) == 0 {
		l.screen.host.ShowError(err)
		return
	}
	if bad[0].Key == "problem.stocktake_lots" {
		l.words.SetText(c.Code)
		l.choose(0, true)
	}
	l.say(l.screen.host.Sentence(bad[0]), true)
}

// put shows a line as it is now and takes it to be counted; false when it isn't among those shown.
func (l *lines) put(line data.StockTakeLine) bool {
	for i := range l.screen.view.rows {
		row := &l.screen.view.rows[i]
		if row.ID == line.ID {
			row.StockTakeLine = line
			l.table.Rows = l.screen.view.rows
			l.table.List.Refresh()
			l.choose(i, false)
			return true
		}
	}
	return false
}

// recount asks how far the stock-take has come.
func (l *lines) recount() {
	s, no := l.screen, l.screen.view.take.No
	s.sums.Load(func(ctx context.Context) (data.StockTakeSum, error) { return s.store.StockTakes.Sum(ctx, no, false) },
		func(sum data.StockTakeSum, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.view.sum = sum
			l.progress.SetText(s.progress(sum))
			s.record.Refresh()
		})
}
