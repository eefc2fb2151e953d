package lang

import (
	"slices"
	"strings"
)

// fiInflection inflects Finnish without a dictionary: the ending of the lemma
// tells which types of the Kotus word list it may be of, and the forms of all of
// them are looked for, as the wrong ones are no words.
var fiInflection = inflection{
	inflect: fiInflect,
	endings: fiEndingSets(),
	longest: fiLongest,
	first:   fiFirst,
	border:  fiBorder,
	stop:    fiStop(),
	bare:    fiPlainWord,
	heads:   fiHeads,
}

// fiLongest is more than the bytes of the longest ending.
const fiLongest = 24

// fiInflect adds the stems of all forms of the lemma.
func fiInflect(lemma string, pos POS, add func(stem string, set uint8, heads bool)) {
	verbs := fiVerbTypes(lemma)
	if pos != Verb || verbs == nil {
		b := &fiBuilder{add: add, compare: pos == AnyPOS || pos == Adjective}
		b.heads = fiHeads(lemma, pos)
		b.put(lemma, fiNom)
		fiNominals(b, lemma)
		// abbreviations: EU:n, EU:ssa
		b.put(lemma+":", fiSgWeak, fiSgStrong, fiPartA, fiPartTa)
		for k := range uint8(9) {
			b.put(lemma+":", fiVowelSets+3*k+fiIllVn, fiVowelSets+3*k+fiIllHvn)
		}
	}
	if pos == Verb || pos == AnyPOS {
		b := &fiBuilder{add: add}
		for _, t := range verbs {
			for _, g := range []byte(t.grades) {
				b.verb(lemma, t.t, g)
			}
		}
	}
}

// fiHeads reports whether the word may be the last part of compounds: those of
// less than four letters are found in too many words, and verbs hardly ever are.
func fiHeads(lemma string, pos POS) bool {
	if len([]rune(lemma)) < 4 || pos == Verb {
		return false
	}
	return pos != AnyPOS || fiSyllables(lemma) < 2 || !fiEnds(lemma, "aa ää oa öä ua yä") || fiEnds(lemma, "vapaa harmaa vakaa maa pää")
}

// fiNominals adds the nominal forms of the lemma.
func fiNominals(b *fiBuilder, lemma string) {
	for _, t := range fiNominalTypes(lemma) {
		for _, g := range []byte(t.grades) {
			b.nominal(lemma, t.t, g)
		}
	}
	if s, ok := strings.CutSuffix(lemma, "t"); ok && fiCluster(s) == "" && !fiEnds(lemma, "kevät tuhat") {
		fiPlurals(b, s)
	}
	fiIrregular(b, lemma)
}

// fiPlurals adds the plural forms of a word without a singular from its weak stem:
// vaali-t, markkina-t, talkoo-t.
func fiPlurals(b *fiBuilder, weak string) {
	p := *b
	p.plural = true
	stems := []string{weak}
	for _, g := range []byte(fiUp(weak, false)) {
		if s := fiStrengthen(weak, g); !slices.Contains(stems, s) {
			stems = append(stems, s)
		}
	}
	for _, s := range stems {
		if root, ok := strings.CutSuffix(s, "e"); ok { // kasvo-t, but hiukse-t and häpee-t
			p.plurals(root+"i", fiCut(weak, 1)+"i")
			p.longPlurals(strings.TrimSuffix(weak, "e")+"i", fiIllSiin, fiIllHin) // alkeet, alkeiden
			p.longPlurals(weak+"i", fiIllSiin, fiIllHin)
			p.nominal(weak, 8, fiNone)
			continue
		}
		for _, t := range fiNominalTypes(s) {
			for _, g := range []byte(t.grades) {
				p.nominal(s, t.t, g)
			}
		}
	}
}

// fiIrregular adds the forms of words that are of no type, also as last parts.
func fiIrregular(b *fiBuilder, lemma string) {
	switch root := fiCut(lemma, 3); {
	case strings.HasSuffix(lemma, "aika"): // ajan, ajoissa, aikojen
		b.put(root+"ja", fiSgWeak)
		b.put(root+"joi", fiPlWeak)
	case strings.HasSuffix(lemma, "poika"): // pojan, pojissa, poikien
		b.put(root+"ja", fiSgWeak)
		b.plurals(root+"iki", root+"ji")
	case strings.HasSuffix(lemma, "ruoka"): // ruuan beside ruoan
		b.put(root+"ua", fiSgWeak)
	case strings.HasSuffix(lemma, "vuosi"):
		b.put(fiCut(lemma, 2)+"nna", fiNom)
	case strings.HasSuffix(lemma, "uusimaa"): // both parts are inflected: Uudenmaan
		for _, c := range [...]string{"uuden", "uutta", "uudessa", "uudesta", "uuteen", "uudella", "uudelta", "uudelle", "uutena", "uudeksi"} {
			b.put(fiCut(lemma, 7)+c+"maa", fiSgWeak, fiSgStrong, fiPartTa)
			b.repeat(fiCut(lemma, 7)+c+"maa", fiIllHvn)
		}
	case lemma == "iso":
		b.put(lemma, fiComp, fiSup)
	case lemma == "hyvä":
		b.participle("parempi", 16, fiNone)
		b.participle("paras", 41, fiNone)
		for _, s := range [...]string{"parha", "parhai"} {
			b.put(s+"mpa", fiSgStrong, fiPartA)
			b.put(s+"mma", fiSgWeak)
			b.plurals(s+"mpi", s+"mmi")
		}
		b.long(0, "parhaa")
		b.longPlurals("parhai", fiIllSiin)
	case lemma == "pitkä":
		b.participle("pitempi", 16, fiNone)
		b.participle("pidempi", 16, fiNone)
		b.participle("pisin", 36, fiNone)
	}
}

// fiFirst returns the forms in which a noun begins compounds: kuluttaja,
// kuluttajan, kuluttajien, and asiakas, inhimillis- for inhimillinen.
func fiFirst(lemma string, pos POS) []string {
	if pos == Verb || pos == AnyPOS && fiVerbTypes(lemma) != nil && !fiHeads(lemma, pos) {
		return nil
	}
	out := []string{lemma}
	if s, ok := strings.CutSuffix(lemma, "nen"); ok {
		out = append(out, s+"s")
	}
	b := &fiBuilder{add: func(stem string, set uint8, _ bool) {
		switch set {
		case fiSgWeak:
			out = append(out, stem+"n")
		case fiGenEn:
			out = append(out, stem+"en")
		case fiGenJen:
			out = append(out, stem+"jen")
		case fiGenDen:
			out = append(out, stem+"den", stem+"tten")
		case fiGenTen:
			out = append(out, stem+"ten")
		}
	}}
	fiNominals(b, lemma)
	slices.Sort(out)
	return slices.Compact(out)
}
