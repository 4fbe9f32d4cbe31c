package pdf

import (
	"strings"

	"tradewind/data/document"
)

const (
	signHigh = 18.0 // room to sign by hand, and the least of it
	signLow  = 12.0
	stampAll = 32.0 // a stamp, which is a circle of 30 to 42 mm in life, and the least of it
	stampLow = 27.0
)

// signing is a place to sign as lines: for whom, the signature over a rule, who signed, as what, where and when; beside it
// the stamp.
type signing struct {
	lead, label, foot, stampLabel []line
	signature, stamp              *picture
}

func (f *flow) signing(b document.Signature) signing {
	w := wideAll/2 - 2*padX
	s := signing{
		lead: f.lines(b.For, strongStyle, w, document.Left), label: f.lines(b.Labels[0], captionStyle, w, document.Left),
		stampLabel: f.lines(b.Labels[1], captionStyle, w, document.Left),
		signature:  f.pictures.get(b.Picture), stamp: f.pictures.get(b.Stamp),
	}
	who := strings.Trim(b.Name+" · "+b.Title, " ·")
	for _, text := range []string{who, b.PlaceDate} {
		s.foot = append(s.foot, f.lines(text, valueStyle, w, document.Left)...)
	}
	return s
}

// least returns the height below which it can't be signed.
func (s signing) least() float64 {
	h := high(s.lead) + signLow + high(s.label) + high(s.foot)
	if s.stamp != nil {
		h = max(h, high(s.stampLabel)+stampLow)
	}
	return boxAbove + h + boxLow
}

// sign draws the place to sign in one piece.
func (f *flow) sign(b document.Signature) {
	const half = wideAll / 2
	sign := f.signing(b)
	f.need(sign.least())
	h := min(sign.least()+max(signHigh-signLow, stampAll-stampLow), f.room())
	s, w, x := f.sheet(), half-2*padX, left+half+padX
	f.framed(2)(f.y, h)
	at := f.stack(sign.stampLabel, left+padX, f.y+boxAbove)
	if p := sign.stamp; p != nil {
		pw, ph := p.within(stampAll, min(stampAll, f.y+h-boxLow-at))
		s.pictures = append(s.pictures, placed{left + (half-pw)/2, (at + f.y + h - boxLow - ph) / 2, pw, ph, p})
	}
	at = f.stack(sign.lead, x, f.y+boxAbove)
	under := f.y + h - boxLow - high(sign.foot) - high(sign.label) - 0.4
	if p := sign.signature; p != nil {
		pw, ph := p.within(60, under-at-1)
		s.pictures = append(s.pictures, placed{x + 2, under - ph - 0.5, pw, ph, p})
	}
	s.line(x, x+w, under, 0.15, edge)
	f.stack(sign.foot, x, f.stack(sign.label, x, under+0.4))
	f.y += h + blockGap
}

// row draws pictures side by side, as many to a line as stand at a readable size.
func (f *flow) row(b document.Pictures) {
	const most, tall, gap = 3, 45.0, 4.0
	var list []*picture
	for _, data := range b.Images {
		if p := f.pictures.get(data); p != nil {
			list = append(list, p)
		}
	}
	for len(list) > 0 {
		n := min(most, len(list))
		w := (wideAll - gap*(most-1)) / most
		f.need(tall)
		highest := 0.0
		for i, p := range list[:n] {
			pw, ph := p.within(w, tall)
			f.sheet().pictures = append(f.sheet().pictures, placed{left + float64(i)*(w+gap), f.y, pw, ph, p})
			highest = max(highest, ph)
		}
		f.y += highest + blockGap
		list = list[n:]
	}
}
