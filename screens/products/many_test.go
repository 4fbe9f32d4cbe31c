package products

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shop puts two cups and a jug into the list.
func shop(t *testing.T) *Screen {
	t.Helper()
	s := open(t)
	for i, sku := range []string{"CUP-1", "CUP-2", "JUG-1"} {
		price := data.UnitPrice(1_000_000 * (i + 1))
		save(t, s, data.Product{SKU: sku, Name: data.Texts{"en": sku}, Unit: "PCS", Price: &price, Currency: "USD", Category: "Old"})
	}
	return s
}

// saying lists what a field says in all of them.
func saying(t *testing.T, s *Screen, field func(data.Product) string) string {
	t.Helper()
	var all []string
	for _, sku := range []string{"CUP-1", "CUP-2", "JUG-1"} {
		p, err := s.store.Products.BySKU(t.Context(), sku)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, field(p))
	}
	return strings.Join(all, ";")
}

// pickField chooses the field of a row of the question.
func (m *many) pickField(t *testing.T, row int, name string) {
	t.Helper()
	for i, f := range data.EditFields() {
		if f.Name == name {
			m.rows[row].field.Set(kit.Option[int]{Value: i})
			m.rows[row].field.OnChanged()
			return
		}
	}
	t.Fatal("no field ", name)
}

func origin(p data.Product) string { return string(p.Origin) }

func TestFieldsOfAllFoundAreChangedAfterAPreviewAndTakenBackAtOnce(t *testing.T) {
	s := shop(t)
	s.Finder.Search.SetText("cup")
	s.askMany()
	q := s.host.Question()
	if q == nil {
		t.Fatal("not asked")
	}
	s.many.pickField(t, 0, "price")
	q.Tap("Preview")
	if s.host.Question() != q || s.many.form.Complaint("value1") == "" {
		t.Fatal("takes nothing for a price without a word")
	}
	test.Type(s.many.rows[0].entry, "5 percent")
	q.Tap("Preview")
	if s.host.Question() != q || !strings.Contains(s.many.form.Complaint("value1"), "number") {
		t.Fatalf("says %q", s.many.form.Complaint("value1"))
	}
	s.many.rows[0].entry.SetText("+5%")
	s.many.add()
	s.many.pickField(t, 1, "origin")
	s.many.rows[1].pick.Set(kit.Option[string]{Value: "VN"})
	q.Tap("Preview")
	q = s.host.Question()
	if got := saying(t, s, origin); got != ";;" || q == nil {
		t.Fatalf("a preview changed %q", got)
	}
	q.Tap("Back")
	s.host.Question().Tap("Preview")
	s.host.Question().Tap("Change 2 products")
	if got := saying(t, s, func(p data.Product) string { return origin(p) + price(p.Price, p.Currency) }); got != "VN1.05;VN2.10;3.00" {
		t.Errorf("changed to %q", got)
	}
	if s.host.Question() != nil {
		t.Error("a question stays open")
	}
	s.host.Bar.Undo()
	if got := saying(t, s, func(p data.Product) string { return origin(p) + price(p.Price, p.Currency) }); got != "1.00;2.00;3.00" {
		t.Errorf("taken back: %q", got)
	}
}

func TestTickedProductsAloneAreChangedAndAFieldIsEmptied(t *testing.T) {
	s := shop(t)
	s.host.Focus(s.Finder.List)
	s.Finder.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.Finder.Tick(2, false)
	s.askMany()
	s.many.pickField(t, 0, "category")
	s.many.rows[0].empty.Set([]int{1})
	s.host.Question().Tap("Preview")
	s.host.Question().Tap("Change 2 products")
	if got := saying(t, s, func(p data.Product) string { return p.Category }); got != ";Old;" {
		t.Errorf("categories %q", got)
	}
	if s.ticks.Any() {
		t.Error("they stay ticked after the work is done")
	}
	s.Finder.TickAll()
	s.Finder.Tick(1, false)
	s.askMany()
	s.many.pickField(t, 0, "category")
	s.many.rows[0].entry.SetText("New")
	s.host.Question().Tap("Preview")
	s.host.Question().Tap("Change 2 products")
	if got := saying(t, s, func(p data.Product) string { return p.Category }); got != "New;Old;New" {
		t.Errorf("all but one: %q", got)
	}
}

func TestAProductThatCannotTakeAValueIsNamedAndWhatWasTypedStays(t *testing.T) {
	s := shop(t)
	s.askMany()
	s.many.pickField(t, 0, "lead_days")
	s.many.rows[0].entry.SetText("20")
	s.host.Question().Tap("Preview")
	if q := s.host.Question(); !strings.Contains(q.Text, "CUP-1.lead_days") || !strings.Contains(q.Text, "no supplier") {
		t.Fatalf("says %q", q.Text)
	}
	s.host.Question().Escape()
	if s.host.Question() == nil || s.many.rows[0].entry.Text != "20" {
		t.Error("what was typed is gone")
	}
}

func TestAValueThatAllHaveChangesNothing(t *testing.T) {
	s := shop(t)
	s.askMany()
	s.many.pickField(t, 0, "category")
	s.many.rows[0].entry.SetText("Old")
	s.host.Question().Tap("Preview")
	if q := s.host.Question(); !strings.Contains(q.Text, "3") {
		t.Errorf("says %q", q.Text)
	}
}

func TestEveryFieldOfManyHasALabelAndAControl(t *testing.T) {
	s := shop(t)
	s.askMany()
	for _, f := range data.EditFields() {
		if manyLabels[f.Name] == "" {
			t.Errorf("%s has no label", f.Name)
			continue
		}
		s.many.pickField(t, 0, f.Name)
		r := s.many.rows[0]
		wanted := f.Kind > data.EditDay && f.Kind != data.EditNothing
		if (r.pick != nil) != wanted {
			t.Errorf("%s: a list is offered: %v", f.Name, r.pick != nil)
		}
	}
}
