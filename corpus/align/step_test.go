package align

// A short invented step in both languages.
const (
	stepFI = `Korjaan polkupyörän

Korjaamopolun alussa opitaan pitämään pyörä ajokunnossa. Työ tehdään huolellisesti ja turvallisesti.

Korjaan polkupyörän -askeleella muodostuu käsitys siitä, mitä pyörän osia voi huoltaa itse.

Tavoiteltava osaaminen

Korjaaja

 • tunnistaa pyörän osat ja niiden tehtävät.
 • puhdistaa ketjut ja öljyää ne valmistajan ohjeen mukaan.
 • vaihtaa renkaan ja paikkaa sisärenkaan kolmella paikalla.
 • säätää jarrut ja vaihteet. Hän kokeilee pyörää ennen luovutusta.
 • kertoo asiakkaalle, mitä on tehty ja mitä se maksaa.

Pohdi kysymyksiä ryhmän kanssa. Kysymyksiä ei ole tarkoitus esittää sellaisenaan.

Taso 1) Alkeet Taso 2) Ammattityö Taso 3) Opettaminen
Mistä osista pyörän jarru koostuu?

Mitä työkaluja korjaaja tarvitsee?
Miten jarru säädetään ohjattuna?

Miten vanha ketju vaihdetaan?
Miten jarru säädetään itsenäisesti?

Miksi ketju kuluu, ja miten sen kuluminen mitataan?
Opiskelija puhdistaa ketjun ohjattuna.
Opiskelija puhdistaa ketjun itsenäisesti.
Opiskelija neuvoo muita ketjun puhdistamisessa.

Kysymyksiä opetukseen

 • Mitä teen, jos pyörän runko on poikki?
 • Miten huolehdin jätteistä 2 viikon välein?
`
	stepSV = `Jag reparerar en cykel

I början av verkstadsstigen lär man sig att hålla cykeln i körskick. Arbetet görs omsorgsfullt och tryggt.

Med steget Jag reparerar en cykel bildas en uppfattning om vilka delar av cykeln man kan underhålla själv.

Eftersträvad kompetens

Reparatören

 • identifierar cykelns delar och deras uppgifter.
 • rengör kedjan och smörjer den enligt tillverkarens anvisning.
 • byter däck och lappar innerslangen med tre lappar.
 • justerar bromsarna och växlarna. Han eller hon provar cykeln före överlämningen.
 • berättar för kunden vad som har gjorts och vad det kostar.

Fundera på frågorna med gruppen. Det är inte meningen att frågorna ska ställas som sådana.

Nivå 1) Grunder Nivå 2) Yrkesarbete Nivå 3) Undervisning
Vilka delar består cykelns broms av?

Vilka verktyg behöver reparatören?
Hur justeras bromsen under handledning?

Hur byter man ut en gammal kedja?
Hur justeras bromsen självständigt?

Varför slits kedjan och hur mäts slitaget?
Den studerande rengör kedjan under handledning.
Den studerande rengör kedjan självständigt.
Den studerande ger andra råd om att rengöra kedjan.

Frågor för undervisningen

 • Vad gör jag om cykelns ram är av?
 • Hur sköter jag avfallet med 2 veckors mellanrum?
`
)
