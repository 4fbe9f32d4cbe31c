package orders

import (
	"slices"

	"tradewind/data"
	"tradewind/screens/kit"
)

// samples are the fields of an order of samples, and of the order that takes their fee off.
type samples struct {
	editor *editor
	says   *kit.Checks[string]
}

// What an order of samples says.
const (
	isSamples = "is"
	feeBack   = "fee_back"
)

func newSamples(e *editor) *samples {
	s := &samples{editor: e, says: kit.NewChecks([]string{isSamples, feeBack}, []string{e.host.T("order.samples.is"), e.host.T("order.samples.fee_back")})}
	s.says.OnChanged = func() { e.form.Edited("samples") }
	return s
}

// add adds the fields behind the terms.
func (s *samples) add() {
	e := s.editor
	e.form.Section("order.samples")
	e.form.Add(
		kit.Field{ID: "samples", Label: "order.samples.what", Span: kit.Half, Control: s.says.Content},
		kit.Field{ID: "credits_sample", Label: "order.credits_sample", Hint: "order.credits_sample.hint", Span: kit.Half},
		kit.Field{ID: "samples.courier", Label: "order.samples.courier", Span: kit.Third},
		kit.Field{ID: "samples.tracking_no", Label: "order.samples.tracking", Span: kit.Third},
		kit.Field{ID: "samples.arrives", Label: "order.samples.arrives", Span: kit.Third, Control: e.date("samples.arrives")},
	)
}

// readOnly locks what can't be changed once goods have left.
func (s *samples) readOnly(on bool) {
	kit.Able(s.says.Box(0), !on)
	kit.Able(s.says.Box(1), !on)
}

// show fills the fields from o.
func (s *samples) show(o data.Order) {
	f := s.editor.form
	f.Set("samples.courier", o.Samples.Courier)
	f.Set("samples.tracking_no", o.Samples.Tracking)
	f.Set("credits_sample", o.CreditsSample)
	s.editor.dates["samples.arrives"].Set(o.Samples.Arrives)
	var says []string
	if o.Samples.Is {
		says = append(says, isSamples)
	}
	if o.Samples.FeeBack {
		says = append(says, feeBack)
	}
	s.says.Set(says)
}

// read puts what the fields say into o.
func (s *samples) read(o *data.Order, bad *data.Problems) {
	f := s.editor.form
	says := s.says.Chosen()
	o.Samples = data.Samples{
		Is: slices.Contains(says, isSamples), FeeBack: slices.Contains(says, feeBack), Courier: f.Text("samples.courier"),
		Tracking: f.Text("samples.tracking_no"), Arrives: s.editor.dates["samples.arrives"].Read("samples.arrives", bad),
	}
	o.CreditsSample = f.Text("credits_sample")
}
