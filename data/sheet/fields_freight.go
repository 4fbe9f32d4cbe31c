package sheet

import (
	"io"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// rateCardFields are those of freight prices. A courier's table has a row for each of its rows.
var rateCardFields = []field{
	{name: "code", kind: codeKind, key: true, headers: "rate card|card|代码|运价代码|编号"},
	{name: "carrier", kind: nameKind, key: true, headers: "shipping line|forwarder|courier|承运人|船公司|货代|快递公司"},
	{name: "service", kind: nameKind, headers: "product|service name|服务|产品|渠道"},
	{name: "mode", kind: nameKind, key: true, headers: "transport|mode of transport|运输方式"},
	{name: "from", kind: nameKind, headers: "origin port|port of loading|pol|起运地|起运港"},
	{name: "to", kind: nameKind, headers: "destination|port of discharge|pod|目的地|目的港"},
	{name: "currency", kind: currencyKind, key: true, headers: "币种|货币"},
	{name: "valid_from", kind: dateKind, headers: "valid from|from date|生效日期|有效期起"},
	{name: "valid_until", kind: dateKind, headers: "valid until|valid to|expiry|有效期至|失效日期"},
	{name: "days", kind: countKind, headers: "transit days|transit time|days on the way|时效（天）|航程天数"},
	{name: "basis", kind: nameKind, key: true, headers: "charged by|charged per|计费方式"},
	{name: "container", kind: codeKind, headers: "container type|equipment|柜型|箱型"},
	{name: "usable_m3", kind: figureKind, headers: "usable m3|usable volume|可装体积|可用体积"},
	{name: "payload_kg", kind: weightKind, headers: "payload|weight limit|限重"},
	{name: "up_to_kg", kind: weightKind, headers: "up to kg|up to|weight|重量上限|重量"},
	{name: "price", kind: figureKind, headers: "rate|freight|运费|单价|价格"},
	{name: "minimum_tons", kind: figureKind, headers: "minimum revenue tons|least revenue tons|最低计费吨"},
	{name: "divisor", kind: countKind, headers: "volumetric divisor|体积重除数|材积除数"},
	{name: "step_kg", kind: weightKind, headers: "weight step|rounded up to|计重进位"},
	{name: "minimum_kg", kind: weightKind, headers: "minimum weight|least weight|最低计费重量"},
	{name: "minimum_price", kind: figureKind, headers: "minimum charge|least charge|最低收费"},
	{name: "note", kind: nameKind, headers: "notes|remark|remarks|备注|说明"},
}

// WriteRateCards writes freight prices, a row for each row of a courier's table.
func WriteRateCards(w io.Writer, format string, each func(func(data.RateCard) error) error) error {
	return write(w, format, RateCards, Fields(RateCards), each, func(c data.RateCard) (rows [][]value) {
		for _, r := range c.Rows {
			rows = append(rows, rateCardRow(c, figureOf(r.UpTo.Kilograms()), figureOf(r.Price.Decimal())))
		}
		if len(rows) == 0 || c.Price > 0 {
			rows = append(rows, rateCardRow(c, text(""), figureOf(c.Price.Decimal())))
		}
		return rows
	})
}

func rateCardRow(c data.RateCard, upTo, price value) []value {
	known := func(d decimal.Decimal) value {
		if d.IsZero() {
			return text("")
		}
		return figureOf(d)
	}
	count := func(n int64) value { return known(decimal.NewFromInt(n)) }
	return []value{
		text(c.Code), text(c.Carrier), text(c.Service), text(string(c.Mode)), text(c.From), text(c.To), text(string(c.Currency)), dateOf(c.ValidFrom), dateOf(c.ValidUntil),
		count(c.Days), text(string(c.Basis)), text(c.Container), known(c.Usable.Decimal()), known(c.Payload.Kilograms()), upTo, price,
		known(c.MinTons.Decimal()), count(c.Divisor), known(c.Step.Kilograms()), known(c.MinKg.Kilograms()), known(c.MinPrice.Decimal()), text(c.Note),
	}
}
