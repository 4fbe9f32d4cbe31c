package kit

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// choice is what a chooser is for.
type choice int

const (
	opening        choice = iota // an existing file
	saving                       // a file to be written
	choosingFolder               // a folder
)

// chooser lets the user choose a file or a folder, over the window. The keyboard stays in the field that finds:
// letters narrow the list, Up and Down move the mark, Enter opens it, Backspace in the empty field and Alt+Up go up,
// Alt+Left goes back, Ctrl+L goes to the path, Esc empties the field or closes.
type chooser struct {
	host   *Host
	kind   FileKind
	task   choice
	chosen func(path string)

	popup  *widget.PopUp
	path   *Entry // where we are; a path typed here leads there
	find   *Cell
	name   *Entry // of the file to write
	said   *Paragraph
	count  *Text
	list   *fileList
	heads  map[string]*head
	shelf  *fyne.Container // the places
	look   *thumb          // the marked picture; nil where no pictures are chosen
	ok     *Button
	frame  *fyne.Container
	loader *Loader[listing]
	sides  *Loader[[]place]

	folder  string
	before  []string // folders to go back to
	all     []fileEntry
	shown   []fileEntry
	at      int // the marked row; -1 for none
	tapped  time.Time
	reading bool
	column  string // sorted by
	down    bool
}

func newChooser(h *Host, kind FileKind, task choice, title string, chosen func(path string)) *chooser {
	h.CloseFiles()
	c := &chooser{host: h, kind: kind, task: task, chosen: chosen, column: byName, at: -1}
	c.loader, c.sides = NewLoader[listing](h), NewLoader[[]place](h)
	c.build(title)
	h.chooser = c
	c.popup.Show()
	h.Focus(c.find)
	last, backups := h.Get(prefFolder+kind.purpose, ""), ""
	if kind.purpose == Backups.purpose {
		backups = h.Backups
	}
	c.sides.Load(func(context.Context) ([]place, error) { return places(last, backups), nil }, c.showPlaces)
	return c
}

// takes reports whether a file belongs in the list.
func (c *chooser) takes(name string) bool { return c.kind.Takes(name) }

// enter shows the first of folders that can be read.
func (c *chooser) enter(folders ...string) {
	c.load(folders, false, func(l listing) { c.arrive(l) })
}

// goTo follows a path as typed or pasted: a folder is shown, a file is chosen.
func (c *chooser) goTo(text string) {
	c.load([]string{pathOf(text, c.folder)}, c.task == saving, func(l listing) {
		c.arrive(l)
		switch {
		case l.file == "":
			c.host.Focus(c.find)
		case c.task == opening:
			c.finish(filepath.Join(l.folder, l.file))
		case c.task == saving:
			c.name.SetText(l.file)
			c.host.Focus(c.name)
		}
	})
}

func (c *chooser) load(paths []string, fresh bool, then func(listing)) {
	c.reading = true
	c.count.SetText(c.host.T("chooser.reading"))
	c.loader.Load(func(ctx context.Context) (listing, error) { return look(ctx, paths, c.takes, fresh) },
		func(l listing, err error) {
			c.reading = false
			if err != nil {
				c.say(c.unreadable(paths[len(paths)-1], err))
				c.countShown()
				return
			}
			c.say("")
			then(l)
		})
}

// unreadable says why nothing can be shown.
func (c *chooser) unreadable(path string, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c.host.T("chooser.problem.gone", "Path", path)
	case errors.Is(err, fs.ErrPermission):
		return c.host.T("chooser.problem.forbidden", "Path", path)
	}
	return c.host.T("chooser.problem.other", "Path", path, "Detail", err.Error())
}

// arrive shows what was read. Coming up from a folder, that folder is marked.
func (c *chooser) arrive(l listing) {
	from := c.folder
	if from != "" && from != l.folder {
		c.before = append(c.before, from)
	}
	c.folder, c.all = l.folder, l.entries
	c.path.SetText(l.folder)
	c.find.SetText("")
	c.filter()
	if filepath.Dir(from) == l.folder {
		c.markNamed(filepath.Base(from))
	}
	if l.file != "" {
		c.markNamed(l.file)
	}
}

// up shows the folder that holds this one.
func (c *chooser) up() {
	if parent := filepath.Dir(c.folder); parent != c.folder {
		c.enter(parent)
	}
}

// back shows the folder before.
func (c *chooser) back() {
	n := len(c.before)
	if n == 0 {
		return
	}
	c.load([]string{c.before[n-1]}, false, func(l listing) {
		c.arrive(l)
		c.before = c.before[:n-1]
	})
}

// say shows what is wrong, or nothing.
func (c *chooser) say(text string) {
	c.said.SetText(text)
	c.said.Hidden = text == ""
	c.frame.Refresh()
}

// act does what the main button says.
func (c *chooser) act() {
	switch c.task {
	case choosingFolder:
		c.finish(c.folder)
	case saving:
		c.save()
	default:
		c.open(c.at)
	}
}

// open enters the marked folder or takes the marked file.
func (c *chooser) open(i int) {
	if c.reading || i < 0 || i >= len(c.shown) {
		return
	}
	one := c.shown[i]
	path := filepath.Join(c.folder, one.name)
	switch {
	case one.folder:
		c.enter(path)
	case c.task == saving:
		c.name.SetText(one.name)
		c.save()
	default:
		c.finish(path)
	}
}

// finish closes and hands the path on.
func (c *chooser) finish(path string) {
	folder := c.folder
	if c.kind.purpose != Backups.purpose || folder != c.host.Backups {
		c.host.Keep(prefFolder+c.kind.purpose, folder)
	}
	c.close()
	c.chosen(path)
}

func (c *chooser) close() {
	c.loader.Stop()
	c.sides.Stop()
	if c.look != nil {
		c.look.loader.Stop()
	}
	c.popup.Hide()
	if c.host.chooser == c {
		c.host.chooser = nil
	}
}
