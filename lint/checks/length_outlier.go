package checks

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// LengthOutlier finds texts that are much longer or shorter than translations in
// this corpus are, although no sentence of them is missing or extra.
var LengthOutlier = &lint.Check{
	Name:     "length-outlier",
	Severity: lint.Info,
	Corpus: func(p *lint.Pass, c *corpus.Corpus) {
		var all []ratio
		for _, pair := range c.Pairs {
			if !pair.Unrelated() {
				all = appendRatios(all, pair)
			}
		}
		var logs [len(lengthClasses)][]float64
		for _, r := range all {
			logs[r.class] = append(logs[r.class], r.log)
		}
		var usual [len(lengthClasses)]spread
		for i := range logs {
			usual[i] = spreadOf(logs[i])
		}
		for _, r := range all {
			if u := usual[r.class]; math.Abs(r.log-u.middle) > max(outlying*u.deviation, atLeast) {
				reportLength(p, r, u)
			}
		}
	},
}

// lengthClasses are the least lengths of the classes, in code points of the
// shorter text: short texts vary more, and the shortest are left alone.
var lengthClasses = [...]int{60, 120, 300}

const (
	outlying = 4.0    // deviations
	atLeast  = 0.4    // as a logarithm: 1.7 times as long
	fewTexts = 30     // fewer say nothing about a corpus
	usualMid = 0.05   // Swedish is about 5 % longer in characters, as
	usualDev = 0.11   // measured on published curricula
	toSigma  = 1.4826 // from a median absolute deviation, for a normal distribution
)

// ratio is the length of a text against that of its translation.
type ratio struct {
	pair  *corpus.Pair
	u, v  int
	log   float64
	class int
}

type spread struct{ middle, deviation float64 }

// appendRatios adds the paragraphs, items and cells of the pair that are linked
// one to one, all their sentences included.
func appendRatios(out []ratio, pair *corpus.Pair) []ratio {
	here, there := pair.FromSource(), pair.FromTarget()
	for u, unit := range pair.Source.Units() {
		switch unit.Kind {
		case parser.KindParagraph, parser.KindItem, parser.KindCell:
		default:
			continue
		}
		c := here.Counterparts(u)
		if len(c) != 1 || here.Score(u) < corpus.Surely || len(there.Counterparts(c[0])) != 1 || !here.Complete(u) || !there.Complete(c[0]) {
			continue
		}
		a := utf8.RuneCountInString(pair.Source.Plain(unit.Text))
		b := utf8.RuneCountInString(pair.Target.Plain(pair.Target.Units()[c[0]].Text))
		class := -1
		for i, least := range lengthClasses {
			if min(a, b) >= least {
				class = i
			}
		}
		if class >= 0 {
			out = append(out, ratio{pair, u, c[0], math.Log(float64(b) / float64(a)), class})
		}
	}
	return out
}

// spreadOf returns the median and the deviation of the logarithms, or what is
// usual when they are few.
func spreadOf(logs []float64) spread {
	if len(logs) < fewTexts {
		return spread{usualMid, usualDev}
	}
	slices.Sort(logs)
	middle := logs[len(logs)/2]
	off := make([]float64, len(logs))
	for i, x := range logs {
		off[i] = math.Abs(x - middle)
	}
	slices.Sort(off)
	return spread{middle, max(toSigma*off[len(off)/2], usualDev/2)}
}

func reportLength(p *lint.Pass, r ratio, u spread) {
	here, there := r.pair.Source.Units()[r.u], r.pair.Target.Units()[r.v]
	times := math.Exp(math.Abs(r.log - u.middle))
	msg := lint.Msg{
		"this is %.1f times as long as a translation usually is",
		"tämä on %.1f kertaa niin pitkä kuin käännös yleensä",
		"detta är %.1f gånger så långt som en översättning brukar vara",
	}
	if r.log < u.middle {
		msg = lint.Msg{
			"a translation is usually %.1f times as long as this",
			"käännös on yleensä %.1f kertaa näin pitkä",
			"en översättning brukar vara %.1f gånger så lång som detta",
		}
	}
	p.Report(lint.Finding{
		Step: r.pair.Step,
		File: r.pair.Target.File, Span: there.Span,
		Msg: msg, Args: []any{times},
		Related: []lint.Related{sourcePlace(r.pair, here.Span)},
		Unit:    r.pair.Target.Plain(there.Text),
	})
}
