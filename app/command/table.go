package command

import (
	"slices"
	"strings"
)

// command is one job the program can do. Help texts and the check of a command line both read this table.
type command struct {
	name     string
	args     []argument
	options  []string
	required []string
	instead  string   // an option with which the required ones needn't stand
	own      []option // options that mean something else here than in the list of all
	help     string   // catalog key
	run      func(*session) error
}

// argument is a word a command needs. choices, when there are any, are all it may be.
type argument struct {
	name    string
	choices []string
}

// String returns the argument as the usage line shows it.
func (a argument) String() string {
	if len(a.choices) > 0 {
		return strings.Join(a.choices, "|")
	}
	return a.name
}

// line returns the command as it is to be typed.
func (k command) line() string {
	words := []string{"tradewind", k.name}
	for _, a := range k.args {
		words = append(words, a.String())
	}
	for _, name := range k.options {
		o := k.option(name)
		text := "--" + name
		if o.value != "" {
			text += " " + o.value
		}
		if !slices.Contains(k.required, name) {
			text = "[" + text + "]"
		}
		words = append(words, text)
	}
	return strings.Join(words, " ")
}

// option returns what an option means for this command.
func (k command) option(name string) option {
	for _, o := range k.own {
		if o.name == name {
			return o
		}
	}
	o, _ := optionCalled(name)
	return o
}

// option is something a command can be told. value names what follows it; "" makes it a switch.
type option struct{ name, value, help string }

func (o option) takesValue() bool { return o.value != "" }

// globalOptions may stand with every command.
var globalOptions = []string{"db", "json", "quiet", "ui-lang", "help", "version"}

// options lists every option once: a name means the same with every command.
var options = []option{
	{"db", "FILE", "command.option.db"},
	{"json", "", "command.option.json"},
	{"quiet", "", "command.option.quiet"},
	{"ui-lang", "en|zh", "command.option.ui_lang"},
	{"help", "", "command.option.help"},
	{"version", "", "command.option.version"},
	{"out", "DIR", "command.option.out"},
	{"lang", "LANG", "command.option.lang"},
	{"size", "large|N", "command.option.size"},
	{"lines", "FILE", "command.option.lines"},
	{"map", "MAP.json", "command.option.map"},
	{"sheet", "NAME", "command.option.sheet"},
	{"encoding", "NAME", "command.option.encoding"},
	{"dry-run", "", "command.option.dry_run"},
	{"full", "", "command.option.full"},
	{"for", "woocommerce|shopify", "command.option.for"},
	{"search", "WORDS", "command.option.search"},
	{"limit", "N", "command.option.limit"},
	{"archived", "", "command.option.archived"},
	{"due", "", "command.option.due"},
	{"format", "pdf,xlsx,json", "command.option.format"},
	{"issue", "", "command.option.issue"},
	{"revision", "N", "command.option.revision"},
	{"date", "DATE", "command.option.date"},
	{"kind", "KIND", "command.option.kind"},
	{"from", "DATE", "command.option.from"},
	{"to", "DATE", "command.option.to"},
	{"input", "FILE.json", "command.option.input"},
	{"on", "DATE", "command.option.on"},
	{"warehouse", "NAME", "command.option.warehouse"},
	{"number", "NUMBER", "command.option.number"},
	{"blind", "", "command.option.blind"},
	{"attach", "KIND:pdf,KIND:xlsx", "mail.option.attach"},
	{"keep", "", "mail.option.keep"},
	{"reason", "WORDS", "mail.option.reason"},
	{"new-date", "DATE", "mail.option.new_date"},
	{"alternative", "WORDS", "mail.option.alternative"},
	{"market", "NAME", "showcase.option.market"},
	{"week", "WEEK", "showcase.option.week"},
	{"weeks", "N", "showcase.option.weeks"},
}

// commands returns the table of commands, in the order of the help text.
func commands() []command {
	file, number := argument{name: "FILE"}, argument{name: "NUMBER"}
	return []command{
		{name: "demo", options: []string{"out", "lang", "size"}, required: []string{"out"}, instead: "size", help: "command.demo.help", run: (*session).demo},
		{
			name: "import", args: []argument{{choices: []string{"products", "partners", "orders", "stock", "rates", "listing-figures", "keywords", "markets", "word-lists", "element-lists", "certificate-rules", "rate-cards"}}, file},
			options: []string{"lines", "map", "sheet", "encoding", "from", "dry-run"}, help: "command.import.help", run: (*session).importFile,
		},
		{
			name: "export", args: []argument{{choices: []string{"products", "partners", "orders", "stock", "listing-figures", "keywords", "markets", "word-lists", "element-lists", "certificate-rules", "rate-cards"}}, {name: "FILE.xlsx|FILE.csv"}},
			options: []string{"full", "for"}, help: "command.export.help", run: (*session).export,
		},
		{
			name: "list", args: []argument{{choices: listable()}},
			options: []string{"search", "limit", "archived", "due", "on", "market", "week", "weeks"}, own: []option{{"on", "DATE", "command.option.on_stock"}}, help: "command.list.help", run: (*session).list,
		},
		{
			name: "show", args: []argument{{choices: []string{"order", "product", "partner", "shipment", purchaseKindName, "stocktake", campaignKindName, "carriage"}}, number},
			help: "command.show.help", run: (*session).show,
		},
		{
			name: "document", args: []argument{{name: "KIND"}, number}, options: []string{"format", "lang", "issue", "date", "revision", "out"},
			required: []string{"out"}, help: "command.document.help", run: (*session).document,
		},
		{
			name: "documents", options: []string{"kind", "from", "to", "lang", "format", "out"},
			required: []string{"kind", "out"}, help: "command.documents.help", run: (*session).documents,
		},
		{
			name: "mail", args: []argument{{choices: purposeNames()}, number}, options: []string{"to", "lang", "attach", "reason", "new-date", "alternative", "keep", "out"},
			own: []option{{"to", "NAME", "mail.option.to"}, {"lang", "LANG", "mail.option.lang"}}, required: []string{"out"}, help: "mail.help", run: (*session).mail,
		},
		{name: "folder", args: []argument{number}, options: []string{"out"}, required: []string{"out"}, help: "folder.help", run: (*session).folder},
		{
			name: "report", args: []argument{{choices: reportable()}}, options: []string{"on", "from", "to", "warehouse", "number", "blind", "format", "lang", "out"},
			required: []string{"out"}, help: "command.report.help", run: (*session).report,
		},
		{
			name: "check", args: []argument{number}, options: []string{"to"},
			own: []option{{"to", "COUNTRY", "command.option.to_country"}}, help: "command.check.help", run: (*session).check,
		},
		{name: "price", options: []string{"input", "number"}, required: []string{"input"}, instead: "number", help: "command.price.help", run: (*session).price},
		{name: "pack", options: []string{"input"}, required: []string{"input"}, help: "command.pack.help", run: (*session).pack},
		{name: "apply", args: []argument{{name: "FILE.json"}}, options: []string{"dry-run"}, help: "command.apply.help", run: (*session).apply},
		{name: "backup", args: []argument{file}, help: "command.backup.help", run: (*session).backup},
		{name: "restore", args: []argument{file}, help: "command.restore.help", run: (*session).restore},
		{name: "verify", help: "command.verify.help", run: (*session).verify},
		{name: "version", help: "command.version.help", run: version},
	}
}

// optionCalled returns the option called name, and whether there is one.
func optionCalled(name string) (option, bool) {
	for _, o := range options {
		if o.name == name {
			return o, true
		}
	}
	return option{}, false
}

func optionNames() []string {
	var names []string
	for _, o := range options {
		names = append(names, o.name)
	}
	return names
}

func commandNames() []string {
	var names []string
	for _, k := range commands() {
		names = append(names, k.name)
	}
	return names
}
