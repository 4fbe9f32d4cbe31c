package command

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// documents makes one kind of paper for many orders. A paper that can't be made doesn't stop the others; it is named
// at the end, and the exit code is 1.
func (s *session) documents() error {
	w, err := s.wanted(s.call.option("kind"))
	if err != nil {
		return err
	}
	from, err := s.day("from")
	if err != nil {
		return err
	}
	to, err := s.day("to")
	if err != nil {
		return err
	}
	if from != "" && to != "" && from > to {
		return usage("command.usage.backwards", "From", from, "To", to)
	}
	return s.reading(func(st *store.Store) error {
		numbers, err := s.batch(st, w.kind, from, to)
		if err != nil {
			return err
		}
		if len(numbers) == 0 {
			s.tellNone(from, to)
		}
		results := s.makeAll(st, w, numbers)
		return s.tally(results)
	})
}

// tellNone says that no order lies between two days, so that an empty folder doesn't look like a defect.
func (s *session) tellNone(from, to data.Date) {
	switch {
	case from == "" && to == "":
		fmt.Fprintln(s.Err, s.t("command.documents.none"))
	case to == "":
		fmt.Fprintln(s.Err, s.t("command.documents.none_since", "From", from))
	case from == "":
		fmt.Fprintln(s.Err, s.t("command.documents.none_until", "To", to))
	default:
		fmt.Fprintln(s.Err, s.t("command.documents.none_between", "From", from, "To", to))
	}
}

// batch lists the numbers to make papers for: the orders dated from … to, and instead of an order that is shipped in
// parts each of its shipments, for the papers that travel with goods.
func (s *session) batch(st *store.Store, kind data.Kind, from, to data.Date) ([]string, error) {
	var orders []data.Order
	err := st.Orders.Each(s.ctx, func(o data.Order) error {
		if (from == "" || o.Date >= from) && (to == "" || o.Date <= to) {
			orders = append(orders, o)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list orders: %w", err)
	}
	var numbers []string
	for _, o := range orders {
		parts := []data.Shipment{}
		if kind == data.CommercialInvoice || kind == data.PackingList {
			if parts, err = st.Shipments.OfOrder(s.ctx, o.ID); err != nil {
				return nil, fmt.Errorf("shipments of %s: %w", o.No, err)
			}
		}
		if len(parts) == 0 {
			numbers = append(numbers, o.No)
		}
		for _, part := range parts {
			numbers = append(numbers, part.No)
		}
	}
	return numbers, nil
}

// result is what became of one number of a batch.
type result struct {
	number   string
	files    []made
	warnings []data.Problem
	err      error
}

// makeAll makes the papers on all cores, and returns the results in the order of numbers.
func (s *session) makeAll(st *store.Store, w wanted, numbers []string) []result {
	press, show, names := NewPress(), s.bar(len(numbers)), apart(w, numbers)
	results := make([]result, len(numbers))
	jobs := make(chan int)
	var mu sync.Mutex
	var workers sync.WaitGroup
	done := 0
	for range min(runtime.GOMAXPROCS(0), len(numbers)) {
		workers.Go(func() {
			for i := range jobs {
				own := w
				own.number, own.named = numbers[i], names[i]
				results[i] = s.makeOne(st, press, own)
				mu.Lock()
				done++
				show(done)
				mu.Unlock()
			}
		})
	}
	for i := range numbers {
		jobs <- i
	}
	close(jobs)
	workers.Wait()
	return results
}

// makeOne makes one paper of a batch; a defect that shows in one paper must not lose the others.
func (s *session) makeOne(st *store.Store, press *Press, w wanted) (r result) {
	r.number = w.number
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("%s: %v", w.number, p)
		}
	}()
	if r.err = s.ctx.Err(); r.err != nil {
		return r
	}
	p, err := s.draft(st, w)
	if err != nil {
		r.err = err
		return r
	}
	drawn, err := s.press(press, &p, w)
	r.warnings = p.warnings
	if err != nil {
		r.err = err
		return r
	}
	r.files, r.err = s.write(p, drawn, w)
	return r
}

// apart says what the files of a batch are called after: its numbers, told apart where two would give the same name.
func apart(w wanted, numbers []string) []string {
	taken, list := map[string]bool{}, make([]string, len(numbers))
	name := func(n string) string { return strings.ToLower(document.FileName(w.kind, n, 0, w.lang)) }
	for i, n := range numbers {
		list[i] = n
		for k := 2; taken[name(list[i])]; k++ {
			list[i] = n + "_" + strconv.Itoa(k)
		}
		taken[name(list[i])] = true
	}
	return list
}

// incomplete reports whether a paper of a batch has empty fields. Characters it has boxes for are named at once.
func (s *session) incomplete(r result) bool {
	boxed := slices.IndexFunc(r.warnings, func(p data.Problem) bool { return p.Key == boxedKey }) // stands last
	if boxed < 0 {
		return len(r.warnings) > 0
	}
	s.warn(s.sentences(r.number, r.warnings[boxed:]))
	return boxed > 0
}

// tally tells what became of a batch. Warnings of many papers are counted on stderr and listed in the JSON.
func (s *session) tally(results []result) error {
	var files []made
	var warnings, failed []spoken
	incomplete := 0
	for _, r := range results {
		files = append(files, r.files...)
		warnings = append(warnings, s.sentences(r.number, left(r.warnings))...)
		if s.incomplete(r) {
			incomplete++
		}
		if r.err != nil {
			for _, p := range s.speak(r.err) {
				if p.File == "" {
					p.File = r.number
				}
				failed = append(failed, p)
			}
		}
	}
	if incomplete > 0 && !s.call.on("quiet") {
		fmt.Fprintln(s.Err, s.t("command.documents.incomplete", "Count", incomplete))
	}
	for _, p := range failed {
		fmt.Fprintln(s.Err, p)
	}
	if len(failed) > 0 {
		bad := slices.DeleteFunc(slices.Clone(results), func(r result) bool { return r.err == nil })
		fmt.Fprintln(s.Err, s.t("command.documents.failed", "Count", len(bad), "All", len(results)))
	}
	return s.papers(files, warnings, nil, failed)
}
