package lang

import "strings"

// fiType is a Kotus type with the gradations that may go with it.
type fiType struct {
	t      int
	grades string
}

// fiEStems lists the nouns in -i with an e-stem, a closed class, by type; all
// younger words in -i are like risti.
var fiEStems = [...]struct {
	t     int
	words string
}{
	{7, `arki appi hanki hauki helmi henki hetki hiki hirvi impi joki järki järvi jälki kaikki kaski keski
		kivi koipi koski kurki kylki kärki lahti lampi lehti leski lovi länki mäki nimi noki nurmi närhi nummi olki
		onki onni ovi parvi piki pilvi polvi poski povi putki reki retki ripsi rupi saksi salmi sappi sarvi
		savi siipi solki sormi suksi suvi särki sääksi sääski talvi tammi torvi tuki tuppi tähti vaski viiksi
		väki haahti`},
	{23, "moni tiili lohi riihi tuohi vuohi"},
	{24, "uni kuusi meri veri tuli"},
	{25, "toimi niemi luomi liemi loimi tuomi taimi lumi suomi"},
	{26, `pieni suuri nuori tyyni ääni ääri vuori saari kieli mieli nieli kuori hiili huoli huuli hiiri juuri
		sääri suoli suoni saarni sieni pieli puoli tuuli nuoli kaari jousi tuoni`},
	{27, "käsi vesi vuosi uusi susi kausi kuusi täysi tosi köysi mesi hiisi niisi reisi liesi paasi sysi viisi"},
	{28, "kynsi länsi jälsi hirsi varsi virsi kansi ponsi orsi parsi kärsi"},
	{29, "lapsi hapsi"},
	{30, "veitsi peitsi"},
	{31, "kaksi yksi"},
}

// fiEStemTypes returns the types of the listed word that the lemma ends in, and
// whether it is that word.
func fiEStemTypes(lemma string) (types []fiType, whole bool) {
	longest := 0
	for _, e := range fiEStems {
		for w := range strings.FieldsSeq(e.words) {
			if !strings.HasSuffix(lemma, w) || len(w) < longest {
				continue
			}
			if len(w) > longest {
				longest, types = len(w), nil
			}
			g := "-"
			if e.t == 7 {
				g = fiDown(fiCut(lemma, 1) + "e")
			}
			types = append(types, fiType{e.t, g})
		}
	}
	return types, longest == len(lemma)
}

// fiNominalTypes returns all types that a noun or adjective may be of by its
// ending. What it isn't of gives forms that no text holds.
func fiNominalTypes(lemma string) []fiType {
	switch last := fiLast(lemma); last {
	case "o", "ö", "u", "y", "å":
		return fiRoundTypes(lemma)
	case "a", "ä":
		return fiATypes(lemma)
	case "e":
		return fiETypes(lemma)
	case "i":
		return fiITypes(lemma)
	case "s":
		return fiSTypes(lemma)
	case "n":
		return fiNTypes(lemma)
	case "r", "l":
		up := fiUp(lemma, false)
		return []fiType{{32, up}, {49, up}, {5, "-"}}
	case "t":
		return fiTTypes(lemma)
	case "é":
		return []fiType{{21, "-"}}
	}
	return []fiType{{5, "-"}}
}

func fiRoundTypes(lemma string) []fiType {
	one := fiSyllables(lemma) == 1
	switch {
	case fiEnds(lemma, "uo yö"):
		return []fiType{{19, "-"}}
	case fiEnds(lemma, "oo öö uu yy"):
		return fiLongType(one)
	case fiEnds(lemma, "io iö eo eö ao"):
		return []fiType{{3, "-"}}
	case fiEnds(lemma, "au eu iu ou äy öy ey iy"):
		if one {
			return fiLongType(one)
		}
	}
	if fiSyllables(lemma) >= 3 {
		return []fiType{{4, fiDown(lemma)}}
	}
	return []fiType{{1, fiDown(lemma)}}
}

// fiLongType returns the type of words that end in a long vowel.
func fiLongType(one bool) []fiType {
	if one {
		return []fiType{{18, "-"}}
	}
	return []fiType{{17, "-"}}
}

func fiATypes(lemma string) []fiType {
	switch {
	case fiEnds(lemma, "aa ää"):
		return fiLongType(fiSyllables(lemma) == 1)
	case fiEnds(lemma, "ea eä"):
		if fiShortVerb(lemma) {
			return nil
		}
		return []fiType{{15, "-"}, {12, "-"}}
	case fiEnds(lemma, "ia iä ua oa yä"):
		return []fiType{{12, "-"}}
	}
	g := fiDown(lemma)
	if fiSyllables(lemma) != 2 {
		return []fiType{{14, g}, {10, g}, {9, g}}
	}
	if first := strings.IndexFunc(lemma, fiVowel); strings.HasSuffix(lemma, "a") && strings.ContainsRune("aei", rune(lemma[first])) {
		return []fiType{{9, g}}
	}
	return []fiType{{10, g}}
}

func fiETypes(lemma string) []fiType {
	if strings.HasSuffix(lemma, "ee") {
		return []fiType{{20, "-"}}
	}
	if strings.HasSuffix(lemma, "ie") && fiSyllables(lemma) == 1 {
		return []fiType{{19, "-"}}
	}
	types := []fiType{{48, fiUp(lemma, false)}}
	if strings.HasSuffix(lemma, "tie") { // valtatie
		types = append(types, fiType{19, "-"})
	}
	if fiEnds(lemma, "te de") && !fiEnds(lemma, "nte lte rte nde lde rde") {
		return types // käsite, vuode; käsitellä and vuoden are of other words
	}
	return append(types, fiType{8, fiDown(lemma)})
}

func fiITypes(lemma string) []fiType {
	types, whole := fiEStemTypes(lemma)
	if whole {
		return types
	}
	switch {
	case strings.HasSuffix(lemma, "mpi"):
		types = append(types, fiType{16, "-"}, fiType{5, fiDown(lemma)})
	case fiEnds(lemma, "ai oi ui yi äi öi ei"):
		types = append(types, fiType{18, "-"})
	case fiSyllables(lemma) >= 3:
		types = append(types, fiType{6, fiDown(lemma)})
	default:
		types = append(types, fiType{5, fiDown(lemma)})
	}
	return types
}

func fiSTypes(lemma string) []fiType {
	foreign := fiType{5, "-"}
	switch {
	case fiEnds(lemma, "uus yys"):
		return []fiType{{40, "-"}}
	case fiEnds(lemma, "eus ius aus ous eys iys äys"):
		return []fiType{{40, "-"}, {39, "-"}, foreign}
	case fiEnds(lemma, "us ys os ös"):
		return []fiType{{39, "-"}, foreign}
	case strings.HasSuffix(lemma, "mies"):
		return []fiType{{42, "-"}}
	case fiEnds(lemma, "kirves ies äes"):
		return []fiType{{41, fiUp(lemma, false)}}
	case fiEnds(lemma, "des tes"): // Simonides, Simonideen
		return []fiType{{41, "-"}, {39, "-"}, {45, "-"}, foreign}
	case strings.HasSuffix(lemma, "nes"):
		return []fiType{{39, "-"}, {45, "-"}, foreign}
	case strings.HasSuffix(lemma, "es"):
		return []fiType{{39, "-"}, foreign}
	}
	types := []fiType{{41, fiUp(lemma, false)}, {39, "-"}, foreign}
	if fiEnds(lemma, "mas mäs jäs kas käs sas säs") {
		types = append(types, fiType{45, "-"})
	}
	return types
}

func fiNTypes(lemma string) []fiType {
	switch {
	case strings.HasSuffix(lemma, "nen") && len(lemma) >= 5:
		return []fiType{{38, "-"}}
	case fiEnds(lemma, "ton tön"):
		return []fiType{{34, "C"}, {5, "-"}}
	case strings.HasSuffix(lemma, "sydän"):
		return []fiType{{33, "-"}}
	case strings.HasSuffix(lemma, "hapan"):
		return []fiType{{34, "B"}}
	case strings.HasSuffix(lemma, "lämmin"):
		return []fiType{{35, "H"}}
	case strings.HasSuffix(lemma, "vasen"):
		return []fiType{{37, "-"}}
	case strings.HasSuffix(lemma, "in"):
		return []fiType{{33, fiUp(lemma, false)}, {36, "-"}, {5, "-"}}
	case strings.HasSuffix(lemma, "en"):
		return []fiType{{32, "-"}, {5, "-"}}
	}
	return []fiType{{5, "-"}}
}

// fiTTypes returns the types of words in -t that are no plurals; fiNominals adds
// those.
func fiTTypes(lemma string) []fiType {
	switch {
	case strings.HasSuffix(lemma, "kevät"):
		return []fiType{{44, "-"}}
	case strings.HasSuffix(lemma, "tuhat"):
		return []fiType{{46, "-"}}
	case fiEnds(lemma, "ut yt"):
		return []fiType{{43, fiUp(lemma, false)}, {47, "-"}, {5, "-"}}
	}
	return []fiType{{5, "-"}}
}
