package data

import "errors"

// patchReader takes the values out of one row and collects what is wrong with them.
type patchReader struct {
	patch    Patch
	problems Problems
	warnings Problems // of what was taken, but not as it stands

	moneyDecimals int32 // of the order's currency
	empties       bool  // an empty cell says that there is nothing
}

// value returns the row's value for field, and whether it says anything: an absent column doesn't, and an empty cell only
// where it empties.
func (r *patchReader) value(field string) (string, bool) {
	v, there := r.patch.Values[field]
	return v, v != "" || there && r.empties
}

// text puts the row's text for field into into.
func (r *patchReader) text(field string, into *string) {
	if v, ok := r.value(field); ok {
		*into = v
	}
}

// textIn puts the row's text for field into texts as that of lang.
func (r *patchReader) textIn(field, lang string, texts *Texts) {
	if v, ok := r.value(field); ok {
		*texts = texts.With(lang, v)
	}
}

// add reports a problem with field of this row.
func (r *patchReader) add(field, key string, args map[string]any) {
	r.problems = append(r.problems, Problem{File: r.patch.File, Row: r.patch.Row, Field: field, Key: key, Args: args})
}

// required reports field when v, its value after the merge, is empty.
func (r *patchReader) required(field, v string) {
	if v == "" {
		r.add(field, "problem.required", nil)
	}
}

// named puts the row's text for field into into, a type of its own.
func named[T ~string](r *patchReader, field string, into *T) {
	if v, ok := r.value(field); ok {
		*into = T(v)
	}
}

// parsed puts what parse makes of the row's value for field into into, and reports a value it refuses.
func parsed[T any](r *patchReader, field string, parse func(string) (T, error), into *T) {
	v, ok := r.value(field)
	if !ok {
		return
	}
	var got T
	var err error
	if v != "" {
		got, err = parse(v)
	}
	if err != nil {
		r.add(field, problemKey(err), map[string]any{"Value": v, "Decimals": DecimalsOf(got, r.moneyDecimals)})
		return
	}
	*into = got
}

// parsedPointer is parsed for a figure that may be unknown.
func parsedPointer[T any](r *patchReader, field string, parse func(string) (T, error), into **T) {
	if _, ok := r.value(field); !ok {
		return
	}
	var got T
	before := len(r.problems)
	if parsed(r, field, parse, &got); len(r.problems) == before {
		*into = &got
	}
}

// problemKey names the sentence for an error of the parsers of this package.
func problemKey(err error) string {
	switch {
	case errors.Is(err, ErrTooFine):
		return "problem.too_fine"
	case errors.Is(err, ErrTooLarge):
		return "problem.too_large"
	case errors.Is(err, ErrNotADate):
		return "problem.not_a_date"
	case errors.Is(err, ErrNotAWeek):
		return "showcase.problem.not_a_week"
	default:
		return "problem.not_a_number"
	}
}

// DecimalsOf returns how many decimals a figure of v's type holds; money holds those of its currency.
func DecimalsOf(v any, money int32) int32 {
	switch v.(type) {
	case Quantity:
		return 3
	case Length:
		return 2
	case ExchangeRate:
		return 10
	case int64:
		return money
	default:
		return 6
	}
}

// homeCurrency is home, or USD when the company names none (DESIGN 4).
func homeCurrency(home Currency) Currency {
	if home == "" {
		return "USD"
	}
	return home
}
