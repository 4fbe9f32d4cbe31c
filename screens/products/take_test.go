package products

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
)

// taking opens the question over a bare product beside one in full.
func taking(t *testing.T) *Screen {
	t.Helper()
	s := open(t)
	save(t, s, full())
	bare := data.Product{SKU: "CUP-1", Name: data.Texts{"en": "Cup"}, Unit: "PCS", HSCode: "691110"}
	bare.Packing.PcsPerCarton = data.Pieces(6)
	save(t, s, bare)
	s.Open("CUP-1")
	s.editor.onTake()
	return s
}

func TestPartsOfAnotherProductAreTakenOverAfterAPreviewAndSaved(t *testing.T) {
	s := taking(t)
	q := s.host.Question()
	q.Tap("Preview")
	if s.host.Question() != q || s.take.form.Complaint("from") == "" || s.take.form.Complaint("parts") == "" {
		t.Fatal("takes over nothing from nowhere")
	}
	s.take.from.Set(kit.Option[string]{Value: "BTL-500"})
	s.take.parts.Set([]data.ProductPart{data.PackingPart, data.CertificatesPart, data.ElementsPart})
	q.Tap("Preview")
	s.host.Question().Tap("Take over")
	if s.host.Question() != nil || !s.Dirty() {
		t.Fatal("it isn't an edit of the form")
	}
	s.Keep(func() {})
	got, err := s.store.Products.BySKU(t.Context(), "CUP-1")
	want := full()
	if err != nil || got.Packing != want.Packing || len(got.Certificates) != 1 || len(got.Elements) != 2 || got.HSCode != "691110" || got.SKU != "CUP-1" {
		t.Errorf("%+v, %v", got, err)
	}
	if s.Dirty() {
		t.Error("dirty after it was saved")
	}
	s.host.Bar.Undo()
	if got, err = s.store.Products.BySKU(t.Context(), "CUP-1"); err != nil || got.Packing.PcsPerCarton != data.Pieces(6) || len(got.Certificates) != 0 {
		t.Errorf("taken back: %+v, %v", got, err)
	}
}

func TestWhatWasTakenOverIsTakenBackBeforeItIsSaved(t *testing.T) {
	s := taking(t)
	s.editor.form.Set("brand", "Star")
	s.take.from.Set(kit.Option[string]{Value: "BTL-500"})
	s.take.parts.Set(data.ProductParts())
	s.host.Question().Tap("Preview")
	s.host.Question().Tap("Take over")
	if got := s.editor.form.Text("hs_code"); got != "9617001900" {
		t.Errorf("HS code %q", got)
	}
	s.host.Bar.Undo()
	if f := s.editor.form; f.Text("hs_code") != "691110" || f.Text("pcs_per_carton") != "6" || f.Text("brand") != "Star" {
		t.Errorf("HS code %q, pieces %q, brand %q", f.Text("hs_code"), f.Text("pcs_per_carton"), f.Text("brand"))
	}
}

func TestEveryPartAndValueTakenOverHasAWord(t *testing.T) {
	for _, part := range data.ProductParts() {
		if partWords[part] == "" {
			t.Errorf("%s has no word", part)
		}
	}
	bare := data.Product{}
	for _, c := range bare.TakeChanges(data.ProductParts(), full()) {
		if takenLabels[c.Field] == "" && manyLabels[c.Field] == "" {
			t.Errorf("%s has no word", c.Field)
		}
	}
}
