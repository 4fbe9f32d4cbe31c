package orders

import (
	"strings"
	"testing"

	"tradewind/data"
)

func TestANewLineTakesACampaignsPriceOnItsDaysAndSaysSo(t *testing.T) {
	d := open(t)
	c, err := d.store.Campaigns.Save(t.Context(), data.Campaign{
		Name: "Mugs", From: "2026-11-20", Until: "2026-11-30", Goods: []data.CampaignGood{{SKU: "MUG-01", Off: 20_000_000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	d.New()
	d.pick("mue")
	d.article("mug", "240")
	r := d.editor.lines.rows[0]
	if r.price.Text != "2.60" || !strings.HasPrefix(r.facts.Text, "Campaign "+c.No) {
		t.Errorf("in the campaign's days: %s, %q", r.price.Text, r.facts.Text)
	}
	d.editor.dates["date"].SetText("2026-12-01")
	if r.price.Text != "3.25" || strings.Contains(r.facts.Text, c.No) {
		t.Errorf("the order of the day after: %s, %q", r.price.Text, r.facts.Text)
	}
	d.editor.dates["date"].SetText("2026-11-30")
	d.article("mug", "1")
	typed := d.editor.lines.rows[1]
	typed.price.SetText("2.50")
	d.editor.dates["date"].SetText("2026-11-22")
	d.Keep(func() {})
	o := d.order("SO-2026-0001")
	if l := o.Lines[0]; l.Price.String() != "2.6" || l.Campaign != c.No {
		t.Errorf("saved at %s of %q", l.Price, l.Campaign)
	}
	if l := o.Lines[1]; l.Price.String() != "2.5" || l.Campaign != "" {
		t.Errorf("the typed price was saved as %s of %q", l.Price, l.Campaign)
	}
	r = d.editor.lines.rows[0]
	r.quantity.SetText("500")
	d.editor.dates["date"].SetText("2026-12-24")
	if r.price.Text != "2.60" || !strings.HasPrefix(r.facts.Text, "Campaign "+c.No) {
		t.Errorf("a saved line changed by itself: %s, %q", r.price.Text, r.facts.Text)
	}
	r.price.SetText("3.25")
	if strings.Contains(r.facts.Text, c.No) {
		t.Errorf("a typed price still says %q", r.facts.Text)
	}
	d.Keep(func() {})
	if l := d.order("SO-2026-0001").Lines[0]; l.Campaign != "" || l.Quantity != data.Pieces(500) {
		t.Errorf("saved again: %+v", l)
	}
}
