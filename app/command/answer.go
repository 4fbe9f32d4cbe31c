package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
)

// refusal is an error that has its own sentence in the catalogs.
type refusal struct {
	key  string
	args []any
	code int
}

// Error names the sentence, for logs; users see the catalogs' text.
func (r refusal) Error() string { return fmt.Sprint(append([]any{r.key}, r.args...)...) }

// usage says that the command line is wrong: exit 2.
func usage(key string, args ...any) error { return refusal{key, args, WrongUsage} }

// refuse says that the input is wrong or the job can't be done: exit 1.
func refuse(key string, args ...any) error { return refusal{key, args, WrongInput} }

// inFile is the problems found in one file, or in one record named like a file on the command line.
type inFile struct {
	name string
	err  error
}

// Error names the file before what is wrong in it.
func (e inFile) Error() string { return e.name + ": " + e.err.Error() }

// Unwrap returns what is wrong in the file.
func (e inFile) Unwrap() error { return e.err }

// in says in which file err was found; nil stays nil.
func in(name string, err error) error {
	if err == nil {
		return nil
	}
	return inFile{name, err}
}

// spoken is one problem as --json prints it and, put together, as a line on stderr.
type spoken struct {
	File     string `json:"file,omitempty"`
	Row      int    `json:"row,omitempty"`
	Field    string `json:"field,omitempty"`
	Key      string `json:"key,omitempty"`
	Sentence string `json:"sentence"`
	Detail   string `json:"detail,omitempty"` // what the database says, in its own words; on stderr it doesn't stand
}

// String returns file:row:field: sentence, without the parts that aren't known.
func (p spoken) String() string {
	var where []string
	for _, part := range []string{p.File, strings.TrimPrefix(strconv.Itoa(p.Row), "0"), p.Field} {
		if part != "" {
			where = append(where, part)
		}
	}
	if len(where) == 0 {
		return p.Sentence
	}
	return strings.Join(where, ":") + ": " + p.Sentence
}

// finish tells the user about err and returns the exit code.
func (s *session) finish(err error) int {
	if err == nil {
		return Done
	}
	code := WrongInput
	if r := (refusal{}); errors.As(err, &r) {
		code = r.code
	}
	if code == WrongInput && quiet(err) {
		return code
	}
	all := s.speak(err)
	for _, p := range all {
		fmt.Fprintln(s.Err, p)
	}
	if s.call.on("json") && !s.said {
		if err := s.json(map[string]any{"problems": all}); err != nil {
			fmt.Fprintln(s.Err, err)
		}
	}
	return code
}

// errTold ends a command with exit 1 after it has said itself what is wrong.
var errTold = errors.New("told already")

func quiet(err error) bool { return errors.Is(err, errTold) }

// speak turns err into sentences of the user's language, one per problem.
func (s *session) speak(err error) []spoken {
	file := ""
	for f := (inFile{}); errors.As(err, &f); { // the innermost names the file at fault
		file, err = f.name, f.err
	}
	if r := (refusal{}); errors.As(err, &r) {
		return []spoken{{File: file, Key: r.key, Sentence: s.refused(r)}}
	}
	if problems := (data.Problems{}); errors.As(err, &problems) {
		return s.sentences(file, problems)
	}
	if key := keyOf(err); key != "" {
		one := spoken{File: file, Key: key, Sentence: s.t(key)}
		if errors.Is(err, data.ErrDamaged) {
			one.Detail = err.Error()
		}
		return []spoken{one}
	}
	return []spoken{{File: file, Sentence: s.t("command.failed", "Cause", err.Error())}}
}

// spokenKey is a key of the catalogs among the arguments of a refusal, told as what it says.
type spokenKey string

// refused returns the sentence of r; a refusal among its arguments is a sentence within it.
func (s *session) refused(r refusal) string {
	args := slices.Clone(r.args)
	for i, a := range args {
		switch a := a.(type) {
		case refusal:
			args[i] = s.refused(a)
		case syntax:
			args[i] = s.placed(string(a))
		case spokenKey:
			args[i] = s.t(string(a))
		}
	}
	return s.t(r.key, args...)
}

// sentences speaks the problems of one file.
func (s *session) sentences(file string, problems []data.Problem) []spoken {
	all := make([]spoken, 0, len(problems))
	for _, p := range problems {
		all = append(all, spoken{File: s.fileOf(file, p.File), Row: p.Row, Field: p.Field, Key: p.Key, Sentence: s.sentence(p)})
	}
	return all
}

// fileOf returns the file a problem stands in as the user called it: an import of several files names the one at fault.
func (s *session) fileOf(file, inner string) string {
	if lines := s.call.option("lines"); inner != "" && inner == filepath.Base(lines) && inner != filepath.Base(file) {
		return lines
	}
	if inner != "" && (inner == s.call.option("map") || s.call.command != nil && s.call.command.name == "apply") {
		return inner
	}
	if sheet, ok := strings.CutPrefix(inner, filepath.Base(file)+"!"); ok { // a sheet of a catalogue
		return file + "!" + sheet
	}
	return file
}

// sentence returns the sentence of one problem.
func (s *session) sentence(p data.Problem) string {
	return s.words.Problem(p.Key, p.Args)
}

// warn writes problems that don't stop the job, each called a warning, so that nobody takes them for a refusal.
func (s *session) warn(all []spoken) []spoken {
	for _, p := range all {
		p.Sentence = s.t("command.warning", "Sentence", p.Sentence)
		fmt.Fprintln(s.Err, p)
	}
	return all
}

// left says of the empty fields of a draft that they are left empty: they stop nothing.
func left(problems []data.Problem) []data.Problem {
	all := slices.Clone(problems)
	for i := range all {
		if all[i].Key == "problem.required" {
			all[i].Key = "document.warning.empty"
		}
	}
	return all
}

// tell writes one line for each problem.
func (s *session) tell(all []spoken) []spoken {
	for _, p := range all {
		fmt.Fprintln(s.Err, p)
	}
	return all
}

// json writes v as the one JSON value of this run.
func (s *session) json(v any) error {
	s.said = true
	return writeJSON(s.Out, withLists(v))
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// say writes one line of the answer for people, unless JSON or silence is wanted.
func (s *session) say(key string, args ...any) { s.line(s.t(key, args...)) }

// line does so with words that are there already.
func (s *session) line(text string) {
	if !s.call.on("json") && !s.call.on("quiet") {
		fmt.Fprintln(s.Out, text)
	}
}
