package lang

import "strings"

// svAdjectives are the adjectives without a suffix that are hardly ever nouns, and
// the participles of the second and the strong conjugations, whose shape is that of
// many nouns. They also end compounds and prefixed words.
var svAdjectives = set(`stor liten god ung gammal ny låg lång bred smal tjock tunn tung lätt svår hård mjuk stark svag frisk
sjuk kry glad själv solid rigid stupid valid timid ledsen arg sur söt besk len sträv slät krokig rund slö kvick snabb rask långsam sen snar torr våt
blöt varm sval het ljum mild mörk vit röd grön gul blå grå brun blond rik fin grov ful snäll elak klok dum slug
lat fri sann falsk viss hel halv tom full lös trång öppen naken skygg rädd feg trött pigg vaken nöjd stolt ovan
olik skild egen gemensam dyr hemsk mogen färsk vild stilla tam blind döv stum halt smart tuff cool jämn
exakt dov gäll hes tyst stel spröd skör seg styv gles brant flack skev sned tvär stram slak slapp mager fet
späd skarp frän skral trygg hal öm from sällsynt kär ljuv blid barsk brysk
tacksam skyldig arm allmän enskild särskild sund karg grann snygg snål blyg fräck sams osams ilsken galen klen
bråd trög flink lurvig luden kal blek mulen kulen rutten trogen erfaren sliten beläst bekant fjär mör
 spe trist just robust vag flat fix rar pur tung hurtig stadd sann säll krass käck huld trind knubbig dryg
okänd förtjust fjärran varse snäv grym stygg butter mätt kvav fräsch nätt fadd skämd lömsk glömsk drömsk morsk
trolsk bjärt monoton synkron analog unik antik diffus konfus profan urban spontan momentan bisarr morbid frigid snopen
perifer dold ögd hänt bent likadan
känd vänd sänd tänd bränd ställd fälld fylld såld vald skild hörd lärd körd rörd förd styrd hyrd gjord smord byggd lagd
sagd stängd hängd trängd levd grävd krävd kvävd böjd höjd dröjd född klädd spridd sedd skedd nådd trodd ledd stödd
beredd bodd sydd flydd spådd ljudd spänd stämd klämd tald mald kyld slängd svängd sprängd glömd dömd bestämd skrämd gömd berömd drömd tvungen bunden funnen given tagen dragen
köpt läst tänkt märkt tryckt sökt väckt bytt löst räckt släckt släppt hjälpt skött sänkt stekt kokt skärpt fäst
svept klippt knäppt döpt krympt låst fryst styrkt stärkt skänkt mött tyckt knäckt täckt sträckt smält rökt krökt dränkt satt bosatt anställd avsedd`)

// svAdjectivesToo are those that are nouns too.
var svAdjectivesToo = set(`hög kort djup grund ljus salt ren spak lugn vis rätt lik rå bar värd lam skum matt blank
rak ring vred kall klar fast vid van ond död plan led platt mitt svart stilla stum först sist svensk finsk dansk norsk tysk
fransk engelsk rysk spansk polsk grek nordisk estnisk lettisk samisk judisk vek fel
enkel dubbel ädel simpel usel dunkel trippel vacker säker nykter tapper munter bitter bister yster läcker diger dyster
lucker vader fager sober proper super mager osäker suverän human mogen tvåspråkig
profan urban spontan mondän gift sträng halt vrång krum arm vild tysk grann höger vänster nämnd bredd rund sund knapp`)

// svAdjectiveSuffixes are suffixes of adjectives, some of which nouns have too.
var svAdjectiveSuffixes = strings.Fields(`isk fik sam bar lös full artad ad aktig mässig en abel ibel ant ent iv ell al il är ös
ern nsk lsk dsk rsk in im om orm os ett än äm ox ekt akt ikt upt at kret ut esk yr ex ym em urd ert erd färgad kunnig`)
