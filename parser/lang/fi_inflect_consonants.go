package lang

import "strings"

// consonantStem adds types 32 to 35: sisar, kytkin, onneton, lämmin.
func (b *fiBuilder) consonantStem(lemma string, t int, g byte) {
	stem := fiStrengthen(lemma, g)
	root := fiCut(stem, 1)
	b.put(lemma, fiPartTa, fiGenTen)
	switch t {
	case 32:
		b.singular(t, stem+"e", stem+"e")
		b.plurals(stem+"i", stem+"i")
	case 33:
		b.singular(t, root+"me", root+"me")
		b.plurals(root+"mi", root+"mi")
	default:
		for _, a := range [...]string{"a", "ä"} {
			b.singular(34, root+"m"+a, root+"m"+a)
		}
		b.plurals(root+"mi", root+"mi")
	}
}

// sibilantStem adds types 36 to 40: sisin, vasen, nainen, vastaus, kalleus.
func (b *fiBuilder) sibilantStem(lemma string, t int) {
	root := fiCut(lemma, 1)
	switch t {
	case 36, 37:
		for _, a := range [...]string{"a", "ä"} {
			b.singular(t, root+"mp"+a, root+"mm"+a)
		}
		b.put(lemma, fiPartTa, fiGenTen)
		b.plurals(root+"mpi", root+"mmi")
	case 38:
		root = fiCut(lemma, 3) + "s"
		b.singular(t, root+"e", root+"e")
		b.put(root, fiPartTa, fiGenTen)
		b.plurals(root+"i", root+"i")
	case 39:
		b.singular(t, root+"kse", root+"kse")
		b.put(lemma, fiPartTa, fiGenTen)
		b.plurals(root+"ksi", root+"ksi")
	case 40:
		b.singular(t, root+"te", root+"de")
		b.put(root+"t", fiPartTa)
		b.plurals(root+"ksi", root+"ksi")
	}
}

// lateStem adds types 41 to 49: vieras, mies, ohut, kevät, kahdeksas, tuhat,
// kuollut, hame, askel.
func (b *fiBuilder) lateStem(lemma string, t int, g byte) {
	root := fiCut(lemma, 1)
	stem := fiStrengthen(lemma, g)
	switch t {
	case 41:
		stem = fiCut(stem, 1)
		b.put(lemma, fiPartTa, fiGenTen)
		b.long(t, stem+fiLast(stem))
		if !strings.HasSuffix(stem, "i") {
			b.longPlurals(stem+"i", fiIllSiin, fiIllHin)
		} else {
			b.longPlurals(stem+"i", fiIllSiin) // kauniita, kauniisiin
		}
	case 42:
		b.singular(t, root+"he", root+"he")
		b.put(lemma, fiPartTa, fiGenTen)
		b.plurals(root+"hi", root+"hi")
	case 43:
		stem = fiCut(stem, 1)
		b.singular(t, stem+"e", stem+"e")
		b.put(lemma, fiPartTa)
		b.longPlurals(stem+"i", fiIllHin, fiIllSiin)
	case 44:
		b.long(t, root+fiLast(root))
		b.put(lemma, fiPartTa)
		b.longPlurals(root+"i", fiIllSiin)
	case 45, 46:
		b.singular(t, root+"nte", root+"nne")
		b.put(root+"t", fiPartTa)
		b.put(root+"n", fiGenTen)
		b.plurals(root+"nsi", root+"nsi")
	case 47:
		root = fiCut(lemma, 2) + "e"
		b.long(t, root+"e")
		b.put(lemma, fiPartTa)
		b.longPlurals(root+"i", fiIllSiin)
	case 48:
		b.long(t, stem+"e")
		b.put(lemma, fiPartTta)
		b.longPlurals(stem+"i", fiIllSiin, fiIllHin)
	case 49:
		b.singular(t, stem+"e", stem+"e")
		b.put(lemma, fiPartTa, fiGenTen)
		b.plurals(stem+"i", stem+"i")
		b.long(t, stem+"ee")
		b.longPlurals(stem+"ei", fiIllSiin)
	}
}
