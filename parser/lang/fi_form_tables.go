package lang

// fiFormWords are words of closed classes, and short verbs, by the form in which
// they begin a text. What may begin anything is a "?".
var fiFormWords = formTable(`
> myös lisäksi aina usein yhdessä ainakin muun muassa mm mm. esimerkiksi esim esim. erityisesti tarvittaessa mahdollisesti itse
> noin vähintään enintään korkeintaan lähinnä mahdollisimman edelleen ja sekä tai vain vielä jo mutta parhaiten
n oma oman omaa omat omia omien eri muu muun muuta muut muita muiden joku jokin jonkin jotakin jotain kaikki kaikkien
n jokainen sama saman samat tämä tämän nämä näiden se sen ne niiden hän hänen heidän he minä sinä me te molemmat molempien kukin kunkin
n yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen monta moni usea useat useita
n data metadata tee
n sellainen sellaiset sellaisia tällainen tällaiset tällaisia työ yö tie suo maa maan pää päät puu työn tien maat
f on ovat ei eivät ole voi voivat voidaan saa saavat saadaan pitää tulee tulevat osaa osaavat
fn en et emme ette olen voin osaan saan haluan tiedän voit olet saat näet tiedät haluat tarvitset pystyt osaat
f oli olivat olisi olisivat kuuluu kuuluvat löytyy löytyvät tekee tekevät vie vievät jää jäävät käy käyvät
fm luo luovat myy syö juo ui lyö
m älä älkää älköön
i olla tulla mennä panna kuulla
c että miten kuinka miksi mitä mikä mitkä missä mistä mihin minne milloin kuka ketkä kenen millainen millaisia millaiset millaista
c minkälainen minkälaisia minkälaista joka jotka jonka
? jos kun koska jotta vaikka ennen jälkeen ilman tuo niin näin sitten ensin siten silloin nyt ei-
? mukaan lukien kuten kuin alle yli noin läpi kautta kohti pitkin ympäri vastaan varten vasta täällä siellä
? mikäli kunnes sitä tätä niitä näitä siinä tässä siitä tästä siihen tähän
? täysin pois ulos alas ylös ohi taas siis tänään huomenna eilen kotona koko
? auki kiinni irti esiin esille mieluiten yleensä joskus harvoin kerran kaksin yksin käsin jalan
`)

// fiFormEndings are what words may be by their endings, the longest counting.
var fiFormEndings = formTable(`
i da dä tella tellä skella skellä nnella nnellä rra rrä
n agenda propaganda veranda
im nna nnä ata ätä eta etä ota ötä uta ytä ita itä
i ataa
in aata äätä
in oota öötä
n uuta yytä eetä eeta iita uota yötä ietä iötä
nm oita öitä aita äitä eita eitä ieta
n uita yitä
nm auta äytä euta iuta outa
n utta yttä otta öttä etta että atta ättä itta ittä
if ttaa ttää staa stää htaa htää tää taa
ifn ltaa ltää ntaa ntää rtaa rtää
fmn mittaa kertaa määrää hätää
ifmn aa ää
fmn jaa jää maa mää naa nää saa sää
f oaa öää uaa yää
fn iaa iää eaa eää
f ee ii oo öö uu yy oi öi
fn puu kuu luu suu muu syy kyy pyy työnsyy
f etaan etään ataan ätään otaan ötään utaan ytään itaan itään idaan idään daan dään
fn staan stään
n ltaan ltään yötään ietään eitaan eitään
fn oitaan öitään aitaan taitaan äitään uotaan
fn vat vät
f sivat sivät
pn nut nyt neet
n nen nta ntä uus yys s us ys ja jä va vä nsa nsä
? lla llä
? ssa ssä sta stä lta ltä lle ksi na nä tta ttä sti
? ella ellä illa illä olla ölla alla ällä ulla yllä
n n
? aan ään iin oon öön uun yyn seen hin hon hön hun
n t
fn aat äät it
nm o ö u y i e a ä
in oa öä ua yä ea eä ia iä
n aja äjä oja öjä eja ejä
in tsia tsiä htia htiä ttia ttiä
`)

// fiLongFormEndings are those of words of three syllables and more.
var fiLongFormEndings = formTable(`
i oida öida öidä eida
n minen ma mä la lä sto stö mo mö io iö o ö
n lu ly ku ky mu my nu ny ru ry su sy pu py vu hu
nm stu sty udu ydy ddy tu ty du dy u y
n i inti ointi
f oi öi
fn si li nsi
n te ste ke ve je
m tse ttele skele ntele eile oile aile
nm e
i stua styä autua eutua outua äytyä eytyä ittyä utua istua
n uutta yyttä
n sia siä joita jöitä
in tsia tsiä
n lua lyä
n ntoa ntöä stoa stöä moa möä
in tua tyä
in htua htyä ntua ntyä ltua
n vuutta
nm a ä
`)
