package documents

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
)

func TestAProformaOfAPartIsIssuedAndTheRestIsLeft(t *testing.T) {
	b := open(t)
	b.Open(b.order.No)
	b.kind(data.Proforma)
	if b.papers.partly.Hidden {
		t.Fatal("a part can't be chosen")
	}
	line := b.order.Lines[0]
	b.papers.askPart()
	entry := b.host.Window.Canvas().Focused().(*kit.Entry)
	entry.SetText("999999")
	q := b.host.Question()
	if q.Tap(b.host.T("paper.part.do")); b.host.Question() == nil {
		t.Fatal("more than was ordered is taken")
	}
	entry.SetText("10")
	q.Tap(b.host.T("paper.part.do"))
	b.host.Question().Buttons[0].OnTapped() // issue it
	issued := b.subject.issued
	if len(issued) != 1 || issued[0].Part != "1:10" || len(b.papers.shown.paper.Lines) != 1 || b.papers.shown.paper.Lines[0].Quantity != data.Pieces(10) {
		t.Fatalf("issued %+v, lines %+v", issued, b.papers.shown.paper.Lines)
	}
	if left := b.subject.src.LeftForProforma(); left[0].Quantity != line.Quantity-data.Pieces(10) {
		t.Errorf("left %+v", left)
	}
}
