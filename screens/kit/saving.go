package kit

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
)

// target is what is known of the place a file is to be written to.
type target struct {
	there  bool // a file of that name
	folder bool // a folder of that name
}

// save takes the name typed. Its ending is added; an existing file is asked about; a folder is entered.
func (c *chooser) save() {
	name := strings.TrimSpace(c.name.Text)
	switch {
	case c.reading:
		return
	case name == "":
		c.say(c.host.T("chooser.problem.no_name"))
		return
	case startsPath(name) || strings.ContainsRune(name, filepath.Separator):
		c.goTo(name)
		return
	case badName(name, runtime.GOOS == "windows"):
		c.say(c.host.T("chooser.problem.name"))
		return
	}
	plain := filepath.Join(c.folder, name)
	path := plain
	if len(c.kind.endings) > 0 && !c.takes(name) {
		path += c.kind.endings[0]
	}
	Run(c.host, c.ok, func(context.Context) (target, error) { return aim(plain, path) }, func(t target, err error) {
		if c.host.chooser == c { // it may have been closed meanwhile
			c.aimed(t, err, plain, path)
		}
	})
}

// aimed goes on when it is known what stands at path; plain is the same without its ending.
func (c *chooser) aimed(t target, err error, plain, path string) {
	switch {
	case errors.Is(err, fs.ErrPermission):
		c.say(c.host.T("chooser.problem.readonly", "Path", c.folder))
	case err != nil:
		c.say(c.unreadable(c.folder, err))
	case t.folder:
		c.enter(plain)
	case t.there:
		c.askReplace(path)
	default:
		c.finish(path)
	}
}

// aim finds out what stands where a file is to be written, and whether the folder can be written to at all.
func aim(plain, path string) (target, error) {
	if info, err := os.Stat(plain); err == nil && info.IsDir() {
		return target{folder: true}, nil
	}
	_, err := os.Stat(path)
	there := err == nil
	try, err := os.CreateTemp(filepath.Dir(path), ".tradewind-*")
	if err != nil {
		return target{}, err
	}
	return target{there: there}, errors.Join(try.Close(), os.Remove(try.Name()))
}

func (c *chooser) askReplace(path string) {
	t := c.host.T
	c.host.Ask(t("chooser.replace"), t("chooser.replace.text", "File", filepath.Base(path), "Folder", c.folder),
		Choice{Word: t("chooser.replace.do"), Danger: true, Then: func() { c.finish(path) }},
		Choice{Word: t("screen.cancel"), Then: func() { c.host.Focus(c.name) }})
}

// askFolder makes a new folder and shows it.
func (c *chooser) askFolder() {
	name := NewEntry()
	var q *Question
	create := func() {
		if typed := strings.TrimSpace(name.Text); typed != "" {
			q.Close()
			c.makeFolder(typed)
		}
	}
	q = c.host.AskWith(c.host.T("chooser.new_folder"), Pile(2, NewCaption(c.host.T("chooser.new_folder.name")), name),
		Choice{Word: c.host.T("screen.cancel")})
	ok := NewButton(c.host.T("chooser.new_folder.do"), nil, create).Main()
	ok.OnEscape = q.Escape
	name.OnSubmitted = func(string) { create() }
	name.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyEscape {
			q.Escape()
		}
		return key.Name == fyne.KeyEscape
	}
	q.add(ok)
	c.host.Focus(name)
}

func (c *chooser) makeFolder(name string) {
	if badName(name, runtime.GOOS == "windows") || strings.ContainsAny(name, `/\`) {
		c.say(c.host.T("chooser.problem.name"))
		return
	}
	path := filepath.Join(c.folder, name)
	Run(c.host, nil, func(context.Context) (bool, error) { return true, os.Mkdir(path, 0o755) }, func(_ bool, err error) {
		switch {
		case c.host.chooser != c:
		case errors.Is(err, fs.ErrExist):
			c.say(c.host.T("chooser.problem.exists", "Name", name))
		case errors.Is(err, fs.ErrPermission):
			c.say(c.host.T("chooser.problem.readonly", "Path", c.folder))
		case err != nil:
			c.say(c.unreadable(path, err))
		default:
			c.enter(path)
		}
	})
}
