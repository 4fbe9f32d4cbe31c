package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tradewind/app"
	"tradewind/app/command"
	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/imports"

	"fyne.io/fyne/v2"
)

// files are the data files the pictures are of.
type files struct {
	folder, none, empty, sample, long, newer, table string
}

// trade is the file with the orders that papers are made of.
func (f files) trade() string { return filepath.Join(f.folder, "trade.db") }

// offers is the file with a quotation of lines of every kind.
func (f files) offers() string { return filepath.Join(f.folder, "offers.db") }

// promises is the file with an order whose lines stand in every way a line can.
func (f files) promises() string { return filepath.Join(f.folder, "promises.db") }

// halfway is the file with orders of which part has left and part was paid.
func (f files) halfway() string { return filepath.Join(f.folder, "halfway.db") }

func (f files) owed() string { return filepath.Join(f.folder, "owed.db") }

// counting is the file with stock-takes.
func (f files) counting() string { return filepath.Join(f.folder, "counting.db") }

// goods is the file with a product in full.
func (f files) goods() string { return filepath.Join(f.folder, "goods.db") }

// shelves is the file with stock in warehouses and lots.
func (f files) shelves() string { return filepath.Join(f.folder, "shelves.db") }

// listed is the file with texts per market and keywords.
func (f files) listed() string { return filepath.Join(f.folder, "listed.db") }

// figured is the file with figures of listings that have very long texts.
func (f files) figured() string { return filepath.Join(f.folder, "figured.db") }

// reported is a marketplace's report that names neither itself nor its week.
func (f files) reported() string { return filepath.Join(f.folder, "report.csv") }

// bought is the file with purchase orders.
func (f files) bought() string { return filepath.Join(f.folder, "bought.db") }

// bulk is the file with products of which many are changed at once.
func (f files) bulk() string { return filepath.Join(f.folder, "bulk.db") }

// scene is one picture: a data file and what the merchant does in it.
type scene struct {
	name, file, theme string
	act               func(*app.Window)
}

// longText has 200 characters, as no field of the program may break.
var longText = strings.Repeat("Stainless steel vacuum bottle with double wall ", 5)[:200]

var longChinese = strings.Repeat("不锈钢真空保温杯双层杯身带提绳礼盒装", 12)

// prepare makes the data files: none at all, an empty one, the sample company and one with very long texts.
func prepare() (files, error) {
	folder, err := os.MkdirTemp("", "tradewind-shots-")
	if err != nil {
		return files{}, err
	}
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := furnish(folder); err != nil {
		return files{}, err
	}
	f := files{folder: folder, none: at("none.db"), empty: at("empty.db"), sample: at("sample.db"), long: at("long.db"), newer: at("damaged.db"), table: at("products.csv")}
	desk := command.Desk{
		In: strings.NewReader(""), Out: io.Discard, Err: os.Stderr,
		Getenv: func(string) string { return "" }, Now: time.Now,
	}
	if err := samples(desk, folder, map[string]string{"demo": f.sample, "guide": f.guide()}); err != nil {
		return f, err
	}
	if err := os.WriteFile(f.newer, []byte("this is no data file, and never was one"), 0o600); err != nil {
		return f, err
	}
	table := "sku;name;price;currency;hs_code;Farbe\nCUP-01;Cup;1.25;USD;691110;rot\nCUP-02;Mug;1.2x;USD;6911;blau\n;Plate;3;USD;;\n"
	if err := os.WriteFile(f.table, []byte(table), 0o600); err != nil {
		return f, err
	}
	report := "产品型号,曝光次数,点击次数,点击率,询盘个数,提交订单个数\nMUG-350-W,\"2,810\",141,5.02%,9,3\nBTL-500-S,\"3,302\",166,5.03%,11,-\n"
	if err := os.WriteFile(f.reported(), []byte(report), 0o600); err != nil {
		return f, err
	}
	for _, one := range []struct {
		path string
		put  func(context.Context, *store.Store) error
	}{
		{f.contacts(), contacts},
		{f.empty, nil},
		{f.trade(), trade},
		{f.offers(), offers},
		{f.promises(), promises},
		{f.halfway(), halfways},
		{f.owed(), owed},
		{f.priced(), pricedOrder},
		{f.counting(), counting},
		{f.shelves(), shelves},
		{f.goods(), goods},
		{f.bought(), buying},
		{f.bulk(), tees},
		{f.figured(), figured},
	} {
		if err := fill(one.path, one.put); err != nil {
			return f, err
		}
	}
	if err := selling(context.Background(), f.todo()); err != nil {
		return f, err
	}
	if err := fill(f.listed(), listed); err != nil {
		return f, err
	}
	if err := revise(f.trade(), desk); err != nil {
		return f, err
	}
	return f, fill(f.long, long)
}

// fill makes a data file with a firm and whatever else is put into it.
func fill(path string, put func(context.Context, *store.Store) error) error {
	return within(path, func(ctx context.Context, st *store.Store) error {
		company := data.Company{Currency: "USD"}
		company.Name = "Ningbo Bright Star Houseware Co., Ltd."
		if _, err := st.Company.Save(ctx, company); err != nil || put == nil {
			return err
		}
		return put(ctx, st)
	})
}

// within changes an open data file.
func within(path string, change func(context.Context, *store.Store) error) error {
	ctx := context.Background()
	st, err := store.Open(ctx, path, store.Options{Now: time.Now})
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }() // what was confirmed is on disk
	return change(ctx, st)
}

func long(ctx context.Context, st *store.Store) error {
	price := data.UnitPrice(1234567891234)
	for i := range 30 {
		p := data.Product{
			SKU: fmt.Sprintf("LONG-SKU-WITH-MANY-PARTS-%04d-BLACK-500ML", i), Unit: "PCS", Price: &price, Currency: "USD", Origin: "CN",
			Name: data.Texts{"en": longText, "zh": longChinese}, Description: data.Texts{"en": longText, "zh": longChinese},
			Category: longText, Brand: longText, Model: longText, Composition: longText, GTIN: "6901234500012", HSCode: "9617001900",
			LeadTime: longText,
		}
		if _, err := st.Products.Save(ctx, p); err != nil {
			return err
		}
		partner := data.Partner{Code: fmt.Sprintf("LONGCODE-%04d-HAMBURG", i), Roles: []data.Role{data.Customer, data.Supplier}}
		partner.Name, partner.LocalName, partner.PaymentTerms = longText, longChinese, longText
		partner.Address = data.Address{Street: longText + "\n" + longText, City: longText, Region: longText, Country: "VC"}
		if _, err := st.Partners.Save(ctx, partner); err != nil {
			return err
		}
	}
	return nil
}

// scenes are the pictures.
func scenes(f files) []scene {
	list := []scene{
		{"first-start", f.none, "", func(*app.Window) {}},
		{"trouble", f.newer, "", func(*app.Window) {}},
		{"import", f.sample, "", func(w *app.Window) {
			w.Import(sheet.Products)
			w.Current().(*imports.Screen).Load(f.table)
		}},
		{"saved", f.sample, "", func(w *app.Window) {
			open(w, 0)
			w.Host().Notice(w.Host().T("screen.saved"), func() {})
		}},
		{"picker", f.sample, "", func(w *app.Window) {
			open(w, 0)
			press(w, "unit", fyne.KeyDown)
		}},
		{"complaints", f.sample, "", func(w *app.Window) {
			open(w, 0)
			w.Current().New()
			w.Current().Keep(func() {})
		}},
		{"import-doubts", f.sample, "", func(w *app.Window) {
			w.Import(sheet.Products)
			w.Current().(*imports.Screen).Load(filepath.Join(f.folder, "doubts.csv"))
		}},
		{"saved-already", f.sample, "", func(w *app.Window) { open(w, 0); w.Current().Keep(func() {}) }},
		{"saved-doubts", f.long, "", savedDoubts},
		{"import-empty", f.empty, "", func(w *app.Window) { w.Import(sheet.Orders) }},
		{"export", f.sample, "", func(w *app.Window) { open(w, 0); w.Export() }},
		{"export-dark", f.sample, "dark", func(w *app.Window) { open(w, 0); w.Export() }},
		{"unsaved", f.sample, "", func(w *app.Window) {
			open(w, 0)
			typeInto(w)
			w.Go(1)
		}},
	}
	for i, name := range app.Places() {
		list = append(list,
			scene{name, f.sample, "", func(w *app.Window) { open(w, i) }},
			scene{name + "-scrolled", f.sample, "", func(w *app.Window) { open(w, i); scroll(w, 700) }},
			scene{name + "-end", f.sample, "", func(w *app.Window) { open(w, i); scroll(w, 100000) }},
			scene{name + "-empty", f.empty, "", func(w *app.Window) { w.Go(i) }},
			scene{name + "-new", f.sample, "", func(w *app.Window) { w.Go(i); w.Current().New() }},
			scene{name + "-dark", f.sample, "dark", func(w *app.Window) { open(w, i) }},
			scene{name + "-long", f.long, "", func(w *app.Window) { open(w, i) }},
		)
	}
	list = append(list, fileScenes(f)...)
	list = append(append(list, goodsScenes(f.goods())...), bulkScenes(f.bulk())...)
	list = append(list, partnerScenes(f.contacts())...)
	list = append(list, tradeScenes(f.trade())...)
	list = append(append(list, quoteScenes(f.offers())...), guideScenes(f.guide())...)
	list = append(list, listingScenes(f.listed())...)
	list = append(append(list, stockScenes(f.shelves())...), promiseScenes(f.promises())...)
	list = append(append(list, deskScenes(f.halfway())...), moneyScenes(f.owed(), f.empty)...)
	list = append(append(list, todoScenes(f.todo(), f.empty)...), campaignScenes(f.todo(), f.empty)...)
	list = append(list, pricingScenes(f.priced())...)
	list = append(list, purchaseScenes(f.bought())...)
	list = append(append(list, showcaseScenes(f)...), ruleScenes(f)...)
	list = append(list, scoreScenes(f)...)
	return append(list, countScenes(f.counting(), f.empty)...)
}

// open goes to a place and chooses the first record of its list.
func open(w *app.Window, place int) {
	w.Go(place)
	if list, ok := w.Current().(interface{ Pick(int) }); ok {
		list.Pick(0)
	}
}

// press gives a field the keyboard and presses a key there.
func press(w *app.Window, field string, key fyne.KeyName) {
	if f, ok := w.Current().(interface{ FocusOn(string) }); ok {
		f.FocusOn(field)
	}
	if focused := w.Win().Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// typeInto types into whatever has the keyboard after a new start of the form.
func typeInto(w *app.Window) {
	if f, ok := w.Current().(interface{ FocusForm() }); ok {
		f.FocusForm()
	}
	if focused := w.Win().Canvas().Focused(); focused != nil {
		focused.TypedRune('X')
	}
}

// scroll moves the record down.
func scroll(w *app.Window, by float32) {
	if s, ok := w.Current().(interface{ ScrollTo(float32) }); ok {
		s.ScrollTo(by)
	}
}
