package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"

	"tradewind/data"

	"modernc.org/sqlite"
)

// SQL knows the keys of partners by name, so that a migration can write those of partners that lie in the file.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("partner_keys", 6, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		texts := make([]string, len(args))
		for i, arg := range args {
			text, ok := arg.(string)
			if !ok {
				return nil, fmt.Errorf("text expected, not %T", arg)
			}
			texts[i] = text
		}
		p := data.Partner{Party: data.Party{
			Name: texts[0], LocalName: texts[1], Email: texts[2], Phone: texts[3], TaxID: texts[4], ImportNo: texts[5],
		}}
		p.Settle()
		rows, err := json.Marshal(rowKeys(p))
		return string(rows), err
	})
}
