package checks

import (
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
	text := d.Text(s)
	for i := 0; i < len(text); i++ {
		switch r := rune(text[i]); r {
		case '(', '[':
			open = append(open, bracket{r, i})
		case ')', ']':
			if n := len(open); n > 0 && open[n-1].r == partner[r] {
				open = open[:n-1]
			} else if !enumerates(text[:i]) {
				reportBracket(p, d, s.Start+i)
			}
		}
	}
	for _, b := range open {
		reportBracket(p, d, s.Start+b.at)
	}
}

// enumerates reports whether a closing bracket after this text makes a list
// mark of a number or a letter, "1)" or "a)", or the mouth of a face, ":)".
func enumerates(before string) bool {
	i := len(before)
	for i > 0 && len(before)-i < 3 && before[i-1] >= '0' && before[i-1] <= '9' {
		i--
	}
	if i == len(before) {
		r, n := utf8.DecodeLastRuneInString(before)
		if !unicode.IsLetter(r) && r != ':' && r != '-' && r != ';' {
			return false
		}
		i -= n
	} else if i > 0 && unicode.IsLetter(rune(before[i-1])) {
		// "T1)", "Taso2)"
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(before[:i])
	return i == 0 || unicode.IsSpace(r) || r == ':' || r == ';' || r == '/'
}

func reportBracket(p *lint.Pass, d *parser.Document, at int) {
	s := parser.Span{Start: at, End: at + 1}
	p.Report(lint.Finding{
		File: d.File, Span: s,
		Msg:  lint.Msg{"the bracket “%s” has no partner", "sulkeella ”%s” ei ole paria", "parentesen ”%s” saknar sitt par"},
		Args: []any{d.Text(s)},
	})
}
