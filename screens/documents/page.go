package documents

import (
	"context"
	"image"
	"math"
	"time"

	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Sizes of a page on the screen.
const (
	paperInches  = 210 / 25.4 // the width of A4
	screenDPI    = 96         // dots to the inch at 100 %
	maxDPI       = 220
	pageMargin   = kit.Large
	settledAfter = 250 * time.Millisecond
)

// pageView shows the pages of a PDF, one at a time, fitted to its width or at its true size.
type pageView struct {
	content fyne.CanvasObject

	host    *kit.Host
	draw    func(pdf []byte, n, dpi int) (image.Image, int, error)
	loader  *kit.Loader[drawn]
	pdf     []byte
	n       int // shown, from 0
	count   int
	whole   bool    // at 100 % instead of fitted
	width   float32 // the view was drawn for
	turn    int
	picture *canvas.Image
	sheet   *fyne.Container
	scroll  *container.Scroll
	state   *kit.Paragraph
	number  *kit.Text
	back    *kit.Button
	next    *kit.Button
	zoom    *kit.Button
	mark    *kit.Chip
}

// drawn is one page as a picture.
type drawn struct {
	image image.Image
	count int
}

func newPageView(host *kit.Host, draw func(pdf []byte, n, dpi int) (image.Image, int, error)) *pageView {
	v := &pageView{host: host, draw: draw, loader: kit.NewLoader[drawn](host), picture: canvas.NewImageFromImage(nil)}
	v.picture.FillMode, v.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	v.state = kit.NewHint("")
	v.state.Align = fyne.TextAlignCenter
	v.sheet = container.New(sheetLayout{v}, kit.NewPanel(theme.ColorNameShadow, 0), v.picture)
	v.scroll = container.NewScroll(v.sheet)
	v.number, v.mark = kit.NewCaption(""), kit.NewChip("", kit.Plain)
	v.back = kit.NewButton("", theme.NavigateBackIcon(), func() { v.turnTo(v.n - 1) }).Quiet()
	v.next = kit.NewButton("", theme.NavigateNextIcon(), func() { v.turnTo(v.n + 1) }).Quiet()
	v.zoom = kit.NewButton(host.T("paper.zoom.whole"), theme.ZoomInIcon(), v.toggle).Quiet()
	bar := kit.Pad(kit.Tight, kit.Large, kit.Row(kit.Tight, v.mark, kit.Spring(), v.back, v.number, v.next, kit.Spring(), v.zoom))
	view := container.New(watched{v}, kit.NewPanel(kit.ColorSurface, 0), v.scroll, v.state)
	v.content = kit.Frame(kit.Frame(nil, kit.Hairline(), nil, nil, bar), nil, nil, nil, view)
	v.say(host.T("paper.page.none"))
	return v
}

// wait says that a page is on its way.
func (v *pageView) wait() {
	v.loader.Stop()
	v.pdf = nil
	v.say(v.host.T("paper.page.waiting"))
}

// say shows a sentence in place of the page.
func (v *pageView) say(text string) {
	v.sheet.Hide()
	v.state.SetText(text)
	v.state.Show()
	v.number.SetText("")
	v.back.Disable()
	v.next.Disable()
	v.content.Refresh()
}

// show draws a PDF, from its first page, or from the one shown when keep is set.
func (v *pageView) show(pdf []byte, keep bool) {
	v.pdf = pdf
	if !keep {
		v.n = 0
	}
	v.redraw()
}

func (v *pageView) turnTo(n int) {
	if n >= 0 && n < v.count {
		v.n = n
		v.scroll.ScrollToTop()
		v.redraw()
	}
}

func (v *pageView) toggle() {
	v.whole = !v.whole
	v.zoom.SetText(v.host.T("paper.zoom.whole"))
	v.zoom.SetIcon(theme.ZoomInIcon())
	if v.whole {
		v.zoom.SetText(v.host.T("paper.zoom.width"))
		v.zoom.SetIcon(theme.ZoomFitIcon())
	}
	v.redraw()
}

// size is how large the page stands in the view.
func (v *pageView) size() fyne.Size {
	width := float32(paperInches * screenDPI)
	if !v.whole {
		width = fyne.Max(160, v.scroll.Size().Width-2*pageMargin)
	}
	return fyne.NewSize(width, width*297/210)
}

// redraw asks for the picture of the page at the size it has.
func (v *pageView) redraw() {
	if v.pdf == nil {
		return
	}
	pdf, n := v.pdf, v.n
	v.width = v.scroll.Size().Width
	dots := v.size().Width * v.host.Window.Canvas().Scale()
	dpi := int(math.Min(maxDPI, math.Max(48, math.Ceil(float64(dots)/paperInches))))
	v.loader.Load(func(ctx context.Context) (drawn, error) {
		if ctx.Err() != nil {
			return drawn{}, ctx.Err()
		}
		picture, count, err := v.draw(pdf, n, dpi)
		return drawn{picture, count}, err
	}, func(d drawn, err error) {
		if err != nil && n > 0 { // the paper has fewer pages now
			v.n = 0
			v.redraw()
			return
		}
		if err != nil {
			v.say(v.host.T("paper.page.failed", "Detail", err.Error()))
			return
		}
		v.put(d)
	})
}

func (v *pageView) put(d drawn) {
	v.count = d.count
	v.picture.Image = d.image
	v.picture.Refresh()
	v.state.Hide()
	v.sheet.Show()
	v.number.SetText(v.host.T("paper.page.of", "No", v.n+1, "All", d.count))
	kit.Able(v.back, v.n > 0)
	kit.Able(v.next, v.n+1 < d.count)
	v.scroll.Refresh()
	v.content.Refresh()
}

// resized draws the page anew once the view has kept another width for a moment.
func (v *pageView) resized() {
	if v.pdf == nil || v.whole || v.width == v.scroll.Size().Width || v.host.Later == nil {
		return
	}
	v.turn++
	turn := v.turn
	v.host.Later(settledAfter, func() {
		if turn == v.turn {
			v.redraw()
		}
	})
}

// sheetLayout places the page in the middle, on a thin shadow.
type sheetLayout struct{ v *pageView }

// MinSize is the page with room around it.
func (l sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	size := l.v.size().AddWidthHeight(2*pageMargin, 2*pageMargin)
	if !l.v.whole {
		size.Width = 160 // it follows the view
	}
	return size
}

// Layout places the page.
func (l sheetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	page := l.v.size()
	at := fyne.NewPos(fyne.Max(pageMargin, (size.Width-page.Width)/2), pageMargin)
	o[0].Move(at.SubtractXY(1, 1))
	o[0].Resize(page.AddWidthHeight(2, 2))
	o[1].Move(at)
	o[1].Resize(page)
}

// watched fills the view and tells it when its size changes.
type watched struct{ v *pageView }

// MinSize is small: the page scrolls.
func (watched) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 120) }

// Layout fills the view.
func (l watched) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, one := range o[:2] {
		one.Move(fyne.Position{})
		one.Resize(size)
	}
	o[2].Resize(fyne.NewSize(size.Width-2*kit.Huge, 40))
	o[2].Move(fyne.NewPos(kit.Huge, size.Height/3))
	l.v.resized()
}
