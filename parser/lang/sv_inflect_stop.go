package lang

import "slices"

// svStop are the closed-class forms: what is a pronoun, an auxiliary, an adverb, a
// preposition or a conjunction as a rule is no form of a term that it looks like
// (bara, bar; under, und; var, vara).
const svStop = `
a aldrig alla allas alldeles allihop allra alls allt alltför alltid allting alltjämt alltmer alltså andra angående
annan annars annat annorlunda annorstädes antingen att av bakom bara beträffande bl bland blev bli blir blivit borde
bort borta bredvid bägge bäst bättre båda bådas både bör cirka de dels delvis dem den denna denne dennes deras dess
dessa dessutom det detta dig din dina dit ditt ditåt dock dom du dvs där därav därefter däremot därför däri därmed
därpå därtill därunder därvid däröver då efter eftersom egentligen ej eller elva emellertid emot en ena endast endera
ene enligt ens envar er era ert etc ett exempel faktiskt fanns fastän fem fick finnas finns fl fortfarande fram
framför framme främst från funnits fyra får fått för förbi före förr först förut ganska genast genom gentemot givetvis
gärna ha hade haft han hans har hellre helst helt hemma henne hennes hit hittills hitåt hon honom hos hur hurdan
huruvida hädanefter här härav härmed högst i ibland icke ifall ifrån igen igenom ihop ihåg in inga ingen ingenstans
ingenting inget inifrån innan inne inom inte inuti isär ja jag jo ju just jämte kan kanske kring kunde kunnat kvar
lagom lika liksom likväl lite litet länge längre längs lär m man med medan medelst mellan men mer mera mest mig min
mina mindre minst mitt mittemot mot mycket må måste måtte möjligen naturligtvis ned nedan nej ner nere ni nio nog nu
numera nyligen nyss nämligen när nära-x nästan någon någonsin någonstans någonting något några nån nåra nåt oavsett
och också ofta om omkring oss osv ovan per precis på redan respektive runt samma samman sammans samt sedan senast sex
sig sin sina sinsemellan sist sitt sju själv ska skall skulle slutligen snarare snarast snart som somliga speciellt
strax stundom sällan sämre särskilt så sådan sådana sådant sådär således sån såna sånt såsom såvida såväl sönder tack
till tillbaka tills tillsammans tio tolv torde tre troligen trots tvärtom två ty tyckas tycks tycktes tyvärr undan
under ungefär upp uppe uppifrån ur ut utan utanför utav ute utifrån utom utöver vad vanligtvis var vara varandra
varandras varav vardera vare varför varit varje varken varmed varpå vars vart vartill varvid vem vi via vid vidare
vilka vilkas vilken vilket vill ville visserligen visst vore väl vår våra vårt ymsom än ända ännu är även åt åter
åtminstone åtta ömsom över överallt
`

// svOwned are lemmas with the closed-class forms that are theirs all the same.
const svOwned = `
annan annat andra annan annans; bli blir blev bli blivit; bra bättre bäst; böra bör borde; dålig sämre;
finnas finns fanns funnits finnas; få får fick fått få; ha har hade haft ha; hög högst; kunna kan kunde kunnat;
liten litet lite mindre; lära lär; mycket mer mera mest; må må måtte; skola ska skall skulle; sådan sådant sådana;
tyckas tycks tycktes tyckas; vara är var varit vore; vilja vill ville; all allt alla allas; länge längre
`

// svStopOwners joins the two: closed-class forms to the lemmas that own them.
func svStopOwners(stop, owned string) map[string][]string {
	m := map[string][]string{}
	for f := range set(stop) {
		m[f] = nil
	}
	for lemma, forms := range svTable(owned) {
		for _, f := range forms {
			if _, ok := m[f]; ok && !slices.Contains(m[f], lemma) {
				m[f] = append(m[f], lemma)
			}
		}
	}
	return m
}
