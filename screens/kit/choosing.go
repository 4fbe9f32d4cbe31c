package kit

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

func (c *chooser) sort(column string) {
	c.down = column == c.column && !c.down || column != c.column && column == byDate // the newest first
	c.column = column
	for name, h := range c.heads {
		h.mark(name == column, c.down)
	}
	c.filter()
}

// filter shows the lines whose names hold what was typed.
func (c *chooser) filter() {
	words := strings.ToLower(c.find.Plain())
	c.shown = nil
	for _, one := range c.all {
		if (one.folder || c.task != choosingFolder) && strings.Contains(strings.ToLower(one.name), words) {
			c.shown = append(c.shown, one)
		}
	}
	sortEntries(c.shown, c.column, c.down)
	c.list.ScrollToTop()
	c.mark(0)
}

func (c *chooser) countShown() {
	files := 0
	for _, one := range c.shown {
		if !one.folder {
			files++
		}
	}
	if c.task == choosingFolder {
		c.count.SetText("")
		return
	}
	c.count.SetText(c.host.T("chooser.count", "Count", files, "Kinds", c.kind.names()))
}

// longName is how many bytes of a name a row shows at least.
const longName = 48

// mark moves the mark to the row that Enter opens.
func (c *chooser) mark(i int) {
	c.at = max(0, min(i, len(c.shown)-1))
	c.list.UnselectAll()
	c.list.Refresh()
	if len(c.shown) == 0 {
		c.at = -1
		c.watch(fileEntry{})
		c.countShown()
		return
	}
	c.list.Select(c.at)
	c.list.ScrollTo(c.at)
	c.watch(c.shown[c.at])
	if name := c.shown[c.at].name; len(name) > longName {
		c.count.SetText(name) // whole: its row cuts it
		return
	}
	c.countShown()
}

func (c *chooser) watch(one fileEntry) {
	if c.look != nil {
		c.look.show(c.folder, one)
	}
}

func (c *chooser) markNamed(name string) {
	if i := slices.IndexFunc(c.shown, func(e fileEntry) bool { return e.name == name }); i >= 0 {
		c.mark(i)
	}
}

// doubleTap is how fast two taps must follow each other to open.
const doubleTap = 500 * time.Millisecond

// tap marks a row, and opens it when it was tapped just before.
func (c *chooser) tap(i int) {
	now := c.host.Now()
	if i == c.at && now.Sub(c.tapped) < doubleTap {
		c.open(i)
		return
	}
	c.tapped = now
	c.mark(i)
	if c.task == saving && i < len(c.shown) && !c.shown[i].folder {
		c.name.SetText(c.shown[i].name)
	}
	c.host.Focus(c.find)
}

// typed narrows the list, or goes over to the path when a path is being typed.
func (c *chooser) typed(text string) {
	if !startsPath(text) {
		c.filter()
		return
	}
	c.find.SetText("")
	c.path.SetText("") // else what was typed would be selected, and the next letter would replace it
	c.host.Focus(c.path)
	c.path.SetText(text)
	c.path.CursorColumn = len([]rune(text))
}

func (c *chooser) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		c.mark(c.at + 1)
	case fyne.KeyUp:
		c.mark(c.at - 1)
	case fyne.KeyPageDown:
		c.mark(c.at + 10)
	case fyne.KeyPageUp:
		c.mark(c.at - 10)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.open(c.at)
	case fyne.KeyBackspace:
		if c.find.Text != "" {
			return false
		}
		c.up()
	case fyne.KeyEscape:
		if c.find.Text == "" {
			c.close()
		}
		c.find.SetText("")
	default:
		return false
	}
	return true
}

// combination deals with keys pressed together.
func (c *chooser) combination(key fyne.KeyName, with fyne.KeyModifier) bool {
	switch {
	case with == fyne.KeyModifierAlt && key == fyne.KeyUp:
		c.up()
	case with == fyne.KeyModifierAlt && key == fyne.KeyLeft:
		c.back()
	case with == fyne.KeyModifierShortcutDefault && key == fyne.KeyL:
		c.host.Focus(c.path)
		c.path.TypedShortcut(&fyne.ShortcutSelectAll{})
	default:
		return false
	}
	return true
}

func (c *chooser) escapes(key *fyne.KeyEvent) bool {
	if key.Name == fyne.KeyEscape {
		c.close()
	}
	return key.Name == fyne.KeyEscape
}

// sizeText is a size as people read it: whole bytes, then one decimal where it says something.
func sizeText(size int64) string {
	units := []string{"B", "KB", "MB", "GB", "TB"}
	tenths, unit := size*10, 0
	for tenths >= 10240 && unit < len(units)-1 {
		tenths, unit = tenths/1024, unit+1
	}
	text := strconv.FormatInt(tenths/10, 10)
	if unit > 0 && tenths < 100 {
		text += "." + strconv.FormatInt(tenths%10, 10)
	}
	return text + " " + units[unit]
}
