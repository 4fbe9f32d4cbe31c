package sheet

// countFields are the fields of a count sheet that comes back filled in. What the books say isn't read.
var countFields = []field{
	{name: "stock_take_no", kind: codeKind, headers: "stock take|stocktake|stock take no|count no|盘点单|盘点单号"},
	{name: "sku", kind: codeKind, key: true, headers: skuHeaders + "|article|~id|~code|~item|~product|~model|~编号|~编码|~型号|~产品型号"},
	{name: "gtin", kind: codeKind, headers: "barcode|ean|upc|gtin|条码|条形码|商品条码"},
	{name: "lot", kind: codeKind, headers: "lot no|lot number|batch|batch no|batch number|批号|批次|批次号|生产批号"},
	{name: "expiry", kind: dateKind, headers: "expiry date|expiration date|expires|best before|exp date|use by|有效期|有效期至|到期日|到期日期|失效日期|保质期至"},
	{name: "counted", kind: quantityKind, key: true, headers: "counted quantity|counted qty|count|actual|actual quantity|实盘|实盘数量|盘点数量|实际数量"},
	{name: "reason", kind: nameKind, headers: "reason of difference|why|explanation|差异原因|原因|说明"},
}
