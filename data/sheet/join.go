package sheet

import (
	"iter"
	"maps"
	"path/filepath"
	"slices"

	"tradewind/data"
)

// Join reads orders whose heads and lines come as two files, joined by order_no. Open both with Options.Joined and
// the same map; a header the map names may be in either. Rows come in the order of the heads, as those of one file
// would, and carry their line's file and row; what belongs to the whole order is the head's, and a line that says
// something else of it is a problem. So is a line without a head, a head without lines — most likely the other file
// is cut short — and a head that comes twice. The lines are held in memory.
func Join(heads, lines *File) iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		j := joint{heads: heads.only(data.HeadFields()), lines: lines, byOrder: map[string][]data.Patch{}}
		if wrong := j.unfit(heads); len(wrong) > 0 {
			yield(data.Patch{}, wrong)
			return
		}
		if j.readLines(yield) && j.readHeads(yield) {
			j.orphans(yield)
		}
	}
}

// joint is one pass over the two files.
type joint struct {
	heads, lines *File
	byOrder      map[string][]data.Patch
	order        []string // the numbers of byOrder as they came
}

// only returns f reading just the columns of the fields named.
func (f *File) only(names []string) *File {
	part := *f
	part.columns = slices.DeleteFunc(slices.Clone(f.columns), func(c column) bool { return !slices.Contains(names, c.field.name) })
	part.doubtful = slices.DeleteFunc(slices.Clone(f.doubtful), func(p data.Problem) bool { return !slices.Contains(names, p.Field) })
	return &part
}

// unfit reports what is wrong with the columns of the two files together.
func (j *joint) unfit(heads *File) data.Problems {
	wrong := append(slices.Clone(j.heads.doubtful), j.lines.doubtful...)
	for _, name := range j.lines.absent {
		if slices.Contains(heads.absent, name) {
			wrong = append(wrong, heads.options.Map.headerless(name))
		}
	}
	for _, need := range []struct {
		file *File
		name string
	}{{heads, "order_no"}, {j.lines, "order_no"}, {j.lines, "sku"}} {
		if !need.file.has(need.name) {
			wrong = append(wrong, data.Problem{
				File: filepath.Base(need.file.path), Field: need.name, Key: "problem.column_missing",
				Args: map[string]any{"Fields": need.name, "Headers": shorten(need.file.titles())},
			})
		}
	}
	return wrong
}

// readLines gathers the lines by order.
func (j *joint) readLines(yield func(data.Patch, error) bool) bool {
	for line, err := range j.lines.Rows() {
		line.File = filepath.Base(j.lines.path)
		no := line.Values["order_no"]
		if err == nil && no == "" {
			err = data.Problems{{Row: line.Row, Field: "order_no", Key: "problem.required"}}
		}
		if err != nil {
			if !yield(line, inFile(err, line.File)) {
				return false
			}
			continue
		}
		if _, known := j.byOrder[no]; !known {
			j.order = append(j.order, no)
		}
		j.byOrder[no] = append(j.byOrder[no], line)
	}
	return true
}

// readHeads hands out the lines of each head.
func (j *joint) readHeads(yield func(data.Patch, error) bool) bool {
	first := map[string]int{}
	for head, err := range j.heads.Rows() {
		head.File = filepath.Base(j.heads.path)
		no := head.Values["order_no"]
		switch {
		case err != nil:
		case no == "":
			err = data.Problems{{Row: head.Row, Field: "order_no", Key: "problem.required"}}
		case first[no] > 0:
			err = data.Problems{{Row: head.Row, Field: "order_no", Key: "problem.duplicate", Args: map[string]any{"Other": first[no]}}}
		case len(j.byOrder[no]) == 0:
			err = data.Problems{{Row: head.Row, Field: "order_no", Key: "problem.no_lines", Args: map[string]any{"Value": no}}}
		}
		if no != "" && first[no] == 0 {
			first[no] = head.Row
		}
		if err != nil {
			if !yield(head, inFile(err, head.File)) {
				return false
			}
			continue
		}
		if !handOut(head, j.byOrder[no], yield) {
			return false
		}
	}
	maps.DeleteFunc(j.byOrder, func(no string, _ []data.Patch) bool { return first[no] > 0 })
	return true
}

// handOut puts a head's values into its lines.
func handOut(head data.Patch, lines []data.Patch, yield func(data.Patch, error) bool) bool {
	for _, line := range lines {
		var wrong data.Problems
		line.Head = &head
		for _, name := range data.HeadFields() {
			h, l := head.Values[name], line.Values[name]
			if h != "" && l != "" && h != l {
				wrong = append(wrong, data.Problem{
					File: line.File, Row: line.Row, Field: name, Key: "problem.differs_in_order",
					Args: map[string]any{"First": h, "Other": l},
				})
			}
			if h != "" {
				line.Values[name] = h
			}
		}
		if !yield(line, wrong.Err()) {
			return false
		}
	}
	return true
}

// orphans reports the lines whose head is missing.
func (j *joint) orphans(yield func(data.Patch, error) bool) {
	for _, no := range j.order {
		for _, line := range j.byOrder[no] {
			wrong := data.Problems{{File: line.File, Row: line.Row, Field: "order_no", Key: "problem.no_head", Args: map[string]any{"Value": no}}}
			if !yield(line, wrong) {
				return
			}
		}
	}
}

// inFile says in which file the problems are.
func inFile(err error, file string) error {
	if wrong, ok := err.(data.Problems); ok { //nolint:errorlint // rows give problems as they are
		for i := range wrong {
			if wrong[i].File == "" { // the map's own problems name the map
				wrong[i].File = file
			}
		}
	}
	return err
}
