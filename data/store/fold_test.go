package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// alike are texts of which each finds the other.
var alike = [][2]string{
	{"Münster", "munster"},
	{"MÜNSTER", "mu\u0308nster"},
	{"São Paulo", "sao paulo"},
	{"Łódź", "lodz"},
	{"Straße", "STRASSE"},
	{"Ørsted Ærø", "orsted aero"},
	{"Đồng Nai", "dong nai"},
	{"Diyarbakır", "DİYARBAKIR"},
	{"ＡＢＣ１２", "abc12"},
	{"МОСКВА", "москва"},
	{"Королёв", "королев"},
	{"ΌΔΟΣ", "οδος"},
	{"不锈钢保温杯", "杯"},
}

// differ are texts that stay apart.
var differ = [][2]string{{"不銹鋼", "不锈钢"}, {"かき", "がき"}, {"ไม้", "ไมแ"}}

func TestAccentsCaseAndWidthMakeNoDifferenceToASearch(t *testing.T) {
	st := open(t)
	both := func(text, words string) (n int) {
		t.Helper()
		p := must[data.Product](t)(st.Products.Save(t.Context(), product(fmt.Sprintf("P-%d", must[int](t)(st.Products.Count(t.Context(), store.Query{}))), text, "")))
		for _, found := range must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: words, Limit: 500})) {
			if found.ID == p.ID {
				n++
			}
		}
		return n
	}
	for _, a := range alike {
		if both(a[0], a[1]) != 1 || a[1] != "杯" && both(a[1], a[0]) != 1 {
			t.Errorf("%q and %q don't find each other", a[0], a[1])
		}
	}
	for _, d := range differ {
		if both(d[0], d[1]) != 0 {
			t.Errorf("%q finds %q", d[1], d[0])
		}
	}
}

func TestPartnersOrdersShipmentsAndPapersAreFoundWithoutAccents(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	buyer := must[data.Partner](t)(st.Partners.ByCode(ctx, o.Customer))
	buyer.Name = "Łódź Großhandel"
	must[data.Partner](t)(st.Partners.Save(ctx, buyer))
	o.ContractNo = "ＭÜ-7"
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 1000}}}))
	_, _, err := st.Documents.Issue(ctx, store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID, ShipmentID: sh.ID},
		func(string, int, data.Date) ([]byte, error) { return []byte("{}"), nil })
	if err != nil {
		t.Fatal(err)
	}
	for what, n := range map[string]int{
		"partners":  must[int](t)(st.Partners.Count(ctx, store.Query{Words: "lodz GROSS"})),
		"orders":    must[int](t)(st.Orders.Count(ctx, store.Query{Words: "mu-7 lodz"})),
		"shipments": must[int](t)(st.Shipments.Count(ctx, store.Query{Words: "grosshandel"})),
		"papers":    len(must[[]data.Issued](t)(st.Documents.Find(ctx, store.Query{Words: "lodz"}, ""))),
	} {
		if n != 1 {
			t.Errorf("%d %s found", n, what)
		}
	}
}

func TestOrdersAndShipmentsAreFoundByTheNewNamesOfCustomerAndArticle(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 1000}}}))
	buyer := must[data.Partner](t)(st.Partners.ByCode(ctx, o.Customer))
	buyer.Name = "Neuhaus"
	must[data.Partner](t)(st.Partners.Save(ctx, buyer))
	p := must[data.Product](t)(st.Products.BySKU(ctx, o.Lines[0].SKU))
	p.SKU = "RENAMED-1"
	must[data.Product](t)(st.Products.Save(ctx, p))
	for words, want := range map[string]int{"neuhaus": 1, "renamed-1": 1, "neuhaus renamed": 1, "alfreds": 0} {
		if n := must[int](t)(st.Orders.Count(ctx, store.Query{Words: words})); n != want {
			t.Errorf("%q finds %d orders", words, n)
		}
	}
	if n := must[int](t)(st.Shipments.Count(ctx, store.Query{Words: "neuhaus"})); n != 1 {
		t.Errorf("%d shipments", n)
	}
	wellKept(t, st)
}

func TestCodesStandBeforeNamesAndNamesBeforeTheRest(t *testing.T) {
	st := open(t)
	for _, p := range [][2]string{{"A-1", "Large cup"}, {"A-2", "Cup, small"}, {"CUP", "Pot"}, {"CUP-9", "Jar"}, {"B-1", "Cupboard"}, {"B-2", "Teacup"}} {
		must[data.Product](t)(st.Products.Save(t.Context(), product(p[0], p[1], "")))
	}
	want := []string{"CUP", "CUP-9", "A-2", "B-1", "A-1", "B-2"}
	for limit := 1; limit <= len(want); limit++ {
		var got []string
		for after := ""; ; {
			page := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: "cup", Limit: limit, After: after}))
			if len(page) == 0 {
				break
			}
			for _, p := range page {
				got = append(got, p.SKU)
			}
			after = got[len(got)-1]
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("pages of %d: %v", limit, got)
		}
	}
}

func TestTheOrderWithJustThisNumberStandsBeforeNewerOnes(t *testing.T) {
	st := open(t)
	o := ordered(t, st)
	for i, no := range []string{"X-1", "X-10", "X-11", "Y-X-1"} {
		o.ID, o.UUID, o.No, o.Date = 0, "", no, data.Date(fmt.Sprintf("2026-12-%02d", i+1))
		must[data.Order](t)(st.Orders.Save(t.Context(), o))
	}
	for limit := 1; limit <= 4; limit++ {
		var got []string
		for after := ""; ; after = got[len(got)-1] {
			page := must[[]data.Order](t)(st.Orders.Find(t.Context(), store.Query{Words: "x-1", Limit: limit, After: after}))
			if len(page) == 0 {
				break
			}
			for _, found := range page {
				got = append(got, found.No)
			}
		}
		if fmt.Sprint(got) != "[X-1 Y-X-1 X-11 X-10]" {
			t.Errorf("pages of %d: %v", limit, got)
		}
	}
}

// fileOfTheDayBefore makes a file as the program left it that knew the first two scripts only, with the products of
// the file at from, and their words as it folded and cut them.
func fileOfTheDayBefore(t *testing.T, path, from string) {
	t.Helper()
	for _, name := range []string{"0001_records.sql", "0002_sqlite.sql"} {
		run(t, path, string(must[[]byte](t)(os.ReadFile(filepath.Join("migrations", name)))))
	}
	copying := `ATTACH '` + from + `' AS now;`
	for _, table := range []string{"product", "variant", "journal_batch", "journal", "search"} {
		columns := columnsOf(t, path, table)
		copying += `INSERT INTO main.` + table + ` (` + columns + `) SELECT ` + columns + ` FROM now.` + table + `;`
	}
	run(t, path, copying+`
		UPDATE search SET key = 'mü-1', text = 'mü-1' || char(10) || 'straße' || char(10) || '杯' WHERE code = 'MÜ-1';
		INSERT INTO gram (rowid, text) VALUES (9, 'm mü ü mü1 ü1 1 s st str stra 杯'), (17, 'k kb b kb1 b1 1 c cu cup 壶');
		PRAGMA user_version = 2; PRAGMA application_id = 0x54574E44`)
}

// columnsOf returns the columns of a table of the file at path, as SQL lists them.
func columnsOf(t *testing.T, path, table string) string {
	t.Helper()
	db := must[*sql.DB](t)(sql.Open("sqlite", path))
	defer db.Close()
	var joined string
	err := db.QueryRowContext(t.Context(), `SELECT group_concat('"' || name || '"', ', ') FROM pragma_table_info(?)`, table).Scan(&joined)
	if err != nil {
		t.Fatal(err)
	}
	return joined
}

func TestAFileOfTheDayBeforeFoldsWhatItHolds(t *testing.T) {
	dir := t.TempDir()
	now, path := filepath.Join(dir, "now.db"), filepath.Join(dir, "before.db")
	st := must[*store.Store](t)(store.Open(t.Context(), now, store.Options{Now: clock()}))
	must[data.Product](t)(st.Products.Save(t.Context(), product("MÜ-1", "Straße", "杯")))
	must[data.Product](t)(st.Products.Save(t.Context(), product("KB-1", "Cup", "壶")))
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	fileOfTheDayBefore(t, path, now)
	st = openAt(t, path)
	for words, sku := range map[string]string{"mu": "MÜ-1", "strasse": "MÜ-1", "straße": "MÜ-1", "杯": "MÜ-1", "cup": "KB-1", "壶": "KB-1"} {
		found := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: words}))
		if len(found) != 1 || found[0].SKU != sku {
			t.Errorf("%q found %d", words, len(found))
		}
	}
	wellKept(t, st)
}
