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
	stems := fiNegationHints
	if l == SV {
		stems = svNegationHints
	}
	for _, s := range stems {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	if l == SV {
		return strings.HasPrefix(word, "o") && len(word) > 5 || strings.HasSuffix(word, "fri") || strings.HasSuffix(word, "fria") ||
			strings.HasSuffix(word, "fritt") || strings.HasSuffix(word, "lös") || strings.HasSuffix(word, "lösa") || strings.HasSuffix(word, "löst")
	}
	for _, e := range fiNegationEndings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	for _, part := range []string{"ttom", "ttöm", "mattom", "mättöm"} {
		if strings.Contains(word, part) {
			return true
		}
	}
	return false
}

var (
	fiNegations = set("ei en et emme ette eivät älä älkää älköön eikä eivätkä enkä etkä emmekä ettei etteivät ellei elleivät jollei jolleivät")
	svNegations = set("inte ej icke aldrig ingen inget inga ingenting ingendera")

	fiNegationHints = strings.Fields("ilman vain vasta tuskin harvoin kielt kiell muu muut muuta muun eri puuttu lukuun paitsi kumpikaan kukaan mikään vaille vailla " +
		"estä väist vältt välttä luop lakkaa lakat lopet päätty epä puute puuttee vapaa poikkeu saati enemp vähemmän vähiten kuin liian mahdotto vaan jättä jäte jäävät jää saakka asti hyläty hylkä")
	svNegationHints = strings.Fields("utan varken knappt sällan endast bara först förbj undvik sakn brist annan annat andra annars förutom utom miss nek slut hindr förebygg icke vägra undantag fri avst än mindre för upphör avslut tills förrän")

	fiNegationEndings = strings.Fields("ton tön matta mättä tta ttä maton mätön")
)
