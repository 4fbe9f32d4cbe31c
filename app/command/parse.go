package command

import (
	"slices"
	"strings"
)

// call is one understood command line.
type call struct {
	command *command          // nil: the window
	args    []string          // what stood beside the options, without the command's name
	options map[string]string // by name without dashes; "true" for a switch that is on
}

// on reports whether the switch name is set.
func (c call) on(name string) bool { return c.options[name] == "true" }

// option returns the value of the option name, "" when it wasn't given.
func (c call) option(name string) string { return c.options[name] }

// has reports whether the option was given at all.
func (c call) has(name string) bool { _, ok := c.options[name]; return ok }

// parse reads a command line: options may stand anywhere, before or after the command and its arguments, as
// "--name value" or "--name=value"; "--" ends them. The first other word is the command. A parsing library was tried
// on and left out: it says its sentences in English only.
func parse(args []string) (call, error) {
	c := call{options: map[string]string{}}
	var words []string
	var first error // the others are read on, so that --json and --ui-lang hold for the sentence about it
	for len(args) > 0 {
		word := args[0]
		args = args[1:]
		switch {
		case word == "--":
			words = append(words, args...)
			args = nil
		case word == "-h":
			c.options["help"] = "true"
		case len(word) > 1 && strings.HasPrefix(word, "-"):
			rest, err := c.take(word, args)
			if first == nil {
				first = err
			}
			args = rest
		default:
			words = append(words, word)
		}
	}
	if err := c.name(words); first == nil {
		first = err
	}
	return c, first
}

// take reads the option word, with its value from the words that follow where it has one, and returns the others.
func (c *call) take(word string, following []string) ([]string, error) {
	name, value, joined := strings.Cut(strings.TrimPrefix(word, "--"), "=")
	o, known := optionCalled(name)
	if !known || !strings.HasPrefix(word, "--") {
		return following, usage("command.usage.option", "Option", word, "Hint", hint("--", nearest(name, optionNames())))
	}
	if !o.takesValue() {
		return following, c.turn(name, value, joined)
	}
	if !joined && len(following) > 0 && !strings.HasPrefix(following[0], "--") {
		value, following, joined = following[0], following[1:], true
	}
	if !joined || value == "" && name != "search" { // an empty --db must not mean the user's own file
		return following, usage("command.usage.value", "Option", "--"+name, "Value", syntax(o.value))
	}
	c.options[name] = value
	return following, nil
}

// turn turns a switch on, or off with "--name=false".
func (c *call) turn(name, value string, joined bool) error {
	if !joined {
		value = "true"
	}
	if value != "true" && value != "false" {
		return usage("command.usage.switch", "Option", "--"+name)
	}
	c.options[name] = value
	return nil
}

// name finds the command among the words beside the options.
func (c *call) name(words []string) error {
	if len(words) == 0 {
		return nil
	}
	if words[0] == "help" && len(words) < 3 {
		c.options["help"] = "true"
		words = words[1:]
		if len(words) == 0 {
			return nil
		}
	}
	i := slices.IndexFunc(commands(), func(k command) bool { return k.name == words[0] })
	if i < 0 {
		return usage("command.usage.command", "Command", words[0], "Hint", hint("", nearest(words[0], commandNames())))
	}
	c.command, c.args = &commands()[i], words[1:]
	return nil
}

// check reports what the command doesn't take, and what it misses.
func (c call) check() error {
	k := c.command
	for name := range c.options {
		if !slices.Contains(k.options, name) && !slices.Contains(globalOptions, name) {
			return usage("command.usage.foreign", "Option", "--"+name, "Command", k.name)
		}
	}
	if len(c.args) > len(k.args) {
		return usage("command.usage.surplus", "Word", c.args[len(k.args)], "Usage", syntax(k.line()))
	}
	if len(c.args) < len(k.args) {
		return usage("command.usage.missing", "What", syntax(k.args[len(c.args)].String()), "Usage", syntax(k.line()))
	}
	if err := c.checkArguments(); err != nil {
		return err
	}
	for _, name := range k.required {
		if !c.has(name) && !c.has(k.instead) {
			return usage("command.usage.required", "Option", "--"+name, "Usage", syntax(k.line()))
		}
	}
	return nil
}

// checkArguments reports an argument that is empty or isn't one of those to choose from.
func (c call) checkArguments() error {
	k := c.command
	for i, a := range k.args {
		if len(a.choices) > 0 && !slices.Contains(a.choices, c.args[i]) {
			return usage("command.usage.choice", "Word", c.args[i], "Choices", strings.Join(a.choices, ", "))
		}
		if c.args[i] == "" {
			return usage("command.usage.missing", "What", syntax(a.String()), "Usage", syntax(k.line()))
		}
	}
	return nil
}

// syntax is a part of a usage line; its placeholders are named in the user's language when it is told.
type syntax string

// hint asks whether name was meant; nothing when no name is near.
func hint(dashes, name string) any {
	if name == "" {
		return ""
	}
	return usage("command.usage.nearest", "Nearest", dashes+name)
}

// nearest returns the name that is spelt most like word, or "" when none is close: one slip in short words, two in those
// of six letters or more, or a beginning that only one name has.
func nearest(word string, names []string) string {
	best, found := 2, ""
	if len(word) >= 6 {
		best = 3
	}
	for _, n := range names {
		if d := distance(word, n); d < best && d < len(n)-1 {
			best, found = d, n
		}
	}
	if found != "" || len(word) < 3 {
		return found
	}
	begun := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasPrefix(n, word) })
	if len(begun) == 1 {
		return begun[0]
	}
	return ""
}

// distance counts the letters to insert, drop or replace to turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := before
			if a[i] != b[j] {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}
