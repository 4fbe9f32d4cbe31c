package command

func (s *session) demo() error       { return usage("command.usage.later") }
func (s *session) importFile() error { return usage("command.usage.later") }
func (s *session) export() error     { return usage("command.usage.later") }
func (s *session) list() error       { return usage("command.usage.later") }
func (s *session) show() error       { return usage("command.usage.later") }
func (s *session) document() error   { return usage("command.usage.later") }
func (s *session) documents() error  { return usage("command.usage.later") }
func (s *session) check() error      { return usage("command.usage.later") }
func (s *session) apply() error      { return usage("command.usage.later") }
func (s *session) backup() error     { return usage("command.usage.later") }
func (s *session) restore() error    { return usage("command.usage.later") }
func (s *session) verify() error     { return usage("command.usage.later") }

func listable() []string {
	return []string{"products", "partners", "orders", "shipments", "documents", "alerts"}
}

func keyOf(error) string { return "" }
