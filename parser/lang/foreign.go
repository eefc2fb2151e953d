package lang

// foreignWords are frequent words of English, and a few of German, French, Danish,
// Norwegian and Estonian, that neither Finnish nor Swedish has: a text full of
// them is in neither.
const foreignWords = `
the of and to is are that this these those with for from you your can not or by it its as be at was
were will would should could may might must which where when what who whose why how if an into onto
than then there their they them we our us she his her my but about also any each every some such
only other more most yes do does did done have having been being both between through during
before after while until because using use used make makes see select click press open choose set
need want one two out off so same new first here like
der die das und ist nicht ein eine einen einem einer mit zu zum zur von für auf werden wird sind auch
sich des oder wie bei nach aus durch
le la les une est pour que qui dans pas avec sont cette aux au
og af ikke jeg til fra hvad hvordan hun noget
ning või aga mis kui selle nende ka seda`

// Endings that are frequent in one language and rare in the others.
var (
	fiEndings = []string{
		"ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "nsa", "nsä", "vat", "vät",
		"een", "iin", "aan", "ään", "uun", "yyn", "oon", "öön", "minen", "isen", "isia", "isiä", "uus", "yys",
		"uksen", "kset", "jat", "mat", "mät", "det", "inen", "iset", "elee", "llut", "ista", "jen", "ien", "iden", "den", "taa", "tää", "ita", "itä", "ija", "ijä", "aja", "äjä",
	}
	svEndings = []string{
		"ning", "ningen", "ningar", "het", "heten", "heter", "ande", "ende", "erna", "arna", "orna", "tion",
		"tionen", "tioner", "lig", "liga", "ligt", "isk", "iska", "iskt", "ade", "ades", "else", "elsen", "elser",
		"ar", "er", "or", "skap", "ör", "örs", "ärs", "ara", "eras", "era", "erar", "aren", "rnas", "tiv", "tet", "ska", "iga", "nde", "tions", "ings", "inger", "ets", "else", "ens", "ets", "ingens", "ens", "ningens",
	}
	foreignEndings = []string{
		"ing", "ings", "ly", "ed", "ness", "ment", "ments", "ity", "ies", "ous", "able", "ful", "tion", "tions", "ght",
		"our", "ory", "ary", "ity", "ess", "ive", "ate", "ure", "ch", "sh", "th", "ow",
	}
)
