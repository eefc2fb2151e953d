// Package corpus finds the documents that belong together and aligns them.
package corpus

import (
	"sync"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/parser"
)

// Pair is one step in two languages: Source is Finnish, Target Swedish.
type Pair struct {
	Step           string // the name both files share, with the folder, slash-separated
	Source, Target *parser.Document
	Links          []align.Link // see align.Align for their order

	sidesOnce sync.Once
	sides     [2]Side
	termsOnce sync.Once
	terms     [][]term.Hit // by unit of the source
}

// Corpus is everything one run checks.
type Corpus struct {
	Config   *Config
	Pairs    []*Pair     // sorted by Step
	Unpaired []*Unpaired // sorted by file name
	Outdated []Outdated  // what FindOutdated has found, if it was asked
	Dated    bool        // it was asked about all pairs

	renderingsOnce sync.Once
	renderings     *Renderings
	misspeltOnce   [2]sync.Once // by language, see lang.All
	misspelt       [2]map[string]string
}

// Terms returns the term base of the configuration, nil without one.
func (c *Corpus) Terms() *Terms {
	if c.Config == nil {
		return nil
	}
	return c.Config.Terms
}

// Unpaired is a document without its counterpart in the other language.
type Unpaired struct {
	Step    string
	Doc     *parser.Document
	Missing string // the name the counterpart should have; empty when no name can be told
}
