package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/assets"
	"tradewind/data/document"

	"github.com/shopspring/decimal"
)

// fonts are the program's own faces.
func fonts() Fonts {
	return Fonts{
		Regular: [][]byte{assets.NotoSansRegular, assets.NotoSansSCRegular},
		Bold:    [][]byte{assets.NotoSansBold, assets.NotoSansSCBold},
	}
}

// invoice returns a bilingual invoice of n lines, as long and as mixed as real ones.
func invoice(n int) document.Page {
	return document.Page{
		Title: "COMMERCIAL INVOICE 商业发票", Number: "CI-2026-0001", Language: "en", Date: "2026-11-22",
		Author:  "Ningbo Haishu Tradewind Import & Export Co., Ltd.",
		PageOf:  "Page {n} of {m} 第 {n} 页，共 {m} 页",
		Carried: "Carried forward 转下页", Brought: "Brought forward 承上页",
		Running: []document.Fact{{Label: "No. 号码", Text: "CI-2026-0001"}, {Label: "Date 日期", Text: "2026-11-22"}},
		Blocks:  []document.Block{heads(), goods(n), inWords(), bank(), declaration(), signature()},
	}
}

func heads() document.Boxes {
	return document.Boxes{Rows: [][]document.Box{
		{
			{
				Caption: "Seller 卖方", Strong: []string{"Ningbo Haishu Tradewind Import & Export Co., Ltd.", "宁波海曙信风进出口有限公司"},
				Lines: []string{"Room 1203, No. 88 Jiangdong North Road, Yinzhou District", "Ningbo 315040, Zhejiang, China 中国", "Tel +86 574 8712 3456 · export@tradewind.example"},
				Facts: []document.Fact{{Label: "Tax no. 统一社会信用代码", Text: "91330203MA2AFXXX5K"}},
			},
			{Caption: "", Facts: []document.Fact{
				{Label: "Invoice no. 发票号", Text: "CI-2026-0001"},
				{Label: "Date 日期", Text: "2026-11-22"},
				{Label: "Contract no. 合同号", Text: "SC-2026-0001"},
				{Label: "Buyer's order no. 买方订单号", Text: "PO-4500012345"},
				{Label: "L/C no. 信用证号", Text: "DE26LC0001234567"},
			}},
		},
		{
			{Caption: "Consignee 收货人", Strong: []string{"Müller & Söhne Großhandel GmbH"}, Lines: []string{"Speicherstraße 17", "20457 Hamburg", "Germany 德国"}},
			{Caption: "Buyer 买方", Strong: []string{"Müller & Söhne Holding AG"}, Lines: []string{"Łódzka 4, Český Krumlov, Αθήνα, Москва", "Thành phố Hồ Chí Minh"}, Facts: []document.Fact{{Label: "VAT no. 税号", Text: "DE123456789"}}},
		},
		{
			{Caption: "Transport 运输", Facts: []document.Fact{
				{Label: "Vessel / voyage 船名航次", Text: "EVER GOLDEN 1234-056W"},
				{Label: "Port of loading 装运港", Text: "Ningbo, China 中国宁波"},
				{Label: "Port of discharge 卸货港", Text: "Hamburg, Germany 德国汉堡"},
			}},
			{Caption: "Terms 条款", Facts: []document.Fact{
				{Label: "Delivery 贸易术语", Text: "CIF Hamburg, Incoterms® 2020"},
				{Label: "Payment 付款方式", Text: "30 % deposit by T/T, balance against copy of B/L"},
				{Label: "Currency 币种", Text: "USD"},
			}},
		},
	}}
}

var articles = [][2]string{
	{"Stainless steel vacuum flask, 500 ml, double wall", "不锈钢真空保温杯，500毫升，双层"},
	{"Bamboo cutting board with juice groove, 38 × 28 × 1.8 cm", "带汁槽竹制砧板"},
	{"LED desk lamp, 10 W, USB-C, warm white 3000 K ± 150 K", "LED台灯，10瓦，暖白光"},
	{"Cotton tote bag 38 × 42 cm, 140 g/m², screen print 2 colours", "棉布手提袋，140克/平方米，双色丝印"},
	{"Ceramic mug 350 ml, glaze “sea blue”, 36 µm decal", "陶瓷马克杯，海蓝釉"},
	{"Hydraulic bottle jack 5 t, lifting range 195–380 mm", "液压千斤顶，5吨"},
}

func goods(n int) document.Grid {
	g := document.Grid{Columns: []document.Column{
		{Title: "No. 序号", Share: 6},
		{Title: "Description of goods 货物名称", Share: 42},
		{Title: "Origin 原产国", Share: 10},
		{Title: "Quantity 数量", Share: 13, Align: document.Right, Role: "quantity"},
		{Title: "Unit price 单价 USD", Share: 13, Align: document.Right, Role: "price"},
		{Title: "Amount 金额 USD", Share: 16, Align: document.Right, Role: "amount", Carry: true},
	}}
	sum := decimal.Zero
	for i := range n {
		a := articles[i%len(articles)]
		quantity, price := decimal.NewFromInt(int64(120*(i+1))), decimal.New(int64(32500+1234*i), -4)
		amount := quantity.Mul(price).Round(2)
		sum = sum.Add(amount)
		g.Rows = append(g.Rows, document.Row{Cells: []document.Cell{
			{Text: fmt.Sprint(i + 1)},
			{Text: a[0], Sub: []string{a[1], fmt.Sprintf("SKU TW-%04d · HS 9617 00 %02d", 1000+i, i%90)}},
			{Text: "CN 中国"},
			{Text: quantity.String() + " PCS", Number: &quantity},
			{Text: price.StringFixed(4), Number: &price, Decimals: 4},
			{Text: grouped(amount, 2), Number: &amount, Decimals: 2},
		}})
	}
	freight := decimal.RequireFromString("1800")
	total := sum.Add(freight)
	line := func(label, role string, d *decimal.Decimal) document.Row {
		return document.Row{Role: role, Cells: []document.Cell{{Text: label, Span: 5}, {Text: grouped(*d, 2), Number: d, Decimals: 2}}}
	}
	g.Totals = []document.Row{line("Goods 货值", "goods", &sum), line("Freight 运费", "freight", &freight), line("Total CIF Hamburg 总计 USD", "total", &total)}
	return g
}

func inWords() document.Text {
	return document.Text{Heading: "Amount in words 金额大写", Text: "SAY US DOLLARS ONE HUNDRED TWENTY-THREE THOUSAND FOUR HUNDRED FIFTY-SIX AND CENTS SEVENTY-EIGHT ONLY\n美元壹拾贰万叁仟肆佰伍拾陆元柒角捌分"}
}

func bank() document.Facts {
	return document.Facts{Heading: "Bank details 银行信息", Facts: []document.Fact{
		{Label: "Beneficiary 收款人", Text: "Ningbo Haishu Tradewind Import & Export Co., Ltd."},
		{Label: "Bank 开户行", Text: "Bank of China, Ningbo Branch 中国银行宁波市分行"},
		{Label: "SWIFT", Text: "BKCHCNBJ92A"},
		{Label: "Account 账号", Text: "3712 5827 4619 0083"},
		{Label: "Address 地址", Text: "139 Yaohang Street, Ningbo"},
	}}
}

func declaration() document.Text {
	return document.Text{Heading: "Declaration 声明", Text: "We certify that this invoice is true and correct and that the goods are of Chinese origin. 兹证明本发票内容真实无误，所列货物原产于中国。"}
}

func signature() document.Signature {
	return document.Signature{
		For: "For and on behalf of Ningbo Haishu Tradewind Import & Export Co., Ltd.", Name: "Chen Xiaoyan 陈晓燕", Title: "Export manager 外贸经理",
		PlaceDate: "Ningbo, 2026-11-22", Labels: [2]string{"Authorised signature 授权签字", "Company stamp 公司盖章"},
		Stamp: stamp(), Picture: scribble(),
	}
}

// drawn returns a PNG whose pixels are chosen by a function of -1…1.
func drawn(w, h int, at func(x, y float64) color.NRGBA) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, at(2*float64(x)/float64(w)-1, 2*float64(y)/float64(h)-1))
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func stamp() []byte {
	return drawn(300, 300, func(x, y float64) color.NRGBA {
		if r := math.Hypot(x, y); r < 0.95 && r > 0.88 || r < 0.25 && math.Cos(5*math.Atan2(x, -y)) > 4*r-0.5 {
			return color.NRGBA{0xC8, 0x10, 0x20, 0xE0}
		}
		return color.NRGBA{}
	})
}

func scribble() []byte {
	return drawn(400, 120, func(x, y float64) color.NRGBA {
		if math.Abs(y-0.7*math.Sin(9*x)*math.Cos(3*x)) < 0.08 {
			return color.NRGBA{0x10, 0x20, 0x80, 0xFF}
		}
		return color.NRGBA{}
	})
}

func logo() []byte {
	return drawn(360, 120, func(x, y float64) color.NRGBA {
		if math.Mod(x+y*0.3+4, 0.4) < 0.2 && math.Abs(y) < 0.8 {
			return color.NRGBA{0x0B, 0x5C, 0x9E, 0xFF}
		}
		return color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	})
}

// TestLook writes sample papers for the eye when TRADEWIND_LOOK names a folder.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRADEWIND_LOOK")
	if dir == "" {
		t.Skip("TRADEWIND_LOOK names no folder to write sample papers to")
	}
	for name, page := range samples() {
		var b bytes.Buffer
		if err := New(fonts()).Render(&b, page); err != nil {
			t.Error(name, err)
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), b.Bytes(), 0o600); err != nil {
			t.Error(err)
		}
	}
}

func samples() map[string]document.Page {
	withLogo := invoice(4)
	withLogo.Logo, withLogo.Subtitle = logo(), "DRAFT 草稿"
	return map[string]document.Page{
		"none": invoice(0), "hundred": invoice(100), "long": longNames(), "pictures": illustrated(),
		"one": invoice(1), "logo": withLogo, "forty": invoice(40), "many": invoice(200),
	}
}

// longNames is a paper on which everything is too long.
func longNames() document.Page {
	p := invoice(3)
	name := strings.TrimSpace(strings.Repeat("Gesellschaft für internationale Handelsvermittlung ", 4))
	p.Author, p.Logo, p.Title = name, logo(), "PROFORMA INVOICE / FACTURA PROFORMA 形式发票（预开）"
	boxes := heads()
	boxes.Rows[0][0].Strong = []string{name, strings.Repeat("宁波海曙信风进出口贸易有限公司", 12)}
	boxes.Rows[0][0].Lines = []string{strings.Repeat("x", 200), strings.Repeat("Straße ", 30)}
	boxes.Rows[0][1].Facts = append(boxes.Rows[0][1].Facts, document.Fact{Label: strings.Repeat("Label 标签", 12), Text: strings.Repeat("W", 120)})
	boxes.Rows = append(boxes.Rows, []document.Box{{Caption: "Marks 唛头", Lines: strings.Split(strings.Repeat("MARK 12345\n", 120), "\n")}})
	huge := decimal.RequireFromString("-98765432109876543210.99")
	g := goods(6)
	g.Rows[0].Cells[1].Text = strings.Repeat("Ü", 200)
	g.Rows[1].Cells[1].Text = strings.Repeat("不锈钢真空保温杯，", 40)
	g.Rows[1].Cells[1].Sub = []string{strings.Repeat("ABCDEF-0123456789_", 30)}
	g.Rows[2].Cells[0].Text = strings.Repeat("SKU0123456", 6)
	g.Rows[2].Cells[5] = document.Cell{Text: grouped(huge, 2), Number: &huge, Decimals: 2}
	g.Rows[3].Cells[1].Text = strings.Repeat("One article with a very long description. ", 150)
	g.Totals[2].Cells[1] = document.Cell{Text: grouped(huge.Mul(huge), 2), Number: &huge, Decimals: 2}
	p.Blocks = []document.Block{boxes, g, inWords(), bank(), document.Text{Heading: "Terms", Text: strings.Repeat("All that is agreed stands here. ", 400)}, signature()}
	return p
}

// illustrated is a paper with pictures in its cells and below its table.
func illustrated() document.Page {
	p := invoice(8)
	p.Logo = logo()
	g := goods(8)
	g.Columns[0].Title, g.Columns[0].Share = "Picture 图片", 14
	for i := range g.Rows {
		g.Rows[i].Cells[0] = document.Cell{Picture: [][]byte{logo(), stamp(), scribble()}[i%3]}
	}
	p.Blocks = []document.Block{heads(), g, document.Pictures{Images: [][]byte{stamp(), scribble(), logo(), stamp()}}, signature()}
	return p
}
