package data

import (
	"maps"
	"slices"
	"time"
)

// Record is what every stored record carries.
type Record struct {
	ID        int64     `json:"-"`       // the row in this file; 0 before the first save
	UUID      string    `json:"uuid"`    // the same in every copy of the file
	Version   int64     `json:"version"` // counts the saves; saving a stale version gives [ErrConflict]
	CreatedAt time.Time `json:"created_at"`
	ChangedAt time.Time `json:"changed_at"` // both UTC
	ChangedBy string    `json:"changed_by"` // the person
	Archived  bool      `json:"archived,omitzero"`
}

// Texts holds one text per language, by BCP 47 tag ("en", "zh", "de").
type Texts map[string]string

// In returns the text in lang, else in English, else in the first language by tag that has one.
func (t Texts) In(lang string) string {
	for _, tag := range append([]string{lang, "en"}, slices.Sorted(maps.Keys(t))...) {
		if t[tag] != "" {
			return t[tag]
		}
	}
	return ""
}

// With returns a copy of t with the text of lang set, or taken away when text is empty.
func (t Texts) With(lang, text string) Texts {
	c := maps.Clone(t)
	if c == nil {
		c = Texts{}
	}
	if c[lang] = text; text == "" {
		delete(c, lang)
	}
	if len(c) == 0 {
		return nil
	}
	return c
}
