package settings

import (
	"os"
	"path/filepath"
	"testing"

	"tradewind/assets"
	"tradewind/data"

	"fyne.io/fyne/v2/test"
)

func TestLetterheadsAreEditedAndTheFirstIsTheLogo(t *testing.T) {
	s := open(t, Program{})
	file := filepath.Join(t.TempDir(), "logo.png")
	if err := os.WriteFile(file, assets.Icon, 0o600); err != nil {
		t.Fatal(err)
	}
	s.heads.Grow()
	s.heads.frames[0].Take(file)
	s.heads.Grow()
	test.Type(s.host.Window.Canvas().Focused(), "Lotus")
	s.heads.List[1].Part.Set("text", "Lotus Home\nlotus.example")
	if !s.Dirty() {
		t.Fatal("new letterheads are no edit")
	}
	s.Keep(func() {})
	c, err := s.store.Company.Get(t.Context())
	if err != nil || len(c.Letterheads) != 2 || c.Logo == "" || c.Letterheads[0].Picture != c.Logo || c.Letterheads[1] != (data.Head{Name: "Lotus", Text: "Lotus Home\nlotus.example"}) {
		t.Fatalf("%+v, %v", c, err)
	}
	if s.Dirty() {
		t.Error("saved and still unsaved")
	}
	s.heads.List[1].Part.Set("name", "none")
	s.Keep(func() {})
	if s.heads.List[1].Part.Complaint("name") == "" || s.host.Question() != nil {
		t.Error("a wrong name isn't shown at its field")
	}
}
