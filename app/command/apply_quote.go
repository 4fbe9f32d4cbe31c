package command

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"tradewind/data"
)

// quoting is what save-order takes beside the fields of an order.
type quoting struct {
	paste     string
	pasted    bool
	chosen    []int
	choosing  bool
	ownReduce bool // the file says the discount's percent itself
}

// takeQuoting takes a pasted text, what the buyer chose, and whether the discount is the file's own.
func takeQuoting(f fields) (q quoting, problems data.Problems) {
	_, q.ownReduce = f["discount_percent"]
	if _, q.pasted = f["paste"]; q.pasted {
		q.paste = f.text("paste", &problems)
	}
	raw, said := f.take("choose")
	if q.choosing = said; said && json.Unmarshal(raw, &q.chosen) != nil {
		problems.Add("choose", "problem.not_a_list")
	}
	return q, problems
}

// quote puts pasted rows, proposals and the buyer's choice into an order that is filled otherwise.
func (a *applying) quote(o *data.Order, before data.Order, q quoting) (problems data.Problems, err error) {
	if q.pasted {
		if problems, err = a.paste(o, q.paste); err != nil || len(problems) > 0 {
			return problems, err
		}
	}
	if before.ID == 0 {
		said := o.Reduction.Percent
		if *o, err = a.st.Orders.Propose(a.ctx, *o); err != nil {
			return nil, err
		}
		if q.ownReduce {
			o.Reduction.Percent = said
		}
	}
	if q.choosing {
		chosen, err := o.Choose(q.chosen)
		if wrong := (data.Problems{}); errors.As(err, &wrong) {
			return wrong, nil
		}
		*o = chosen
	}
	return nil, nil
}

// paste adds a line for every row of a pasted text, or none when one of them isn't clear.
func (a *applying) paste(o *data.Order, text string) (problems data.Problems, err error) {
	rows, err := a.st.Products.Recognise(a.ctx, text, o.CustomerID)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		problems.Add("paste", "problem.paste_empty")
	}
	for _, r := range rows {
		if p, wrong := a.unclear(r); wrong {
			problems = append(problems, p)
			continue
		}
		if len(r.Goods) == 1 {
			l := r.Line()
			l.Price = unpriced
			o.Lines = append(o.Lines, l)
		}
	}
	if len(problems) > 0 {
		return problems, nil
	}
	return a.price(o)
}

// unclear says why a row can't be taken.
func (a *applying) unclear(r data.Recognised) (data.Problem, bool) {
	args := map[string]any{"Row": r.Row.No, "Text": r.Row.Text}
	p := data.Problem{Field: "paste." + strconv.Itoa(r.Row.No), Args: args}
	switch {
	case len(r.Goods) == 0:
		p.Key, args["May"] = "problem.paste_unknown", ""
		if len(r.May) > 0 {
			args["May"] = a.t("command.paste.may", "SKUs", strings.Join(r.May, ", "))
		}
	case len(r.Goods) > 1:
		p.Key, args["SKUs"] = "problem.paste_several", strings.Join(r.SKUs(), ", ")
	case !r.Stated || r.Quantity <= 0:
		p.Key = "problem.paste_no_quantity"
	default:
		return p, false
	}
	return p, true
}
