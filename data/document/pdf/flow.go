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
	for i, b := range page.Blocks {
		if i+1 < len(page.Blocks) {
			f.keep(b, page.Blocks[i+1])
		}
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

// keep begins a new sheet when only the signature would go over: a sheet with nothing but a signature proves nothing, so what stands
// above it goes along.
func (f *flow) keep(b, next document.Block) {
	signature, ok := next.(document.Signature)
	if !ok {
		return
	}
	var own band
	switch b := b.(type) {
	case document.Text:
		own = f.textBand(b)
	case document.Facts:
		own = f.factBand(b)
	default:
		return
	}
	if h := own.height() + blockGap + f.signing(signature).least(); h <= f.whole()/2 {
		f.need(h)
	}
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

// longBlock is the height from which a block is rather cut than moved to the next sheet as a whole.
const longBlock = 80.0

// put draws a band, cutting a long one. done is told of every piece: its top and height.
func (f *flow) put(b band, done func(y, h float64)) {
	if h := b.height(); h < longBlock || f.room() < longBlock/2 {
		f.need(h)
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
