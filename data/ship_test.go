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
