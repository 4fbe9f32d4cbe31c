package sheet

// productFields are the fields of a product, with the headers of English and Chinese price lists and of the exports of
// WooCommerce, Shopify and Amazon.
var productFields = []field{
	{name: "sku", kind: codeKind, key: true, headers: skuHeaders + "|~id|~code|~no of item|~model|~编号|~编码|~型号|~产品型号|~asin|~asin1"},
	{name: "name", kind: textKind, headers: "name|product name|item name|title|product title|item title|english name|name en|" +
		"name english|product|goods|article|article name|description of goods|品名|名称|产品名称|商品名称|货物名称|货名|产品|" +
		"英文名|英文品名|英文名称|产品英文名|商品英文名称|品名英文|产品名"},
	{name: "name_zh", kind: textKind, headers: "chinese name|name cn|name chinese|product name cn|product name zh|product name chinese|" +
		"中文名|中文品名|中文名称|产品中文名|商品中文名称|中文产品名称|名称中文|品名中文|产品名称中文"},
	{name: "description", kind: textKind, headers: "description|product description|item description|details|long description|" +
		"~short description|~specification|~specifications|~spec|描述|产品描述|商品描述|说明|产品说明|~规格|~规格型号|~产品规格"},
	{name: "category", kind: nameKind, headers: "category|categories|product category|product group|category name|~product type|~type|" +
		"~category id|类别|分类|品类|产品类别|产品分类|商品分类|商品类别|类目"},
	{name: "unit", kind: unitKind, headers: "unit|uom|unit of measure|sales unit|selling unit|measure unit|单位|计量单位|销售单位|成交单位|产品单位"},
	{name: "price", kind: priceKind, money: "currency", headers: "price|unit price|selling price|sales price|list price|regular price|" +
		"variant price|standard price|fob price|fob|fob unit price|export price|price per unit|price each|your price|" +
		"单价|价格|售价|销售价|销售价格|销售单价|报价|出口价|出口单价|fob价|fob价格|fob单价|标价|产品单价|~price fob"},
	{name: "currency", kind: currencyKind, headers: "currency|currency code|price currency|ccy|币种|货币|币别|结算币种|价格币种|报价币种"},
	{name: "cost", kind: priceKind, money: "cost_currency", headers: "cost|cost price|unit cost|purchase price|buying price|" +
		"cost per item|factory price|ex factory price|成本|成本价|进价|采购价|采购单价|采购价格|进货价|出厂价|工厂价"},
	{name: "cost_currency", kind: currencyKind, headers: "cost currency|purchase currency|currency of the purchase price|成本币种|采购币种|进价币种"},
	{name: "hs_code", kind: tariffKind, headers: "hs code|hs|hs no|hts|hts code|hs number|tariff code|tariff number|tariff|commodity code|" +
		"customs code|customs tariff number|harmonized code|harmonised code|harmonized system code|hs tariff code|taric|ncm|" +
		"海关编码|hs编码|hs编号|税则号|税则号列|税号|海关税号|海关商品编码|hs海关编码|海关hs编码|出口税号"},
	{name: "origin", kind: countryKind, headers: "origin|country of origin|made in|coo|origin country|place of origin|" +
		"country region of origin|原产国|产地|原产地|原产国地区|原产国家|产地国"},
	{name: "gtin", kind: gtinKind, headers: "gtin|ean|ean code|ean13|ean 13|upc|upc code|barcode|bar code|variant barcode|ean upc|upc ean|" +
		"gtin upc ean or isbn|external product id|条码|条形码|商品条码|产品条码|国际条码|69码|条码号"},
	{name: "pcs_per_carton", kind: quantityKind, headers: "pcs per carton|pcs per ctn|pcs ctn|pcs carton|pieces per carton|qty per carton|" +
		"qty per ctn|qty ctn|quantity per carton|quantity ctn|units per carton|units ctn|units per case|case pack|case qty|ctn qty|" +
		"carton qty|carton quantity|packing qty|packing quantity|pcs per case|per carton|" +
		"装箱数|装箱数量|装箱量|每箱数量|每箱件数|每箱个数|每箱装量|件箱|只箱|个箱|pcs箱|箱装数|箱装量|箱入数|外箱装箱数|外箱数量|外箱装量|入数|数量箱|装箱率"},
	{name: "carton_length_cm", kind: lengthKind, headers: cartonSide("length|l|long|长|长度")},
	{name: "carton_width_cm", kind: lengthKind, headers: cartonSide("width|w|wide|宽|宽度")},
	{name: "carton_height_cm", kind: lengthKind, headers: cartonSide("height|h|high|高|高度")},
	{name: "carton_gross_kg", kind: weightKind, headers: "gross weight|gw|g weight|gross|gross weight per carton|gross weight carton|" +
		"gross weight ctn|gw ctn|gw carton|gw per carton|gw per ctn|ctn gw|carton gw|carton gross weight|carton gross|gross kg|carton weight|" +
		"毛重|外箱毛重|单箱毛重|整箱毛重|每箱毛重|箱毛重|毛重箱|毛重每箱"},
	{name: "carton_net_kg", kind: weightKind, headers: "net weight per carton|net weight carton|net weight ctn|nw ctn|nw carton|nw per carton|" +
		"nw per ctn|ctn nw|carton nw|carton net weight|carton net|~net weight|~nw|~n weight|~net|" +
		"外箱净重|单箱净重|整箱净重|每箱净重|箱净重|净重箱|净重每箱|~净重"},
	{name: "unit_net_kg", kind: weightKind, headers: "unit net weight|net weight each|unit weight|net weight per unit|net weight per piece|net weight pc|" +
		"weight per unit|weight per piece|product weight|item weight|variant grams|piece weight|~weight|~weight net|" +
		"单件净重|单件重量|单重|单个净重|单个重量|产品净重|单品净重|单品重量|净重个|净重件|净重只|产品重量|~重量"},
	{name: "moq", kind: quantityKind, headers: "moq|min order qty|min order quantity|minimum order|minimum order qty|minimum order quantity|" +
		"min qty|起订量|最小起订量|最小订购量|最低起订量|起批量|最小订单量"},
	{name: "stock", kind: quantityKind, headers: "stock|stock quantity|stock qty|stock level|inventory|inventory qty|inventory quantity|" +
		"variant inventory qty|on hand|qty on hand|quantity on hand|available|available quantity|units in stock|" +
		"~quantity|~qty|库存|库存数量|库存量|现有库存|当前库存|可用库存|~数量"},
	{name: "safety_stock", kind: quantityKind, headers: "safety stock|low stock amount|reorder level|reorder point|min stock|minimum stock|" +
		"安全库存|最低库存|库存下限|预警库存|最小库存"},
	{name: "max_stock", kind: quantityKind, headers: "max stock|overstocked above|maximum stock|overstock level|max stock level|maximum stock level|" +
		"最高库存|库存上限|最大库存|积压预警线"},
	{name: "supplier", kind: nameKind, headers: "supplier|supplier name|vendor|vendor name|factory|factory name|~manufacturer|~supplier id|~supplier code|" +
		"供应商|供应商名称|厂家|工厂|工厂名称|供货商|供方"},
	{name: "image", kind: nameKind, headers: "image|images|pictures|image url|image path|image file|picture|photo|image src|main image|main image url|" +
		"图片|主图|产品图片|商品图片|图片地址|图片路径"},
	{name: cartonSize, kind: sizeKind, headers: "carton size|carton dimension|carton dimensions|carton measurement|carton measurements|carton meas|" +
		"ctn size|ctn dimension|ctn dimensions|ctn meas|outer carton size|outer carton dimensions|outer carton|master carton size|" +
		"master carton dimensions|carton lwh|carton size lwh|carton dimensions lwh|measurement|meas|packing size|" +
		"外箱尺寸|外箱规格|箱规|纸箱尺寸|纸箱规格|箱子尺寸|外箱尺寸长宽高|外箱长宽高|箱规长宽高|装箱尺寸|外箱|包装尺寸"},
}

// cartonSize is the column that holds all three sides of the carton.
const cartonSize = "carton_size"

// skuHeaders are the headers of an article number wherever one stands.
const skuHeaders = "sku|sku code|sku no|item no|item number|item code|item sku|item ref|article no|article number|article code|art no|" +
	"product code|product no|product number|product sku|part no|part number|model no|model number|seller sku|merchant sku|variant sku|" +
	"style no|stock code|ref no|reference|货号|产品货号|商品货号|产品编号|产品编码|商品编号|物料编码|物料编号|物料号|款号|料号|存货编码|sku编码|sku编号|" +
	"~product id|~productid|~item id|~商品编码|~ref"

// cartonSide returns the headers for one side of the outer carton: every way to name the carton with every way to
// name the side, as one header or as one heading above another.
func cartonSide(sides string) string {
	const cartons = "carton|ctn|outer carton|master carton|export carton|outer box|case|carton size|ctn size|carton dimension|" +
		"carton dimensions|carton measurement|carton meas|outer carton size|outer carton dimensions|master carton size|packing size|" +
		"外箱|外箱尺寸|外箱规格|箱规|箱|纸箱|纸箱尺寸|箱子尺寸|箱子|装箱尺寸"
	return cross(cartons, sides)
}
