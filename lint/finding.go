package lint

import (
	"fmt"

	"github.com/steplint/steplint/parser"
)

// Finding is one defect at one place.
type Finding struct {
	Check    *Check
	Severity Severity // zero when reported: the check's own
	Step     string   // set by the pass
	File     *parser.File
	Span     parser.Span // at least one byte long unless the file is empty
	Msg      Msg         // one clause, no capital, no full stop
	Args     []any       // of Msg
	Related  []Related
	Fixes    []Fix // alternatives: at most one is applied
	// Unit is the text of the smallest unit around the finding; with the check
	// and the step it identifies the finding when lines move.
	Unit string

	ordinal int // among findings with the same check, step and unit
}

// Related is another place that belongs to a finding, such as the counterpart
// in the other language.
type Related struct {
	File *parser.File
	Span parser.Span
	Msg  Msg
	Args []any
}

// Fix is one way to repair a finding. Title is a verb phrase.
type Fix struct {
	Title Msg
	Args  []any
	Edits []Edit
	// Safe says that the fix cannot change the meaning of the text.
	Safe bool
}

// Edit replaces the bytes of Span in File by New.
type Edit struct {
	File *parser.File
	Span parser.Span
	New  string
}

// Text returns the finding's message in the language "en", "fi" or "sv".
func (f Finding) Text(lang string) string { return format(f.Msg, f.Args, lang) }

// Text returns the related place's message in the language.
func (r Related) Text(lang string) string { return format(r.Msg, r.Args, lang) }

// Text returns the fix's title in the language.
func (f Fix) Text(lang string) string { return format(f.Title, f.Args, lang) }

func format(m Msg, args []any, lang string) string {
	if len(args) == 0 {
		return m.In(lang)
	}
	return fmt.Sprintf(m.In(lang), args...)
}
