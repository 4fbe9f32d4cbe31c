package data

import "testing"

// split is an order of two lines with freight and a charge.
func split() Order {
	return Order{
		Currency: "USD", Freight: 1001, Discount: 7, Charges: []Charge{{"Packing", 300}},
		Lines: []OrderLine{
			{ID: 11, VariantID: 1, Quantity: Pieces(10), Price: 1_000_000},
			{ID: 12, VariantID: 2, Quantity: Pieces(10), Price: 2_000_000},
		},
	}
}

func TestShipmentsOfAnOrderShareItsExtrasToTheCent(t *testing.T) {
	o := split()
	var sent []Shipment
	for _, lines := range [][]ShipmentLine{
		{{Line: 1, Quantity: Pieces(3)}},
		{{Line: 1, Quantity: Pieces(7)}, {Line: 2, Quantity: Pieces(1)}},
		{{Line: 2, Quantity: Pieces(9)}},
	} {
		s := Shipment{Lines: lines}
		if err := s.ShareExtras(o, sent); err != nil {
			t.Fatal(err)
		}
		sent = append(sent, s)
	}
	var freight, discount, packing int64
	for _, s := range sent {
		freight, discount, packing = freight+s.Freight, discount+s.Discount, packing+s.Charges[0].Minor
	}
	if freight != 1001 || discount != 7 || packing != 300 || sent[0].Freight != 100 {
		t.Errorf("freight %d, discount %d, packing %d, first %d", freight, discount, packing, sent[0].Freight)
	}
	if left := o.Remainder(sent); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
}

func TestTheRemainderIsWhatNoShipmentTook(t *testing.T) {
	left := split().Remainder([]Shipment{{Lines: []ShipmentLine{{Line: 1, Quantity: Pieces(10)}, {Line: 2, Quantity: Pieces(4)}}}})
	if len(left) != 1 || left[0].Line != 2 || left[0].OrderLineID != 12 || left[0].Quantity != Pieces(6) {
		t.Errorf("left %+v", left)
	}
}

func TestCartonsOfAShipmentNameTheOrdersLines(t *testing.T) {
	s := Shipment{Lines: []ShipmentLine{{Line: 2, Quantity: Pieces(5)}}}
	runs := s.Pack(split(), func(int64) (Product, bool) { return Product{Packing: Packing{PcsPerCarton: Pieces(2)}}, true })
	if len(runs) != 2 || runs[0].Contents[0].Line != 2 || runs[1].To != 3 {
		t.Errorf("cartons %+v", runs)
	}
}

func TestAnOrderTravelsInPartsOfSeveralShipments(t *testing.T) {
	first, second := split(), split()
	first.No, second.No = "A", "B"
	for i := range second.Lines {
		second.Lines[i].ID += 10
	}
	orders := []Order{first, second}
	one := Shipment{OrderNo: "A", Lines: []ShipmentLine{{Line: 1, Quantity: Pieces(10)}, {OrderNo: "B", Line: 2, Quantity: Pieces(4)}}}
	if err := one.Share(orders, nil); err != nil {
		t.Fatal(err)
	}
	rest := Shipment{OrderNo: "A", Lines: []ShipmentLine{{Line: 2, Quantity: Pieces(10)}}}
	last := Shipment{OrderNo: "B", Lines: []ShipmentLine{{Line: 1, Quantity: Pieces(10)}, {Line: 2, Quantity: Pieces(6)}}}
	if err := rest.Share(orders[:1], []Shipment{one}); err != nil {
		t.Fatal(err)
	}
	if err := last.Share(orders[1:], []Shipment{one}); err != nil {
		t.Fatal(err)
	}
	for _, o := range orders {
		total, _ := o.Totals()
		var sum int64
		for _, s := range []Shipment{one, rest, last} {
			v, err := s.ValueOf(o)
			if err != nil {
				t.Fatal(err)
			}
			sum += v.Minor
		}
		if sum != total.Total.Minor || len(o.Remainder([]Shipment{one, rest, last})) != 0 {
			t.Errorf("%s: its shipments bill %d of %d", o.No, sum, total.Total.Minor)
		}
	}
	joined, inOne := Join(orders, one)
	if len(joined.Lines) != 4 || inOne.Lines[1].Line != 4 || joined.Freight != 2002 || joined.Charges[0].Minor != 600 {
		t.Errorf("joined %+v, %+v", joined, inOne.Lines)
	}
	if back := Split(orders, inOne); back.Lines[1].OrderNo != "B" || back.Lines[1].Line != 2 {
		t.Errorf("split %+v", back.Lines)
	}
}

func TestTheLastInvoiceTakesWhatRoundingLeft(t *testing.T) {
	o := Order{No: "R", Currency: "USD", Lines: []OrderLine{{ID: 1, VariantID: 1, Quantity: Pieces(3), Price: 333_333}}} // 1.00
	var sent []Shipment
	for range 3 { // 0.33 each
		s := Shipment{OrderNo: "R", Lines: []ShipmentLine{{Line: 1, Quantity: Pieces(1)}}}
		if err := s.Share([]Order{o}, sent); err != nil {
			t.Fatal(err)
		}
		sent = append(sent, s)
	}
	if c := sent[2].Charges; len(c) != 1 || c[0] != (Charge{RoundingCharge, 1}) || len(sent[1].Charges) != 0 {
		t.Errorf("charges %+v, %+v", sent[1].Charges, c)
	}
}

func TestWhatWasClosedShortIsNeitherLeftNorOwed(t *testing.T) {
	o := split()
	o.No = "S"
	s := Shipment{OrderNo: "S", Lines: []ShipmentLine{{Line: 1, Quantity: Pieces(10)}}}
	if err := s.Share([]Order{o}, nil); err != nil {
		t.Fatal(err)
	}
	o.Lines[1].Short = Pieces(10)
	if left := o.Remainder([]Shipment{s}); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
	billed, _ := s.ValueOf(o)
	if owed, err := o.Payable([]Shipment{s}); err != nil || owed != billed {
		t.Errorf("owed %v of %v billed, %v", owed, billed, err)
	}
	if owed, _ := o.Payable(nil); owed.Minor != 1000+1001-7+300 {
		t.Errorf("before anything is sent %v is owed", owed)
	}
}
