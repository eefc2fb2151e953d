package term

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// builder gathers the concepts of a file and what is wrong with them. It knows
// what all formats have in common.
type builder struct {
	file     *parser.File
	base     *Base
	concepts map[string]int // by identifier
	lines    map[string]int // where an identifier was given
	unnamed  []int          // concepts that the file gives no identifier
	omitted  Omitted
	errs     []error
}

func newBuilder(f *parser.File) *builder {
	return &builder{
		file: f, base: new(Base), concepts: map[string]int{}, lines: map[string]int{},
		omitted: Omitted{Terms: map[string]int{}, Details: map[string]int{}},
	}
}

func (b *builder) errorf(pos int, m lang.Msg, args ...any) {
	for pos > 0 && pos < len(b.file.Src) && !utf8.RuneStart(b.file.Src[pos]) {
		pos--
	}
	p := b.file.Position(min(pos, len(b.file.Src)))
	e := lang.Errorf(m, args...)
	what := lang.Msg{EN: e.In("en"), FI: e.In("fi"), SV: e.In("sv")}
	b.errs = append(b.errs, &parser.Error{Name: b.file.Name, Line: p.Line, Column: p.Column, What: what})
}

// finish names the concepts that have no identifier after their first term.
func (b *builder) finish() (*Base, Omitted, []error) {
	next := map[string]int{}
	for _, k := range b.unnamed {
		c := &b.base.Concepts[k]
		name := strings.TrimLeft(c.Terms[0].Text, "# ")
		if fi := c.In(lang.FI); len(fi) > 0 {
			name = strings.TrimLeft(fi[0].Text, "# ")
		}
		id := name
		for n := max(2, next[name]); ; n++ {
			if _, taken := b.concepts[id]; !taken {
				next[name] = n
				break
			}
			id = name + "-" + strconv.Itoa(n)
		}
		c.ID = id
		b.concepts[id] = k
	}
	return b.base, b.omitted, b.errs
}

// add takes a concept of a format in which an identifier is used once. One without
// any term of ours is counted as omitted.
func (b *builder) add(pos int, c Concept) {
	if len(c.Terms) == 0 {
		b.omitted.Concepts++
		return
	}
	c.ID, c.Domain, c.Note = strings.TrimLeft(clean(c.ID), "# "), clean(c.Domain), clean(c.Note)
	if c.ID == "" {
		b.unnamed = append(b.unnamed, len(b.base.Concepts))
	} else if _, ok := b.concepts[c.ID]; ok {
		b.errorf(pos, lang.Msg{
			"the identifier %q is that of the concept in line %d, too", "tunniste %q on jo rivin %d käsitteellä", "identifieraren %q har redan begreppet på rad %d",
		}, c.ID, b.lines[c.ID])
		return
	} else {
		b.concepts[c.ID], b.lines[c.ID] = len(b.base.Concepts), b.file.LineOf(pos)
	}
	b.base.Concepts = append(b.base.Concepts, c)
}

// term adds a term to the concept, unless the concept has it or it is none.
func (b *builder) term(c *Concept, pos int, t Term) {
	t.Text = clean(t.Text)
	if !hasLetter(t.Text) {
		b.errorf(pos, noTerm)
		return
	}
	if slices.ContainsFunc(c.Terms, func(o Term) bool { return o.Lang == t.Lang && o.Text == t.Text }) {
		return
	}
	c.Terms = append(c.Terms, t)
}

// status returns the status of that name; false when there is none.
func status(name string) (Status, bool) {
	k := slices.Index(statusNames[:], strings.ToLower(name))
	return Status(max(0, k)), k >= 0
}

// partOfSpeech returns the part of speech of that name; false when there is none.
func partOfSpeech(name string) (lang.POS, bool) {
	k := slices.Index(posNames[1:], strings.ToLower(name))
	return lang.POS(k + 1), k >= 0
}

// languageOf returns the language of a tag such as fi or sv-FI, or nil.
func languageOf(tag string) *lang.Lang { return lang.ByCode(primary(tag)) }

// primary returns the language of a tag without script and country.
func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(strings.TrimSpace(tag))
}

// clean returns the text in Unicode normal form C, with single spaces and without
// control characters, which not every format can hold.
func clean(s string) string {
	if strings.ContainsFunc(s, unprintable) {
		s = strings.Map(func(r rune) rune {
			switch {
			case unicode.IsSpace(r):
				return ' '
			case unprintable(r):
				return -1
			}
			return r
		}, s)
	}
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

func unprintable(r rune) bool { return unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF }

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// split returns the forms of a field.
func split(s string) []string {
	var out []string
	for f := range strings.SplitSeq(clean(s), separator) {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// named returns the base with an identifier for every concept, as its readers name
// those that have none. What is shared with b must not be changed.
func (b *Base) named() *Base {
	all := newBuilder(parser.NewFile("", ""))
	all.base.Concepts = slices.Clone(b.Concepts)
	for k, c := range b.Concepts {
		if c.ID == "" {
			all.unnamed = append(all.unnamed, k)
		} else {
			all.concepts[c.ID] = k
		}
	}
	out, _, _ := all.finish()
	return out
}

// Merge adds the counts of other.
func (o *Omitted) Merge(other Omitted) {
	o.Concepts += other.Concepts
	for _, m := range []struct {
		to   *map[string]int
		from map[string]int
	}{{&o.Terms, other.Terms}, {&o.Details, other.Details}} {
		if *m.to == nil {
			*m.to = map[string]int{}
		}
		for _, k := range slices.Sorted(maps.Keys(m.from)) {
			(*m.to)[k] += m.from[k]
		}
	}
}

var (
	noTerm          = lang.Msg{"no term", "termi puuttuu", "termen saknas"}
	unknownStatus   = lang.Msg{"unknown status %q (of %s)", "tuntematon tila %q (tunnetaan %s)", "okänd status %q (kända: %s)"}
	unknownPOS      = lang.Msg{"unknown part of speech %q (of %s)", "tuntematon sanaluokka %q (tunnetaan %s)", "okänd ordklass %q (kända: %s)"}
	unknownLanguage = lang.Msg{"unknown language %q (fi or sv)", "tuntematon kieli %q (fi tai sv)", "okänt språk %q (fi eller sv)"}
)
