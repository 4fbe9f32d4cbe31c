package xlsx

import (
	"strings"

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// style is how a cell looks; equal styles share one entry of the workbook.
type style struct {
	size        float64 // points, 9 when 0
	bold, grey  bool
	align       document.Align
	middle      bool
	shade       bool
	top, bottom bool // hairlines
	left, right bool
	inset       bool // text on the left keeps away from the cell before
	number      bool
	decimals    int32
	heavyTop    bool
	day         bool // a date
	flat        bool // on one line, over the empty cells beside it
}

// points is the size of the text.
func (s style) points() float64 {
	if s.size == 0 {
		return 9
	}
	return s.size
}

// indented reports whether the text keeps away from the left edge: beside a hairline, or beside a column of figures.
func (s style) indented() bool { return s.align == document.Left && (s.left || s.inset) }

// styles are the styles already in the workbook.
type styles struct {
	file *excelize.File
	made map[style]int
}

// id returns the workbook's number for st.
func (s styles) id(st style) (int, error) {
	if id, ok := s.made[st]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(st.excel())
	s.made[st] = id
	return id, err
}

const (
	ink      = "1F2933"
	greyInk  = "52606D"
	hairline = "9AA5B1"
	headFill = "E9EDF1"
)

// excel translates st.
func (s style) excel() *excelize.Style {
	x := &excelize.Style{
		Font:      s.font(),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: [...]string{"left", "right", "center"}[s.align]},
	}
	if s.middle {
		x.Alignment.Vertical = "center"
	}
	if s.indented() {
		x.Alignment.Indent = 1
	}
	if s.flat {
		x.Alignment.WrapText = false
	}
	if s.day {
		format := "yyyy-mm-dd"
		x.CustomNumFmt = &format
	}
	if s.number {
		format := numberFormat(s.decimals)
		x.CustomNumFmt = &format
		x.Alignment.WrapText = false
	}
	if s.shade {
		x.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headFill}}
	}
	for _, side := range []struct {
		name  string
		drawn bool
	}{{"left", s.left}, {"right", s.right}, {"top", s.top && !s.heavyTop}, {"bottom", s.bottom}} {
		if side.drawn {
			x.Border = append(x.Border, excelize.Border{Type: side.name, Color: hairline, Style: 1})
		}
	}
	if s.heavyTop {
		x.Border = append(x.Border, excelize.Border{Type: "top", Color: ink, Style: 2})
	}
	return x
}

// font is the face of the text. Every office program has one by this name or for it, and picks its own for other
// scripts.
func (s style) font() *excelize.Font {
	colour := ink
	if s.grey {
		colour = greyInk
	}
	return &excelize.Font{Family: "Arial", Size: s.points(), Bold: s.bold, Color: colour}
}

// numberFormat groups thousands and shows so many decimals: "#,##0.00".
func numberFormat(decimals int32) string {
	if decimals == 0 {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", int(decimals))
}
