package sheet

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

// joined reads heads and lines as one import, and returns "order sku customer" of each row.
func joined(t *testing.T, heads, lines string, m Map) (rows, wrong []string) {
	t.Helper()
	var files [2]*File
	for i, content := range []string{heads, lines} {
		f, err := Open(file(t, []string{"heads.csv", "lines.csv"}[i], content), Orders, Options{Joined: true, Map: m})
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		files[i] = f
	}
	for p, err := range Join(files[0], files[1]) {
		var problems data.Problems
		if errors.As(err, &problems) {
			for _, one := range problems {
				wrong = append(wrong, one.File+":"+words(t, data.Problems{one})[0])
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, strings.Join([]string{p.Values["order_no"], p.Values["sku"], p.Values["customer"]}, " "))
	}
	return rows, wrong
}

func TestHeadsAndLinesAreJoinedByOrder(t *testing.T) {
	rows, wrong := joined(t, "order no,customer,date,name\n2,ACME,2026-01-02,x\n1,BETA,2026-01-03,y\n", "order no,sku,qty\n1,A,1\n2,B,2\n1,C,3\n", Map{})
	if len(wrong) > 0 || !slices.Equal(rows, []string{"2 B ACME", "1 A BETA", "1 C BETA"}) {
		t.Errorf("%q %q", rows, wrong)
	}
}

func TestWhatDoesNotJoinIsNamedInItsFile(t *testing.T) {
	_, wrong := joined(t, "order no,customer,freight\n1,ACME,5\n2,ACME,6\n1,ACME,5\n3,ACME,x\n", "order no,sku,qty,freight\n1,A,1,5\n1,B,1,7\n9,C,3,\n,D,1,\n3,E,1,\n", Map{})
	if want := []string{
		"lines.csv:5:order_no: required", "lines.csv:3:freight: differs_in_order", "heads.csv:3:order_no: no_lines", "heads.csv:4:order_no: duplicate",
		"heads.csv:5:freight: not_a_number", "lines.csv:4:order_no: no_head",
	}; !slices.Equal(wrong, want) {
		t.Errorf("%q", wrong)
	}
}

func TestAHeaderOfTheMapMayBeInEitherFileButMustBeInOne(t *testing.T) {
	m := Map{Columns: map[string]string{"order_no": "id", "sku": "article", "customer": "who", "insurance": "nowhere"}}
	_, wrong := joined(t, "id,who\n1,ACME\n", "id,article,qty\n1,A,1\n", m)
	if !slices.Equal(wrong, []string{":0:columns.insurance: map_header"}) {
		t.Errorf("%q", wrong)
	}
	delete(m.Columns, "insurance")
	if rows, wrong := joined(t, "id,who\n1,ACME\n", "id,article,qty\n1,A,1\n", m); len(wrong) > 0 || !slices.Equal(rows, []string{"1 A ACME"}) {
		t.Errorf("%q %q", rows, wrong)
	}
	if _, wrong := joined(t, "id,who\n1,ACME\n", "number,article,qty\n1,A,1\n", m); !slices.Equal(wrong, []string{"lines.csv:0:order_no: column_missing"}) {
		t.Errorf("%q", wrong)
	}
}
