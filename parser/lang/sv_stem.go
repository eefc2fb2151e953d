package lang

import "strings"

var (
	svStemEndings   = newWordEnds(`orna erna ena or er en et na an n t a e`)
	svAgentEndings  = newWordEnds(`arna aren are ar`)
	svNounSuffixes  = newWordEnds(`ningarna ningar ningen heterna heter heten het iteterna iteter iteten itet`)
	svAdjectiveEnds = newWordEnds(`isk ig full lös sam bar iv ell är ad nd`)
)

// svStemPrefixes begin many words that have nothing in common; svNounEndings are the endings of the definite forms, svDerivations those of stems
// that make nouns of verbs.
var (
	svStemPrefixes = strings.Fields(`för över under efter fram inne upp ut in an av be`)
	svNounEndings  = strings.Fields(`n en et ns ens ets na erna orna arna nas ernas ornas arnas`)
	svDerivations  = strings.Fields(`ing ning and end els het tion ation ering ar er ad d t n r s`)
)

// svNounSuffix are the suffixes of nouns by their first letters.
var svNounSuffix = map[string]string{"ni": "ning", "he": "het", "it": "itet"}

func svStem(word string) string {
	w := word
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > shortestRest && !strings.HasSuffix(s, "s") {
		w = s
	}
	if end := svNounSuffixes.end(w); end != "" {
		return w[:len(w)-len(end)] + svNounSuffix[end[:2]]
	}
	if end := svAgentEndings.end(w); end != "" {
		s := w[:len(w)-len(end)]
		if strings.HasSuffix(s, "ing") || strings.HasSuffix(s, "dom") {
			return s
		}
		return s + "ar" // säljare, säljarna, and dagar
	}
	return svStemEndings.cut(w)
}
