package lang

// FI is Finnish.
var FI = &Lang{
	Code:               "fi",
	Abbreviations:      set(fiAbbreviations),
	FinalAbbreviations: set(fiFinalAbbreviations),
	FunctionWords:      set(fiFunctionWords),
	QuestionWords:      set(fiQuestionWords),
	Joiners:            set(fiJoiners),
	LevelLabels:        []string{"taso", "osaamistaso"},
	Grades: []string{
		"hylätty hylätyt",
		"heikko heikot",
		"välttävä välttävät välttävän välttävästi",
		"kohtalainen kohtalaiset kohtalaisen kohtalaisesti",
		"tyydyttävä tyydyttävät tyydyttävän tyydyttävästi",
		"hyvä hyvät hyvän hyvin",
		"kiitettävä kiitettävät kiitettävän kiitettävästi",
		"erinomainen erinomaiset erinomaisen erinomaisesti",
		"hyväksytty hyväksytyt hyväksytyn hyväksytysti",
	},
}

// Words that Swedish or English often writes the same way ("se", "en", "me",
// "he", "alla") are left out: they would tell nothing.
const fiFunctionWords = `
ja tai sekä eli mutta vaan vaikka koska kun jos jotta kuin että ettei ellei joten jolloin joskin
kunhan kunnes siis sillä eikä enkä etkä emmekä ettekä eivätkä ei et emme ette eivät älä älkää älköön
minä sinä hän hänen hänet häntä hänelle hänellä häneltä minun minut minua minulle minulla sinun sinut
sinua sinulle sinulla meidän meidät meitä meille meillä teidän teitä teille teillä heidän heidät heitä
heille heillä heiltä tämä tämän tätä tässä tästä tähän tällä tälle tältä tänä täksi nämä näiden näitä
näissä näistä näihin näillä näille tuo tuon tuota tuossa tuosta tuohon tuolla nuo noiden noita
sen sitä siinä siitä siihen sille siltä siksi sinne siellä sieltä niiden niitä niissä niistä
niihin niillä niille niin joka jonka jota jossa josta johon jolla jolle jolta jotka joiden joita
joissa joista joihin joilla joille joilta jona joina mikä minkä mitä missä mistä mihin millä mille
mitkä miten miksi milloin kuka kenen ketä kenelle kuinka itse itsensä itseään itselleen toinen
toisen toista toiset toisten toisia toisiaan toistensa jokin jonkin jotakin jotain jossakin joku jonkun
jotkut joitakin joidenkin kukin kunkin jokainen jokaisen jokaista kaikki kaikkien kaikkia kaiken
kaikissa kaikille muu muun muuta muut muiden muita muissa muihin muille molemmat molempien sama
saman samaa samalla samoin sellainen sellaisen sellaista sellaiset tällainen tällaisen tällaisia
on ole olen olet olemme olette ovat oli olivat olla olisi olisivat ollut olleet olevan oleva olevat
olevia olevien ollessa oltava voi voivat voida voisi voidaan voimme voit voitava tulee tulevat
pitää täytyy saa saavat kuten esimerkiksi myös lisäksi sitten silloin jo vielä vain aina
usein joskus nyt ennen jälkeen aikana mukaan mukaisesti mukaista mukaisen avulla kanssa ilman kautta
kohti vastaan varten vuoksi takia välillä välisen välistä sisällä ulkopuolella päällä luona luokse
keskellä lähellä yli läpi pitkin saakka asti perusteella kannalta osalta sijaan sijasta yhteydessä
edellä jäljempänä tarvittaessa erityisesti mahdollisimman paljon vähän enemmän vähemmän eniten
yhdessä yhden yhtä yksi kaksi kolme mm esim eri oman omia omaa omien omassa omat`

const fiQuestionWords = `
mikä minkä mitä missä mistä mihin millä mille miltä miksi mitkä minne
miten milloin kuka kenen ketä kenelle kenellä keneltä kenestä keneen ketkä keiden keitä keille
kumpi kumman kumpaa kummassa kummalla kummat millainen millaisen millaista millaiset millaisia
millaisten millaisessa millaisissa millaisella millaisilla millaiseen millaisiin
minkälainen minkälaisen minkälaista minkälaiset minkälaisia minkälaisten minkälaisella
kuinka montako monesko paljonko mitenkä miksei mikseivät missäpäin
onko ovatko oletko olenko olemmeko oliko olivatko olisiko olisivatko eikö eivätkö enkö etkö emmekö
voiko voivatko voidaanko voinko voisiko voitko pitääkö täytyykö tuleeko saako saavatko
tarvitseeko kannattaako löytyykö tiedätkö tiesitkö haluatko osaatko`

const fiJoiners = `
ja tai sekä eli vai kuin että mutta vaan ynnä plus kera tahi taikka saati
ym yms jne mm esim ns tms jms jopa myös toisaalta puolestaan miinus kontra vastaan vs`
