package pdf

import "image/color"

// All places are millimetres from the top left corner of an A4 sheet, sizes of type are points.
const (
	sheetWide, sheetHigh = 210.0, 297.0
	left, right          = 20.0, 203.0 // the UN layout's frame (STANDARDS 2)
	top, bottom          = 10.0, 286.0
	wideAll              = right - left

	point = 25.4 / 72 // of type, in millimetres
)

// The colours of a paper: it must survive a fax and a copier, so there is ink, a grey for captions and two for lines and fields.
var (
	ink    = color.Gray{0x1C}
	soft   = color.Gray{0x5A} // captions and second lines
	edge   = color.Gray{0x70} // frames
	hair   = color.Gray{0xC4} // between rows
	faint  = color.Gray{0xD2} // the mark across a sheet
	ground = color.Gray{0xEE} // behind the heads of columns
)

// sheet is one side of paper as the marks on it. Fills lie below the mark across the sheet, that below pictures, those
// below rules and words.
type sheet struct {
	fills    []fill
	mark     word // large, light and turned; without text on a valid paper
	pictures []placed
	rules    []rule
	words    []word
}

// word is a text in one weight; y is its baseline.
type word struct {
	x, y, width, size float64
	weight            weight
	colour            color.Gray
	text              string
}

// rule is a straight line.
type rule struct {
	x1, y1, x2, y2, width float64
	colour                color.Gray
}

// fill is an area of one colour.
type fill struct {
	x, y, w, h float64
	colour     color.Gray
}

// placed is a picture on the sheet.
type placed struct {
	x, y, w, h float64
	picture    *picture
}

// markTurn is the slope of the mark across a sheet in degrees, markWide how far it reaches at most.
const (
	markTurn = 52.0
	markWide = 250.0
)

// markOf returns the word to lie across a sheet, as large as it can be.
func (t *setter) markOf(text string) word {
	if text = clean(text); text == "" {
		return word{}
	}
	s := style{size: 120, weight: bold, colour: faint}
	if w := t.width(text, s); w > markWide {
		s.size *= markWide / w
	}
	w := t.width(text, s)
	return word{(sheetWide - w) / 2, sheetHigh/2 + 0.355*s.size*point, w, s.size, s.weight, s.colour, text}
}

// frame draws the four sides of a rectangle.
func (s *sheet) frame(x, y, w, h, width float64) {
	s.rules = append(s.rules,
		rule{x, y, x + w, y, width, edge}, rule{x, y + h, x + w, y + h, width, edge},
		rule{x, y, x, y + h, width, edge}, rule{x + w, y, x + w, y + h, width, edge})
}

// line draws a horizontal line across [x1, x2].
func (s *sheet) line(x1, x2, y, width float64, colour color.Gray) {
	s.rules = append(s.rules, rule{x1, y, x2, y, width, colour})
}
