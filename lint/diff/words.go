package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what an Op does.
type Kind int

// The kinds of an Op.
const (
	Equal  Kind = iota // the text stands on both sides
	Delete             // the text stands on the old side alone
	Insert             // the text stands on the new side alone
)

// Op is a stretch of a word diff.
type Op struct {
	Kind Kind
	Text string
}

// Words returns what differs between two texts, word by word. The texts of the
// Equal and Delete ops make up old, those of Equal and Insert make up new. No op
// is empty, no two neighbours are of one kind, a Delete stands before its Insert.
//
// A word is a run of letters, marks and digits; any other code point, or byte
// that is part of none, is a unit of its own.
func Words(old, new string) []Op {
	a, b := tokens(old), tokens(new)
	var ops []Op
	add := func(k Kind, ts []string) {
		if len(ts) > 0 {
			ops = append(ops, Op{k, strings.Join(ts, "")})
		}
	}
	at := 0
	for _, e := range tidy(edits(a, b), a, b) {
		add(Equal, a[at:e.a0])
		add(Delete, a[e.a0:e.a1])
		add(Insert, b[e.b0:e.b1])
		at = e.a1
	}
	add(Equal, a[at:])
	return ops
}

// Format returns the ops as one text, with deletions as [-old-] and insertions
// as {+new+}, as git does. What the texts hold is not escaped.
func Format(ops []Op) string {
	var sb strings.Builder
	for _, op := range ops {
		switch op.Kind {
		case Equal:
			sb.WriteString(op.Text)
		case Delete:
			sb.WriteString("[-" + op.Text + "-]")
		case Insert:
			sb.WriteString("{+" + op.Text + "+}")
		}
	}
	return sb.String()
}

// tokens splits a text into words and single other code points.
func tokens(s string) []string {
	var out []string
	for len(s) > 0 {
		n := 0
		for n < len(s) {
			r, size := utf8.DecodeRuneInString(s[n:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
				break
			}
			n += size
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s)
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// tidy makes the edits readable: two that only blanks keep apart become one,
// what both sides of an edit begin or end with is left out of it, and a word put
// in or taken out carries the blank behind it rather than the one in front.
func tidy(es []edit, a, b []string) []edit {
	var joined, out []edit
	for _, e := range es {
		if k := len(joined) - 1; k >= 0 && blank(a[joined[k].a1:e.a0]) {
			joined[k].a1, joined[k].b1 = e.a1, e.b1
			continue
		}
		joined = append(joined, e)
	}
	for i, e := range joined {
		for e.a0 < e.a1 && e.b0 < e.b1 && a[e.a0] == b[e.b0] {
			e.a0, e.b0 = e.a0+1, e.b0+1
		}
		for e.a0 < e.a1 && e.b0 < e.b1 && a[e.a1-1] == b[e.b1-1] {
			e.a1, e.b1 = e.a1-1, e.b1-1
		}
		end := len(a) // of the equal tokens behind the edit that it may take in
		if i+1 < len(joined) {
			end = joined[i+1].a0 - 1 // one stays between two edits
		}
		if e.a1 < end && (leads(a[e.a1], a[e.a0:e.a1], b[e.b0:e.b1]) || leads(a[e.a1], b[e.b0:e.b1], a[e.a0:e.a1])) {
			e = edit{e.a0 + 1, e.a1 + 1, e.b0 + 1, e.b1 + 1}
		}
		if e.a0 < e.a1 || e.b0 < e.b1 {
			out = append(out, e)
		}
	}
	return out
}

// leads reports whether the token after an edit is a blank that the edit's only
// side begins with, too.
func leads(after string, side, other []string) bool {
	return len(other) == 0 && len(side) > 1 && side[0] == after && blank(side[:1])
}

// blank reports whether the tokens are white space within one line.
func blank(ts []string) bool {
	for _, t := range ts {
		if r, _ := utf8.DecodeRuneInString(t); r == '\n' || !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}
