package checks

import (
	"slices"
	"strings"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// TitleVariant finds a title that the text quotes in another spelling.
var TitleVariant = &lint.Check{
	Name:     "title-variant",
	Severity: lint.Error,
	Document: func(p *lint.Pass, d *parser.Document) {
		if len(d.Blocks) == 0 {
			return
		}
		h, ok := d.Blocks[0].(*parser.Heading)
		if !ok {
			return
		}
		t := readTitle(d, h.Span)
		if len(t.words) < shortestTitle {
			return
		}
		right, wrong := t.quotes(d)
		if len(wrong) > 0 {
			reportTitle(p, d, t, right, wrong)
		}
	},
}

// shortestTitle is the number of words from which a title is told from the same
// words in a sentence.
const shortestTitle = 3

type title struct {
	span  parser.Span
	words []parser.Span
	texts []string
}

func readTitle(d *parser.Document, s parser.Span) title {
	t := title{span: s}
	for w := range d.Words(s) {
		t.words = append(t.words, w)
		t.texts = append(t.texts, d.Text(w))
	}
	return t
}

// quote is a place that quotes the title: its words, and which of them is spelt
// in another way.
type quote struct {
	words []parser.Span
	odd   int
}

// quotes returns the places below the title that quote it, as it is spelt and
// with one word spelt in another way.
func (t title) quotes(d *parser.Document) (right int, wrong []quote) {
	n := len(t.words)
	var window []parser.Span
	for s := range d.Texts() {
		if text := d.Text(s); s.Start <= t.span.Start || !strings.Contains(text, t.texts[0]) && !strings.Contains(text, t.texts[1]) {
			continue // one word may be misspelt, the other is not
		}
		window = window[:0]
		for w := range d.Words(s) {
			window = append(window, w)
			if len(window) < n {
				continue
			}
			switch odd := t.compare(d, window[len(window)-n:]); {
			case odd == n:
				right++
			case odd >= 0:
				wrong = append(wrong, quote{slices.Clone(window[len(window)-n:]), odd})
			}
		}
	}
	return right, wrong
}

// compare returns len(t.words) when the words are the title, the index of the
// only word that is spelt in another way, or -1.
func (t title) compare(d *parser.Document, words []parser.Span) int {
	odd := len(words)
	for i, w := range words {
		text := d.Text(w)
		if text == t.texts[i] {
			continue
		}
		if odd < len(words) || !misspelt(text, t.texts[i]) {
			return -1
		}
		odd = i
	}
	return odd
}

// misspelt reports whether a and b look like two spellings of one word: one or
// two edits apart, the last letters, which inflection changes, left alone.
func misspelt(a, b string) bool {
	const shortest, ending = 5, 2
	x, y := []rune(a), []rune(b)
	if min(len(x), len(y)) < shortest || strings.EqualFold(a, b) {
		return false
	}
	if !slices.Equal(x[len(x)-ending:], y[len(y)-ending:]) {
		return false
	}
	d := lang.EditDistance(a, b, 2)
	return d == 1 || d == 2 && min(len(x), len(y)) >= 2*shortest
}

// reportTitle reports the title when the text agrees on the other spelling, and
// the quotes when the text has both or several.
func reportTitle(p *lint.Pass, d *parser.Document, t title, right int, wrong []quote) {
	agree := right == 0
	for _, q := range wrong {
		agree = agree && q.odd == wrong[0].odd && d.Text(q.words[q.odd]) == d.Text(wrong[0].words[q.odd])
	}
	if !agree {
		for _, q := range wrong {
			p.Report(titleFinding(d, q.words[q.odd], t.words[q.odd], lint.Msg{
				"the title is quoted with “%s”, but it has “%s”",
				"otsikkoa lainattaessa on kirjoitettu ”%s”, otsikossa on ”%s”",
				"i citatet av rubriken står ”%s”, i själva rubriken ”%s”",
			}))
		}
		return
	}
	q := wrong[0]
	f := titleFinding(d, t.words[q.odd], q.words[q.odd], lint.Msg{
		"the title says “%s”, the text quotes it with “%s”",
		"otsikossa on ”%s”, mutta tekstissä sitä lainattaessa ”%s”",
		"i rubriken står ”%s”, i texten citeras den med ”%s”",
	})
	for _, q := range wrong[1:] {
		f.Related = append(f.Related, lint.Related{File: d.File, Span: q.words[q.odd], Msg: f.Related[0].Msg})
	}
	edits := make([]lint.Edit, len(wrong))
	for i, q := range wrong {
		edits[i] = lint.Edit{File: d.File, Span: q.words[q.odd], New: t.texts[q.odd]}
	}
	f.Fixes = append(f.Fixes, lint.Fix{
		Title: lint.Msg{"write “%s” in the text", "kirjoita tekstiin ”%s”", "skriv ”%s” i texten"},
		Args:  []any{t.texts[q.odd]},
		Edits: edits,
	})
	p.Report(f)
}

// titleFinding reports the word at s, which stands as the word at other
// elsewhere, with that spelling as the fix.
func titleFinding(d *parser.Document, s, other parser.Span, msg lint.Msg) lint.Finding {
	return lint.Finding{
		File: d.File, Span: s,
		Msg: msg, Args: []any{d.Text(s), d.Text(other)},
		Related: []lint.Related{{File: d.File, Span: other, Msg: lint.Msg{
			"the other spelling", "toinen kirjoitusasu", "den andra stavningen"}}},
		Fixes: []lint.Fix{{
			Title: lint.Msg{"write “%s” here", "kirjoita tähän ”%s”", "skriv ”%s” här"},
			Args:  []any{d.Text(other)},
			Edits: []lint.Edit{{File: d.File, Span: s, New: d.Text(other)}},
		}},
	}
}
