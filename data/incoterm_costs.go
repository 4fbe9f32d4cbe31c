package data

// CostElement is one cost on the way from the seller's door to the buyer's.
type CostElement string

// The cost elements in the order of the way.
const (
	PackedGoods         CostElement = "packed_goods"
	FirstLoading        CostElement = "first_loading"
	OriginHaulage       CostElement = "origin_haulage"
	ExportClearance     CostElement = "export_clearance"
	OriginTerminal      CostElement = "origin_terminal"
	OnBoard             CostElement = "on_board"
	MainCarriage        CostElement = "main_carriage"
	CargoInsurance      CostElement = "cargo_insurance"
	DestinationTerminal CostElement = "destination_terminal"
	OnCarriage          CostElement = "on_carriage"
	FinalUnloading      CostElement = "final_unloading"
	ImportClearance     CostElement = "import_clearance"
	ImportDuties        CostElement = "import_duties"
)

// CostElements returns the cost elements in the order of the way.
func CostElements() []CostElement {
	return []CostElement{
		PackedGoods, FirstLoading, OriginHaulage, ExportClearance, OriginTerminal, OnBoard, MainCarriage, CargoInsurance,
		DestinationTerminal, OnCarriage, FinalUnloading, ImportClearance, ImportDuties,
	}
}

// Payer is who bears a cost.
type Payer string

// Who may bear a cost. Nobody has to insure where the rule says nothing; who bears the risk then should.
const (
	SellerPays Payer = "seller"
	BuyerPays  Payer = "buyer"
	NobodyMust Payer = "nobody"
)

// incotermCosts says who pays the cost elements, in their order: S seller, B buyer, - nobody must (STANDARDS 3.2). FCA
// is at a place other than the seller's own; at the seller's premises his part ends with the first loading and the
// export clearance, "FCA seller". Origin haulage ends at the named place.
var incotermCosts = map[string]string{
	"EXW": "SBBBBBB-BBBBB", "FCA seller": "SSBSBBB-BBBBB", "FCA": "SSSSBBB-BBBBB", "FAS": "SSSSSBB-BBBBB",
	"FOB": "SSSSSSB-BBBBB", "CFR": "SSSSSSS-BBBBB", "CIF": "SSSSSSSSBBBBB", "CPT": "SSSSSSS-BSBBB",
	"CIP": "SSSSSSSSBSBBB", "DAP": "SSSSSSS-SSBBB", "DPU": "SSSSSSS-SSSBB", "DDP": "SSSSSSS-SSBSS",
}

// Pays says who bears a cost under t's rule; "" when the rule isn't one of 2020. atSeller tells that the goods are
// handed over at the seller's own premises, which matters for FCA only.
func (t Incoterm) Pays(e CostElement, atSeller bool) Payer {
	rule := t.Rule
	if rule == "FCA" && atSeller {
		rule = "FCA seller"
	}
	row := incotermCosts[rule]
	for i, one := range CostElements() {
		if one != e || row == "" {
			continue
		}
		switch row[i] {
		case 'S':
			return SellerPays
		case 'B':
			return BuyerPays
		}
		return NobodyMust
	}
	return ""
}
