package i18n

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
)

func translator(t *testing.T, lang string) *Translator {
	t.Helper()
	tr, err := New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func TestEveryTagOfALanguageIsTheLanguage(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "en-GB": "en", "EN": "en", "zh": "zh", "zh-CN": "zh", "zh_CN": "zh", "zh-Hans": "zh", "zh-Hans-CN": "zh",
	} {
		if got := translator(t, tag).Lang(); got != want {
			t.Errorf("%s is spoken in %s, want %s", tag, got, want)
		}
	}
}

func TestALanguageWithoutCatalogsIsRefused(t *testing.T) {
	for _, lang := range []string{"tlh", ""} {
		_, err := New(lang)
		if unknown := (UnknownLanguageError{}); !errors.As(err, &unknown) || unknown.Lang != lang {
			t.Errorf("%q: got %v", lang, err)
		}
	}
}

func TestAMissingMessageShowsItsKey(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		if got := translator(t, lang).T("problem.no_such_key", "Name", 1); got != "problem.no_such_key" {
			t.Errorf("%s: got %q", lang, got)
		}
	}
}

func TestSentencesDifferByLanguage(t *testing.T) {
	en, zh := translator(t, "en").T("problem.required"), translator(t, "zh").T("problem.required")
	if en == "problem.required" || zh == "problem.required" || en == zh {
		t.Errorf("got %q and %q", en, zh)
	}
}

func TestATranslatorMayBeUsedByManyGoroutines(t *testing.T) {
	tr := translator(t, "zh")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				tr.T("problem.required", "Field", "SKU", "Count", 3)
			}
		})
	}
	all.Wait()
}

func TestNumbersHaveCommasBetweenThousands(t *testing.T) {
	for _, v := range []struct {
		number   string
		decimals int32
		want     string
	}{
		{"1234.5", 2, "1,234.50"},
		{"-1234567.005", 2, "-1,234,567.01"},
		{"0.125", 2, "0.13"},
		{"999.995", 2, "1,000.00"},
		{"999", 0, "999"},
		{"1000", 0, "1,000"},
		{"123456789012345678901234567890.1", 1, "123,456,789,012,345,678,901,234,567,890.1"},
		{"1234.5678", -1, "1,234.5678"},
		{"-0.001", 2, "0.00"},
		{"0", 2, "0.00"},
	} {
		for _, lang := range []string{"en", "zh"} {
			if got := translator(t, lang).Number(decimal.RequireFromString(v.number), v.decimals); got != v.want {
				t.Errorf("%s with %d decimals: got %s, want %s", v.number, v.decimals, got, v.want)
			}
		}
	}
}

func TestMoneyAndPercentReadAlikeInBothLanguages(t *testing.T) {
	zh := translator(t, "zh")
	if got := zh.Money(decimal.RequireFromString("1234.5"), "USD", 2); got != "USD 1,234.50" {
		t.Error(got)
	}
	if got := zh.Money(decimal.RequireFromString("1234.5"), "", 2); got != "1,234.50" {
		t.Error(got)
	}
	if got := zh.Percent(decimal.RequireFromString("12.50")); got != "12.5%" {
		t.Error(got)
	}
}

func TestDatesNameTheMonth(t *testing.T) {
	for iso, want := range map[string][2]string{
		"2026-11-22": {"22 Nov 2026", "2026年11月22日"},
		"2026-01-02": {"2 Jan 2026", "2026年1月2日"},
		"":           {"", ""},
		"soon":       {"soon", "soon"},
	} {
		if en, zh := translator(t, "en").Date(iso), translator(t, "zh").Date(iso); en != want[0] || zh != want[1] {
			t.Errorf("%q: got %q and %q", iso, en, zh)
		}
	}
}

func TestTheToolkitSpeaksEveryLanguage(t *testing.T) {
	keys := map[string][]string{}
	for _, l := range Languages() {
		raw, err := Toolkit(l.Tag)
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]any
		if err := json.Unmarshal(raw, &words); err != nil {
			t.Fatal(err)
		}
		keys[l.Tag] = slices.Sorted(maps.Keys(words))
	}
	if len(keys["en"]) < 39 || !slices.Equal(keys["en"], keys["zh"]) {
		t.Errorf("the toolkit's words differ: %v and %v", keys["en"], keys["zh"])
	}
}
