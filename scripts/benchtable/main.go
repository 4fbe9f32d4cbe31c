// Command benchtable writes docs/bench.md from what scripts/bench.sh prints: a table of what is asked of a large company
// beside Debian's sqlite3, and one of all other benchmarks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := write(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// result is the line of one benchmark.
type result struct {
	name    string
	figures []figure
}

type figure struct{ value, unit string }

// of returns the value with unit, "" for none.
func (r result) of(unit string) string {
	for _, f := range r.figures {
		if f.unit == unit {
			return f.value
		}
	}
	return ""
}

const intro = `# Bench

Written by ` + "`make bench`" + `; don't edit it by hand. The figures to trust are the ratios, because both sides were measured in the same
run; milliseconds belong to the machine, which may have had other work.

`

const largeIntro = `
## A large company

100,000 products, 20,000 partners and 1,000,000 stock movements, made by ` + "`tradewind demo --size large --db FILE`" + `. Each row is
what a screen or a command asks when it shows or saves something, 60 times (a report 3 times), after once to warm up. "sqlite3" is Debian's shell, with the same statements
and values on a copy of the same file, its answers read through a pipe; in that copy the fragments that searches look up stand in an FTS5 table without
` + "`contentless_delete`" + `, which 3.40 doesn't know, and our function for folding letters is ` + "`lower()`" + `. The ratio is that of the medians: below 1 the
program is quicker.

| What is asked | median | 99 % within | sqlite3 median | sqlite3 99 % | ratio |
|---|--:|--:|--:|--:|--:|
`

const restIntro = `
## Papers, imports, searches

| Benchmark | Figures |
|---|---|
`

// write reads the printout and writes the page.
func write(in io.Reader, out io.Writer) error {
	machine, results, err := read(in)
	if err != nil {
		return err
	}
	var large, rest strings.Builder
	for _, r := range results {
		name, of, _ := strings.Cut(strings.TrimPrefix(r.name, "Benchmark"), "/")
		if name == "Large" {
			screen, what, _ := strings.Cut(of, ":")
			fmt.Fprintf(&large, "| %s: %s | %s ms | %s ms | %s ms | %s ms | %s |\n", screen, strings.ReplaceAll(what, "-", " "),
				r.of("ms-median"), r.of("ms-p99"), r.of("sqlite3-ms-median"), r.of("sqlite3-ms-p99"), r.of("ratio"))
			continue
		}
		var figures []string
		for _, f := range r.figures {
			figures = append(figures, f.value+" "+f.unit)
		}
		fmt.Fprintf(&rest, "| %s | %s |\n", strings.Join(strings.Fields(name+" "+of), " "), strings.Join(figures, ", "))
	}
	if large.Len() == 0 || rest.Len() == 0 {
		return fmt.Errorf("benchtable: %d bytes of the large company's figures, %d of the others'", large.Len(), rest.Len())
	}
	_, err = fmt.Fprint(out, intro, machine, largeIntro, large.String(), restIntro, rest.String())
	return err
}

// read parts the printout into the lines about the machine, as a list, and the benchmarks.
func read(in io.Reader) (machine string, results []result, err error) {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) > 3 && strings.HasPrefix(fields[0], "Benchmark"):
			results = append(results, resultOf(fields))
		case len(fields) > 1 && (fields[0] == "machine" || fields[0] == "compiler" || fields[0] == "library" || fields[0] == "peer" || fields[0] == "date"):
			machine += "- " + fields[0] + ": " + strings.Join(fields[1:], " ") + "\n"
		}
	}
	return machine, results, lines.Err()
}

// resultOf reads a line: the name with the number of processors, how often it ran, then values and units in turn.
func resultOf(fields []string) result {
	name := fields[0]
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		name = name[:i]
	}
	r := result{name: name}
	for i := 2; i+1 < len(fields); i += 2 {
		if fields[i+1] == "ns/op" && fields[i] == "0" {
			continue
		}
		r.figures = append(r.figures, figure{fields[i], fields[i+1]})
	}
	return r
}
