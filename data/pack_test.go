package data_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// packed answers a packing question in JSON.
func packed(t *testing.T, question string) data.PackResult {
	t.Helper()
	in, err := data.ParsePackInput([]byte(question))
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	r, err := data.Pack(in)
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return r
}

func TestPackingFollowsTheWorkedExamples(t *testing.T) {
	for id, c := range map[string][]string{ // quantity, pieces, net, tare, sides; cartons, last, full gross, net, gross, one m³, m³
		"K1": {"1000", "24", "0.35", "1.2", `"48","38","32"`, "42", "16", "9.60", "350.00", "400.40", "0.058368", "2.451"},
		"K2": {"960", "24", "0.35", "1.2", `"48","38","32"`, "40", "0", "9.60", "336.00", "384.00", "0.058368", "2.335"},
		"K3": {"1", "24", "0.35", "1.2", `"48","38","32"`, "1", "1", "9.60", "0.35", "1.55", "0.058368", "0.058"},
		"K4": {"5000", "12", "1.08", "0.85", `"60.5","40.5","35.5"`, "417", "8", "13.81", "5400.00", "5754.45", "0.086983875", "36.272"},
		"K5": {"22660", "20", "0.28", "0.9", `50,40,30`, "1133", "0", "6.50", "6344.80", "7364.50", "0.06", "67.980"},
	} {
		r := packed(t, fmt.Sprintf(`{"lines":[{"sku":"A","quantity":%s,"pcs_per_carton":%s,"unit_net_kg":"%s","carton_tare_kg":"%s","carton_cm":[%s]}]}`,
			c[0], c[1], c[2], c[3], c[4]))
		l := r.Lines[0]
		got := []string{fmt.Sprint(r.Cartons), l.Last, l.CartonGross, r.Net, r.Gross, l.CartonVolume, r.Volume}
		if strings.Join(got, " ") != strings.Join(c[5:], " ") || l.Net != r.Net || l.Gross != r.Gross || l.Volume != r.Volume {
			t.Errorf("%s: %v; want %v", id, got, c[5:])
		}
	}
}

func TestTheExampleOfTheDesignGivesItsFigures(t *testing.T) {
	r := packed(t, `{"lines":[{"sku":"A","quantity":1000,"pcs_per_carton":24,"unit_net_kg":"0.35","carton_tare_kg":"1.2","carton_cm":["48","38","32"]}],
		"allow_mixed":false,"air_divisor":6000,"air_step_kg":"0.5"}`)
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"cartons":42,`, `"net_weight_kg":"350.00"`, `"gross_weight_kg":"400.40"`, `"volume_m3":"2.451"`, `"chargeable_kg":"409.0"`,
		`"lcl_revenue_tons":"2.451"`, `{"type":"20GP","fits":true,"fill_percent":"8.76","binds":"volume","needed":1}`,
		`"packages":[{"from":1,"to":41,"contents":[{"sku":"A","quantity":"24"}],"net_kg":"8.40","gross_kg":"9.60"},{"from":42,"to":42,`,
	} {
		if !strings.Contains(string(raw), part) {
			t.Errorf("no %s in %s", part, raw)
		}
	}
}

func TestAirFreightChargesTheLargerWeightRoundedUp(t *testing.T) {
	for id, c := range map[string][]string{ // pieces, sides, gross, divisor, step; actual, volumetric, chargeable
		"A1": {"12", "60,40,35", "14.2", "6000", "0.5", "170.40", "168.00", "170.5"},
		"A2": {"12", "60,40,35", "14.2", "5000", "0.5", "170.40", "201.60", "202.0"},
		"A3": {"5", "80,60,50", "18", "6000", "0.5", "90.00", "200.00", "200.0"},
		"A4": {"1", "30,45,65", "14", "6000", "0.5", "14.00", "14.63", "15.0"}, // 14.6250
		"A5": {"1", "30,45,65", "14", "6000", "1", "14.00", "14.63", "15.0"},
		"A6": {"100", "48,38,32", "9.6", "6000", "0.5", "960.00", "972.80", "973.0"},
		"A7": {"1", "50,40,30", "10.1", "6000", "0.5", "10.10", "10.00", "10.5"},
		"A8": {"1", "50,40,30", "10.1", "6000", "1", "10.10", "10.00", "11.0"},
	} {
		r := packed(t, fmt.Sprintf(`{"lines":[{"quantity":%s,"pcs_per_carton":1,"carton_gross_kg":"%s","carton_cm":[%s]}],"air_divisor":%s,"air_step_kg":"%s"}`,
			c[0], c[2], c[1], c[3], c[4]))
		if got := r.Gross + " " + r.Volumetric + " " + r.Chargeable; got != strings.Join(c[5:], " ") {
			t.Errorf("%s: %s; want %v", id, got, c[5:])
		}
	}
	r := packed(t, `{"lines":[{"quantity":1,"pcs_per_carton":1,"carton_gross_kg":1,"carton_cm":["60.5","40.4","35"]}],"air_round_sides":true}`)
	if r.Volumetric != "14.23" { // 61 × 40 × 35
		t.Errorf("with whole sides: %s", r.Volumetric)
	}
}

func TestSeaFreightChargesTheLargerOfVolumeAndTonnes(t *testing.T) {
	for id, c := range map[string][4]string{
		"L1": {"3.2", "2850", "3.2", "144"}, "L2": {"1.5", "2400", "2.4", "108"}, "L3": {"0.6", "300", "1", "45"},
		"L4": {"2.451456", "400.4", "2.451456", "110.32"}, "L5": {"7.008", "7008", "7.008", "315.36"},
	} {
		tons := data.RevenueTons(dec(c[0]), dec(c[1]), dec("1"))
		if !tons.Equal(dec(c[2])) || !tons.Mul(dec("45")).Round(2).Equal(dec(c[3])) {
			t.Errorf("%s: %s", id, tons)
		}
	}
}

func TestRestsShareACartonOnlyWhenAllowedAndWhenTheyFit(t *testing.T) {
	question := func(mixed bool, rests ...int) string {
		lines := make([]string, len(rests))
		for i, q := range rests {
			lines[i] = fmt.Sprintf(`{"sku":"%c","quantity":%d,"pcs_per_carton":50,"unit_net_kg":"0.1","carton_tare_kg":"1","carton_cm":[50,40,30]}`, 'A'+i, q)
		}
		return fmt.Sprintf(`{"allow_mixed":%v,"lines":[%s]}`, mixed, strings.Join(lines, ","))
	}
	for _, c := range []struct {
		mixed   bool
		rests   []int
		cartons int64
	}{
		{true, []int{130, 70}, 4},
		{false, []int{130, 70}, 5},
		{true, []int{31, 20}, 2},
		{true, []int{25, 10, 30, 20}, 2},
		{true, []int{50, 100}, 3},
		{true, []int{20}, 1},
	} {
		if r := packed(t, question(c.mixed, c.rests...)); r.Cartons != c.cartons {
			t.Errorf("%v, mixed %v: %d cartons; want %d", c.rests, c.mixed, r.Cartons, c.cartons)
		}
	}
	r := packed(t, question(true, 130, 70))
	last := r.Packages[len(r.Packages)-1]
	if last.From != 4 || last.To != 4 || len(last.Contents) != 2 || last.Contents[1] != (data.PackedContent{SKU: "B", Quantity: "20"}) || last.Gross != "6.00" {
		t.Errorf("the shared carton is %+v", last)
	}
	if a, b := r.Lines[0], r.Lines[1]; a.Cartons != 3 || b.Cartons != 1 || a.Gross != "16.00" || b.Gross != "8.00" || r.Gross != "24.00" || !a.Mixed {
		t.Errorf("lines %+v, %+v", a, b)
	}
}

func TestContainersSayWhichLimitBinds(t *testing.T) {
	r := packed(t, `{"lines":[{"quantity":1000,"pcs_per_carton":1,"carton_gross_kg":28,"carton_cm":[40,30,25]}],
		"containers":[{"type":"20GP","usable_m3":28,"payload_kg":21000},{"type":"big","usable_m3":30,"payload_kg":28000}]}`)
	if got := fmt.Sprint(r.Containers); got != "[{20GP false 133.33 weight 2} {big true 100.00 volume 1}]" {
		t.Errorf("got %s", got)
	}
	for i, c := range r.Lines[0].PerContainer {
		if want := []string{"750 weight", "1000 volume"}[i]; fmt.Sprint(c.Cartons, " ", c.Binds) != want {
			t.Errorf("%+v; want %s", c, want)
		}
	}
}

func TestFiguresThatCantBeKnownAreLeftOut(t *testing.T) {
	r := packed(t, `{"lines":[{"quantity":30,"pcs_per_carton":24},{"quantity":1,"pcs_per_carton":1,"unit_net_kg":1,"carton_tare_kg":"0.5","carton_cm":[10,10,10]}]}`)
	if r.Cartons != 3 || r.Net+r.Gross+r.Volume+r.Chargeable+r.Revenue+r.Volumetric != "" || len(r.Containers) != 0 {
		t.Errorf("got %+v", r)
	}
	if fmt.Sprint(r.Unknown) != "[net_weight_kg gross_weight_kg volume_m3]" || r.Lines[1].Gross != "1.50" || r.Lines[1].Volume != "0.001" {
		t.Errorf("unknown %v, line %+v", r.Unknown, r.Lines[1])
	}
	r = packed(t, `{"lines":[{"quantity":30,"pcs_per_carton":24,"carton_gross_kg":12,"carton_cm":[10,10,10]}]}`)
	if r.Gross != "15.00" || !r.Estimated || r.Net != "" {
		t.Errorf("only gross known: %+v", r)
	}
}

func TestAWrongPackingQuestionNamesItsField(t *testing.T) {
	line := func(more string) string { return `{"lines":[{"quantity":1,"pcs_per_carton":1` + more + `}]}` }
	for question, want := range map[string]string{
		`{}`: "lines: problem.required", `{"lines":[]}`: "lines: problem.required", `{"lines":3}`: "lines: problem.not_a_list",
		`{"lines":[3]}`:                                                                           "lines.1: problem.not_an_object",
		`{"lines":[{"pcs_per_carton":1}]}`:                                                        "lines.1.quantity: problem.required",
		`{"lines":[{"quantity":1}]}`:                                                              "lines.1.pcs_per_carton: problem.required",
		`{"lines":[{"quantity":"-1","pcs_per_carton":1}]}`:                                        "lines.1.quantity: problem.negative",
		`{"lines":[{"quantity":"x","pcs_per_carton":1}]}`:                                         "lines.1.quantity: problem.not_a_number",
		`{"lines":[{"quantity":"0.0001","pcs_per_carton":1}]}`:                                    "lines.1.quantity: problem.too_fine",
		`{"lines":[{"quantity":1,"pcs_per_carton":0}]}`:                                           "lines.1.pcs_per_carton: problem.not_positive",
		`{"lines":[{"quantity":"99999999999999999999","pcs_per_carton":1}]}`:                      "lines.1.quantity: problem.too_large",
		line(`,"carton_cm":[1,2]`):                                                                "lines.1.carton_cm: problem.three_sides",
		line(`,"carton_cm":[1,2,0]`):                                                              "lines.1.carton_cm.3: problem.not_positive",
		line(`,"carton_cm":[1,2,"x"]`):                                                            "lines.1.carton_cm.3: problem.not_a_number",
		line(`,"carton_cm":"1x2x3"`):                                                              "lines.1.carton_cm: problem.three_sides",
		line(`,"colour":"red"`):                                                                   "lines.1.colour: problem.unknown_field",
		line(`,"carton_tare_kg":2,"carton_gross_kg":1`):                                           "lines.1.carton_gross_kg: problem.gross_below_net",
		line(`,"carton_tare_kg":2,"carton_gross_kg":5,"unit_net_kg":1`):                           "lines.1.carton_tare_kg: problem.not_both",
		`{"lines":[{"quantity":9000000000000,"pcs_per_carton":1,"unit_net_kg":9000000000}]}`:      "lines.1.quantity: problem.too_large",
		`{"air_divisor":0,"lines":[{"quantity":1,"pcs_per_carton":1}]}`:                           "air_divisor: problem.not_positive",
		`{"allow_mixed":"maybe","lines":[{"quantity":1,"pcs_per_carton":1}]}`:                     "allow_mixed: problem.not_a_boolean",
		`{"containers":[{"type":"X","usable_m3":1}],"lines":[{"quantity":1,"pcs_per_carton":1}]}`: "containers.1.payload_kg: problem.required",
	} {
		in, err := data.ParsePackInput([]byte(question))
		if err == nil {
			_, err = data.Pack(in)
		}
		var p data.Problems
		if !errors.As(err, &p) || !strings.Contains(p.Error(), "0:"+want) {
			t.Errorf("%s: %v; want %s", question, err, want)
		}
	}
}

func TestLinesSumToTheWholeHoweverTheyArePacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := data.PackInput{AllowMixed: rapid.Bool().Draw(t, "mixed"), AirDivisor: dec("6000"), AirStep: dec("0.5"), Containers: data.ContainerTypes()}
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			in.Lines = append(in.Lines, data.PackLine{
				Quantity: data.Quantity(rapid.Int64Range(0, 1_000_000).Draw(t, "quantity")),
				Packing: data.Packing{
					PcsPerCarton: data.Quantity(rapid.Int64Range(1, 100_000).Draw(t, "pcs")),
					UnitNet:      data.Weight(rapid.Int64Range(1, 1_000_000).Draw(t, "net")),
					CartonGross:  data.Weight(rapid.Int64Range(1, 200_000_000).Draw(t, "gross")),
					Carton:       data.Box{Length: data.Length(rapid.Int64Range(100, 9000).Draw(t, "length")), Width: 4000, Height: 3000},
				},
			})
		}
		r, err := data.Pack(in)
		if err != nil {
			t.Fatal(err)
		}
		cartons, net, gross := int64(0), decimal.Zero, decimal.Zero
		for _, l := range r.Lines {
			cartons, net = cartons+l.Cartons, net.Add(dec(l.Net))
			gross = gross.Add(dec(l.Gross))
		}
		last := int64(0)
		for _, p := range r.Packages {
			if p.From != last+1 || p.To < p.From {
				t.Fatalf("cartons %d to %d after %d", p.From, p.To, last)
			}
			last = p.To
		}
		if cartons != r.Cartons || last != r.Cartons || !net.Equal(dec(r.Net)) || !gross.Equal(dec(r.Gross)) {
			t.Fatalf("lines: %d, %s, %s; whole: %d, %s, %s", cartons, net, gross, r.Cartons, r.Net, r.Gross)
		}
	})
}

func TestACartonLargerThanTheContainerDoesntFit(t *testing.T) {
	r := packed(t, `{"lines":[{"quantity":1,"pcs_per_carton":1,"carton_gross_kg":28,"carton_cm":[30,640,25]}]}`)
	if got := fmt.Sprint(r.Containers[:2]); got != "[{20GP false 1.71 size 0} {40GP true 0.83 volume 1}]" {
		t.Errorf("a carton 6.4 m long: %s", got)
	}
	if got := fmt.Sprint(r.Lines[0].PerContainer[0]); got != "{20GP 0 0 size}" {
		t.Errorf("a carton 6.4 m long: %s", got)
	}
	if !data.ContainerTypes()[0].Admits(data.Box{Length: 23520, Width: 59000, Height: 23950}) {
		t.Error("what is as large as the container goes in")
	}
}
