package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// termForms returns the dictionary forms of a pair of units; an empty one when the
// texts show none.
func termForms(sides [2]*mineSide, p minedPair) (source, target string) {
	source, target = sides[0].termForm(p.source), sides[1].termForm(p.target)
	if sides[0].units[p.source].unit.size() > 1 || sides[1].units[p.target].unit.size() > 1 {
		return source, target
	}
	target = sides[1].rebased(p.target, target)
	if !strings.HasSuffix(source, "t") {
		return sides[0].rebased(p.source, source), target
	}
	// Of texts that always speak of several: riskit, risk; opinnot, studier.
	if one := sides[0].rebased(p.source, source); one != source {
		if !sides[1].plural(target) {
			source = one
		}
	} else if many := sides[1].several(p.target); many != "" {
		target = many
	}
	return source, target
}

// termForm returns the dictionary form of a word; of several the most frequent form
// in which the head is in its own, or else in the plural.
func (s *mineSide) termForm(id int32) string {
	u := s.units[id].unit
	size := u.size()
	head := u[size-1]
	base := s.forms.words[head].text
	whole := base // also when the texts show it only as a part
	if b := s.compoundBase(head); b != "" {
		whole = b
	}
	if size == 1 {
		return whole
	}
	var best string
	var most [2]int
	for form, n := range s.surfaces(id) {
		last := form[strings.LastIndexByte(form, ' ')+1:]
		rank := [2]int{0, n}
		switch {
		case last == base:
			rank[0] = 2
			form = form[:len(form)-len(last)] + whole
		case s.plural(last):
			rank[0] = 1
		default:
			continue
		}
		if c := slices.Compare(rank[:], most[:]); c > 0 || c == 0 && form < best {
			best, most = form, rank
		}
	}
	return best
}

// several returns the most frequent plural of a unit, or "" if the texts have none.
func (s *mineSide) several(id int32) string {
	best, most := "", 0
	for form, n := range s.surfaces(id) {
		if s.plural(form) && (n > most || n == most && form < best) {
			best, most = form, n
		}
	}
	return best
}

// surfaces counts the forms in which the texts have a unit. The Swedish ones after a
// definite article are left out: they are in no dictionary.
func (s *mineSide) surfaces(id int32) map[string]int {
	m := &s.units[id]
	counts := map[string]int{}
	for _, n := range m.links {
		words := s.links[n]
		s.eachUnit(n, func(u unit, at int) {
			if u != m.unit || s.forms.lang == lang.SV && at > 0 && words[at-1] >= 0 && svDefinite[s.forms.words[words[at-1]].text] {
				return
			}
			counts[s.surface(words[at:at+u.size()])]++
		})
	}
	return counts
}

// rebases are endings of forms with those of the dictionary forms that they may be
// of; of those that are sure no other form is needed to tell.
var rebases = map[*lang.Lang][]struct {
	form, base string
	pos        lang.POS
	sure       bool
}{
	lang.FI: {{"kset", "s", lang.Noun, false}, {"set", "nen", lang.Noun, false}, {"uuksia", "uus", lang.Noun, false}, {"yyksiä", "yys", lang.Noun, false},
		{"uudet", "uus", lang.Noun, false}, {"yydet", "yys", lang.Noun, false},
		{"tteet", "te", lang.Noun, false}, {"ppeet", "pe", lang.Noun, false}, {"kkeet", "ke", lang.Noun, false}, {"steet", "ste", lang.Noun, false}, {"nteet", "nne", lang.Noun, false}, {"lteet", "lle", lang.Noun, false}, {"rteet", "rre", lang.Noun, false}, {"teet", "de", lang.Noun, false}, {"peet", "ve", lang.Noun, false},
		{"ueet", "ue", lang.Noun, false}, {"veet", "ve", lang.Noun, false}, {"leet", "le", lang.Noun, false}, {"reet", "re", lang.Noun, false}, {"meet", "me", lang.Noun, false}, {"heet", "he", lang.Noun, false}, {"ieet", "ie", lang.Noun, false},
		{"jaa", "ja", lang.Noun, false}, {"jää", "jä", lang.Noun, false}, {"jia", "ja", lang.Noun, false}, {"jiä", "jä", lang.Noun, false},
		{"at", "a", lang.Noun, false}, {"ät", "ä", lang.Noun, false}, {"it", "i", lang.Noun, false}, {"ot", "o", lang.Noun, false},
		{"öt", "ö", lang.Noun, false}, {"ut", "u", lang.Noun, false}, {"yt", "y", lang.Noun, false}},
	lang.SV: {{"ningen", "ning", lang.Noun, true}, {"heten", "het", lang.Noun, true}, {"ionen", "ion", lang.Noun, true}, {"iteten", "itet", lang.Noun, true},
		{"aren", "are", lang.Noun, true}, {"an", "a", lang.Noun, false}, {"anden", "and", lang.Noun, false},
		{"iska", "isk", lang.Adjective, false}, {"iga", "ig", lang.Adjective, false}},
}

// rebased returns the dictionary form of a word which the texts don't show, if there
// is one of which all forms are that they show; or the word.
func (s *mineSide) rebased(id int32, word string) string {
	lemma := s.units[id].unit[0]
	if s.forms.words[lemma].text != word {
		return word
	}
	for _, r := range rebases[s.forms.lang] {
		stem, ok := strings.CutSuffix(word, r.form)
		if !ok || !r.sure && s.forms.words[lemma].forms < 2 {
			continue
		}
		if s.inflects(stem+r.base, r.pos, lemma) {
			return stem + r.base
		}
	}
	return word
}

// svDefinite are the words after which a Swedish noun phrase is definite.
var svDefinite = map[string]bool{"den": true, "det": true, "de": true, "denna": true, "detta": true, "dessa": true}

// plural reports whether a word may be the nominative of a plural, the Swedish one
// indefinite.
func (s *mineSide) plural(word string) bool {
	if s.forms.lang == lang.FI {
		return strings.HasSuffix(word, "t")
	}
	if !strings.HasSuffix(word, "er") && !strings.HasSuffix(word, "ar") && !strings.HasSuffix(word, "or") {
		return false
	}
	id, ok := s.forms.ids[word]
	_, definite := s.forms.ids[word+"na"] // växterna, but not motorna
	return definite || ok && s.forms.words[id].lemma != id
}

// compoundBase returns the dictionary form of a compound of which the texts show
// but other forms, by that of its last part: työryhmän, ryhmä; "" if there is none.
func (s *mineSide) compoundBase(word int32) string {
	const shortest, last = 3, 5 // letters of the first and of the last part
	text := s.forms.words[word].text
	for i := range text {
		if utf8.RuneCountInString(text[:i]) < shortest {
			continue
		}
		if utf8.RuneCountInString(text[i:]) < last {
			return ""
		}
		id, ok := s.forms.ids[text[i:]]
		if !ok {
			continue
		}
		part := &s.forms.words[id]
		if part.lemma < 0 || part.lemma == id || !part.noun {
			return ""
		}
		if base := text[:i] + s.forms.words[part.lemma].text; s.inflects(base, lang.Noun, word) {
			return base
		}
	}
	return ""
}

// inflects reports whether all forms that the texts show of a word may be those of
// another dictionary form.
func (s *mineSide) inflects(base string, pos lang.POS, word int32) bool {
	m := lang.NewTermMatcher(s.forms.lang, []lang.Term{{Lemma: base, POS: pos}})
	return !slices.ContainsFunc(s.forms.words, func(w wordForm) bool {
		if w.lemma != word {
			return false
		}
		hits := m.Match(w.text, nil)
		return len(hits) == 0 || hits[0].Kind != lang.WordMatch
	})
}

func (s *mineSide) surface(words []int32) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = s.forms.words[w].text
	}
	return strings.Join(out, " ")
}
