package checks

import (
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// NoFinalNewline finds files whose last line has no line end.
var NoFinalNewline = &lint.Check{
	Name:     "no-final-newline",
	Severity: lint.Info,
	Document: func(p *lint.Pass, d *parser.Document) {
		if d.Src == "" || strings.HasSuffix(d.Src, "\n") || strings.HasSuffix(d.Src, "\r") {
			return
		}
		_, size := utf8.DecodeLastRuneInString(d.Src)
		eol := "\n"
		if strings.Contains(d.Src, "\r\n") {
			eol = "\r\n"
		}
		end := len(d.Src)
		p.Report(lint.Finding{
			File: d.File, Span: parser.Span{Start: end - size, End: end},
			Msg: lint.Msg{"the last line has no line end", "viimeiseltä riviltä puuttuu rivinvaihto", "sista raden saknar radslut"},
			Fixes: []lint.Fix{{
				Title: lint.Msg{"add it", "lisää se", "lägg till det"},
				Edits: []lint.Edit{{File: d.File, Span: parser.Span{Start: end, End: end}, New: eol}},
				Safe:  true,
			}},
		})
	},
}
