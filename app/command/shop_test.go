package command_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind/app/command"
)

const shopifyFile = `Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Price,Variant Barcode,Image Src,Image Position,Variant Weight Unit
blue-mug,Blue mug,"<p>Stoneware &amp; glaze</p><ul><li>330 ml</li></ul>",Seaside,Mugs,true,Color,Blue,Size,S,MUG-S,350,3.25,6901234500011,https://example.com/a.jpg,1,kg
blue-mug,,,,,,,Blue,,L,MUG-L,450,3.75,,https://example.com/b.jpg,2,kg
blue-mug,,,,,,,,,,,,,,https://example.com/c.jpg,3,
plain,Plain plate,,,Plates,true,Title,Default Title,,,PLATE,500,2,,,,kg
`

const wooFile = `ID,Type,SKU,Name,Published,Description,Weight (kg),Regular price,Categories,Images,Parent,Brands,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)
7,variable,MUG-S,Blue mug,1,Stoneware &amp; glaze<br>330 ml,0.35,3.25,Mugs,"https://example.com/a.jpg, https://example.com/b.jpg",,Seaside,Color,Blue,Size,"S, L"
8,variation,,Blue mug - S,1,,,,,,MUG-S,,Color,Blue,Size,S
9,variation,MUG-L,Blue mug - L,1,,0.45,3.75,,https://example.com/c.jpg,id:7,,Color,Blue,Size,L
10,simple,PLATE,Plain plate,1,,0.5,2,Plates,,,,,,,
`

// shopProduct is what the tests look at.
type shopProduct struct {
	Name, Description, Price, Category, Notes string
	Brand, Supplier                           string
	Net                                       string `json:"unit_net_kg"`
	Variants                                  []struct {
		SKU, Price string
		Net        string `json:"unit_net_kg"`
		Attributes map[string]string
	}
}

func TestVariantsAndPicturesOfShopsComeAndGo(t *testing.T) {
	for system, content := range map[string]string{"shopify": shopifyFile, "woocommerce": wooFile} {
		b := newBench(t)
		b.env["TRADEWIND_DB"] = b.folder + "/shop.db"
		type report struct{ New, Changed, Unchanged, Refused int }
		file := b.file(system+".csv", content)
		if first := decoded[report](b, b.done("import", "products", file, "--json")); first.New < 2 || first.Refused > 0 {
			t.Errorf("%s: %+v", system, first)
		}
		if again := decoded[report](b, b.done("import", "products", file, "--json")); again.New+again.Changed > 0 || again.Unchanged != 4 {
			t.Errorf("%s, the same file: %+v", system, again)
		}
		mug := decoded[shopProduct](b, b.done("show", "product", "MUG-L", "--json"))
		if mug.Name != "Blue mug" || mug.Description != "Stoneware & glaze\n330 ml" || mug.Price != "3.25" || mug.Net != "0.35" || mug.Category != "Mugs" ||
			strings.Count(mug.Notes, "https://") != 3 || mug.Brand != "Seaside" || mug.Supplier != "" || len(mug.Variants) != 2 {
			t.Fatalf("%s: %+v", system, mug)
		}
		if s, l := mug.Variants[0], mug.Variants[1]; s.SKU != "MUG-S" || s.Price != "" || s.Attributes["Size"] != "S" || l.Price != "3.75" || l.Net != "0.45" ||
			l.Attributes["Size"] != "L" || l.Attributes["Color"] != "Blue" {
			t.Errorf("%s: %+v", system, mug.Variants)
		}
		if plate := decoded[shopProduct](b, b.done("show", "product", "PLATE", "--json")); len(plate.Variants) != 1 || len(plate.Variants[0].Attributes) > 0 {
			t.Errorf("%s: %+v", system, plate)
		}
		for _, other := range []string{"shopify", "woocommerce"} {
			b.env["TRADEWIND_DB"] = b.folder + "/shop.db"
			out := b.folder + "/out.csv"
			b.done("export", "products", out, "--for", other)
			b.env["TRADEWIND_DB"] = b.folder + "/" + other + ".db"
			b.done("import", "products", out)
			back := decoded[shopProduct](b, b.done("show", "product", "MUG-S", "--json"))
			if fmt.Sprint(back) != fmt.Sprint(mug) {
				t.Errorf("%s as %s:\n%+v\nbecame\n%+v", system, other, mug, back)
			}
		}
	}
}

func TestAVariantOfNothingIsRefused(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/shop.db"
	orphan := strings.Replace(wooFile, "id:7", "NOBODY", 1)
	b.refused(command.WrongInput, ":4:sku: ", "import", "products", b.file("orphan.csv", orphan))
	b.refused(command.WrongUsage, "--for", "export", "products", b.folder+"/a.csv", "--for", "ebay")
	b.refused(command.WrongUsage, "--for", "export", "products", b.folder+"/a.xlsx", "--for", "shopify")
}
