package store

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"tradewind/data"
)

// Import puts orders in, one row per line, whole or not at all. The rows of one order need not stand together. An
// order that is there already gets the file's lines in place of its own while it is unposted; a posted one that
// differs is refused. The report counts orders, not rows.
func (s Orders) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	g := &orderGroups{rows: map[string][]packedRow{}, fields: map[string]int{}}
	report, err := s.at.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		for _, row := range chunk {
			g.add(row)
		}
		return nil
	}, func(m *importing) error { return m.takeOrders(ctx, g) })
	if err != nil {
		return report, fmt.Errorf("import orders: %w", err)
	}
	return report, nil
}

// orderGroups holds the rows of a file by order, each packed, because a row as a map takes several times the room.
type orderGroups struct {
	numbers []string // in order of appearance
	rows    map[string][]packedRow
	fields  map[string]int // the place of each field in a packed row
	names   []string
}

// spot is where a row stands.
type spot struct {
	file string
	row  int
}

// packedRow is a row without the names of its fields.
type packedRow struct {
	file   string
	row    int
	head   spot // of the order's head, where that stands in a file of its own
	values []string
	has    []bool
}

// add puts a row to its order.
func (g *orderGroups) add(row data.Patch) {
	for _, name := range sortedKeys(row.Values) {
		if _, ok := g.fields[name]; !ok {
			g.fields[name] = len(g.names)
			g.names = append(g.names, name)
		}
	}
	p := packedRow{file: row.File, row: row.Row, values: make([]string, len(g.names)), has: make([]bool, len(g.names))}
	if row.Head != nil {
		p.head = spot{row.Head.File, row.Head.Row}
	}
	for name, v := range row.Values {
		p.values[g.fields[name]], p.has[g.fields[name]] = v, true
	}
	no := strings.TrimSpace(row.Values["order_no"])
	if _, ok := g.rows[no]; !ok {
		g.numbers = append(g.numbers, no)
	}
	g.rows[no] = append(g.rows[no], p)
}

// of returns the rows of an order as they came.
func (g *orderGroups) of(no string) []data.Patch {
	rows := make([]data.Patch, len(g.rows[no]))
	for i, p := range g.rows[no] {
		values := make(map[string]string, len(p.values))
		for j, v := range p.values {
			if p.has[j] {
				values[g.names[j]] = v
			}
		}
		rows[i] = data.Patch{File: p.file, Row: p.row, Values: values}
		if p.head.row > 0 {
			rows[i].Head = &data.Patch{File: p.head.file, Row: p.head.row}
		}
	}
	return rows
}

// ordersAtOnce is how many orders are looked up together.
const ordersAtOnce = 100

// takeOrders deals with all orders, some hundred at a time.
func (m *importing) takeOrders(ctx context.Context, g *orderGroups) error {
	customers := map[string]data.Partner{}
	done := 0
	for part := range chunks(g.numbers, ordersAtOnce) {
		holes, args := in(part)
		list, err := orders.load(ctx, m.w.tx, `WHERE order_no IN `+holes, args...)
		if err != nil {
			return err
		}
		there := make(map[string]*data.Order, len(list))
		for i := range list {
			there[list[i].No] = &list[i]
		}
		groups := make([][]data.Patch, len(part))
		var all []data.Patch
		for i, no := range part {
			groups[i] = g.of(no)
			all = append(all, groups[i]...)
		}
		articles, err := m.articles(ctx, keys(all, "sku"))
		if err != nil {
			return err
		}
		finds, err := m.findsFor(ctx, articles, customers)
		if err != nil {
			return err
		}
		for i, no := range part {
			if err := m.takeOrder(ctx, groups[i], there[no], finds); err != nil {
				return err
			}
			done += len(groups[i])
		}
		if m.o.Progress != nil {
			m.o.Progress(done)
		}
	}
	return ctx.Err()
}

// article is what an order line may name.
type article struct {
	product data.Product
	variant data.Variant
}

// articles returns those with the given SKUs.
func (m *importing) articles(ctx context.Context, skus []string) (map[string]article, error) {
	found := map[string]article{}
	for part := range chunks(skus, maxHoles) {
		holes, args := in(part)
		list, err := products.load(ctx, m.w.tx, `WHERE id IN (SELECT product_id FROM variant WHERE sku IN `+holes+`)`, args...)
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			for _, v := range p.Variants {
				found[v.SKU] = article{p, v}
			}
		}
	}
	return found, nil
}

// findsFor returns what rows of orders find: the articles, the customers, asked for once each, and what campaigns ask.
func (m *importing) findsFor(ctx context.Context, articles map[string]article, customers map[string]data.Partner) (data.OrderFinds, error) {
	variants := make([]int64, 0, len(articles))
	for _, a := range articles {
		variants = append(variants, a.variant.ID)
	}
	campaigns, err := campaignPrices(ctx, m.w.tx, variants)
	return data.OrderFinds{
		Product: func(sku string) (data.Product, data.Variant, bool) {
			a, ok := articles[strings.TrimSpace(sku)]
			return a.product, a.variant, ok
		},
		Customer:  func(name string) (data.Partner, bool) { return m.customer(ctx, name, customers) },
		Campaigns: campaigns, Home: m.home, Today: data.DateOf(m.w.at),
	}, err
}

// takeOrder deals with one order.
func (m *importing) takeOrder(ctx context.Context, rows []data.Patch, old *data.Order, finds data.OrderFinds) error {
	var before data.Order
	if old != nil {
		before = *old
		before.Lines = append([]data.OrderLine(nil), old.Lines...)
	}
	next, problems, warnings := data.MergeOrder(before, rows, finds)
	if len(problems) > 0 {
		return m.refuseOrder(rows, problems)
	}
	next.Archived = false
	if err := next.Validate(); err != nil {
		return m.refuseOrder(rows, err)
	}
	changed, err := m.keepImportedOrder(ctx, old, &next)
	if err != nil {
		return m.refuseOrder(rows, err)
	}
	what := change(old == nil, changed)
	m.warn(rows[0], what, warnings, placed(rows, next.Warnings()))
	m.done(rows[0], next.No, what)
	return nil
}

// keepImportedOrder writes an order unless it is posted and differs.
func (m *importing) keepImportedOrder(ctx context.Context, old, next *data.Order) (bool, error) {
	if err := checkOrder(ctx, m.w, old, next); err != nil {
		return false, err
	}
	return orders.put(ctx, m.w, old, next)
}

// customer returns the partner with this code or name, asked for once.
func (m *importing) customer(ctx context.Context, name string, known map[string]data.Partner) (data.Partner, bool) {
	if p, ok := known[name]; ok {
		return p, p.ID != 0
	}
	var p data.Partner
	if id := m.w.partnerID(ctx, name); id != 0 {
		p, _ = partners.byID(ctx, m.w.tx, id) // one that can't be read isn't known
	}
	known[strings.Clone(name)] = p
	return p, p.ID != 0
}

// refuseOrder puts problems to the rows they are about.
func (m *importing) refuseOrder(rows []data.Patch, err error) error {
	if problems, ok := err.(data.Problems); ok { //nolint:errorlint // its rows are filled in; what wraps it stays as it is
		err = placed(rows, problems)
	}
	if !m.refuse(rows[0], err) {
		return fmt.Errorf("row %d: %w", rows[0].Row, err)
	}
	return nil
}

// placed puts what is said of an order to the rows it is about: "lines.2.quantity" to the row of the second line, as its
// quantity, and the rest to the head.
func placed(rows []data.Patch, problems data.Problems) data.Problems {
	lines := data.LineRows(rows)
	for i := range problems {
		p := &problems[i]
		if p.Row != 0 || p.File != "" {
			continue
		}
		p.Row, p.File = rows[0].Row, rows[0].File
		if head := rows[0].Head; head != nil {
			p.Row, p.File = head.Row, head.File
		}
		rest, of := strings.CutPrefix(p.Field, "lines.")
		number, field, _ := strings.Cut(rest, ".")
		if n, err := strconv.Atoi(number); of && err == nil && n >= 1 && n <= len(lines) {
			p.Row, p.File, p.Field = lines[n-1].Row, lines[n-1].File, field
		}
	}
	return problems
}
