package data

import (
	"errors"
	"fmt"
	"strings"
)

// ErrConflict reports that the record was changed by someone else meanwhile.
var ErrConflict = errors.New("record changed meanwhile")

// ErrNotFound reports that there is no such record.
var ErrNotFound = errors.New("no such record")

// ErrInUse reports that other records need this one, so it can only be archived.
var ErrInUse = errors.New("record in use")

// ErrPosted reports that the record is posted and can only be corrected by a counter-entry or a revision.
var ErrPosted = errors.New("record is posted")

// ErrDamaged reports that the data file itself is damaged. What wraps it says how, in the database's own words, which
// are for logs.
var ErrDamaged = errors.New("data file is damaged")

// ErrNotADate reports text that isn't a calendar day.
var ErrNotADate = errors.New("not a date")

// Problem says what is wrong with one field of the user's input. Key names the sentence in the catalogs; no package
// below the screens and the command line writes a sentence itself.
type Problem struct {
	File  string         // name of the file the row stands in, where one import reads two; else ""
	Row   int            // the row of the file, counted from 1 with the heading as row 1; 0 when there is none
	Field string         // our field name, such as "hs_code" or "lines.2.quantity"; "" when it is the whole record
	Key   string         // such as "problem.required"
	Args  map[string]any // fills the holes of the sentence
}

// Problems is the error for input that the user can put right. Nothing was changed when it is returned.
type Problems []Problem

// Error lists the fields and keys, for logs and tests; users see the catalogs' sentences.
func (p Problems) Error() string {
	words := make([]string, len(p))
	for i, one := range p {
		words[i] = fmt.Sprintf("%d:%s: %s", one.Row, one.Field, one.Key)
	}
	return strings.Join(words, ", ")
}

// Err returns p as an error, or nil when there is nothing wrong.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Add appends a problem with field.
func (p *Problems) Add(field, key string) { *p = append(*p, Problem{Field: field, Key: key}) }
