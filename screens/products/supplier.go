package products

import (
	"context"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// supplierPicker picks a partner, those who supply first.
func supplierPicker(host *kit.Host, st *store.Store) *kit.Picker[int64] {
	return kit.NewAsking(host, func(ctx context.Context, words string) ([]kit.Option[int64], error) {
		found, err := st.Partners.Find(ctx, store.Query{Words: words, Limit: kit.PageSize})
		var suppliers, others []kit.Option[int64]
		for _, p := range found {
			o := kit.Option[int64]{Value: p.ID, Code: p.Code, Name: p.Name}
			if slices.Contains(p.Roles, data.Supplier) {
				suppliers = append(suppliers, o)
			} else {
				others = append(others, o)
			}
		}
		return append(suppliers, others...), err
	})
}
