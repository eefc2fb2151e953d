package lang

import (
	"bytes"
	"unicode/utf8"
)

// fiShort lists words of two and three letters that are parts of compounds.
var fiShort = set(`
	työ yö tie maa pää puu suu kuu luu syy jää voi hää vyö suo sää tee koe rae tae ala yli esi etu uus epä elo
	iki itä osa ajo ylä äly ase asu avo erä eri etä ikä ilo isä emo oja oma uni eu it tv`)

// fiSuffixes are forms of the suffixes -inen, -linen, -minen and -tava that no
// last part begins inside of.
const fiSuffixes = `
	llinen llise llisi lainen laise laisi läinen läise läisi ainen aise aisi äinen äise äisi oinen oise oisi
	uinen uise uisi einen eise eisi iinen iise iisi yinen yise yisi minen mise misi
	tavass tavast tavall tavaks taviss tavist tavill tavilt taviks tavien taviin
	alisi elisi ilisi olisi ulisi ylisi älisi ölisi
	tävass tävast tävall tävaks täviss tävist tävill tävilt täviks tävien täviin`

// fiAgents are forms of nouns in -las that no last part begins inside of, be it
// lapsi (oppi-lasta) or laki (oppi-laille).
const fiAgents = `oppilas oppilaa oppilaid oppilail oppilain oppilais potilas potilaa potilaid potilail potilain potilais`

// fiSuffixHeads are suffixes that no last part begins with.
const fiSuffixHeads = `
	lainen laise laisi laist läinen läise läisi läist uud uut uuk uus yyd yyt yyk yys
	uden udel udes uksi ukse utta utee yden ydel ydes ykse yttä ytee inen iset isen isia isiä
	minen mise mist misi joi jöi isto istö skent skenn`

// fiFirstT lists the nouns in -t that begin compounds; verb stems end in it too.
var fiFirstT = bytes.Fields([]byte("kevät olut lyhyt tuhat ohut kevyt airut"))

var (
	fiSuffixList, fiSuffixHeadList = bytes.Fields([]byte(fiSuffixes)), bytes.Fields([]byte(fiSuffixHeads))
	fiAgentList                    = bytes.Fields([]byte(fiAgents))
)

// fiBorder reports whether the last part of a compound may begin at byte i of the
// word.
func fiBorder(word []byte, i int) (ok, derives bool) {
	first, rest := word[:i], word[i:]
	if n := utf8.RuneCount(rest); n < 3 || n == 3 && !fiShort[string(rest)] {
		return false, false
	}
	if i > 0 && word[i-1] == '-' {
		return true, false
	}
	first = first[bytes.LastIndexByte(first, '-')+1:]
	if n := utf8.RuneCount(first); n < 2 || n < 4 && !fiShort[string(first)] {
		return false, false
	}
	return fiFirstShape(first, rest) && fiOnset(rest) && !fiInSuffix(word, i), false
}

// fiFirstShape reports whether the first part ends as words do: in a vowel, but
// not the one that the rest begins with, which would take a hyphen, or in one of
// a few consonants after a vowel.
func fiFirstShape(first, rest []byte) bool {
	last, size := utf8.DecodeLastRune(first)
	next, _ := utf8.DecodeRune(rest)
	if fiVowel(last) {
		return last != next && !bytes.HasSuffix(first, fiII)
	}
	switch last {
	case 't':
		for _, w := range fiFirstT {
			if bytes.HasSuffix(first, w) {
				return true
			}
		}
	case 'n', 's', 'r', 'l':
		before, _ := utf8.DecodeLastRune(first[:len(first)-size])
		return fiVowel(before) && (last != next || last == 'n' || last == 's')
	}
	return false
}

// fiOnset reports whether a word may begin like that: not in two consonants that
// are the same or of which the first is a sonorant.
func fiOnset(rest []byte) bool {
	a, size := utf8.DecodeRune(rest)
	b, _ := utf8.DecodeRune(rest[size:])
	if fiVowel(a) || fiVowel(b) {
		return true
	}
	switch a {
	case 'l', 'r', 'm', 'n', 'h', 'j', 'v':
		return false
	case 'k':
		return b != 's' && b != 't' && b != 'k'
	}
	return a != b
}

// fiInSuffix reports whether byte i of the word lies within a suffix, or before
// one that sounds like a word.
func fiInSuffix(word []byte, i int) bool {
	first, rest := word[:i], word[i:]
	for _, s := range fiSuffixHeadList {
		if bytes.HasPrefix(rest, s) {
			return true
		}
	}
	if around(word, i, 3, fiSuffixList) || around(word, i, 0, fiAgentList) {
		return true
	}
	last, _ := utf8.DecodeLastRune(first)
	switch {
	case bytes.HasPrefix(rest, fiTava) || bytes.HasPrefix(rest, fiTavi):
		// sovel-tava, edus-tava, but toiminta-tavat, kehittämis-tavat
		return last == 'l' || last == 'r' || last == 's' && !fiAction(first)
	case bytes.HasPrefix(rest, fiTui):
		return fiVowel(last) // puhu-tuin
	case bytes.HasPrefix(rest, fiSeksi):
		return last == 'i' && len(rest) == len(fiSeksi) // ihmi-seksi
	case bytes.HasPrefix(rest, fiInto) || bytes.HasPrefix(rest, fiInno):
		return last != 'n' && (!fiVowel(last) || last == 'a' || last == 'ä') // naut-into, hava-into
	case bytes.HasPrefix(rest, fiNoi):
		return last == 'n' // opin-noissa
	case bytes.HasPrefix(rest, fiNai):
		return last == 'n' || fiNotWomen[string(first)] // olen-nainen, varsi-nainen
	case string(rest) == "tuen" || string(rest) == "tyen":
		before, _ := utf8.DecodeLastRune(first[:len(first)-1])
		return (last == 'u' || last == 'y') && fiVowel(before) // tukeu-tuen
	case fiMany[string(first)]:
		return bytes.HasSuffix(rest, fiIsta) || bytes.HasSuffix(rest, fiIstae) // moni-muotoista
	case last == 's':
		return fiPartitiveTail(rest)
	}
	return false
}

var (
	fiTava, fiTavi, fiMis = []byte("tava"), []byte("tavi"), []byte("mis")
	fiTui, fiSeksi        = []byte("tui"), []byte("seksi")
	fiInto, fiInno        = []byte("into"), []byte("inno")
	fiNoi, fiNai, fiII    = []byte("noi"), []byte("nai"), []byte("ii")
	fiIsta, fiIstae       = []byte("ista"), []byte("istä")
)

// fiNotWomen are the stems that -nainen makes adjectives of; otherwise it is a woman.
var fiNotWomen = set(`koko haja moni puoli suora varsi toisi yksi tavan ylei`)

// fiMany are first parts of adjectives in -inen, which the partitive is of rather than
// the elative plural of a noun.
var fiMany = set(`moni eri saman oma ulko sisä yksi kaksi kolmi neli täys puoli lyhyt pitkä`)

// fiAction reports whether the first part is that of a compound with an action: a noun
// in -minen.
func fiAction(first []byte) bool {
	verb, ok := bytes.CutSuffix(first, fiMis)
	last, _ := utf8.DecodeLastRune(verb)
	return ok && fiVowel(last)
}

// fiPartitiveTail reports whether the rest after an s is the partitive ending of
// -nen words with something after it: kansallis-taan, kansallis-takin.
func fiPartitiveTail(rest []byte) bool {
	switch string(rest) {
	case "taan", "tään", "tani", "täni", "tasi", "täsi", "tansa", "tänsä", "tamme", "tämme", "tanne", "tänne",
		"takin", "täkin", "takaan", "täkään", "tako", "täkö":
		return true
	}
	return false
}
