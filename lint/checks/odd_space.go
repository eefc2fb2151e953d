package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// OddSpace finds spaces that no reader sees and every search trips over: double,
// no-break and zero-width ones, and a level label run together with its number.
var OddSpace = &lint.Check{
	Name:     "odd-space",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for s := range d.Texts() {
			oddSpaces(p, d, s)
		}
		for _, b := range d.Blocks {
			if t, ok := b.(*parser.Table); ok {
				gluedLabels(p, d, t)
			}
		}
	},
}

var spaceNames = map[rune]lint.Msg{
	' ':      {"a double space", "kaksi välilyöntiä peräkkäin", "två mellanslag i följd"},
	'\u00A0': {"a no-break space", "sitova välilyönti", "ett hårt mellanslag"},
	'\u202F': {"a narrow no-break space", "kapea sitova välilyönti", "ett smalt hårt mellanslag"},
	'\u2007': {"a figure space", "numeron levyinen välilyönti", "ett siffermellanslag"},
	'\u2009': {"a thin space", "ohut välilyönti", "ett tunt mellanslag"},
	'\u200B': {"a zero-width space", "leveydetön välilyönti", "ett mellanslag utan bredd"},
	'\u2060': {"a word joiner", "näkymätön sananliitin", "en osynlig ordfog"},
	'\uFEFF': {"a byte order mark inside the text", "tavujärjestysmerkki tekstin sisällä", "ett byteordningsmärke inne i texten"},
}

// oddSpaces reports each run of space in the text that holds an odd one or more
// than one.
func oddSpaces(p *lint.Pass, d *parser.Document, s parser.Span) {
	text := d.Plain(s)
	for i := 0; i < len(text); {
		if c := text[i]; c != ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		n, odd := spaceRun(text[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		indent := i > 0 && text[i-1] == '\n' // of a line that goes on
		if odd != 0 && !indent && !binds(text, i, n) {
			report(p, d, d.Source(s, parser.Span{Start: i, End: i + n}), odd, text[:i], text[i+n:])
		}
		i += n
	}
}

// spaceRun returns the length of the run of spaces at the start of s and the
// first odd one in it: ' ' for a double space, 0 when there is nothing odd.
// Line breaks end a run and the spaces around them are nobody's business.
func spaceRun(s string) (n int, odd rune) {
	plain := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == ' ' {
			plain++
		} else if _, ok := spaceNames[r]; ok {
			if odd == 0 {
				odd = r
			}
		} else {
			if r == '\n' || r == '\r' {
				return n, 0
			}
			break
		}
		n += size
	}
	if odd == 0 && plain > 1 {
		odd = ' '
	}
	return n, odd
}

// binds reports whether the run is one no-break space where good typography
// wants it: between a number and what it counts, after § and initials, in
// abbreviations, or before a dash or a suffix.
func binds(text string, i, n int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	if size != n || r != '\u00A0' && r != '\u202F' && r != '\u2009' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	return unicode.IsDigit(before) || unicode.IsDigit(after) && before != ')' ||
		strings.ContainsRune("§%–—»", before) || strings.ContainsRune("-–—«%€§", after) || abbreviates(text[:i])
}

// abbreviates reports whether the text ends in an initial or a short part of an
// abbreviation with its stop: "A.", "t.".
func abbreviates(before string) bool {
	word := before[strings.LastIndexAny(before, " \n(")+1:]
	if !strings.HasSuffix(word, ".") {
		return false
	}
	name := strings.ToLower(strings.TrimSuffix(word, "."))
	return utf8.RuneCountInString(name) <= 2 || lang.FI.Abbreviations[name] || lang.SV.Abbreviations[name]
}

func report(p *lint.Pass, d *parser.Document, s parser.Span, odd rune, before, after string) {
	put := " "
	if l, _ := utf8.DecodeLastRuneInString(before); zeroWidth(d.Plain(s)) && (!strings.ContainsRune(",;:.!?…)”\"", l) || !startsWord(after)) {
		put = ""
	}
	p.Report(lint.Finding{
		File: d.File, Span: s,
		Msg:   lint.Msg{"%[1]s", "%[2]s", "%[3]s"},
		Args:  []any{spaceNames[odd].EN, spaceNames[odd].FI, spaceNames[odd].SV},
		Fixes: []lint.Fix{spaceFix(d, s, put)},
	})
}

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func spaceFix(d *parser.Document, s parser.Span, put string) lint.Fix {
	title := lint.Msg{"use one normal space", "käytä yhtä tavallista välilyöntiä", "använd ett vanligt mellanslag"}
	if put == "" {
		title = lint.Msg{"remove it", "poista se", "ta bort det"}
	}
	return lint.Fix{Title: title, Edits: []lint.Edit{{File: d.File, Span: s, New: put}}, Safe: true}
}

// zeroWidth reports whether nothing in the run has a width.
func zeroWidth(run string) bool {
	return strings.Trim(run, "\u200B\u2060\uFEFF") == ""
}

// gluedLabels reports "Taso2)" for "Taso 2)".
func gluedLabels(p *lint.Pass, d *parser.Document, t *parser.Table) {
	for _, l := range t.Levels {
		label := d.Text(l.Label)
		i := strings.IndexAny(label, "0123456789")
		if l.Label.Start >= l.Name.Start || i <= 1 || strings.IndexFunc(label[:i], unicode.IsSpace) >= 0 {
			continue
		}
		at := parser.Span{Start: l.Label.Start + i, End: l.Label.Start + i}
		p.Report(lint.Finding{
			File: d.File, Span: l.Label,
			Msg:  lint.Msg{"no space before the number in “%s”", "numeron edestä puuttuu välilyönti: ”%s”", "mellanslag saknas före siffran i ”%s”"},
			Args: []any{label},
			Fixes: []lint.Fix{{
				Title: lint.Msg{"add the space", "lisää väli", "lägg till mellanslaget"},
				Edits: []lint.Edit{{File: d.File, Span: at, New: " "}},
				Safe:  true,
			}},
		})
	}
}
