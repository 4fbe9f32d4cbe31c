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
	order, err := a.orderOf(&after, shipment, exists, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("shipment", problems))
	}
	problems, err = a.fillShipment(&after, order, shipment, exists)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("shipment", problems))
	}
	after, result, err := save(before, after, !exists, func(sh data.Shipment) (data.Shipment, error) { return a.st.Shipments.Save(a.ctx, sh) })
	return saved(after.No, result, "shipment", after), under("shipment", err)
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
		sh.Lines = order.Remainder(others)
	}
	if sh.Date == "" {
		sh.Date = data.DateOf(a.Now())
	}
	if !exists {
		if err := sh.ShareExtras(order, others); err != nil {
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
