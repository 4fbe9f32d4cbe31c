package store

import (
	"database/sql/driver"
	"fmt"

	"modernc.org/sqlite"
)

// SQL knows fold and the cutter by name, so that a migration folds and cuts what lies in the file, and a question
// compares texts as the search does.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("folded", 1, onText(fold))
	sqlite.MustRegisterDeterministicScalarFunction("fragments", 1, onText(func(folded string) string {
		var cut cutter
		return cut.joined(folded)
	}))
}

// onText makes a function of SQL from one of texts. NULL stays NULL.
func onText(change func(string) string) func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
	return func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		switch text := args[0].(type) {
		case nil:
			return nil, nil //nolint:nilnil // NULL
		case string:
			return change(text), nil
		default:
			return nil, fmt.Errorf("text expected, not %T", text)
		}
	}
}
