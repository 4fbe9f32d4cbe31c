package xlsx

import (
	"slices"
	"strings"

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// boxes writes the captioned fields of the form, two to a row with hairlines around them.
func (s *sheet) boxes(b document.Boxes) {
	for _, boxes := range b.Rows {
		caption, body := s.add(lineHeight), s.add(lineHeight)
		from := 0
		for i, box := range boxes {
			to := s.edge(i, len(boxes))
			s.box(caption, body, from, to, box)
			from = to + 1
		}
	}
	s.gap()
}

// edge is the last column of box i of n in a row.
func (s *sheet) edge(i, n int) int {
	if i == n-1 {
		return len(s.shares) - 1
	}
	if n == 2 {
		return s.half()
	}
	return min((i+1)*len(s.shares)/n, len(s.shares)-1) - 1
}

// box writes a caption with its content under it.
func (s *sheet) box(caption, body, from, to int, b document.Box) {
	s.span(caption, from, to, cell{value: b.Caption, style: style{size: 7, grey: true, top: true, left: true, right: true}})
	strong, plain := strings.Join(b.Strong, "\n"), slices.Clone(b.Lines)
	for _, f := range b.Facts {
		plain = append(plain, labelled(f))
	}
	text := strings.Join(plain, "\n")
	if strong != "" && text != "" {
		strong += "\n"
	}
	st := style{left: true, right: true, bottom: true}
	s.rows[body].height = max(s.rows[body].height, s.needed(strong+text, from, to, st)+4)
	s.span(body, from, to, cell{value: twoWeights(strong, text, st), style: st})
}

// twoWeights is a cell's content that begins in bold.
func twoWeights(strong, text string, st style) any {
	if strong == "" {
		return text
	}
	bold := st
	bold.bold = true
	runs := []excelize.RichTextRun{{Text: strong, Font: bold.font()}}
	if text != "" {
		runs = append(runs, excelize.RichTextRun{Text: text, Font: st.font()})
	}
	return runs
}

// labelled reads "Label: text".
func labelled(f document.Fact) string {
	if f.Label == "" {
		return f.Text
	}
	return f.Label + ": " + f.Text
}

// facts writes a heading and a label beside each value.
func (s *sheet) facts(b document.Facts) {
	if b.Heading != "" {
		s.line(style{bold: true}, lineHeight+2, b.Heading)
	}
	labels := s.half() // values begin where the right boxes do
	for _, f := range b.Facts {
		at := s.add(lineHeight)
		plain, label := style{}, style{grey: true}
		s.rows[at].height = max(s.needed(f.Text, labels+1, len(s.shares)-1, plain), s.needed(f.Label, 0, labels, label))
		s.span(at, 0, labels, cell{value: f.Label, style: label})
		s.span(at, labels+1, len(s.shares)-1, cell{value: f.Text, style: plain})
	}
	s.gap()
}

// text writes a paragraph.
func (s *sheet) text(b document.Text) {
	if b.Heading != "" {
		s.line(style{bold: true}, lineHeight+2, b.Heading)
	}
	s.line(style{}, lineHeight, b.Text)
	s.gap()
}

// signature writes who signs, with room for stamp and signature, in the right half.
func (s *sheet) signature(b document.Signature) error {
	from, to := s.half()+1, len(s.shares)-1
	write := func(st style, text string) {
		if text != "" {
			s.span(s.add(s.needed(text, from, to, st)+2), from, to, cell{value: text, style: st})
		}
	}
	write(style{bold: true}, b.For)
	room := s.add(72)
	s.span(room, from, to, cell{style: style{bottom: true}})
	middle := from + (to-from)/2
	if err := s.image(b.Picture, room, from, middle); err != nil {
		return err
	}
	if err := s.image(b.Stamp, room, min(middle+1, to), to); err != nil {
		return err
	}
	write(style{size: 8, grey: true}, strings.TrimLeft(strings.Join(b.Labels[:], "   "), " "))
	write(style{}, b.Name)
	write(style{}, b.Title)
	write(style{}, b.PlaceDate)
	return nil
}
