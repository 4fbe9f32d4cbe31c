package data_test

import (
	"reflect"
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

// packing returns how an article is packed: pieces to a carton, kilograms of one piece and of a full carton, sides.
func packing(pcs int64, unitNet, gross string, sides ...string) data.Packing {
	p := data.Packing{PcsPerCarton: data.Pieces(pcs), UnitNet: kilos(unitNet), CartonGross: kilos(gross)}
	if len(sides) == 3 {
		p.Carton = data.Box{Length: cm(sides[0]), Width: cm(sides[1]), Height: cm(sides[2])}
	}
	return p
}

// must returns v where a test's own figure can't be wrong.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func kilos(s string) data.Weight { return must(data.ParseKilograms(s)) }
func cm(s string) data.Length    { return must(data.ParseCentimetres(s)) }

func TestCartonsWeighAndMeasureAsOnThePackingList(t *testing.T) {
	for id, c := range map[string]struct {
		q                                 int64
		p                                 data.Packing
		cartons, last                     int64
		net, gross, volume, volumeRounded string
	}{
		"K1": {1000, packing(24, "0.35", "9.6", "48", "38", "32"), 42, 16, "350", "400.4", "2.451456", "2.451"},
		"K2": {960, packing(24, "0.35", "9.6", "48", "38", "32"), 40, 0, "336", "384", "2.33472", "2.335"},
		"K3": {1, packing(24, "0.35", "9.6", "48", "38", "32"), 1, 1, "0.35", "1.55", "0.058368", "0.058"},
		"K4": {5000, packing(12, "1.08", "13.81", "60.5", "40.5", "35.5"), 417, 8, "5400", "5754.45", "36.272275875", "36.272"},
		"K5": {22660, packing(20, "0.28", "6.5", "50", "40", "30"), 1133, 0, "6344.8", "7364.5", "67.98", "67.980"},
	} {
		got := c.p.Pack(data.Pieces(c.q))
		if got.Cartons != c.cartons || got.Last != data.Pieces(c.last) || got.Net.String() != c.net || got.Gross.String() != c.gross {
			t.Errorf("%s: %+v", id, got)
		}
		if got.Volume.String() != c.volume || got.Volume.StringFixed(3) != c.volumeRounded || got.Estimated {
			t.Errorf("%s: volume %s", id, got.Volume)
		}
	}
}

func TestAPartCartonKeepsTheTareOfItsFullOne(t *testing.T) {
	p := data.Packing{PcsPerCarton: data.Pieces(20), CartonNet: kilos("10"), CartonGross: kilos("11.5")}
	if got := p.Pack(data.Pieces(25)); got.Net != kilos("12.5") || got.Gross != kilos("15.5") || got.Estimated {
		t.Errorf("net and gross known: %+v", got)
	}
	p.CartonNet = 0
	if got := p.Pack(data.Pieces(25)); got.NetKnown || got.Gross != kilos("14.375") || !got.Estimated {
		t.Errorf("only gross known: %+v", got)
	}
	if got := p.Pack(data.Pieces(40)); got.Gross != kilos("23") || got.Estimated {
		t.Errorf("full cartons are no estimate: %+v", got)
	}
}

func TestWhatIsNotKnownIsNotZero(t *testing.T) {
	if got := (data.Packing{}).Pack(data.Pieces(5)); got.CartonsKnown || got.NetKnown || got.GrossKnown || got.VolumeKnown {
		t.Errorf("without packing: %+v", got)
	}
	if got := packing(24, "0", "0").Pack(data.Pieces(30)); got.Cartons != 2 || got.NetKnown || got.GrossKnown || got.VolumeKnown {
		t.Errorf("without weights: %+v", got)
	}
	if got := packing(24, "0", "0", "48", "38", "0").Pack(1); got.VolumeKnown {
		t.Errorf("without a height: %+v", got)
	}
	if got := packing(24, "0.35", "9.6").Pack(-1000); !got.CartonsKnown || got.Cartons != 0 || got.Gross != 0 {
		t.Errorf("a credit: %+v", got)
	}
	if got := packing(1, "9000000000", "9000000000").Pack(data.Pieces(1_000_000_000)); got.NetKnown || got.GrossKnown {
		t.Errorf("too heavy to store: %+v", got)
	}
}

func TestCartonsOfAnOrderAreNumberedThrough(t *testing.T) {
	articles := map[int64]data.Product{
		1: {Packing: packing(24, "0.35", "9.6", "48", "38", "32")}, 2: {Packing: packing(10, "1", "0")}, 3: {},
	}
	ranges, without := data.CartonLines([]data.OrderLine{
		{VariantID: 1, Quantity: data.Pieces(50)},
		{VariantID: 3, Quantity: data.Pieces(7)},
		{VariantID: 2, Quantity: data.Pieces(20)},
		{VariantID: 1, Quantity: data.Pieces(-3)},
		{VariantID: 9, Quantity: 1},
	}, func(id int64) (data.Product, bool) { p, ok := articles[id]; return p, ok })
	box := articles[1].Packing.Carton
	want := []data.CartonRange{
		{From: 1, To: 2, Kind: "CT", Contents: []data.CartonLine{{Line: 1, Quantity: data.Pieces(24)}}, Net: kilos("8.4"), Gross: kilos("9.6"), Box: box},
		{From: 3, To: 3, Kind: "CT", Contents: []data.CartonLine{{Line: 1, Quantity: data.Pieces(2)}}, Net: kilos("0.7"), Gross: kilos("1.9"), Box: box},
		{From: 4, To: 5, Kind: "CT", Contents: []data.CartonLine{{Line: 3, Quantity: data.Pieces(10)}}, Net: kilos("10")},
	}
	if !reflect.DeepEqual(ranges, want) || !reflect.DeepEqual(without, []int{2, 5}) {
		t.Errorf("ranges %+v\nwithout %v", ranges, without)
	}
}

func TestNumberedCartonsHoldAndWeighWhatTheLineDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := data.Packing{
			PcsPerCarton: data.Quantity(rapid.Int64Range(1, 100_000).Draw(t, "pcs")),
			UnitNet:      data.Weight(rapid.Int64Range(0, 5_000_000).Draw(t, "unit net")),
			CartonNet:    data.Weight(rapid.Int64Range(0, 20_000_000).Draw(t, "net")),
			CartonGross:  data.Weight(rapid.Int64Range(0, 30_000_000).Draw(t, "gross")),
			Carton:       data.Box{Length: 500, Width: 400, Height: data.Length(rapid.Int64Range(0, 300).Draw(t, "height"))},
		}
		q := data.Quantity(rapid.Int64Range(1, 10_000_000).Draw(t, "quantity"))
		lines := []data.OrderLine{{Quantity: q}}
		ranges, _ := data.CartonLines(lines, func(int64) (data.Product, bool) { return data.Product{Packing: p}, true })
		packed := p.Pack(q)
		var held data.Quantity
		var net, gross data.Weight
		var count int64
		for _, r := range ranges {
			held, count = held+r.Quantity(1), count+r.Count()
			net, gross = net+r.NetTotal(), gross+r.GrossTotal()
		}
		if held != q || count != packed.Cartons || net != packed.Net || gross != packed.Gross {
			t.Fatalf("%d in %d cartons, %d net, %d gross; want %+v", held, count, net, gross, packed)
		}
	})
}

func TestContainersTakeWhatTheirTighterLimitAllows(t *testing.T) {
	types := map[string]data.ContainerType{}
	for _, c := range data.ContainerTypes() {
		types[c.Type] = c
	}
	road := types["20GP"]
	road.Payload = dec("21000")
	for id, c := range map[string]struct {
		box    data.ContainerType
		volume string
		gross  string
		want   int64
		binds  data.Bind
	}{
		"F1": {types["40HQ"], "0.06", "6.5", 1133, data.ByVolume}, "F2": {types["20GP"], "0.03", "28", 933, data.ByVolume},
		"F3": {road, "0.03", "28", 750, data.ByWeight}, "F4": {types["40GP"], "0.096", "11", 604, data.ByVolume},
		"unknown weight": {types["20GP"], "0.03", "0", 933, data.ByVolume}, "unknown": {types["20GP"], "0", "0", 0, ""},
	} {
		if n, binds := c.box.Cartons(dec(c.volume), dec(c.gross)); n != c.want || binds != c.binds {
			t.Errorf("%s: %d by %s", id, n, binds)
		}
	}
	if n, ok := packing(20, "0", "6.5", "50", "40", "30").PiecesIn(types["40HQ"]); !ok || n != data.Pieces(22660) {
		t.Errorf("pieces in a 40HQ: %s", n)
	}
}
