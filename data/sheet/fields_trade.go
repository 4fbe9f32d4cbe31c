package sheet

import "strings"

// partnerFields are the fields of a partner; those from "name_local" on go beyond DESIGN 4. The words of the window are among
// the headers, because people write their lists by what they see.
var partnerFields = []field{
	{name: "code", kind: codeKind, key: true, headers: "code|customer code|customer no|customer number|customer id|account no|account code|" +
		"account number|supplier code|supplier no|supplier id|vendor code|partner code|buyer code|shipper id|short code|~id|~no|~number|" +
		"客户编号|客户代码|客户编码|客户号|供应商编号|供应商代码|供应商编码|伙伴代码|编号|代码|编码"},
	{name: "name", kind: nameKind, key: true, headers: "company|company name|customer name|supplier name|vendor name|partner name|buyer name|" +
		"business name|organisation|organization|firm|~name|~customer|~supplier|~vendor|~partner|~buyer|" +
		"公司名称|公司|公司名|客户名称|供应商名称|企业名称|单位名称|客户公司|客户公司名称|伙伴名称|英文名称|公司英文名称|name in latin letters|~名称|~客户|~供应商|~全称"},
	{name: "contact", kind: nameKind, headers: "contact|contact name|contact person|attn|attention|person in charge|联系人|联系人姓名|~姓名|负责人"},
	{name: "email", kind: nameKind, headers: "email|mail|email address|e mail address|contact email|邮箱|电子邮箱|电子邮件|邮箱地址|联系邮箱"},
	{name: "phone", kind: codeKind, headers: "phone|tel|telephone|phone number|phone no|tel no|telephone number|~mobile|~cell|~mobile phone|~whatsapp|" +
		"电话|联系电话|电话号码|~手机|~手机号|~手机号码|~固定电话"},
	{name: "address", kind: textKind, headers: "address|street|street address|address 1|address line 1|address line|billing address|postal address|" +
		"company address|地址|公司地址|详细地址|街道|街道地址|联系地址"},
	{name: "city", kind: nameKind, headers: "city|town|city town|城市|市|所在城市"},
	{name: "region", kind: nameKind, headers: "region|state|province|county|state province|province state|state region|省|省份|州|省州|州省|~地区"},
	{name: "postal_code", kind: codeKind, headers: "postal code|postcode|post code|zip|zip code|zip postal code|plz|邮编|邮政编码"},
	{name: "country", kind: countryKind, headers: "country|country region|country code|country name|nation|国家|国家地区|国别|所在国家|所在国|国家名称"},
	{name: "tax_id", kind: codeKind, headers: "tax id|vat|vat no|vat number|vat id|tax no|tax number|eori|eori no|uscc|gst|gst no|gstin|tin|ein|" +
		"税号|纳税人识别号|统一社会信用代码|税务登记号|公司税号"},
	{name: "language", kind: languageKind, headers: "language|lang|document language|语言|语种|单据语言|单证语言|language of papers"},
	{name: "currency", kind: currencyKind, headers: "currency|currency code|ccy|币种|货币|币别|结算币种"},
	{name: "payment_terms", kind: textKind, headers: "payment terms|payment term|terms of payment|payment|payment conditions|~terms|" +
		"付款方式|付款条件|付款条款|支付方式|结算方式|收款方式"},
	{name: "name_local", kind: nameKind, headers: "local name|chinese name|name chinese|company name cn|company name chinese|中文名称|中文名|公司中文名|公司中文名称|客户中文名称|当地文字名称|name in the local script"},
	{name: "role", kind: roleKind, headers: "roles|partner type|partner role|type of partner|relationship|is a|~type|" +
		"身份|角色|伙伴类型|往来类型|客户类型|单位性质|往来单位类型|~类型|~类别"},
	{name: "fax", kind: codeKind, headers: "fax no|fax number|传真|传真号|传真号码"},
	{name: "incoterm", kind: termKind, headers: termHeaders},
	{name: "place", kind: nameKind, headers: placeHeaders},
	{name: "tags", kind: textKind, headers: "tag|labels|label|keywords|segment|customer group|标签|客户标签|分组|客户分组"},
	{name: "marks", kind: textKind, headers: "shipping marks|shipping mark|marks and numbers|唛头|麦头|运输标志"},
	{name: "notes", kind: textKind, headers: "note|remark|remarks|comment|comments|memo|notes not printed|备注|备注不打印|说明|附注"},
}

// The headers of the delivery term and its place, which partners and orders have.
const (
	termHeaders = "incoterm|incoterms|trade term|trade terms|delivery term|delivery terms|price term|price terms|" +
		"terms of delivery|terms of trade|贸易术语|贸易条款|价格条款|价格术语|成交方式|交货条款|贸易方式术语"
	placeHeaders = "incoterm place|incoterms place|named place|place of delivery|delivery place|term place|named port|" +
		"~port|交货地|交货地点|指定地点|成交地点|术语地点|~港口"
)

// orderFields are the fields of an order's row: those of its head and those of one line.
var orderFields = []field{
	{name: "order_no", kind: codeKind, key: true, headers: "order no|order number|order id|order|order code|so no|sales order|sales order no|" +
		"~po no|~po number|~contract no|订单号|订单编号|订单号码|销售订单号|~单号|~合同号|~合同编号"},
	{name: "date", kind: dateKind, headers: "date|order date|ordered on|created at|date of order|purchase date|日期|订单日期|下单日期|下单时间|签订日期|订货日期"},
	{name: "customer", kind: codeKind, headers: "customer|customer code|customer id|customer no|customer number|buyer|buyer code|client|client code|" +
		"sold to|~customer name|~company|~buyer name|客户|客户编号|客户代码|客户编码|买方|买家|~客户名称|~公司名称"},
	{name: "currency", kind: currencyKind, headers: "currency|currency code|order currency|ccy|币种|货币|币别|结算币种"},
	{name: "incoterm", kind: termKind, headers: termHeaders},
	{name: "place", kind: nameKind, headers: placeHeaders},
	{name: "sku", kind: codeKind, key: true, headers: skuHeaders + "|lineitem sku|~product|~item|~article|~model|~型号|~产品型号"},
	{name: "description", kind: textKind, headers: "description|product name|item name|goods description|description of goods|item description|" +
		"product description|lineitem name|~name|~goods|~title|品名|描述|货物描述|货物名称|产品名称|商品名称|货描|品名描述"},
	{name: "quantity", kind: quantityKind, headers: "quantity|qty|order qty|order quantity|ordered|quantity ordered|lineitem quantity|~pcs|~units|" +
		"数量|订购数量|订单数量|订货数量|下单数量"},
	{name: "unit", kind: unitKind, headers: "unit|uom|unit of measure|单位|计量单位|销售单位"},
	{name: "unit_price", kind: priceKind, money: "currency", headers: "unit price|price|price each|price per unit|unit cost|sales price|selling price|" +
		"lineitem price|fob price|单价|价格|销售单价|售价|产品单价"},
	{name: "discount_percent", kind: percentKind, headers: "discount percent|discount in percent|line discount|discount rate|disc percent|~discount|~disc|折扣百分比|折扣率|~折扣"},
	{name: "freight", kind: priceKind, money: "currency", headers: "freight|shipping|shipping cost|freight cost|freight charge|freight charges|" +
		"shipping fee|ocean freight|运费|海运费|运输费|运输费用"},
	{name: "insurance", kind: priceKind, money: "currency", headers: "insurance|insurance cost|insurance premium|保险费|保费|保险"},
	{name: "required_date", kind: dateKind, headers: "required date|wanted by|requested date|required by|need by|delivery date|ship by|ship date requested|" +
		"requested delivery date|交货日期|交期|要求交期|交货期|要求日期|要求交货日期|期望交期"},
}

// stockFields are the fields of a counted stock level.
var stockFields = []field{
	{name: "sku", kind: codeKind, key: true, headers: skuHeaders + "|~id|~code|~item|~product|~model|~编号|~编码|~型号|~产品型号"},
	{name: "warehouse", kind: nameKind, headers: "warehouse code|warehouse name|location|store|depot|仓库|仓库名称|仓库代码|所在仓库|~库位"},
	{name: "lot", kind: codeKind, headers: "lot no|lot number|batch|batch no|batch number|批号|批次|批次号|生产批号"},
	{name: "expiry", kind: dateKind, headers: "expiry date|expiration date|expires|best before|exp date|use by|有效期|有效期至|到期日|到期日期|失效日期|保质期至"},
	{name: "quantity", kind: quantityKind, key: true, headers: "qty|on hand|qty on hand|quantity on hand|stock|stock quantity|stock qty|count|counted|" +
		"stock level|inventory|available|variant inventory qty|units in stock|数量|库存|库存数量|库存量|实盘数量|盘点数量|现有库存|实际数量"},
}

// rateFields are the fields of a day's exchange rate.
var rateFields = []field{
	{name: "date", kind: dateKind, key: true, headers: "rate date|day|valid on|日期|汇率日期"},
	{name: "base", kind: currencyKind, key: true, headers: "base currency|from|from currency|foreign currency|~currency|基准货币|外币|源币种|基准币种|~币种"},
	{name: "quote", kind: currencyKind, key: true, headers: "quote currency|to|to currency|home currency|target currency|计价货币|本币|目标币种|报价货币|报价币种"},
	{name: "rate", kind: figureKind, key: true, headers: "exchange rate|fx rate|fx|汇率|折算汇率|牌价"},
}

// cross returns every first part followed by every second part.
func cross(firsts, seconds string) string {
	var all []string
	for first := range strings.SplitSeq(firsts, "|") {
		for second := range strings.SplitSeq(seconds, "|") {
			all = append(all, first+" "+second)
		}
	}
	return strings.Join(all, "|")
}
