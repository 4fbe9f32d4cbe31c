package kit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tradewind/data"
)

// FileKind is what files are chosen for: which are offered, and under which name their folder is remembered.
type FileKind struct {
	purpose        string   // names the preference with the folder last used
	endings        []string // of the files offered, in small letters
	opening, title string   // keys of what the chooser is called when a file is opened, and written
}

// The kinds of file the program reads and writes.
var (
	Tables   = FileKind{"tables", []string{".csv", ".xlsx", ".txt", ".tsv"}, "chooser.open.table", "chooser.save"}
	Rates    = FileKind{"tables", []string{".csv", ".xlsx", ".txt", ".tsv", ".xml", ".zip"}, "chooser.open.table", "chooser.save"}
	Pictures = FileKind{"pictures", []string{".png", ".jpg", ".jpeg", ".webp", ".gif"}, "chooser.open.picture", "chooser.save"}
	Scans    = FileKind{"scans", []string{".pdf", ".png", ".jpg", ".jpeg"}, "chooser.open.scan", "chooser.save"}
	Backups  = FileKind{"backups", []string{".db"}, "chooser.open.backup", "chooser.save.backup"}
	AnyFile  = FileKind{"scans", data.FileEndings(), "chooser.open", "chooser.save"}
	Papers   = FileKind{"papers", []string{".pdf", ".xlsx"}, "chooser.open", "chooser.save.paper"}
)

// Takes reports whether a file called name is of the kind, by its ending.
func (k FileKind) Takes(name string) bool {
	return slices.Contains(k.endings, strings.ToLower(filepath.Ext(name)))
}

// names are the endings as people know them: "CSV, XLSX".
func (k FileKind) names() string {
	var names []string
	for _, e := range k.endings {
		names = append(names, strings.ToUpper(strings.TrimPrefix(e, ".")))
	}
	return strings.Join(names, ", ")
}

// prefFolder is the beginning of the preferences that hold the folder last used for a purpose.
const prefFolder = "folder."

// OpenFile lets the user choose a file of a kind and hands its path on.
func (h *Host) OpenFile(kind FileKind, chosen func(path string)) {
	c := newChooser(h, kind, opening, h.T(kind.opening), chosen)
	c.enter(h.folders(kind, kind.purpose == Backups.purpose)...)
}

// SaveFile lets the user choose where to write a file, named name at first, and hands the path on. It ends as name does.
// The user was asked before an existing file is chosen; that file is still there.
func (h *Host) SaveFile(name string, chosen func(path string)) {
	kind := Papers
	if Backups.Takes(name) {
		kind = Backups
	}
	if ending := filepath.Ext(name); ending != "" {
		kind.endings = []string{strings.ToLower(ending)}
	}
	c := newChooser(h, kind, saving, h.T(kind.title), chosen)
	c.name.SetText(name)
	c.enter(h.folders(kind, false)...)
	h.Focus(c.name)
}

// OpenFolder lets the user choose a folder and hands its path on.
func (h *Host) OpenFolder(chosen func(path string)) {
	c := newChooser(h, FileKind{purpose: Papers.purpose}, choosingFolder, h.T("chooser.folder"), chosen)
	c.enter(h.folders(c.kind, false)...)
}

// folders are where to begin, the best first; whether they are there is found out in the background.
func (h *Host) folders(kind FileKind, backups bool) []string {
	var all []string
	if backups && h.Backups != "" {
		all = append(all, h.Backups)
	}
	if last := h.Get(prefFolder+kind.purpose, ""); last != "" {
		all = append(all, last)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	return append(all, userFolder(home, documentsFolder), home, string(filepath.Separator))
}

// Choosing reports whether a file is being chosen, so that nothing happens under it meanwhile.
func (h *Host) Choosing() bool { return h.chooser != nil }

// CloseFiles takes the open chooser away, as Esc does; false when there is none.
func (h *Host) CloseFiles() bool {
	if h.chooser == nil {
		return false
	}
	h.chooser.close()
	return true
}

// DropFile gives the open chooser the path of a file dropped on the window; false when there is none.
func (h *Host) DropFile(path string) bool {
	if h.chooser == nil {
		return false
	}
	h.chooser.goTo(path)
	return true
}
