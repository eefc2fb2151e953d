package corpus

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Shape is the headings of the sections that a step has, by language code. Of each
// section it holds the ways in which its heading may begin.
type Shape map[string][][]string

// Shape returns the shape that the configuration gives a file; nil for none. The
// last path rule with a shape that matches the file wins.
func (c *Config) Shape(file string) Shape {
	if c == nil {
		return nil
	}
	shape := c.StepShape
	if !slices.ContainsFunc(c.Paths, func(r PathRule) bool { return r.Shape != nil }) {
		return shape
	}
	if rel, ok := c.rel(file); ok {
		for _, rule := range c.Paths {
			if rule.Shape != nil && matchGlob(rule.Glob, rel) {
				shape = rule.Shape
			}
		}
	}
	return shape
}

// Lack is a section that a step lacks.
type Lack struct {
	Step    string
	Doc     *parser.Document
	Heading string // of the section, as most steps have it or as configured
	// At is a word beside which the section should stand, behind it if After.
	At    parser.Span
	After bool
	// Have of Steps in the folder have the section, such as Example at Place; zero
	// when the shape is configured.
	Have, Steps int
	Example     *parser.Document
	Place       parser.Span
}

// What most steps of a folder have, if they are so many, the others lack: all but
// one in twenty, or all but one. What more of them do without is another model.
const fewestSteps, oneIn = 5, 20

// Lacks returns the sections that steps lack, in the order of the steps. Where no
// shape is configured it is what most steps of the same folder have: a heading
// counts by where the texts stand and by its counterparts in the other language,
// so that it may have several wordings. A step lacks it if neither of its texts
// has anything in its place.
func (c *Corpus) Lacks() []Lack {
	var out []Lack
	folders := map[string][]*Pair{}
	check := func(step string, d *parser.Document) bool {
		shape := c.Config.Shape(d.Name)
		if shape != nil && d.Lang != nil {
			out = append(out, shape.lacks(step, d)...)
		}
		return shape != nil
	}
	for _, p := range c.Pairs {
		a, b := check(p.Step, p.Source), check(p.Step, p.Target)
		if !a && !b && !p.Unrelated() {
			dir := path.Dir(p.Step)
			folders[dir] = append(folders[dir], p)
		}
	}
	for _, u := range c.Unpaired {
		check(u.Step, u.Doc)
	}
	for _, pairs := range folders {
		if len(pairs) >= fewestSteps {
			out = append(out, newSections(pairs).lacks()...)
		}
	}
	slices.SortStableFunc(out, func(a, b Lack) int { return cmp.Or(cmp.Compare(a.Step, b.Step), cmp.Compare(a.Doc.Name, b.Doc.Name)) })
	return out
}

// lacks returns the sections of the shape that a document has no heading for.
func (s Shape) lacks(step string, d *parser.Document) []Lack {
	var out []Lack
	leaves := wordings(d)
	find := func(starts []string) int {
		return slices.IndexFunc(leaves, func(w string) bool {
			return slices.ContainsFunc(starts, func(s string) bool { return w != "" && strings.HasPrefix(w, wording(s)) })
		})
	}
	sections := s[d.Lang.Code]
	for i, starts := range sections {
		if find(starts) >= 0 {
			continue
		}
		lack := Lack{Step: step, Doc: d, Heading: starts[0]}
		next := -1
		for _, later := range sections[i+1:] {
			if next = find(later); next >= 0 {
				break
			}
		}
		lack.At, lack.After = besideUnit(d, next)
		out = append(out, lack)
	}
	return out
}

// besideUnit returns the first word of the unit, or for -1 the last word of the
// document, and whether what is looked for stands behind it.
func besideUnit(d *parser.Document, u int) (at parser.Span, after bool) {
	if u >= 0 {
		return firstWord(d, d.Units()[u].Text), false
	}
	units := d.Units()
	for i := len(units) - 1; i >= 0; i-- {
		if units[i].Leaf() {
			return lastWord(d, units[i].Text), true
		}
	}
	return parser.Span{}, true
}

// sections are the sections of the steps in one folder.
type sections struct {
	pairs   []*Pair
	ids     map[string]int // by language and wording of the heading
	alias   []int          // of an id the one that it is the same section as
	uses    [][]heading    // by pair: its headings, both languages
	pairsOf map[int][]int  // by section: the pairs that have it, from common on
}

// heading is a heading of a step: the id of its section, its language and unit.
type heading struct{ id, side, unit int }

// newSections gathers the headings of the pairs. Those that stand for each other in
// some step are of one section, so that those of one language are that have the
// same counterpart.
func newSections(pairs []*Pair) *sections {
	s := &sections{pairs: pairs, ids: map[string]int{}}
	for _, p := range pairs {
		var uses []heading
		id := map[[2]int]int{}
		for side, d := range []*parser.Document{p.Source, p.Target} {
			title := titleKey(d)
			for u, unit := range d.Units() {
				if u == 0 || unit.Kind != parser.KindHeading {
					continue
				}
				if key := headingKey(d.Plain(unit.Text), title); key != "" {
					id[[2]int{side, u}] = s.id(lang.All[side].Code + key)
					uses = append(uses, heading{id[[2]int{side, u}], side, u})
				}
			}
		}
		s.uses = append(s.uses, uses)
		for _, l := range p.Links {
			if len(l.Source) != 1 || len(l.Target) != 1 || l.Score < Surely {
				continue
			}
			a, ok := id[[2]int{0, l.Source[0]}]
			b, ok2 := id[[2]int{1, l.Target[0]}]
			if ok && ok2 {
				s.join(a, b)
			}
		}
	}
	return s
}

func (s *sections) id(key string) int {
	id, ok := s.ids[key]
	if !ok {
		id = len(s.alias)
		s.ids[key] = id
		s.alias = append(s.alias, id)
	}
	return id
}

// root returns the id that stands for all of a section.
func (s *sections) root(id int) int {
	for s.alias[id] != id {
		s.alias[id] = s.alias[s.alias[id]]
		id = s.alias[id]
	}
	return id
}

func (s *sections) join(a, b int) {
	a, b = s.root(a), s.root(b)
	s.alias[max(a, b)] = min(a, b)
}

// shortestHeading is the number of bytes that a heading needs to tell something.
const shortestHeading = 4

// titleKey returns the letters of the title of a document, "" when it has none.
func titleKey(d *parser.Document) string {
	if units := d.Units(); len(units) > 0 && units[0].Kind == parser.KindHeading {
		return onlyLetters(d.Plain(units[0].Text))
	}
	return ""
}

// headingKey returns the letters of a heading without the title that it may repeat;
// "" when it has too few of them.
func headingKey(text, title string) string {
	key := onlyLetters(text)
	if len(title) >= shortestHeading {
		key = strings.ReplaceAll(key, title, "")
	}
	if len(key) < shortestHeading {
		return ""
	}
	return key
}

// onlyLetters returns the letters of a text in lower case.
func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
