package command

import (
	"encoding/json"
	"strconv"

	"tradewind/data"
)

// recordProduction keeps how much of an order's lines the factory has made.
func (a *applying) recordProduction(f fields) (outcome, error) {
	var problems data.Problems
	order, err := a.orderNamed(f, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	raw, _ := f.take("lines")
	list := listOf(raw, "lines", &problems)
	if len(list) == 0 {
		problems.Add("lines", "problem.required")
	}
	figures := make([]data.LineFigure, len(list))
	for i, one := range list {
		problems = append(problems, within("lines."+strconv.Itoa(i+1), fill(&figures[i], one))...)
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	after, err := a.st.Orders.SetProduced(a.ctx, order.ID, figures)
	return marked(order, after, "changed"), err
}

// closeShort agrees that the rest of an order's lines won't be sent.
func (a *applying) closeShort(f fields) (outcome, error) {
	var problems data.Problems
	order, err := a.orderNamed(f, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	lines := a.lineNumbers(f, &problems)
	reason := f.text("reason", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	after, err := a.st.Orders.CloseShort(a.ctx, order.ID, lines, reason)
	return marked(order, after, "closed"), err
}

// reopenShort takes back what was closed short.
func (a *applying) reopenShort(f fields) (outcome, error) {
	var problems data.Problems
	order, err := a.orderNamed(f, &problems)
	lines := a.lineNumbers(f, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	after, err := a.st.Orders.Reopen(a.ctx, order.ID, lines)
	return marked(order, after, "changed"), err
}

// marked is the outcome of what happened to an order's goods.
func marked(before, after data.Order, result string) outcome {
	if before.Version == after.Version {
		result = string(data.Unchanged)
	}
	return outcome{Number: before.No, Result: result}
}

// orderNamed returns the order that "number" names.
func (a *applying) orderNamed(f fields, problems *data.Problems) (data.Order, error) {
	number := required(f, "number", problems)
	if len(*problems) > 0 {
		return data.Order{}, nil
	}
	o, err := a.st.Orders.ByNo(a.ctx, number)
	return o, notFound("number", number, err)
}

// lineNumbers reads "lines" as numbers; without it there are none.
func (a *applying) lineNumbers(f fields, problems *data.Problems) (lines []int) {
	raw, said := f.take("lines")
	if said && json.Unmarshal(raw, &lines) != nil {
		problems.Add("lines", "command.apply.line_numbers")
	}
	return lines
}
