package checks

import (
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// UnevenListEnding finds the one item of a list that ends unlike its siblings: a
// question without its mark, or a full stop where no other item has one.
var UnevenListEnding = &lint.Check{
	Name:     "uneven-list-ending",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for _, b := range d.Blocks {
			if l, ok := b.(*parser.List); ok {
				unevenEndings(p, d, l.Items)
			}
		}
	},
}

func unevenEndings(p *lint.Pass, d *parser.Document, items []parser.Item) {
	for _, it := range items {
		if len(it.Items) > 0 {
			unevenEndings(p, d, it.Items)
		}
	}
	if openQuestion(p, d, items) {
		return
	}
	if odd, want := oddEnding(d, items); odd >= 0 {
		reportEnding(p, d, items, odd, want)
	}
}

// openQuestion reports items that start in a question word and lack the mark
// that the other questions of the list have.
func openQuestion(p *lint.Pass, d *parser.Document, items []parser.Item) bool {
	asked := -1
	for i, it := range items {
		if ending(d, it) == '?' {
			asked = i
		}
	}
	if asked < 0 {
		return false
	}
	found := false
	for i, it := range items {
		if e := ending(d, it); e != '?' && e != ':' && asks(d, it) && !strings.Contains(d.Text(it.Text), "?") {
			reportEnding(p, d, items, i, '?')
			found = true
		}
	}
	return found
}

func asks(d *parser.Document, it parser.Item) bool {
	word := ""
	for w := range d.Words(it.Text) {
		word = strings.ToLower(d.Text(w))
		break
	}
	if d.Lang == nil {
		return lang.FI.QuestionWords[word] || lang.SV.QuestionWords[word]
	}
	return d.Lang.QuestionWords[word]
}

// oddEnding returns the only item that ends unlike all others, and how those
// end; -1 when there is none. The last item may close the list with a full stop
// that no other has, and a question is none the worse for standing alone.
func oddEnding(d *parser.Document, items []parser.Item) (int, rune) {
	const fewest = 4
	if len(items) < fewest {
		return -1, 0
	}
	count := map[rune]int{}
	for _, it := range items {
		count[ending(d, it)]++
	}
	want, most := rune(0), 0
	for _, r := range []rune{0, '.', '?', ';', ',', '!'} {
		if count[r] > most {
			want, most = r, count[r]
		}
	}
	if most != len(items)-1 {
		return -1, 0
	}
	for i, it := range items {
		e := ending(d, it)
		if e == want {
			continue
		}
		last := i == len(items)-1
		if last && (want == 0 || want == ',' || want == ';') || strings.ContainsRune(":?!", e) || want == '?' || manySentences(d, it) {
			return -1, 0
		}
		return i, want
	}
	return -1, 0
}

// manySentences reports whether the item is a text of its own, which has full
// stops whatever its siblings do.
func manySentences(d *parser.Document, it parser.Item) bool {
	n := 0
	for range d.Sentences(it.Text) {
		n++
	}
	return n > 1
}

// ending returns the mark at the end of the item, brackets and quotes left out;
// 0 when there is none.
func ending(d *parser.Document, it parser.Item) rune {
	s := strings.TrimRight(d.Text(it.Text), ")]”\"’»")
	r, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".?!;:,", r) {
		return r
	}
	return 0
}

func reportEnding(p *lint.Pass, d *parser.Document, items []parser.Item, i int, want rune) {
	it := items[i]
	_, size := utf8.DecodeLastRuneInString(d.Text(it.Text))
	f := lint.Finding{
		File: d.File, Span: parser.Span{Start: it.Text.End - size, End: it.Text.End},
		Msg: lint.Msg{
			"this item does not end in “%c” as the others do",
			"tämän kohdan lopussa ei ole merkkiä ”%c” kuten muissa",
			"punkten slutar inte med ”%c” som de andra",
		},
		Args: []any{want},
	}
	at := parser.Span{Start: it.Text.End, End: it.Text.End}
	title := lint.Msg{"add “%c”", "lisää ”%c”", "lägg till ”%c”"}
	switch has := ending(d, it); {
	case want == 0:
		f.Msg = lint.Msg{
			"this item ends in “%c”, the others in no mark",
			"tämän kohdan lopussa on ”%c”, muissa ei ole merkkiä",
			"punkten slutar med ”%c”, de andra utan skiljetecken",
		}
		f.Args = []any{has}
		title = lint.Msg{"remove it", "poista se", "ta bort det"}
		at.Start -= size
		if d.Text(at) != string(has) {
			p.Report(f)
			return
		}
	case has != 0 && d.Text(f.Span) == string(has):
		at.Start -= size
		title = lint.Msg{"write “%c”", "kirjoita ”%c”", "skriv ”%c”"}
	}
	fix := lint.Fix{Title: title, Edits: []lint.Edit{{File: d.File, Span: at}}}
	if want != 0 {
		fix.Args, fix.Edits[0].New = []any{want}, string(want)
	}
	f.Fixes = []lint.Fix{fix}
	p.Report(f)
}
