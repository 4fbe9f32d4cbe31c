package sheet

import (
	"html"
	"regexp"
	"strconv"
	"strings"

	"tradewind/data"
)

// Two shop systems write a product and its variants as rows of one file. WooCommerce has a row of the type "variable" and
// rows of the type "variation" that name it as their parent; Shopify has rows with the same handle, the first of which is
// the product, and rows that hold nothing but a further picture.

// shop reads the rows of such a file.
type shop struct {
	system  string         // "woocommerce" or "shopify"
	columns map[string]int // by heading in small letters
	parents map[string]string
}

// The systems that products are exchanged with.
const (
	WooCommerce = "woocommerce"
	Shopify     = "shopify"
)

// Shops returns the shop systems whose product files are written.
func Shops() []string { return []string{WooCommerce, Shopify} }

// shop returns what reads the rows of a shop's file; nil when f isn't one.
func (f *File) shop() *shop {
	if f.target != Products {
		return nil
	}
	s := &shop{columns: map[string]int{}, parents: map[string]string{}}
	for i, h := range f.heading.headers {
		s.columns[strings.ToLower(strings.TrimSpace(h))] = i
	}
	has := func(names ...string) bool {
		for _, n := range names {
			if _, ok := s.columns[n]; !ok {
				return false
			}
		}
		return true
	}
	switch {
	case has("handle", "title", "variant price"):
		s.system = Shopify
	case has("type", "sku", "parent", "regular price"):
		s.system = WooCommerce
	default:
		return nil
	}
	return s
}

// text returns a cell by its heading.
func (s *shop) text(cells []cell, heading string) string {
	if i, ok := s.columns[heading]; ok && i < len(cells) {
		return cells[i].trimmed()
	}
	return ""
}

// take brings a row into our form.
func (s *shop) take(cells []cell, p *data.Patch) {
	if s.system == Shopify {
		s.takeShopify(cells, p)
	} else {
		s.takeWoo(cells, p)
	}
}

// takeWoo reads type, parent and attributes.
func (s *shop) takeWoo(cells []cell, p *data.Patch) {
	sku := p.Values["sku"]
	if id := s.text(cells, "id"); id != "" {
		s.parents["id:"+id] = sku
	}
	kind := strings.ToLower(s.text(cells, "type"))
	variable := strings.Contains(kind, "variable")
	for n := 1; ; n++ {
		name, ok := s.columns["attribute "+strconv.Itoa(n)+" name"]
		if !ok {
			break
		}
		if name >= len(cells) || variable { // a variable product only lists what its variations have
			continue
		}
		value := s.text(cells, "attribute "+strconv.Itoa(n)+" value(s)")
		if key := cells[name].trimmed(); key != "" && value != "" {
			p.Values[data.AttributePrefix+key] = strings.ReplaceAll(value, `\,`, ",")
		}
	}
	if strings.Contains(kind, "variation") {
		parent := s.text(cells, "parent")
		if known := s.parents[parent]; known != "" {
			parent = known
		}
		p.Values[data.VariantOf] = parent
	}
	p.Values["description"] = plainText(p.Values["description"])
	p.Values[data.ShopBrand] = s.text(cells, "brands")
}

// takeShopify reads handle and options. The first row of a handle is the product; without an SKU it is called by the
// handle.
func (s *shop) takeShopify(cells []cell, p *data.Patch) {
	handle := s.text(cells, "handle")
	for n := 1; n <= 3; n++ {
		s.takeOption(cells, "option"+strconv.Itoa(n), handle, p)
	}
	if body := s.text(cells, "body (html)"); body != "" {
		p.Values["description"] = plainText(body)
	}
	delete(p.Values, "supplier") // what Shopify calls a vendor is the name that buyers see
	p.Values[data.ShopBrand] = s.text(cells, "vendor")
	first, seen := s.parents[handle]
	switch {
	case handle == "":
	case !seen:
		if p.Values["sku"] == "" {
			p.Values["sku"] = handle
		}
		s.parents[handle] = p.Values["sku"]
	case s.text(cells, "variant sku") == "" && s.text(cells, "option1 value") == "": // a further picture
		p.Values = map[string]string{data.VariantOf: first, "image": s.text(cells, "image src")}
	default:
		p.Values[data.VariantOf] = first
	}
}

// takeOption reads one option of a row.
func (s *shop) takeOption(cells []cell, option, handle string, p *data.Patch) {
	name, value := s.text(cells, option+" name"), s.text(cells, option+" value")
	key := handle + "\x00" + option
	if name != "" {
		s.parents[key] = name // further rows leave the name out
	}
	name = s.parents[key]
	single := strings.EqualFold(name, "title") && strings.EqualFold(value, "default title")
	if name != "" && value != "" && value != noOption && !single {
		p.Values[data.AttributePrefix+name] = value
	}
}

// noOption stands for an option that a variant doesn't have.
const noOption = "-"

// What of a page's mark-up ends a line, and what all of it looks like.
var (
	lineEnds = regexp.MustCompile(`(?i)<br\s*/?>|</(p|li|h[1-6]|div|tr)>`)
	markUp   = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
)

// plainText takes the mark-up off a text of a page.
func plainText(page string) string {
	if !markUp.MatchString(page) && !strings.Contains(page, "&") {
		return page
	}
	text := markUp.ReplaceAllString(lineEnds.ReplaceAllString(page, "\n"), "")
	return strings.TrimSpace(html.UnescapeString(text))
}

// pageText writes a text as a page has it.
func pageText(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "\n", "<br>")
}
