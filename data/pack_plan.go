package data

import (
	"slices"

	"github.com/shopspring/decimal"
)

// carton is one carton with what lies in it: a line's pieces, or the rests of several lines.
type carton struct {
	contents             []CartonLine // lines from 1
	net, gross           decimal.Decimal
	netKnown, grossKnown bool
	estimated            bool // the gross is a share of a full carton's
	box                  Box
}

// run is n equal cartons.
type run struct {
	n int64
	carton
}

// packJob is the cartons of a packing question, in the order they are numbered.
type packJob struct {
	in   PackInput
	runs []run
}

// planCartons puts the lines into cartons: full ones and rests line by line, shared cartons last.
func planCartons(in PackInput) (packJob, error) {
	job := packJob{in: in}
	var p Problems
	var rests []carton
	for i, line := range in.Lines {
		field := at("lines", i+1)
		if line.Packing.PcsPerCarton <= 0 || line.Quantity < 0 {
			p.Add(field+"pcs_per_carton", "problem.not_positive")
			continue
		}
		if whole := line.Packing.Pack(line.Quantity); whole.NetKnown != (line.Packing.hasNet() || line.Quantity == 0) {
			p.Add(field+"quantity", "problem.too_large")
			continue
		}
		if n := int64(line.Quantity / line.Packing.PcsPerCarton); n > 0 {
			job.runs = append(job.runs, run{n, line.carton(i+1, line.Packing.PcsPerCarton)})
		}
		if rest := line.Quantity % line.Packing.PcsPerCarton; rest > 0 {
			rests = append(rests, line.carton(i+1, rest))
			if !in.AllowMixed {
				job.runs = append(job.runs, run{1, rests[len(rests)-1]})
			}
		}
	}
	if in.AllowMixed {
		job.share(rests)
	}
	return job, p.Err()
}

// hasNet reports whether a net weight can be worked out.
func (p Packing) hasNet() bool { _, ok := p.NetOf(1); return ok }

// carton returns one carton with q of the line.
func (l PackLine) carton(number int, q Quantity) carton {
	c := carton{contents: []CartonLine{{Line: number, Quantity: q}}, box: l.Packing.Carton}
	net, ok := l.Packing.NetOf(q)
	c.net, c.netKnown = net.Kilograms(), ok
	gross, estimated, ok := l.Packing.grossOf(q)
	c.gross, c.estimated, c.grossKnown = gross.Kilograms(), estimated, ok
	return c
}

// share puts the rests of lines into as few cartons as taking them in turn allows: each goes into the first carton
// where the shares of a full one sum to at most one (STANDARDS 4). A rest that stays alone is numbered behind its line.
func (job *packJob) share(rests []carton) {
	var shared [][]carton
	for _, rest := range rests {
		i := slices.IndexFunc(shared, func(s []carton) bool { return job.room(append(s[:len(s):len(s)], rest)) })
		if i < 0 {
			shared = append(shared, nil)
			i = len(shared) - 1
		}
		shared[i] = append(shared[i], rest)
	}
	for _, inside := range shared {
		if len(inside) > 1 {
			job.runs = append(job.runs, run{1, job.mix(inside)})
			continue
		}
		line := inside[0].contents[0].Line
		i := slices.IndexFunc(job.runs, func(r run) bool { return r.contents[0].Line > line })
		if i < 0 {
			i = len(job.runs)
		}
		job.runs = slices.Insert(job.runs, i, run{1, inside[0]})
	}
}

// room reports whether the shares of full cartons sum to at most one.
func (job *packJob) room(rests []carton) bool {
	left := restOfOne()
	for _, rest := range rests {
		c := rest.contents[0]
		left = less(left, over(exactly(c.Quantity.Decimal()), exactly(job.in.Lines[c.Line-1].Packing.PcsPerCarton.Decimal())))
	}
	return left.Sign() >= 0
}

// mix puts rests into one carton: the largest of theirs, the first of equals, which keeps its own tare.
func (job *packJob) mix(rests []carton) carton {
	largest := 0
	for i, rest := range rests {
		if rest.box.Volume().GreaterThan(rests[largest].box.Volume()) {
			largest = i
		}
	}
	outer := rests[largest]
	mixed := carton{netKnown: true, box: outer.box}
	for _, rest := range rests {
		mixed.contents = append(mixed.contents, rest.contents...)
		mixed.net, mixed.netKnown = mixed.net.Add(rest.net), mixed.netKnown && rest.netKnown
	}
	if mixed.netKnown && outer.grossKnown {
		mixed.gross, mixed.grossKnown = mixed.net.Add(outer.gross).Sub(outer.net), true
	}
	mixed.estimated = outer.estimated
	return mixed
}

// ranges numbers the cartons through.
func (job *packJob) ranges() []PackedRange {
	list, next := make([]PackedRange, 0, len(job.runs)), int64(1)
	for _, r := range job.runs {
		packed := PackedRange{From: next, To: next + r.n - 1, Net: weightText(r.net, !r.netKnown), Gross: weightText(r.gross, !r.grossKnown)}
		for _, c := range r.contents {
			packed.Contents = append(packed.Contents, PackedContent{job.in.Lines[c.Line-1].SKU, c.Quantity.String()})
		}
		list, next = append(list, packed), next+r.n
	}
	return list
}

// line sums up one line. Of a shared carton it has its own net weight; the tare, the volume and the count are the
// first line's.
func (job *packJob) line(i int) LineResult {
	l, m := job.in.Lines[i], measures{}
	r := LineResult{SKU: l.SKU, Quantity: l.Quantity.String(), Last: (l.Quantity % l.Packing.PcsPerCarton).String()}
	for _, one := range job.runs {
		at := slices.IndexFunc(one.contents, func(c CartonLine) bool { return c.Line == i+1 })
		switch {
		case at < 0:
		case len(one.contents) == 1:
			m.add(one.n, one.carton, false)
		default:
			r.Mixed = true
			m.addShared(job.part(one.carton, at), at == 0)
		}
	}
	r.Cartons, r.FullCartons = m.cartons, int64(l.Quantity/l.Packing.PcsPerCarton)
	r.Net, r.Gross = weightText(m.net, m.noNet), weightText(m.gross, m.noGross)
	if !m.noVolume {
		r.Volume = m.volume.StringFixed(3)
	}
	full := l.carton(i+1, l.Packing.PcsPerCarton)
	r.CartonGross = weightText(full.gross, !full.grossKnown)
	if l.Packing.Carton.IsWhole() {
		r.CartonVolume = full.box.Volume().Normalize().String()
	}
	r.PerContainer = job.perContainer(l)
	return r
}

// part returns what one line has of a shared carton: its net weight, and the tare when it is the first.
func (job *packJob) part(shared carton, n int) carton {
	c := shared.contents[n]
	own := job.in.Lines[c.Line-1].carton(c.Line, c.Quantity)
	own.grossKnown, own.gross, own.box, own.estimated = shared.grossKnown, own.net, shared.box, shared.estimated
	if n == 0 {
		own.gross = own.gross.Add(shared.gross).Sub(shared.net)
	}
	return own
}

// addShared adds a line's part of a shared carton; only the first line counts the carton and its volume.
func (m *measures) addShared(part carton, first bool) {
	if first {
		m.add(1, part, false)
		return
	}
	m.net, m.noNet = m.net.Add(part.net), m.noNet || !part.netKnown
	m.gross, m.noGross = m.gross.Add(part.gross), m.noGross || !part.grossKnown
}

// perContainer says how many of a line's full cartons each container takes, when their size is known.
func (job *packJob) perContainer(l PackLine) (list []ContainerOf) {
	if !l.Packing.Carton.IsWhole() {
		return nil
	}
	for _, c := range job.in.Containers {
		if !c.Admits(l.Packing.Carton) {
			list = append(list, ContainerOf{c.Type, 0, "0", BySize})
			continue
		}
		n, binds := c.Cartons(l.Packing.Carton.Volume(), l.Packing.CartonGross.Kilograms())
		pieces := l.Packing.PcsPerCarton.Decimal().Mul(decimal.NewFromInt(n))
		list = append(list, ContainerOf{c.Type, n, pieces.String(), binds})
	}
	return list
}

// admitted reports whether every carton goes into a container.
func (job *packJob) admitted(c ContainerType) bool {
	return !slices.ContainsFunc(job.runs, func(r run) bool { return !c.Admits(r.box) })
}
