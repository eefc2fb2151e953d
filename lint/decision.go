package lint

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"github.com/steplint/steplint/parser"
)

// Decision is what a person has decided about a finding.
type Decision struct {
	Key string // of the finding, see [Finding.Key]
	// Check, Step and Unit tell people what the finding was when it is gone; Unit
	// is the start of its text.
	Check, Step, Unit string
	Kind              DecisionKind
	Note              string // the reason or the question; may be empty
	Name              string // who has decided; may be empty
	// File and Span are where the decision was read; nil and empty for a new one.
	File *parser.File
	Span parser.Span
}

// DecisionKind says what was decided.
type DecisionKind string

// What can be decided about a finding.
const (
	Accept   DecisionKind = "accept"   // the text is right as it is
	WillFix  DecisionKind = "will-fix" // the text will be changed
	Question DecisionKind = "question" // somebody else has to say
)

// decisionKinds are all kinds, in the order in which they are explained.
var decisionKinds = []string{string(Accept), string(WillFix), string(Question)}

// DecisionsSchema names the format of a file of decisions.
const DecisionsSchema = "steplint/decisions/v1"

// MostDecisionBytes is the size of the largest file of decisions that is read or
// written: some fifty thousand decisions.
const MostDecisionBytes = 16 << 20

// decisionJSON is a decision as it stands in a file.
type decisionJSON struct {
	Key   string       `json:"key"`
	Check string       `json:"check"`
	Step  string       `json:"step"`
	Unit  string       `json:"unit"`
	Kind  DecisionKind `json:"decision"`
	Note  string       `json:"note"`
	Name  string       `json:"name"`
}

// WriteDecisions writes a file of decisions: JSON with a line a decision, sorted,
// so that two people's changes merge. The same decisions make the same bytes.
func WriteDecisions(w io.Writer, all []Decision) error {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Decision) int {
		return cmp.Or(cmp.Compare(a.Step, b.Step), cmp.Compare(a.Check, b.Check), cmp.Compare(a.Key, b.Key))
	})
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteString(`{"schema":"` + DecisionsSchema + `","decisions":[`)
	for i, d := range all {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		if err := enc.Encode(decisionJSON{d.Key, d.Check, d.Step, d.Unit, d.Kind, d.Note, d.Name}); err != nil {
			return err
		}
		b.Truncate(b.Len() - len("\n"))
	}
	b.WriteString("\n]}\n")
	_, err := w.Write(b.Bytes())
	return err
}
