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

func untranslated(p *lint.Pass, side *corpus.Side) {
	units := side.Doc.Units()
	if l := lang.Weigh(side.Doc.Src).Certain(); l == side.Other.Lang && l != nil && len(units) > 0 {
		p.Report(lint.Finding{
			File: side.Doc.File, Span: firstIn(side.Doc, l),
			Msg: wholeInLang[l],
			Related: []lint.Related{{File: side.Other.File, Span: firstUnit(side.Other), Msg: lint.Msg{
				"the document in the other language", "toisenkielinen asiakirja", "dokumentet på det andra språket"}}},
		})
		return
	}
	whole := map[int]bool{} // units that are told, with all in them
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
		if unit.First && u > 0 && units[u-1].Text == unit.Text {
			continue // the only sentence of what was looked at before
		}
		if hasOwn(side, u) {
			continue // its sentences are judged one by one
		}
		foreign := leftIn(side, u)
		if foreign == nil {
			continue
		}
		whole[u] = true
		f := lint.Finding{
			File: side.Doc.File, Span: unit.Span,
			Msg:  *foreign,
			Args: []any{lint.Quote(side.Doc, unit.Text)},
		}
		if c := side.Counterparts(u); len(c) > 0 {
			f.Related = []lint.Related{{File: side.Other.File, Span: side.Other.Units()[c[0]].Span, Msg: lint.Msg{
				"the text in the other language", "toisenkielinen teksti", "texten på det andra språket"}}}
		}
		p.Report(f)
	}
}

// firstIn returns the place of the first text in that language.
func firstIn(d *parser.Document, l *lang.Lang) parser.Span {
	for _, u := range d.Units() {
		if u.Leaf() && lang.Detect(d.Plain(u.Text)) == l {
			return u.Span
		}
	}
	return firstUnit(d)
}

// hasOwn reports whether the unit holds several sentences, one of them in the
// language of its document.
func hasOwn(side *corpus.Side, u int) bool {
	units := side.Doc.Units()
	n, own := 0, false
	for i := u + 1; i < len(units) && units[i].Parent >= u; i++ {
		if units[i].Kind != parser.KindSentence {
			continue
		}
		n++
		own = own || lang.Detect(side.Doc.Plain(units[i].Text)) == side.Doc.Lang
		if n > 1 && own {
			return true
		}
	}
	return false
}

var leftInLang = map[*lang.Lang]lint.Msg{
	lang.FI: {"“%s” is still in Finnish", "”%s” on yhä suomeksi", "”%s” är fortfarande på finska"},
	lang.SV: {"“%s” is in Swedish", "”%s” on ruotsiksi", "”%s” är på svenska"},
}

var wholeInLang = map[*lang.Lang]lint.Msg{
	lang.FI: {"the whole document is in Finnish", "koko asiakirja on suomeksi", "hela dokumentet är på finska"},
	lang.SV: {"the whole document is in Swedish", "koko asiakirja on ruotsiksi", "hela dokumentet är på svenska"},
}

var leftInOther = lint.Msg{"“%s” is in neither Finnish nor Swedish", "”%s” ei ole suomea eikä ruotsia", "”%s” är varken på finska eller svenska"}

// leftIn returns the message for a unit that is not in the language of its
// document, or nil. What stands in quotation marks may be in any language.
func leftIn(side *corpus.Side, u int) *lint.Msg {
	unit := side.Doc.Units()[u]
	text := withoutAddresses(withoutQuotes(side.Doc.Plain(unit.Text)))
	n, spaces := utf8.RuneCountInString(text), strings.Count(text, " ")
	if n < shortCopy || spaces == 0 {
		return nil
	}
	weights, there := lang.Weigh(text), side.Other.Lang
	if weights.Best() == there && copied(side, u) && (unit.Kind == parser.KindHeading || !likeName(text)) || n >= shortForeign && spaces >= 2 && weights.Certain() == there {
		m := leftInLang[there]
		return &m
	}
	if n >= shortForeign && spaces >= 5 && weights.Foreign() {
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

// copied reports whether the counterpart of the unit has the same text.
func copied(side *corpus.Side, u int) bool {
	for _, c := range side.Counterparts(u) {
		if side.Other.Plain(side.Other.Units()[c].Text) == side.Doc.Plain(side.Doc.Units()[u].Text) {
			return true
		}
	}
	return false
}

// withoutQuotes returns the text without what stands in quotation marks.
func withoutQuotes(s string) string {
	const marks = "\"”“„»«"
	if !strings.ContainsAny(s, marks) {
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
