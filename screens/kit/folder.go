package kit

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
)

// fileEntry is a line of a folder.
type fileEntry struct {
	name   string
	folder bool
	size   int64
	at     time.Time
}

// listing is what was found at a path.
type listing struct {
	folder  string
	entries []fileEntry
	file    string // name of the file the path led to; "" when it led to a folder
}

// look reads the first of paths that can be read. A path of a file gives its folder, with the file's name. Where new
// names are welcome, that file needn't exist. It may take long, on a network drive for instance.
func look(ctx context.Context, paths []string, takes func(name string) bool, fresh bool) (found listing, err error) {
	for _, path := range paths {
		if ctx.Err() != nil {
			return listing{}, ctx.Err()
		}
		if found, err = lookAt(path, takes, fresh); err == nil {
			return found, nil
		}
	}
	return listing{}, err
}

func lookAt(path string, takes func(name string) bool, fresh bool) (listing, error) {
	l := listing{folder: path}
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.IsDir(), errors.Is(err, fs.ErrNotExist) && fresh:
		l.folder, l.file = filepath.Split(path)
		l.folder = filepath.Clean(l.folder)
	case err != nil:
		return l, err
	}
	l.entries, err = readFolder(l.folder, takes)
	return l, err
}

// readFolder lists the folders in dir and the files that takes wants, but nothing hidden.
func readFolder(dir string, takes func(name string) bool) ([]fileEntry, error) {
	found, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var list []fileEntry
	for _, one := range found {
		if hidden(dir, one) {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, one.Name())) // follows links
		if err != nil || !info.IsDir() && !takes(one.Name()) {
			continue // a link that leads nowhere is nothing to choose
		}
		list = append(list, fileEntry{one.Name(), info.IsDir(), info.Size(), info.ModTime()})
	}
	return list, nil
}

// The columns a folder is sorted by.
const (
	byName = "name"
	bySize = "size"
	byDate = "date"
)

// sortEntries puts folders first, then sorts by a column, and by name where that is equal.
func sortEntries(list []fileEntry, column string, down bool) {
	slices.SortFunc(list, func(a, b fileEntry) int {
		if a.folder != b.folder {
			return cmp.Compare(rankOf(b.folder), rankOf(a.folder))
		}
		order := 0
		switch column {
		case bySize:
			order = cmp.Compare(a.size, b.size)
		case byDate:
			order = a.at.Compare(b.at)
		}
		if order == 0 {
			order = natural(a.name, b.name)
		}
		if down {
			return -order
		}
		return order
	})
}

func rankOf(folder bool) int {
	if folder {
		return 1
	}
	return 0
}

// natural compares names as people do: "2.csv" stands before "10.csv", and capitals are small letters.
func natural(a, b string) int {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	for len(x) > 0 && len(y) > 0 {
		if unicode.IsDigit(x[0]) && unicode.IsDigit(y[0]) {
			var m, n string
			m, x = number(x)
			n, y = number(y)
			if order := cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n)); order != 0 {
				return order
			}
			continue
		}
		if x[0] != y[0] {
			return cmp.Compare(x[0], y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// number cuts the digits off the front of letters, without leading zeros.
func number(letters []rune) (digits string, rest []rune) {
	end := 0
	for end < len(letters) && unicode.IsDigit(letters[end]) {
		end++
	}
	return strings.TrimLeft(string(letters[:end]), "0"), letters[end:]
}
