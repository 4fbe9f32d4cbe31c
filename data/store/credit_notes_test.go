package store_test

import (
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestWhatIsCreditedIsNotOwedAndNeverMoreThanWasBilled(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	freeze := func(string, int, data.Date) ([]byte, error) { return []byte("invoice"), nil }
	invoice, _, err := st.Documents.Issue(ctx, store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID, Language: "en"}, freeze)
	if err != nil {
		t.Fatal(err)
	}
	credit := func(reason string, amount, pieces int64) (data.Issued, error) {
		q := store.CreditRequest{InvoiceNo: invoice.Number, Reason: reason, Amount: amount}
		if pieces > 0 {
			q.Lines = []data.CreditLine{{Line: 1, Quantity: data.Pieces(pieces)}}
		}
		return st.Documents.Credit(ctx, q, func(src data.Source, number string, _ data.Date) ([]byte, error) {
			return []byte(number + src.CreditNote.Reason), nil
		})
	}
	first, err := credit("10 broken", 250, 10)
	if err != nil || first.Number != "CN-2026-0001" {
		t.Fatalf("credited %+v, %v", first, err)
	}
	if a := must[data.Account](t)(st.Orders.Account(ctx, o.ID)); a.Credited.Minor != 1250 || a.Balance.Minor != 8750 || a.Parts[0].Amount.Minor != 8750 {
		t.Errorf("account %+v", a)
	}
	for want, try := range map[string]func() (data.Issued, error){
		"problem.credit_over":     func() (data.Issued, error) { return credit("more than is left", 8751, 0) },
		"problem.credit_quantity": func() (data.Issued, error) { return credit("pieces credited twice", 0, 91) },
		"problem.required":        func() (data.Issued, error) { return credit("", 100, 0) },
		"problem.not_positive":    func() (data.Issued, error) { return credit("nothing", 0, 0) },
	} {
		if d, err := try(); problemKey(err) != want {
			t.Errorf("%s: got %v, %v", want, d.Number, err)
		}
	}
	second, err := credit("a discount", 750, 0)
	if err != nil || second.Number != "CN-2026-0002" {
		t.Fatalf("the refused ones took a number: %s, %v", second.Number, err)
	}
	if err := st.Documents.Void(ctx, first.Number, "agreed otherwise"); err != nil {
		t.Fatal(err)
	}
	if a := must[data.Account](t)(st.Orders.Account(ctx, o.ID)); a.Credited.Minor != 750 {
		t.Errorf("after one was declared void %v is credited", a.Credited)
	}
}

func TestGoodsAreCreditedAtWhatTheyCostAfterTheInvoicesDiscount(t *testing.T) {
	o := data.Order{No: "R", Currency: "USD", Lines: []data.OrderLine{{ID: 1, Quantity: data.Pieces(3), Price: 3_330_000}}, Discount: 100}
	sum := int64(0)
	var notes []data.CreditNote
	for i, want := range []int64{300, 299, 300} { // 3.33 each, and 1.00 off 9.99: a third, rounded so that the sum is right
		n := data.CreditNote{Currency: "USD", Reason: "broken", Lines: []data.CreditLine{{Line: 1, Quantity: data.Pieces(1)}}}
		if err := n.Settle([]data.Order{o}, nil, notes); err != nil {
			t.Fatal(err)
		}
		if n.Total() != want || n.Discount([]data.Money{{Minor: 333, Currency: "USD"}}) != 333-want {
			t.Errorf("note %d: %d", i+1, n.Total())
		}
		notes, sum = append(notes, n), sum+n.Total()
	}
	if sum != 899 {
		t.Errorf("all goods of an invoice of 8.99 are credited with %d", sum)
	}
}
