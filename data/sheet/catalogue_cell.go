package sheet

import (
	"encoding"
	"errors"
	"reflect"
	"strconv"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// cellOf returns what field points to as a cell. A figure of zero is an empty cell.
func cellOf(field any) value {
	switch f := field.(type) {
	case nil:
		return value{}
	case *data.Date:
		return dateOf(*f)
	case *bool:
		if *f {
			return text("yes")
		}
		return value{}
	case *int64:
		return knownFigure(decimal.NewFromInt(*f))
	case **data.UnitPrice:
		return price(*f)
	case *[]string:
		return text(strings.Join(*f, " "))
	case encoding.TextMarshaler:
		b, err := f.MarshalText()
		if d, bad := decimal.NewFromString(string(b)); err == nil && bad == nil {
			return knownFigure(d)
		}
		return text(string(b))
	}
	return text(reflect.ValueOf(field).Elem().String())
}

// errCell says by its key what is wrong with a cell.
type errCell string

func (e errCell) Error() string { return string(e) }

// readCell puts a cell into what field points to. An empty cell empties it.
func (w *workbook) readCell(field any, c cell) error {
	if field == nil {
		return nil
	}
	into := reflect.ValueOf(field).Elem()
	switch {
	case c.text == "":
		into.SetZero()
		return nil
	case c.kind == errorCell:
		return errCell("problem.cell_error")
	}
	switch f := field.(type) {
	case *data.Date:
		return w.readDay(f, c)
	case *bool:
		return readSwitch(f, c.trimmed())
	case *[]string:
		*f = strings.FieldsFunc(c.text, func(r rune) bool { return strings.ContainsRune(" ,;，；\n\t", r) })
		return nil
	case *data.Country:
		country, ok := data.ParseMarket(c.trimmed())
		*f = country
		return unless(ok, "problem.unknown_country")
	case *data.Unit:
		if unit, ok := data.ParseUnit(c.text); ok {
			*f = unit
			return nil
		}
	case *int64, **data.UnitPrice, encoding.TextUnmarshaler:
		return readFigure(field, c.plainFigure())
	}
	into.SetString(c.written())
	return nil
}

// readFigure puts a number into what field points to.
func readFigure(field any, text string) error {
	switch f := field.(type) {
	case *int64:
		n, err := strconv.ParseInt(text, 10, 64)
		*f = n
		return unless(err == nil, "problem.not_whole")
	case **data.UnitPrice:
		*f = new(data.UnitPrice)
		return figureProblem((*f).UnmarshalText([]byte(text)))
	case encoding.TextUnmarshaler:
		return figureProblem(f.UnmarshalText([]byte(text)))
	}
	return nil
}

// unless returns the error of key when it isn't ok.
func unless(ok bool, key string) error {
	if ok {
		return nil
	}
	return errCell(key)
}

// figureProblem names the sentence for a number that a field can't hold.
func figureProblem(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, data.ErrTooFine):
		return errCell("problem.too_fine")
	case errors.Is(err, data.ErrTooLarge):
		return errCell("problem.too_large")
	}
	return errCell("problem.not_a_number")
}

// plainFigure returns the cell as a plain decimal, if it is one.
func (c cell) plainFigure() string {
	if c.kind == numberCell {
		if number, ok := rounded15(c.text); ok {
			return number
		}
	}
	return c.trimmed()
}

// written returns the text of a cell as it stands; a number as a sheet shows it.
func (c cell) written() string {
	if c.kind != numberCell {
		return c.text
	}
	number := c.plainFigure()
	if c.format != nil {
		if missing := c.format.zeros - len(number); missing > 0 && digits(number) {
			return strings.Repeat("0", missing) + number
		}
	}
	return number
}

// readDay reads a date: a workbook's own, or one written out.
func (w *workbook) readDay(into *data.Date, c cell) error {
	if c.kind == numberCell {
		day, ok := serialDate(c.plainFigure(), c.format != nil && c.format.date, w.from1904)
		*into = day
		return unless(ok, "problem.not_a_date")
	}
	day, err := data.ParseDate(cutTime(c.trimmed()))
	*into = day
	return unless(err == nil, "problem.not_a_date")
}

// readSwitch reads yes or no.
func readSwitch(into *bool, text string) error {
	switch strings.ToLower(text) {
	case "yes", "true", "1", "x", "y", "是":
		*into = true
	case "no", "false", "0", "n", "否":
		*into = false
	default:
		return errCell("problem.not_a_boolean")
	}
	return nil
}
