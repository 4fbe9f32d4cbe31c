package command

import (
	"encoding/json"
	"slices"
	"strconv"

	"tradewind/data"
)

// savePurchase creates or changes a purchase order.
func (a *applying) savePurchase(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("purchase_order", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	number, _ := plainText(given["purchase_no"])
	before, exists, err := found(a.st.Purchases.ByNo(a.ctx, number))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if !exists {
		after.Status = data.PurchaseDraft
	}
	if problems, err = a.fillPurchase(&after, before, given); err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("purchase_order", withRules(problems, after)))
	}
	after, result, err := save(before, after, !exists, func(p data.PurchaseOrder) (data.PurchaseOrder, error) { return a.st.Purchases.Save(a.ctx, p) })
	return saved(after.No, result, "purchase_order", after), under("purchase_order", err)
}

// fillPurchase puts what f says into a purchase order. A new one follows its supplier.
func (a *applying) fillPurchase(p *data.PurchaseOrder, before data.PurchaseOrder, f fields) (problems data.Problems, err error) {
	_ = takeTerm(f, &p.Incoterm, &problems)
	if raw, ok := f["currency"]; ok {
		_ = json.Unmarshal(raw, &p.Currency) // needed below; fill reports what is wrong with it
	}
	if code := f.text("supplier", &problems); code != "" {
		supplier, exists, err := found(a.st.Partners.ByCode(a.ctx, code))
		if err != nil {
			return nil, err
		}
		if !exists {
			problems = append(problems, data.Problem{Field: "supplier", Key: "problem.unknown_supplier", Args: map[string]any{"Value": code}})
		}
		home, err := a.home()
		if err != nil {
			return nil, err
		}
		p.Follow(supplier, home)
	}
	if raw, said := f.take("lines"); said {
		if p.Lines, err = a.purchaseLines(raw, *p, before, &problems); err != nil {
			return nil, err
		}
	}
	return append(problems, fill(p, f)...), nil
}

// purchaseLines reads lines. One with the article of the line that stood there before keeps what it doesn't say; every
// other one starts from its article at this supplier.
func (a *applying) purchaseLines(raw json.RawMessage, p, before data.PurchaseOrder, problems *data.Problems) ([]data.PurchaseLine, error) {
	list := listOf(raw, "lines", problems)
	lines := make([]data.PurchaseLine, len(list))
	for i, one := range list {
		path := "lines." + strconv.Itoa(i+1)
		sku, _ := plainText(one["sku"])
		if i < len(before.Lines) && (sku == "" || sku == before.Lines[i].SKU) {
			lines[i] = before.Lines[i]
		} else {
			product, exists, err := found(a.st.Products.BySKU(a.ctx, sku))
			if err != nil {
				return nil, err
			}
			at := slices.IndexFunc(product.Variants, func(v data.Variant) bool { return v.SKU == sku })
			if !exists || at < 0 {
				*problems = append(*problems, data.Problem{Field: path + ".sku", Key: "problem.unknown_product", Args: map[string]any{"Value": sku}})
				lines[i].SKU = sku // the rest of the line is looked at all the same
			} else {
				lines[i] = data.NewPurchaseLine(product, product.Variants[at], p.SupplierID, p.Currency)
			}
		}
		if text, ok := plainText(one["description"]); ok {
			delete(one, "description")
			lines[i].Description = lines[i].Description.With("en", text)
		}
		delete(one, "received") // what came only receipts say; show prints it
		*problems = append(*problems, within(path, fill(&lines[i], one))...)
	}
	return lines, nil
}

// receivedLine is one article of a receipt as a file names it.
type receivedLine struct {
	Line      int64         `json:"line"`
	SKU       string        `json:"sku"`
	Quantity  data.Quantity `json:"quantity"`
	Warehouse string        `json:"warehouse"`
	Lot       string        `json:"lot"`
	Expiry    data.Date     `json:"expiry"`
	Done      bool          `json:"done"`
}

// receivePurchase books goods that came of a purchase order, or takes a receipt back.
func (a *applying) receivePurchase(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	if back := f.text("take_back", &problems); back != "" && len(problems) == 0 {
		return outcome{Number: number, Result: "taken_back"}, notFound("take_back", back, a.st.Purchases.TakeBack(a.ctx, back))
	}
	var rc data.Receipt
	head := struct {
		Over     bool              `json:"over"`
		Rate     data.ExchangeRate `json:"rate"`
		RateBase data.Currency     `json:"rate_base"`
	}{}
	raw, _ := f.take("lines")
	p, exists, err := found(a.st.Purchases.ByNo(a.ctx, number))
	if err != nil {
		return outcome{}, err
	}
	if !exists && len(problems) == 0 {
		problems = append(problems, data.Problem{Field: "number", Key: "problem.not_found", Args: map[string]any{"Value": number}})
	}
	for i, one := range listOf(raw, "lines", &problems) {
		l := receivedLine{Warehouse: p.Warehouse}
		problems = append(problems, within("lines."+strconv.Itoa(i+1), fill(&l, one))...)
		rc.Lines = append(rc.Lines, data.ReceiptLine{
			Line: int(l.Line), SKU: l.SKU, Quantity: l.Quantity, Warehouse: l.Warehouse, Lot: l.Lot, Expiry: l.Expiry, Done: l.Done,
		})
	}
	if problems = append(problems, fill(&head, f)...); len(problems) > 0 {
		return outcome{}, problems
	}
	clear(f)
	rc.Over, rc.Rate = head.Over, data.CostRate{Base: head.RateBase, Rate: head.Rate}
	p, err = a.st.Purchases.Receive(a.ctx, number, rc)
	return outcome{Number: number, Result: "received", warnings: overWarnings(p)}, err
}

// overWarnings names what came beyond what was ordered.
func overWarnings(p data.PurchaseOrder) (over data.Problems) {
	for _, w := range p.Warnings() {
		if w.Key == "problem.over_delivered" {
			over = append(over, w)
		}
	}
	return over
}

// closePurchase says that nothing more will come: of the lines named, else of the whole order.
func (a *applying) closePurchase(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	raw, some := f.take("lines")
	var lines []int
	if some && json.Unmarshal(raw, &lines) != nil {
		problems.Add("lines", "problem.not_a_list")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	p, err := a.st.Purchases.ByNo(a.ctx, number)
	if err != nil {
		return outcome{}, notFound("number", number, err)
	}
	if !some {
		p.Status = data.PurchaseClosed
	}
	p.Lines = slices.Clone(p.Lines)
	for i, no := range lines {
		if no < 1 || no > len(p.Lines) {
			return outcome{}, data.Problems{{Field: "lines." + strconv.Itoa(i+1), Key: "problem.not_found", Args: map[string]any{"Value": strconv.Itoa(no)}}}
		}
		p.Lines[no-1].Closed = true
	}
	_, err = a.st.Purchases.Save(a.ctx, p)
	return outcome{Number: number, Result: "closed"}, err
}
