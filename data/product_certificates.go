package data

import (
	"slices"
	"strings"
	"time"
)

// Certificate is a proof that an article meets a standard.
type Certificate struct {
	Kind    string   `json:"kind"` // one of [CertificateKinds], or the merchant's own word
	Number  string   `json:"number,omitzero"`
	Issuer  string   `json:"issuer,omitzero"`
	Markets []string `json:"markets,omitempty"` // countries, or "EU"; none: everywhere
	Issued  Date     `json:"issued,omitzero"`
	Expires Date     `json:"expires,omitzero"` // "": it doesn't
	Scan    Hash     `json:"scan,omitzero"`    // an attachment
	Note    string   `json:"note,omitzero"`
}

// CertificateKinds returns the kinds that are offered; others may be typed.
func CertificateKinds() []string {
	return []string{"CE", "FCC", "RoHS", "REACH", "FSC", "halal"}
}

// EuropeanUnion is the market of all member states together.
const EuropeanUnion = "EU"

// union holds the member states of the European Union (27 since 2020-02-01).
var union = strings.Fields("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")

// InUnion reports whether c is a member state of the European Union.
func (c Country) InUnion() bool { return slices.Contains(union, string(c)) }

// holdsIn reports whether one of markets is a country's; no market at all is everywhere. "EU" asks for the whole Union.
func holdsIn(markets []string, destination string) bool {
	return len(markets) == 0 || slices.Contains(markets, destination) ||
		Country(destination).InUnion() && slices.Contains(markets, EuropeanUnion)
}

// ValidOn reports whether a certificate is in force on a day. An unknown day of issue doesn't hinder.
func (c Certificate) ValidOn(day Date) bool { return within(c.Issued, c.Expires, day) }

// CertificateRule says that goods need a certificate in a market.
type CertificateRule struct {
	Record
	Kind     string `json:"kind"`
	Market   string `json:"market"`            // a country, or "EU"
	Category string `json:"category,omitzero"` // the product's category, or the beginning of its HS code; "": all goods
	Source   string `json:"source,omitzero"`   // where it was read
	Date     Date   `json:"date,omitzero"`     // and when
	Note     string `json:"note,omitzero"`
}

// asks reports whether r asks for something of p in destination.
func (r CertificateRule) asks(p Product, destination Country) bool {
	switch {
	case r.Archived || !holdsIn([]string{r.Market}, string(destination)):
		return false
	case r.Category == "" || strings.EqualFold(strings.TrimSpace(r.Category), strings.TrimSpace(p.Category)):
		return true
	}
	return strings.Trim(r.Category, "0123456789") == "" && strings.HasPrefix(p.HSCode, r.Category)
}

// MissingCertificates returns the rules that p doesn't meet for destination on day, in the order of rules: it has no
// certificate of the kind that holds there and is in force. A kind is missing once, however many rules ask for it.
func MissingCertificates(p Product, destination Country, rules []CertificateRule, day Date) (missing []CertificateRule) {
	for _, r := range rules {
		met := func(c Certificate) bool {
			return strings.EqualFold(c.Kind, r.Kind) && c.ValidOn(day) && holdsIn(c.Markets, string(destination))
		}
		named := func(m CertificateRule) bool { return strings.EqualFold(m.Kind, r.Kind) }
		if r.asks(p, destination) && !slices.ContainsFunc(p.Certificates, met) && !slices.ContainsFunc(missing, named) {
			missing = append(missing, r)
		}
	}
	return missing
}

// Validate reports the fields of r that break a rule, as [Problems]; nil when it can be saved.
func (r CertificateRule) Validate() error {
	var c check
	c.required("kind", r.Kind)
	c.required("market", r.Market)
	c.market("market", r.Market)
	c.date("date", r.Date)
	return c.problems.Err()
}

// ParseMarket reads a country as [ParseCountry] does, or the Union by its sign or name.
func ParseMarket(text string) (Country, bool) {
	if slices.Contains([]string{"eu", "european union", "欧盟"}, strings.ToLower(strings.TrimSpace(text))) {
		return EuropeanUnion, true
	}
	return ParseCountry(text)
}

// market looks at a country or the Union.
func (c *check) market(field, market string) {
	if market != EuropeanUnion {
		c.country(field, Country(market))
	}
}

// CertificateDue is the step of alerts for a certificate that expires soon or has expired: have it renewed.
const CertificateDue AlertStep = "certificate"

// CertificateNotice is how many days before its expiry a certificate is named, unless the company says otherwise: three
// months.
const CertificateNotice = 90

// CertificateNoticeDays returns how many days before its expiry a certificate is named.
func (c Company) CertificateNoticeDays() int {
	if c.CertificateDays > 0 {
		return int(c.CertificateDays)
	}
	return CertificateNotice
}

// CertificateAlert is a certificate that expires soon or has expired.
type CertificateAlert struct {
	Certificate Certificate
	Days        int // until it expires; 0 on its last day, below zero once it has expired
}

// CertificateAlerts returns the certificates of p that expire within days of today, in their order. One that another of
// the same kind outlives, in all its markets, was renewed and isn't named.
func CertificateAlerts(p Product, today Date, days int) (due []CertificateAlert) {
	last := ExpiryUntil(today, days)
	for _, c := range p.Certificates {
		if c.Expires == "" || c.Expires > last || slices.ContainsFunc(p.Certificates, c.renewedBy) {
			continue
		}
		due = append(due, CertificateAlert{c, int(c.Expires.Time().Sub(today.Time()) / (24 * time.Hour))})
	}
	return due
}

// renewedBy reports whether other takes the place of c: it is of the same kind, expires later and holds wherever c does.
func (c Certificate) renewedBy(other Certificate) bool {
	if !strings.EqualFold(c.Kind, other.Kind) || other.Expires != "" && other.Expires <= c.Expires {
		return false
	}
	if len(c.Markets) == 0 {
		return len(other.Markets) == 0
	}
	return !slices.ContainsFunc(c.Markets, func(m string) bool { return !holdsIn(other.Markets, m) })
}

// certificates looks at the markets and days of certificates.
func (c *check) certificates(list []Certificate) {
	for i, one := range list {
		c.prefix = at("certificates", i+1)
		c.required("kind", one.Kind)
		for _, m := range one.Markets {
			c.market("markets", m)
		}
		c.period("issued", one.Issued, "expires", one.Expires)
	}
	c.prefix = ""
}

// ExpiredCertificates warns of certificates that expired before today. It stands apart from [Product.Warnings], which
// know no day.
func (p Product) ExpiredCertificates(today Date) Problems {
	var c check
	for i, one := range p.Certificates {
		expired := one.Expires != "" && one.Expires < today && !slices.ContainsFunc(p.Certificates, one.renewedBy)
		c.when(expired, at("certificates", i+1)+"expires", "problem.certificate_expired", "Kind", one.Kind, "Date", string(one.Expires))
	}
	return c.problems
}

// PictureAge is how many days a picture is taken for new, unless the company says otherwise (D2: refreshed regularly; the figure is
// ours).
const PictureAge = 180

// PictureAgeDays returns how many days a picture is taken for new.
func (c Company) PictureAgeDays() int {
	if c.PictureDays > 0 {
		return int(c.PictureDays)
	}
	return PictureAge
}
