package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// UnbalancedBracket finds round and square brackets without their partner in the
// same heading, paragraph, item or paragraph of a cell.
var UnbalancedBracket = &lint.Check{
	Name:     "unbalanced-bracket",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for s := range d.Texts() {
			unbalanced(p, d, s)
		}
	},
}

type bracket struct {
	r  rune
	at int
}

var partner = map[rune]rune{')': '(', ']': '['}

func unbalanced(p *lint.Pass, d *parser.Document, s parser.Span) {
	var open []bracket
	marks := 0 // brackets closed by what may have been a list mark
	text := d.Plain(s)
	for i := range len(text) {
		switch r := rune(text[i]); r {
		case '(', '[':
			open = append(open, bracket{r, i})
		case ')', ']':
			n := len(open)
			mark := r == ')' && enumerates(text[:i])
			switch {
			case n > 0 && open[n-1].r == partner[r]:
				open = open[:n-1]
				if mark {
					marks++
				}
			case mark:
			case n > 1 && open[n-2].r == partner[r]:
				// "(a [b)": the inner one lost its partner.
				reportBracket(p, d, s, open[n-1].at)
				open = open[:n-2]
			case r == ')' && marks > 0:
				marks-- // "(1) a and 2) b)": it was a list mark
			default:
				reportBracket(p, d, s, i)
			}
		}
	}
	for _, b := range open {
		reportBracket(p, d, s, b.at)
	}
}

// enumerates reports whether a closing bracket after this text makes a list
// mark of a number or a letter, "1)", "a)", "1a)", "ii)" or "Taso2)", or the
// mouth of a face, ":)".
func enumerates(before string) bool {
	i := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	last := rune(' ')
	if i >= 0 {
		last, _ = utf8.DecodeRuneInString(before[i:])
		i += utf8.RuneLen(last)
	}
	word := before[max(i, 0):]
	if word == "" {
		return last == ':' || last == ';' || last == '-' && strings.HasSuffix(before, ":-")
	}
	if !unicode.IsSpace(last) && !strings.ContainsRune("/–-(", last) {
		return false
	}
	first, size := utf8.DecodeRuneInString(word)
	return size == len(word) || strings.Trim(word, "ivx") == "" ||
		strings.ContainsAny(word[len(word)-1:], "0123456789") && len(word) <= 12 || unicode.IsDigit(first) && len(word) <= 4
}

func reportBracket(p *lint.Pass, d *parser.Document, text parser.Span, i int) {
	s := d.Source(text, parser.Span{Start: i, End: i + 1})
	p.Report(lint.Finding{
		File: d.File, Span: s,
		Msg:  lint.Msg{"the bracket “%s” has no partner", "sulkeella ”%s” ei ole paria", "parentesen ”%s” saknar sin andra hälft"},
		Args: []any{d.Text(s)},
	})
}
