package store_test

import (
	"testing"

	"tradewind/data"
)

func TestAnOrderIsClosedWhenNothingIsToLeaveOrToCome(t *testing.T) {
	st, o := owing(t, "30% T/T deposit, 70% T/T 30 days after B/L date")
	ctx := t.Context()
	closing := func() error {
		now := must[data.Order](t)(st.Orders.Get(ctx, o.ID))
		now.Status = data.Closed
		_, err := st.Orders.Save(ctx, now)
		return err
	}
	if err := closing(); problemKey(err) != "problem.close_unsent" {
		t.Errorf("closed with its goods here: %v", err)
	}
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Amount: 3000, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 3000}}}))
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(100)}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	if err := closing(); problemKey(err) != "problem.close_unpaid" {
		t.Errorf("closed with 70.00 to come: %v", err)
	}
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Amount: 6900, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 6900}}}))
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Kind: data.PayWrittenOff, WrittenOff: 100, Note: "bank kept it", Allocations: []data.Allocation{{OrderNo: o.No, Minor: 100}}}))
	if err := closing(); err != nil {
		t.Errorf("all left and paid, and not closed: %v", err)
	}
	wellKept(t, st)
}

func TestAFirmThatKeepsItsMoneyElsewhereClosesWithoutIt(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	firm := must[data.Company](t)(st.Company.Get(ctx))
	firm.ShipUnpaid = true
	must[data.Company](t)(st.Company.Save(ctx, firm))
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(100)}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	now := must[data.Order](t)(st.Orders.Get(ctx, o.ID))
	now.Status = data.Closed
	if _, err := st.Orders.Save(ctx, now); err != nil {
		t.Error(err)
	}
}
