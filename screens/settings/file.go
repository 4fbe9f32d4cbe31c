package settings

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// fileView says where the data lies and offers a backup and the way back to one.
func (s *Screen) fileView() fyne.CanvasObject {
	t := s.host.T
	where := kit.NewParagraph(t("screen.file.where", "Path", s.store.Path()))
	auto := kit.NewHint(t("screen.file.auto", "Folder", s.program.Folder))
	var backup *kit.Button
	backup = kit.NewButton(t("screen.file.backup"), theme.DocumentSaveIcon(), func() {
		s.host.SaveFile("tradewind-"+string(s.host.Today())+".db", func(path string) { s.backup(backup, path) })
	})
	restore := kit.NewButton(t("screen.file.restore"), theme.FolderOpenIcon(), func() {
		s.host.OpenFile(kit.Backups, s.restore)
	})
	return kit.Pile(kit.Small, where, auto, kit.Row(kit.Small, backup, restore, kit.Spring()))
}

func (s *Screen) backup(trigger *kit.Button, path string) {
	kit.Run(s.host, trigger,
		func(ctx context.Context) (bool, error) { return true, s.write(ctx, path) },
		func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.host.Notice(s.host.T("screen.file.backed_up", "File", filepath.Base(path)), nil)
		})
}

// write makes the backup beside a file that is to be replaced first, so that there is always a whole one.
func (s *Screen) write(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return s.store.Backup(ctx, path)
	}
	if same(path, s.store.Path()) {
		return data.Problems{{Key: "screen.problem.own_file"}}
	}
	fresh := path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := s.store.Backup(ctx, fresh); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}

// same reports whether two names are those of one file.
func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// restore asks before the data is replaced.
func (s *Screen) restore(path string) {
	t := s.host.T
	s.host.Ask(t("screen.restore.title"), t("screen.restore.text", "File", filepath.Base(path)),
		kit.Choice{Word: t("screen.restore.do"), Danger: true, Then: func() { s.program.Restore(path) }},
		kit.Choice{Word: t("screen.cancel")})
}
