package store_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver
)

// recorder is a driver that passes everything on to SQLite's and writes down, as plain SQL, what it was asked.
type recorder struct {
	driver.Driver
	mu    sync.Mutex
	on    bool
	asked []string
}

// recorded is the one recorder, because drivers are registered for good.
var recorded = sync.OnceValue(func() *recorder {
	own, err := sql.Open("sqlite", "") // its driver knows the functions of our own; a new one wouldn't
	if err != nil {
		panic(err)
	}
	r := &recorder{Driver: own.Driver()}
	sql.Register("sqlite-recorded", r)
	return r
})

// during returns the statements that do runs.
func (r *recorder) during(do func()) []string {
	r.mu.Lock()
	r.on, r.asked = true, nil
	r.mu.Unlock()
	do()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.on = false
	return r.asked
}

func (r *recorder) write(query string, args []driver.NamedValue) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.on {
		r.asked = append(r.asked, literal(query, args))
	}
}

// Open opens the file by SQLite's own driver.
func (r *recorder) Open(name string) (driver.Conn, error) {
	c, err := r.Driver.Open(name)
	if err != nil {
		return nil, err
	}
	return &recordedConn{Conn: c, recorder: r, name: name}, nil
}

type recordedConn struct {
	driver.Conn
	recorder *recorder
	name     string
}

func (c *recordedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	c.recorder.write(query, args)
	return c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
}

func (c *recordedConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	c.recorder.write(query, args)
	return c.Conn.(driver.ExecerContext).ExecContext(ctx, query, args)
}

func (c *recordedConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	s, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	return &recordedStmt{Stmt: s, recorder: c.recorder, query: query}, err
}

func (c *recordedConn) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	begin := "BEGIN"
	if strings.Contains(c.name, "immediate") {
		begin = "BEGIN IMMEDIATE"
	}
	c.recorder.write(begin, nil)
	tx, err := c.Conn.(driver.ConnBeginTx).BeginTx(ctx, o)
	return recordedTx{tx, c.recorder}, err
}

func (c *recordedConn) Ping(ctx context.Context) error { return c.Conn.(driver.Pinger).Ping(ctx) }

type recordedStmt struct {
	driver.Stmt
	recorder *recorder
	query    string
}

func (s *recordedStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	s.recorder.write(s.query, args)
	return s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
}

func (s *recordedStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	s.recorder.write(s.query, args)
	return s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

type recordedTx struct {
	driver.Tx
	recorder *recorder
}

func (t recordedTx) Commit() error {
	t.recorder.write("COMMIT", nil)
	return t.Tx.Commit()
}

func (t recordedTx) Rollback() error {
	t.recorder.write("ROLLBACK", nil)
	return t.Tx.Rollback()
}

// literal puts the values of args into the holes of query, "?" and "?3".
func literal(query string, args []driver.NamedValue) string {
	var b strings.Builder
	highest, quoted := 0, byte(0)
	for i := 0; i < len(query); i++ {
		c := query[i]
		switch {
		case quoted != 0:
			if c == quoted {
				quoted = 0
			}
		case c == '\'' || c == '"':
			quoted = c
		case c == '?':
			end := i + 1
			for end < len(query) && query[end] >= '0' && query[end] <= '9' {
				end++
			}
			at, err := strconv.Atoi(query[i+1 : end])
			if err != nil { // a bare one stands for the number after the highest so far
				at = highest + 1
			}
			highest = max(highest, at)
			b.WriteString(literalValue(args[at-1].Value))
			i = end - 1
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func literalValue(v driver.Value) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case bool:
		if v {
			return "1"
		}
		return "0"
	case string:
		return "'" + strings.ReplaceAll(v, "'", "''") + "'"
	case []byte:
		return fmt.Sprintf("X'%x'", v)
	default:
		return fmt.Sprint(v)
	}
}
