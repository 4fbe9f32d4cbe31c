package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"tradewind/data/document"
)

// flow sets the blocks of a page one below another on as many sheets as they need.
type flow struct {
	*setter
	page   document.Page
	sheets []*sheet
	y      float64 // where the next block begins
	start  float64 // where blocks begin on this sheet
}

// lay sets a page. Numbers of sheets are filled in at the end, when their count is known.
func (t *setter) lay(page document.Page) ([]*sheet, error) {
	f := &flow{setter: t, page: page}
	f.sheets = []*sheet{{}}
	f.letterhead()
	for _, b := range page.Blocks {
		if err := f.block(b); err != nil {
			return nil, err
		}
	}
	f.number()
	return f.sheets, nil
}

func (f *flow) block(b document.Block) error {
	switch b := b.(type) {
	case document.Boxes:
		f.boxes(b)
	case document.Grid:
		f.grid(b)
	case document.Facts:
		f.list(b)
	case document.Text:
		f.text(b)
	case document.Pictures:
		f.row(b)
	case document.Signature:
		f.sign(b)
	default:
		return fmt.Errorf("pdf: unknown block %T", b)
	}
	return nil
}

func (f *flow) sheet() *sheet { return f.sheets[len(f.sheets)-1] }

// room returns the height left on the sheet.
func (f *flow) room() float64 { return bottom - f.y }

// fresh says that nothing but the strip stands on the sheet.
func (f *flow) fresh() bool { return f.y <= f.start }

// whole returns the height that an empty continuation sheet offers.
func (f *flow) whole() float64 { return bottom - f.stripEnd() }

// need begins a new sheet when h doesn't fit on this one, but never leaves a sheet empty.
func (f *flow) need(h float64) {
	if h > f.room() && !f.fresh() {
		f.turn()
	}
}

// turn begins a new sheet with the header strip.
func (f *flow) turn() {
	f.sheets = append(f.sheets, &sheet{})
	f.strip()
}

// put draws a band, cutting it when it is higher than a sheet. done is told of every piece: its top and height.
func (f *flow) put(b band, done func(y, h float64)) {
	if b.height() <= f.whole() {
		f.need(b.height())
	}
	for b.height() > f.room() {
		now, later := b.cut(f.room())
		f.piece(now, done)
		if later.empty() {
			return
		}
		f.turn()
		b = later
	}
	f.piece(b, done)
}

func (f *flow) piece(b band, done func(y, h float64)) {
	h := b.height()
	b.draw(f.sheet(), f.y)
	if done != nil {
		done(f.y, h)
	}
	f.y += h
}

// number writes "Page n of m" on every sheet: below the title on the first, in the strip on the others.
func (f *flow) number() {
	if f.page.PageOf == "" {
		return
	}
	for i, s := range f.sheets {
		text := strings.NewReplacer("{n}", strconv.Itoa(i+1), "{m}", strconv.Itoa(len(f.sheets))).Replace(f.page.PageOf)
		text = clean(text)
		w := f.width(text, captionStyle)
		y := stripBase
		if i == 0 {
			y = f.pageBase()
		}
		s.words = append(s.words, word{right - w, y, w, captionStyle.size, captionStyle.weight, captionStyle.colour, text})
	}
}
