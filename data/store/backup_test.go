package store_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

func TestABackupIsWholeAndNeverOverwrites(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	must[data.Product](t)(st.Products.Save(ctx, product("A", "Cup", "杯")))
	to := filepath.Join(t.TempDir(), "it's a copy.db")
	if err := st.Backup(ctx, to); err != nil {
		t.Fatal(err)
	}
	if err := st.Backup(ctx, to); !errors.Is(err, store.ErrExists) {
		t.Error(err)
	}
	restored := openAt(t, to)
	must[data.Product](t)(restored.Products.BySKU(ctx, "A"))
	wellKept(t, restored)
}

func TestRestoreKeepsWhatItReplaces(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "data.db"), filepath.Join(dir, "backup.db")
	ctx := t.Context()
	st, err := store.Open(ctx, path, store.Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	must[data.Product](t)(st.Products.Save(ctx, product("OLD", "Cup", "杯")))
	if err := st.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	must[data.Product](t)(st.Products.Save(ctx, product("NEW", "Pot", "壶")))
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := store.Restore(ctx, backup, path, clock()())
	if err != nil {
		t.Fatal(err)
	}
	now, before := openAt(t, path), openAt(t, kept)
	must[data.Product](t)(now.Products.BySKU(ctx, "OLD"))
	if _, err := now.Products.BySKU(ctx, "NEW"); !errors.Is(err, data.ErrNotFound) {
		t.Error(err)
	}
	must[data.Product](t)(before.Products.BySKU(ctx, "NEW"))
}

func TestTwoRestoresInTheSameSecondKeepBothFiles(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "data.db"), filepath.Join(dir, "backup.db")
	st, err := store.Open(t.Context(), path, store.Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	at := clock()()
	first := must[string](t)(store.Restore(t.Context(), backup, path, at))
	second := must[string](t)(store.Restore(t.Context(), backup, path, at))
	if first == second {
		t.Errorf("both are called %s", first)
	}
	for _, kept := range []string{first, second} {
		if _, err := os.Stat(kept); err != nil {
			t.Error(err)
		}
	}
}

func TestRestoreRefusesADamagedOrForeignFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "data.db")
	st := openAt(t, path)
	imported(t)(st.Products.Import(t.Context(), productRows(300, nil), store.ImportOptions{}))
	good := filepath.Join(dir, "good.db")
	if err := st.Backup(t.Context(), good); err != nil {
		t.Fatal(err)
	}
	b := must[[]byte](t)(os.ReadFile(good))
	for i := len(b) / 3; i < len(b)/3+20000; i++ {
		b[i] ^= 0x5a
	}
	files := map[string][]byte{"damaged.db": b, "text.db": []byte("just some text that is no database"), "cut.db": b[:len(b)/2], "empty.db": {}}
	for name, bytes := range files {
		bad := filepath.Join(dir, name)
		if err := os.WriteFile(bad, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Restore(t.Context(), bad, path, clock()()); err == nil {
			t.Errorf("%s was restored", name)
		}
	}
	must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{}))
}

func TestANewerFileIsRefusedAndAForeignOneToo(t *testing.T) {
	dir := t.TempDir()
	newer, foreign := filepath.Join(dir, "newer.db"), filepath.Join(dir, "foreign.db")
	st, err := store.Open(t.Context(), newer, store.Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	run(t, newer, `PRAGMA user_version = 999`)
	run(t, foreign, `CREATE TABLE theirs (x)`)
	var tooNew store.NewerFileError
	if _, err := store.Open(t.Context(), newer, store.Options{Now: clock()}); !errors.As(err, &tooNew) || tooNew.File != 999 {
		t.Error(err)
	}
	if _, err := store.Open(t.Context(), foreign, store.Options{Now: clock()}); !errors.Is(err, store.ErrNotOurs) {
		t.Error(err)
	}
}

// run changes a file behind the store's back.
func run(t testing.TB, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestVerifyNamesWhatWasChangedBehindItsBack(t *testing.T) {
	for key, statement := range map[string]string{
		"fault.ledger":     `UPDATE stock_level SET quantity = quantity + 1`,
		"fault.totals":     `UPDATE stock_total SET on_hand = on_hand + 1`,
		"fault.reserved":   `UPDATE reserved SET quantity = quantity + 1`,
		"fault.series":     `UPDATE number_series SET last = last + 1 WHERE kind = 'commercial-invoice'`,
		"fault.document":   `DROP TRIGGER issued_never_changed; UPDATE issued SET frozen = x'00'`,
		"fault.attachment": `DROP TRIGGER attachment_never_changed; UPDATE attachment SET bytes = x'00'`,
		"fault.reference":  `DELETE FROM partner`,
		"fault.variant":    `UPDATE variant SET sku = 'else' WHERE sku = 'A'`,
		"fault.search":     `DELETE FROM search WHERE kind = 1`,
		"fault.journal":    `UPDATE product SET version = version + 1`,
		"fault.shipped":    `UPDATE shipment_line SET quantity = 99000`,
		"fault.posted":     `UPDATE shipment SET posted = 1`,
		"fault.revision":   `DROP TRIGGER issued_never_changed; UPDATE issued SET revision = 3`,
	} {
		t.Run(key, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "data.db")
			st := openAt(t, path)
			o := ordered(t, st)
			if err := st.Stock.Count(t.Context(), []data.Level{{SKU: "A", Quantity: 5}}, "count"); err != nil {
				t.Fatal(err)
			}
			if err := st.Stock.Reserve(t.Context(), o.ID, []data.Reservation{{Line: 1, Quantity: 3}}); err != nil {
				t.Fatal(err)
			}
			must[data.Hash](t)(st.Attachments.Put(t.Context(), "a", []byte("bytes")))
			must[data.Shipment](t)(st.Shipments.Save(t.Context(), data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 1000}}}))
			if _, _, err := st.Documents.Issue(t.Context(), store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID}, freezeOf(o)); err != nil {
				t.Fatal(err)
			}
			wellKept(t, st)
			run(t, path, statement)
			for _, f := range must[store.Report](t)(st.Backups.Verify(t.Context())).Faults {
				if f.Key == key {
					return
				}
			}
			t.Error("not noticed")
		})
	}
}

func TestPostedFactsCantBeEditedEvenBySQL(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.db")
	st := openAt(t, path)
	o := ordered(t, st)
	if err := st.Stock.Count(t.Context(), []data.Level{{SKU: "A", Quantity: 5}}, "count"); err != nil {
		t.Fatal(err)
	}
	if err := st.Stock.Reserve(t.Context(), o.ID, []data.Reservation{{Line: 1, Quantity: 3}}); err != nil {
		t.Fatal(err)
	}
	move := data.StockTransfer{To: overseas, Lines: []data.StockTransferLine{{SKU: "A", Quantity: 2}}}
	must[data.StockTransfer](t)(st.Stock.Transfer(t.Context(), move))
	d, _, err := st.Documents.Issue(t.Context(), store.IssueRequest{Kind: data.CommercialInvoice, OrderID: o.ID}, freezeOf(o))
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Documents.Void(t.Context(), d.Number, "x"); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, table := range []string{"movement", "reservation", "transfer", "issued", "issued_void", "journal"} {
		for _, s := range []string{`DELETE FROM ` + table, `UPDATE ` + table + ` SET rowid = rowid`} {
			if table == "issued_void" {
				s = `DELETE FROM issued_void`
			}
			if _, err := db.ExecContext(t.Context(), s); err == nil {
				t.Errorf("%s went through", s)
			}
		}
	}
}

func TestASecondWindowIsRefusedUntilTheFirstIsClosed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.db")
	release, err := store.Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Lock(path); !errors.Is(err, store.ErrOpenElsewhere) {
		t.Error(err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	release, err = store.Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
}

func TestBackupsAreThinnedOutByAge(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	var all []time.Time
	for at := now; now.Sub(at) < 800*24*time.Hour; at = at.Add(-time.Hour) {
		all = append(all, at)
	}
	kept := store.Keep(all, now)
	count := func(from, to time.Duration) (n int) {
		for _, at := range kept {
			if age := now.Sub(at); age > from && age <= to {
				n++
			}
		}
		return n
	}
	const day = 24 * time.Hour
	for _, span := range []struct {
		from, to time.Duration
		want     int
	}{{-1, day, 25}, {day, 14 * day, 13}, {15 * day, 8 * 7 * day, 6}, {57 * day, 366 * day, 10}, {367 * day, 900 * day, 0}} {
		if n := count(span.from, span.to); n < span.want || n > span.want+2 {
			t.Errorf("%d kept between %v and %v, want %d", n, span.from, span.to, span.want)
		}
	}
	if old := store.Keep([]time.Time{now.Add(-9000 * day)}, now); len(old) != 1 {
		t.Error("the only backup was thrown away")
	}
	if len(store.Keep(kept, now)) != len(kept) {
		t.Error("thinning out again throws more away")
	}
}

func TestAutomaticBackupsAreMadeOncePerHour(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "data.db"), store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	dir := filepath.Join(t.TempDir(), "backups")
	for i, wait := range []time.Duration{0, 30 * time.Minute, 31 * time.Minute, 40 * 24 * time.Hour} {
		now = now.Add(wait)
		path := must[string](t)(st.Backups.Auto(t.Context(), dir))
		if (path == "") != (i == 1) {
			t.Errorf("time %d: %q", i, path)
		}
	}
	if list := must[[]os.DirEntry](t)(os.ReadDir(dir)); len(list) != 2 {
		t.Errorf("%d backups are kept", len(list))
	}
}

func TestAFileOfAnOlderProgramIsCopiedBeforeItIsMigrated(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "data.db")
	first := string(must[[]byte](t)(os.ReadFile(filepath.Join("migrations", "0001_records.sql"))))
	run(t, path, first+`; PRAGMA user_version = 1; PRAGMA application_id = 0x54574E44`) // as the first program left it
	again := openAt(t, path)
	must[data.Product](t)(again.Products.Save(t.Context(), product("A", "Cup", "杯")))
	if copies := must[[]string](t)(filepath.Glob(filepath.Join(dir, "data-before-20261122-*-v1.db"))); len(copies) != 1 {
		t.Errorf("copies: %v", copies)
	}
}
