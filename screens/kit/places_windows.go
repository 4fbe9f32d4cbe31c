package kit

import (
	"io/fs"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// hidden reports whether people don't want to see it.
func hidden(dir string, one fs.DirEntry) bool {
	if strings.HasPrefix(one.Name(), ".") {
		return true
	}
	name, err := windows.UTF16PtrFromString(filepath.Join(dir, one.Name()))
	if err != nil {
		return true
	}
	marks, err := windows.GetFileAttributes(name)
	return err == nil && marks&(windows.FILE_ATTRIBUTE_HIDDEN|windows.FILE_ATTRIBUTE_SYSTEM) != 0
}

// userFolder is where one of the user's folders lies: people move them to other drives and into the cloud.
func userFolder(home, name string) string {
	known := map[string]*windows.KNOWNFOLDERID{
		desktopFolder: windows.FOLDERID_Desktop, documentsFolder: windows.FOLDERID_Documents, downloadsFolder: windows.FOLDERID_Downloads,
	}
	path, err := windows.KnownFolderPath(known[name], windows.KF_FLAG_DEFAULT)
	if err != nil {
		usual := map[string]string{desktopFolder: "Desktop", documentsFolder: "Documents", downloadsFolder: "Downloads"}
		return filepath.Join(home, usual[name])
	}
	return path
}

// drives are the drives by their letters.
func drives() []place {
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var list []place
	for i := range 26 {
		if letters&(1<<i) != 0 {
			letter := string(rune('A'+i)) + ":"
			list = append(list, place{name: letter, path: letter + `\`})
		}
	}
	return list
}
