package lang

import (
	"bytes"
	"strings"
)

// fiStopWords are forms that are conjunctions, pronouns, adpositions or adverbs as
// a rule, though they may be forms of nouns and verbs by their endings; and two nouns
// that look like those of others with a suffix for "your".
const fiStopWords = `
asti vaikkei
ja tai eli sekä että jotta koska kun jos vaikka kuin vaan mutta vai joko eikä niin näin noin siis sitten
silti siten siksi miksi kuten ennen jälkeen kautta mukaan mukana vastaan varten vuoksi takia kanssa
ilman lisäksi lisää lähes lähinnä hyvin paremmin parhaiten usein useimmiten joskus koskaan ensin ensiksi
viimeksi vihdoin lopulta lopuksi aluksi alun alkaen jo vielä enää aina nyt silloin tällöin jolloin
milloin heti kohta pian myös myöskään vain ainoastaan jopa edes ehkä kai kyllä ei en et emme ette eivät
älä olla on ovat oli olivat olen olet olemme olette ole olisi olisivat ollut olleet tässä tästä tähän
tällä täällä tuolla siellä siinä siitä siihen sieltä tänne sinne missä mistä mihin minne jossa josta
johon jolla jolta jolle joka jotka jonka joiden mikä mitä mitkä minkä kuka ketkä kenen hän he hänen
heidän minä sinä me te se ne sen niiden tämä tuo nämä nuo tätä sitä tuota näitä noita itse muu muut
muuta muita muun muiden joku jokin jotain jotakin jokainen kaiken kaikkea kaikkien molemmat kumpi eräs
samoin toisin toisaalta puolesta puolestaan puolelta puolelle puolella suhteen kohden kohti osalta
osaksi sijaan sijasta saakka lähtien päin pois ylös alas ulos sisään yli ali alle alla päälle päällä
päältä edessä eteen edestä takana taakse takaa takaisin vieressä viereen keskellä keskelle välillä
väliin väliltä ympäri ympärillä luona luokse luota pitkin läpi ohi rinnalla sisällä ulkona kotona kotiin
kotoa täysin täynnä pitkään pitkälti kauan kauas kaukana lähellä vähän paljon enemmän eniten vähemmän
vähiten melko aivan todella erittäin varsin hieman liian tarpeeksi kovin yhä yhtä yhdessä yhteen yleensä
tavallaan toki ainakin enintään vähintään korkeintaan mieluummin mielellään oikein oikeastaan väärin
edelleen uudelleen uudestaan jälleen taas kerran nykyään nykyisin nyttemmin äskettäin aiemmin
aikaisemmin myöhemmin tänään huomenna eilen syvällä syvälle kokonaan osittain erikseen pelkästään muuten
muutoin sinänsä edellä riippuen huolimatta mennessä ottaen saati tokko muassa esimerkiksi yhtäkkiä
muista muihin muilla muille muilta muissa muina muuna muussa muusta muuhun muulla muulta muulle tuon
tuossa tuosta tuohon tuolta tuolle tuona toista toinen toisen toiset toisia toiselle toisella toisessa
toisesta toiseen toisten toisiaan toistaan toisensa toistensa noiden noille noilla noissa noista niistä
niissä niihin niille niillä niiltä niinä siltä sille sillä tänä tältä tälle täksi joita joista joihin
joille joilla joilta joina joissa jona jonkin jonkun jossain jostain johonkin jollakin jollain joissakin
joissain joitakin joitain joihinkin keitä ketä kenelle keneltä kenellä minua minut minulla minulle
minulta sinua sinut sinulla sinulle sinulta hänet meidät teidät heidät meitä teitä heitä häntä hänelle
hänellä häneltä heille heillä heiltä meille meillä meiltä teille teillä teiltä meidän teidän itseä
itsensä itseään itselleen itsestään itsessään molempia molempien molemmissa kumpikin kukaan ketään
mikään mitään minkään missään mistään mihinkään millään millä mille miltä kukin kunkin jokaisen jokaista
jokaisessa kaikissa kaikista kaikille kaikilla kaikkiin kaikkia samalla samaan samassa samaa samat
päässä päästä varaan voimaan kohtaan suoraan selvillä selville lainkaan määrin viimein viimeistään
tosiaan kieltämättä hyvänsä parhaillaan parhaimmillaan oikeassa väärässä mahdollisimman erilleen
erillään aikoinaan aikanaan seuraavaksi paitsi nimittäin jaa suorastaan ennestään entuudestaan vastoin
lailla ajan kesken ääressä ääreen äärellä perille perillä hukkaan pystyyn pystyssä kiinni auki irti
esille esillä esiin läsnä yhteensä kaikkiaan harvoin tuskin etenkin vuorotellen vuoroin toisinaan
muualla muualle muualta perässä perään perästä jäljessä tietenkin pääosin pääasiassa tosin tosissaan
alta alitse ylitse edelle edeltä vierestä vierellä rinnalle sisälle sisältä ylipäätään ylipäänsä
toistamiseen eritoten liki sittemmin alkujaan jälkeenpäin pikemmin yksin yksinään yhtaikaa sattumalta
vahingossa vastapäätä vastakkain päällekkäin allekkain kuulemma näköjään puhumattakaan nähden kuluttua
aamuisin iltaisin öisin vuosittain päivittäin viikoittain kuukausittain tällaisen tällainen sellainen
sellaisen tuollainen millainen sellaista tällaista sellaiset tällaiset sellaisia tällaisia enkä etkä
emmekä ettekä eivätkä ellei ellen jollei jollen muttei älkää älköön sinällään enin enimmäkseen ohitse
lävitse läheltä kauempana kauempaa lähempänä lähemmäs etäällä tilanne asenne
`

// fiStopOwners lists the words that stop words are forms of all the same: the
// word and then the forms.
const fiStopOwners = `
muu: muut muuta muita muu muun muiden muista muihin muilla muille muilta muissa muina muuna muussa muusta muuhun muulla muulta muulle
toinen: toista toinen toisen toiset toisia toiselle toisella toisessa toisesta toiseen toisten
sama: samoin samalla samaan samassa samaa samat
kaikki: kaiken kaikkea kaikkien kaikissa kaikista kaikille kaikilla kaikkiin kaikkia
oma: oma
itse: itseä itsensä itseään itselleen itsestään itsessään
tuo: tuon tuossa tuosta tuohon tuolta tuolle tuona
tällainen: tällaisen tällaista tällaiset tällaisia
sellainen: sellaisen sellaista sellaiset sellaisia
koti: kotona kotiin kotoa
aika: ajan
suhde: suhteen
osa: osalta osaksi
puoli: puolesta puolelta puolelle puolella
väli: välille välillä välin väliin väliltä
luona: luokse luota
ottaa: ottaen
mennä: mennessä
johtua: johtuen
riippua: riippuen
lisätä: lisää
taata: takaa
tuoda: tuo
olla: on ovat oli olivat olen olet olemme olette ole olisi olisivat ollut olleet
`

// fiStop returns the stop words with their owners.
func fiStop() map[string][]string {
	out := make(map[string][]string)
	for w := range strings.FieldsSeq(fiStopWords) {
		out[w] = nil
	}
	for line := range strings.Lines(fiStopOwners) {
		lemma, forms, _ := strings.Cut(line, ":")
		for w := range strings.FieldsSeq(forms) {
			out[w] = append(out[w], lemma)
		}
	}
	return out
}

// fiPlainWord returns the word without a clitic, of which stop words may have one.
func fiPlainWord(word []byte) []byte {
	for _, c := range fiStopClitics {
		if b, ok := bytes.CutSuffix(word, c); ok {
			return b
		}
	}
	return word
}

var fiStopClitics = bytes.Fields([]byte("kin kaan kään ko kö han hän"))
