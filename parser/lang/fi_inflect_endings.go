package lang

import "strings"

// The ending sets of Finnish stems. A set is what one kind of stem takes, case
// endings with possessive suffixes, or personal endings, all with clitics.
const (
	fiBare       uint8 = iota // nothing, for the engine
	fiNom                     // clitics alone: talo, taloko; also finished verb forms
	fiSgWeak                  // talo-n, talo-ssa
	fiSgStrong                // talo-na, talo-ni
	fiPartA                   // talo-a
	fiPartTa                  // suo-ta
	fiPartTta                 // suhde-tta
	fiIllSeen                 // suhtee-seen
	fiIllSiin                 // suhtei-siin
	fiIllHin                  // taloi-hin
	fiIllIn                   // koiri-in
	fiPlWeak                  // taloi-ssa
	fiPlAgent                 // the same without plain -sta
	fiPlStrong                // taloi-na, taloi-neen
	fiGenEn                   // koiri-en
	fiGenDen                  // maide-n: -den and -tten
	fiGenJen                  // talo-jen
	fiGenTen                  // las-ten
	fiGenIn                   // yhdysvalta-in
	fiPartJa                  // talo-ja
	fiComp                    // vanhe-mpi
	fiSup                     // vanh-in
	fiPresWeak                // sano-n
	fiPresPl                  // sano-vat
	fiPastWeak                // sanoi-n
	fiPastStrong              // sanoi, sanoi-vat
	fiCond                    // sanoisi-n
	fiInfMa                   // sano-massa
	fiInfKse                  // sanoa-kseen
	fiInfE                    // sanoe-ssa
	fiImper                   // sano-kaa
	fiPotent                  // sanon-ee
	fiSgLast                  // kerrostalo-ni: fiSgStrong of last parts
	fiVowelSets               // three sets for each of fiVowelIndex follow
)

// fiVowelIndex holds the vowels that an ending may repeat.
const fiVowelIndex = "aeiouyäöå"

// The ending sets that repeat the last vowel of the stem: talo-on, maa-han and
// the third person sano-o.
const (
	fiIllVn = iota
	fiIllHvn
	fiThird
)

// fiRepeat returns the set of that kind for the last vowel of the stem, or
// false if the stem ends in no vowel.
func fiRepeat(kind int, stem string) (uint8, bool) {
	k := 0
	for _, v := range fiVowelIndex {
		if strings.HasSuffix(stem, string(v)) {
			return fiVowelSets + uint8(3*k+kind), true
		}
		k++
	}
	return 0, false
}

// In the tables A, O and U stand for a or ä, o or ö, u or y. A case ending in a
// vowel, or in -ksi, takes possessive suffixes where "+" follows it.
const (
	fiClitics     = "kin kAAn kO hAn pA kOhAn kinkO kAAnhAn pAs kOs"
	fiPossessives = "ni si nsA mme nne"
	fiLocal       = "ssA+ stA+ llA+ ltA+ lle+ ksi+ ttA+"
	fiCompCases   = "n t ssA stA llA ltA lle ksi ttA"
)

var fiEndingTable = [...]string{
	fiNom:        "-",
	fiSgWeak:     "n t " + fiLocal,
	fiSgStrong:   "nA+ " + fiPossessives,
	fiSgLast:     "nA+ ni si nsA mme", // elämän-tilanne is of tilanne rather than yours
	fiPartA:      "A+",
	fiPartTa:     "tA+",
	fiPartTta:    "ttA+",
	fiIllSeen:    "seen see*",
	fiIllSiin:    "siin sii*",
	fiIllHin:     "hin hi*",
	fiIllIn:      "in i*",
	fiPlWeak:     "n " + fiLocal,
	fiPlAgent:    "n ssA+ stA* stAAn llA+ ltA+ lle+ ksi+ ttA+",
	fiPlStrong:   "nA+ ne* neen ne",
	fiGenEn:      "en e*",
	fiGenDen:     "den tten de* tte*",
	fiGenJen:     "jen je*",
	fiGenTen:     "ten te*",
	fiGenIn:      "in",
	fiPartJa:     "jA+",
	fiComp:       "mpi mmA- mpA mpAA mpAnA mpAAn mpien mpiA mpiin mmissA mmistA mmillA mmiltA mmille mmiksi mpinA",
	fiSup:        "in intA impiA impien impinA impAnA impAA impAAn impiin immA- immissA immistA immillA immiltA immille immiksi",
	fiPresWeak:   "- n t mme tte",
	fiPresPl:     "vAt",
	fiPastWeak:   "n t mme tte",
	fiPastStrong: "- vAt",
	fiCond:       "- n t mme tte vAt",
	fiInfMa:      "mAssA mAstA mAAn mAllA mAttA mAisillAAn mAn",
	fiInfKse:     "kse* kseen",
	fiInfE:       "n ssA+",
	fiImper:      "kAA kOOn kOOt kAAmme kO",
	fiPotent:     "e ee n t mme tte vAt",
}

// fiEndingSets expands the tables: every ending with every possessive suffix and
// clitic, in both vowel harmonies. A stem takes either: to tell them apart gains
// nothing, as no other word has the stem with the other one.
func fiEndingSets() map[string]uint64 {
	out := make(map[string]uint64, 8192)
	out[""] = 1 << fiBare
	for _, harmony := range [...]func(string) string{fiBack, fiFront} {
		clitics := append([]string{""}, strings.Fields(harmony(fiClitics))...)
		add := func(set uint8, ending string) {
			ending = harmony(ending)
			for k, c := range clitics {
				if (set == fiComp || set == fiSup) && k > 1 {
					break // a comparative with more than -kin hardly occurs
				}
				out[ending+c] |= 1 << set
			}
		}
		for set, list := range fiEndingTable {
			for ending := range strings.FieldsSeq(list) {
				fiWithPossessives(ending, func(s string) { add(uint8(set), s) })
			}
		}
		set := fiVowelSets
		for _, r := range fiVowelIndex {
			v := string(r)
			fiWithPossessives(v+"*", func(s string) { add(set+fiIllVn, s); add(set+fiIllHvn, "h"+s) })
			add(set+fiIllVn, v+"n")
			add(set+fiIllHvn, "h"+v+"n")
			add(set+fiThird, v)
			set += 3
		}
	}
	return out
}

// fiWithPossessives calls add with the endings that an entry of the tables stands
// for: "-" for none, "x-" for x before the cases of the comparative, "x*" for x
// with possessive suffixes alone, "x+" for x with and without them.
func fiWithPossessives(entry string, add func(string)) {
	kind, x := entry[len(entry)-1], entry[:len(entry)-1]
	switch {
	case entry == "-":
		add("")
	case kind == '-':
		for c := range strings.FieldsSeq(fiCompCases) {
			add(x + c)
		}
	case kind == '+':
		add(x)
		if stem, ok := strings.CutSuffix(x, "ksi"); ok {
			x = stem + "kse"
		}
		add(x + x[len(x)-1:] + "n")
		fallthrough
	case kind == '*':
		for p := range strings.FieldsSeq(fiPossessives) {
			add(x + p)
		}
	default:
		add(entry)
	}
}

// fiBack returns the ending in back harmony.
func fiBack(ending string) string { return strings.Map(fiBackVowel, ending) }

// fiFront returns the ending in front harmony.
func fiFront(ending string) string { return strings.Map(fiFrontVowel, ending) }

func fiBackVowel(r rune) rune {
	switch r {
	case 'A':
		return 'a'
	case 'O':
		return 'o'
	case 'U':
		return 'u'
	}
	return r
}

func fiFrontVowel(r rune) rune {
	switch r {
	case 'A':
		return 'ä'
	case 'O':
		return 'ö'
	case 'U':
		return 'y'
	}
	return r
}
