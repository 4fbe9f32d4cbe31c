package i18n

import (
	"embed"
	"fmt"
)

//go:embed fyne/*.json
var toolkit embed.FS

// Toolkit returns the window toolkit's own words (OK, Cancel, weekdays, the file dialog) in lang, as the file its
// language package reads. The window registers it under the system's locale, because the toolkit follows that one and
// has no other way to be told.
func Toolkit(lang string) ([]byte, error) {
	l, ok := find(lang)
	if !ok {
		return nil, UnknownLanguageError{lang}
	}
	words, err := toolkit.ReadFile("fyne/" + l.file + ".json")
	if err != nil {
		return nil, fmt.Errorf("read the toolkit's words: %w", err)
	}
	return words, nil
}
