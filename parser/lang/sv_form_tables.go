package lang

import "strings"

// svFormWords are words of closed classes, and short verbs, by the form in which
// they begin a text. What may begin anything is a "?".
var svFormWords = formTable(`
> inte även också dessutom därtill och samt eller bara endast särskilt bl.a bl.a. t.ex t.ex. exempelvis bland bättre mer ännu alltid
> alltså därmed dock ofta redan åtminstone minst högst cirka ca ytterligare tillsammans självständigt
n en ett den det de denna detta dessa min mitt mina din ditt dina sin sitt sina sina hans hennes dess deras vår vårt våra
n någon något några ingen inget inga all allt alla annan annat andra samma sådan sådant sådana varje flera fler många
n olika egen eget egna nya nytt ny stora stor små liten litet stort goda god gott viktiga vissa båda bägge två tre fyra fem sex sju åtta nio tio
n centrala mindre större bra gamla unga höga låga långa korta fria nära mera flest flesta övriga övrig svenska finska engelska danska
n jag du han hon hen vi ni man dem
n kamera opera arbete samarbete bruk sätt mål varierande
f lär kan ska skall vill bör måste får har är blir vet finns fick hade var kunde skulle ville ser ger tar går står mår bor tror gör hör rör når ror
f beror består förstår uppstår deltar tillhör hör behöver brukar heter kommer säger lägger sätter väljer hjälper känner använder leder
imn lösa klara svara betala tala uttala samtala avtala skala mala varna spara förklara bevara ansvara påtala omtala berättiga
i ha få bli kunna vara veta ske
im namnge ange delge återge ombesörja
im ge gå stå se ta be le dra slå tro bo må nå sy fly bry spå klä delta bero bestå förstå uppnå uppstå använda
i vilja skola böra låta lära känna
c hur vad varför vilken vilket vilka vem vems vilkas huruvida ifall hurdan hurdant hurdana hurudan hurudana
? i på av för med till vid enligt utifrån inom under efter före från om hos mot mellan över genom kring bland åt ur utom utanför per via
? som när då eftersom medan innan sedan fast trots utan så där här nu sen ju mest sist först efteråt därefter
? att beroende angående gällande inklusive exklusive utöver förutom istället upp ut in ner fram bort hem
? både såväl varken antingen dels var vart varifrån tack kanske ibland aldrig igen ungefär nästan ganska mycket lite lika
? slutligen egentligen möjligen nyligen äntligen verkligen vanligen
`)

// svFormEndings are what words may be by their endings, the longest counting.
var svFormEndings = formTable(`
im era
n kamera opera flera mera chimera hetera
imn a
n liga iga tiva siva ella bara samma lösa aktiga iala rala kala tala nala bala mala arna erna orna
n ande ende
f erar viker
fn ar er r
n ningar ingar heter tioner sioner iteter skaper ier iker elser nader orer anser enser ioner rier
fn tvingar
n or ator tor ktor eller
f ror tror glor beror
fin as s
n ers ars ors rnas ens ets ares ings hets tions
fn ade de te dde
n aste
n ande ende else skap are het hets nad nads tion sion itet ment dom eri ism ist
n ning ningen heten tionen sionen itet iteten mentet domen elsen skapen naden eriet ismen
n en et an ån ur
fn ör är år
f för
? t ligt igt iskt it igen
n itet tet vet net ret het målet ativ ktet kt xt nst st ft
n e
nm b c d f g h j k l m n p q v w x z
n o
`)

var svAdverbEndings = strings.Fields("ligt igt iskt ivt ellt alt bart samt löst vis")

// svNoVerbEndings are those of genitives and participles, which what follows does
// not tell from verbs.
var svNoVerbEndings = strings.Fields("s de te")

// svDefiniteEndings are those of nouns that no adjective without an article stands
// before: definite forms, and genitives.
var svDefiniteEndings = strings.Fields("arna erna orna ningen heten tionen sionen iteten elsen skapen naden mentet ngen nheten aren eten iken oden sen tet get let ret det met ket den len ken ens ets rnas")

// svSingularEndings are those of nouns in the singular, which no word in -a, -ar or
// -er stands before but a verb.
var svSingularEndings = strings.Fields("tion sion ning het else skap itet ment")

// svAfterVerb are words that stand after a verb and hardly ever after a noun or an
// adjective that begins a text.
var svAfterVerb = set(`sig sin sitt sina en ett den det de dem denna detta dessa hen honom henne mig dig oss er någon något några
all allt alla varje både hur vad varför vilken vilket vilka huruvida inte ut upp fram in ner ned ihop bort vidare igen fast
olika egna andra ny nytt nya samma sådana sådant kunna få tillsammans även också`)

var (
	svPluralEndings  = []string{"a", "ar", "er"}
	svVerbalPrefixes = []string{"be", "för"}
)
