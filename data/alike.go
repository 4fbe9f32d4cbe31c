package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Likeness says why two partners may be one firm.
type Likeness string

// The likenesses, the surest first.
const (
	SameMail    Likeness = "mail"
	SameNumber  Likeness = "number"  // a tax or customs number
	SameName    Likeness = "name"    // and the same country
	SimilarName Likeness = "similar" // but for accents, legal form or country
	SamePhone   Likeness = "phone"
)

// PartnerKey is what finds partners that may be the same: its value is brought to a form that can be compared.
type PartnerKey struct {
	Kind  Likeness
	Value string
	Field string // that it comes from, such as "persons.2.email"
	Said  string // as it stands there
}

// Keys returns what finds partners like p, each once.
func (p Partner) Keys() []PartnerKey {
	var all []PartnerKey
	add := func(kind Likeness, value, field, said string) {
		same := func(k PartnerKey) bool { return k.Kind == kind && k.Value == value }
		if value != "" && !slices.ContainsFunc(all, same) {
			all = append(all, PartnerKey{kind, value, field, said})
		}
	}
	persons := p.Persons
	if len(persons) == 0 {
		persons = []Person{{Email: p.Email, Phone: p.Phone}}
	}
	for i, one := range persons {
		mail, phone := at("persons", i+1)+"email", at("persons", i+1)+"phone"
		if i == 0 {
			mail, phone = "email", "phone"
		}
		add(SameMail, mailKey(one.Email), mail, one.Email)
		add(SamePhone, phoneKey(one.Phone), phone, one.Phone)
	}
	for i, n := range p.Numbers {
		field := at("tax_numbers", i+1) + "number"
		if n.Number == p.TaxID {
			field = "tax_id"
		}
		if n.Kind.Use() != ForBank { // a bank has many customers
			add(SameNumber, numberKey(n.Number), field, n.Number)
		}
	}
	if len(p.Numbers) == 0 {
		add(SameNumber, numberKey(p.TaxID), "tax_id", p.TaxID)
	}
	add(SimilarName, nameKey(p.Name), "name", p.Name)
	add(SimilarName, nameKey(p.LocalName), "name_local", p.LocalName)
	return all
}

// numberKey is a tax number without the letters of a country before it, so that DE136695976 is 136695976. What is too
// short to tell firms apart has none.
func numberKey(s string) string {
	s = taxNumber(s)
	if len(s) > 8 && Country(s[:2]).Known() && s[2] >= '0' && s[2] <= '9' {
		s = s[2:]
	}
	if len(s) < 6 {
		return ""
	}
	return s
}

// phoneKey is the last eight digits of a telephone number: +49 40 123456 is 040 123456. Fewer than seven tell nothing.
func phoneKey(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(s), "ext")
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	digits = strings.TrimLeft(digits, "0")
	if len(digits) < 7 {
		return ""
	}
	return digits[max(0, len(digits)-8):]
}

// legalForms are the words at the end or beginning of a firm's name that say what kind of firm it is.
var legalForms = wordSet(`gmbh mbh ag kg kgaa ohg ug ek ev se eg co company ltd limited inc incorporated corp corporation llc
	llp lp plc pty pte pvt private sarl sas sasu sa srl spa snc bv nv vof oy oyj ab as asa aps kft zrt doo dd sp z oo zoo ood
	eood ooo oao zao pao too ооо оао зао пао ао тов тоо ltda ltd eireli me cv de sapi rl sl slu slne lda unipessoal sdn bhd
	tbk pt cv jsc kk gk fze fzco fzc fz est wll spc as sti ltdsti san tic ve group holding holdings cie and et und y e the`)

// chineseForms are the endings of firms' names in East Asia, the longest first.
var chineseForms = []string{
	"股份有限公司", "有限责任公司", "有限責任公司", "集团有限公司", "集團有限公司", "有限公司", "责任公司", "公司", "株式会社", "有限会社",
	"合同会社", "주식회사", "유한회사", "厂", "廠",
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// nameKey is a firm's name without accents, signs and its legal form: "Müller GmbH & Co. KG" is "muller". A name that is
// nothing but legal forms keeps them.
func nameKey(name string) string {
	name = withoutForms(strings.Join(strings.Fields(name), " "))
	joined := strings.NewReplacer(".", "", "'", "", "’", "", "/", "").Replace(name) // S.A. is SA, d/o/o is doo
	words := strings.FieldsFunc(joined, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	for i, w := range words {
		words[i] = foldName(w)
	}
	end := len(words)
	for end > 1 && legalForms[words[end-1]] {
		end--
	}
	start := 0
	for start < end-1 && legalForms[words[start]] {
		start++
	}
	return strings.Join(words[start:end], "")
}

// withoutForms takes the East Asian forms off both ends of a name, unless nothing else is left.
func withoutForms(name string) string {
	for again := true; again; {
		again = false
		for _, form := range chineseForms {
			if cut, ok := strings.CutSuffix(name, form); ok && cut != "" {
				name, again = cut, true
			}
			if cut, ok := strings.CutPrefix(name, form); ok && cut != "" && len(form) > len("公司") {
				name, again = cut, true
			}
		}
	}
	return name
}

// Alike is another partner that may be the same firm, and why.
type Alike struct {
	Code, Name string
	Why        Likeness
	Field      string // of the partner that was looked at
	Said       string // what is the same, as it stands there
}

// Warning says so as a warning of the field.
func (a Alike) Warning() Problem {
	return Problem{
		Field: a.Field, Key: alikeKeys[a.Why],
		Args: map[string]any{"Code": a.Code, "Name": a.Name, "Value": a.Said},
	}
}

// alikeKeys names the sentence of each likeness.
var alikeKeys = map[Likeness]string{
	SameMail: "partner.alike.mail", SameNumber: "partner.alike.number", SameName: "partner.alike.name",
	SimilarName: "partner.alike.similar", SamePhone: "partner.alike.phone",
}

// String is for logs.
func (a Alike) String() string { return fmt.Sprintf("%s:%s %s", a.Field, a.Why, a.Code) }
