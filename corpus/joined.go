package corpus

import (
	"math"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
)

// How far, as logarithms, lengths of translations may differ before the sentence
// beside is taken to belong to it. Of a counterpart twice as long as it should be
// or longer, a rough fit is enough.
const (
	usualRatio     = 0.05
	fits, misfits  = 0.25, 0.1
	roughly, twice = 0.4, 0.69
)

// FitsNeighbour reports whether sentence u, which has no counterpart, makes up
// the length that the sentence beside it lacks against its own: then the other
// language probably says both in one sentence.
func (s *Side) FitsNeighbour(u int) bool {
	units := s.Doc.Units()
	if units[u].Kind != parser.KindSentence {
		return false
	}
	sign := 1.0 // of what a translation is longer: seen from the source
	if s.toSource {
		sign = -1
	}
	for _, step := range []int{-1, 1} {
		v := u + step
		if v < 0 || v >= len(units) || units[v].Parent != units[u].Parent || len(s.of[v]) != 1 {
			continue
		}
		other := length(s.Other, s.of[v][0])
		alone, both := length(s.Doc, v), length(s.Doc, v)+length(s.Doc, u)
		off := math.Abs(math.Log(other/alone) - sign*usualRatio)
		joined := math.Abs(math.Log(other/both) - sign*usualRatio)
		if joined < fits && off > joined+misfits || joined < roughly && off > twice {
			return true
		}
	}
	return false
}

// length returns the code points of a unit's text, and one.
func length(d *parser.Document, u int) float64 {
	return 1 + float64(utf8.RuneCountInString(d.Plain(d.Units()[u].Text)))
}
