package command

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"tradewind/data"
)

func (a *applying) saveShipment(f fields) (outcome, error) {
	var problems data.Problems
	shipment := f.object("shipment", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	number, _ := plainText(shipment["shipment_no"])
	before, exists, err := found(a.st.Shipments.ByNo(a.ctx, number))
	if err != nil {
		return outcome{}, err
	}
	after := before
	order, err := a.orderOf(&after, shipment, exists, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("shipment", problems))
	}
	problems, err = a.fillShipment(&after, order, shipment, exists)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("shipment", problems))
	}
	after, result, err := save(before, after, !exists, func(sh data.Shipment) (data.Shipment, error) { return a.st.Shipments.Save(a.ctx, sh) })
	return outcome{Number: after.No, Result: result}, under("shipment", err)
}

// orderOf finds the order of a shipment: a new one names it, an existing one keeps its own.
func (a *applying) orderOf(sh *data.Shipment, f fields, exists bool, problems *data.Problems) (data.Order, error) {
	number := f.text("order_no", problems)
	if exists {
		if number != "" && number != sh.OrderNo {
			problems.Add("order_no", "command.apply.other_order")
		}
		return a.st.Orders.Get(a.ctx, sh.OrderID)
	}
	if number == "" {
		problems.Add("order_no", "problem.required")
		return data.Order{}, nil
	}
	order, there, err := found(a.st.Orders.ByNo(a.ctx, number))
	if err == nil && !there {
		*problems = append(*problems, data.Problem{Field: "order_no", Key: "problem.not_found", Args: map[string]any{"Value": number}})
	}
	sh.OrderID, sh.OrderNo, sh.Transport = order.ID, order.No, order.Transport
	return order, err
}

// fillShipment puts what f says into a shipment. A new one without lines takes all that hasn't been shipped yet, and
// the order's freight, insurance, discount and charges go with the goods unless the file says otherwise.
func (a *applying) fillShipment(sh *data.Shipment, order data.Order, f fields, exists bool) (data.Problems, error) {
	var problems data.Problems
	others, err := a.st.Shipments.OfOrder(a.ctx, order.ID)
	if err != nil {
		return nil, err
	}
	others = slices.DeleteFunc(others, func(o data.Shipment) bool { return o.ID == sh.ID && exists })
	if raw, said := f.take("lines"); said {
		sh.Lines = shipmentLines(raw, order, &problems)
	} else if !exists {
		sh.Lines = remainder(order, others)
	}
	if sh.Date == "" {
		sh.Date = data.DateOf(a.Now())
	}
	if !exists {
		if err := shareExtras(sh, order, others); err != nil {
			return nil, err
		}
	}
	x := takeExtras(f, order.Currency, &problems)
	x.into(&sh.Discount, &sh.Freight, &sh.Insurance, &sh.Charges)
	return append(problems, fill(sh, f)...), nil
}

// shipmentLines reads {"line": 1, "quantity": "5"}; an article may stand for the number of its line.
func shipmentLines(raw json.RawMessage, order data.Order, problems *data.Problems) []data.ShipmentLine {
	var lines []data.ShipmentLine
	for i, one := range listOf(raw, "lines", problems) {
		path := "lines." + strconv.Itoa(i+1)
		var wrong data.Problems
		sku := one.text("sku", &wrong)
		var l data.ShipmentLine
		wrong = append(wrong, fill(&l, one)...)
		if l.Line == 0 {
			l.Line = 1 + slices.IndexFunc(order.Lines, func(o data.OrderLine) bool { return o.SKU == sku })
		}
		if l.Line < 1 || l.Line > len(order.Lines) {
			wrong.Add("line", "command.apply.no_line")
		} else {
			l.OrderLineID = order.Lines[l.Line-1].ID
		}
		*problems = append(*problems, within(path, wrong)...)
		lines = append(lines, l)
	}
	return lines
}

// remainder returns what of an order hasn't been put into a shipment yet.
func remainder(order data.Order, others []data.Shipment) []data.ShipmentLine {
	var lines []data.ShipmentLine
	for i, l := range order.Lines {
		rest := l.Quantity
		for _, o := range others {
			for _, sent := range o.Lines {
				if sent.Line == i+1 {
					rest -= sent.Quantity
				}
			}
		}
		if rest != 0 {
			lines = append(lines, data.ShipmentLine{OrderLineID: l.ID, Line: i + 1, Quantity: rest})
		}
	}
	return lines
}

// shareExtras gives a new shipment its part of the order's freight, insurance, discount and charges: by the value of
// its goods, and all that is left when it takes the last of them.
func shareExtras(sh *data.Shipment, order data.Order, others []data.Shipment) error {
	part, err := goodsOf(order, sh.Lines)
	if err != nil {
		return err
	}
	whole, err := order.Totals()
	if err != nil {
		return err
	}
	last := len(remainder(order, append(slices.Clone(others), *sh))) == 0
	own := func(total int64, of func(data.Shipment) int64) int64 {
		if !last {
			return share(total, part, whole.Goods.Decimal().Sub(part))
		}
		for _, o := range others {
			total -= of(o)
		}
		return total
	}
	sh.Discount = own(order.Discount, func(s data.Shipment) int64 { return s.Discount })
	sh.Freight = own(order.Freight, func(s data.Shipment) int64 { return s.Freight })
	sh.Insurance = own(order.Insurance, func(s data.Shipment) int64 { return s.Insurance })
	for _, c := range order.Charges {
		minor := own(c.Minor, func(s data.Shipment) (sum int64) {
			for _, sc := range s.Charges {
				if sc.Name == c.Name {
					sum += sc.Minor
				}
			}
			return sum
		})
		sh.Charges = append(sh.Charges, data.Charge{Name: c.Name, Minor: minor})
	}
	return nil
}

// share returns the part of an order's amount that goes with some of its goods.
func share(total int64, part, rest decimal.Decimal) int64 {
	if !part.IsPositive() {
		return 0
	}
	return data.Allocate(total, []decimal.Decimal{part, rest})[0]
}

// goodsOf returns what the goods of some lines of an order come to.
func goodsOf(order data.Order, lines []data.ShipmentLine) (decimal.Decimal, error) {
	sum := decimal.Zero
	for _, l := range lines {
		if l.Line < 1 || l.Line > len(order.Lines) {
			continue // reported where the lines are read
		}
		o := order.Lines[l.Line-1]
		amount, err := data.LineAmount(o.Price, l.Quantity, o.Discount, order.Currency)
		if err != nil {
			return sum, err
		}
		sum = sum.Add(amount.Decimal())
	}
	return sum, nil
}

func (a *applying) postShipment(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	sh, err := a.st.Shipments.ByNo(a.ctx, number)
	if err != nil {
		return outcome{}, notFound("number", number, err)
	}
	if sh.Posted {
		return outcome{Number: sh.No, Result: string(data.Unchanged)}, nil
	}
	sh, err = a.st.Shipments.Post(a.ctx, sh.ID)
	return outcome{Number: sh.No, Result: "posted"}, err
}

func (a *applying) countStock(f fields) (outcome, error) {
	var problems data.Problems
	document := f.text("document", &problems)
	raw, ok := f.take("levels")
	var list []fields
	if !ok || json.Unmarshal(raw, &list) != nil || len(list) == 0 {
		problems.Add("levels", "problem.required")
	}
	var levels []data.Level
	for i, one := range list {
		path := "levels." + strconv.Itoa(i+1)
		var l data.Level
		problems = append(problems, within(path, fill(&l, one))...)
		var line data.OrderLine
		if err := a.article(&line, l.SKU, path, &problems); err != nil {
			return outcome{}, err
		}
		l.VariantID = line.VariantID
		levels = append(levels, l)
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	err := a.st.Stock.Count(a.ctx, levels, document)
	return outcome{Number: document, Result: "counted"}, err
}
