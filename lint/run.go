package lint

import (
	"github.com/steplint/steplint/corpus"
)

// Pass is one run of one check over one document, pair or corpus.
type Pass struct {
	Check *Check
	// Pair is the pair at hand, also while a document check runs on one of its
	// two documents; nil for a document without counterpart and in corpus scope.
	Pair *corpus.Pair

	step     string
	findings []Finding
}

// Report adds a finding.
func (p *Pass) Report(f Finding) { p.findings = append(p.findings, f) }
