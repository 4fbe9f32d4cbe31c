package stock

import (
	"context"
	"time"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// newPast makes the field for a past day: the sums of that day's end are shown, and nothing can be booked meanwhile.
func (s *Screen) newPast() fyne.CanvasObject {
	s.past = kit.NewDateEntry(s.host)
	s.past.OnChanged = func(string) { s.dayTyped() }
	s.past.OnSubmitted = func(string) { s.refuseDay() }
	tidy := s.past.OnFocusLost
	s.past.OnFocusLost = func() {
		tidy()
		s.refuseDay()
	}
	s.past.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyEscape {
			s.past.Set("")
			s.Find()
		}
		return key.Name == fyne.KeyEscape
	}
	return kit.Row(kit.Small, kit.NewText(s.host.T("stock.on")).Cut(), kit.Wide(dayWidth, s.past))
}

// refuseDay empties the field when it holds no past day: the figures beside it are today's.
func (s *Screen) refuseDay() {
	d, ok := kit.ParseDay(s.past.Text, s.host.Today())
	if ok && d <= s.host.Today() {
		return
	}
	s.host.Notice(s.host.T("stock.on.problem"), nil)
	s.past.Set(s.on)
}

// dayTyped goes to the day that is typed; today and days to come are the present.
func (s *Screen) dayTyped() {
	d, ok := kit.ParseDay(s.past.Text, s.host.Today())
	if d >= s.host.Today() {
		d = ""
	}
	if !ok || d == s.on {
		return
	}
	s.on = d
	if box := s.needy.Box(0); d != "" {
		box.Disable()
	} else {
		box.Enable()
	}
	s.sayEmpty()
	s.Finder.Reload()
	if s.open {
		s.reread(func() {})
	}
}

// bookable lets goods move today only.
func (s *Screen) bookable() {
	for _, b := range s.actions {
		if s.open && s.on == "" {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// end is the last moment of the past day.
func (s *Screen) end() time.Time {
	t := s.on.Time()
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, s.host.Now().Location()).Add(-time.Microsecond)
}

// holdings returns what there is, or was on the past day, of each variant.
func (s *Screen) holdings(ctx context.Context, ids []int64) (map[int64]data.Holding, error) {
	if s.on == "" {
		return s.store.Stock.Holdings(ctx, ids)
	}
	return s.store.Stock.HoldingsAt(ctx, ids, s.end())
}

// readPast asks the ledger for an article on the past day.
func (s *Screen) readPast(ctx context.Context, p data.Product, most int) (v view, err error) {
	ids := variants(p)
	v.product, v.on = p, s.on
	holdings, err := s.holdings(ctx, ids)
	if err != nil {
		return v, err
	}
	v.holding = together(p, holdings)
	levels, err := s.store.Stock.LevelsAt(ctx, ids, s.end())
	if err != nil {
		return v, err
	}
	for _, id := range ids {
		v.levels = append(v.levels, levels[id]...)
		moved, err := s.store.Stock.MovementsUntil(ctx, id, s.end(), most+1)
		if err != nil {
			return v, err
		}
		v.movements = append(v.movements, moved...)
	}
	v.sortMovements(most)
	return v, s.readPlaces(ctx, &v)
}

// drawPast says that what is shown is past, with the way back.
func (s *Screen) drawPast() {
	if s.view.on == "" {
		return
	}
	day := s.host.Date(string(s.view.on))
	back := kit.NewButton(s.host.T("stock.on.back"), nil, func() { s.past.Set("") })
	s.form.AddObject(kit.Whole, kit.Pile(kit.Tight, kit.Row(0, kit.NewChip(s.host.T("stock.on.chip", "Date", day), kit.Warn), kit.Spring(), back),
		kit.NewParagraph(s.host.T("stock.on.text", "Date", day))))
}

// drawPromises shows from which day on how much can be promised, where that isn't just what is available.
func (s *Screen) drawPromises() {
	list := kit.Pile(kit.Small, s.head("stock.promise.from", cell(figureWidth, s.caption("stock.promise.left").Right()), cell(figureWidth, s.caption("stock.promise").Right())))
	rows := 0
	for _, v := range s.view.product.Variants {
		o := s.view.outlooks[v.ID]
		if len(o.Days) < 2 {
			continue
		}
		for _, d := range o.Days {
			rows++
			day := s.host.Date(string(d.Date))
			if len(s.view.product.Variants) > 1 {
				day = v.SKU + " · " + day
			}
			promise := kit.NewText(kit.Quantity(s.host, d.Promisable)).Right()
			promise.Bold = true
			list.Add(kit.Row(kit.Medium, kit.NewText(day).Cut(), cell(figureWidth, kit.NewText(kit.Quantity(s.host, d.Left)).Right()), cell(figureWidth, promise)))
		}
	}
	if rows > 0 {
		s.form.Section("stock.promises")
		s.form.AddObject(kit.Whole, list)
	}
}
