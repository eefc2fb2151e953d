package lang

import "strings"

// fiBuilder hands the stems of one lemma to the matcher.
type fiBuilder struct {
	add     func(stem string, set uint8, heads bool)
	heads   bool // the stems may be last parts of compounds
	compare bool // the word may have degrees of comparison
	plural  bool // only plural forms exist: vaalit
	agent   bool // the word is the agent participle of a verb: sanoma
}

// put adds the stem with the sets.
func (b *fiBuilder) put(stem string, sets ...uint8) {
	for _, set := range sets {
		if b.plural && !fiPluralSet(stem, set) {
			continue
		}
		if b.agent && set == fiPlWeak {
			set = fiPlAgent
		}
		if heads := b.heads && set != fiComp && set != fiSup; heads && set == fiSgStrong {
			b.add(stem, fiSgStrong, false)
			b.add(stem, fiSgLast, true)
		} else {
			b.add(stem, set, heads)
		}
	}
}

// fiPluralSet reports whether the stem and the set give plural forms.
func fiPluralSet(stem string, set uint8) bool {
	switch set {
	case fiPlWeak, fiPlStrong, fiGenIn, fiGenEn, fiGenDen, fiGenJen, fiGenTen, fiPartJa, fiIllHin, fiIllIn, fiIllSiin:
		return true
	case fiPartA, fiPartTa:
		return strings.HasSuffix(stem, "i")
	}
	return false
}

// repeat adds the set of that kind for the last vowel of the stem.
func (b *fiBuilder) repeat(stem string, kind int) {
	if set, ok := fiRepeat(kind, stem); ok {
		b.put(stem, set)
	}
}

// singular adds the singular of a vowel stem with its illative -Vn; t is the type.
func (b *fiBuilder) singular(t int, strong, weak string) {
	b.put(weak, fiSgWeak)
	b.put(strong, fiSgStrong)
	b.repeat(strong, fiIllVn)
	b.degrees(t, weak)
}

// long adds the singular of a stem with a long vowel and illative -seen.
func (b *fiBuilder) long(t int, stem string) {
	b.put(stem, fiSgWeak, fiSgStrong, fiIllSeen)
	b.degrees(t, stem)
}

// plurals adds the plural of an i-stem like that of ovi: ovissa, ovien, ovia, oviin.
func (b *fiBuilder) plurals(strong, weak string) {
	b.put(weak, fiPlWeak)
	b.put(strong, fiPlStrong, fiGenEn, fiPartA, fiIllIn)
}

// longPlurals adds the plural of a diphthong stem: suhteissa, suhteiden, suhteita.
func (b *fiBuilder) longPlurals(stem string, illatives ...uint8) {
	b.put(stem, fiPlWeak, fiPlStrong, fiPartTa, fiGenDen)
	b.put(stem, illatives...)
}

// degrees adds the comparative and the superlative, which all nouns are given
// when the part of speech is unknown: no noun has such forms.
func (b *fiBuilder) degrees(t int, weak string) {
	if !b.compare || b.plural || len(weak) < 4 {
		return
	}
	stem := fiCut(weak, 1)
	comp := weak
	if fiEnds(weak, "a ä") && fiCluster(stem) != "" && fiNuclei(weak) == 2 {
		comp = stem + "e" // vanha, vanhempi
	}
	b.put(comp, fiComp)
	switch t {
	case 9, 10, 15, 38, 34, 26, 43, 47, 48:
		b.put(stem, fiSup)
	case 17:
		if b.heads { // vapaa, vapain, but no verb in -aa
			b.put(stem, fiSup)
		}
	case 41:
		if s, ok := strings.CutSuffix(weak, "ii"); ok {
			b.put(s+"e", fiSup) // kaunis, kaunein
		} else {
			b.put(stem, fiSup)
		}
	case 5, 6:
		b.put(stem+"e", fiSup) // kiltti, kiltein
	case 27:
		b.put(fiCut(weak, 2)+"s", fiSup) // uusi, uusin
	case 1:
		b.put(weak, fiSup)
	case 4:
		if fiEnds(weak, "tu ty") {
			b.put(weak, fiSup) // suosittu, suosituin
		}
	}
}

// nominal adds the forms of a noun or adjective of the Kotus type t (1 to 49) with
// gradation g.
func (b *fiBuilder) nominal(lemma string, t int, g byte) {
	b.put(lemma, fiNom)
	switch {
	case t <= 8:
		b.roundStem(lemma, t, g)
	case t <= 15:
		b.aStem(lemma, t, g)
	case t <= 22:
		b.longStem(lemma, t)
	case t <= 31:
		b.eStem(lemma, t)
	case t <= 35:
		b.consonantStem(lemma, t, g)
	case t <= 40:
		b.sibilantStem(lemma, t)
	default:
		b.lateStem(lemma, t, g)
	}
}

// roundStem adds types 1 to 8: talo, palvelu, valtio, laatikko, risti, paperi,
// ovi, nalle.
func (b *fiBuilder) roundStem(lemma string, t int, g byte) {
	s := lemma
	if t >= 5 && t <= 6 && !strings.HasSuffix(s, "i") {
		s += "i" // foreign words with a consonant at the end: rock, rockin
	}
	stem := fiCut(s, 1)
	if t == 7 {
		s = stem + "e"
	}
	w := fiWeaken(s, g)
	b.singular(t, s, w)
	b.put(s, fiPartA)
	switch t {
	case 5, 6:
		e, ew := stem+"e", fiCut(w, 1)+"e"
		b.put(e, fiPartJa)
		b.put(s, fiGenEn)
		b.put(ew+"i", fiPlWeak)
		b.put(e+"i", fiPlStrong, fiIllHin)
		if t == 6 {
			b.put(e+"i", fiPartTa, fiGenDen)
		}
	case 7:
		b.plurals(lemma, fiCut(w, 1)+"i")
	default:
		b.put(s, fiPartJa, fiGenJen)
		b.put(w+"i", fiPlWeak)
		b.put(s+"i", fiPlStrong, fiIllHin)
		if t == 3 {
			b.put(s, fiPartTa)
		}
		if t == 2 || t == 3 || t == 4 {
			b.put(w+"i", fiPartTa, fiGenDen, fiIllHin, fiPlStrong)
			b.put(s+"i", fiPartTa, fiGenDen)
		}
		if t == 8 {
			b.put(stem+"i", fiGenEn)
		}
	}
}

// aStem adds types 9 to 15: kala, koira, omena, kulkija, katiska, solakka, korkea.
func (b *fiBuilder) aStem(lemma string, t int, g byte) {
	s, w := lemma, fiWeaken(lemma, g)
	stem := fiCut(s, 1)
	b.singular(t, s, w)
	b.put(s, fiPartA)
	switch t {
	case 10:
		b.plurals(stem+"i", fiCut(w, 1)+"i")
		return
	case 15:
		b.put(s, fiPartTa)
		b.longPlurals(stem+"i", fiIllHin, fiIllSiin, fiGenEn)
		return
	}
	o := "o"
	if strings.HasSuffix(s, "ä") {
		o = "ö"
	}
	p := stem + o
	pw := fiWeaken(p, g)
	b.put(pw+"i", fiPlWeak)
	b.put(p+"i", fiPlStrong, fiIllHin)
	if t == 9 {
		b.put(p, fiPartJa, fiGenJen)
		if b.plural || strings.HasSuffix(s, "kunta") {
			b.put(s, fiGenIn) // yhdysvaltain, kuntain
		}
		return
	}
	b.put(p+"i", fiPartTa, fiGenDen)
	b.put(pw+"i", fiPartTa, fiGenDen, fiIllHin)
	if t != 12 {
		b.put(p, fiPartJa, fiGenJen)
	}
	if t == 11 {
		b.plurals(stem+"i", stem+"i")
	}
}

// longStem adds types 16 to 22: vanhempi, vapaa, maa, suo, filee, rosé, parfait.
func (b *fiBuilder) longStem(lemma string, t int) {
	stem := fiCut(lemma, 1)
	switch t {
	case 16:
		stem = fiCut(lemma, 3)
		for _, a := range [...]string{"a", "ä"} {
			b.singular(t, stem+"mp"+a, stem+"mm"+a)
			b.put(stem+"mp"+a, fiPartA)
		}
		b.plurals(stem+"mpi", stem+"mmi")
	case 19:
		b.put(lemma, fiSgWeak, fiSgStrong, fiPartTa)
		b.repeat(lemma, fiIllHvn)
		b.longPlurals(fiCut(lemma, 2)+fiLast(lemma)+"i", fiIllHin)
	case 21:
		b.put(lemma, fiSgWeak, fiSgStrong, fiPartTa)
		b.put(lemma, fiVowelSets+3*1+fiIllHvn) // the é sounds as e
		b.longPlurals(lemma+"i", fiIllHin)
	default:
		b.put(lemma, fiPartTa)
		b.long(t, lemma)
		b.repeat(lemma, fiIllHvn)
		p := lemma
		if last := fiLast(lemma); last == "i" || strings.HasSuffix(stem, last) {
			p = stem
		}
		b.longPlurals(p+"i", fiIllHin, fiIllSiin)
	}
}

// eStem adds types 23 to 31, which have an e for the i of the nominative: tiili,
// uni, toimi, pieni, käsi, kynsi, lapsi, veitsi, kaksi.
func (b *fiBuilder) eStem(lemma string, t int) {
	stem := fiCut(lemma, 1)
	strong, cons := stem+"e", stem
	weak := strong
	switch root := fiCut(lemma, 2); t {
	case 25:
		if s, ok := strings.CutSuffix(stem, "m"); ok {
			cons = s + "n"
		}
		b.put(strong, fiPartA)
	case 27:
		strong, weak, cons = root+"te", root+"de", root+"t"
	case 28:
		strong, weak, cons = root+"te", root+fiLast(root)+"e", root+"t"
	case 29, 30:
		cons = fiCut(lemma, 3) + "s"
	case 31:
		root = fiCut(lemma, 3)
		strong, weak, cons = root+"hte", root+"hde", root+"h"
	}
	b.singular(t, strong, weak)
	b.put(cons, fiPartTa, fiGenTen)
	b.plurals(lemma, lemma)
}
