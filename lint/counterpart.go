package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// maxQuote is the length in code points of the texts that messages quote.
const maxQuote = 60

// Quote returns the text of the span for use in a message: white space evened
// out and cut to a length that reads well.
func Quote(d *parser.Document, s parser.Span) string {
	const window = 8 * maxQuote // bytes: enough for maxQuote code points and some white space
	text := d.Text(s)
	cut := len(text) > window
	if cut {
		text = strings.ToValidUTF8(text[:window], "")
	}
	text = strings.Join(strings.Fields(text), " ")
	if !cut && utf8.RuneCountInString(text) <= maxQuote {
		return text
	}
	out := []rune(text)
	out = out[:min(len(out), maxQuote)]
	short := string(out)
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}

// doubtful is the probability below which a finding from the alignment is a
// note and no more.
const doubtful = 0.5

var (
	thisUnit    = Msg{"the Finnish text has it here", "suomenkielisessä tekstissä se on tässä", "i den finska texten står det här"}
	placeAfter  = Msg{"its place in the Finnish text would be after this", "suomenkielisessä tekstissä sen paikka olisi tämän jälkeen", "i den finska texten skulle det stå efter detta"}
	placeBefore = Msg{"its place in the Finnish text would be before this", "suomenkielisessä tekstissä sen paikka olisi ennen tätä", "i den finska texten skulle det stå före detta"}
)

// Missing reports that unit u of the source has no counterpart: at the place in
// the target where it should stand, with the unit as the related place. msg
// takes the quoted text of the unit, then args.
func (p *Pass) Missing(pair *corpus.Pair, u int, msg Msg, args ...any) {
	side := pair.FromSource()
	unit := side.Doc.Units()[u]
	at, _ := side.Place(u)
	p.Report(Finding{
		Severity: sure(side.Score(u)),
		File:     side.Other.File, Span: at,
		Msg: msg, Args: append([]any{Quote(side.Doc, unit.Text)}, args...),
		Related: []Related{{File: side.Doc.File, Span: unit.Span, Msg: thisUnit}},
		Unit:    side.Doc.Text(unit.Text),
	})
}

// Extra reports that unit u of the target has no counterpart: at the unit, with
// the place in the source where it would stand. msg takes the quoted text of
// the unit, then args.
func (p *Pass) Extra(pair *corpus.Pair, u int, msg Msg, args ...any) {
	side := pair.FromTarget()
	unit := side.Doc.Units()[u]
	at, after := side.Place(u)
	where := placeBefore
	if after {
		where = placeAfter
	}
	p.Report(Finding{
		Severity: sure(side.Score(u)),
		File:     side.Doc.File, Span: unit.Span,
		Msg: msg, Args: append([]any{Quote(side.Doc, unit.Text)}, args...),
		Related: []Related{{File: side.Other.File, Span: at, Msg: where}},
	})
}

// sure returns the severity of a finding of that probability: zero, which is
// the check's own, or Info.
func sure(score float64) Severity {
	if score < doubtful {
		return Info
	}
	return 0
}
