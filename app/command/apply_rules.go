package command

import (
	"tradewind/data"
)

// saveElements creates or changes the list of declaration elements of an HS code. "archived": true takes it out of use.
func (a *applying) saveElements(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("elements", &problems)
	code := keyText(given, "code", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Elements.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	return keepFilled(before, exists, given, "elements", code, func(v data.ElementList) (data.ElementList, error) { return a.st.Elements.Save(a.ctx, v) })
}

// saveCertificateRule creates or changes what a market asks for. A rule is found by its kind, market and category.
func (a *applying) saveCertificateRule(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("rule", &problems)
	kind, market := keyText(given, "kind", &problems), keyText(given, "market", &problems)
	category, _ := plainText(given["category"])
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.CertificateRules.Of(a.ctx, kind, market, category))
	if err != nil {
		return outcome{}, err
	}
	return keepFilled(before, exists, given, "rule", kind+" "+market, func(v data.CertificateRule) (data.CertificateRule, error) {
		return a.st.CertificateRules.Save(a.ctx, v)
	})
}

// keepFilled puts what the file gives under name into before, the record as it stands (exists), and saves it by keep.
func keepFilled[T any](before T, exists bool, given fields, name, number string, keep func(T) (T, error)) (outcome, error) {
	after := before
	if problems := fill(&after, given); len(problems) > 0 {
		return outcome{}, within(name, problems)
	}
	_, result, err := save(before, after, !exists, keep)
	return outcome{Number: number, Result: result}, under(name, err)
}

// saveClause creates or changes a clause of sales contracts. A shipped one that is changed keeps what isn't said. "archived": true takes it
// out of use.
func (a *applying) saveClause(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("clause", &problems)
	code := keyText(given, "code", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Clauses.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	return keepFilled(before, exists && before.ID != 0, given, "clause", code, func(c data.Clause) (data.Clause, error) { return a.st.Clauses.Save(a.ctx, c) })
}
