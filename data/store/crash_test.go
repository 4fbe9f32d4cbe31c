package store_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// The test binary is its own victim: with this variable set it works on the file it names until it is killed.
const victimFile = "TRADEWIND_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victimFile); path != "" {
		if err := work(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// work imports, saves and issues without end. After each commit it prints what must never be lost.
func work(path string) error {
	ctx := context.Background()
	st, err := store.Open(ctx, path, store.Options{Now: time.Now, Person: "victim"})
	if err != nil {
		return err
	}
	fmt.Println("open")
	if _, err := st.Partners.ByCode(ctx, "C"); err != nil {
		if _, err := st.Partners.Save(ctx, data.Partner{Code: "C", Party: data.Party{Name: "Customer"}, Roles: []data.Role{data.Customer}}); err != nil {
			return err
		}
	}
	for {
		name := strconv.FormatInt(time.Now().UnixNano(), 36)
		for _, step := range []func(context.Context, *store.Store, string) error{importSome, orderAndIssue} {
			if err := step(ctx, st, name); err != nil {
				return err
			}
		}
	}
}

// importSome imports two hundred products with stock.
func importSome(ctx context.Context, st *store.Store, name string) error {
	rows := productRows(200, func(i int, v map[string]string) { v["sku"], v["stock"] = fmt.Sprintf("%s-%d", name, i), "5" })
	r, err := st.Products.Import(ctx, rows, store.ImportOptions{Source: name})
	if err != nil {
		return err
	}
	fmt.Println("imported", name, r.New)
	return r.Problems.Err()
}

// orderAndIssue saves an order and issues its invoice, then changes the order and issues the revision.
func orderAndIssue(ctx context.Context, st *store.Store, name string) error {
	o, err := st.Orders.Save(ctx, data.Order{Customer: "C", Currency: "USD", Lines: []data.OrderLine{{SKU: name + "-0", Quantity: 2000, Unit: "PCS", Price: 5}}})
	if err != nil {
		return err
	}
	fmt.Println("ordered", o.No)
	for _, notes := range []string{"", "changed"} {
		o.Notes = notes
		if o, err = st.Orders.Save(ctx, o); err != nil {
			return err
		}
		doc, _, err := st.Documents.Issue(ctx, store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID}, freezeOf(o))
		if err != nil {
			return err
		}
		fmt.Println("issued", doc.Number, doc.Revision)
	}
	if err := moveStock(ctx, st, o, name+"-0"); err != nil {
		return err
	}
	sh, err := st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 2000}}})
	if err != nil {
		return err
	}
	if sh, err = st.Shipments.Post(ctx, sh.ID); err != nil {
		return err
	}
	fmt.Println("posted", sh.No)
	return nil
}

// moveStock receives, keeps and sends on some of an article, and counts it.
func moveStock(ctx context.Context, st *store.Store, o data.Order, sku string) error {
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: sku, Quantity: 20_000, Reason: data.Received, Document: o.No}}); err != nil {
		return err
	}
	fmt.Println("received", sku)
	if err := st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: 2000}}); err != nil {
		return err
	}
	tr, err := st.Stock.Transfer(ctx, data.StockTransfer{To: overseas, Lines: []data.StockTransferLine{{SKU: sku, Quantity: 5000}}})
	if err != nil {
		return err
	}
	fmt.Println("transferred", tr.No)
	if _, err := st.Stock.Arrive(ctx, tr.No, []data.StockTransferLine{{SKU: sku, Quantity: 3000}}, false); err != nil {
		return err
	}
	return st.Stock.Count(ctx, []data.Level{{SKU: sku, Warehouse: overseas, Quantity: 2000}}, "sheet")
}

// freezeOf freezes an order as JSON.
func freezeOf(o data.Order) store.Freeze {
	return func(number string, revision int, date data.Date) ([]byte, error) {
		return json.Marshal([]any{number, revision, date, o.No, o.Notes, o.Lines})
	}
}

func TestAKilledProcessLosesNothingConfirmedAndLeavesNothingHalf(t *testing.T) {
	kills := 30
	if n, err := strconv.Atoi(os.Getenv("TRADEWIND_KILLS")); err == nil {
		kills = n
	}
	if testing.Short() {
		kills = 3
	}
	var path string
	r := rand.New(rand.NewPCG(7, uint64(kills)))
	var confirmed []string
	all := 0
	for kill := range kills {
		if kill%killsPerFile == 0 {
			path, confirmed = filepath.Join(t.TempDir(), "victim.db"), nil
		}
		confirmed = append(confirmed, killAt(t, path, time.Duration(r.IntN(400))*time.Millisecond)...)
		st := openAt(t, path)
		wellKept(t, st)
		for _, line := range confirmed {
			stillThere(t, st, line)
		}
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("after kill %d", kill+1)
		}
		all += len(confirmed)
	}
	t.Logf("%d kills, %d confirmations looked up", kills, all)
}

// killsPerFile is how often one file is left by a killed process before a new one is begun, so that checking it stays quick.
const killsPerFile = 15

// killAt starts a victim, kills it some time after it opened the file, and returns what it confirmed.
func killAt(t *testing.T, path string, after time.Duration) []string {
	t.Helper()
	victim := exec.Command(os.Args[0])
	victim.Env = append(os.Environ(), victimFile+"="+path)
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil || first != "open\n" {
		t.Fatalf("victim said %q, %v", first, err)
	}
	timer := time.AfterFunc(after, func() { _ = victim.Process.Kill() })
	defer timer.Stop()
	rest, err := io.ReadAll(lines)
	if err != nil {
		t.Fatal(err)
	}
	_ = victim.Wait() // it was killed
	whole, _, _ := cutLast(string(rest), "\n")
	return strings.Fields(strings.ReplaceAll(strings.ReplaceAll(whole, " ", "\x00"), "\n", " "))
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return "", s, false
}

// stillThere checks one confirmed line.
func stillThere(t *testing.T, st *store.Store, line string) {
	t.Helper()
	w := strings.Split(line, "\x00")
	ctx := t.Context()
	switch w[0] {
	case "imported":
		list, err := st.Products.Find(ctx, store.Query{Words: w[1], Limit: 300})
		if err != nil || len(list) != 200 {
			t.Errorf("import %s: %d products, %v", w[1], len(list), err)
		}
	case "ordered":
		if _, err := st.Orders.ByNo(ctx, w[1]); err != nil {
			t.Error(err)
		}
	case "issued":
		revision, _ := strconv.Atoi(w[2])
		if d, err := st.Documents.ByNumber(ctx, w[1], revision); err != nil || len(d.Frozen) == 0 {
			t.Errorf("%s: %v", line, err)
		}
	case "posted":
		if s, err := st.Shipments.ByNo(ctx, w[1]); err != nil || !s.Posted {
			t.Errorf("%s: %v", line, err)
		}
	case "received":
		p, err := st.Products.BySKU(ctx, w[1])
		if err != nil {
			t.Error(err)
			return
		}
		id := p.Variants[0].ID
		if h, err := st.Stock.Holdings(ctx, []int64{id}); err != nil || h[id].OnHand+h[id].InTransit < 20_000 {
			t.Errorf("%s: %+v, %v", line, h[id], err)
		}
	case "transferred":
		if tr, err := st.Stock.TransferByNo(ctx, w[1]); err != nil || len(tr.Lines) != 1 || tr.Lines[0].Quantity != 5000 {
			t.Errorf("%s: %+v, %v", line, tr, err)
		}
	default:
		t.Errorf("victim said %q", line)
	}
}
