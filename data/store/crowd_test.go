package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// crowdSize is how many products the benchmarks work on.
var crowdSize = func() int {
	if n, err := strconv.Atoi(os.Getenv("TRADEWIND_CROWD")); err == nil {
		return n
	}
	return 100_000
}()

var (
	englishWords = strings.Fields("stainless steel thermos cup bottle kitchen knife set wooden bamboo cutting board silicone spatula glass jar lid plastic storage box folding chair camping lamp led solar garden hose ceramic mug coffee grinder electric kettle vacuum flask travel pillow memory foam yoga mat resistance band dumbbell")
	chineseWords = strings.Fields("不锈钢 保温杯 水瓶 厨房 刀具 套装 木制 竹 砧板 硅胶 铲 玻璃 罐 盖 塑料 收纳 盒 折叠 椅 露营 灯 太阳能 花园 水管 陶瓷 马克杯 咖啡 研磨机 电 水壶 真空 旅行 枕头 记忆棉 瑜伽 垫 弹力带 哑铃 红色 蓝色 大号 小号")
)

// words joins 2 to 6 words.
func words(r *rand.Rand, from []string, sep string) string {
	list := make([]string, 2+r.IntN(5))
	for i := range list {
		list[i] = from[r.IntN(len(from))]
	}
	return strings.Join(list, sep)
}

// productRows gives n rows of a product list as a merchant of household goods would have it, the same for the same n.
// tweak may change a row.
func productRows(n int, tweak func(i int, values map[string]string)) iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			values := map[string]string{
				"sku":  fmt.Sprintf("%s-%06d", []string{"KB", "TX", "GD", "HL", "SP"}[r.IntN(5)], i),
				"name": words(r, englishWords, " "), "name_zh": words(r, chineseWords, ""),
				"unit": "PCS", "price": fmt.Sprintf("%d.%02d", r.IntN(50), r.IntN(100)), "currency": "USD",
				"hs_code": fmt.Sprint(73000000 + r.IntN(90000)*10), "origin": "CN", "pcs_per_carton": fmt.Sprint(6 * (1 + r.IntN(20))),
				"carton_length_cm": "60", "carton_width_cm": "40", "carton_height_cm": "35.5", "carton_gross_kg": "14.2",
				"carton_net_kg": "12.8", "supplier": fmt.Sprintf("Supplier %d Co., Ltd.", r.IntN(300)),
			}
			if tweak != nil {
				tweak(i, values)
			}
			if !yield(data.Patch{Row: i + 2, Values: values}, nil) {
				return
			}
		}
	}
}

// crowd is a file of 100,000 products, made once for all benchmarks.
var crowd = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "tradewind-bench")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "crowd.db")
	st, err := store.Open(context.Background(), path, store.Options{Now: clock(), Person: "Li"})
	if err != nil {
		return "", err
	}
	report, err := st.Products.Import(context.Background(), productRows(crowdSize, nil), store.ImportOptions{Source: "crowd"})
	if err == nil {
		err = report.Problems.Err()
	}
	if err != nil {
		return "", err
	}
	return path, st.Close()
})

func openCrowd(b *testing.B) *store.Store {
	b.Helper()
	path := must[string](b)(crowd())
	return openAt(b, path)
}

func BenchmarkImportOf100000Products(b *testing.B) {
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "import.db")
		st := openAt(b, path)
		var most, now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&now)
		before := now.HeapInuse + now.StackInuse
		o := store.ImportOptions{Source: "bench", Progress: func(done int) {
			if done%10_000 == 0 {
				runtime.ReadMemStats(&now)
				if now.HeapInuse > most.HeapInuse {
					most = now
				}
			}
		}}
		must[data.ImportReport](b)(st.Products.Import(b.Context(), productRows(crowdSize, nil), o))
		b.ReportMetric(float64(most.HeapInuse+most.StackInuse-before)/1e6, "MB-growth")
		start := time.Now()
		again := must[data.ImportReport](b)(st.Products.Import(b.Context(), productRows(crowdSize, nil), o))
		b.ReportMetric(time.Since(start).Seconds(), "s-again")
		if again.Unchanged != crowdSize {
			b.Error(again)
		}
		start = time.Now()
		last := must[[]store.Entry](b)(st.Journal.Last(b.Context(), 1))
		if err := st.Journal.Undo(b.Context(), last[0].Batch); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "s-undo")
		if f, err := os.Stat(path); err == nil {
			b.ReportMetric(float64(f.Size())/1e6, "MB-file")
		}
	}
}

func BenchmarkChangeOf100000ProductsAndUndo(b *testing.B) {
	for b.Loop() {
		st := openAt(b, filepath.Join(b.TempDir(), "change.db"))
		must[data.ImportReport](b)(st.Products.Import(b.Context(), productRows(crowdSize, nil), store.ImportOptions{}))
		start := time.Now()
		report := must[data.ImportReport](b)(st.Products.Import(b.Context(), productRows(crowdSize, func(_ int, v map[string]string) { v["price"] = "9.99" }), store.ImportOptions{}))
		b.ReportMetric(time.Since(start).Seconds(), "s-change")
		start = time.Now()
		if err := st.Journal.Undo(b.Context(), report.Batch); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "s-undo")
	}
}

// searches are what people type: nothing, codes, common and rare words, two together, Chinese of one character up.
var searches = []string{
	"", "kb-0001", "KB-000100", "steel", "grinder kettle", "水壶", "灯", "保温杯", "不锈钢 kettle", "水壶 砧板", "瓷马", "73000", "zq", "zzzz", "瓷马 q",
}

// BenchmarkSearch sums up all searches in one row: how long the first page takes, and how long a plain LIKE over the
// table of products takes for three of its columns in the same file. share-of-LIKE compares the sums.
func BenchmarkSearch(b *testing.B) {
	st := openCrowd(b)
	db := must[*sql.DB](b)(sql.Open("sqlite", "file:"+st.Path()+"?mode=ro"))
	defer db.Close()
	var took, like []time.Duration
	for b.Loop() {
		for round := range 30 {
			for _, w := range searches {
				start := time.Now()
				must[[]data.Product](b)(st.Products.Find(b.Context(), store.Query{Words: w}))
				took = append(took, time.Since(start))
				if round%15 == 0 {
					start = time.Now()
					must[int](b)(plainLike(b, db, w))
					like = append(like, time.Since(start))
				}
			}
		}
	}
	report := func(of string, all []time.Duration) (mean float64) {
		slices.Sort(all)
		b.ReportMetric(milliseconds(all[len(all)/2]), of+"ms-median")
		b.ReportMetric(milliseconds(all[len(all)*99/100]), of+"ms-p99")
		for _, d := range all {
			mean += milliseconds(d) / float64(len(all))
		}
		return mean
	}
	b.ReportMetric(report("", took)/report("LIKE-", like), "share-of-LIKE")
	b.ReportMetric(0, "ns/op") // of no meaning: a round is many searches
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// plainLike reads the first page as one would without an index for words.
func plainLike(b *testing.B, db *sql.DB, typed string) (n int, err error) {
	query, args := `SELECT id, sku, names FROM product WHERE archived = 0`, []any{}
	for _, w := range strings.Fields(typed) {
		query += ` AND (sku LIKE ? OR names LIKE ? OR hs_code LIKE ?)`
		args = append(args, "%"+w+"%", "%"+w+"%", "%"+w+"%")
	}
	rows, err := db.QueryContext(b.Context(), query+` ORDER BY sku LIMIT 50`, args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for ; rows.Next(); n++ {
		var id int64
		var sku, names string
		if err := rows.Scan(&id, &sku, &names); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}

func BenchmarkSearchOne(b *testing.B) {
	st := openCrowd(b)
	for _, w := range searches {
		b.Run("words="+w, func(b *testing.B) {
			for b.Loop() {
				must[[]data.Product](b)(st.Products.Find(b.Context(), store.Query{Words: w}))
			}
		})
	}
}

func BenchmarkPageDeepInTheList(b *testing.B) {
	st := openCrowd(b)
	for b.Loop() {
		must[[]data.Product](b)(st.Products.Find(b.Context(), store.Query{After: "SP-090000"}))
	}
}

func BenchmarkCount(b *testing.B) {
	st := openCrowd(b)
	for b.Loop() {
		must[int](b)(st.Products.Count(b.Context(), store.Query{Words: "steel"}))
	}
}

func BenchmarkSave(b *testing.B) {
	st := openCrowd(b)
	p := must[[]data.Product](b)(st.Products.Find(b.Context(), store.Query{Limit: 1}))[0]
	for i := 0; b.Loop(); i++ {
		p.Brand = fmt.Sprint("Brand ", i)
		p = must[data.Product](b)(st.Products.Save(b.Context(), p))
	}
}

// Every product has a line to watch, and every hundredth stands above it.
func BenchmarkPageOfWhatIsDueOf100000Products(b *testing.B) {
	st := openAt(b, filepath.Join(b.TempDir(), "due.db"))
	watched := func(i int, values map[string]string) {
		values["max_stock"], values["stock"] = "100", "100"
		if i%100 == 0 {
			values["stock"] = "101"
		}
	}
	must[data.ImportReport](b)(st.Products.Import(b.Context(), productRows(crowdSize, watched), store.ImportOptions{}))
	for b.Loop() {
		found := must[[]data.Product](b)(st.Stock.Due(b.Context(), "2026-11-22", store.Query{Limit: 100}))
		due := must[map[int64][]data.StockAlert](b)(st.Stock.AlertsOf(b.Context(), "2026-11-22", found))
		b.ReportMetric(float64(len(due)), "due")
	}
}
