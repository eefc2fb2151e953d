// Package lint runs checks over documents, pairs and whole corpora.
package lint

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Severity says what a finding means for a gate. The zero value is invalid.
type Severity int

// The severities, in rising order.
const (
	Info Severity = iota + 1
	Warning
	Error
)

// String returns the severity's name in English: info, warning or error.
func (s Severity) String() string {
	return [...]string{"invalid", "info", "warning", "error"}[s]
}

var severities = map[string]Severity{"info": Info, "warning": Warning, "error": Error}

// ParseSeverity returns the severity of that name: info, warning or error.
func ParseSeverity(s string) (Severity, bool) {
	v, ok := severities[s]
	return v, ok
}

// Check finds one kind of defect.
type Check struct {
	// Name is the defect in kebab-case, readable after "allow".
	Name string
	// Severity is the default severity of the check's findings.
	Severity Severity
	// Exactly one of the four is set: the check's scope.
	Document func(*Pass, *parser.Document)
	Pair     func(*Pass, *corpus.Pair)
	Corpus   func(*Pass, *corpus.Corpus)
	// Suppression looks at what keeps the findings of all other checks from being
	// shown, when those are done.
	Suppression func(*Pass, *Suppression)
	// Compares says of a check of documents or pairs that it also looks at the rest
	// of the corpus, [Pass].Corpus, so that it needs all of it.
	Compares bool
	// History says that the check reports what the history of the documents tells,
	// so that it finds nothing unless that was looked at.
	History bool
}

// Msg is a text for people in the three languages of the interface.
type Msg = lang.Msg
