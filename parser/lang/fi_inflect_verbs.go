package lang

import "strings"

// fiVerb holds the stems of a verb.
type fiVerb struct {
	strong, weak   string   // present: sanovat, sanon
	past, pastWeak []string // sanoi, sanoin
	cond           string   // sanoisi
	passive        string   // sanott-, tult-
	active         string   // sanon-: participle -nut and potential
	infE           string   // sanoe-
	imper          string   // sano-
	third          []string // the third person, where it isn't the stem and its vowel
	short          bool     // the passive present is of the passive stem: sanotaan
}

// fiVowels returns a, o and u in the harmony of the word.
func fiVowels(word string) (a, o, u string) {
	if k := strings.LastIndexAny(word, "aouäöy"); k >= 0 && strings.IndexByte("aou", word[k]) >= 0 {
		return "a", "o", "u"
	}
	return "ä", "ö", "y"
}

// participle adds the forms of a participle as of a nominal of type t.
func (b *fiBuilder) participle(stem string, t int, g byte) {
	p := *b
	p.compare = false
	p.nominal(stem, t, g)
}

// finite adds all forms of the verb.
func (b *fiBuilder) finite(lemma string, v *fiVerb) {
	a, _, u := fiVowels(lemma)
	b.put(lemma, fiNom, fiInfKse)
	weak := []uint8{fiPresWeak}
	if fiEnds(lemma, "llistaa llistää") {
		// "mahdollista" is the partitive of the adjective, hardly the imperative
		weak = []uint8{fiPastWeak}
	}
	b.put(v.weak, weak...)
	b.put(v.strong, fiPresPl, fiInfMa)
	if v.third == nil {
		b.repeat(v.strong, fiThird)
		if n := fiCut(v.strong, 1); fiLast(n) == fiLast(v.strong) {
			b.put(v.strong, fiNom)
		}
	}
	for _, s := range v.third {
		b.put(s, fiNom)
	}
	for _, s := range v.past {
		b.put(s, fiPastStrong)
	}
	for _, s := range v.pastWeak {
		b.put(s, fiPastWeak)
	}
	b.put(v.cond, fiCond)
	b.participle(v.strong+"v"+a, 10, fiNone)
	agent := *b
	agent.agent = true // "ottamista" is of "ottaminen"
	agent.participle(v.strong+"m"+a, 10, fiNone)
	if v.passive != "" {
		b.passive(lemma, v)
	}
	if v.active != "" {
		b.participle(v.active+u+"t", 47, fiNone)
		b.put(v.active, fiPotent)
	}
	if v.infE != "" {
		b.put(v.infE, fiInfE)
	}
	if v.imper != "" {
		b.put(v.imper, fiImper)
	}
}

// passive adds the passive forms: sanotaan, sanottiin, sanottaisiin, sanottu,
// sanottava.
func (b *fiBuilder) passive(lemma string, v *fiVerb) {
	a, o, u := fiVowels(lemma)
	x := v.passive
	if single, ok := strings.CutSuffix(x, "tt"); ok && v.short {
		b.put(single+"t"+a, fiNom)
		b.put(single+"t"+a+a+"n", fiNom)
	} else {
		b.put(lemma+a+"n", fiNom)
	}
	b.put(x+"iin", fiNom)
	b.put(x+a+"isi", fiNom)
	b.put(x+a+"isiin", fiNom)
	b.put(x+a+"ess"+a, fiNom)
	b.put(x+a+"k"+o+o+"n", fiNom)
	b.put(x+a+"m"+a+"n", fiNom)
	b.put(x+a+"neen", fiNom)
	b.participle(x+a+"v"+a, 10, fiNone)
	// sanottu, sanotun; tultu, tullun; saatu, saadun; nähty, nähdyn; juostu, juostun
	g := byte('C')
	if before := fiLast(fiCut(x, 1)); before != "t" {
		switch {
		case before == "l":
			g = 'I'
		case before == "n":
			g = 'J'
		case before == "r":
			g = 'K'
		case before == "h" || fiEnds(before, "a e i o u y ä ö"):
			g = 'F'
		default:
			g = fiNone
		}
	}
	b.participle(x+u, 1, g)
}

// verb adds the forms of a verb of the Kotus type t (52 to 76) with gradation g.
func (b *fiBuilder) verb(lemma string, t int, g byte) {
	switch {
	case t <= 61:
		b.vowelVerb(lemma, t, g)
	case t <= 65 || t == 68:
		b.daVerb(lemma, t)
	case t <= 71:
		b.consonantVerb(lemma, t, g)
	default:
		b.contractedVerb(lemma, t, g)
	}
}

// vowelVerb adds types 52 to 61: sanoa, muistaa, huutaa, kaivaa, saartaa, laskea,
// tuntea, sallia.
func (b *fiBuilder) vowelVerb(lemma string, t int, g byte) {
	s := fiCut(lemma, 1)
	w := fiWeaken(s, g)
	root, rootW := fiCut(s, 1), fiCut(w, 1)
	v := fiVerb{strong: s, weak: w, active: s + "n", infE: s + "e", imper: s, short: true}
	both := func(s string) { v.past, v.pastWeak = append(v.past, s), append(v.pastWeak, s) }
	switch {
	case fiEnds(s, "o ö u y"):
		v.past, v.pastWeak = []string{s + "i"}, []string{w + "i"}
	case t == 56 || t == 57:
		v.past, v.pastWeak = []string{root + "oi"}, []string{rootW + "oi"}
	case t != 54 && t != 59:
		v.past, v.pastWeak = []string{root + "i"}, []string{rootW + "i"}
	}
	if t == 54 || t == 57 || t == 59 {
		both(strings.TrimSuffix(root, "t") + "si") // huusi, tunsi
	}
	v.cond, v.passive = s+"isi", w+"tt"
	switch fiLast(s) {
	case "a", "ä":
		v.passive = rootW + "ett"
	case "e":
		v.cond, v.infE = root+"isi", root+"ie"
	case "i":
		v.cond = root + "isi"
	}
	b.finite(lemma, &v)
	if s, ok := strings.CutSuffix(lemma, "tietää"); ok {
		b.participle(s+"tiennyt", 47, fiNone)
	}
}

// daVerb adds types 62 to 65 and 68: voida, saada, juoda, käydä, tupakoida.
func (b *fiBuilder) daVerb(lemma string, t int) {
	s := fiCut(lemma, 2)
	past := s
	switch t {
	case 63:
		past = fiCut(s, 1) + "i"
	case 64:
		past = fiCut(s, 2) + fiLast(s) + "i"
	case 65:
		past = fiCut(s, 1) + "vi"
	}
	b.finite(lemma, &fiVerb{strong: s, weak: s, past: []string{past}, pastWeak: []string{past}, cond: past + "si",
		passive: s + "t", active: s + "n", infE: fiCut(lemma, 1) + "e", imper: s, third: []string{s}})
	if t == 68 {
		b.finite(lemma, &fiVerb{strong: s + "tse", weak: s + "tse", past: []string{s + "tsi"}, pastWeak: []string{s + "tsi"}, cond: s + "tsisi"})
	}
}

// consonantVerb adds types 66 to 71: rohkaista, tulla, juosta, valita, nähdä.
func (b *fiBuilder) consonantVerb(lemma string, t int, g byte) {
	s := fiCut(lemma, 2)
	e := fiStrengthen(s, g)
	v := fiVerb{infE: fiCut(lemma, 1) + "e", imper: s, passive: s + "t", active: s + fiLast(s)}
	switch t {
	case 69:
		e, v.passive, v.active, v.imper = s+"ts", s+"tt", s+"nn", s+"t"
	case 70:
		e = fiCut(s, 1) + "ks"
	case 71:
		e, v.active = fiCut(s, 1)+"k", s+"n"
	}
	v.strong, v.weak, v.cond = e+"e", e+"e", e+"isi"
	v.past, v.pastWeak = []string{e + "i"}, []string{e + "i"}
	if t == 71 {
		v.weak, v.pastWeak = fiCut(s, 1)+"e", []string{fiCut(s, 1) + "i"}
	}
	b.finite(lemma, &v)
}

// contractedVerb adds types 72 to 75: vanheta, salata, katketa, selvitä.
func (b *fiBuilder) contractedVerb(lemma string, t int, g byte) {
	a, _, _ := fiVowels(lemma)
	c := fiCut(lemma, 2)
	s := fiStrengthen(c, g)
	v := fiVerb{strong: s + a, infE: fiCut(lemma, 1) + "e", imper: c + "t", passive: c + "tt", active: c + "nn"}
	past := s + "si"
	v.cond = s + "isi"
	switch t {
	case 72:
		v.strong, past, v.cond = s+"ne", s+"ni", s+"nisi"
	case 73:
		v.third = []string{s + a}
	case 74:
		v.third = []string{s + a + a}
		b.put(s+a+"isi", fiCond)
	default:
		v.third = []string{s + a + a}
		v.cond = s + a + "isi"
	}
	v.weak = v.strong
	v.past, v.pastWeak = []string{past}, []string{past}
	b.finite(lemma, &v)
}
