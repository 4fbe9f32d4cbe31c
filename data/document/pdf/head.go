package pdf

import "tradewind/data/document"

const (
	stripBase = top + 3.6 // the baseline of the strip
	stripRule = top + 5.4

	logoWide, logoHigh = 46.0, 13.0
	titleWide          = 96.0
)

// letterhead draws the logo and the seller's name, or the lines of the letterhead, on the left, the title, what it is (a draft) and the page on the right.
func (f *flow) letterhead() {
	s := f.sheet()
	x, low := left, top
	if p := f.pictures.get(f.page.Logo); p != nil {
		w, h := p.within(logoWide, logoHigh)
		s.pictures = append(s.pictures, placed{left, top, w, h, p})
		x, low = left+w+4, top+h
	}
	title := f.titleLines()
	w := right - 6 - x
	for _, l := range title {
		for _, r := range l.runs {
			w = min(w, right-6-x-r.width)
		}
	}
	low = max(low, f.stack(f.headLines(w), x, top+1))
	low = max(low, f.stack(title, right-titleWide, top))
	f.y = max(low+2, top+13)
	f.start = f.y
}

// headLines sets the first line of the letterhead, else the seller's name, large and the others below it.
func (f *flow) headLines(w float64) []line {
	head := f.page.Head
	if len(head) == 0 {
		head = []string{f.page.Author}
	}
	lines := f.lines(head[0], nameStyle, w, document.Left)
	if len(lines) > 3 {
		lines = f.lines(head[0], valueStyle, w, document.Left)
	}
	for _, one := range head[1:] {
		lines = append(lines, f.lines(one, captionStyle, w, document.Left)...)
	}
	return lines
}

// titleLines sets the title as large as it can stand, what the document is below it, and leaves a line for the page.
func (f *flow) titleLines() []line {
	s := titleStyle
	if t := clean(f.page.Title); f.width(t, s) > titleWide {
		s.size = max(11, s.size*titleWide/f.width(t, s)*0.999)
	}
	lines := f.lines(f.page.Title, s, titleWide, document.Right)
	lines = append(lines, f.lines(f.page.Subtitle, strongStyle, titleWide, document.Right)...)
	if f.page.PageOf != "" {
		lines = append(lines, line{height: captionStyle.high(), base: captionStyle.base()})
	}
	return lines
}

// pageBase returns the baseline of the page's number on the first sheet: the last line of the title.
func (f *flow) pageBase() float64 {
	lines := f.titleLines()
	return top + high(lines) - captionStyle.high() + captionStyle.base()
}

// stack draws lines at a place and returns where they end.
func (f *flow) stack(lines []line, x, y float64) float64 {
	for _, l := range lines {
		l.draw(f.sheet(), x, y)
		y += l.height
	}
	return y
}

// strip heads a continuation sheet: title, number and date in one line.
func (f *flow) strip() {
	const pageWide, gap = 30.0, 5.0
	s := f.sheet()
	x := left
	write := func(text string, st style, gap float64) {
		text = clean(text)
		lines := f.faces[st.weight].wrap(text, int(max(0, right-pageWide-x)/(st.size*point)*1000))
		if w := f.width(lines[0], st); text != "" && x+w <= right-pageWide {
			s.words = append(s.words, word{x, stripBase, w, st.size, st.weight, st.colour, lines[0]})
			x += w + gap
		}
	}
	write(f.page.Title, headStyle, gap)
	for _, fact := range f.page.Running {
		write(fact.Label, captionStyle, 1.2)
		write(fact.Text, headStyle, gap)
	}
	s.line(left, right, stripRule, 0.2, edge)
	f.y = f.stripEnd()
	f.start = f.y
}

// stripEnd returns where blocks begin on a continuation sheet.
func (f *flow) stripEnd() float64 { return stripRule + 3 }
