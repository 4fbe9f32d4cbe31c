package command

import (
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

func (s *session) productPage(st *store.Store, sku string) (*page, error) {
	product, err := st.Products.BySKU(s.ctx, sku)
	if err != nil {
		return nil, err
	}
	stock, err := onHand(s.ctx, st, []data.Product{product})
	if err != nil {
		return nil, err
	}
	r := productRowOf(product, stock(product))
	p := &page{title: s.t("command.show.product", "Number", r.SKU)}
	p.add(s.t("command.label.name"), strings.TrimSpace(r.Name+"\n"+r.NameZH))
	p.add(s.t("command.label.description"), product.Description.In(s.words.Lang()))
	p.add(s.t("command.label.category"), r.Category)
	p.add(s.t("command.label.unit"), string(r.Unit))
	p.add(s.t("command.label.price"), priced(product.Price, r.Currency))
	p.add(s.t("command.label.cost"), priced(product.Cost, r.CostCurrency))
	p.add(s.t("command.label.hs_code"), r.HSCode)
	p.add(s.t("command.label.origin"), r.Origin.Name(s.words.Lang()))
	p.add("GTIN", r.GTIN)
	p.add(s.t("command.label.pcs_per_carton"), r.PcsPerCarton)
	if !product.Packing.Carton.IsZero() {
		p.add(s.t("command.label.carton"), r.CartonLength+" × "+r.CartonWidth+" × "+r.CartonHeight+" cm")
	}
	p.add(s.t("command.label.carton_gross"), kilograms(r.CartonGross))
	p.add(s.t("command.label.carton_net"), kilograms(r.CartonNet))
	p.add(s.t("command.label.unit_net"), kilograms(r.UnitNet))
	p.add(s.t("command.label.moq"), r.MOQ)
	p.add(s.t("command.label.stock"), r.Stock)
	p.add(s.t("command.label.safety_stock"), r.SafetyStock)
	p.add(s.t("command.label.max_stock"), r.MaxStock)
	p.add(s.t("command.label.supplier"), r.Supplier)
	p.add(s.t("command.label.image"), r.Image)
	steps := newTable(s.t("command.label.quantity"), s.t("command.label.price"))
	steps.right = []int{0, 1}
	for _, step := range product.PriceLadder {
		steps.add(step, step.From.String(), step.Price.String())
	}
	p.parts = append(p.parts, part{title: s.t("command.label.ladder"), table: steps})
	sums, err := s.stockSums(st, product)
	p.parts = append(p.parts, s.promisesPart(sums))
	return p, err
}

// promisesPart is the table of what can be promised of each variant from which day on.
func (s *session) promisesPart(of stockShown) part {
	t := newTable(s.t("command.label.sku"), s.t("command.label.from_day"), s.t("command.label.left"), s.t("command.label.promisable"))
	t.right = []int{2, 3}
	for _, v := range of.Promises {
		for _, d := range v.Outlook {
			t.add(d, v.SKU, s.words.Date(string(d.Date)), d.Left.String(), d.Promisable.String())
		}
	}
	return part{title: s.t("command.label.promises"), table: t}
}

// role says what a partner is to the merchant.
func (s *session) role(of data.Role) string {
	keys := map[data.Role]string{
		data.Customer: "command.role.customer", data.Supplier: "command.role.supplier",
		data.Forwarder: "command.role.forwarder", data.Bank: "command.role.bank",
	}
	if key, known := keys[of]; known {
		return s.t(key)
	}
	return string(of)
}

// priced writes a price with its currency; nothing when there is none.
func priced(price *data.UnitPrice, c data.Currency) string {
	if price == nil {
		return ""
	}
	return strings.TrimSpace(price.Shown(c) + " " + string(c))
}

func kilograms(weight string) string {
	if weight == "" {
		return ""
	}
	return weight + " kg"
}
