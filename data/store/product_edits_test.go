package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// cups puts products into a new file: CUP-0 to CUP-2, and a jug.
func cups(t *testing.T) *store.Store {
	t.Helper()
	st := open(t)
	for i, sku := range []string{"CUP-0", "CUP-1", "CUP-2", "JUG-1"} {
		price := data.UnitPrice(1_000_000 * (i + 1))
		p := data.Product{SKU: sku, Name: data.Texts{"en": sku}, Unit: "PCS", Price: &price, Currency: "USD", HSCode: "691110"}
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

// said lists what a field says in all products.
func said(t *testing.T, st *store.Store, field func(data.Product) string) string {
	t.Helper()
	var all []string
	for _, sku := range []string{"CUP-0", "CUP-1", "CUP-2", "JUG-1"} {
		p, err := st.Products.BySKU(t.Context(), sku)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, field(p))
	}
	return strings.Join(all, " ")
}

func prices(p data.Product) string { return p.Price.Shown(p.Currency) }

func TestManyProductsAreEditedInOneBatchAndTakenBackAtOnce(t *testing.T) {
	st := cups(t)
	edit := data.ProductEdit{"price": "+10%", "hs_code": "6911.10", "brand": "Star"}
	dry, err := st.Products.Edit(t.Context(), store.Chosen{Words: "cup", Except: []string{"CUP-1"}}, edit, store.ImportOptions{DryRun: true})
	if err != nil || dry.Found != 2 || dry.Changed != 2 || dry.Batch != "" || len(dry.Sample) != 4 || dry.Sample[0] != (data.EditedValue{SKU: "CUP-0", Field: "brand", After: "Star"}) {
		t.Fatalf("%+v, %v", dry, err)
	}
	if got := said(t, st, prices); got != "1.00 2.00 3.00 4.00" {
		t.Errorf("a preview changed prices to %s", got)
	}
	report, err := st.Products.Edit(t.Context(), store.Chosen{Words: "cup", Except: []string{"CUP-1"}}, edit, store.ImportOptions{Source: "Many"})
	if err != nil || report.Changed != 2 || report.Batch == "" {
		t.Fatalf("%+v, %v", report, err)
	}
	if got := said(t, st, prices); got != "1.10 2.00 3.30 4.00" {
		t.Errorf("prices %s", got)
	}
	last, err := st.Journal.Last(t.Context(), 1)
	if err != nil || last[0].Batch != report.Batch || last[0].Records != 2 || last[0].Source != "Many" {
		t.Errorf("%+v, %v", last, err)
	}
	if err := st.Journal.Undo(t.Context(), report.Batch); err != nil {
		t.Fatal(err)
	}
	if got := said(t, st, func(p data.Product) string { return prices(p) + p.Brand }); got != "1.00 2.00 3.00 4.00" {
		t.Errorf("taken back: %s", got)
	}
}

func TestAnEditThatOneProductCannotTakeChangesNoneAndNamesIt(t *testing.T) {
	st := cups(t)
	_, err := st.Products.Edit(t.Context(), store.Chosen{SKUs: []string{"CUP-0", "JUG-1"}}, data.ProductEdit{"lead_days": "20", "brand": "Star"}, store.ImportOptions{})
	var bad data.Problems
	if !errors.As(err, &bad) || len(bad) != 2 || bad[1].Field != "JUG-1.lead_days" || bad[1].Key != "problem.no_supplier" {
		t.Errorf("%v", err)
	}
	if got := said(t, st, func(p data.Product) string { return p.Brand }); strings.TrimSpace(got) != "" {
		t.Errorf("brands %q", got)
	}
	for _, c := range []struct {
		skus []string
		edit data.ProductEdit
		want string
	}{
		{[]string{"CUP-0", "NONE"}, data.ProductEdit{"brand": "Star"}, "skus: problem.unknown_product"},
		{[]string{"CUP-0"}, data.ProductEdit{"hs_code": "12"}, "CUP-0.hs_code: problem.bad_hs_code"},
		{[]string{"CUP-0"}, data.ProductEdit{"supplier": "Nobody"}, "CUP-0.supplier: problem.unknown_partner"},
		{[]string{"CUP-0"}, data.ProductEdit{"moq": "-1"}, "CUP-0.moq: problem.negative"},
	} {
		_, err := st.Products.Edit(t.Context(), store.Chosen{SKUs: c.skus}, c.edit, store.ImportOptions{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c.edit, err)
		}
	}
}

func TestManyProductsGetASupplierWithTermsAndArePutAway(t *testing.T) {
	st := cups(t)
	if _, err := st.Partners.Save(t.Context(), data.Partner{Code: "STAR", Party: data.Party{Name: "Star Ltd"}, Roles: []data.Role{data.Supplier}}); err != nil {
		t.Fatal(err)
	}
	for _, edit := range []data.ProductEdit{{"supplier": "STAR"}, {"lead_days": "20", "supplier_moq": "300"}, {"archived": "true"}} {
		report, err := st.Products.Edit(t.Context(), store.Chosen{}, edit, store.ImportOptions{})
		if err != nil || report.Changed != 4 {
			t.Fatalf("%v: %+v, %v", edit, report, err)
		}
	}
	p, err := st.Products.BySKU(t.Context(), "CUP-0")
	if err != nil || p.Supplier != "Star Ltd" || len(p.Offers) != 1 || p.Offers[0].LeadDays != 20 || p.Offers[0].MOQ != data.Pieces(300) || !p.Archived {
		t.Errorf("%+v, %v", p, err)
	}
	if left, err := st.Products.Find(t.Context(), store.Query{}); err != nil || len(left) != 0 {
		t.Errorf("still listed: %d, %v", len(left), err)
	}
	report, err := st.Products.Edit(t.Context(), store.Chosen{SKUs: []string{"CUP-0"}}, data.ProductEdit{"archived": "false", "supplier": ""}, store.ImportOptions{})
	if err != nil || report.Changed != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	if p, err = st.Products.BySKU(t.Context(), "CUP-0"); err != nil || p.Archived || p.SupplierID != 0 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestAnEditReachesProductsOfAllPages(t *testing.T) {
	st := open(t)
	var list [][]string
	for i := range 1200 {
		list = append(list, []string{"sku", fmt.Sprintf("P-%04d", i), "name", "lamp", "category", "old"})
	}
	imported(t)(st.Products.Import(t.Context(), rows(list...), store.ImportOptions{}))
	for _, words := range []string{"", "lamp"} {
		report, err := st.Products.Edit(t.Context(), store.Chosen{Words: words}, data.ProductEdit{"category": "new" + words}, store.ImportOptions{})
		if err != nil || report.Changed != 1200 {
			t.Errorf("%q: %+v, %v", words, report, err)
		}
	}
	report, err := st.Products.Edit(t.Context(), store.Chosen{Words: "lamp"}, data.ProductEdit{"category": "newlamp"}, store.ImportOptions{})
	if err != nil || report.Unchanged != 1200 || report.Batch != "" {
		t.Errorf("the same again: %+v, %v", report, err)
	}
}
