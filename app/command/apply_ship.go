package command

import (
	"encoding/json"
	"slices"
	"strconv"

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
	together, err := a.ordersOf(&after, shipment, exists, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("shipment", problems))
	}
	problems, err = a.fillShipment(&after, together, shipment, exists)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("shipment", problems))
	}
	after, result, err := save(before, after, !exists, func(sh data.Shipment) (data.Shipment, error) { return a.st.Shipments.Save(a.ctx, sh) })
	return saved(after.No, result, "shipment", after), under("shipment", err)
}

// ordersOf finds the orders of a shipment: a new one names them, by "order_no" and, for several, "orders" or in its lines; an existing
// one keeps its first.
func (a *applying) ordersOf(sh *data.Shipment, f fields, exists bool, problems *data.Problems) ([]data.Order, error) {
	number := f.text("order_no", problems)
	more := a.textList(f, "orders", problems)
	if number == "" && len(more) > 0 && !exists {
		number = more[0]
	}
	if exists {
		if number != "" && number != sh.OrderNo {
			problems.Add("order_no", "command.apply.other_order")
		}
		number, more = sh.OrderNo, append(sh.OrderNos(), more...)
	}
	if number == "" {
		problems.Add("order_no", "problem.required")
		return nil, nil
	}
	together, err := a.namedOrders(append([]string{number}, more...), problems)
	if len(together) > 0 && !exists {
		sh.OrderID, sh.OrderNo, sh.Transport = together[0].ID, together[0].No, together[0].Transport
	}
	return together, err
}

// namedOrders returns the orders with these numbers, each once; the first number is "order_no", the others "orders".
func (a *applying) namedOrders(numbers []string, problems *data.Problems) (together []data.Order, err error) {
	for i, no := range numbers {
		if slices.ContainsFunc(together, func(o data.Order) bool { return o.No == no }) {
			continue
		}
		field := "order_no"
		if i > 0 {
			field = "orders." + strconv.Itoa(i)
		}
		order, there, err := found(a.st.Orders.ByNo(a.ctx, no))
		if err != nil {
			return nil, err
		}
		if !there {
			*problems = append(*problems, data.Problem{Field: field, Key: "problem.not_found", Args: map[string]any{"Value": no}})
			continue
		}
		together = append(together, order)
	}
	return together, nil
}

// textList reads a list of texts.
func (a *applying) textList(f fields, name string, problems *data.Problems) (list []string) {
	raw, said := f.take(name)
	if said && json.Unmarshal(raw, &list) != nil {
		problems.Add(name, "problem.not_a_list")
	}
	return list
}

// fillShipment puts what f says into a shipment. A new one without lines takes all that hasn't been shipped yet, and
// the orders' freight, insurance, discount and charges go with the goods unless the file says otherwise; of several orders they
// always do.
func (a *applying) fillShipment(sh *data.Shipment, together []data.Order, f fields, exists bool) (data.Problems, error) {
	var problems data.Problems
	others, err := a.othersOf(together, sh.ID)
	if err != nil {
		return nil, err
	}
	if raw, said := f.take("lines"); said {
		sh.Lines = a.shipmentLines(raw, &together, &problems)
	} else if !exists {
		sh.Lines = leftOf(together, others)
	}
	if sh.Date == "" {
		sh.Date = data.DateOf(a.Now())
	}
	if !exists {
		if err := sh.Share(together, others); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"freight", "insurance", "discount", "charges"} {
		if _, said := f[name]; said && len(together) > 1 {
			problems.Add(name, "command.apply.shared_amounts") // the store shares them, by the goods of each order
		}
	}
	x := takeExtras(f, together[0].Currency, &problems)
	x.into(&sh.Discount, &sh.Freight, &sh.Insurance, &sh.Charges)
	return append(problems, fill(sh, f)...), nil
}

// othersOf returns the shipments of the orders without the one with this ID.
func (a *applying) othersOf(together []data.Order, id int64) ([]data.Shipment, error) {
	ids := make([]int64, len(together))
	for i, o := range together {
		ids[i] = o.ID
	}
	list, err := a.st.Shipments.OfOrder(a.ctx, ids...)
	return slices.DeleteFunc(list, func(s data.Shipment) bool { return s.ID == id }), err
}

// leftOf is all that is left of the orders.
func leftOf(together []data.Order, others []data.Shipment) (lines []data.ShipmentLine) {
	for i, o := range together {
		for _, l := range o.Remainder(others) {
			if i > 0 {
				l.OrderNo = o.No
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// shipmentLines reads {"order_no": "SO-2", "line": 1, "quantity": "5"}; without an order it is the first, and an article may stand
// for the number of its line. Orders that only lines name come to the others.
func (a *applying) shipmentLines(raw json.RawMessage, together *[]data.Order, problems *data.Problems) []data.ShipmentLine {
	var lines []data.ShipmentLine
	for i, one := range listOf(raw, "lines", problems) {
		path := "lines." + strconv.Itoa(i+1)
		var wrong data.Problems
		sku := one.text("sku", &wrong)
		var l data.ShipmentLine
		wrong = append(wrong, fill(&l, one)...)
		order := a.orderAmong(together, l.OrderNo, &wrong)
		if l.OrderNo == (*together)[0].No {
			l.OrderNo = ""
		}
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

// orderAmong returns the order with this number, the first for none; one that isn't there yet is put behind the others.
func (a *applying) orderAmong(together *[]data.Order, no string, wrong *data.Problems) data.Order {
	if no == "" {
		return (*together)[0]
	}
	for _, o := range *together {
		if o.No == no {
			return o
		}
	}
	o, there, err := found(a.st.Orders.ByNo(a.ctx, no))
	if err != nil || !there {
		*wrong = append(*wrong, data.Problem{Field: "order_no", Key: "problem.not_found", Args: map[string]any{"Value": no}})
		return o
	}
	*together = append(*together, o)
	return o
}

func (a *applying) postShipment(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	reason := f.text("unpaid_reason", &problems)
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
	sh, err = a.st.Shipments.PostUnpaid(a.ctx, sh.ID, reason)
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
	var warnings data.Problems
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
		warnings = append(warnings, within(path, l.Warnings())...)
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	err := a.st.Stock.Count(a.ctx, levels, document)
	return outcome{Number: document, Result: "counted", warnings: warnings}, err
}
