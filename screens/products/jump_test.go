package products

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheJumpListTakesTheKeyboardToASectionAndSaysWhereOneIs(t *testing.T) {
	s := open(t)
	save(t, s, data.Product{SKU: "CUP-1"})
	s.Jump() // no product is shown: nothing to jump in
	s.Open("CUP-1")
	s.Jump()
	test.Type(s.host.Window.Canvas().Focused(), "Texts per")
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if at := s.jump.Where(); at != "Texts per market" {
		t.Errorf("at %q", at)
	}
	if s.host.Window.Canvas().Focused() != s.editor.listings.market {
		t.Error("the keyboard is elsewhere")
	}
	s.ScrollTo(0)
	if at := s.jump.Where(); at != "Article" {
		t.Errorf("at the top it says %q", at)
	}
	s.FocusOn("hs_code")
	if at := s.jump.Where(); at == "Article" {
		t.Errorf("further down it says %q", at)
	}
	s.Jump()
	test.Type(s.host.Window.Canvas().Focused(), "Variants")
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if focused := s.host.Window.Canvas().Focused(); focused != s.editor.variants.grid.Entry(0, 0) {
		t.Errorf("in a section that begins with a grid the keyboard is in %T", focused)
	}
	s.Jump()
	test.Type(s.host.Window.Canvas().Focused(), "Pictures")
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if at := s.jump.Where(); at != "Pictures" {
		t.Errorf("the last section can't begin at the top; it says %q", at)
	}
	s.ScrollTo(0)
	s.ScrollTo(100_000)
	if at := s.jump.Where(); at != "Pictures" {
		t.Errorf("at the end it says %q", at)
	}
}

func TestAJumpToCertificatesDoesNotLandOnWhatRemovesOne(t *testing.T) {
	s := open(t)
	p := full()
	p.Certificates = []data.Certificate{{Kind: "CE", Number: "CE-1"}, {Kind: "FCC"}}
	save(t, s, p)
	s.Pick(0)
	s.Jump()
	test.Type(s.host.Window.Canvas().Focused(), "Certificates")
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b, button := s.host.Window.Canvas().Focused().(*kit.Button); button {
		t.Fatalf("the keyboard is on %q", b.Text)
	}
	if s.host.Window.Canvas().Focused() == nil || s.Dirty() {
		t.Error("the keyboard is nowhere, or something changed")
	}
}
