package corpus

import (
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// A pair is no translation when this share of the text of both documents has no
// counterpart. On 470 published pairs the lesser share stayed below 0.19; of
// documents paired at random two in three are above.
const unrelatedShare = 0.3

// fewLeaves is the number of leaves below which a document is too short to tell.
const fewLeaves = 6

// Unrelated reports whether the documents are no translations of each other, so
// that what one has and the other lacks says nothing. A translation that is not
// finished is none of these: what there is of it has its counterparts, and what
// is still in another language counts neither way.
func (p *Pair) Unrelated() bool {
	return p.FromSource().mostlyAlone() && p.FromTarget().mostlyAlone()
}

func (s *Side) mostlyAlone() bool {
	leaves, text, alone := 0, 0, 0
	var lone []parser.Unit
	for i, u := range s.Doc.Units() {
		if !u.Leaf() {
			continue
		}
		leaves++
		text += u.Text.Len()
		if len(s.of[i]) == 0 || s.score[i] < 0.5 && !s.repeats(i) {
			alone += u.Text.Len()
			lone = append(lone, u)
		}
	}
	if leaves < fewLeaves || float64(alone) <= unrelatedShare*float64(text) {
		return false
	}
	for _, u := range lone {
		if l := lang.Weigh(s.Doc.Plain(u.Text)); l.Foreign() || l.Certain() == s.Other.Lang {
			alone -= u.Text.Len()
			text -= u.Text.Len()
		}
	}
	return float64(alone) > unrelatedShare*float64(text)
}

// repeats reports whether leaf u has the text of the leaf before or after it, so that
// its counterpart may as well be that of the other.
func (s *Side) repeats(u int) bool {
	const deepest = 4 // containers between two leaves
	units := s.Doc.Units()
	for _, step := range []int{-1, 1} {
		for v := u + step; v >= 0 && v < len(units) && step*(v-u) <= deepest; v += step {
			if units[v].Leaf() {
				if s.SameText(u, v) {
					return true
				}
				break
			}
		}
	}
	return false
}
