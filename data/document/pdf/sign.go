package pdf

import "tradewind/data/document"

const (
	signHigh = 17.0 // room to sign by hand
	stampAll = 32.0 // the largest stamp, which is a circle of 30 to 42 mm in life
)

// sign draws the place to sign, in one piece: for whom, signature and stamp over a line, who signed, as what, where and when.
func (f *flow) sign(b document.Signature) {
	half := wideAll / 2
	w := half - 2*padX
	lead := f.lines(b.For, strongStyle, w, document.Left)
	var foot []line
	for _, text := range []string{b.Name, b.Title, b.PlaceDate} {
		foot = append(foot, f.lines(text, valueStyle, w, document.Left)...)
	}
	label := f.lines(b.Labels[0], captionStyle, w, document.Left)
	stampLabel := f.lines(b.Labels[1], captionStyle, w, document.Left)
	signed := boxAbove + high(lead) + signHigh + high(label) + high(foot) + boxLow
	stamp := f.pictures.get(b.Stamp)
	if stamp != nil {
		signed = max(signed, boxAbove+high(stampLabel)+stampAll+boxLow)
	}
	f.need(signed)
	s, x := f.sheet(), left+half+padX
	s.frame(left, f.y, half, signed, frameWidth)
	s.frame(left+half, f.y, half, signed, frameWidth)
	at := f.stack(stampLabel, left+padX, f.y+boxAbove)
	if stamp != nil {
		pw, ph := stamp.within(stampAll, stampAll)
		s.pictures = append(s.pictures, placed{left + (half-pw)/2, at + (f.y+signed-boxLow-at-ph)/2, pw, ph, stamp})
	}
	at = f.stack(lead, x, f.y+boxAbove)
	under := f.y + signed - boxLow - high(foot) - high(label)
	if p := f.pictures.get(b.Picture); p != nil {
		pw, ph := p.within(60, under-at-1)
		s.pictures = append(s.pictures, placed{x + 2, under - ph - 0.5, pw, ph, p})
	}
	s.line(x, x+w, under, 0.15, edge)
	f.stack(foot, x, f.stack(label, x, under+0.2))
	f.y += signed + blockGap
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
