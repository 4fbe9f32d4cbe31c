package data

import (
	"strconv"
	"strings"
)

// PartText names goods of an order as issued papers of a part keep them: "1:240,3:12.5", by line.
func PartText(lines []ShipmentLine) string {
	words := make([]string, len(lines))
	for i, l := range lines {
		words[i] = strconv.Itoa(l.Line) + ":" + l.Quantity.String()
	}
	return strings.Join(words, ",")
}

// ParsePart reads what [PartText] wrote; false for anything else, such as the part of a credit note.
func ParsePart(text string) (lines []ShipmentLine, ok bool) {
	for word := range strings.SplitSeq(text, ",") {
		no, quantity, said := strings.Cut(word, ":")
		line, err := strconv.Atoi(strings.TrimSpace(no))
		if err != nil || !said {
			return nil, false
		}
		q, err := ParseQuantity(strings.TrimSpace(quantity))
		if err != nil {
			return nil, false
		}
		lines = append(lines, ShipmentLine{Line: line, Quantity: q})
	}
	return lines, true
}

// ProformaPart makes the goods of a proforma of a part of o, with their part of what the order has beside its goods: shares as shipments have
// them, so that the proformas of all parts come to the order's total. Others are those issued of other parts. It returns [Problems]
// for lines there aren't and for more than other parts left.
func (o Order) ProformaPart(lines []ShipmentLine, others [][]ShipmentLine) (Shipment, error) {
	before := make([]Shipment, len(others))
	for i, other := range others {
		before[i] = Shipment{OrderID: o.ID, OrderNo: o.No, Lines: other}
		if err := before[i].Share([]Order{o}, before[:i]); err != nil {
			return Shipment{}, err
		}
	}
	left := map[int]Quantity{}
	for _, l := range o.Remainder(before) {
		left[l.Line] = l.Quantity
	}
	var wrong Problems
	part := Shipment{OrderID: o.ID, OrderNo: o.No}
	for i, l := range lines {
		switch {
		case l.Line < 1 || l.Line > len(o.Lines):
			wrong = append(wrong, Problem{Field: at("lines", i+1) + "line", Key: "problem.unknown_line", Args: map[string]any{"Value": l.Line}})
		case l.Quantity <= 0 || l.Quantity > left[l.Line]:
			wrong = append(wrong, Problem{Field: at("lines", i+1) + "quantity", Key: "problem.part_over", Args: map[string]any{"Line": l.Line, "Left": left[l.Line].String()}})
		default:
			left[l.Line] -= l.Quantity
			part.Lines = append(part.Lines, ShipmentLine{OrderLineID: o.Lines[l.Line-1].ID, Line: l.Line, Quantity: l.Quantity})
		}
	}
	if len(lines) == 0 {
		wrong.Add("lines", "problem.required")
	}
	if len(wrong) > 0 {
		return part, wrong
	}
	return part, part.Share([]Order{o}, before)
}

// Part makes s the source of a proforma of these goods of its order alone. Others are the parts that valid proformas cover, in the order they
// were issued.
func (s Source) Part(text string) (Source, error) {
	lines, ok := ParsePart(text)
	if !ok {
		return s, Problems{{Field: "lines", Key: "problem.unknown_line", Args: map[string]any{"Value": text}}}
	}
	part, err := s.Order.ProformaPart(lines, s.proformas(text))
	s.Shipment = &part
	return s, err
}

// proformas are the parts that valid proformas cover, but for the one called by its text, in the order they were issued.
func (s Source) proformas(but string) (parts [][]ShipmentLine) {
	seen := map[string]bool{but: true}
	for _, d := range s.Issued {
		if part, is := ParsePart(d.Part); is && d.Kind == Proforma && d.Voided == "" && !seen[d.Part] {
			seen[d.Part] = true
			parts = append(parts, part)
		}
	}
	return parts
}

// LeftForProforma is what of the order no valid proforma of a part covers, line by line.
func (s Source) LeftForProforma() []ShipmentLine {
	var covered []Shipment
	for _, lines := range s.proformas("") {
		covered = append(covered, Shipment{OrderID: s.Order.ID, OrderNo: s.Order.No, Lines: lines})
	}
	return s.Order.Remainder(covered)
}
