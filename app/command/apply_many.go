package command

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

// changeProducts changes fields of many products alike: those named by their SKUs, those a search finds, or all.
func (a *applying) changeProducts(f fields) (outcome, error) {
	var problems data.Problems
	which := a.chosen(f, &problems)
	set := f.object("set", &problems)
	edit := data.ProductEdit{}
	for name, raw := range set {
		text, ok := plainText(raw)
		switch string(raw) {
		case "null":
			text, ok = "", true
		case "true", "false":
			text, ok = string(raw), true
		}
		if !ok {
			problems.Add("set."+name, "command.apply.text")
		}
		edit[name] = text
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	if err := edit.Validate(); err != nil {
		return outcome{}, under("set", err)
	}
	report, err := a.st.Products.Edit(a.ctx, which, edit, store.ImportOptions{})
	if err != nil {
		return outcome{}, err
	}
	result := data.Changed
	if report.Changed == 0 {
		result = data.Unchanged
	}
	report.Batch = "" // the file's, not the action's
	return outcome{Number: strconv.Itoa(report.Changed), Result: string(result), Products: &report}, nil
}

// chosen takes which products an action is about: "skus", "search" or "all", and of them not "except".
func (a *applying) chosen(f fields, problems *data.Problems) store.Chosen {
	var which store.Chosen
	which.SKUs = f.texts("skus", problems)
	which.Except = f.texts("except", problems)
	which.Words = f.text("search", problems)
	all := false
	if raw, ok := f.take("all"); ok && json.Unmarshal(raw, &all) != nil {
		problems.Add("all", "problem.not_a_boolean")
	}
	ways := 0
	for _, said := range []bool{which.SKUs != nil, which.Words != "", all} {
		if said {
			ways++
		}
	}
	if ways != 1 {
		problems.Add("skus", "command.apply.which")
	}
	return which
}

// texts takes a list of texts; nil when it isn't there.
func (f fields) texts(name string, problems *data.Problems) []string {
	raw, ok := f.take(name)
	if !ok {
		return nil
	}
	var elements []json.RawMessage
	if json.Unmarshal(raw, &elements) != nil {
		problems.Add(name, "problem.not_a_list")
	}
	list := make([]string, 0, len(elements))
	for i, one := range elements {
		text, ok := plainText(one)
		if !ok {
			problems.Add(name+"."+strconv.Itoa(i+1), "command.apply.text")
		}
		list = append(list, text)
	}
	return list
}

// copyParts takes parts of one product over into another.
func (a *applying) copyParts(f fields) (outcome, error) {
	var problems data.Problems
	find := func(name string) (p data.Product) {
		sku := f.text(name, &problems)
		p, exists, err := found(a.st.Products.BySKU(a.ctx, sku))
		if err == nil && !exists {
			problems = append(problems, data.Problem{Field: name, Key: "problem.unknown_product", Args: map[string]any{"Value": sku}})
		}
		return p
	}
	from, before := find("from"), find("to")
	var parts []data.ProductPart
	for i, text := range f.texts("parts", &problems) {
		if !slices.Contains(data.ProductParts(), data.ProductPart(text)) {
			problems = append(problems, data.Problem{Field: "parts." + strconv.Itoa(i+1), Key: "command.apply.part", Args: map[string]any{"Value": text, "Parts": partNames()}})
		}
		parts = append(parts, data.ProductPart(text))
	}
	if len(parts) == 0 {
		problems.Add("parts", "problem.required")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	after := before
	for _, part := range parts {
		after = after.Take(part, from)
	}
	after, result, err := save(before, after, false, func(p data.Product) (data.Product, error) { return a.st.Products.Save(a.ctx, p) })
	o := saved(before.SKU, result, "product", after)
	o.Taken = before.TakeChanges(parts, from)
	return o, err
}

// partNames lists the parts of a product.
func partNames() string {
	var names []string
	for _, part := range data.ProductParts() {
		names = append(names, string(part))
	}
	return strings.Join(names, ", ")
}
