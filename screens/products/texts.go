package products

import (
	"maps"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// otherTexts edits a product's texts in languages other than English and Chinese, one language at a time.
type otherTexts struct {
	host   *kit.Host
	form   *kit.Form
	picker *kit.Picker[string]
	filled *kit.Paragraph
	at     string                // the language in the fields
	texts  map[string]*[3]string // by language: name, description, customs description
}

var otherFields = [3]string{"other_name", "other_description", "other_customs"}

func newOtherTexts(host *kit.Host, form *kit.Form) *otherTexts {
	t := &otherTexts{host: host, form: form, filled: kit.NewHint(""), texts: map[string]*[3]string{}}
	t.picker = kit.NewPicker(host, kit.TextLanguages())
	t.picker.Free = func(text string) (kit.Option[string], bool) {
		return kit.Option[string]{Value: strings.ToLower(text), Code: strings.ToLower(text)}, len(text) >= 2 && len(text) <= 8
	}
	t.picker.OnChanged = func() {
		t.take()
		t.turn(t.picker.Value())
		form.Edited("other_language")
	}
	return t
}

func (t *otherTexts) build() {
	t.form.Add(
		kit.Field{ID: "other_language", Label: "screen.product.other_language", Span: kit.Half, Control: t.picker},
		kit.Field{ID: otherFields[0], Label: "screen.product.other_name", Span: kit.Half},
		kit.Field{ID: otherFields[1], Label: "screen.product.other_description", Span: kit.Half, Lines: 3},
		kit.Field{ID: otherFields[2], Label: "screen.product.other_customs", Span: kit.Half, Lines: 3},
	)
	t.form.AddObject(kit.Whole, t.filled)
}

// show takes p's texts and puts its first other language into the fields, Spanish when it has none.
func (t *otherTexts) show(p data.Product) {
	t.texts = map[string]*[3]string{}
	for i, texts := range []data.Texts{p.Name, p.Description, p.Customs} {
		for lang, text := range texts {
			if lang != "en" && lang != "zh" {
				t.in(lang)[i] = text
			}
		}
	}
	first := "es"
	if langs := slices.Sorted(maps.Keys(t.texts)); len(langs) > 0 {
		first = langs[0]
	}
	kit.SetIn(t.picker, kit.TextLanguages(), first)
	t.turn(first)
}

func (t *otherTexts) in(lang string) *[3]string {
	if t.texts[lang] == nil {
		t.texts[lang] = &[3]string{}
	}
	return t.texts[lang]
}

// take keeps what the fields say for the language they are in.
func (t *otherTexts) take() {
	if t.at == "" {
		return
	}
	for i, id := range otherFields {
		t.in(t.at)[i] = t.form.Text(id)
	}
}

// turn puts a language into the fields and says which languages have texts.
func (t *otherTexts) turn(lang string) {
	t.at = "" // half of the fields belong to the language before
	var have []string
	for _, l := range slices.Sorted(maps.Keys(t.texts)) {
		if *t.texts[l] != [3]string{} {
			have = append(have, l)
		}
	}
	for i, id := range otherFields {
		t.form.Set(id, "")
		if lang != "" {
			t.form.Set(id, t.in(lang)[i])
		}
	}
	t.at = lang
	t.filled.Hidden = len(have) == 0
	t.filled.SetText(t.host.T("screen.product.other_filled", "Languages", strings.Join(have, ", ")))
}

// read puts the texts into p.
func (t *otherTexts) read(p *data.Product) {
	t.take()
	for lang, texts := range t.texts {
		p.Name = p.Name.With(lang, texts[0])
		p.Description = p.Description.With(lang, texts[1])
		p.Customs = p.Customs.With(lang, texts[2])
	}
}
