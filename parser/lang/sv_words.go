package lang

// SV is Swedish.
var SV = &Lang{
	Code:               "sv",
	Abbreviations:      set(svAbbreviations),
	FinalAbbreviations: set(svFinalAbbreviations),
	FunctionWords:      set(svFunctionWords),
	QuestionWords:      set(svQuestionWords),
	Joiners:            set(svJoiners),
	LevelLabels:        []string{"nivå", "kompetensnivå", "kunskapsnivå"},
	Grades: []string{
		"underkänd underkända underkänt",
		"svag svaga svagt",
		"försvarlig försvarliga försvarligt hjälplig hjälpliga hjälpligt",
		"måttlig måttliga måttligt",
		"nöjaktig nöjaktiga nöjaktigt tillfredsställande",
		"god goda gott",
		"berömlig berömliga berömligt",
		"utmärkt utmärkta",
		"godkänd godkända godkänt",
	},
}

// Words that Finnish or English often writes the same way ("ja", "se", "alla",
// "in") are left out, but for a few that hardly any Swedish text lacks.
const svFunctionWords = `
och eller samt men utan därför eftersom när då att som än om medan innan sedan både såväl varken vare
huruvida såsom liksom dvs alltså dock däremot ändå ju nog jag du han hon det den de vi ni mig dig
honom henne oss er dem sig min mitt mina din ditt dina sin sitt sina hans hennes dess deras vår vårt våra
ert era denna detta dessa denne samma sådan sådant sådana själv själva självt varandra
varandras vilken vilket vilka vars vem vad hur var varför vart man någon något några ingen inget inga
allt allting varje vardera annan annat andra många mycket mer mera mest mindre
minst få färre flera fler flesta en ett två tre i på till från för med av vid hos mot mellan
under över efter före genom kring omkring bland enligt trots åt ur inom utom utanför ovanför bakom
framför bredvid längs förbi per via angående beträffande gällande är vara varit vore blir bli
blev blivit har hade haft kan kunna kunde kunnat ska skall skulle vill vilja ville måste bör borde får fick
fått låta låter gör göra gjort gjorde finns fanns finnas brukar inte icke ej aldrig alltid
ofta ibland redan ännu också även bara endast nu här där dit hit ut upp ner
så sådär således exempelvis samtidigt dessutom särskilt speciellt
vidare igen åter tillsammans olika egen eget egna kanske gärna hellre heller lite litet
väl bättre därtill därmed därefter härvid varvid varpå därigenom dels antingen ifall fast
fastän förutom beroende gentemot utifrån utöver inför inklusive istället respektive
nedan ovan nere uppe inne ute genast snart tills såvida vilkas eders`

const svQuestionWords = `
vad vem vems vilken vilket vilka hur hurdan hurdant hurdana hurudan hurudana varför när var vart
varifrån varmed varav vari varpå varom
är har kan ska skall vill får bör måste finns kunde skulle blir gör behöver vet känner`

const svJoiners = `
och eller samt respektive resp men utan som till än osv mm o kontra per mot via plus minus
liksom såväl både antingen varken alternativt alt inklusive exklusive versus vs jämte även`
