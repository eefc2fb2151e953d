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
	if odd, want := oddEnding(d, items); odd >= 0 && !(want == 0 && outOfPlace(p, d, items[odd])) {
		reportEnding(p, d, items, odd, want)
	}
}

// openQuestion reports items that start in a question word and lack the mark
// that other items of the list have. An item that goes on in lower case is a
// question only when all others are.
func openQuestion(p *lint.Pass, d *parser.Document, items []parser.Item) bool {
	questions := 0
	for _, it := range items {
		if ending(d, it) == '?' {
			questions++
		}
	}
	if questions == 0 {
		return false
	}
	found := false
	for i, it := range items {
		text := d.Plain(it.Text)
		if e := ending(d, it); e == '?' || e == ':' || strings.Contains(text, "?") || !asks(d, it) {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(text); (unicode.IsUpper(first) || questions == len(items)-1) && !askedThere(p, d, it) {
			reportEnding(p, d, items, i, '?')
			found = true
		}
	}
	return found
}

// asks reports whether the item starts in a question word, or in a Finnish verb
// with its question suffix.
func asks(d *parser.Document, it parser.Item) bool {
	word := ""
	for w := range d.Words(it.Text) {
		word = strings.ToLower(d.Text(w))
		break
	}
	for _, l := range lang.All {
		if (d.Lang == nil || d.Lang == l) && l.QuestionWords[word] {
			return true
		}
	}
	return d.Lang == lang.FI && len(word) > 4 && (strings.HasSuffix(word, "ko") || strings.HasSuffix(word, "kö")) &&
		!slices.Contains([]string{"usko", "verkko", "aukko", "lakko", "ukko", "viikko", "sammakko", "laatikko", "poliitikko"}, word)
}

// askedThere reports whether the item is a question in the other language, which
// question-mismatch tells.
func askedThere(p *lint.Pass, d *parser.Document, it parser.Item) bool {
	side := p.Side(d)
	if side == nil {
		return false
	}
	u := d.UnitAt(it.Text)
	if u < 0 {
		return false
	}
	return slices.ContainsFunc(side.Counterparts(u), func(v int) bool {
		return question(side.Other.Plain(side.Other.Units()[v].Text))
	})
}

// outOfPlace reports whether an item that ends as the last one of a list may do so
// because it was the last, as it is in the other language, or comes from elsewhere:
// then other checks tell what was moved, added or has run together.
func outOfPlace(p *lint.Pass, d *parser.Document, it parser.Item) bool {
	side, u := p.Side(d), d.UnitAt(it.Text)
	if side == nil || u < 0 {
		return false
	}
	units := side.Other.Units()
	for _, v := range side.Counterparts(u) {
		item := v
		for item >= 0 && units[item].Kind != parser.KindItem {
			item = units[item].Parent
		}
		if item < 0 {
			continue
		}
		next := item + 1
		for next < len(units) && units[next].Parent >= item {
			next++
		}
		return next == len(units) || units[next].Parent != units[item].Parent
	}
	return d == p.Pair.Target && extra(side, it)
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
		if last && (want == 0 || want == ',' || want == ';') || e == '.' && abbreviated(d, it) || strings.ContainsRune(":?!", e) || want == '?' || manySentences(d, it) {
			return -1, 0
		}
		return i, want
	}
	return -1, 0
}

// abbreviated reports whether the stop at the end of the item belongs to an
// abbreviation or an ordinal.
func abbreviated(d *parser.Document, it parser.Item) bool {
	text := strings.TrimRight(d.Plain(it.Text), ".)]”\"")
	word := strings.ToLower(text[strings.LastIndexAny(text, " (\n–")+1:])
	for _, l := range lang.All {
		if l.Abbreviations[word] || l.FinalAbbreviations[word] {
			return true
		}
	}
	r, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsDigit(r) || strings.Contains(word, ".")
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
	s := strings.TrimRight(d.Plain(it.Text), ")]”\"’»")
	r, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".?!;:,", r) {
		return r
	}
	return 0
}

func reportEnding(p *lint.Pass, d *parser.Document, items []parser.Item, i int, want rune) {
	it := items[i]
	_, size := utf8.DecodeLastRuneInString(d.Plain(it.Text))
	f := lint.Finding{
		File: d.File, Span: parser.Span{Start: it.Text.End - size, End: it.Text.End},
		Msg: lint.Msg{
			"the other items end in “%c”, this one does not",
			"muiden kohtien lopussa on ”%c”, tämän lopussa ei",
			"de andra punkterna slutar med ”%c”, den här gör det inte",
		},
		Args: []any{want},
	}
	at := parser.Span{Start: it.Text.End, End: it.Text.End}
	title := lint.Msg{"add “%c”", "lisää ”%c”", "lägg till ”%c”"}
	switch has := ending(d, it); {
	case want == 0:
		f.Msg = lint.Msg{
			"this item ends in “%c”, the others have no mark at the end",
			"tämän kohdan lopussa on ”%c”, muiden lopussa ei ole välimerkkiä",
			"punkten slutar med ”%c”, de andra saknar skiljetecken i slutet",
		}
		f.Args = []any{has}
		title = lint.Msg{"remove it", "poista se", "ta bort det"}
		at.Start -= size
		if d.Text(at) != string(has) {
			p.Report(f)
			return
		}
	case want == '?':
		f.Msg = lint.Msg{"this question does not end in “%c”", "kysymyksen lopusta puuttuu ”%c”", "frågan slutar inte med ”%c”"}
		if has != 0 && d.Text(f.Span) == string(has) {
			at.Start -= size
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
