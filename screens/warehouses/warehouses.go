// Package warehouses is the part of Stock where the merchant says what the places are in which goods lie: own, overseas
// or at a buyer's, and how long goods travel there.
package warehouses

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// Screen shows the warehouses on the left and the chosen one on the right.
type Screen struct {
	*kit.Records[data.Warehouse]

	host  *kit.Host
	store *store.Store
	form  *kit.Form
	kind  *kit.Picker[data.WarehouseKind]
	home  *kit.Picker[data.Country]
}

// New returns the screen with the warehouses on their way.
func New(host *kit.Host, st *store.Store) *Screen {
	s := &Screen{host: host, store: st, form: kit.NewForm(host)}
	s.build()
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[data.Warehouse]{
		Title: t("warehouse.title"), Search: t("warehouse.search"), None: t("warehouse.none"),
		Choose: t("warehouse.choose"), NewWord: t("warehouse.new"),
		ArchiveTitle: t("warehouse.archive"), ArchiveWord: t("warehouse.archive.do"),
		ArchiveText: func(w data.Warehouse) string { return t("warehouse.archive.text", "Code", w.Code) },
		First:       "code",
		Find:        s.find, Key: func(w data.Warehouse) string { return w.Code }, Stored: func(w data.Warehouse) bool { return w.ID != 0 },
		Line: s.line, Blank: func() data.Warehouse { return data.Warehouse{Kind: data.Overseas} },
		Get: st.Warehouses.ByCode, Save: st.Warehouses.Save,
		Archive: func(ctx context.Context, w data.Warehouse) error { return st.Warehouses.Archive(ctx, w.ID, true) },
		Undo:    s.takeBack, Form: s.form, Show: s.show, Read: s.read,
	})
	return s
}

// kinds are the kinds of warehouse a picker offers.
func kinds(host *kit.Host) []kit.Option[data.WarehouseKind] {
	return []kit.Option[data.WarehouseKind]{
		{Value: data.OwnWarehouse, Name: host.T("warehouse.kind.own")},
		{Value: data.Overseas, Name: host.T("warehouse.kind.overseas")},
		{Value: data.Consignment, Name: host.T("warehouse.kind.consignment")},
	}
}

func (s *Screen) build() {
	s.kind, s.home = kit.NewPicker(s.host, kinds(s.host)), kit.NewPicker(s.host, kit.Countries(s.host))
	s.kind.OnChanged = func() { s.form.Edited("kind") }
	s.home.OnChanged = func() { s.form.Edited("country") }
	s.form.Section("warehouse.section")
	s.form.Add(
		kit.Field{ID: "code", Label: "warehouse.code", Hint: "warehouse.code.hint"},
		kit.Field{ID: "kind", Label: "warehouse.kind", Control: s.kind},
		kit.Field{ID: "names.en", Label: "warehouse.name"},
		kit.Field{ID: "names.zh", Label: "warehouse.name_zh"},
		kit.Field{ID: "country", Label: "warehouse.country", Control: s.home},
		kit.Field{ID: "lead_days", Label: "warehouse.lead_days", Unit: s.host.T("warehouse.days")},
	)
	s.form.AddObject(kit.Whole, kit.NewHint(s.host.T("warehouse.hint")))
}

// find returns the warehouses whose code or name holds the words; there are few, so they are sifted here.
func (s *Screen) find(ctx context.Context, words, after string) (list []data.Warehouse, err error) {
	all, err := s.store.Warehouses.All(ctx)
	words = strings.ToLower(words)
	for _, w := range all {
		text := w.Code
		for _, name := range w.Name {
			text += "\n" + name
		}
		if w.Code > after && strings.Contains(strings.ToLower(text), words) && len(list) < kit.PageSize {
			list = append(list, w)
		}
	}
	return list, err
}

// line is a warehouse in the list. Its kind stands in the record: beside a chip its name had no room.
func (s *Screen) line(w data.Warehouse) kit.Line {
	return kit.Line{Code: w.Code, Title: w.Name.In(s.host.Lang()), Right: string(w.Country)}
}

// show fills the form from w.
func (s *Screen) show(w data.Warehouse) {
	s.form.Set("code", w.Code)
	kit.SetIn(s.kind, kinds(s.host), w.Kind)
	s.form.Set("names.en", w.Name["en"])
	s.form.Set("names.zh", w.Name["zh"])
	kit.SetIn(s.home, kit.Countries(s.host), w.Country)
	days := ""
	if w.LeadDays != 0 {
		days = strconv.FormatInt(w.LeadDays, 10)
	}
	s.form.Set("lead_days", days)
}

// read returns the warehouse the form describes: old with what the form says in its place.
func (s *Screen) read(old data.Warehouse) (data.Warehouse, error) {
	var bad data.Problems
	w := old
	w.Code, w.Kind, w.Country = s.form.Text("code"), s.kind.Value(), s.home.Value()
	w.Name = old.Name.With("en", s.form.Text("names.en")).With("zh", s.form.Text("names.zh"))
	w.LeadDays = kit.ReadNumber(s.form.Entry("lead_days"), "lead_days", kit.WholeOf(16), &bad) // a century at most
	return w, bad.Err()
}

// takeBack undoes the newest save of w and returns w as it is then.
func (s *Screen) takeBack(ctx context.Context, w data.Warehouse) (data.Warehouse, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, w.UUID)
	if err != nil || !there {
		return w, there, err
	}
	w, err = s.store.Warehouses.ByCode(ctx, w.Code)
	return w, !w.Archived, err
}
