package sheet

import (
	"io"
	"slices"
	"strings"
	"time"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// listingFields are the fields of a listing's figures of one week, as the reports of marketplaces name them.
var listingFields = []field{
	{name: "sku", kind: codeKind, key: true, headers: skuHeaders + "|~id|~code|~item|~product|~model|~编号|~编码|~型号|~产品型号|~商品型号"},
	{name: "market", kind: nameKind, key: true, headers: "marketplace|platform|channel|sales channel|平台|市场|平台名称|销售平台|渠道|~站点|~店铺"},
	{name: "week", kind: weekKind, key: true, headers: "iso week|week of|week starting|week beginning|calendar week|kw|~period|~date range|~reporting period|~date|" +
		"周|周次|第几周|自然周|统计周|统计周期|~周期|~统计时间|~统计日期|~时间|~日期|~日期范围"},
	{name: "exposures", kind: countKind, headers: "exposure|impressions|search impressions|search exposure|total impressions|showings|times shown|" +
		"曝光|曝光量|曝光次数|曝光数|搜索曝光|搜索曝光量|搜索曝光次数|展现量|展示量|展示次数"},
	{name: "clicks", kind: countKind, headers: "click|total clicks|search clicks|~page views|~views|~product views|~visits|" +
		"点击|点击量|点击次数|点击数|搜索点击次数|~浏览量|~访问次数|~商品浏览量"},
	{name: "inquiries", kind: countKind, headers: "inquiry|enquiries|enquiry|number of inquiries|feedback|rfi|leads|" +
		"询盘|询盘量|询盘数|询盘个数|询盘次数|询盘总数|反馈|反馈量"},
	{name: "orders", kind: countKind, headers: "order|order count|number of orders|orders placed|total orders|paid orders|~total order items|~quantity sold|" +
		"订单|订单数|订单量|订单个数|提交订单个数|提交订单数|成交订单数|支付订单数|下单数|信保订单数"},
	{name: "source", kind: nameKind, headers: "data source|source of data|report|来源|数据来源|报表"},
}

// noCount are the signs that reports put where nothing was counted.
var noCount = []string{"-", "--", "—", "–", "/", "n/a", "N/A"}

// count reads a whole number: in "1,234" and "1.234" the mark parts groups, as there are no parts of a click.
func (r *rowReader) count(col column, c cell, text string) {
	if slices.Contains(noCount, text) {
		r.blank(col)
		return
	}
	split, ok := splitFigure(text)
	if ok && c.kind == textCell && !split.negative && split.numeral.ambiguous() {
		r.keepCount(col, wholeOf(split.numeral), split, text)
		return
	}
	d, f, key := r.number(col, c, text)
	if key != "" {
		r.refuse(col.field.name, key, text)
		return
	}
	r.keepCount(col, d, f, text)
}

// keepCount stores a number that must be whole, and may have the Chinese word for times or pieces behind it.
func (r *rowReader) keepCount(col column, d decimal.Decimal, f figure, text string) {
	switch {
	case f.before != "" || strings.Trim(f.after, " 次个") != "":
		r.refuse(col.field.name, "problem.not_a_number", text)
	case !d.IsInteger():
		r.refuse(col.field.name, "problem.not_whole", text)
	default:
		r.keep(col, d)
	}
}

// wholeOf returns the reading of n that is a whole number.
func wholeOf(n numeral) decimal.Decimal {
	if d := decimal.RequireFromString(n.point); d.IsInteger() {
		return d
	}
	return decimal.RequireFromString(n.comma)
}

// spanMarks stand between the first and the last day of a week.
var spanMarks = []string{"~", "～", "至", " to ", " – ", " — ", " - ", "–", "—"}

// week reads an ISO week, its Monday, or its first and last day. Marketplaces that count from Sunday to Saturday mean the week in
// which six of these days lie.
func (r *rowReader) week(col column, c cell, text string) {
	name := col.field.name
	if w, err := data.ParseWeek(text); err == nil && c.kind == textCell {
		r.values[name] = string(w)
		return
	}
	for _, mark := range spanMarks {
		first, last, found := strings.Cut(text, mark)
		if !found {
			continue
		}
		from, other, ok := readDate(first)
		to, otherTo, okTo := readDate(last)
		switch {
		case !ok || !okTo:
			r.refuse(name, "showcase.problem.not_a_week", text)
		case other != "" || otherTo != "":
			r.refuse(name, "problem.date_ambiguous", text)
		default:
			r.span(name, from, to, text)
		}
		return
	}
	r.date(col, c, text) // what isn't a Monday is refused with the row
}

// span reads the first and last day of a week.
func (r *rowReader) span(name string, from, to data.Date, text string) {
	begins := from.Time().Weekday()
	if to.Time().Sub(from.Time()) != 6*24*time.Hour || begins != time.Monday && begins != time.Sunday {
		r.refuse(name, "showcase.problem.span", text)
		return
	}
	r.values[name] = string(data.WeekOf(to))
}

// WriteListingFigures writes the figures that each hands out, as format "csv" or "xlsx".
func WriteListingFigures(w io.Writer, format string, each func(func(data.ListingFigures) error) error) error {
	n := func(v int64) value { return figureOf(decimal.NewFromInt(v)) }
	return write(w, format, ListingFigures, Fields(ListingFigures), each, func(f data.ListingFigures) [][]value {
		return [][]value{{text(f.SKU), text(f.Market), text(f.Week), n(f.Exposures), n(f.Clicks), n(f.Inquiries), n(f.Orders), text(f.Source)}}
	})
}
