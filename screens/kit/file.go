package kit

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// prefFolder names the preference that holds the folder last used.
const prefFolder = "folder"

// OpenFile lets the user choose a file with one of the endings (such as ".csv") and hands its path on.
func (h *Host) OpenFile(endings []string, chosen func(path string)) {
	h.openFile(h.Folder(), endings, func(path string) {
		h.remember(filepath.Dir(path))
		chosen(path)
	})
}

// OpenFileIn is [Host.OpenFile] for files that have a folder of their own, such as backups; it isn't remembered.
func (h *Host) OpenFileIn(folder string, endings []string, chosen func(path string)) {
	if _, err := os.Stat(folder); err != nil {
		folder = h.Folder()
	}
	h.openFile(folder, endings, chosen)
}

func (h *Host) openFile(folder string, endings []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			h.ShowError(err)
			return
		}
		path := file.URI().Path()
		_ = file.Close() // only its path was wanted
		chosen(path)
	}, h.Window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	h.showFiles(d, folder)
}

// SaveFile lets the user choose where to write a file, named name at first, and hands the path on. The user was asked
// before an existing file is chosen.
func (h *Host) SaveFile(name string, chosen func(path string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil || file == nil {
			h.ShowError(err)
			return
		}
		path := file.URI().Path()
		_ = file.Close() // only its path was wanted
		removeEmpty(path)
		h.remember(filepath.Dir(path))
		chosen(path)
	}, h.Window)
	d.SetFileName(name)
	h.showFiles(d, h.Folder())
}

// removeEmpty takes away the empty file that choosing a name has made, so that whoever writes it may insist on a new one.
func removeEmpty(path string) {
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		_ = os.Remove(path) // if it stays, writing says so
	}
}

// OpenFolder lets the user choose a folder and hands its path on.
func (h *Host) OpenFolder(chosen func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			h.ShowError(err)
			return
		}
		h.remember(folder.Path())
		chosen(folder.Path())
	}, h.Window)
	h.showFiles(d, h.Folder())
}

// Folder returns the folder last used, else the user's documents or home.
func (h *Host) Folder() string {
	home, _ := os.UserHomeDir()
	for _, dir := range []string{h.Get(prefFolder, ""), filepath.Join(home, "Documents"), home} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return "."
}

func (h *Host) remember(dir string) { h.Keep(prefFolder, dir) }

func (h *Host) showFiles(d *dialog.FileDialog, in string) {
	if folder, err := storage.ListerForURI(storage.NewFileURI(in)); err == nil {
		d.SetLocation(folder)
	}
	d.Show() // first: until it is shown the dialog has no size to change, and asking for it panics
	size := h.Window.Canvas().Size()
	d.Resize(fyne.NewSize(fyne.Min(size.Width-2*Huge, 900), fyne.Min(size.Height-2*Huge, 620)))
	d.SetView(dialog.ListView) // whole names, with their endings
	h.files = d
	d.SetOnClosed(func() { h.files = nil })
}

// CloseFiles takes an open dialog for files away, as Esc does; false when there is none.
func (h *Host) CloseFiles() bool {
	if h.files == nil {
		return false
	}
	h.files.Hide()
	h.files = nil
	return true
}
