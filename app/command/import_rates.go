package command

import (
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// importECB brings in the rates of the European Central Bank as what each currency cost in the company's.
func (s *session) importECB(path string) error {
	since, err := s.day("from")
	if err != nil {
		return err
	}
	file, err := sheet.OpenECB(path)
	if err != nil {
		return in(path, err)
	}
	open := s.writing
	if s.call.on("dry-run") {
		open = s.trying
	}
	return open(func(st *store.Store) error {
		home, err := s.homeCurrency(st)
		if err != nil {
			return err
		}
		rows, err := file.In(home, since)
		if err != nil {
			return in(path, err)
		}
		report, err := s.importRows(st, path, sheet.Rates, rows)
		return s.imported(path, sheet.Rates, report, err)
	})
}
