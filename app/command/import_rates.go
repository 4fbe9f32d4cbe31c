package command

import (
	"path/filepath"

	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// importECB brings in the rates of the European Central Bank as what each currency cost in the company's.
func (s *session) importECB(path string) error {
	since, err := s.day("from")
	if err != nil {
		return err
	}
	open := s.writing
	if s.call.on("dry-run") {
		open = s.trying
	}
	return open(func(st *store.Store) error {
		o := store.ImportOptions{DryRun: s.call.on("dry-run"), Source: filepath.Base(path), Progress: s.counter()}
		report, err := intake.ImportECB(s.ctx, st, path, since, o)
		return s.imported(path, sheet.Rates, report, err)
	})
}
