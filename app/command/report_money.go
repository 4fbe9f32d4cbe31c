package command

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// The reports of customers' money.
const (
	ReceivablesReport = "receivables" // what isn't paid, by the day it is due
	AgingReport       = "aging"       // by customer and how long it is due
	StatementReport   = "statement"   // of one customer
	RatesReport       = "rates"
	RateMovesReport   = "rate-moves" // the open quotations whose currency moved
)

// ofMoney reports whether the report is about customers' money.
func (q ReportQuestion) ofMoney() bool {
	return slices.Contains([]string{ReceivablesReport, AgingReport, StatementReport, RatesReport, RateMovesReport}, q.Kind)
}

// moneyReport makes a report of customers' money. It is read when it is drawn.
func moneyReport(ctx context.Context, st *store.Store, q ReportQuestion, c data.Company, words document.Words) (r document.Report, err error) {
	company := companyName(c, words)
	switch q.Kind {
	case StatementReport:
		return statement(ctx, st, q, company, words)
	case RatesReport:
		return document.Rates(ratesOf(ctx, st, q, c, words), words), nil
	case RateMovesReport:
		return document.RateMoves(ratesOf(ctx, st, q, c, words), words), nil
	}
	of := document.MoneySubject{Company: company, Today: q.On}
	names := map[int64]string{}
	of.Name = func(id int64) string { return names[id] }
	of.Open = func() ([]data.Receivable, error) {
		list, err := st.Orders.Receivables(ctx)
		if err != nil {
			return nil, fmt.Errorf("receivables: %w", err)
		}
		var ids []int64
		for _, one := range list {
			if _, asked := names[one.CustomerID]; !asked {
				names[one.CustomerID] = ""
				ids = append(ids, one.CustomerID)
			}
		}
		found, err := st.Partners.Names(ctx, words.Lang, ids)
		for id, name := range found {
			names[id] = name
		}
		return list, err
	}
	if q.Kind == AgingReport {
		return document.Aging(of, words), nil
	}
	return document.Receivables(of, words), nil
}

// ratesOf says where the rows of reports of rates come from.
func ratesOf(ctx context.Context, st *store.Store, q ReportQuestion, c data.Company, words document.Words) document.RateSubject {
	return document.RateSubject{
		Company: companyName(c, words), Currency: c.Home(), Today: q.On, Limit: c.Rates.Moves(),
		Rates: func(use func(data.Rate) error) error {
			return eachPage(func(q store.Query) ([]data.Rate, error) { return st.Rates.Find(ctx, q) },
				func(r data.Rate) string { return fmt.Sprintf("%s %s %s", r.Date, r.Base, r.Quote) }, use)
		},
		Moved: func() ([]data.RateMove, error) { return st.Settlements.Moved(ctx, q.On) },
	}
}

// statement makes the statement of a customer.
func statement(ctx context.Context, st *store.Store, q ReportQuestion, company string, words document.Words) (r document.Report, err error) {
	of := document.StatementSubject{Company: company, From: q.From, To: q.To}
	if of.Customer, err = st.Partners.ByCode(ctx, q.Number); err != nil {
		return r, err
	}
	of.Entries = func() ([]data.StatementEntry, error) { return StatementEntries(ctx, st, of.Customer.ID) }
	return document.Statement(of, words), nil
}

// StatementEntries returns all that ever changed what a customer owes: invoices and credit notes as they were given away, and payments.
func StatementEntries(ctx context.Context, st *store.Store, customerID int64) (list []data.StatementEntry, err error) {
	billed, err := st.Documents.Billed(ctx, customerID)
	if err != nil {
		return nil, fmt.Errorf("invoices: %w", err)
	}
	for _, d := range billed {
		p, err := document.Given(d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.Number, err)
		}
		e := data.StatementEntry{Date: d.Date, Kind: "invoice", Number: d.Number, Orders: []string{d.OrderNo}, Amount: p.Totals.Total}
		if d.Kind != data.CommercialInvoice {
			e.Kind, e.Amount.Minor = "credit-note", min(e.Amount.Minor, -e.Amount.Minor)
		}
		list = append(list, e)
	}
	paid, err := st.Payments.OfCustomer(ctx, customerID, "", "")
	if err != nil {
		return nil, fmt.Errorf("payments: %w", err)
	}
	for _, p := range paid {
		list = append(list, p.StatementEntries()...)
	}
	return list, nil
}

// noSuchReport says in words what the report is of that isn't there.
func (q ReportQuestion) noSuchReport(err error) error {
	if !errors.Is(err, data.ErrNotFound) {
		return err
	}
	kind := "stocktake"
	if q.Kind == StatementReport {
		kind = "partner"
	}
	return refuse("command.show.unknown", "Kind", spokenKey(recordWords[kind]), "Number", q.Number)
}
