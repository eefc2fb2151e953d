package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
)

// maxQuote is the length in code points of the texts that messages quote.
const maxQuote = 60

// Quote returns the text of the span for use in a message: white space evened
// out and cut to a length that reads well.
func Quote(d *parser.Document, s parser.Span) string {
	const window = 8 * maxQuote // bytes: enough for maxQuote code points and some white space
	text := d.Plain(s)
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

// QuoteUnit returns the text of the unit for use in a message; of a list, table
// or row the first text that it holds.
func QuoteUnit(d *parser.Document, u int) string {
	units := d.Units()
	switch units[u].Kind {
	case parser.KindTable:
		if t, ok := d.Blocks[units[u].Block].(*parser.Table); ok && !t.Header.Empty() {
			return Quote(d, t.Header)
		}
		fallthrough
	case parser.KindList, parser.KindRow:
		for i := u + 1; i < len(units); i++ {
			if units[i].Leaf() {
				return Quote(d, units[i].Text)
			}
		}
	}
	return Quote(d, units[u].Text)
}

// doubtful is the probability below which a finding from the alignment is a
// note and no more.
const doubtful = 0.5

// likely is the probability from which one of two units may be said to lack a
// counterpart although it is not known which.
const likely = 0.8

var (
	thisUnit        = Msg{"the Finnish text has it here", "suomenkielisessä tekstissä se on tässä", "här i den finska texten"}
	joinedUnit      = Msg{"one of those that it stands for", "yksi niistä, joita se vastaa", "en av dem som den motsvarar"}
	counterpartHere = Msg{"the counterpart of the rest", "muun tekstin vastine", "motsvarigheten till resten"}
	placeAfter      = Msg{"its place in the Finnish text would be after this", "suomenkielisessä tekstissä sen paikka olisi tämän jälkeen", "i den finska texten skulle det stå efter detta"}
	placeBefore     = Msg{"its place in the Finnish text would be before this", "suomenkielisessä tekstissä sen paikka olisi ennen tätä", "i den finska texten skulle det stå före detta"}
	afterThis       = Msg{", after this", ", tämän jälkeen", ", efter detta"}
	beforeThis      = Msg{", before this", ", ennen tätä", ", före detta"}
	otherUnit       = Msg{"it may be this one", "se voi olla tämä", "det kan vara den här"}
	eitherMissing   = Msg{"“%s” or “%s” is missing from the Swedish text", "”%s” tai ”%s” puuttuu ruotsinkielisestä tekstistä", "”%s” eller ”%s” saknas i den svenska texten"}
	eitherExtra     = Msg{"“%s” or “%s” has no counterpart in the Finnish text", "tekstillä ”%s” tai ”%s” ei ole vastinetta suomenkielisessä tekstissä", "”%s” eller ”%s” har ingen motsvarighet i den finska texten"}
	unlike          = Msg{
		"this does not look like a translation of “%s”",
		"tämä ei näytä vastaavan tekstiä ”%s”",
		"detta ser inte ut att motsvara ”%s”",
	}
)

// Missing reports that units of the source that belong together have no
// counterpart: at the place in the target where they should stand, with the
// units as the related place. Where another text stands in its place the
// two are one finding, a note. msg takes the quoted text of the first unit and,
// when there are several, their number; where they should stand is added to it.
func (p *Pass) Missing(pair *corpus.Pair, units []int, msg Msg) {
	side, u := pair.FromSource(), units[0]
	unit := side.Doc.Units()[u]
	f := Finding{
		Severity: severity(side, units...),
		File:     side.Other.File,
		Msg:      msg, Args: quoteUnits(side.Doc, units),
		Related: []Related{{File: side.Doc.File, Span: allOf(side.Doc, units), Msg: thisUnit}},
		Unit:    side.Doc.Plain(unit.Text),
	}
	if v := side.Instead(u); v >= 0 {
		f.Severity, f.Span = Info, side.Other.Units()[v].Span
		f.Msg, f.Args = unlike, f.Args[:1]
	} else {
		f.either(side, units, eitherMissing)
		msg = f.Msg
		at, after := side.Place(u)
		f.Span = at
		where := beforeThis
		if after {
			where = afterThis
		}
		f.Msg = Msg{msg.EN + where.EN, msg.FI + where.FI, msg.SV + where.SV}
	}
	p.Report(f)
}

// Joined reports that unit u of the source has run together with the one before
// it: at the unit of the target that holds both, with all that stand for it as
// related places. msg takes the quoted text of the unit.
func (p *Pass) Joined(pair *corpus.Pair, u int, msg Msg) {
	side := pair.FromSource()
	target := side.Counterparts(u)[0]
	f := Finding{
		Severity: severity(side, u),
		File:     side.Other.File, Span: side.Other.Units()[target].Span,
		Msg: msg, Args: []any{QuoteUnit(side.Doc, u)},
		Unit: side.Doc.Plain(side.Doc.Units()[u].Text),
	}
	for _, v := range pair.FromTarget().Counterparts(target) {
		f.Related = append(f.Related, Related{File: side.Doc.File, Span: side.Doc.Units()[v].Span, Msg: joinedUnit})
	}
	p.Report(f)
}

// Extra reports that units of the target that belong together have no
// counterpart: at the units, with the place in the source where it would
// stand. Where the source has another text in its place, Missing has told it.
// msg takes what that of Missing takes.
func (p *Pass) Extra(pair *corpus.Pair, units []int, msg Msg) {
	side, u := pair.FromTarget(), units[0]
	if side.Instead(u) >= 0 {
		return
	}
	at, after := side.Place(u)
	where := placeBefore
	if after {
		where = placeAfter
	}
	f := Finding{
		Severity: severity(side, units...),
		File:     side.Doc.File, Span: allOf(side.Doc, units),
		Msg: msg, Args: quoteUnits(side.Doc, units),
		Related: []Related{{File: side.Other.File, Span: at, Msg: where}},
	}
	if len(units) > 1 {
		f.Unit = side.Doc.Text(side.Doc.Units()[u].Text)
	}
	f.either(side, units, eitherExtra)
	p.Report(f)
}

// either makes of a finding about one unit without counterpart one that names the
// unit beside it as well, when it may be that one; that one of the two has none may
// be sure for all that.
func (f *Finding) either(side *corpus.Side, units []int, msg Msg) {
	u := units[0]
	v := side.Rival(u)
	if len(units) > 1 || v < 0 || side.SameText(u, v) {
		return
	}
	if side.Lacking(u, v) >= likely && !side.FitsNeighbour(u) {
		f.Severity = 0
	}
	f.Msg, f.Args = msg, []any{QuoteUnit(side.Doc, min(u, v)), QuoteUnit(side.Doc, max(u, v))}
	if f.File != side.Doc.File {
		f.Related[0].Msg = otherUnit
	}
	f.Related = append(f.Related, Related{File: side.Doc.File, Span: side.Doc.Units()[v].Span, Msg: otherUnit})
}

// MissingPart reports that a part of a sentence of the source has no counterpart:
// at the counterpart of the sentence. msg takes the quoted text of the part.
func (p *Pass) MissingPart(pair *corpus.Pair, part align.Part, msg Msg) {
	side := pair.FromSource()
	p.Report(Finding{
		Severity: partSeverity(part),
		File:     side.Other.File, Span: side.Other.Units()[side.Counterparts(part.Unit)[0]].Span,
		Msg: msg, Args: []any{Quote(side.Doc, part.Text)},
		Related: []Related{{File: side.Doc.File, Span: part.Text, Msg: thisUnit}},
		Unit:    side.Doc.Plain(part.Text),
	})
}

// ExtraPart reports that a part of a sentence of the target has no counterpart.
// msg takes the quoted text of the part.
func (p *Pass) ExtraPart(pair *corpus.Pair, part align.Part, msg Msg) {
	side := pair.FromTarget()
	p.Report(Finding{
		Severity: partSeverity(part),
		File:     side.Doc.File, Span: part.Text,
		Msg: msg, Args: []any{Quote(side.Doc, part.Text)},
		Related: []Related{{File: side.Other.File, Span: side.Other.Units()[side.Counterparts(part.Unit)[0]].Span, Msg: counterpartHere}},
	})
}

func partSeverity(part align.Part) Severity {
	if part.Score >= doubtful {
		return 0
	}
	return Info
}

// allOf returns the span from the first of the units to the last.
func allOf(d *parser.Document, units []int) parser.Span {
	s := d.Units()[units[0]].Span
	for _, u := range units[1:] {
		s.End = max(s.End, d.Units()[u].Span.End)
	}
	return s
}

func quoteUnits(d *parser.Document, units []int) []any {
	args := []any{QuoteUnit(d, units[0])}
	if len(units) > 1 {
		args = append(args, len(units))
	}
	return args
}

// Sure reports whether it is probable enough that one of the units has no
// counterpart: otherwise it may be another one beside it, unless that has the same
// text, or a sentence that is said together with its neighbour.
func Sure(side *corpus.Side, units ...int) bool {
	return slices.ContainsFunc(units, func(u int) bool {
		if side.FitsNeighbour(u) {
			return false
		}
		v := side.Rival(u)
		return side.Score(u) >= doubtful || v >= 0 && side.SameText(u, v) && side.Lacking(u, v) >= likely
	})
}

// severity returns that of a finding about the units: zero, which is the check's
// own, or Info.
func severity(side *corpus.Side, units ...int) Severity {
	if Sure(side, units...) {
		return 0
	}
	return Info
}
