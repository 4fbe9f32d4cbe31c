package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// build makes what the chooser shows.
func (c *chooser) build(title string) {
	c.fields()
	c.said = NewParagraph("")
	c.said.Colour = theme.ColorNameError
	c.said.Hide()
	c.count = NewCaption("").Cut()
	c.shelf = Pile(2)
	up := c.tool(theme.MoveUpIcon(), c.up)
	back := c.tool(theme.NavigateBackIcon(), c.back)
	top := Pile(Medium, NewTitle(title),
		container.NewBorder(nil, nil, Row(2, back, up), Wide(200, c.find), c.path), c.said)
	c.frame = Frame(Pad(0, 0, top), c.foot(), Pad(Medium, 0, Wide(176, container.NewVScroll(Pad(0, Tight, c.shelf)))), c.beside(), c.table())
	c.popup = c.over(c.frame)
}

func (c *chooser) tool(icon fyne.Resource, do func()) *Button {
	b := NewButton("", icon, func() {
		c.host.Focus(c.find)
		do()
	}).Quiet()
	b.OnEscape = c.close
	return b
}

// fields makes what is typed into.
func (c *chooser) fields() {
	t := c.host.T
	c.path = NewEntry()
	c.path.OnSubmitted = c.goTo
	c.path.OnKey = c.escapes
	c.find = NewCell(t("chooser.find"))
	c.find.Icon = theme.SearchIcon()
	c.find.OnChanged = c.typed
	c.find.OnKey, c.find.OnCombination = c.key, c.combination
	if c.task == saving {
		c.name = NewEntry()
		c.name.OnSubmitted = func(string) { c.save() }
		c.name.OnKey = c.escapes
	}
}

// foot is the name of the file to write, and the buttons.
func (c *chooser) foot() fyne.CanvasObject {
	t := c.host.T
	words := map[choice]string{opening: t("chooser.do.open"), saving: t("screen.save"), choosingFolder: t("chooser.do.folder")}
	c.ok = NewButton(words[c.task], nil, c.act).Main()
	stop := NewButton(t("screen.cancel"), nil, c.close)
	c.ok.OnEscape, stop.OnEscape = c.close, c.close
	row := Row(Small)
	if c.task != opening {
		fresh := NewButton(t("chooser.new_folder"), theme.FolderNewIcon(), c.askFolder)
		fresh.OnEscape = c.close
		row.Add(fresh)
	}
	for _, o := range []fyne.CanvasObject{c.count, c.ok, stop} {
		row.Add(o)
	}
	foot := Pile(Medium)
	if c.task == saving {
		foot.Add(Pile(2, NewCaption(t("chooser.name")), c.name))
	}
	foot.Add(row)
	return foot
}

// beside is where the marked picture is shown.
func (c *chooser) beside() fyne.CanvasObject {
	if c.kind.purpose != Pictures.purpose {
		return nil
	}
	c.look = newThumb(c.host)
	return Wide(208, Pad(Medium, 0, Pad(0, Small, c.look.content)))
}

// table is the list with its heads.
func (c *chooser) table() fyne.CanvasObject {
	t := c.host.T
	c.list = newFileList(func() int { return len(c.shown) },
		func() fyne.CanvasObject { return newFileRow(c) },
		func(i int, o fyne.CanvasObject) {
			if i < len(c.shown) {
				o.(*fileRow).show(i, c.shown[i])
			}
		})
	c.list.key, c.list.letter = c.key, func(r rune) {
		c.host.Focus(c.find)
		c.find.TypedRune(r)
	}
	c.heads = map[string]*head{
		byName: newHead(t("chooser.column.name"), false, func() { c.sort(byName) }),
		bySize: newHead(t("chooser.column.size"), true, func() { c.sort(bySize) }),
		byDate: newHead(t("chooser.column.date"), false, func() { c.sort(byDate) }),
	}
	icon := widget.NewIcon(nil)
	heads := container.New(fileColumns{}, icon, c.heads[byName], c.heads[bySize], c.heads[byDate])
	edge := NewPanel(theme.ColorNameBackground, 4)
	edge.Edge = ColorLine
	return Pad(Medium, 0, container.NewStack(edge, Pad(1, 1, Frame(On(ColorSurface, heads), nil, nil, nil, c.list))))
}

// showPlaces fills the left side.
func (c *chooser) showPlaces(list []place, _ error) {
	c.shelf.RemoveAll()
	for _, p := range list {
		word := p.name
		if p.key != "" {
			word = c.host.T(p.key)
		}
		b := NewButton(shortened(word), placeIcon(p), func() {
			c.host.Focus(c.find)
			c.enter(p.path)
		}).Quiet()
		b.Alignment, b.OnEscape = widget.ButtonAlignLeading, c.close
		c.shelf.Add(b)
	}
	c.shelf.Refresh()
}

// shortened keeps the names of drives within the left side.
func shortened(word string) string {
	if letters := []rune(word); len(letters) > 16 {
		return strings.TrimSpace(string(letters[:15])) + "…"
	}
	return word
}

func placeIcon(p place) fyne.Resource {
	switch p.key {
	case "chooser.place.home":
		return theme.HomeIcon()
	case "chooser.place.desktop", "chooser.place.computer":
		return theme.ComputerIcon()
	case "chooser.place.downloads":
		return theme.DownloadIcon()
	case "chooser.place.documents":
		return theme.DocumentIcon()
	case "chooser.place.last", "chooser.place.backups":
		return theme.HistoryIcon()
	}
	return theme.StorageIcon()
}

// fitted gives what lies over the window as much room as it wants, and never more than the window has.
type fitted struct {
	host *Host
	want fyne.Size
}

func (l fitted) MinSize([]fyne.CanvasObject) fyne.Size {
	window := l.host.Window.Canvas().Size()
	return fyne.NewSize(fyne.Min(l.want.Width, window.Width-2*Huge), fyne.Min(l.want.Height, window.Height-2*Huge))
}

func (l fitted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

// The size of a chooser in a large window.
var chooserSize = fyne.NewSize(960, 640)

func (c *chooser) over(content fyne.CanvasObject) *widget.PopUp {
	return widget.NewModalPopUp(container.New(fitted{c.host, chooserSize}, Pad(Large, Large, content)), c.host.Window.Canvas())
}
