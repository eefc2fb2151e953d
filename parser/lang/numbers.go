package lang

// NumberStems returns how the words of a language for a small number start or
// what they hold, and for 1 to 12 the names of the months. It returns nothing
// for other numbers.
func NumberStems(l *Lang, digits string) []string {
	switch l {
	case FI:
		return fiNumbers[digits]
	case SV:
		return svNumbers[digits]
	}
	return nil
}

var fiNumbers = map[string][]string{
	"1":   {"yksi", "yhde", "yhtä", "ensimmäi", "ensi", "tammikuu"},
	"2":   {"kaksi", "kahde", "kahte", "kahta", "toinen", "toise", "kaksois", "molem", "puoli", "helmikuu"},
	"3":   {"kolm", "maaliskuu"},
	"4":   {"nelj", "huhtikuu"},
	"5":   {"viisi", "viide", "viite", "viittä", "toukokuu"},
	"6":   {"kuusi", "kuude", "kuute", "kuutta", "kesäkuu"},
	"7":   {"seitsem", "heinäkuu"},
	"8":   {"kahdeks", "elokuu"},
	"9":   {"yhdeks", "syyskuu"},
	"10":  {"kymmen", "lokakuu"},
	"11":  {"yksitoista", "marraskuu"},
	"12":  {"kaksitoista", "tusina", "joulukuu"},
	"20":  {"kaksikymment"},
	"50":  {"puolet", "viisikymment"},
	"100": {"sata", "sada"},
}

var svNumbers = map[string][]string{
	"1":   {"först", "januari"},
	"2":   {"två", "tvås", "tvåå", "andra", "dubb", "båda", "bägge", "halv", "februari"},
	"3":   {"tre", "tred", "mars"},
	"4":   {"fyr", "fjärd", "april"},
	"5":   {"fem", "maj"},
	"6":   {"sex", "sjätt", "juni"},
	"7":   {"sju", "juli"},
	"8":   {"åtta", "åtton", "augusti"},
	"9":   {"nio", "nion", "september"},
	"10":  {"tio", "tion", "oktober"},
	"11":  {"elva", "elft", "november"},
	"12":  {"tolv", "tolft", "dussin", "december"},
	"20":  {"tjug"},
	"50":  {"hälft", "femtio"},
	"100": {"hundra"},
}
