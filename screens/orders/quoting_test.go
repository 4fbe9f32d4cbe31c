package orders

import (
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// rules gives the firm its discounts, and the customer a tier.
func (d *desk) rules() {
	d.Helper()
	c, err := d.store.Company.Get(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	c.Quoting = data.QuotingRules{ValidDays: 30, LeadTime: "25 days", Discounts: data.UsualDiscounts()}
	if _, err := d.store.Company.Save(d.Context(), c); err != nil {
		d.Fatal(err)
	}
	p, err := d.store.Partners.ByCode(d.Context(), "MUELLER")
	if err != nil {
		d.Fatal(err)
	}
	p.Tier = "silver"
	if _, err := d.store.Partners.Save(d.Context(), p); err != nil {
		d.Fatal(err)
	}
	d.Reload()
}

func TestTheRulesProposeTheDiscountAndAnotherOneNeedsAReason(t *testing.T) {
	d := open(t)
	d.rules()
	d.New()
	d.pick("mü")
	e := d.editor
	if e.form.Text("discount_percent") != "10" || !strings.Contains(e.quoting.rule.Text, "10 %: silver customer") || e.dates["valid_until"].Text != "2026-12-22" || e.form.Text("lead_time") != "25 days" {
		t.Errorf("proposed %q, %q, until %s", e.form.Text("discount_percent"), e.quoting.rule.Text, e.dates["valid_until"].Text)
	}
	d.article("mug", "100")
	if got := e.sums.total.Text; got != "USD 292.50" {
		t.Errorf("total %s", got)
	}
	e.form.Set("discount_percent", "12.5")
	if d.Keep(func() {}); !d.Dirty() {
		t.Fatal("another discount was saved without a reason")
	}
	e.form.Set("discount_reason", "fair")
	d.Keep(func() {})
	o := d.order("SO-2026-0001")
	if o.Reduction.Percent != 12_500_000 || o.Reduction.Reason != "fair" || o.Proposed.Tier != "silver" || d.Dirty() {
		t.Errorf("%+v", o.Reduction)
	}
}

func TestAWonQuotationKeepsWhatTheBuyerChose(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	d.article("mug", "24")
	d.article("cup", "24")
	d.article("mug", "48")
	rows := d.editor.lines.rows
	rows[1].setRole(data.Alternative)
	rows[2].setRole(data.Optional)
	rows[1].say()
	if got := d.editor.sums.total.Text; got != "USD 78.00" || !strings.Contains(rows[1].facts.Text, "Alternative to line 1") {
		t.Errorf("total %s, %q", got, rows[1].facts.Text)
	}
	d.Keep(func() {})
	choose := func(s data.Status) {
		for _, o := range statesOf(d) {
			if o.Value == s {
				d.editor.status.Set(o)
			}
		}
		d.editor.statusChosen()
	}
	choose(data.Confirmed)
	if d.tell("screen.cancel"); d.editor.status.Value() != data.Draft || len(d.editor.lines.rows) != 3 {
		t.Fatal("not choosing changed the quotation")
	}
	d.editor.status.Set(statesOf(d)[1])
	boxes := d.editor.askChosen(data.Order{Lines: d.editor.lines.read(new(data.Problems))})
	if len(boxes) != 2 {
		t.Fatalf("%d lines to choose from", len(boxes))
	}
	boxes[2].Set([]bool{true})
	d.tell("quote.choose.do")
	d.Keep(func() {})
	o := d.order("SO-2026-0001")
	if len(o.Lines) != 1 || o.Lines[0].SKU != "CUP-01" || o.Lines[0].Role != data.Ordinary || o.Status != data.Confirmed {
		t.Errorf("won %+v as %s", o.Lines, o.Status)
	}
}

func TestALostQuotationAsksForItsReasonAndIsFoundByItsState(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	d.article("mug", "24")
	d.Keep(func() {})
	for _, o := range statesOf(d) {
		if o.Value == data.Lost {
			d.editor.status.Set(o)
		}
	}
	d.editor.statusChosen()
	d.types("price")
	d.Keep(func() {})
	if o := d.order("SO-2026-0001"); o.Status != data.Lost || o.Outcome.Reason != "price" || o.Outcome.Date != "2026-11-22" {
		t.Fatalf("%s: %+v", o.Status, o.Outcome)
	}
	for state, want := range map[data.Status]int{data.Lost: 1, data.Draft: 0, "": 1} {
		for _, o := range append(statesOf(d), statesOf(d)[0]) {
			if o.Value == state || state == "" {
				d.filter.choice.Set(o)
			}
		}
		if state == "" {
			d.filter.choice.Empty()
		}
		if d.filter.choice.OnChanged(); len(d.Finder.Found) != want {
			t.Errorf("%q: %d orders, want %d", state, len(d.Finder.Found), want)
		}
	}
}

func TestTheClockOfAnInquiryIsShownUntilItsQuotationIsIssued(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	d.article("mug", "24")
	q := d.editor.quoting
	q.asked.SetText("yesterday")
	if d.Keep(func() {}); !d.Dirty() {
		t.Fatal("yesterday isn't a time")
	}
	q.asked.SetText(moment(day().Add(-70 * time.Minute)))
	d.Keep(func() {})
	d.Open("SO-2026-0001")
	if got := q.clock.Word(); got != "Late by 10 min" {
		t.Errorf("the clock says %q", got)
	}
	if l := d.line(d.order("SO-2026-0001")); l.State != "Late" {
		t.Errorf("the list says %q", l.State)
	}
	o := d.order("SO-2026-0001")
	_, _, err := d.store.Documents.Issue(d.Context(), store.IssueRequest{Kind: data.Quotation, OrderID: o.ID, Language: "en"},
		func(number string, _ int, _ data.Date) ([]byte, error) {
			return document.Freeze(document.Paper{Number: number})
		})
	if err != nil {
		t.Fatal(err)
	}
	d.Open("SO-2026-0001")
	if got := q.clock.Word(); got != "Answered after 70 min" {
		t.Errorf("after the quotation the clock says %q", got)
	}
}

func TestTheRulesOfQuotingAreEditedBesideTheDiscount(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	c, err := d.store.Company.Get(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := newRulesForm(d.Screen, c)
	r.form.Set("quoting.reply_minutes", "30")
	r.usual()
	r.grid.Set(append(ruleRows(data.UsualDiscounts()), []string{"", "1", "5", "2026-12-31", "2026-01-01"}))
	if d.tell("screen.save"); d.host.Question() == nil {
		t.Fatal("a rule that ends before it begins was saved")
	}
	r.grid.Set(append(ruleRows(data.UsualDiscounts()), []string{"", "1", "5", "", ""}))
	d.tell("screen.save")
	if c, err = d.store.Company.Get(t.Context()); err != nil || c.Quoting.ReplyMinutes != 30 || len(c.Quoting.Discounts) != 4 || d.host.Question() != nil {
		t.Errorf("%+v, %v", c.Quoting, err)
	}
	if got := d.editor.form.Text("discount_percent"); got != "5" {
		t.Errorf("the quotation that is open takes %q %%", got)
	}
}
