package data

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Partner returns old with what p says put in, as [Patch.Product] does. A row without a name is called by its code; a
// new partner without a code gets one made from its name by [PartnerCode], which may clash with another's. A new
// partner is a customer unless the row names a "role"; roles and tags are added to those of an old one, never taken away. What was
// read but not as it stands, such as an old delivery term, is in warnings.
func (p Patch) Partner(old Partner) (n Partner, problems, warnings Problems) {
	r := patchReader{patch: p}
	n = old
	r.text("code", &n.Code)
	r.text("name", &n.Name)
	r.text("name_local", &n.LocalName)
	r.text("contact", &n.Contact)
	r.text("email", &n.Email)
	r.text("phone", &n.Phone)
	r.text("fax", &n.Fax)
	r.text("address", &n.Address.Street)
	r.text("city", &n.Address.City)
	r.text("region", &n.Address.Region)
	r.text("postal_code", &n.Address.PostalCode)
	named(&r, "country", &n.Address.Country)
	r.text("tax_id", &n.TaxID)
	r.text("language", &n.Language)
	named(&r, "currency", &n.Currency)
	r.text("payment_terms", &n.PaymentTerms)
	r.term(&n.Incoterm)
	r.text("marks", &n.Marks)
	r.text("notes", &n.Notes)
	if tags, ok := r.value("tags"); ok {
		n.Tags = ParseTags(strings.Join(n.Tags, ",") + "," + tags)
	}
	r.roles(&n)

	if n.Name == "" {
		n.Name = n.Code
	}
	if n.Code == "" {
		n.Code = PartnerCode(n.Name)
	}
	r.required("name", n.Name)
	return n, r.problems, r.warnings
}

// roles adds the roles the row names, several of them parted by spaces or commas.
func (r *patchReader) roles(n *Partner) {
	n.Roles = slices.Clone(n.Roles)
	named, _ := r.value("role")
	for word := range strings.FieldsFuncSeq(named, func(c rune) bool { return strings.ContainsRune(" ,;/", c) }) {
		role := Role(strings.ToLower(word))
		if !slices.Contains([]Role{Customer, Supplier, Forwarder, Bank}, role) {
			r.add("role", "problem.unknown_role", map[string]any{"Value": word})
		} else if !slices.Contains(n.Roles, role) {
			n.Roles = append(n.Roles, role)
		}
	}
	if len(n.Roles) == 0 {
		n.Roles = []Role{Customer}
	}
}

// ParseTags reads tags as people write them, parted by commas, semicolons, hashes or line ends; each counts once.
func ParseTags(text string) (tags []string) {
	for tag := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(",，;；、#\n", c) }) {
		if tag = strings.Join(strings.Fields(tag), " "); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// codeLength is how much of a name goes into a code made from it.
const codeLength = 24

// PartnerCode makes a code from a name: the same name always gives the same code. What capitals, digits and hyphens
// can't say — another script, a long name — is told apart by five characters of a checksum at the end.
func PartnerCode(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return ""
	}
	slug, exact := slugOf(name)
	if exact && slug != "" && len(slug) <= codeLength {
		return slug
	}
	sum := fnv.New32a()
	sum.Write([]byte(name))
	tail := strings.ToUpper(strconv.FormatUint(1<<32|uint64(sum.Sum32()), 36))
	if len(slug) > codeLength {
		slug = strings.TrimRight(slug[:codeLength], "-")
	}
	return strings.TrimLeft(slug+"-"+tail[len(tail)-5:], "-")
}

// slugOf returns the capitals and digits of a name with hyphens between its words, and whether no letter was lost.
func slugOf(name string) (slug string, exact bool) {
	var code strings.Builder
	exact = true
	for _, c := range norm.NFKD.String(strings.ToUpper(name)) {
		switch {
		case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
			code.WriteRune(c)
		case unicode.Is(unicode.Mn, c):
		case unicode.IsLetter(c):
			exact = false
		default:
			code.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(code.String()), "-"), exact
}
