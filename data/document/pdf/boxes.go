package pdf

import "tradewind/data/document"

const (
	frameWidth = 0.18
	padX       = 1.6 // inside boxes and cells, left and right
	boxAbove   = 0.9
	boxLow     = 1.3
	boxLeast   = 10.0
	blockGap   = 2.6 // between blocks
)

// boxes draws rows of captioned boxes. The boxes of a row share its width and height.
func (f *flow) boxes(b document.Boxes) {
	for _, row := range b.Rows {
		if len(row) > 0 {
			f.put(f.boxRow(row), f.framed(len(row)))
		}
	}
	f.y += blockGap
}

// framed returns what draws the frames of n equal boxes.
func (f *flow) framed(n int) func(y, h float64) {
	w := wideAll / float64(n)
	return func(y, h float64) {
		s := f.sheet()
		s.frame(left, y, wideAll, h, frameWidth)
		for i := 1; i < n; i++ {
			x := left + float64(i)*w
			s.rules = append(s.rules, rule{x, y, x, y + h, frameWidth, edge})
		}
	}
}

func (f *flow) boxRow(row []document.Box) band {
	w := wideAll / float64(len(row))
	b := band{above: boxAbove, low: boxLow, least: boxLeast}
	for i, box := range row {
		b.cells = append(b.cells, cell{left + float64(i)*w + padX, w - 2*padX, f.box(box, w-2*padX)})
	}
	return b
}

// box sets the caption, the heavy lines, the plain ones and the facts of a box.
func (f *flow) box(b document.Box, w float64) []line {
	lines := f.lines(b.Caption, captionStyle, w, document.Left)
	for _, text := range b.Strong {
		lines = append(lines, f.lines(text, strongStyle, w, document.Left)...)
	}
	for _, text := range b.Lines {
		lines = append(lines, f.lines(text, valueStyle, w, document.Left)...)
	}
	return append(lines, f.facts(b.Facts, w)...)
}

// list draws facts under a heading in one frame.
func (f *flow) list(b document.Facts) {
	f.put(f.factBand(b), f.framed(1))
	f.y += blockGap
}

// factBand sets facts in two columns when there are more than three.
func (f *flow) factBand(b document.Facts) band {
	columns := 1
	if len(b.Facts) > 3 {
		columns = 2
	}
	w := wideAll / float64(columns)
	half := (len(b.Facts) + columns - 1) / columns
	out := band{above: boxAbove, low: boxLow}
	for i := range columns {
		part := b.Facts[i*half : min(len(b.Facts), (i+1)*half)]
		lines := f.facts(part, w-2*padX)
		switch {
		case b.Heading == "":
		case i == 0:
			lines = append(f.lines(b.Heading, captionStyle, w-2*padX, document.Left), lines...)
		default:
			lines = append([]line{{height: captionStyle.high()}}, lines...)
		}
		out.cells = append(out.cells, cell{left + float64(i)*w + padX, w - 2*padX, lines})
	}
	return out
}

// text draws a paragraph under its heading.
func (f *flow) text(b document.Text) {
	if out := f.textBand(b); !out.empty() {
		f.put(out, nil)
		f.y += blockGap
	}
}

func (f *flow) textBand(b document.Text) band {
	lines := f.lines(b.Heading, captionStyle, wideAll-2*padX, document.Left)
	lines = append(lines, f.lines(b.Text, valueStyle, wideAll-2*padX, document.Left)...)
	return band{cells: []cell{{left + padX, wideAll - 2*padX, lines}}}
}
