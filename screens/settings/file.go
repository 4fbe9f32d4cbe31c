package settings

import (
	"context"
	"path/filepath"

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
		s.host.OpenFileIn(s.program.Folder, []string{".db"}, s.restore)
	})
	return kit.Pile(kit.Small, where, auto, kit.Row(kit.Small, backup, restore, kit.Spring()))
}

func (s *Screen) backup(trigger *kit.Button, path string) {
	kit.Run(s.host, trigger,
		func(ctx context.Context) (bool, error) { return true, s.store.Backup(ctx, path) },
		func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.host.Notice(s.host.T("screen.file.backed_up", "File", filepath.Base(path)), nil)
		})
}

// restore asks before the data is replaced.
func (s *Screen) restore(path string) {
	t := s.host.T
	s.host.Ask(t("screen.restore.title"), t("screen.restore.text", "File", filepath.Base(path)),
		kit.Choice{Word: t("screen.restore.do"), Danger: true, Then: func() { s.program.Restore(path) }},
		kit.Choice{Word: t("screen.cancel")})
}
