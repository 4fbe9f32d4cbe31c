package documents

import (
	"testing"

	"tradewind/data"
)

func TestACreditNoteIsMadeOfAnIssuedInvoice(t *testing.T) {
	b := open(t)
	b.Open(b.order.No)
	b.kind(data.CommercialInvoice)
	b.papers.askIssue()
	b.host.Question().Buttons[0].OnTapped()
	invoice := b.subject.issued[0]
	b.papers.askCredit(invoice)
	q := b.host.Question()
	if q == nil {
		t.Fatal("no form")
	}
	q.Tap(b.host.T("paper.credit.do"))
	if b.host.Question() == nil || len(b.subject.issued) != 1 {
		t.Fatal("nothing is credited, and without a reason")
	}
	c := b.papers.credit
	c.form.Set("reason", "2 pieces broken")
	c.form.Set(partID(1), "99999999")
	q.Tap(b.host.T("paper.credit.do"))
	if c.form.Complaint(partID(1)) == "" {
		t.Error("more than the invoice bills is taken")
	}
	c.form.Set(partID(1), "2")
	c.form.Set("amount", "1.50")
	q.Tap(b.host.T("paper.credit.do"))
	if b.host.Question() != nil {
		t.Fatalf("still asked: %s", c.form.Complaint("amount"))
	}
	shown := b.papers.shown
	if len(b.subject.issued) != 2 || shown.issued == nil || shown.issued.Kind != data.CreditNoteKind || shown.paper.InvoiceNo != invoice.Number || shown.paper.Lines[0].Quantity != data.Pieces(2) {
		t.Fatalf("shows %+v", shown.issued)
	}
	a, err := b.store.Orders.Account(t.Context(), b.order.ID)
	if err != nil || a.Credited.Minor != shown.paper.Totals.Total.Minor || a.Credited.Minor <= 150 {
		t.Errorf("account %+v, %v", a, err)
	}
}
