package sheet

import (
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// number reads the one figure of a cell and returns it with what stands around it. What the figure can't be comes as
// the key of a problem.
func (r *rowReader) number(col column, c cell, text string) (d decimal.Decimal, f figure, key string) {
	if c.kind == numberCell {
		plain, ok := rounded15(text)
		if !ok {
			return d, f, "problem.not_a_number"
		}
		return decimal.RequireFromString(plain), f, ""
	}
	f, ok := splitFigure(text)
	if !ok || c.kind == boolCell {
		return d, f, noFigure(text)
	}
	plain := f.numeral.point
	if f.numeral.ambiguous() {
		if plain, ok = r.known().settle(col.index, f.numeral, text, r.separator); !ok {
			return d, f, "problem.number_ambiguous"
		}
	} else if plain == "" {
		plain = f.numeral.comma
	}
	d = decimal.RequireFromString(plain)
	if f.negative {
		d = d.Neg()
	}
	return d, f, ""
}

// noFigure names what is wrong with a text that should be a figure.
func noFigure(text string) string {
	if isRange(text) {
		return "problem.price_range"
	}
	return "problem.not_a_number"
}

// keep stores d as the value of the column's field, times the map's factor.
func (r *rowReader) keep(col column, d decimal.Decimal) {
	if col.scale != nil {
		d = d.Mul(*col.scale)
	}
	r.values[col.field.name] = d.String()
}

// figure reads a quantity, a measure or a percentage.
func (r *rowReader) figure(col column, c cell, text string) {
	d, f, key := r.number(col, c, text)
	if key != "" {
		r.refuse(col.field.name, key, text)
		return
	}
	switch col.field.kind {
	case weightKind, lengthKind:
		d, key = measured(col, d, f)
	case percentKind:
		d, key = percented(col, c, d, f)
	case quantityKind:
		key = r.counted(col, f)
	default:
		if f.before != "" || f.after != "" {
			key = "problem.not_a_number"
		}
	}
	if key != "" {
		r.refuse(col.field.name, key, text)
		return
	}
	r.keep(col, d)
}

// measured turns d into our unit. The cell's own unit decides; it must not contradict the heading's.
func measured(col column, d decimal.Decimal, f figure) (decimal.Decimal, string) {
	if f.before != "" {
		return d, "problem.not_a_number"
	}
	if f.after == "" {
		return d.Mul(col.factor), ""
	}
	factor, ok := measureFactor(col.field.kind, f.after)
	switch {
	case !ok:
		return d, "problem.not_a_number"
	case col.unit && !factor.Equal(col.factor):
		return d, "problem.unit_differs"
	default:
		return d.Mul(factor), ""
	}
}

// percented reads "15%", and the 0.15 that a workbook shows as 15%, as 15. A map's factor takes the bare number.
func percented(col column, c cell, d decimal.Decimal, f figure) (decimal.Decimal, string) {
	after := strings.TrimSpace(f.after)
	switch {
	case f.before != "", after != "" && after != "%":
		return d, "problem.not_a_number"
	case c.format != nil && c.format.percent && col.scale == nil:
		return d.Shift(2), ""
	default:
		return d, ""
	}
}

// counted accepts a unit after a quantity, and takes it for the row's unit where that has a column in this record.
func (r *rowReader) counted(col column, f figure) string {
	if f.before != "" {
		return "problem.not_a_number"
	}
	word, _, _ := strings.Cut(strings.TrimSpace(f.after), "/")
	if word == "" {
		return ""
	}
	unit, ok := data.ParseUnit(strings.TrimSpace(word))
	if !ok {
		return "problem.not_a_number"
	}
	if col.field.name != "quantity" {
		return ""
	}
	if stated := r.values["unit"]; stated != "" && stated != string(unit) {
		return "problem.unit_differs"
	}
	r.values["unit"] = string(unit)
	return ""
}

// size reads the three sides of a carton: "48x38x32 cm", "L48*W38*H32", "480×380×320mm".
func (r *rowReader) size(col column, text string) {
	parts := sides(text)
	if len(parts) != 3 {
		r.refuse(col.field.name, "problem.three_sides", text)
		return
	}
	var figures [3]figure
	var lengths [3]decimal.Decimal
	shared := ""
	for i, part := range parts {
		d, f, key := r.number(col, cell{text: part}, part)
		if f.before = strings.Trim(strings.ToLower(f.before), "lwhd长宽高:= "); key != "" || f.before != "" {
			r.refuse(col.field.name, "problem.three_sides", text)
			return
		}
		f.after = strings.Trim(f.after, "():; ")
		if _, ok := measureFactor(lengthKind, f.after); !ok {
			f.after = strings.TrimSpace(strings.Trim(strings.ToLower(f.after), "lwhd长宽高"))
		}
		if f.after != "" {
			shared = f.after
		}
		figures[i], lengths[i] = f, d
	}
	for i, name := range []string{"carton_length_cm", "carton_width_cm", "carton_height_cm"} {
		if figures[i].after == "" {
			figures[i].after = shared
		}
		side := column{field: field{name: name, kind: lengthKind}, factor: col.factor, unit: col.unit}
		d, key := measured(side, lengths[i], figure{after: figures[i].after})
		if key != "" {
			r.refuse(col.field.name, "problem.three_sides", text)
			return
		}
		r.values[name] = d.String()
	}
}

// sides parts a size at the signs between its sides.
func sides(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("xX×*✕╳Ｘｘ＊/", c) })
}
