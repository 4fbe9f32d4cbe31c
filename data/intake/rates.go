package intake

import (
	"context"
	"fmt"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// ImportECB brings the rates of a file of the European Central Bank in as what currencies cost in the company's, from a day on; see
// [sheet.ECBRates.In].
func ImportECB(ctx context.Context, st *store.Store, path string, from data.Date, o store.ImportOptions) (data.ImportReport, error) {
	file, err := sheet.OpenECB(path)
	if err != nil {
		return data.ImportReport{}, err
	}
	c, err := st.Company.Get(ctx)
	if err != nil {
		return data.ImportReport{}, fmt.Errorf("company: %w", err)
	}
	rows, err := file.In(c.Home(), from)
	if err != nil {
		return data.ImportReport{}, err
	}
	return st.Rates.Import(ctx, rows, o)
}
