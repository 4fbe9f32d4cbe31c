package command

import "tradewind/data"

// savePartner creates or changes a partner, found by its code.
func (a *applying) savePartner(f fields) (outcome, error) {
	var problems data.Problems
	partner := f.object("partner", &problems)
	code := keyText(partner, "code", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Partners.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	partner.rename(partnerNames)
	after := before
	warnings := takeTerm(partner, &after.Incoterm, &problems)
	if problems = append(problems, fillPartner(&after, partner)...); len(problems) > 0 {
		return outcome{}, within("partner", withRules(problems, after))
	}
	if len(after.Roles) == 0 {
		after.Roles = []data.Role{data.Customer}
	}
	after, result, err := save(before, after, !exists, func(p data.Partner) (data.Partner, error) { return a.st.Partners.Save(a.ctx, p) })
	if err == nil && result != string(data.Unchanged) {
		var alike []data.Alike
		if alike, err = a.st.Partners.Alike(a.ctx, after); err == nil {
			for _, one := range alike {
				warnings = append(warnings, one.Warning())
			}
		}
	}
	return saved(after.Code, result, "partner", after, warnings...), under("partner", err)
}

// fillPartner fills a partner. Persons, numbers and instalments are said twice in it: what the file says counts, the
// short form before the long one.
func fillPartner(p *data.Partner, f fields) data.Problems {
	said := func(names ...string) bool {
		for _, name := range names {
			if _, ok := f[name]; ok {
				return true
			}
		}
		return false
	}
	short, emptied := shortForms(f)
	problems := fill(p, f)
	if said("persons") {
		p.ContactFirst()
	}
	if said("tax_numbers") {
		p.NumbersFirst()
	}
	if said("instalments") {
		p.PaymentTerms = p.Instalments.In(p.Currency)
	}
	if emptied["tax_id"] {
		p.WithoutFirst(data.ForTax)
	}
	if emptied["import_no"] {
		p.WithoutFirst(data.ForCustoms)
	}
	problems = append(problems, fill(p, short)...)
	if emptied["payment_terms"] {
		p.Instalments = nil
	}
	if emptied["contact"] || emptied["email"] || emptied["phone"] {
		withoutNobody(p)
	}
	p.Settle()
	return problems
}

// withoutNobody takes the first person away when nothing is left of them.
func withoutNobody(p *data.Partner) {
	if p.Contact+p.Email+p.Phone == "" && len(p.Persons) > 0 {
		p.Persons = p.Persons[1:]
	}
}

// shortForms takes out of f what says a partner's first person, numbers and terms in the short form, and tells which of it
// says nothing.
func shortForms(f fields) (short fields, emptied map[string]bool) {
	short, emptied = fields{}, map[string]bool{}
	for _, name := range []string{"contact", "email", "phone", "tax_id", "import_no", "payment_terms"} {
		raw, ok := f[name]
		if !ok {
			continue
		}
		text, plain := plainText(raw)
		short[name], emptied[name] = raw, plain && text == "" || string(raw) == "null"
		delete(f, name)
	}
	return short, emptied
}
