package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// UntranslatedText finds paragraphs, items, cells and sentences left in the other
// language or in English.
var UntranslatedText = &lint.Check{
	Name:     "untranslated-text",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		untranslated(p, pair.FromSource())
		untranslated(p, pair.FromTarget())
	},
}

// Texts shorter than this, in code points, are names as often as not. A copy of
// the other language's text is told from a shorter one.
const shortForeign, shortCopy = 40, 20

// A weighed unit is what its sentences are taken together, without what stands in
// quotation marks, which may be in any language, and without addresses.
type weighed struct {
	lang.Weights
	size, spaces   int // code points of the text, and spaces in it
	sentences, own int // in it, and those in the language of the document
}

// weigh weighs all units, and the document, which is the last of the list.
func weigh(d *parser.Document) []weighed {
	units := d.Units()
	all := make([]weighed, len(units)+1)
	for u, unit := range units {
		if !unit.Leaf() {
			continue
		}
		text := withoutAddresses(withoutQuotes(d.Plain(unit.Text)))
		w := weighed{lang.Weigh(text), utf8.RuneCountInString(text), strings.Count(text, " "), 1, 0}
		if w.Best() == d.Lang {
			w.own = 1
		}
		all[u] = w
		for k := unit.Parent; ; k = units[k].Parent {
			if k < 0 {
				all[len(units)].add(w)
				break
			}
			all[k].add(w)
		}
	}
	return all
}

func (w *weighed) add(o weighed) {
	w.Weights = w.Plus(o.Weights)
	if w.size > 0 { // a space between
		w.size++
		w.spaces++
	}
	w.size += o.size
	w.spaces += o.spaces
	w.sentences += o.sentences
	w.own += o.own
}

func untranslated(p *lint.Pass, side *corpus.Side) {
	units, weights := side.Doc.Units(), weigh(side.Doc)
	if msg, at := wholly(side, &weights[len(units)]); msg != nil {
		p.Report(lint.Finding{
			File: side.Doc.File, Span: at,
			Msg: *msg,
			Related: []lint.Related{{File: side.Other.File, Span: firstUnit(side.Other), Msg: lint.Msg{
				"the document in the other language", "toisenkielinen asiakirja", "dokumentet på det andra språket"}}},
		})
		return
	}
	whole := map[int]bool{} // units that are told, with all in them
	var found []lint.Finding
	last := -2 // unit of the last finding
	for u, unit := range units {
		if unit.Parent >= 0 && whole[unit.Parent] && units[unit.Parent].Contains(unit.Span) {
			whole[u] = true
			continue
		}
		switch unit.Kind {
		case parser.KindHeading, parser.KindParagraph, parser.KindItem, parser.KindCell, parser.KindSentence:
		default:
			continue
		}
		if unit.First && u > 0 && units[u-1].Text == unit.Text && weights[u-1].sentences == 1 {
			continue // the only sentence of what was looked at before
		}
		if w := &weights[u]; w.sentences > 1 && w.own > 0 {
			continue // its sentences are judged one by one
		}
		foreign := leftIn(side, u, &weights[u])
		if foreign == nil {
			continue
		}
		whole[u] = true
		if before := len(found) - 1; unit.Kind == parser.KindSentence && !unit.First && last == u-1 && found[before].Msg == *foreign {
			found[before].Span.End = unit.Span.End
		} else {
			found = append(found, leftAt(side, u, *foreign))
		}
		last = u
	}
	for _, f := range found {
		p.Report(f)
	}
}

// leftAt returns the finding for a unit with its message.
func leftAt(side *corpus.Side, u int, msg lint.Msg) lint.Finding {
	unit := side.Doc.Units()[u]
	f := lint.Finding{
		File: side.Doc.File, Span: unit.Span,
		Msg:  msg,
		Args: []any{lint.Quote(side.Doc, unit.Text)},
		Unit: side.Doc.Plain(unit.Text),
	}
	if c := side.Counterparts(u); len(c) > 0 {
		f.Related = []lint.Related{{File: side.Other.File, Span: side.Other.Units()[c[0]].Span, Msg: lint.Msg{
			"the text in the other language", "toisenkielinen teksti", "texten på det andra språket"}}}
	}
	return f
}

// wholly returns the message for a document that is not in its language but for a
// title or so, and the place for it, or nil; all is what its text is together.
func wholly(side *corpus.Side, all *weighed) (*lint.Msg, parser.Span) {
	const few, short = 10, 3 // one sentence in so many may be in its language
	if all.sentences == 0 || all.own > all.sentences/few {
		return nil, parser.Span{}
	}
	switch l := all.Certain(); {
	case l != nil && l == side.Other.Lang:
		m := wholeInLang[l]
		return &m, firstIn(side.Doc, func(w lang.Weights) bool { return w.Best() == l })
	case all.sentences >= short && all.Foreign():
		return &wholeInOther, firstIn(side.Doc, lang.Weights.Foreign)
	}
	return nil, parser.Span{}
}

// firstIn returns the place of the first text in a language.
func firstIn(d *parser.Document, is func(lang.Weights) bool) parser.Span {
	for _, u := range d.Units() {
		if u.Leaf() && is(lang.Weigh(d.Plain(u.Text))) {
			return u.Span
		}
	}
	return firstUnit(d)
}

var leftInLang = map[*lang.Lang]lint.Msg{
	lang.FI: {"“%s” is still in Finnish", "”%s” on yhä suomeksi", "”%s” är fortfarande på finska"},
	lang.SV: {"“%s” is in Swedish", "”%s” on ruotsiksi", "”%s” är på svenska"},
}

var wholeInLang = map[*lang.Lang]lint.Msg{
	lang.FI: {"the whole document is in Finnish", "koko asiakirja on suomeksi", "hela dokumentet är på finska"},
	lang.SV: {"the whole document is in Swedish", "koko asiakirja on ruotsiksi", "hela dokumentet är på svenska"},
}

var wholeInOther = lint.Msg{
	"the document is in neither Finnish nor Swedish", "asiakirja ei ole suomea eikä ruotsia", "dokumentet är varken på finska eller svenska"}

var leftInOther = lint.Msg{"“%s” is in neither Finnish nor Swedish", "”%s” ei ole suomea eikä ruotsia", "”%s” är varken på finska eller svenska"}

// leftIn returns the message for a unit that is not in the language of its
// document, or nil.
func leftIn(side *corpus.Side, u int, w *weighed) *lint.Msg {
	if w.size < shortCopy || w.spaces == 0 {
		return nil
	}
	there := side.Other.Lang
	if w.Leans() == there && copied(side, u, w) || w.size >= shortForeign && w.spaces >= 2 && w.Certain() == there && !namesWork(side.Doc, u) {
		m := leftInLang[there]
		return &m
	}
	if w.size >= shortForeign && w.spaces >= 5 && w.Foreign() {
		return &leftInOther
	}
	return nil
}

// likeName reports whether a short text begins with a capital and ends without a
// mark, as names of firms, works and places do that are the same in both
// languages.
func likeName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsUpper(first) && !strings.ContainsRune(".!?:;", last) && utf8.RuneCountInString(text) < 50
}

// withoutAddresses returns the text without web and mail addresses.
func withoutAddresses(s string) string {
	if !strings.Contains(s, "www.") && !strings.Contains(s, "://") && !strings.Contains(s, "@") {
		return s
	}
	var words []string
	for w := range strings.FieldsSeq(s) {
		if !isAddress(strings.Trim(w, "()<>[].,;:")) {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// namesWork reports whether the sentence begins in the language of its document and
// goes on with a capital, as where a work or a society is named: "klassen ser filmen
// Täällä Pohjantähden alla".
func namesWork(d *parser.Document, u int) bool {
	text := d.Plain(d.Units()[u].Text)
	for i, r := range text {
		if i > 0 && unicode.IsUpper(r) && text[i-1] == ' ' {
			l := lang.Weigh(text[:i]).Leans()
			return l == d.Lang || l == nil && strings.Count(text[:i], " ") > 1
		}
	}
	return false
}

// copied reports whether the counterpart of the unit has the same text, which is
// no name: that a text begins with a capital tells nothing of a heading. Of a long
// text more is to be seen of its language than of a short one.
func copied(side *corpus.Side, u int, w *weighed) bool {
	unit := side.Doc.Units()[u]
	text := side.Doc.Plain(unit.Text)
	switch {
	case w.Best() == nil && (unit.Kind == parser.KindHeading || w.size >= shortForeign), unit.Kind != parser.KindHeading && likeName(text):
		return false
	}
	for _, c := range side.Counterparts(u) {
		if side.Other.Plain(side.Other.Units()[c].Text) == text {
			return true
		}
	}
	return false
}

// mayQuote reports whether the text has the first byte of a quotation mark, which
// most texts have not.
func mayQuote(s string) bool {
	for i := range len(s) {
		if c := s[i]; c == '"' || c == "”"[0] || c == "»"[0] {
			return true
		}
	}
	return false
}

// withoutQuotes returns the text without what stands in quotation marks.
func withoutQuotes(s string) string {
	const marks = "\"”“„»«"
	if !mayQuote(s) || !strings.ContainsAny(s, marks) {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexAny(s, marks)
		if i < 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		j := strings.IndexAny(s[i+n:], marks)
		if j < 0 {
			break
		}
		b.WriteString(s[:i])
		_, m := utf8.DecodeRuneInString(s[i+n+j:])
		s = s[i+n+j+m:]
	}
	b.WriteString(s)
	return b.String()
}
