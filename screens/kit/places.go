package kit

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode"
)

// place is a folder offered at the left of the chooser.
type place struct {
	key  string // of its word
	name string // shown where there is no key: a drive's own name
	path string
}

// The folders every user has, by their names in the file of Linux desktops that says where they are.
const (
	desktopFolder   = "DESKTOP"
	documentsFolder = "DOCUMENTS"
	downloadsFolder = "DOWNLOAD"
)

// places lists the folders worth offering that exist: the one last used, the automatic backups where they are wanted,
// the user's own, drives. It asks the disk, so it belongs in the background.
func places(last, backups string) []place {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	wanted := []place{
		{key: "chooser.place.backups", path: backups},
		{key: "chooser.place.desktop", path: userFolder(home, desktopFolder)},
		{key: "chooser.place.documents", path: userFolder(home, documentsFolder)},
		{key: "chooser.place.downloads", path: userFolder(home, downloadsFolder)},
		{key: "chooser.place.home", path: home},
	}
	var list []place
	seen := map[string]bool{}
	for _, p := range append(wanted, drives()...) {
		if p.path == "" || seen[p.path] {
			continue
		}
		if info, err := os.Stat(p.path); err == nil && info.IsDir() {
			seen[p.path] = true
			list = append(list, p)
		}
	}
	if info, err := os.Stat(last); err == nil && info.IsDir() && !seen[last] { // else it has a better name already
		list = append([]place{{key: "chooser.place.last", path: last}}, list...)
	}
	return list
}

// below lists the folders in dir as drives.
func below(dir string) []place {
	found, _ := os.ReadDir(dir) // without that folder there are no drives
	var list []place
	for _, one := range found {
		if one.IsDir() && !strings.HasPrefix(one.Name(), ".") {
			list = append(list, place{name: one.Name(), path: filepath.Join(dir, one.Name())})
		}
	}
	return list
}

// startsPath reports whether what is being typed is a path and no name: it starts at a root, a drive or the home folder.
func startsPath(text string) bool {
	letters := []rune(text)
	return len(letters) > 0 && strings.ContainsRune(`/~\"`, letters[0]) ||
		len(letters) > 1 && letters[1] == ':' && letters[0] < unicode.MaxASCII && unicode.IsLetter(letters[0]) ||
		strings.HasPrefix(text, "file://")
}

// pathOf is the path a user means by what was typed or pasted while folder is shown: quotes go, as Windows puts them
// around copied paths, "~" is the home folder, and a name alone stands in folder.
func pathOf(text, folder string) string {
	text = strings.Trim(strings.TrimSpace(text), `"'`)
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" {
		text = u.Path
		if runtime.GOOS == "windows" {
			text = strings.TrimPrefix(text, "/")
		}
	}
	home, err := os.UserHomeDir()
	if rest, ok := strings.CutPrefix(text, "~"); ok && err == nil && (rest == "" || os.IsPathSeparator(rest[0])) {
		text = home + rest
	}
	if runtime.GOOS == "windows" && len(text) == 2 && text[1] == ':' {
		text += `\` // "D:" alone would be where that drive was left
	}
	if !filepath.IsAbs(text) {
		text = filepath.Join(folder, text)
	}
	return filepath.Clean(text)
}

// badName reports whether a file can't have this name on the system. On Windows a colon would even hide what is
// written.
func badName(name string, windows bool) bool {
	if name == "." || name == ".." || strings.ContainsRune(name, 0) {
		return true
	}
	return windows && (strings.ContainsAny(name, `<>:"|?*`) || strings.TrimRight(name, " .") != name)
}
