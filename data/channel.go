package data

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// ChannelRule says which way goods usually go (DUTIES D9). Rules are read from the first to the last; the first one that fits says what is
// proposed. What isn't said of a rule doesn't count; a rule that asks for a weight, a volume or a value nobody knows doesn't fit.
type ChannelRule struct {
	Name     Texts      `json:"names"`              // what it is called, by language
	To       []string   `json:"to,omitempty"`       // countries by their code, or regions: [Regions]; none: everywhere
	FromKg   Weight     `json:"from_kg,omitzero"`   // gross, at least
	BelowKg  Weight     `json:"below_kg,omitzero"`  // gross, less than
	FromM3   Quantity   `json:"from_m3,omitzero"`   // m³, at least
	BelowM3  Quantity   `json:"below_m3,omitzero"`  // m³, less than
	KgValue  UnitPrice  `json:"kg_value,omitzero"`  // what a gross kilogram of the goods is worth, at least
	Currency Currency   `json:"currency,omitzero"`  // of KgValue; the company's when empty
	Mode     Mode       `json:"mode"`               // that is proposed
	Basis    FreightWay `json:"basis,omitzero"`     // by which the carrier charges: "container" for FCL, "ton" for LCL; "": any
	Carriers []string   `json:"carriers,omitempty"` // those that are proposed, by words of their name or service; none: any
}

// Regions returns the groups of countries that a channel rule may name beside single countries.
func Regions() []string { return []string{"europe", "america", "south-east-asia"} }

// regionCountries are the countries of [Regions]. Russia and Belarus are left out of Europe: what carriers offer there is another matter.
var regionCountries = map[string]string{
	"europe": "AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA",
	"america": "AG AI AR AW BB BM BO BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MQ MS MX NI PA PE PR PY SR SV SX TC TT US UY VC VE " +
		"VG VI",
	"south-east-asia": "BN ID KH LA MM MY PH SG TH TL VN",
}

// In reports whether c is the country or lies in the region called place.
func (c Country) In(place string) bool {
	if codes, region := regionCountries[strings.ToLower(place)]; region {
		return c != "" && slices.Contains(strings.Fields(codes), string(c))
	}
	return c != "" && strings.EqualFold(place, string(c))
}

// DefaultChannels are the rules until the merchant has some (D9): goods of high value by air, bulk by sea in containers of their own or with
// others' goods, small parcels to Europe and America with DHL and to South-East Asia by post.
func DefaultChannels() []ChannelRule {
	return []ChannelRule{
		{Name: Texts{"en": "High value", "zh": "高货值"}, FromKg: 30_000_000, KgValue: 50_000_000, Currency: "USD", Mode: Air},
		{Name: Texts{"en": "Full container", "zh": "海运整柜"}, FromM3: 15_000, Mode: Sea, Basis: PerContainer},
		{Name: Texts{"en": "Part container", "zh": "海运拼箱"}, FromM3: 2_000, Mode: Sea, Basis: PerRevenueTon},
		{Name: Texts{"en": "Heavy goods", "zh": "重货海运"}, FromKg: 500_000_000, Mode: Sea, Basis: PerRevenueTon},
		{Name: Texts{"en": "Europe, America", "zh": "欧美快递"}, To: []string{"europe", "america"}, Mode: Courier, Carriers: []string{"DHL"}},
		{Name: Texts{"en": "South-East Asia", "zh": "东南亚邮政小包"}, To: []string{"south-east-asia"}, Mode: Courier, Carriers: []string{"EMS", "Post", "ePacket", "邮政"}},
		{Name: Texts{"en": "Elsewhere", "zh": "其他地区快递"}, Mode: Courier},
	}
}

// ChannelRules returns the company's rules, the usual ones when it has none.
func (c Company) ChannelRules() []ChannelRule {
	if len(c.Channels) == 0 {
		return DefaultChannels()
	}
	return c.Channels
}

// fits reports whether r is for goods. InCurrency turns their value into another currency; false when nobody knows the rate.
func (r ChannelRule) fits(g Carried, home Currency, inCurrency func(Money, Currency) (decimal.Decimal, bool)) bool {
	if len(r.To) > 0 && !slices.ContainsFunc(r.To, g.To.In) {
		return false
	}
	if !inRange(g.Load.Gross, r.FromKg.Kilograms(), r.BelowKg.Kilograms()) || !inRange(g.Load.Volume, r.FromM3.Decimal(), r.BelowM3.Decimal()) {
		return false
	}
	if r.KgValue == 0 {
		return true
	}
	value, known := inCurrency(g.Value, cmp.Or(r.Currency, home))
	return known && g.Load.Gross.IsPositive() && !value.LessThan(r.KgValue.Decimal().Mul(g.Load.Gross))
}

// inRange reports whether a figure is at least from and less than below; nothing is asked of one where both are zero, and one that isn't known
// is in no range.
func inRange(v, from, below decimal.Decimal) bool {
	if from.IsZero() && below.IsZero() {
		return true
	}
	return v.IsPositive() && !v.LessThan(from) && (below.IsZero() || v.LessThan(below))
}

// proposes reports whether a card is one of those that r proposes.
func (r ChannelRule) proposes(c RateCard) bool {
	if c.Mode != r.Mode || r.Basis != "" && c.Basis != r.Basis {
		return false
	}
	name := strings.ToLower(c.Name())
	return len(r.Carriers) == 0 || slices.ContainsFunc(r.Carriers, func(word string) bool { return strings.Contains(name, strings.ToLower(word)) })
}

// channels looks at the rules of a company.
func (c *check) channels(rules []ChannelRule) {
	for i, r := range rules {
		c.prefix = at("channels", i+1)
		c.when(len(r.Name) == 0, "names", "problem.required")
		c.required("mode", string(r.Mode))
		c.mode(r.Mode)
		c.when(r.Basis != "" && !slices.Contains(FreightWays(), r.Basis), "basis", "problem.not_one_of", "Values", strings.Join(textsOf(FreightWays()), ", "))
		for _, place := range r.To {
			_, region := regionCountries[strings.ToLower(place)]
			c.when(!region && !Country(strings.ToUpper(place)).Known(), "to", "problem.not_place", "Value", place, "Values", strings.Join(Regions(), ", "))
		}
		if r.Currency != "" {
			c.currency("currency", r.Currency)
		}
		for _, one := range []struct {
			field       string
			from, below int64
		}{{"below_kg", int64(r.FromKg), int64(r.BelowKg)}, {"below_m3", int64(r.FromM3), int64(r.BelowM3)}, {"kg_value", int64(r.KgValue), 0}} {
			c.when(one.from < 0 || one.below < 0, one.field, "problem.negative")
			c.when(one.below > 0 && one.below <= one.from, one.field, "problem.below_from")
		}
	}
	c.prefix = ""
}
