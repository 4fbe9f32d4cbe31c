// Package i18n speaks to the reader in the chosen language: sentences from the catalogs, numbers, dates and money, and
// amounts in words.
//
// Catalogs are split by area, AREA.LANG.json, so that a key such as "problem.required" stands in problem.en.json and
// problem.zh-Hans.json. A text is a plain string with holes like {{.Name}}, or an object of plural forms chosen by the
// argument Count. What is missing in a language shows in English, and what is missing altogether shows as its key.
package i18n

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed *.json
var catalogs embed.FS

// Language is one that the whole program speaks.
type Language struct {
	Tag  string // as records and the command line write it: "en", "zh"
	Name string // in the language itself
	file string // its tag in the names of the catalogs
}

var languages = []Language{
	{Tag: "en", Name: "English", file: "en"},
	{Tag: "zh", Name: "简体中文", file: "zh-Hans"},
}

// Languages returns the languages that have complete catalogs.
func Languages() []Language { return append([]Language(nil), languages...) }

// UnknownLanguageError reports a language without catalogs.
type UnknownLanguageError struct{ Lang string }

// Error names the language asked for; users see the catalogs' sentence.
func (e UnknownLanguageError) Error() string { return fmt.Sprintf("unknown language %q", e.Lang) }

// Translator turns keys into sentences of one language. It may be used by many goroutines at once.
type Translator struct {
	language  Language
	localizer *i18n.Localizer
}

// New returns the translator for lang, a tag such as "en", "en-GB", "zh", "zh-CN" or "zh-Hans". A language without
// catalogs gives an [UnknownLanguageError].
func New(lang string) (*Translator, error) {
	l, ok := find(lang)
	if !ok {
		return nil, UnknownLanguageError{lang}
	}
	bundle, err := load()
	if err != nil {
		return nil, err
	}
	return &Translator{l, i18n.NewLocalizer(bundle, l.file)}, nil
}

// Lang returns the tag records and papers use for the language: "en" or "zh".
func (t *Translator) Lang() string { return t.language.Tag }

// T returns the sentence for key. The arguments fill its holes: name, value, name, value … The argument "Count" also
// chooses the plural form where the catalog has several. A key that no catalog has is returned as it is.
func (t *Translator) T(key string, args ...any) string {
	data := holes(args)
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: data["Count"]}
	text, err := t.localizer.Localize(config)
	if err != nil && text == "" {
		// A count that is no number, or a plural form the text doesn't have, must not hide the sentence.
		config.PluralCount = nil
		text, _ = t.localizer.Localize(config)
	}
	if text == "" {
		return key
	}
	return text
}

// Problem returns the sentence for key with the holes filled from args, as problems of the business carry them.
func (t *Translator) Problem(key string, args map[string]any) string {
	list := make([]any, 0, 2*len(args))
	for name, value := range args {
		if word, ok := value.(interface{ Label() string }); ok && word.Label() != "" { // called as the window calls it
			value = t.T(word.Label())
		}
		list = append(list, name, value)
	}
	return t.T(key, list...)
}

func holes(args []any) map[string]any {
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		name, ok := args[i].(string)
		if !ok {
			name = fmt.Sprint(args[i])
		}
		data[name] = args[i+1]
	}
	return data
}

func load() (*i18n.Bundle, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	files, err := catalogs.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("list the catalogs: %w", err)
	}
	for _, f := range files {
		if _, err := bundle.LoadMessageFileFS(catalogs, f.Name()); err != nil {
			return nil, fmt.Errorf("read the catalog %s: %w", f.Name(), err)
		}
	}
	return bundle, nil
}

// find returns the language that lang means; a region or script after the tag doesn't matter.
func find(lang string) (Language, bool) {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	for _, l := range languages {
		if l.Tag == base {
			return l, true
		}
	}
	return Language{}, false
}

// chinese reports whether lang means Chinese; everything else is written in English where no catalog is asked.
func chinese(lang string) bool {
	l, _ := find(lang)
	return l.Tag == "zh"
}
