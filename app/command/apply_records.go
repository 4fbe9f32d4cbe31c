package command

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"tradewind/data"
)

// The names of the import files that stand elsewhere in a record.
var (
	productNames = map[string]string{
		"name": "names.en", "name_zh": "names.zh", "description": "descriptions.en", "description_zh": "descriptions.zh",
		"pcs_per_carton": "packing.pcs_per_carton", "pcs_per_inner": "packing.pcs_per_inner",
		"carton_length_cm": "packing.carton.length_cm", "carton_width_cm": "packing.carton.width_cm",
		"carton_height_cm": "packing.carton.height_cm", "carton_gross_kg": "packing.carton_gross_kg",
		"carton_net_kg": "packing.carton_net_kg", "unit_net_kg": "packing.unit_net_kg", "package_kind": "packing.package_kind",
	}
	partnerNames = map[string]string{
		"address": "postal.address", "city": "postal.city", "region": "postal.region",
		"postal_code": "postal.postal_code", "country": "postal.country",
	}
)

// object takes the member name as an object; a missing one is a problem.
func (f fields) object(name string, problems *data.Problems) fields {
	raw, ok := f.take(name)
	inside := fields{}
	switch {
	case !ok:
		problems.Add(name, "problem.required")
	case json.Unmarshal(raw, &inside) != nil || inside == nil:
		problems.Add(name, "problem.not_an_object")
	}
	return inside
}

// save compares a record before and after, and keeps it when it changed. It is what all save actions do at their end.
func save[T any](before, after T, isNew bool, keep func(T) (T, error)) (T, string, error) {
	if !isNew && same(before, after) {
		return before, string(data.Unchanged), nil
	}
	kept, err := keep(after)
	if isNew {
		return kept, string(data.New), err
	}
	return kept, string(data.Changed), err
}

// saved is the outcome of a save action: what looks wrong with the record is told when something of it is new.
func saved(number, result, name string, record interface{ Warnings() data.Problems }, more ...data.Problem) outcome {
	o := outcome{Number: number, Result: result}
	if result != string(data.Unchanged) {
		o.warnings = within(name, append(more, record.Warnings()...))
	}
	return o
}

// same reports whether two records say the same.
func same(a, b any) bool {
	first, err1 := json.Marshal(a)
	second, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && string(first) == string(second)
}

// found returns what a search found, and whether there was anything; not finding it is no error.
func found[T any](record T, err error) (T, bool, error) {
	if errors.Is(err, data.ErrNotFound) {
		var none T
		return none, false, nil
	}
	return record, err == nil, err
}

func (a *applying) saveCompany(f fields) (outcome, error) {
	var problems data.Problems
	company := f.object("company", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	company.rename(partnerNames)
	before, err := a.st.Company.Get(a.ctx)
	if err != nil {
		return outcome{}, err
	}
	after := before
	if problems = fillCompany(&after, company); len(problems) > 0 {
		return outcome{}, within("company", withRules(problems, after))
	}
	after, result, err := save(before, after, before.Version == 0, func(c data.Company) (data.Company, error) { return a.st.Company.Save(a.ctx, c) })
	return saved(after.Name, result, "company", after), under("company", err)
}

func (a *applying) saveProduct(f fields) (outcome, error) {
	var problems data.Problems
	product := f.object("product", &problems)
	sku := keyText(product, "sku", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Products.BySKU(a.ctx, sku))
	if err != nil {
		return outcome{}, err
	}
	product.rename(productNames)
	after := before
	after.Name, after.Description = maps.Clone(before.Name), maps.Clone(before.Description)
	problems = fill(&after, product)
	takeSuppliers(&after, before, product)
	if len(problems) > 0 {
		return outcome{}, within("product", withRules(problems, after))
	}
	if !exists {
		if err := a.newProduct(&after); err != nil {
			return outcome{}, err
		}
	}
	after, result, err := save(before, after, !exists, func(p data.Product) (data.Product, error) { return a.st.Products.Save(a.ctx, p) })
	if exists && err == nil && after.Version == before.Version { // lists came without what the store adds to them
		result = string(data.Unchanged)
	}
	return saved(sku, result, "product", after), under("product", err)
}

// takeSuppliers makes a list of suppliers the product's, with the preferred one's cost unless the product says its own; a
// supplier named alone is looked up anew.
func takeSuppliers(p *data.Product, before data.Product, said fields) {
	if _, list := said["suppliers"]; list {
		whole := *p
		p.SetOffers(p.Offers)
		if _, own := said["cost"]; own {
			p.Cost, p.CostCurrency = whole.Cost, whole.CostCurrency
		}
		if _, own := said["supplier"]; own {
			p.SupplierID, p.Supplier = whole.SupplierID, whole.Supplier
		}
	}
	if _, own := said["supplier"]; own && p.Supplier != before.Supplier {
		p.SupplierID = 0
	}
}

// newProduct puts in what an import would: the SKU as name, the company's currency.
func (a *applying) newProduct(p *data.Product) error {
	if len(p.Name) == 0 {
		p.Name = data.Texts{"en": p.SKU}
	}
	if p.Unit == "" {
		p.Unit = "PCS"
	}
	if p.Currency != "" || p.Price == nil {
		return nil
	}
	var err error
	p.Currency, err = a.home()
	return err
}

// home returns the company's currency, USD when it has none.
func (a *applying) home() (data.Currency, error) {
	c, err := a.st.Company.Get(a.ctx)
	return c.Home(), err
}

func (a *applying) saveRate(f fields) (outcome, error) {
	var problems data.Problems
	rate := f.object("rate", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	var r data.Rate
	if problems = fill(&r, rate); len(problems) > 0 {
		return outcome{}, within("rate", withRules(problems, r))
	}
	before, exists, err := found(a.st.Rates.On(a.ctx, r.Base, r.Quote, r.Date))
	if err != nil {
		return outcome{}, err
	}
	exists = exists && before.Date == r.Date
	if exists {
		r.Record = before.Record
	}
	_, result, err := save(before, r, !exists, func(r data.Rate) (data.Rate, error) { return a.st.Rates.Put(a.ctx, r) })
	return saved(string(r.Base)+"/"+string(r.Quote)+" "+string(r.Date), result, "rate", r), under("rate", err)
}

// keyText returns the member by which a record is found; it stays among the members to fill.
func keyText(f fields, name string, problems *data.Problems) string {
	if len(*problems) > 0 {
		return ""
	}
	text, ok := plainText(f[name])
	if !ok || text == "" {
		problems.Add(name, "problem.required")
	}
	return text
}

// under puts the name of the record before the fields of problems.
func under(name string, err error) error {
	if problems := (data.Problems{}); errors.As(err, &problems) {
		return within(name, problems)
	}
	return err
}

// withRules adds to what couldn't be read of a record the rules that the rest of it breaks, so that one pass names both. What
// is only missing isn't named: it may follow from what couldn't be read.
func withRules(unread data.Problems, record interface{ Validate() error }) data.Problems {
	var broken data.Problems
	if !errors.As(record.Validate(), &broken) {
		return unread
	}
	all := slices.Clone(unread)
	for _, b := range broken {
		said := slices.ContainsFunc(unread, func(u data.Problem) bool {
			return u.Field == b.Field || strings.HasPrefix(u.Field, b.Field+".") || strings.HasPrefix(b.Field, u.Field+".")
		})
		if !said && b.Key != "problem.required" {
			all = append(all, b)
		}
	}
	return all
}
