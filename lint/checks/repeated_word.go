package checks

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// RepeatedWord finds a word that stands twice in a row.
var RepeatedWord = &lint.Check{
	Name:     "repeated-word",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for s := range d.Texts() {
			repeatedWords(p, d, s)
		}
	},
}

// emphatic words are doubled on purpose, or meet their own kind in sound
// sentences ("se se on").
var emphatic = map[string]bool{
	"hyvin": true, "niin": true, "yhä": true, "pois": true, "kauan": true, "pian": true,
	"se": true, "ne": true, "mitä": true, "sitä": true,
	"tuli": true, "voi": true, "joka": true,
	"mycket": true, "långt": true,
	"jo": true, "nej": true,
}

// A Swedish clause may end in the verb that goes on after it.
var mainVerbs = map[string]bool{"är": true, "var": true, "har": true, "kan": true, "vill": true, "ska": true, "får": true, "gör": true, "blir": true}

// meetsItself reports whether the grammar of Swedish brings the word, a finite verb
// or "det", together with its like between what stands before and after the two.
func meetsItself(before, word, after string) bool {
	const near = 3 // words between the verb and what begins its clause, and one
	if word != "det" && !mainVerbs[word] {
		return false
	}
	if n := 20 * (near + 2); len(before) > n {
		before = before[len(before)-n:]
	}
	words := strings.Fields(strings.ToLower(before))
	if word == "det" {
		// "tror det det ...", "det det handlar om"
		return len(words) == 0 || !slices.Contains([]string{"när", "eftersom", "medan", "innan"}, words[len(words)-1])
	}
	for k := len(words) - 1; k >= max(0, len(words)-near); k-- {
		subject := k < len(words)-1 // stands between
		switch words[k] {
		case "som":
			// "det som vi har har vi", "den som kan kan", but not "den som har har"
			return subject || k > 0 && anyone[words[k-1]] && !slices.Contains([]string{"är", "var", "har", "blir"}, word)
		case "man", "vad", "hur", "vem":
			return true
		case "när", "om":
			// "om det är är det", "när det är är oklart"
			return subject && (pronouns[firstOf(after)] || words[k] == "när" && (word == "är" || word == "var"))
		}
	}
	return false
}

// anyone holds what "som" alone makes a subject of, pronouns what may follow the
// verb of a main clause.
var (
	anyone   = map[string]bool{"den": true, "de": true, "dem": true, "det": true, "alla": true, "var": true}
	pronouns = map[string]bool{"jag": true, "du": true, "han": true, "hon": true, "hen": true, "den": true, "det": true, "man": true, "vi": true, "ni": true, "de": true}
)

// firstOf returns the first word of the text, in lower case.
func firstOf(s string) string {
	s = strings.TrimLeft(s, " ")
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		i = len(s)
	}
	return strings.ToLower(s[:i])
}

func repeatedWords(p *lint.Pass, d *parser.Document, s parser.Span) {
	text := d.Plain(s)
	weighed, foreign := false, false // a text in another language may repeat what it likes
	var last parser.Span             // the word before, relative to text
	for i := 0; i < len(text); {
		n := strings.IndexFunc(text[i:], unicode.IsSpace)
		if n < 0 {
			n = len(text) - i
		}
		if n > 0 {
			w := parser.Span{Start: i, End: i + n}
			if last.End > 0 && !foreign && sameWord(text, last, w) {
				if !weighed {
					weighed, foreign = true, lang.Weigh(text).Foreign()
				}
				if !foreign {
					reportRepeat(p, d, s, last, w, text)
				}
			}
			last = w
		}
		i += n
		if i < len(text) {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
}

// sameWord reports whether two neighbours are the same word of letters; marks
// may stand before the first and after the second only.
func sameWord(text string, a, b parser.Span) bool {
	const small = 0x20 // the bit by which letters of ASCII differ
	if x, y := text[a.Start]|small, text[b.Start]|small; x != y && 'a' <= x && x <= 'z' {
		return false // most words begin with another letter
	}
	first, second := text[a.Start:a.End], strings.TrimRight(text[b.Start:b.End], ".,;:!?)»”\"")
	if len(first) > 2*len(second)+8 || len(second) < 2 && second != "i" {
		return false
	}
	first = strings.TrimLeft(first, "(«”\"")
	if !strings.EqualFold(first, second) {
		return false
	}
	for _, r := range second {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	word := strings.ToLower(second)
	if r, _ := utf8.DecodeRuneInString(second); !unicode.IsLower(r) && !common(word) {
		return false // a name: "Bora Bora"
	}
	return !emphatic[word] && !meetsItself(text[:a.Start], word, text[b.End:])
}

// common reports whether the word is one that no name consists of.
func common(word string) bool {
	for _, l := range lang.All {
		if l.FunctionWords[word] || l.QuestionWords[word] {
			return true
		}
	}
	return false
}

func reportRepeat(p *lint.Pass, d *parser.Document, s, a, b parser.Span, text string) {
	word := strings.TrimRight(text[b.Start:b.End], ".,;:!?)»”\"")
	again := d.Source(s, parser.Span{Start: b.Start, End: b.Start + len(word)})
	cut := d.Source(s, parser.Span{Start: a.End, End: b.Start + len(word)})
	if strings.Contains(text[a.End:b.Start], "\n") {
		// The line break stays; the space behind the word goes.
		cut.Start = again.Start
		if strings.HasPrefix(d.Src[cut.End:], " ") {
			cut.End++
		}
	}
	p.Report(lint.Finding{
		File: d.File, Span: again,
		Msg:  lint.Msg{"the word “%s” stands twice in a row", "sana ”%s” on kahdesti peräkkäin", "ordet ”%s” står två gånger i följd"},
		Args: []any{word},
		Fixes: []lint.Fix{{
			Title: lint.Msg{"remove the second one", "poista jälkimmäinen", "ta bort det andra"},
			Edits: []lint.Edit{{File: d.File, Span: cut}},
			// "joka joka päivä" may be meant.
			Safe: !common(strings.ToLower(word)),
		}},
	})
}
