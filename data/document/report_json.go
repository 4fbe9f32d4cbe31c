package document

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
)

// WriteJSON writes the report as data: its facts, a row after the other without holding them, and the sums. Figures are
// strings with the decimals shown, days ISO; what isn't known is "". A sum that leaves something out says of how many, as
// "value_unknown". What is still to be filled in by hand isn't there.
func (r Report) WriteJSON(w io.Writer) error {
	out := &jsonReport{Report: r, w: bufio.NewWriter(w), sums: r.NewSums()}
	out.head()
	first := true
	err := r.Rows(func(row []Value) error {
		out.sums.Add(row)
		if !first {
			out.raw(",")
		}
		first = false
		out.raw("\n    ")
		out.object(row, nil)
		return out.err
	})
	if err != nil {
		return err
	}
	if !first {
		out.raw("\n  ")
	}
	out.raw("]")
	out.totals()
	out.raw("\n}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// jsonReport is a report being written. After the first error nothing more is.
type jsonReport struct {
	Report
	w    *bufio.Writer
	sums *Sums
	err  error
}

func (o *jsonReport) raw(text string) {
	if o.err == nil {
		_, o.err = o.w.WriteString(text)
	}
}

// text writes a JSON string.
func (o *jsonReport) text(s string) {
	b, err := json.Marshal(s)
	if o.err == nil {
		o.err = err
	}
	o.raw(string(b))
}

// member writes "name": "value".
func (o *jsonReport) member(name, value string) {
	o.text(name)
	o.raw(": ")
	o.text(value)
}

// head writes what holds for the whole report.
func (o *jsonReport) head() {
	o.raw("{\n  ")
	o.member("kind", o.Kind)
	for _, f := range append([]ReportFact{
		{ID: "number", Plain: o.Number},
		{ID: "date", Plain: string(o.Date)},
		{ID: "language", Plain: o.Words.Lang},
	}, o.Facts...) {
		if f.ID == "" || f.ID == "number" && f.Plain == "" {
			continue
		}
		o.raw(",\n  ")
		o.member(f.ID, f.Plain)
	}
	o.raw(",\n  \"rows\": [")
}

// object writes a row or a sum; of a sum only its figures.
func (o *jsonReport) object(row []Value, sum *GroupSum) {
	o.raw("{")
	comma := ""
	put := func(name, value string) {
		o.raw(comma)
		o.member(name, value)
		comma = ", "
	}
	if sum != nil && o.Group != "" {
		put(o.Group, sum.said(o.Columns, o.Group))
	}
	for i, c := range o.Columns {
		if sum != nil && c.Lacking != nil && sum.Lacks[i] > 0 {
			put(c.ID+"_unknown", strconv.Itoa(sum.Lacks[i]))
		}
		if c.Kind == FillColumn && row[i].Text == "" && row[i].Number == nil || sum != nil && row[i].Number == nil {
			continue
		}
		put(c.ID, row[i].plain(c))
	}
	o.raw("}")
}

// plain is what JSON says of a value.
func (v Value) plain(c ReportColumn) string {
	switch {
	case v.Number != nil:
		return v.Number.StringFixed(v.Decimals)
	case c.Coded:
		return v.Code
	}
	return v.Text
}

// totals writes the sums: "totals" of the groups, "total" of all.
func (o *jsonReport) totals() {
	list := o.sums.Rows()
	if len(list) == 0 {
		return
	}
	last := len(list) - 1
	if o.Apart {
		last++
	}
	if last > 0 {
		o.raw(",\n  \"totals\": [")
		for i := range list[:last] {
			if i > 0 {
				o.raw(",")
			}
			o.raw("\n    ")
			o.object(list[i].Cells, &list[i])
		}
		o.raw("\n  ]")
	}
	if o.Apart {
		return
	}
	group := o.Group
	o.Group = ""
	o.raw(",\n  \"total\": ")
	o.object(list[last].Cells, &list[last])
	o.Group = group
}

// said is what JSON calls a group.
func (g GroupSum) said(columns []ReportColumn, id string) string {
	for _, c := range columns {
		if c.ID == id && c.Coded {
			return g.Code
		}
	}
	return g.Name
}
