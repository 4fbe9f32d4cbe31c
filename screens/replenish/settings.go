package replenish

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// askSettings offers the figures, the seasons and the lines that the lists are worked out by.
func (s *Screen) askSettings() {
	t := s.host.T
	s.choices(t("replenish.settings"), t("replenish.settings.text"),
		kit.Choice{Word: t("replenish.figures.word"), Main: true, Then: s.askFigures},
		kit.Choice{Word: t("replenish.seasons"), Then: s.askSeason}, kit.Choice{Word: t("replenish.lines"), Then: s.askLine})
}

// days are the fields of the company's figures.
func daysOf(c *data.Company) map[string]*int64 {
	return map[string]*int64{
		"sales_days": &c.Reorder.SalesDays, "lead_days": &c.Reorder.LeadDays, "cover_days": &c.Reorder.CoverDays,
		"dead_days": &c.Reorder.DeadDays, "slow_days": &c.Reorder.SlowDays, "expiry_days": &c.ExpiryDays,
	}
}

// askFigures asks for the company's figures; an empty field takes the usual one.
func (s *Screen) askFigures() {
	kit.Run(s.host, nil, s.store.Company.Get, func(c data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		t, form := s.host.T, s.part()
		ids := []string{"sales_days", "lead_days", "cover_days", "dead_days", "slow_days", "expiry_days"}
		labels := []string{"replenish.sales_days", "replenish.lead_days", "replenish.cover_days", "replenish.dead_days", "replenish.slow_days", "replenish.expiry_days"}
		usual := data.Company{}
		usual.Reorder, usual.ExpiryDays = usual.Reordering(), data.ExpiryNotice
		for i, id := range ids {
			form.Add(kit.Field{ID: id, Label: labels[i], Unit: t("replenish.unit.days"), Span: kit.Half})
			form.Entry(id).SetPlaceHolder(strconv.FormatInt(*daysOf(&usual)[id], 10))
			form.Set(id, kit.Count(*daysOf(&c)[id]))
		}
		s.ask(t("replenish.figures.word"), form, func(bad *data.Problems) work {
			for _, id := range ids {
				*daysOf(&c)[id] = whole(form, id, bad)
			}
			return func(ctx context.Context) error {
				_, err := s.store.Company.Save(ctx, c)
				return err
			}
		}, t("screen.saved")).keys(ids...)
	})
}

// whole reads a number of days; an empty field is 0.
func whole(form *kit.Form, id string, bad *data.Problems) int64 {
	text := form.Entry(id).Number()
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 0 {
		bad.Add(id, "problem.not_days")
	}
	return n
}

// askSeason asks for one of the seasons, or a new one.
func (s *Screen) askSeason() {
	kit.Run(s.host, nil, s.store.Seasons.All, func(list []data.Season, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		t, form := s.host.T, s.part()
		options := []kit.Option[data.Season]{{Value: data.Season{Length: 1, LeadIn: 30, Percent: data.Hundred / 2}, Name: t("replenish.season.new")}}
		for _, one := range list {
			options = append(options, kit.Option[data.Season]{Value: one, Name: one.Name.In(s.host.Lang())})
		}
		pick := kit.NewPicker(s.host, options)
		form.Add(kit.Field{ID: "season", Label: "replenish.season", Span: kit.Half, Control: pick},
			kit.Field{ID: "name", Label: "replenish.season.name", Span: kit.Half},
			kit.Field{ID: "dates", Label: "replenish.season.dates", Span: kit.Whole},
			kit.Field{ID: "days", Label: "replenish.season.days", Unit: t("replenish.unit.days"), Span: kit.Third},
			kit.Field{ID: "lead_in_days", Label: "replenish.season.lead_in", Unit: t("replenish.unit.days"), Span: kit.Third},
			kit.Field{ID: "percent", Label: "replenish.season.percent", Unit: "%", Span: kit.Third})
		form.AddObject(kit.Whole, kit.NewHint(t("replenish.season.hint")))
		away := kit.NewChecks([]bool{true}, []string{t("replenish.season.away")})
		form.AddObject(kit.Whole, away.Content)
		show := func() { s.showSeason(form, pick.Value()) }
		pick.OnChanged = show
		pick.Set(options[min(1, len(options)-1)])
		show()
		s.ask(t("replenish.seasons"), form, func(bad *data.Problems) work {
			v := s.readSeason(form, pick.Value(), bad)
			v.Archived = len(away.Chosen()) > 0
			return func(ctx context.Context) error {
				_, err := s.store.Seasons.Save(ctx, v)
				return err
			}
		}, t("screen.saved")).keys("percent", "name", "dates", "days", "lead_in_days")
	})
}

// showSeason fills the fields.
func (s *Screen) showSeason(form *kit.Form, v data.Season) {
	dates := v.Yearly
	if dates == "" {
		var all []string
		for _, d := range v.Dates {
			all = append(all, string(d))
		}
		dates = strings.Join(all, ", ")
	}
	for id, text := range map[string]string{
		"name": v.Name.In(s.host.Lang()), "dates": dates, "days": strconv.FormatInt(v.Length, 10),
		"lead_in_days": strconv.FormatInt(v.LeadIn, 10), "percent": v.Percent.String(),
	} {
		form.Set(id, text)
	}
}

// readSeason reads the fields into v. Days are one month and day, or dates with commas between them.
func (s *Screen) readSeason(form *kit.Form, v data.Season, bad *data.Problems) data.Season {
	name := form.Text("name")
	if name == "" {
		bad.Add("name", "problem.required")
	}
	lang := "en"
	if s.host.Lang() == "zh" {
		lang = "zh"
	}
	v.Name = v.Name.With(lang, name)
	if v.Code == "" {
		v.Code = strings.ToLower(strings.Join(strings.Fields(name), "-"))
	}
	v.Yearly, v.Dates = "", nil
	words := strings.FieldsFunc(form.Text("dates"), func(r rune) bool { return strings.ContainsRune(",;，；、 ", r) })
	if len(words) == 1 && len(words[0]) == len("12-25") {
		v.Yearly = words[0]
	} else {
		for _, w := range words {
			v.Dates = append(v.Dates, data.Date(w))
		}
	}
	v.Length, v.LeadIn = whole(form, "days", bad), whole(form, "lead_in_days", bad)
	v.Percent = kit.ReadNumber(form.Entry("percent"), "percent", data.ParsePercent, bad)
	return v
}

// allTogether stands for all warehouses, whose main one has no code.
const allTogether = "\x00"

// askLine asks for the lines that stock is held against: of an article, a category or all, in a warehouse or in all.
func (s *Screen) askLine() {
	type known struct {
		list   []data.Threshold
		places []string
	}
	kit.Run(s.host, nil, func(ctx context.Context) (k known, err error) {
		if k.list, err = s.store.Thresholds.All(ctx); err != nil {
			return k, err
		}
		k.places, err = s.store.Stock.Places(ctx)
		return k, err
	}, func(k known, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		t, form := s.host.T, s.part()
		where := kit.NewPicker(s.host, s.places(k.places))
		where.Set(s.places(nil)[0])
		where.OnChanged = func() { form.Edited("warehouse") }
		days := t("replenish.unit.days")
		form.Add(kit.Field{ID: "sku", Label: "screen.product.sku", Hint: "replenish.line.all", Span: kit.Third},
			kit.Field{ID: "category", Label: "replenish.line.category", Hint: "replenish.line.all", Span: kit.Third},
			kit.Field{ID: "warehouse", Label: "stock.warehouse", Span: kit.Third, Control: where},
			kit.Field{ID: "safety_stock", Label: "replenish.line.safety", Span: kit.Quarter}, kit.Field{ID: "safety_days", Label: "replenish.line.or", Unit: days, Span: kit.Quarter},
			kit.Field{ID: "max_stock", Label: "replenish.line.max", Span: kit.Quarter}, kit.Field{ID: "max_days", Label: "replenish.line.or", Unit: days, Span: kit.Quarter})
		form.AddObject(kit.Whole, kit.NewHint(t("replenish.line.hint")))
		for _, one := range k.list[:min(len(k.list), 8)] {
			form.AddObject(kit.Whole, kit.NewText(s.saysLine(one)).Cut())
		}
		if s.open {
			form.Set("sku", s.shown.row.sku)
		}
		s.ask(t("replenish.lines"), form, func(bad *data.Problems) work {
			return s.keepLine(s.readLine(form, where, bad))
		}, t("screen.saved")).keys("sku", "category", "safety_stock", "safety_days", "max_stock", "max_days")
	})
}

// places are the warehouses to choose from, all of them together first.
func (s *Screen) places(codes []string) []kit.Option[string] {
	list := []kit.Option[string]{{Value: allTogether, Name: s.host.T("report.warehouse.all")}, {Name: s.place("")}}
	for _, code := range codes {
		if code != data.InTransit {
			list = append(list, kit.Option[string]{Value: code, Code: code})
		}
	}
	return list
}

// saysLine says in one line what a threshold is.
func (s *Screen) saysLine(one data.Threshold) string {
	parts := []string{one.SKU + one.Category}
	if parts[0] == "" {
		parts[0] = s.host.T("replenish.line.all")
	}
	where := s.host.T("report.warehouse.all")
	if one.Warehouse != nil {
		where = s.place(*one.Warehouse)
	}
	parts = append(parts, where)
	add := func(key string, q data.Quantity, days int64) {
		switch {
		case q > 0:
			parts = append(parts, s.host.T(key)+" "+kit.Quantity(s.host, q))
		case days > 0:
			parts = append(parts, s.host.T(key)+" "+s.host.T("replenish.days", "Days", days))
		}
	}
	add("replenish.line.safety", one.SafetyStock, one.SafetyDays)
	add("replenish.line.max", one.MaxStock, one.MaxDays)
	return strings.Join(parts, " · ")
}

// readLine reads the fields.
func (s *Screen) readLine(form *kit.Form, where *kit.Picker[string], bad *data.Problems) data.Threshold {
	one := data.Threshold{SKU: form.Text("sku"), Category: form.Text("category")}
	if code := where.Value(); code != allTogether {
		one.Warehouse = &code
	}
	quantity := func(id string) data.Quantity {
		if q := kit.ReadOptional(form.Entry(id), id, data.ParseQuantity, bad); q != nil {
			return *q
		}
		return 0
	}
	one.SafetyStock, one.MaxStock = quantity("safety_stock"), quantity("max_stock")
	one.SafetyDays, one.MaxDays = whole(form, "safety_days", bad), whole(form, "max_days", bad)
	return one
}

// keepLine saves a threshold in the place of the one of the same; one without figures is put away.
func (s *Screen) keepLine(one data.Threshold) work {
	return func(ctx context.Context) error {
		before, err := s.store.Thresholds.Of(ctx, one.SKU, one.Category, one.Warehouse)
		switch {
		case errors.Is(err, data.ErrNotFound):
		case err != nil:
			return err
		case one.SafetyStock == 0 && one.SafetyDays == 0 && one.MaxStock == 0 && one.MaxDays == 0:
			return s.store.Thresholds.Archive(ctx, before.ID, true)
		default:
			one.Record, one.ProductID, one.Archived = before.Record, before.ProductID, false
		}
		_, err = s.store.Thresholds.Save(ctx, one)
		return err
	}
}
