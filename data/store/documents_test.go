package store_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// ordered makes an order of 10 A.
func ordered(t testing.TB, st *store.Store) data.Order {
	t.Helper()
	trade(t, st)
	return must[data.Order](t)(st.Orders.Save(t.Context(), data.Order{
		Customer: "ALFKI", Currency: "USD",
		Lines: []data.OrderLine{{SKU: "A", Quantity: data.Pieces(10), Unit: "PCS", Price: 1}},
	}))
}

// differing lists nothing but that they differ.
func differing(before, after []byte) ([]data.Difference, error) {
	return []data.Difference{{Field: "length", Before: strconv.Itoa(len(before)), After: strconv.Itoa(len(after))}}, nil
}

func TestIssuingAgainGivesTheSameDocumentUntilSomethingChanges(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	q := store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID, Language: "en", Differences: differing}
	first, already, err := st.Documents.Issue(ctx, q, freezeOf(o))
	if err != nil || already || first.Number != "CI-2026-0001" || first.Revision != 0 || first.Date != "2026-11-22" || first.IssuedBy != "Li" {
		t.Fatalf("%+v %v %v", first, already, err)
	}
	again, already, err := st.Documents.Issue(ctx, q, freezeOf(o))
	if err != nil || !already || !reflect.DeepEqual(first, again) {
		t.Errorf("%+v %v %v", again, already, err)
	}
	o.Notes = "changed"
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	second, already, err := st.Documents.Issue(ctx, q, freezeOf(o))
	if err != nil || already || second.Number != first.Number || second.Revision != 1 || len(second.Changes) != 1 {
		t.Errorf("%+v %v %v", second, already, err)
	}
	if old := must[data.Issued](t)(st.Documents.ByNumber(ctx, first.Number, 0)); string(old.Frozen) != string(first.Frozen) {
		t.Error("the first revision was changed")
	}
	if newest := must[data.Issued](t)(st.Documents.ByNumber(ctx, first.Number, -1)); newest.Revision != 1 {
		t.Errorf("newest is %d", newest.Revision)
	}
	if err := st.Documents.Void(ctx, first.Number, "wrong buyer"); err != nil {
		t.Fatal(err)
	}
	if err := st.Documents.Void(ctx, first.Number, "twice"); !errors.As(err, &data.Problems{}) {
		t.Error(err)
	}
	third, _, err := st.Documents.Issue(ctx, q, freezeOf(o))
	if err != nil || third.Number != "CI-2026-0002" || third.Revision != 0 {
		t.Errorf("%+v %v", third, err)
	}
	all := must[[]data.Issued](t)(st.Documents.Find(ctx, store.Query{Words: "alfki ci-"}, data.CommercialInvoice))
	if len(all) != 3 || all[0].Number != third.Number || all[1].Voided != "wrong buyer" || all[1].Frozen != nil {
		t.Errorf("%+v", all)
	}
	wellKept(t, st)
}

func TestARefusedIssueLeavesNoGap(t *testing.T) {
	st := open(t)
	o := ordered(t, st)
	boom := errors.New("boom")
	q := store.IssueRequest{Kind: data.Proforma, OrderID: o.ID, Date: "2027-01-02"}
	if _, _, err := st.Documents.Issue(t.Context(), q, func(string, int, data.Date) ([]byte, error) { return nil, boom }); !errors.Is(err, boom) {
		t.Error(err)
	}
	if d, _, err := st.Documents.Issue(t.Context(), q, freezeOf(o)); err != nil || d.Number != "PI-2027-0001" {
		t.Errorf("%+v %v", d, err)
	}
	wellKept(t, st)
}

func TestTheCompanyChoosesPrefixAndDigits(t *testing.T) {
	st := open(t)
	must[data.Company](t)(st.Company.Save(t.Context(), data.Company{
		Party:  data.Party{Name: "We"},
		Series: []data.NumberSeries{{Kind: data.OrderKind, Prefix: "AB", Digits: 6}, {Kind: data.CommercialInvoice, Prefix: "INV"}},
	}))
	o := ordered(t, st)
	d, _, err := st.Documents.Issue(t.Context(), store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID}, freezeOf(o))
	if err != nil || o.No != "AB-2026-000001" || d.Number != "INV-2026-0001" {
		t.Error(o.No, d.Number, err)
	}
}

func TestAPostedShipmentBooksStockOnceAndFreezesItsOrder(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	variant := o.Lines[0].VariantID
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(10)}}}))
	if sh.No != "SH-2026-0001" {
		t.Error(sh.No)
	}
	sh = must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	if _, err := st.Shipments.Post(ctx, sh.ID); !errors.Is(err, data.ErrPosted) {
		t.Errorf("posted twice: %v", err)
	}
	if q := must[map[int64]data.Quantity](t)(st.Stock.OnHand(ctx, []int64{variant})); q[variant] != data.Pieces(-10) {
		t.Error(q)
	}
	sh.Marks = "changed"
	if _, err := st.Shipments.Save(ctx, sh); !errors.Is(err, data.ErrPosted) {
		t.Errorf("changed a posted shipment: %v", err)
	}
	o = must[data.Order](t)(st.Orders.Get(ctx, o.ID))
	if o.Status != data.Shipped {
		t.Error(o.Status)
	}
	o.Freight = 5
	if _, err := st.Orders.Save(ctx, o); !errors.Is(err, data.ErrPosted) {
		t.Errorf("changed a posted order: %v", err)
	}
	o.Freight, o.Status = 0, data.Closed
	must[data.Order](t)(st.Orders.Save(ctx, o))
	for _, e := range must[[]store.Entry](t)(st.Journal.History(ctx, sh.UUID))[:1] {
		if err := st.Journal.Undo(ctx, e.Batch); !errors.Is(err, data.ErrPosted) {
			t.Errorf("undid a posted shipment: %v", err)
		}
	}
	wellKept(t, st)
}

func TestNoMoreIsShippedThanOrdered(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	ship := func(n int64) error {
		_, err := st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(n)}}})
		return err
	}
	if err := ship(6); err != nil {
		t.Fatal(err)
	}
	var wrong data.Problems
	if err := ship(5); !errors.As(err, &wrong) || wrong[0].Key != "problem.more_than_ordered" {
		t.Error(err)
	}
	if err := ship(4); err != nil {
		t.Error(err)
	}
	o.Lines[0].Quantity = data.Pieces(9)
	if _, err := st.Orders.Save(ctx, o); !errors.As(err, &wrong) {
		t.Errorf("ordered less than is shipped: %v", err)
	}
	o = must[data.Order](t)(st.Orders.Get(ctx, o.ID))
	o.Lines = nil
	if _, err := st.Orders.Save(ctx, o); err == nil {
		t.Error("took away a line that is shipped")
	}
}

func TestASourceHoldsEverythingAPaperNeeds(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	logo := must[data.Hash](t)(st.Attachments.Put(ctx, "logo.png", []byte("logo")))
	must[data.Company](t)(st.Company.Save(ctx, data.Company{Party: data.Party{Name: "We"}, Logo: logo}))
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 1000}}}))
	for _, number := range []string{o.No, sh.No} {
		src := must[data.Source](t)(st.Source(ctx, number))
		if src.Order.No != o.No || src.Customer.Code != "ALFKI" || src.Company.Name != "We" || string(src.Pictures[logo]) != "logo" ||
			src.Products[o.Lines[0].VariantID].SKU != "A" || (src.Shipment != nil) != (number == sh.No) {
			b, _ := json.Marshal(src)
			t.Errorf("%s: %s", number, b)
		}
	}
	if _, err := st.Source(ctx, "nope"); !errors.Is(err, data.ErrNotFound) {
		t.Error(err)
	}
}

func TestPagesOfDocumentsNeitherSkipNorRepeatARevision(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := ordered(t, st)
	for i := range 4 { // two numbers of four revisions each, on days in between one another
		for _, q := range []store.IssueRequest{
			{Kind: data.CommercialInvoice, OrderID: o.ID, Date: data.Date(fmt.Sprintf("2026-11-%02d", 10+i/2))},
			{Kind: data.Proforma, OrderID: o.ID, Date: "2026-11-10"},
		} {
			o.Notes = fmt.Sprint(q.Kind, i)
			o = must[data.Order](t)(st.Orders.Save(ctx, o))
			if _, _, err := st.Documents.Issue(ctx, q, freezeOf(o)); err != nil {
				t.Fatal(err)
			}
		}
	}
	names := func(list []data.Issued) (all []string) {
		for _, d := range list {
			all = append(all, fmt.Sprint(d.Number, " R", d.Revision))
		}
		return all
	}
	want := names(must[[]data.Issued](t)(st.Documents.Find(ctx, store.Query{}, "")))
	if len(want) != 8 || want[0] != "CI-2026-0001 R3" {
		t.Errorf("%q", want)
	}
	for size := 1; size <= 8; size++ {
		var got []string
		for after := ""; ; {
			page := must[[]data.Issued](t)(st.Documents.Find(ctx, store.Query{Limit: size, After: after}, ""))
			if len(page) == 0 {
				break
			}
			got, after = append(got, names(page)...), page[len(page)-1].UUID
		}
		if !slices.Equal(got, want) {
			t.Errorf("by %d: %q, want %q", size, got, want)
		}
	}
}
