//go:build !windows

package kit

import (
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
)

// hidden reports whether people don't want to see it.
func hidden(_ string, one fs.DirEntry) bool { return strings.HasPrefix(one.Name(), ".") }

// userFolder is where one of the user's folders lies. Linux desktops call them in the user's language and say so in a
// file; elsewhere they have their English names.
func userFolder(home, name string) string {
	config := os.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	text, _ := os.ReadFile(filepath.Join(config, "user-dirs.dirs")) // without it the usual names hold
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_"+name+"_DIR="); ok {
			return strings.Replace(strings.Trim(rest, `"`), "$HOME", home, 1)
		}
	}
	usual := map[string]string{desktopFolder: "Desktop", documentsFolder: "Documents", downloadsFolder: "Downloads"}
	return filepath.Join(home, usual[name])
}

// drives are what is plugged in, and the root of everything.
func drives() []place {
	list := []place{{key: "chooser.place.computer", path: "/"}}
	if runtime.GOOS == "darwin" {
		return append(list, below("/Volumes")...)
	}
	if who, err := user.Current(); err == nil {
		list = append(list, below(filepath.Join("/media", who.Username))...)
		list = append(list, below(filepath.Join("/run/media", who.Username))...)
	}
	return append(list, below("/mnt")...)
}
