package command

import (
	"fmt"

	"github.com/shopspring/decimal"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/i18n"
)

// Words returns the words papers need in one language, "en" or "zh". The window uses them too.
func Words(lang string) (document.Words, error) {
	t, err := i18n.New(lang)
	if err != nil {
		return document.Words{}, fmt.Errorf("words of a paper: %w", err)
	}
	return wordsIn(t), nil
}

// wordsIn returns the words papers need in the language of t.
func wordsIn(t *i18n.Translator) document.Words {
	lang := t.Lang()
	return document.Words{
		Lang:    lang,
		T:       t.T,
		Country: func(c data.Country) string { return c.Name(lang) },
		Unit:    func(u data.Unit) string { return u.Name(lang) },
		Package: func(k data.PackageKind) string { return k.Plural(lang) },
		One:     func(k data.PackageKind) string { return k.Name(lang) },
		Number:  func(d decimal.Decimal, decimals int32) string { return t.Number(d, decimals) },
		Date:    func(d data.Date) string { return t.Date(string(d)) },
		InWords: func(m data.Money, style string) string {
			return i18n.InWords(lang, style, m.Minor, string(m.Currency), m.Currency.Decimals())
		},
		Count: func(n int64) string { return i18n.Count(lang, n) },
	}
}

// WordsOf returns the words of each single language of a paper's language such as "en+zh".
func WordsOf(lang string) ([]document.Words, error) {
	single, err := languagesOf(lang)
	if err != nil {
		return nil, err
	}
	all := make([]document.Words, 0, len(single))
	for _, one := range single {
		words, err := Words(one)
		if err != nil {
			return nil, err
		}
		all = append(all, words)
	}
	return all, nil
}
