package sheet

import (
	"archive/zip"
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// ECBRates are the euro reference rates of a file that the European Central Bank publishes: of one day, of 90 days or of all years, as
// CSV, as XML or as a ZIP around a CSV.
type ECBRates struct{ days []ecbDay }

// ecbDay is what one euro cost on a day.
type ecbDay struct {
	row  int // of the file; 0 in XML
	date data.Date
	cost map[data.Currency]decimal.Decimal
}

// The most that is read of a file; the full history of the bank has 3 MB.
const mostECB = 64 << 20

// ecbHistory is how many days before its newest are read of a file, unless more are asked for: older rates no paper speaks of.
const ecbHistory = 366

// IsECB reports whether the file at path looks like rates of the European Central Bank. A file that can't be opened doesn't.
func IsECB(path string) bool {
	found := false
	err := ecbFile(path, func(kind string, r *bufio.Reader) error {
		if kind == "xml" {
			head, _ := r.Peek(1024) // a shorter file gives what it has
			found = strings.Contains(string(head), "gesmes")
			return nil
		}
		head, err := ecbRows(r).Read()
		found = err == nil && isECBHead(head)
		return nil
	})
	return err == nil && found
}

// OpenECB reads such a file. What is wrong with it comes as [data.Problems] with row and currency.
func OpenECB(path string) (*ECBRates, error) {
	e := &ECBRates{}
	err := ecbFile(path, func(kind string, r *bufio.Reader) error {
		if kind == "xml" {
			return e.readXML(r)
		}
		return e.readCSV(r)
	})
	if err == nil && len(e.days) == 0 {
		err = problem("", "money.problem.ecb_empty", nil)
	}
	slices.SortStableFunc(e.days, func(a, b ecbDay) int { return cmp.Compare(a.date, b.date) })
	return e, err
}

// ecbFile opens a file, or what is in a ZIP, and says what it is: "csv" or "xml".
func ecbFile(path string, use func(kind string, r *bufio.Reader) error) error {
	kind := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	switch kind {
	case "csv", "xml":
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // only read from
		return use(kind, bufio.NewReader(io.LimitReader(f, mostECB)))
	case "zip":
		z, err := zip.OpenReader(path)
		if err != nil {
			return problem("", "money.problem.ecb_zip", nil)
		}
		defer func() { _ = z.Close() }() // only read from
		for _, one := range z.File {
			if kind := strings.TrimPrefix(strings.ToLower(filepath.Ext(one.Name)), "."); kind == "csv" || kind == "xml" {
				r, err := one.Open()
				if err != nil {
					return problem("", "money.problem.ecb_zip", nil)
				}
				defer func() { _ = r.Close() }() // only read from
				return use(kind, bufio.NewReader(io.LimitReader(r, mostECB)))
			}
		}
		return problem("", "money.problem.ecb_zip", nil)
	}
	return problem("", "money.problem.ecb_zip", nil)
}

// ecbRows reads the cells of a CSV; its rows end with an empty one.
func ecbRows(r io.Reader) *csv.Reader {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord, rows.TrimLeadingSpace, rows.ReuseRecord = -1, true, false
	return rows
}

// isECBHead reports whether a row is "Date" and nothing but currencies.
func isECBHead(head []string) bool {
	if len(head) < 2 || !strings.EqualFold(strings.Trim(head[0], "\ufeff "), "date") {
		return false
	}
	for i, one := range head[1:] {
		one = strings.TrimSpace(one)
		if last := i == len(head)-2; one == "" && last && i > 0 {
			continue
		}
		if len(one) != 3 || strings.ToUpper(one) != one {
			return false
		}
	}
	return true
}

// readCSV reads the rows of a CSV.
func (e *ECBRates) readCSV(r io.Reader) error {
	rows := ecbRows(r)
	head, err := rows.Read()
	if err != nil || !isECBHead(head) {
		return problem("", "money.problem.ecb_head", nil)
	}
	var wrong data.Problems
	for n := 2; ; n++ {
		cells, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return wrong.Err()
		}
		if err != nil {
			return data.Problems{{Row: n, Key: "money.problem.ecb_row"}}
		}
		day := ecbDay{row: n, cost: map[data.Currency]decimal.Decimal{}}
		if day.date, err = ecbDate(cells[0]); err != nil {
			wrong = append(wrong, data.Problem{Row: n, Field: "date", Key: "problem.not_a_date"})
			continue
		}
		for i, cell := range cells[1:] {
			if i+1 < len(head) {
				wrong = append(wrong, day.take(head[i+1], cell)...)
			}
		}
		e.days = append(e.days, day)
	}
}

// ecbDate reads a day as the bank writes it: 2026-11-23 in the history, 23 November 2026 in the file of a day.
func ecbDate(text string) (data.Date, error) {
	text = strings.TrimSpace(text)
	if t, err := time.Parse("2 January 2006", text); err == nil {
		return data.DateOf(t), nil
	}
	day, err := data.ParseDate(text)
	if err == nil && day == "" {
		err = errors.New("no day")
	}
	return day, err
}

// take takes what one euro cost in a currency. The bank writes N/A where there was no rate; currencies of the past are left out.
func (d ecbDay) take(code, cost string) data.Problems {
	c, cost := data.Currency(strings.TrimSpace(code)), strings.TrimSpace(cost)
	if cost == "" || strings.EqualFold(cost, "N/A") || !c.Known() {
		return nil
	}
	v, err := data.ParseExchangeRate(cost)
	if err != nil || v <= 0 {
		return data.Problems{{Row: d.row, Field: "rate", Key: "money.problem.ecb_rate", Args: map[string]any{"Currency": string(c), "Value": cost, "Day": string(d.date)}}}
	}
	d.cost[c] = v.Decimal()
	return nil
}

// readXML reads the Cube elements: one with a time for each day, and in it one with currency and rate each.
func (e *ECBRates) readXML(r io.Reader) error {
	var wrong data.Problems
	in := xml.NewDecoder(r)
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return wrong.Err()
		}
		if err != nil {
			return problem("", "money.problem.ecb_xml", nil)
		}
		start, is := token.(xml.StartElement)
		if !is || start.Name.Local != "Cube" {
			continue
		}
		says := map[string]string{}
		for _, a := range start.Attr {
			says[a.Name.Local] = a.Value
		}
		switch {
		case says["time"] != "":
			date, err := ecbDate(says["time"])
			if err != nil {
				return problem("date", "problem.not_a_date", nil)
			}
			e.days = append(e.days, ecbDay{date: date, cost: map[data.Currency]decimal.Decimal{}})
		case says["currency"] != "" && len(e.days) > 0:
			wrong = append(wrong, e.days[len(e.days)-1].take(says["currency"], says["rate"])...)
		}
	}
}

// In returns the file's rates as rows of an import: on each day from one on what every currency of the file, and the euro, cost in home.
// Rates between two currencies are worked out by what the euro cost in both, see [data.CrossRate]. Without a first day they are those
// of the newest day and the 366 days before it.
func (e *ECBRates) In(home data.Currency, from data.Date) (func(yield func(data.Patch, error) bool), error) {
	if from == "" {
		from = data.DateOf(e.days[len(e.days)-1].date.Time().AddDate(0, 0, -ecbHistory))
	}
	var rows []data.Patch
	for _, d := range e.days {
		if d.date >= from {
			rows = append(rows, d.in(home)...)
		}
	}
	if len(rows) == 0 {
		return nil, data.Problems{{Key: "money.problem.ecb_home", Args: map[string]any{"Currency": string(home), "Day": string(from)}}}
	}
	return func(yield func(data.Patch, error) bool) {
		for _, p := range rows {
			if !yield(p, nil) {
				return
			}
		}
	}, nil
}

// in returns what currencies cost in home on the day.
func (d ecbDay) in(home data.Currency) (rows []data.Patch) {
	d.cost["EUR"] = decimal.NewFromInt(1)
	for _, c := range slices.Sorted(maps.Keys(d.cost)) {
		inHome, known := d.cost[home]
		if rate, ok := data.CrossRate(d.cost[c], inHome); known && ok && c != home {
			rows = append(rows, data.Patch{Row: d.row, Values: map[string]string{
				"date": string(d.date), "base": string(c), "quote": string(home), "rate": rate.String(),
			}})
		}
	}
	return rows
}
