package products

import (
	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// packingView draws the carton and says what the packing comes to: its volume and how much a container takes.
type packingView struct {
	content fyne.CanvasObject
	host    *kit.Host
	text    *kit.Paragraph
	drawing *kit.BoxDrawing
}

func newPackingView(host *kit.Host) *packingView {
	v := &packingView{host: host, text: kit.NewParagraph(""), drawing: kit.NewBoxDrawing()}
	field := kit.NewPanel(kit.ColorSurface, 4)
	v.content = container.NewStack(field, kit.Pad(kit.Small, kit.Medium, container.NewBorder(nil, nil, v.drawing.Content, nil, v.text)))
	return v
}

func (v *packingView) show(p data.Packing) {
	v.drawing.Set(p.Carton)
	if p.Carton.Length == 0 || p.Carton.Width == 0 || p.Carton.Height == 0 {
		v.text.SetText(v.host.T("screen.packing.unknown"))
		return
	}
	text := v.host.T("screen.packing.carton", "Volume", v.host.Number(p.Carton.Volume(), 4))
	for _, c := range data.ContainerTypes() {
		if pieces, ok := p.PiecesIn(c); ok {
			cartons := pieces.Decimal().Div(p.PcsPerCarton.Decimal())
			text += "\n" + v.host.T("screen.packing.container", "Type", c.Type,
				"Pieces", v.host.Number(pieces.Decimal(), 0), "Cartons", v.host.Number(cartons, 0))
		}
		if pieces, ok := p.PiecesOnPallets(c); ok {
			text += v.host.T("product.on_pallets", "Pieces", v.host.Number(pieces.Decimal(), 0))
		}
	}
	v.text.SetText(text)
}
