package corpus

import (
	"strings"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

const (
	longestTerm = 3   // words
	nested      = 0.7 // share of a unit's places from which a longer one is the term
)

// unit is a word or some words in a row by their dictionary forms, -1 at its end.
type unit [longestTerm]int32

func (u unit) size() int {
	n := 0
	for n < len(u) && u[n] >= 0 {
		n++
	}
	return n
}

// mineSide is what one language's side of all links says.
type mineSide struct {
	forms *wordForms
	links [][]int32 // by link: words; -1 where a term cannot go on
	units []mined
	ids   map[unit]int32
	holds [][]int32 // by link: units, ascending
}

// mined is a unit and what is known of it.
type mined struct {
	unit  unit
	links []int32 // that hold it, ascending
	whole bool    // is no mere part of a longer one
}

// read appends the words of one side of a link.
func (s *mineSide) read(d *parser.Document, units []int) {
	var out []int32
	for _, u := range units {
		span := d.Units()[u].Text
		end := span.Start
		for w := range d.Words(span) {
			if strings.Trim(d.Src[end:w.Start], " \u00a0\r\n") != "" {
				out = append(out, -1)
			}
			out = append(out, s.forms.add(strings.ReplaceAll(d.Plain(w), "\u00ad", "")))
			end = w.End
		}
		out = append(out, -1)
	}
	s.links = append(s.links, out)
}

// collect finds the units that at least so many links hold.
func (s *mineSide) collect(least int) {
	s.ids = map[unit]int32{}
	for n := range s.links {
		s.eachUnit(int32(n), func(u unit, _ int) {
			id, known := s.ids[u]
			if !known {
				id = int32(len(s.units))
				s.ids[u] = id
				s.units = append(s.units, mined{unit: u, whole: true})
			}
			m := &s.units[id]
			if k := len(m.links); k == 0 || m.links[k-1] != int32(n) {
				m.links = append(m.links, int32(n))
			}
		})
	}
	s.holds = make([][]int32, len(s.links))
	for id := range s.units {
		m := &s.units[id]
		if len(m.links) < least {
			continue
		}
		for _, n := range m.links {
			s.holds[n] = append(s.holds[n], int32(id))
		}
		// What stands nearly always in a longer unit is no term of its own.
		size := m.unit.size()
		for k := 1; k < size; k++ {
			for i := 0; i+k <= size; i++ {
				part := unit{-1, -1, -1}
				copy(part[:], m.unit[i:i+k])
				if p, ok := s.ids[part]; ok && float64(len(m.links)) >= nested*float64(len(s.units[p].links)) {
					s.units[p].whole = false
				}
			}
		}
	}
}

// eachUnit calls f with every unit of a link and where it begins among its words.
func (s *mineSide) eachUnit(link int32, f func(u unit, at int)) {
	words := s.links[link]
	for i := range words {
		u := unit{-1, -1, -1}
		for size := 1; size <= longestTerm && i+size <= len(words); size++ {
			w := words[i+size-1]
			if w < 0 || s.forms.words[w].lemma < 0 {
				break
			}
			u[size-1] = s.forms.words[w].lemma
			if s.phrase(words[i : i+size]) {
				f(u, i)
			}
		}
	}
}

// phrase reports whether the words may be a noun with what belongs to it.
func (s *mineSide) phrase(words []int32) bool {
	head := &s.forms.words[words[len(words)-1]]
	base := &s.forms.words[head.lemma]
	// Adverbs have no forms; nearly every noun of Finnish is seen in some.
	if !head.noun || s.forms.lang == lang.FI && base.forms < 2 {
		return false
	}
	for _, w := range words[:len(words)-1] {
		word := &s.forms.words[w]
		if s.forms.lang == lang.FI {
			if !agrees(word, head, s.forms) {
				return false
			}
		} else if !word.other && !strings.HasSuffix(word.text, "s") || word.noun && !word.other && word.lemma == w {
			return false
		}
	}
	return true
}

// fiCases are endings of cases in which an attribute agrees with its noun.
var fiCases = strings.Fields("ssa sta lla lta lle ksi na")

var backVowels = strings.NewReplacer("ä", "a", "ö", "o")

// agrees reports whether a Finnish word may be an attribute of a noun: in the
// genitive, or in the same case.
func agrees(word, head *wordForm, forms *wordForms) bool {
	a, b := backVowels.Replace(word.text), backVowels.Replace(head.text)
	if strings.HasSuffix(a, "n") && (word.noun || strings.HasSuffix(b, "n")) {
		return true
	}
	if forms.words[head.lemma].text == head.text && !strings.HasSuffix(b, "t") {
		return word.other && forms.words[word.lemma].text == word.text // both in the nominative
	}
	for _, c := range fiCases {
		if strings.HasSuffix(b, c) {
			return strings.HasSuffix(a, c) || c == "sta" && strings.HasSuffix(a, "a") // rengasta is the partitive
		}
	}
	last := b[len(b)-1:] // t of the plural, n of the genitive, a of the partitive
	return strings.Contains("tna", last) && strings.HasSuffix(a, last)
}
