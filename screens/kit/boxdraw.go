package kit

import (
	"image/color"
	"math"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// BoxDrawing draws a carton to scale, seen from above and in front, with its sides in centimetres.
type BoxDrawing struct {
	Content *fyne.Container

	box    data.Box
	edges  []*canvas.Line
	labels [3]*Text
}

// NewBoxDrawing returns a drawing of nothing.
func NewBoxDrawing() *BoxDrawing {
	d := &BoxDrawing{}
	d.Content = container.New(boxLayout{d})
	for range boxEdges {
		line := canvas.NewLine(color.Transparent)
		line.StrokeWidth = 1.5
		d.edges = append(d.edges, line)
		d.Content.Add(line)
	}
	for i := range d.labels {
		d.labels[i] = NewCaption("")
		d.Content.Add(d.labels[i])
	}
	return d
}

// Set draws another carton; one of which a side isn't known isn't drawn.
func (d *BoxDrawing) Set(box data.Box) {
	d.box = box
	d.Content.Hidden = !box.IsWhole()
	for i, side := range []data.Length{box.Length, box.Width, box.Height} {
		d.labels[i].SetText(side.String() + " cm")
	}
	colour := fyne.CurrentApp().Settings().Theme().Color(theme.ColorNameForeground, fyne.CurrentApp().Settings().ThemeVariant())
	for _, line := range d.edges {
		line.StrokeColor = colour
	}
	d.Content.Refresh()
}

// boxEdges are the edges in sight: from and to, by length, width and height.
var boxEdges = [][2][3]float64{
	{{0, 0, 0}, {1, 0, 0}},
	{{0, 0, 0}, {0, 1, 0}},
	{{0, 0, 0}, {0, 0, 1}},
	{{1, 0, 0}, {1, 0, 1}},
	{{0, 1, 0}, {0, 1, 1}},
	{{0, 0, 1}, {1, 0, 1}},
	{{0, 0, 1}, {0, 1, 1}},
	{{1, 0, 1}, {1, 1, 1}},
	{{0, 1, 1}, {1, 1, 1}},
}

// boxLabels say in the middle of which edge each side's figure stands.
var boxLabels = [3][3]float64{{0.5, 0, 0}, {0, 0.5, 0}, {1, 0, 0.5}}

// boxLayout places the edges so that the carton fills the room it has.
type boxLayout struct{ drawing *BoxDrawing }

func (boxLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(220, 150) }

func (l boxLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.drawing.box
	if !b.IsWhole() {
		return
	}
	long, wide, high := float64(b.Length), float64(b.Width), float64(b.Height)
	const side, down = 0.866, 0.5 // of an angle of 30 degrees
	const edge = 44               // room for the figures
	width, height := (long+wide)*side, (long+wide)*down+high
	scale := math.Min(float64(size.Width-2*edge)/width, float64(size.Height-2*16)/height)
	left := (float64(size.Width) - width*scale) / 2
	bottom := (float64(size.Height) + height*scale) / 2
	at := func(p [3]float64) fyne.Position { // the corner in front is where length and width meet
		x := wide*side + (p[0]*long-p[1]*wide)*side
		y := (p[0]*long+p[1]*wide)*down + p[2]*high
		return fyne.NewPos(float32(left+x*scale), float32(bottom-y*scale))
	}
	for i, e := range boxEdges {
		l.drawing.edges[i].Position1, l.drawing.edges[i].Position2 = at(e[0]), at(e[1])
	}
	for i, p := range boxLabels {
		where, text := at(p), l.drawing.labels[i]
		text.Resize(text.MinSize())
		switch i {
		case 0: // right of the edge
			where = where.AddXY(6, 0)
		case 1: // left of it
			where = where.AddXY(-text.MinSize().Width-6, 0)
		default:
			where = where.AddXY(6, -text.MinSize().Height/2)
		}
		text.Move(where)
	}
}
