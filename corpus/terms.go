package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/parser/lang"
)

// Terms is a term base ready to be looked for in texts.
type Terms struct {
	Base     *term.Base
	matchers map[*lang.Lang]*term.Matcher
	banned   map[*lang.Lang]*term.Matcher
}

// NewTerms prepares a term base.
func NewTerms(base *term.Base) *Terms {
	t := &Terms{Base: base, matchers: map[*lang.Lang]*term.Matcher{}, banned: map[*lang.Lang]*term.Matcher{}}
	for _, l := range lang.All {
		t.matchers[l], t.banned[l] = base.Matcher(l), base.Unapproved(l)
	}
	return t
}

// Matcher returns the matcher of a language's terms, or nil.
func (t *Terms) Matcher(l *lang.Lang) *term.Matcher {
	if t == nil {
		return nil
	}
	return t.matchers[l]
}

// Unapproved returns the matcher of a language's terms that are not to be used, or
// nil.
func (t *Terms) Unapproved(l *lang.Lang) *term.Matcher {
	if t == nil {
		return nil
	}
	return t.banned[l]
}

// termPairs returns the terms of one word that translate each other.
func (c *Config) termPairs() [][2]string {
	if c == nil || c.Terms == nil {
		return nil
	}
	var out [][2]string
	for k := range c.Terms.Base.Concepts {
		concept := &c.Terms.Base.Concepts[k]
		for _, a := range concept.In(lang.FI) {
			for _, b := range concept.In(lang.SV) {
				if a.Status.Approved() && b.Status.Approved() && !strings.Contains(a.Text+b.Text, " ") {
					out = append(out, [2]string{a.Text, b.Text})
				}
			}
		}
	}
	return out
}

// LoadTerms reads the term base of a configuration: that which comes with the
// program, unless it is switched off, and the user's own files, which may add to
// its concepts and change its terms. What is wrong with an entry is an error, each
// a *parser.Error; all other entries are loaded.
func LoadTerms(cfg *Config) (*term.Base, []error) {
	base := new(term.Base)
	if cfg != nil {
		base.Dictionary = cfg.Dictionary
	}
	if cfg == nil || !cfg.OwnTermsOnly {
		base.Add(term.Starter())
	}
	if cfg == nil {
		return base, nil
	}
	cwd, err := os.Getwd()
	if err != nil {
		return base, []error{fmt.Errorf("working directory: %w", err)}
	}
	var errs []error
	for _, name := range cfg.TermFiles {
		path := filepath.Join(cfg.Dir, filepath.FromSlash(name))
		own, more := ReadTerms(path, shown(cwd, path, false))
		base.Add(own)
		errs = append(errs, more...)
	}
	return base, errs
}

// ReadTerms reads a term base in any format; name is what the errors call the file.
func ReadTerms(path, name string) (*term.Base, []error) {
	base, _, errs := ImportTerms(path, name)
	return base, errs
}

// mostTermBytes is the size of the largest term base that is read.
const mostTermBytes = 256 << 20

// ImportTerms reads a term base as ReadTerms does, and counts what it leaves out.
func ImportTerms(path, name string) (*term.Base, term.Omitted, []error) {
	fail := func(err error) (*term.Base, term.Omitted, []error) {
		return new(term.Base), term.Omitted{}, []error{err}
	}
	if info, err := os.Stat(path); err == nil && info.Size() > mostTermBytes {
		return fail(lang.Errorf(lang.Msg{
			"%s: larger than %d MiB, which is too much for a term base", "%s: yli %d MiB, mikä on liikaa termikannalle", "%s: större än %d MiB, vilket är för mycket för en termbas",
		}, name, mostTermBytes>>20))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return fail(fmt.Errorf("%s: %w", name, cause(err)))
	}
	return term.Read(name, data)
}

// SourceTerms returns the terms that a leaf of the source holds. They are looked for
// once, with the first term base asked for.
func (p *Pair) SourceTerms(t *Terms, u int) []term.Hit {
	p.termsOnce.Do(func() {
		units, m := p.Source.Units(), t.Matcher(p.Source.Lang)
		p.terms = make([][]term.Hit, len(units))
		for i, unit := range units {
			if unit.Leaf() && m != nil {
				p.terms[i] = m.Find(p.Source, unit.Text, nil)
			}
		}
	})
	return p.terms[u]
}
