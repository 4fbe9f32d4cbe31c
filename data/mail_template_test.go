package data_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

func TestMailsAreShippedForEveryPurposeInEveryLanguage(t *testing.T) {
	list := data.ShippedMails()
	if len(list) != len(data.MailPurposes())*len(data.MailLanguages()) {
		t.Errorf("%d templates", len(list))
	}
	for _, p := range data.MailPurposes() {
		english, _ := data.MailFor(list, p, "en")
		for _, lang := range data.MailLanguages() {
			m, ok := data.MailFor(list, p, lang)
			if err := m.Validate(); !ok || m.Language != lang || err != nil {
				t.Errorf("%s in %s: %v, %v", p, lang, m, err)
			}
			for _, name := range data.FactsNamed(english.Body) {
				if name != "payment_terms" && !slices.Contains(data.FactsNamed(m.Body), name) { // terms are said in English and Chinese alone
					t.Errorf("%s in %s doesn't name %s", p, lang, name)
				}
			}
		}
	}
}

func TestAMailLeavesOutWhatNobodyKnows(t *testing.T) {
	m := data.MailTemplate{Subject: "Order {{order_no}}, {{vessel}}", Body: "Dear {{contact}},\nVessel: {{vessel}}.\nArrival: {{arrival}}, {{vessel}}.\nTotal: {{total}}."}
	subject, body, missing := m.Fill(map[string]string{"order_no": "SO-1", "contact": "Ida", "total": "USD 5.00"})
	if subject != "Order SO-1" || body != "Dear Ida,\nTotal: USD 5.00." || !slices.Equal(missing, []string{"vessel", "arrival"}) {
		t.Errorf("%q\n%q\n%v", subject, body, missing)
	}
}

func TestALanguageNobodyWroteMailsInIsEnglish(t *testing.T) {
	for asked, want := range map[string]string{"zh-Hans": "zh", "en+zh": "en", "pt-BR": "pt", "sw": "en", "": "en"} {
		if m, _ := data.MailFor(data.ShippedMails(), data.MailQuotation, asked); m.Language != want {
			t.Errorf("%q gives %s", asked, m.Language)
		}
	}
}

func TestATemplateThatCantBeFilledIsRefused(t *testing.T) {
	var wrong data.Problems
	err := data.MailTemplate{Purpose: "joke", Language: "xx", Subject: "a\nb", Body: "{{colour}}"}.Validate()
	if !errors.As(err, &wrong) || len(wrong) != 4 {
		t.Errorf("got %v", err)
	}
}

func TestAFolderTakesFilesOfItsKindAndSize(t *testing.T) {
	good := data.OrderFile{Name: "水单 slip.PDF", Kind: data.FileBank, Direction: data.FileReceived, Size: 10}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	for name, change := range map[string]func(*data.OrderFile){
		"problem.file_ending": func(f *data.OrderFile) { f.Name = "run.exe" }, "problem.file_name": func(f *data.OrderFile) { f.Name = "../a.pdf" },
		"problem.file_empty": func(f *data.OrderFile) { f.Size = 0 }, "problem.file_large": func(f *data.OrderFile) { f.Size = data.MaxFile + 1 },
	} {
		bad := good
		change(&bad)
		if err := bad.Validate(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, want := range map[string]data.FileKind{"BL draft b-l.pdf": data.FileTransport, "bank slip.jpg": data.FileBank, "a.eml": data.FileMail, "a.JPG": data.FilePhoto, "a.pdf": data.FileScan, "a.xlsx": data.FileOther} {
		if got := data.GuessKind(name); got != want {
			t.Errorf("%s is taken for %s", name, got)
		}
	}
}
