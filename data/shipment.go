package data

// Transport says how goods travel.
type Transport struct {
	Mode            Mode    `json:"mode,omitzero"`
	Vessel          string  `json:"vessel,omitzero"` // or flight, train, truck
	Voyage          string  `json:"voyage,omitzero"`
	TransportDocNo  string  `json:"transport_doc_no,omitzero"` // B/L, AWB, CMR …
	TransportDoc    Date    `json:"transport_doc_date,omitzero"`
	Departure       Date    `json:"departure,omitzero"`
	Arrival         Date    `json:"arrival,omitzero"` // expected, or when it happened; no paper prints it
	PortOfLoading   string  `json:"port_of_loading,omitzero"`
	PortOfDischarge string  `json:"port_of_discharge,omitzero"`
	PlaceOfDelivery string  `json:"place_of_delivery,omitzero"`
	Transhipment    Country `json:"transhipment_country,omitzero"`
}

// IsZero reports whether nothing is known.
func (t Transport) IsZero() bool { return t == Transport{} }

// Mode is a means of transport.
type Mode string

// The modes of transport; "" means not known.
const (
	Sea     Mode = "sea"
	Air     Mode = "air"
	Road    Mode = "road"
	Rail    Mode = "rail"
	Courier Mode = "courier"
)

// Shipment is goods of one order, or of several to one consignee, that travel together. Its papers show just its part.
type Shipment struct {
	Record
	No           string         `json:"shipment_no"`
	OrderID      int64          `json:"-"`
	OrderNo      string         `json:"order_no"`
	Date         Date           `json:"date"`
	Transport    Transport      `json:"transport,omitzero"`
	Marks        string         `json:"marks,omitzero"` // lines parted by "\n"; "" takes the order's
	Lines        []ShipmentLine `json:"lines"`
	Cartons      []CartonRange  `json:"cartons,omitempty"` // empty: packed by the products' own packing
	Containers   []Container    `json:"containers,omitempty"`
	Pallets      int64          `json:"pallets,omitzero"`
	Freight      int64          `json:"freight_minor,omitzero"` // this shipment's part, minor units of the order's currency
	Insurance    int64          `json:"insurance_minor,omitzero"`
	Discount     int64          `json:"discount_minor,omitzero"`
	Charges      []Charge       `json:"charges,omitempty"`
	Warehouse    string         `json:"warehouse,omitzero"`      // that the goods leave; "" is the main one
	Posted       bool           `json:"posted,omitzero"`         // its stock movements are booked
	UnpaidReason string         `json:"unpaid_reason,omitzero"`  // why it left before it was paid
	Carrier      ChosenCarrier  `json:"chosen_carrier,omitzero"` // who carries it, as it was chosen; on no paper
	Parts        []ShipmentPart `json:"parts,omitempty"`         // of each of several orders, the first being OrderNo; empty: all is that one's
}

// ShipmentPart is what one of several orders has in a shipment beside its goods; the shipment's own amounts are their sums.
type ShipmentPart struct {
	OrderID   int64    `json:"-"`
	OrderNo   string   `json:"order_no"`
	Freight   int64    `json:"freight_minor,omitzero"` // minor units of the orders' currency
	Insurance int64    `json:"insurance_minor,omitzero"`
	Discount  int64    `json:"discount_minor,omitzero"`
	Charges   []Charge `json:"charges,omitempty"`
}

// ShipmentLine is how much of an order line travels.
type ShipmentLine struct {
	ID          int64    `json:"-"`
	OrderLineID int64    `json:"-"`
	OrderNo     string   `json:"order_no,omitzero"` // the line's order where it isn't the shipment's first
	Line        int      `json:"line"`              // number of the line in its order, from 1
	Quantity    Quantity `json:"quantity"`
}

// CartonRange is a run of equal packages, numbered From to To.
type CartonRange struct {
	From     int64        `json:"from"`
	To       int64        `json:"to"`
	Kind     PackageKind  `json:"package_kind,omitzero"`
	Contents []CartonLine `json:"contents"`          // of each package
	Net      Weight       `json:"net_kg"`            // of each package
	Gross    Weight       `json:"gross_kg"`          // of each package
	Box      Box          `json:"size"`              // of each package
	Measured bool         `json:"measured,omitzero"` // weighed, not estimated
}

// CartonLine is how much of an order line lies in each package of a range.
type CartonLine struct {
	OrderNo  string   `json:"order_no,omitzero"` // the line's order where it isn't the shipment's first
	Line     int      `json:"line"`              // number of the line in its order, from 1
	Quantity Quantity `json:"quantity"`
}

// Container is a freight container and its seal.
type Container struct {
	No   string `json:"no"` // ISO 6346
	Seal string `json:"seal,omitzero"`
	Type string `json:"type,omitzero"` // 20GP, 40GP, 40HQ, 45HQ
}
