package lang

import "strings"

// svTable reads lines of words, of which the first is the key of the others.
func svTable(lines string) map[string][]string {
	m := map[string][]string{}
	for line := range strings.SplitSeq(lines, ";") {
		if f := strings.Fields(line); len(f) > 0 {
			m[f[0]] = append(m[f[0]], f[1:]...)
		}
	}
	return m
}

// svPlurals are the nouns with umlaut or another irregular plural.
var svPlurals = svTable(`hand händer; land länder; stad städer; strand stränder; rand ränder; tand tänder;
natt nätter; stång stänger; tång tänger; spång spänger; bok böcker; rot rötter; fot fötter; bot böter; son söner;
dotter döttrar; mor mödrar; moder mödrar; far fäder; fader fäder; bror bröder;
broder bröder; man män mannen mannar; gås gäss; mus möss; lus löss; ledamot ledamöter; bonde bönder; brand bränder;
and änder; öga ögon; öra öron; hjärta hjärtan; huvud huvuden; get getter; nöt nötter; kollega kolleger;
fiende fiender; genre genrer; ting tingen; altare altaren; faktum fakta; kön könen; drama dramer; konto konton; studio studior`)

// svNoEnding are nouns without a plural or with one that has no ending, beside a verb
// of the same stem whose present such a plural would be (skydd, skyddar); svErEnding
// and svArEnding are those with a plural in -er (form, formar) and -ar (lek, leker)
// alone. They end compounds as well.
var (
	svNoEnding = set(`skydd svar ansvar tryck mål spel tal verk slut stöd bruk prov lån lås rop hot straff skämt skratt
köp prat bråk bad kast sken hopp namn handel hjälp vård lopp mått snitt steg tvivel försök`)
	svErEnding = set(`grund orsak form bild kontakt färg åtgärd test start film fest gräns text rad dans smak lukt salt sport`)
	svArEnding = set(`lag lek`)
)

// svOtherForms are further forms of nouns, as they are.
var svOtherForms = svTable(`mor moder modern; far fader fadern; bror broder brodern; karl karln`)

// svComparison are the irregular forms of adjectives and of quantifiers.
var svComparison = svTable(`stor större störst; hög högre högst; låg lägre lägst; lång längre längst; ung yngre yngst;
gammal äldre äldst gamla gamle gammalt; tung tyngre tyngst; grov grövre grövst; god gott goda gode;
bra bättre bäst; dålig sämre sämst; liten mindre minst litet lilla lille små smått; nära närmare närmast;
många fler flest flera fleras mångas; få färre färst; mycket mer mest; ond värre värst; smal smalare smalast;
annan annat andra andras annans andre; egen eget egna egne; all allt alla; vid vidare vidast`)

// svStrong are the strong and the irregular weak verbs: past and supine.
var svStrong = svTable(`skriva skrev skrivit; bli blev blivit; bliva blev blivit; driva drev drivit; gripa grep gripit;
lida led lidit; rida red ridit; skina sken skinit; skrida skred skridit; slita slet slitit; stiga steg stigit;
strida stred stridit stritt; svida sved svidit; tiga teg tigit; vika vek vikit; vrida vred vridit; bita bet bitit;
knipa knep knipit; kliva klev klivit; glida gled glidit; niga neg nigit; riva rev rivit; sprida spred spridit spritt;
pipa pep pipit; svika svek svikit; gnida gned gnidit; skrika skrek skrikit; vina ven vinit; kvida kved kvidit;
bjuda bjöd bjudit; bryta bröt brutit; flyga flög flugit; flyta flöt flutit; frysa frös frusit; krypa kröp krupit;
ljuda ljöd ljudit; ljuga ljög ljugit; njuta njöt njutit; sjuda sjöd sjudit; skjuta sköt skjutit; smyga smög smugit;
snyta snöt snutit; stryka strök strukit; suga sög sugit; supa söp supit; tjuta tjöt tjutit; sluta slöt slutit;
klyva klöv kluvit; skryta skröt skrutit; nysa nös nyst; dyka dök dykt; hugga högg huggit; nypa nöp nypit;
tryta tröt trutit; gjuta göt gjutit; ryta röt rutit; ryka rök rykt; lyda löd lytt; krysta krystade krystat;
binda band bundit; brinna brann brunnit; brista brast brustit; dricka drack druckit; falla föll fallit;
finna fann funnit; försvinna försvann försvunnit; förnimma förnam förnummit; hinna hann hunnit; hålla höll hållit;
rinna rann runnit; sitta satt suttit; sjunga sjöng sjungit; sjunka sjönk sjunkit; slippa slapp sluppit;
slå slog slagit; spinna spann spunnit; spricka sprack spruckit; springa sprang sprungit; sticka stack stuckit;
svälta svalt svultit; tvinga tvang tvungit; vinna vann vunnit; slinka slank slunkit; slinta slant sluntit;
bära bar burit; skära skar skurit; stjäla stal stulit; svära svor svurit; svärja svor svurit; dra drog dragit;
draga drog dragit; fara for farit; gå gick gått; få fick fått; stå stod stått; ge gav gett givit; giva gav givit;
be bad bett; bedja bad bett; äta åt ätit; gråta grät gråtit; låta lät låtit; ligga låg legat; komma kom kommit;
sova sov sovit; ta tog tagit; taga tog tagit; se såg sett; le log lett; dö dog dött; vara var varit; ha hade haft;
veta visste vetat; heta hette hetat; vilja ville velat; kunna kunde kunnat; göra gjorde gjort; säga sade sagt;
lägga lade lagt; sätta satte satt; välja valde valt; vänja vande vant; tämja tämde tämt; sälja sålde sålt;
skilja skilde skilt; böra borde bort; töras tordes torts; följa följde följt; kräva krävde krävt; växa växte växt vuxit;
glädja gladde glatt; stödja stödde stött; leva levde levt levat; smörja smorde smort; spörja sporde sport;
dölja dolde dolt; svälja svalde svalt; kvälja kvalde kvalt; befalla befallde befallt; skola skulle skolat;
förslå förslog förslagit; mala malde malt malit; gala gol galit; bedra bedrog bedragit; städja stadde statt; betala betalte betalt`)

// svPresent are their other forms: irregular presents, short pasts.
var svPresent = svTable(`vara är vore; veta vet; vilja vill; kunna kan; säga sa; lägga la; böra bör; skola ska skall;
taga tar; draga drar; giva ger; bliva blir; bedja ber; heta heter`)

// svWeakToo are the strong verbs with weak forms beside.
var svWeakToo = set(`sluta tvinga strida sprida lyda svälta nypa klyva dyka ryka nysa krysta snyta leva betala`)

// svStrongNouns are the nouns in the stem of a strong verb that have a plural in -er.
var svStrongNouns = set(`strid vin brist`)

// svNounToo are the strong verbs that are nouns as well. svNounFirst are words that
// are nouns when nothing is said, being auxiliaries otherwise: vara, skola.
var (
	svNounToo = set(`vara sticka spricka skära fara skola hinna låga vika lida skina smörja svika tina
följa vina ryka gala rida leva glida pipa sova suga hugga strida gå be ge se le få ta`)
	svNounFirst = set(`vara skola`)
)

// svSecondStems are the stems of the second conjugation that svSecond would not
// recognise, svBareStem those with a present without ending.
var (
	svSecondStems = set(`åk blås lås tål mal råd begrav befall kläd vig lyft gift mist fäst smält vält svält`)
	svBareStem    = set(`tål mal`)
)

// svFirstEnds are ends of stems, from the last vowel on, of the first conjugation.
var svFirstEnds = strings.Fields(`er el il ir et it ig ik en in`)

// svVerbPrefixes are prefixes, particles and other words that verbs are
// compounded with.
var svVerbPrefixes = set(`av an be bi de er för fram från före genom hän i in inne med miss mot ned ner o om på sam sönder till
under upp ur ut utan vid å åter över efter hemma kring bort fast fort lös mellan sär själv tillbaka vidare
ovan överens bak hop rå god hus fri del undan kvar ute uppe emot ihåg ihop isär samman igång igen ifråga iakt
åsido åstad tillgodo tillvara omhand omhänder upprätt när närmare fel bekant klar redo tydlig til grund kart plan
mång färdig jäm säker ställ tvär full hög stor lågt runt omkring ned hem åsido veder und ent`)

// svBound are the prefixes that make another word of any word, svParticles those
// that may begin compounds as well.
var (
	svBound = set(`o be för an av er ge miss van om upp in å und ent veder åter bi fort sam gen ur sär bort
re kon kom dis de ex per pro trans sub inter`)
	svParticles = set(`ut över under fram till med mot på genom före efter ned ner hop hem från kring vid hän inne`)
)

// svSuffixHeads are suffixes, in all their forms, that look like words.
var svSuffixHeads = set(`het heten heter heterna hets hetens heters heternas skap skapet skapen skaper
skaps ning ningen ningar ningarna nings ningens ling tion tionen tioner ism ismen ist isten ister are arna aren sam samt
samma ren rens ner nerna per perna den dens sen sens kap kapen kaper kaps hen bar bart bara lös löst lösa lig ligt liga isk iskt iska ing ingen ingar dom domen ande ende ans else iv ivt iva`)

// svWholes are common words that no last part begins inside of: område has nothing of
// råd in it.
var svWholes = [][]byte{[]byte("område"), []byte("medel"), []byte("redskap"), []byte("program"), []byte("kvalitet"), []byte("kontroll"), []byte("kontakt"),
	[]byte("erfarenhet"), []byte("medvetenhet"), []byte("lägenhet")}

// svVerbal are the suffixes of nouns that a verb underlies.
var svVerbal = [][]byte{[]byte("ning"), []byte("ande"), []byte("ende"), []byte("are"), []byte("else")}
