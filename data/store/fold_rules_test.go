package store

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFoldedTextFoldsToItself(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if once := fold(string(r)); fold(once) != once {
			t.Errorf("%U: %q, then %q", r, once, fold(once))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if once := fold(text); fold(once) != once {
			t.Fatalf("%q: %q, then %q", text, once, fold(once))
		}
	})
}

func TestPlainTextIsFoldedAsAllTextIs(t *testing.T) {
	for _, text := range []string{"KB-100 Cup", "不锈钢 CUP", ""} {
		if !plain(text) || fold(text+"é") != fold(text)+"e" {
			t.Errorf("%q: %q", text, fold(text))
		}
	}
}
