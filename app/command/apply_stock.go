package command

import (
	"encoding/json"
	"strconv"

	"tradewind/data"
)

// stockLine is one article of a stock action.
type stockLine struct {
	SKU       string          `json:"sku"`
	Warehouse string          `json:"warehouse"`
	Lot       string          `json:"lot"`
	Expiry    data.Date       `json:"expiry"`
	Quantity  data.Quantity   `json:"quantity"`
	Cost      *data.UnitPrice `json:"cost"` // of one unit, in the company's currency
	variant   int64
}

// stockLines reads the lines of a stock action; none is a problem unless the action may do without.
func (a *applying) stockLines(f fields, optional bool, problems *data.Problems) ([]stockLine, error) {
	raw, _ := f.take("lines")
	list := listOf(raw, "lines", problems)
	if len(list) == 0 && !optional {
		problems.Add("lines", "problem.required")
	}
	lines := make([]stockLine, len(list))
	for i, one := range list {
		path := "lines." + strconv.Itoa(i+1)
		*problems = append(*problems, within(path, fill(&lines[i], one))...)
		var article data.OrderLine
		if err := a.article(&article, lines[i].SKU, path, problems); err != nil {
			return nil, err
		}
		if lines[i].variant = article.VariantID; lines[i].Quantity <= 0 {
			problems.Add(path+".quantity", "problem.not_positive")
		}
	}
	return lines, nil
}

// movable are the reasons a file may give for goods that come or go, and whether they come.
var movable = map[data.Reason]bool{data.Received: true, data.Returned: true, data.WrittenOff: false}

// moveStock books goods that came in, were sent back by a buyer, or are gone.
func (a *applying) moveStock(f fields) (outcome, error) {
	var problems data.Problems
	reason, document := data.Reason(f.text("reason", &problems)), f.text("document", &problems)
	comes, known := movable[reason]
	if !known {
		problems = append(problems, data.Problem{Field: "reason", Key: "problem.not_one_of", Args: map[string]any{"Values": "received, returned, written_off"}})
	}
	lines, err := a.stockLines(f, false, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	moves := make([]data.Movement, len(lines))
	for i, l := range lines {
		moves[i] = data.Movement{
			VariantID: l.variant, SKU: l.SKU, Warehouse: l.Warehouse, Lot: l.Lot, Expiry: l.Expiry,
			Quantity: l.Quantity, Reason: reason, Document: document, Cost: l.Cost,
		}
		if !comes {
			moves[i].Quantity = -l.Quantity
		}
	}
	return outcome{Number: document, Result: string(reason)}, a.st.Stock.Move(a.ctx, moves)
}

// transferStock sends goods to another warehouse.
func (a *applying) transferStock(f fields) (outcome, error) {
	var problems data.Problems
	raw, ok := f.take("transfer")
	var head fields
	if !ok || json.Unmarshal(raw, &head) != nil || head == nil {
		return outcome{}, data.Problems{{Field: "transfer", Key: "problem.not_an_object"}}
	}
	lines, err := a.stockLines(head, false, &problems)
	if err != nil {
		return outcome{}, err
	}
	var t data.StockTransfer
	problems = append(problems, fill(&t, head)...)
	if len(problems) > 0 {
		return outcome{}, within("transfer", problems)
	}
	for _, l := range lines {
		t.Lines = append(t.Lines, data.StockTransferLine{VariantID: l.variant, SKU: l.SKU, Lot: l.Lot, Expiry: l.Expiry, Quantity: l.Quantity})
	}
	t, err = a.st.Stock.Transfer(a.ctx, t)
	return outcome{Number: t.No, Result: "sent", warnings: within("transfer", t.Warnings(data.DateOf(a.Now())))}, under("transfer", err)
}

// receiveTransfer books what arrived of a transfer.
func (a *applying) receiveTransfer(f fields) (outcome, error) {
	var problems data.Problems
	number := f.text("number", &problems)
	done := false
	if raw, ok := f.take("done"); ok && json.Unmarshal(raw, &done) != nil {
		problems.Add("done", "problem.not_a_boolean")
	}
	lines, err := a.stockLines(f, done, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	var got []data.StockTransferLine
	for _, l := range lines {
		got = append(got, data.StockTransferLine{SKU: l.SKU, Lot: l.Lot, Expiry: l.Expiry, Quantity: l.Quantity})
	}
	_, exists, err := found(a.st.Stock.Arrive(a.ctx, number, got, done))
	err = under("lines", err)
	if err == nil && !exists {
		err = data.Problems{{Field: "number", Key: "problem.not_found", Args: map[string]any{"Value": number}}}
	}
	return outcome{Number: number, Result: "arrived"}, err
}

// reservedLine is how much is kept for an order's line.
type reservedLine struct {
	Line      int64         `json:"line"`
	Warehouse string        `json:"warehouse"`
	Quantity  data.Quantity `json:"quantity"`
}

// reserveStock keeps goods for an order: what its lines say, or without lines all there is for it in one warehouse.
func (a *applying) reserveStock(f fields) (outcome, error) {
	var problems data.Problems
	number, warehouse := f.text("number", &problems), f.text("warehouse", &problems)
	raw, said := f.take("lines")
	var want []data.Reservation
	for i, one := range listOf(raw, "lines", &problems) {
		l := reservedLine{Warehouse: warehouse}
		problems = append(problems, within("lines."+strconv.Itoa(i+1), fill(&l, one))...)
		want = append(want, data.Reservation{Line: int(l.Line), Warehouse: l.Warehouse, Quantity: l.Quantity})
	}
	order, exists, err := found(a.st.Orders.ByNo(a.ctx, number))
	if err == nil && !exists {
		problems = append(problems, data.Problem{Field: "number", Key: "problem.not_found", Args: map[string]any{"Value": number}})
	}
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	if said {
		return outcome{Number: number, Result: "reserved"}, under("lines", a.st.Stock.Reserve(a.ctx, order.ID, want))
	}
	short, err := a.st.Stock.ReserveAll(a.ctx, order.ID, warehouse)
	o := outcome{Number: number, Result: "reserved"}
	for _, r := range short {
		o.Short = append(o.Short, shortLine{r.Line, r.SKU, r.Quantity.String()})
	}
	return o, err
}

// shortLine is what couldn't be kept of an order's line.
type shortLine struct {
	Line     int    `json:"line"`
	SKU      string `json:"sku"`
	Quantity string `json:"quantity"`
}

// saveWarehouse creates or changes a place where goods lie.
func (a *applying) saveWarehouse(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("warehouse", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	code, _ := plainText(given["code"])
	before, exists, err := found(a.st.Warehouses.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if !exists {
		after.Kind = data.OwnWarehouse
	}
	if problems = fill(&after, given); len(problems) > 0 {
		return outcome{}, within("warehouse", problems)
	}
	after, result, err := save(before, after, !exists, func(v data.Warehouse) (data.Warehouse, error) { return a.st.Warehouses.Save(a.ctx, v) })
	return outcome{Number: after.Code, Result: result}, under("warehouse", err)
}
