package command

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

// outcome is what one action did.
type outcome struct {
	Do       string             `json:"do"`
	Kind     data.Kind          `json:"kind,omitempty"`
	Number   string             `json:"number,omitempty"`
	Revision int                `json:"revision,omitempty"`
	Result   string             `json:"result"` // new, changed, unchanged, done
	Changes  []spokenDifference `json:"changes,omitempty"`
	Short    []shortLine        `json:"short,omitempty"`    // what couldn't be reserved
	Products *data.EditReport   `json:"products,omitempty"` // what was changed in many
	Taken    []data.PartChange  `json:"taken,omitempty"`    // what was taken over from another product

	warnings data.Problems // what looks wrong with the record saved
}

// action does one thing to the records. It takes what it knows from f; what is left there is unknown.
type action func(*applying, fields) (outcome, error)

// actions are what apply can do (docs/apply.md).
var actions = map[string]action{
	"save-company":              (*applying).saveCompany,
	"save-product":              (*applying).saveProduct,
	"change-products":           (*applying).changeProducts,
	"copy-product-parts":        (*applying).copyParts,
	"save-partner":              (*applying).savePartner,
	"save-order":                (*applying).saveOrder,
	"save-shipment":             (*applying).saveShipment,
	"pay":                       (*applying).pay,
	"reverse-payment":           (*applying).reversePayment,
	"settle-payment":            (*applying).settlePayment,
	"credit":                    (*applying).credit,
	"record-production":         (*applying).recordProduction,
	"close-short":               (*applying).closeShort,
	"reopen-short":              (*applying).reopenShort,
	"save-rate":                 (*applying).saveRate,
	"post-shipment":             (*applying).postShipment,
	"count-stock":               (*applying).countStock,
	"move-stock":                (*applying).moveStock,
	"transfer-stock":            (*applying).transferStock,
	"receive-transfer":          (*applying).receiveTransfer,
	"reserve-stock":             (*applying).reserveStock,
	"save-warehouse":            (*applying).saveWarehouse,
	"save-threshold":            (*applying).saveThreshold,
	"save-season":               (*applying).saveSeason,
	"save-declaration-elements": (*applying).saveElements,
	"save-certificate-rule":     (*applying).saveCertificateRule,
	"save-clause":               (*applying).saveClause,
	"save-mail-template":        (*applying).saveMail,
	"set-milestone":             (*applying).setMilestone,
	"tell-delay":                (*applying).tellDelay,
	"choose-carrier":            (*applying).chooseCarrier,
	"keep-file":                 (*applying).keepFile,
	"remove-file":               (*applying).removeFile,
	"save-market":               (*applying).saveMarket,
	"save-word-list":            (*applying).saveWordList,
	"save-keyword":              (*applying).saveKeyword,
	"save-rate-card":            (*applying).saveRateCard,
	"price-line":                (*applying).priceLine,
	"save-listing-figures":      (*applying).saveListingFigures,
	"set-showcase":              (*applying).setShowcase,
	"save-scorecard":            (*applying).saveScorecard,
	"save-campaign":             (*applying).saveCampaign,
	"issue":                     (*applying).issue,
	"revise":                    (*applying).revise,
	"void":                      (*applying).void,
	"archive":                   func(a *applying, f fields) (outcome, error) { return a.archive(f, true) },
	"restore-record":            func(a *applying, f fields) (outcome, error) { return a.archive(f, false) },
	"attach":                    (*applying).attach,
	"tick-listing":              (*applying).tickListing,
	"undo":                      (*applying).undo,
	"save-purchase-order":       (*applying).savePurchase,
	"receive-purchase-order":    (*applying).receivePurchase,
	"close-purchase-order":      (*applying).closePurchase,
	"open-stocktake":            (*applying).openStockTake,
	"count-stocktake":           (*applying).countStockTake,
	"post-stocktake":            (*applying).postStockTake,
	"drop-stocktake":            (*applying).dropStockTake,
}

// laterActions belong to later versions.
var laterActions = []string{"save-quotation", "save-certificate", "save-case"}

// applying is the work of one file, within one transaction.
type applying struct {
	*session
	st     *store.Store
	folder string // of the file: attached files are found from there
}

// errDryRun ends a dry run: the transaction takes everything back.
var errDryRun = errors.New("dry run")

// apply does every action of a JSON file, or none when one of them can't be done.
func (s *session) apply() error {
	name, raw, err := s.input(s.call.args[0])
	if err != nil {
		return err
	}
	list, err := readActions(raw)
	if err != nil {
		return in(name, err)
	}
	var done results
	batch := ""
	open := s.writing
	if s.call.on("dry-run") {
		open = s.trying
	}
	err = open(func(st *store.Store) error {
		err := st.Atomically(s.ctx, func(st *store.Store) error {
			done, err = s.applyAll(st, name, list)
			if err == nil && s.call.on("dry-run") {
				err = errDryRun
			}
			return err
		})
		if err == nil {
			batch, err = s.lastBatch(st)
		}
		return err
	})
	if err != nil && !errors.Is(err, errDryRun) {
		return in(name, err)
	}
	return s.applied(name, done, batch)
}

// lastBatch names what was done, for a later undo.
func (s *session) lastBatch(st *store.Store) (string, error) {
	last, err := st.Journal.Last(s.ctx, 1)
	if err != nil || len(last) == 0 {
		return "", err
	}
	return last[0].Batch, nil
}

// readActions reads {"actions": […]}.
func readActions(raw []byte) ([]fields, error) {
	file, err := data.ReadFields(raw)
	if err != nil {
		return nil, err
	}
	f := fields(file)
	listed, ok := f.take("actions")
	var problems data.Problems
	actions := listOf(listed, "actions", &problems)
	switch {
	case len(problems) > 0:
		return nil, problems
	case len(f) > 0:
		return nil, leftOver(f)
	case !ok || len(actions) == 0:
		return nil, refuse("command.apply.empty")
	}
	return actions, nil
}

// results are what the actions of a file did, and what looks wrong with the records they saved.
type results struct {
	actions  []outcome
	warnings data.Problems
}

// applyAll does the actions one after the other. Problems of all of them are collected, so that one pass names
// everything there is to mend; any other error ends the work.
func (s *session) applyAll(st *store.Store, name string, list []fields) (results, error) {
	a := &applying{session: s, st: st, folder: folderOf(name)}
	var done results
	var problems data.Problems
	for i, f := range list {
		path := "actions." + strconv.Itoa(i+1)
		o, err := a.one(f)
		found, ok := asProblems(err)
		if err != nil && !ok {
			return done, fmt.Errorf("%s: %w", path, err)
		}
		problems = append(problems, within(path, found)...)
		done.warnings = append(done.warnings, within(path, o.warnings)...)
		done.actions = append(done.actions, o)
	}
	return done, problems.Err()
}

// one does one action in a savepoint of its own, so that a failed one leaves nothing for the next to trip over.
func (a *applying) one(f fields) (o outcome, err error) {
	var problems data.Problems
	do := f.text("do", &problems)
	run, known := actions[do]
	switch {
	case slices.Contains(laterActions, do):
		return o, usage("command.usage.later", "What", "apply "+do)
	case !known:
		return o, data.Problems{{Field: "do", Key: "command.apply.action", Args: map[string]any{"Action": do, "Actions": actionNames()}}}
	}
	err = a.st.Atomically(a.ctx, func(st *store.Store) error {
		inner := *a
		inner.st = st
		o, err = run(&inner, f)
		if err == nil {
			err = leftOver(f)
		}
		return err
	})
	o.Do = do
	return o, err
}

// leftOver reports the members no action took.
func leftOver(f fields) error {
	var problems data.Problems
	for name := range f {
		problems.Add(name, "command.apply.unknown")
	}
	slices.SortFunc(problems, func(a, b data.Problem) int { return strings.Compare(a.Field, b.Field) })
	return problems.Err()
}

func actionNames() string {
	var names []string
	for name := range actions {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// asProblems returns what the user can mend about err; false for an error of another kind.
func asProblems(err error) (data.Problems, bool) {
	if err == nil {
		return nil, true
	}
	if problems := (data.Problems{}); errors.As(err, &problems) {
		return problems, true
	}
	if key := keyOf(err); key != "" && !errors.Is(err, store.ErrBusy) {
		return data.Problems{{Key: key}}, true
	}
	return nil, false
}

// applied tells what was done.
func (s *session) applied(name string, done results, batch string) error {
	warnings := s.warn(s.sentences(name, done.warnings))
	if s.call.on("json") {
		return s.json(struct {
			File     string    `json:"file"`
			DryRun   bool      `json:"dry_run"`
			Batch    string    `json:"batch,omitempty"`
			Actions  []outcome `json:"actions"`
			Warnings []spoken  `json:"warnings"`
		}{name, s.call.on("dry-run"), batch, done.actions, warnings})
	}
	for i, o := range done.actions {
		s.say("command.apply.line", "No", i+1, "Do", o.Do, "Number", o.Number, "Result", o.Result)
		for _, c := range o.Changes {
			s.line("   " + c.Sentence)
		}
	}
	if s.call.on("dry-run") {
		s.say("command.apply.dry_run")
	}
	return nil
}
