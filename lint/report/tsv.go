package report

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tsvColumns are the columns of TSV.
var tsvColumns = []string{"severity", "check", "step", "path", "line", "column", "message", "source", "target", "fix", "key"}

// TSV writes a table for a spreadsheet: a head and a row for each finding, with
// the Finnish (source) and the Swedish (target) text that it is about, as far as it
// is about one. Columns are separated by tabs; no cell holds a tab or a line end, and
// none begins with a quote, so that it does not matter whether the reader knows
// quotes, nor with what would make it a formula: an apostrophe stands before. The
// table begins with a byte order mark, without which spreadsheets take the text for
// another encoding.
func TSV(w io.Writer, r *Run) error {
	b, lang := bufio.NewWriter(w), r.lang()
	b.WriteString(bom + strings.Join(tsvColumns, "\t") + "\n")
	docs := documentsOf(r.Corpus)
	for i := range r.Findings {
		f := &r.Findings[i]
		at := f.File.Position(shown(f.File, f.Span).Start)
		texts := docs.segments(f)
		var fixes []string
		for _, fix := range f.Fixes {
			fixes = append(fixes, fix.Text(lang))
		}
		for k, value := range []string{
			severity(f).String(), f.Check.Name, f.Step, f.File.Name, strconv.Itoa(at.Line), strconv.Itoa(at.Column),
			f.Text(lang), texts[0], texts[1], strings.Join(fixes, "; "), f.Key(),
		} {
			if k > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(tsvCell(value))
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// tsvCell returns the text on one line, what cannot be seen spelt out, and such that
// it stays a text.
func tsvCell(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && !unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.TrimSpace(visible(s))
	if first, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("=+-@\"＝＋－＠", first) {
		return "'" + s
	}
	return s
}
