package documents

import (
	"bytes"
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// bench is the screen over a file with a firm, a buyer and an order of two articles, with a press that writes plain
// words instead of a PDF and a picture function that remembers what it was asked.
type bench struct {
	*Screen
	*testing.T
	drawn   []string // "pdf of <kind> <number> in <language>, page n"
	printed []string
	jumped  string
	order   data.Order
	noPress error
	noPrint error
}

func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

func open(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: day, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	b := &bench{T: t, order: stock(t, st)}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1400, 900))
	host := kit.NewTestHost(words, w)
	host.Now = day
	b.Screen = New(host, st, Program{PDF: b.press("pdf"), Excel: b.press("xlsx"), Page: b.page, Print: b.print, Open: func(place, key, field string) { b.jumped = place + " " + key + " " + field }})
	w.SetContent(b.Object())
	return b
}

func (b *bench) press(ending string) Draw {
	return func(p document.Paper, _ map[data.Hash][]byte, lang string) ([]byte, error) {
		if b.noPress != nil {
			return nil, b.noPress
		}
		state := "issued"
		if p.Draft {
			state = "draft"
		}
		return []byte(strings.Join([]string{ending, string(p.Kind), p.Number, lang, state}, " ")), nil
	}
}

func (b *bench) page(pdf []byte, n, _ int) (image.Image, int, error) {
	if n > 1 {
		return nil, 2, errors.New("no such page")
	}
	b.drawn = append(b.drawn, string(pdf)+" page "+decimalText(n))
	return image.NewRGBA(image.Rect(0, 0, 10, 14)), 2, nil
}

func (b *bench) print(_ context.Context, pdf []byte, title string) error {
	b.printed = append(b.printed, title+": "+string(pdf))
	return b.noPrint
}

func (b *bench) last() string {
	if len(b.drawn) == 0 {
		return ""
	}
	return b.drawn[len(b.drawn)-1]
}

func stock(t *testing.T, st *store.Store) data.Order {
	t.Helper()
	price := data.UnitPrice(3_250_000)
	for _, sku := range []string{"MUG-01", "CUP-01"} {
		p := data.Product{SKU: sku, Name: data.Texts{"en": sku, "zh": "杯"}, Unit: "PCS", Price: &price, Currency: "USD", HSCode: "691110", Origin: "CN"}
		p.Packing = data.Packing{PcsPerCarton: data.Pieces(24), Carton: data.Box{Length: 6000, Width: 4000, Height: 3000}, CartonGross: 10_000_000, CartonNet: 9_000_000}
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	address := data.Address{Street: "Road 1", City: "Ningbo", Country: "CN"}
	if _, err := st.Company.Save(t.Context(), data.Company{Party: data.Party{Name: "Star", Address: address, Contact: "Li"}, Currency: "USD"}); err != nil {
		t.Fatal(err)
	}
	buyer := data.Partner{Code: "CARACAS", Party: data.Party{Name: "Casa", Address: address}, Roles: []data.Role{data.Customer}, Language: "zh"}
	if _, err := st.Partners.Save(t.Context(), buyer); err != nil {
		t.Fatal(err)
	}
	o, err := st.Orders.Save(t.Context(), data.Order{
		Customer: "CARACAS", Currency: "USD", Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}, Freight: 1000,
		Lines: []data.OrderLine{
			{SKU: "MUG-01", Quantity: data.Pieces(240), Unit: "PCS", Price: price},
			{SKU: "CUP-01", Quantity: data.Pieces(100), Unit: "PCS", Price: price},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// kind chooses a paper as the picker does.
func (b *bench) kind(k data.Kind) {
	kit.SetIn(b.papers.kind, kinds(b.host), k)
	b.papers.kind.OnChanged()
}

// texts are what the checks say.
func (b *bench) checks() string {
	var all []string
	for _, o := range test.LaidOutObjects(b.papers.checks) {
		if p, ok := o.(*kit.Paragraph); ok {
			all = append(all, p.Text)
		}
	}
	return strings.Join(all, "\n")
}

func (b *bench) answer(word string) {
	b.Helper()
	q := b.host.Question()
	if q == nil || !q.Tap(word) {
		b.Fatalf("no question with the answer %q: %+v", word, q)
	}
}

func (b *bench) issued() []data.Issued {
	b.Helper()
	list, err := b.store.Documents.Of(b.Context(), b.order.ID)
	if err != nil {
		b.Fatal(err)
	}
	return list
}

func TestEachKindIsDrawnAsADraftInTheBuyersLanguage(t *testing.T) {
	b := open(t)
	b.Pick(0)
	for _, k := range []data.Kind{data.Quotation, data.Proforma, data.CommercialInvoice, data.PackingList} {
		b.kind(k)
		if want := "pdf " + string(k) + " SO-2026-0001 zh draft page 0"; b.last() != want {
			t.Errorf("drawn %q, want %q", b.last(), want)
		}
	}
	kit.SetIn(b.papers.lang, kit.Languages(), "en+zh")
	b.papers.lang.OnChanged()
	if want := "pdf packing-list SO-2026-0001 en+zh draft page 0"; b.last() != want {
		t.Errorf("drawn %q, want %q", b.last(), want)
	}
	if got := b.papers.page.mark.Word(); got != "Draft, not issued" {
		t.Errorf("marked %q", got)
	}
}

func TestPagesAreTurned(t *testing.T) {
	b := open(t)
	b.Pick(0)
	v := b.papers.page
	v.next.OnTapped()
	if !strings.HasSuffix(b.last(), "page 1") || v.number.Text != "Page 2 of 2" || !v.next.Disabled() || v.back.Disabled() {
		t.Errorf("drawn %q, %q", b.last(), v.number.Text)
	}
	v.toggle()
	if !strings.HasSuffix(b.last(), "page 1") || v.zoom.Text != "Fit width" {
		t.Errorf("zooming draws %q, offers %q", b.last(), v.zoom.Text)
	}
}

func TestAPaperIsIssuedOnceUntilSomethingChanges(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.CommercialInvoice)
	b.papers.issue.OnTapped()
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "CI-2026-0001") {
		t.Fatalf("question %+v", q)
	}
	if len(b.issued()) != 0 {
		t.Fatal("asking issues already")
	}
	b.answer("Issue CI-2026-0001")
	if got := b.last(); got != "pdf commercial-invoice CI-2026-0001 zh issued page 0" {
		t.Errorf("shown %q", got)
	}
	if !b.papers.issue.Disabled() || b.papers.page.mark.Word() != "Issued CI-2026-0001" {
		t.Errorf("marked %q", b.papers.page.mark.Word())
	}
	b.papers.draft.OnTapped()
	b.papers.issue.OnTapped()
	if b.host.Question() != nil || len(b.issued()) != 1 || !strings.Contains(b.host.Bar.Text(), "issued before") {
		t.Errorf("issued again: %d, %q", len(b.issued()), b.host.Bar.Text())
	}
	o := b.order
	o.Freight = 2000
	if _, err := b.store.Orders.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	b.Open(o.No)
	b.papers.issue.OnTapped()
	b.answer("Issue CI-2026-0001 R1")
	if got := b.issued(); len(got) != 2 || got[1].Revision != 1 || len(got[1].Changes) == 0 {
		t.Errorf("issued %+v", got)
	}
}

func TestAPaperThatLacksSomethingIsRefusedWithWhatItLacks(t *testing.T) {
	b := open(t)
	o := b.order
	o.Incoterm = data.Incoterm{}
	if _, err := b.store.Orders.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	b.Pick(0)
	b.kind(data.CommercialInvoice)
	if got := b.checks(); !strings.Contains(got, "Incoterm is missing") || strings.Contains(got, "Nothing is missing") {
		t.Errorf("checks %q", got)
	}
	b.papers.issue.OnTapped()
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "Incoterm") {
		t.Errorf("question %+v", q)
	}
	if len(b.issued()) != 0 {
		t.Error("it was issued")
	}
	for _, o := range test.LaidOutObjects(b.papers.checks) {
		if jump, ok := o.(*kit.Button); ok {
			jump.OnTapped()
			break
		}
	}
	if b.jumped != "orders SO-2026-0001 incoterm" {
		t.Errorf("jumped to %q", b.jumped)
	}
}

func TestAPaperThatCannotBeDrawnIsNotIssued(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.CommercialInvoice)
	b.papers.issue.OnTapped()
	b.noPress = data.Problems{{Key: "command.document.glyphs", Args: map[string]any{"Characters": "𓀀"}}}
	b.answer("Issue CI-2026-0001")
	if len(b.issued()) != 0 || b.host.Question() == nil {
		t.Error("it was issued")
	}
}

func TestAVoidedNumberStaysTaken(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.Quotation)
	b.papers.issue.OnTapped()
	b.answer("Issue QT-2026-0001")
	b.papers.askVoid(b.issued()[0])
	test.Type(b.host.Window.Canvas().Focused(), "wrong buyer")
	b.answer("Void QT-2026-0001")
	if got := b.issued(); got[0].Voided != "wrong buyer" {
		t.Errorf("issued %+v", got)
	}
	b.papers.issue.OnTapped()
	b.answer("Issue QT-2026-0002")
}

func TestFilesAreWrittenAsShown(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.PackingList)
	if got := b.papers.shown.fileName("pdf"); got != "packing-list-SO-2026-0001.pdf" {
		t.Errorf("file name %q", got)
	}
	for ending, draw := range map[string]Draw{"pdf": b.program.PDF, "xlsx": b.program.Excel} {
		path := filepath.Join(t.TempDir(), "out."+ending)
		b.papers.write(b.papers.shown, path, draw)
		got, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(got, []byte(ending+" packing-list")) || !strings.Contains(b.host.Bar.Text(), path) {
			t.Errorf("%q, %v, says %q", got, err, b.host.Bar.Text())
		}
	}
	b.papers.write(b.papers.shown, filepath.Join(t.TempDir(), "no", "such", "folder.pdf"), b.program.PDF)
	if b.host.Question() == nil {
		t.Error("a file that can't be written isn't said")
	}
}

func TestPrintingHandsTheVeryPageToThePrinterOrSaysWhyNot(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.papers.print.OnTapped()
	if len(b.printed) != 1 || b.printed[0] != "quotation-SO-2026-0001.pdf: pdf quotation SO-2026-0001 zh draft" {
		t.Errorf("printed %q", b.printed)
	}
	b.noPrint = data.Problems{{Key: "paper.problem.no_printer"}}
	b.papers.print.OnTapped()
	if q := b.host.Question(); q == nil || !strings.Contains(q.Text, "No printer is set up") {
		t.Errorf("question %+v", q)
	}
}

// ship makes and saves a shipment with these quantities.
func (b *bench) sent(quantities ...string) {
	b.Helper()
	b.Open(b.order.No)
	b.New()
	for i, q := range quantities {
		b.ship.goods.rows[i].quantity.SetText(q)
	}
	b.Keep(func() {})
}

func TestAnOrderIsShippedInPartsThatAddUp(t *testing.T) {
	b := open(t)
	b.sent("100", "")
	sh := b.subject.src.Shipment
	if sh == nil || sh.No != "SH-2026-0001" || len(sh.Lines) != 1 || sh.Lines[0].Quantity != data.Pieces(100) || sh.Cartons != nil {
		t.Fatalf("shipment %+v", sh)
	}
	if b.Dirty() {
		t.Error("a saved shipment counts as edited")
	}
	b.sent() // all that is left
	sh = b.subject.src.Shipment
	if sh.No != "SH-2026-0002" || len(sh.Lines) != 2 || sh.Lines[0].Quantity != data.Pieces(140) || sh.Lines[1].Quantity != data.Pieces(100) {
		t.Errorf("the rest is %+v", sh)
	}
	b.Open(b.order.No)
	b.New()
	if !strings.Contains(b.host.Bar.Text(), "All of this order") {
		t.Errorf("says %q", b.host.Bar.Text())
	}
	if got := len(b.finder.Found); got != 3 {
		t.Errorf("the list has %d rows", got)
	}
	b.Pick(1)
	if want := "pdf commercial-invoice SH-2026-0001 zh draft page 0"; b.last() != want {
		t.Errorf("drawn %q, want %q", b.last(), want)
	}
}

func TestMoreThanOrderedIsSaidAtItsField(t *testing.T) {
	b := open(t)
	b.sent("100", "101")
	if got := b.ship.form.Complaint("lines.2.quantity"); got == "" {
		t.Errorf("nothing stands at the second line; question %+v", b.host.Question())
	}
	if !b.Dirty() {
		t.Error("it counts as saved")
	}
}

func TestCartonsFollowTheQuantitiesUntilOneIsWeighed(t *testing.T) {
	b := open(t)
	b.Open(b.order.No)
	b.New()
	c, g := b.ship.cartons, b.ship.goods
	if len(c.rows) != 3 || c.rows[0].was.To != 10 { // 10 cartons of mugs; 4 full of cups and one with the rest
		t.Fatalf("%d runs, %+v", len(c.rows), c.rows)
	}
	g.rows[1].quantity.SetText("24")
	if len(c.rows) != 2 || c.rows[1].was.Count() != 1 {
		t.Fatalf("after less: %d runs", len(c.rows))
	}
	c.rows[0].cells[1].SetText("10.5")
	g.rows[1].quantity.SetText("48")
	if len(c.rows) != 2 || c.rows[0].cells[1].Text != "10.5" {
		t.Error("what was weighed is forgotten")
	}
	b.Keep(func() {})
	sh := b.subject.src.Shipment
	if sh == nil || len(sh.Cartons) != 2 || !sh.Cartons[0].Measured || sh.Cartons[0].Gross.String() != "10.5" || sh.Cartons[1].Measured {
		t.Errorf("saved %+v", sh)
	}
	b.ship.cartons.pack()
	if got := b.ship.cartons.rows[1].was.Count(); got != 2 {
		t.Errorf("packed again: %d cartons of cups", got)
	}
}

func TestAContainerIsKeptWithItsSeal(t *testing.T) {
	b := open(t)
	b.Open(b.order.No)
	b.New()
	r := b.ship.boxes.rows[0]
	r.no.SetText("cosu1234565")
	r.seal.SetText("S1")
	if len(b.ship.boxes.rows) != 2 {
		t.Error("no row for another container")
	}
	b.Keep(func() {})
	if got := b.subject.src.Shipment; got == nil || len(got.Containers) != 1 || got.Containers[0] != (data.Container{No: "COSU1234565", Seal: "S1"}) {
		t.Errorf("saved %+v", got)
	}
}

func TestAPostedShipmentIsReadOnly(t *testing.T) {
	b := open(t)
	b.sent()
	b.ship.posting.OnTapped()
	b.answer("Post 1 shipment")
	if !b.subject.src.Shipment.Posted || !b.ship.goods.rows[0].quantity.Disabled() || !b.ship.saving.Disabled() || b.state.Word() != "Shipment: Sent" {
		t.Errorf("after posting: %q", b.state.Word())
	}
	if o, err := b.store.Orders.ByNo(t.Context(), b.order.No); err != nil || o.Status != data.Shipped {
		t.Errorf("the order is %q, %v", o.Status, err)
	}
}

func TestASavedShipmentCanBeTakenBack(t *testing.T) {
	b := open(t)
	b.sent("100", "")
	b.host.Bar.Undo()
	if b.Chosen() != b.order.No || b.ship.open || len(b.finder.Found) != 1 {
		t.Errorf("shows %q, %d rows", b.Chosen(), len(b.finder.Found))
	}
}

func TestAnIssuedNumberOpensItsPaper(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.papers.issue.OnTapped()
	b.answer("Issue QT-2026-0001")
	b.Open(b.order.No)
	b.chosen = false
	b.Open("QT-2026-0001")
	if got := b.last(); got != "pdf quotation QT-2026-0001 zh issued page 0" {
		t.Errorf("shown %q", got)
	}
}

func TestTheFieldsNameTheIssuedPaperThatIsShown(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.CommercialInvoice)
	b.papers.issue.OnTapped()
	b.answer("Issue CI-2026-0001")
	b.kind(data.Quotation)
	kit.SetIn(b.papers.lang, kit.Languages(), "en")
	b.papers.openIssued(b.issued()[0])
	if kind, lang := b.papers.kind.Value(), b.papers.lang.Value(); kind != data.CommercialInvoice || lang != "zh" {
		t.Errorf("beside the invoice stand %q and %q", kind, lang)
	}
	b.papers.draft.OnTapped()
	if got := b.last(); !strings.HasPrefix(got, "pdf commercial-invoice ") || !strings.HasSuffix(got, " zh draft page 0") {
		t.Errorf("the way back leads to %q", got)
	}
}

func TestReloadingShowsWhatWasIssuedElsewhereAndKeepsTheIssuedPaperInSight(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.papers.issue.OnTapped()
	b.answer("Issue QT-2026-0001")
	if _, err := b.papers.issueOne(t.Context(), wanted{kind: data.CommercialInvoice, number: b.order.No, lang: "en"}, false); err != nil { // as a command does
		t.Fatal(err)
	}
	b.Reload()
	if n := len(b.papers.list.Objects); n != 2 {
		t.Errorf("%d issued papers are listed, want 2", n)
	}
	if got := b.last(); got != "pdf quotation QT-2026-0001 zh issued page 0" {
		t.Errorf("shown %q", got)
	}
}

func TestOrdersAndShipmentsAreFoundByWhatStandsInThem(t *testing.T) {
	b := open(t)
	b.sent("100", "")
	sh := *b.subject.src.Shipment
	sh.Containers = []data.Container{{No: "COSU1234565"}}
	if _, err := b.store.Shipments.Save(t.Context(), sh); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]int{"SO-2026": 2, "casa": 2, "COSU123": 1, "nothing": 0} {
		b.finder.Search.SetText(words)
		if got := len(b.finder.Found); got != want {
			t.Errorf("%q finds %d, want %d", words, got, want)
		}
	}
}

func TestWhatIsOnlyAdvisedIsntSaidToBeMissing(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.Quotation)
	got := b.checks()
	if !strings.Contains(got, "It can be issued.") || !strings.Contains(got, "worth a look") || !strings.Contains(got, "(recommended)") {
		t.Errorf("checks %q", got)
	}
	if strings.Contains(got, "Nothing is missing") || strings.Contains(got, "is missing") {
		t.Errorf("contradicts itself: %q", got)
	}
}

func TestAPartOfTheGoodsCarriesItsPartOfTheFreight(t *testing.T) {
	b := open(t)
	b.Open(b.order.No)
	b.New()
	freight := func() string { return b.ship.form.Text("freight") }
	if freight() != "10.00" {
		t.Fatalf("all goods carry %q", freight())
	}
	b.ship.goods.rows[0].quantity.SetText("70")
	if freight() != "5.00" {
		t.Errorf("half of the value carries %q", freight())
	}
	b.ship.goods.rows[0].quantity.SetText("99999")
	b.ship.goods.rows[0].quantity.SetText("x")
	b.ship.goods.rows[0].quantity.SetText("70")
	if freight() != "5.00" {
		t.Errorf("after wrong quantities it carries %q", freight())
	}
	b.ship.form.Set("freight", "7.77")
	b.ship.goods.rows[0].quantity.SetText("100")
	if freight() != "7.77" {
		t.Errorf("freight written by hand becomes %q", freight())
	}
}

func TestAWrongContainerNumberIsSaidAfterSaving(t *testing.T) {
	b := open(t)
	b.Open(b.order.No)
	b.New()
	b.ship.boxes.rows[0].no.SetText("MSCU1234567")
	b.host.Focus(b.ship.boxes.rows[0].seal)
	b.Keep(func() {})
	if got := b.ship.form.Complaint("containers"); !strings.Contains(got, "check digit") {
		t.Errorf("under the containers stands %q", got)
	}
	if b.Dirty() {
		t.Error("a saved shipment counts as edited")
	}
}

func TestAnEarlierRevisionSaysThatANewerOneExistsAndKeepsItsOwnFileName(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.CommercialInvoice)
	b.papers.issue.OnTapped()
	b.answer("Issue CI-2026-0001")
	if got := b.papers.shown.fileName("pdf"); got != "commercial-invoice-CI-2026-0001.pdf" {
		t.Errorf("the only one is called %q", got)
	}
	o := b.order
	o.Freight = 2000
	if _, err := b.store.Orders.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	b.Open(o.No)
	b.papers.issue.OnTapped()
	b.answer("Issue CI-2026-0001 R1")
	b.papers.openIssued(b.issued()[0])
	if got := b.papers.page.mark.Word(); got != "CI-2026-0001 R0 · R1 is newer" {
		t.Errorf("marked %q", got)
	}
	if got := b.papers.shown.fileName("pdf"); got != "commercial-invoice-CI-2026-0001-R0.pdf" {
		t.Errorf("the earlier one is called %q", got)
	}
	b.papers.openIssued(b.issued()[1])
	if got := b.papers.page.mark.Word(); got != "Issued CI-2026-0001 R1" {
		t.Errorf("the newest is marked %q", got)
	}
}

func TestVoidingWithoutAReasonKeepsTheQuestion(t *testing.T) {
	b := open(t)
	b.Pick(0)
	b.kind(data.Quotation)
	b.papers.issue.OnTapped()
	b.answer("Issue QT-2026-0001")
	b.papers.askVoid(b.issued()[0])
	asked := b.host.Question()
	b.answer("Void QT-2026-0001")
	if b.host.Question() != asked || b.issued()[0].Voided != "" {
		t.Fatal("the question is gone")
	}
	test.Type(b.host.Window.Canvas().Focused(), "wrong buyer")
	b.answer("Void QT-2026-0001")
	if got := b.issued(); got[0].Voided != "wrong buyer" || b.host.Question() != nil {
		t.Errorf("issued %+v", got)
	}
}
