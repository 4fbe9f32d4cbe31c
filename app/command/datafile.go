package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// dataFile returns where the data file lies: --db, else TRADEWIND_DB, else tradewind.db in the user's own data folder.
func (s *session) dataFile() (string, error) {
	if path := s.call.option("db"); path != "" {
		return path, nil
	}
	if path := s.Getenv("TRADEWIND_DB"); path != "" {
		return path, nil
	}
	folder, err := s.dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "tradewind.db"), nil
}

// named reports whether the user named the data file, who then expects it to be there.
func (s *session) named() bool { return s.call.option("db") != "" || s.Getenv("TRADEWIND_DB") != "" }

// makeFolder makes the folder of a data file that is to be written: the user's own folder whole, of a named file only
// the last level, so that a mistyped path doesn't grow a tree.
func (s *session) makeFolder(path string) error {
	folder := filepath.Dir(path)
	if !s.named() {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return in(path, unwritable(err))
		}
		return nil
	}
	err := os.Mkdir(folder, 0o700)
	switch {
	case err == nil, errors.Is(err, fs.ErrExist):
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return in(path, refuse("command.output.no_folder", "Folder", filepath.Dir(folder)))
	}
	return in(path, unwritable(err))
}

// dataFolder returns the folder for Tradewind's own files, as each system wants it. It is made on the first write.
func (s *session) dataFolder() (string, error) {
	var home string
	var tail []string
	switch runtime.GOOS {
	case "windows":
		home, tail = s.Getenv("AppData"), []string{"Tradewind"}
	case "darwin":
		home, tail = s.Getenv("HOME"), []string{"Library", "Application Support", "Tradewind"}
	default:
		home, tail = s.Getenv("XDG_DATA_HOME"), []string{"tradewind"}
		if home == "" || !filepath.IsAbs(home) {
			home, tail = s.Getenv("HOME"), []string{".local", "share", "tradewind"}
		}
	}
	if home == "" {
		return "", refuse("command.data.no_home")
	}
	return filepath.Join(append([]string{home}, tail...)...), nil
}

// logFile returns where the details of a crash are written.
func (s *session) logFile() string {
	folder, err := s.dataFolder()
	if err != nil || os.MkdirAll(folder, 0o700) != nil {
		folder = os.TempDir()
	}
	return filepath.Join(folder, "tradewind-crash.log")
}

// there reports whether a file stands at path.
func there(path string) (bool, error) {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
