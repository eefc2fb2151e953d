package checks

import (
	"strings"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// CommaBeforeJa finds a comma between a suspended compound and "ja" in Finnish:
// "muutos-, päättymis-, ja irtisanomistilanteissa".
var CommaBeforeJa = &lint.Check{
	Name:     "comma-before-ja",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		if d.Lang != lang.FI {
			return
		}
		for s := range d.Texts() {
			text := d.Plain(s)
			for i := 0; ; {
				n := strings.Index(text[i:], "-,")
				if n < 0 {
					break
				}
				i += n + 1
				rest := strings.TrimLeft(text[i+1:], " \r\n")
				if word, ok := joiner(rest); ok && len(rest) < len(text)-i-1 && joinsLast(rest[len(word):]) {
					end := len(text) - len(rest) + len(word)
					reportComma(p, d, d.Source(s, parser.Span{Start: i, End: end}), word)
				}
			}
		}
	},
}

// joiner returns the conjunction that the text starts with, if it joins the last
// part of a series.
func joiner(text string) (string, bool) {
	for _, w := range []string{"ja", "sekä", "tai"} {
		if strings.HasPrefix(text, w+" ") {
			return w, true
		}
	}
	return "", false
}

// joinsLast reports whether the series ends with the next word. Another
// suspended part, or a comma soon after, make the comma one of an insertion:
// "kesä-, ja joskus talvi-, leirejä".
func joinsLast(text string) bool {
	const soon = 60
	if len(text) > soon {
		text = text[:soon]
	}
	text, _, _ = strings.Cut(text, ". ")
	word, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	return word != "" && !strings.HasSuffix(word, ",") && !strings.Contains(text, "-,")
}

func reportComma(p *lint.Pass, d *parser.Document, s parser.Span, word string) {
	p.Report(lint.Finding{
		File: d.File, Span: s,
		Msg:  lint.Msg{"needless comma before “%s” in a plain series", "turha pilkku ”%s”-sanan edessä rinnastuksessa", "onödigt komma före ”%s” i en uppräkning"},
		Args: []any{word},
		Fixes: []lint.Fix{{
			Title: lint.Msg{"remove the comma", "poista pilkku", "ta bort kommat"},
			Edits: []lint.Edit{{File: d.File, Span: parser.Span{Start: s.Start, End: s.Start + 1}}},
			Safe:  true,
		}},
	})
}
