package corpus

// How likely it must be that a unit has no counterpart for none beside it to be
// named as well, and the probability of a link below which that is done.
const (
	alone   = 0.75
	rivaled = 0.65
)

// Rival returns the sibling of u, which has no counterpart, that may lack one in
// its stead: the one beside it whose link is as doubtful, or -1.
func (s *Side) Rival(u int) int {
	best := -1
	if s.score[u] >= alone {
		return best
	}
	units := s.Doc.Units()
	for _, step := range []int{-1, 1} {
		v := s.sibling(u, step)
		if v < 0 || units[v].Kind != units[u].Kind || len(s.of[v]) != 1 || s.score[v] >= rivaled {
			continue
		}
		if best < 0 || s.score[v] < s.score[best] {
			best = v
		}
	}
	return best
}

// Lacking returns how likely it is that u, which has no counterpart, or its rival
// v lacks one.
func (s *Side) Lacking(u, v int) float64 { return min(1, s.score[u]+1-s.score[v]) }

// SameText reports whether two units of Doc have the same text.
func (s *Side) SameText(u, v int) bool {
	units := s.Doc.Units()
	return s.Doc.Plain(units[u].Text) == s.Doc.Plain(units[v].Text)
}
