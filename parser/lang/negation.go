package lang

import "strings"

// Negations returns the words of a language that negate a sentence.
func Negations(l *Lang) map[string]bool {
	switch l {
	case FI:
		return fiNegations
	case SV:
		return svNegations
	}
	return nil
}

// HintsNegation reports whether a word, in lower case, may stand for a negation
// of the other language: "vain" for "inte mer än", "osäker" for "ei varma".
func HintsNegation(l *Lang, word string) bool {
	switch l {
	case FI:
		return fiHints[word] || hasPrefix(word, fiHintStems) || caritive(word)
	case SV:
		return svHints[word] || hasPrefix(word, svHintStems) || hasSuffix(word, svHintEndings)
	}
	return false
}

// caritive reports whether a Finnish word says that something is lacking:
// "turvaton", "vaaratonta", "syömättä".
func caritive(word string) bool {
	if len(word) < 7 {
		return false
	}
	for _, part := range []string{"ttoma", "ttömä", "ttomi", "ttömi", "ttomu", "ttömy"} {
		if strings.Contains(word, part) {
			return true
		}
	}
	return hasSuffix(word, fiHintEndings) && !hasSuffix(word, fiNoHintEndings)
}

func hasPrefix(word string, stems []string) bool {
	for _, s := range stems {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	return false
}

func hasSuffix(word string, endings []string) bool {
	for _, s := range endings {
		if strings.HasSuffix(word, s) {
			return true
		}
	}
	return false
}

var (
	fiNegations = set(`ei en et emme ette eivät älä älkää älköön eikä enkä etkä emmekä ettekä
		ettei etteivät etten ettet ettemme ettette ellei elleivät ellen ellet ellemme ellette
		muttei mutteivät mutten muttet muttemme muttette jollei jolleivät jottei jotteivät jotten jottet vaikkei koskei`)
	svNegations = set("inte ej icke aldrig ingen inget inga ingenting ingendera")

	// Questions in the negative ask for the same as those without it.
	fiHints = set(`vain vasta vaan ilman paitsi eri muu muut muuta muun kuin saati asti saakka enintään korkeintaan
		eikö eivätkö enkö etkö emmekö ettekö miksei joko vai lukuun vailla vaille kukaan kumpikaan mikään liian`)
	fiHintStems = strings.Fields(`tuskin harvoin kielt kiell puuttu puute estä estee väist vältt välttä luopu lakka lopet päätt epä
		vapaa poikke vähem vähin vähit mahdot jättä jäte hylät hylk hylä varo muista unohda ainoastaan peru tyhj`)
	fiHintEndings   = strings.Fields("ton tön tonta töntä matta mättä tta ttä")
	fiNoHintEndings = strings.Fields("iston istön ston stön utta yttä että mutta autta eutta outta uutta yyttä aatta")

	svHints = set(`utan varken än bara först endast annan annat andra annars förutom utom fri fritt fria slut högst både såväl
		för mindre tills förrän knappt sällan icke`)
	svHintStems = strings.Fields(`förbj undvik sakn brist miss nek hindr förebygg vägra undantag avst upphör avslut
		nästan osäk olagl ofarl omöjl olås otryg ovikt oklar okän obero oford ojäm onödi oansvar otill olämp ogilt omedv ovan osynl
		oskad oförän oför oklok avslag glöm`)
	svHintEndings = strings.Fields("fri fria fritt lös lösa löst")
)
