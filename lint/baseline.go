package lint

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/steplint/steplint/parser"
)

// Baseline is a list of findings that are known and accepted.
type Baseline struct {
	// File is what it was read from; its zero value has no name and no text.
	File *parser.File
	// Entries accept a finding each, no two the same one.
	Entries []Entry
}

// Entry accepts one finding. Check, step, text and number identify it, never a
// line: text that moves within its step stays accepted.
type Entry struct {
	Step, Check string
	Text        string // the start of the unit's text, for people
	Unit        string // identifies the whole text; 16 hexadecimal digits
	Number      int    // among findings that share step, check and unit, from 1
	Until       string // the last day on which it holds, as 2027-01-31; "" for always
	By          string // who accepts it; may be empty
	Reason      string // may be empty
	// Span is the line that the entry was read from, empty for a new one.
	Span parser.Span
}

// NewEntry returns the entry that accepts the finding, for always and without a
// reason.
func NewEntry(f Finding) Entry {
	return Entry{Step: f.Step, Check: f.Check.Name, Text: startOf(f.Unit), Unit: unitID(f.Unit), Number: f.ordinal + 1}
}

// Key is that of the finding which the entry accepts.
func (e Entry) Key() string { return keyOf(e.Check, e.Step, e.Unit, e.Number) }

// expired reports whether the entry holds no more on that day; on the day "" all
// entries hold.
func (e Entry) expired(today string) bool { return e.Until != "" && e.Until < today }

// Put adds the entry. It takes the place of the one that accepts the same
// finding, if there is any.
func (b *Baseline) Put(e Entry) {
	same := func(x Entry) bool {
		return x.Step == e.Step && x.Check == e.Check && x.Unit == e.Unit && x.Number == e.Number
	}
	if i := slices.IndexFunc(b.Entries, same); i >= 0 {
		b.Entries[i] = e
		return
	}
	b.Entries = append(b.Entries, e)
}

// ParseDate returns the day if it is one as 2027-01-31.
func ParseDate(s string) (string, bool) {
	_, err := time.Parse(time.DateOnly, s)
	return s, err == nil
}

// shownText is the number of code points of a unit's text that an entry shows.
const shownText = 60

// startOf returns the start of a text as an entry shows it.
func startOf(text string) string {
	if len(text) > keyedText {
		text = strings.ToValidUTF8(text[:keyedText], "")
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= shownText {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:shownText-1]), " ") + "…"
}

// Write writes the baseline: a line an entry, sorted, so that two people's
// changes merge. The same entries make the same bytes.
func (b *Baseline) Write(w io.Writer) error {
	lines := make([]string, 0, len(b.Entries))
	for _, e := range b.Entries {
		lines = append(lines, e.line())
	}
	slices.SortFunc(lines, func(a, b string) int { return cmp.Compare(a, b) })
	_, err := io.WriteString(w, baselineHead+baselineColumns+strings.Join(lines, ""))
	return err
}
