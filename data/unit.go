package data

// ParseUnit normalises a unit it knows ("pcs" and "件" become "PCS"); a Recommendation 20 code in capitals stays as it
// is, and a text it doesn't know is kept, with false.
func ParseUnit(text string) (Unit, bool) { return Unit(text), false }

// Code returns the UN/ECE Recommendation 20 code of u, or "" where none fits.
func (u Unit) Code() string { return "" }

// Name returns what u is called in lang ("en", "zh"); u itself when it isn't known.
func (u Unit) Name(lang string) string { return string(u) }

// Units returns the units offered for choice, the usual ones first.
func Units() []Unit { return nil }
