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
		return suppliers(ctx, host, st, words)
	})
}

// suppliers finds partners, those who supply first.
func suppliers(ctx context.Context, host *kit.Host, st *store.Store, words string) ([]kit.Option[int64], error) {
	found, err := st.Partners.Find(ctx, store.Query{Words: words, Limit: kit.PageSize})
	var supply, others []kit.Option[int64]
	for _, p := range found {
		o := kit.Option[int64]{Value: p.ID, Code: p.Code, Name: p.NameIn(host.Lang())}
		if slices.Contains(p.Roles, data.Supplier) {
			supply = append(supply, o)
		} else {
			others = append(others, o)
		}
	}
	return append(supply, others...), err
}

// supplierCodes is [supplierPicker] for the partner's code.
func supplierCodes(host *kit.Host, st *store.Store) *kit.Picker[string] {
	return kit.NewAsking(host, func(ctx context.Context, words string) ([]kit.Option[string], error) {
		found, err := suppliers(ctx, host, st, words)
		options := make([]kit.Option[string], len(found))
		for i, o := range found {
			options[i] = kit.Option[string]{Value: o.Code, Code: o.Code, Name: o.Name}
		}
		return options, err
	})
}

// nameSupplier calls the supplier shown as the reader knows it: records have the international name.
func (e *editor) nameSupplier(id int64) {
	if e.host.Lang() == "en" {
		return
	}
	kit.Run(e.host, nil, func(ctx context.Context) (map[int64]string, error) {
		return e.store.Partners.Names(ctx, e.host.Lang(), []int64{id})
	}, func(names map[int64]string, err error) {
		if name := names[id]; err == nil && name != "" && e.supplier.Value() == id {
			e.supplier.Set(kit.Option[int64]{Value: id, Name: name})
		}
	})
}
