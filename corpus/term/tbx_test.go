package term

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestTBX(t *testing.T) {
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	for _, tt := range []struct{ name, src, want string }{
		{"version 2", head + `<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body>
<termEntry id="c1"><descripGrp><descrip type="subjectField">pyörän
 huolto</descrip><admin type="source">oma</admin></descripGrp>
 <langSet xml:lang="fi-FI"><descrip type="definition">pyörän osa</descrip>
  <tig><term>ketju</term><termNote type="partOfSpeech">noun</termNote></tig>
  <ntig><termGrp><term>ketti<hi type="bold">nki</hi></term><termNote type="normativeAuthorization">deprecatedTerm</termNote></termGrp></ntig>
 </langSet>
 <langSet lang="SV"><note>se även &#107;edjekåpa</note><tig><term>kedja</term></tig><tig><term>kätting</term><termNote type="forbidden">true</termNote></tig></langSet>
 <langSet xml:lang="en"><descrip type="definition">part</descrip><tig><term>chain</term></tig><tig><term>ring</term></tig></langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="de"><tig><term>Kette</term></tig></langSet></termEntry>
</body></text></martif>`, "c1\tfi\tketju\t\tnoun\t\t\tpyörän huolto\tpyörän osa; se även kedjekåpa\n" +
			"c1\tfi\tkettinki\tdeprecated\t\t\t\tpyörän huolto\tpyörän osa; se även kedjekåpa\n" +
			"c1\tsv\tkedja\t\t\t\t\tpyörän huolto\tpyörän osa; se även kedjekåpa\n" +
			"c1\tsv\tkätting\tbanned\t\t\t\tpyörän huolto\tpyörän osa; se även kedjekåpa\n" +
			"omitted de: 1\nomitted en: 2\nomitted definition: 1\nomitted source: 1\nomitted concepts: 1\n"},
		{"version 3, categories as elements", head + `<tbx style="dct" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="_x0031_2"><min:subjectField>osat</min:subjectField><basic:definition>x</basic:definition>
<langSec xml:lang="sv"><termSec><term>eker</term><min:partOfSpeech>proper noun</min:partOfSpeech></termSec><termSec><term>hjuleker</term></termSec>
<termSec><term>spröt</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus><note>forms: spröten; sprötet</note><note>vanligt förr</note><min:partOfSpeech>adverb</min:partOfSpeech></termSec></langSec></conceptEntry></body></text></tbx>`,
			"12\tsv\teker\t\tname\t\t\tosat\tx\n12\tsv\thjuleker\tadmitted\t\t\t\tosat\tx\n12\tsv\tspröt\tdeprecated\t\tspröten; sprötet\t\tosat\tx\nomitted note: 1\nomitted partOfSpeech adverb: 1\n"},
		{"no status before a preferred term", `<tbx><conceptEntry><langSec xml:lang="fi"><termSec><term>puola</term></termSec><termSec><term>pinna</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry></tbx>`,
			"pinna\tfi\tpuola\tadmitted\npinna\tfi\tpinna\n"},
		{"faults", `<tbx><conceptEntry id="a"><langSec><termSec><term>x</term></termSec></langSec>
<langSec xml:lang="fi"><termSec><term> </term></termSec><termSec><note>n</note></termSec><termSec><term>vanne</term></termSec></langSec></conceptEntry>
<conceptEntry id="a"><langSec xml:lang="fi"><termSec><term>pinna</term></termSec></langSec></conceptEntry>
<conceptEntry id="b"><langSec xml:lang="fi"><termSec><term>lukko</termSec></langSec></conceptEntry>
<conceptEntry id="c"><langSec xml:lang="fi"><termSec><term>A & B</term></termSec></langSec></conceptEntry>
<conceptEntry id="d"><langSec xml:lang="fi"><termSec><term>&nbsp;C</term></termSec></langSec></conceptEntry>
<conceptEntry id="e"><langSec xml:lang="fi"><termSec><term>satula</term></termSec></langSec></conceptEntry>
<conceptEntry id="f"><langSec xml:lang="fi">`, "a\tfi\tvanne\ne\tfi\tsatula\nomitted note: 1\n" +
			`t:1:27: <langSec> does not say its language
t:2:24: no term
t:2:57: no term
t:3:1: the identifier "a" is that of the concept in line 1, too
t:4:65: </termSec> where </term> is due
t:5:63: no well-formed XML: invalid character entity & (no semicolon)
t:6:66: no well-formed XML: invalid character entity &nbsp;
t:8:1: <conceptEntry> has no end
`},
		{"entities", head + `<!DOCTYPE tbx [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><tbx><conceptEntry id="a"/></tbx>`,
			"t:2:1: the file declares entities, which are not read: save it without\n"},
		{"deep", "<tbx>" + strings.Repeat("<a>", 200), "t:1:303: nested more than 100 deep\n"},
		{"deep entry", "<tbx><termEntry>" + strings.Repeat("<a>", 200) + "\n<termEntry><langSet xml:lang='fi'><tig><term>tanko</term></tig></langSet></termEntry></tbx>", "tanko\tfi\ttanko\nt:1:311: nested more than 100 deep\n"},
		{"another", "<html><p>x</p></html>", "t:1:1: no term base: neither TBX nor SKOS in RDF/XML\n"},
		{"no entries", "<tbx/>", ""},
		{"cut", "<tbx><text>", "t:1:12: the file ends too early\n"},
	} {
		if d := gocmp.Diff(tt.want, summary(t, "t", tt.src)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func FuzzTBX(f *testing.F) {
	f.Add([]byte(`<martif><termEntry id="c1"><descrip type="subjectField">d</descrip><note>n</note><langSet xml:lang="fi-FI"><tig><term>ketju</term><termNote type="partOfSpeech">noun</termNote></tig><ntig><termGrp><term>ketti<hi>nki</hi></term><termNote type="normativeAuthorization">deprecatedTerm</termNote></termGrp></ntig></langSet></termEntry></martif>`))
	f.Add([]byte(`<tbx><conceptEntry id="_x0031_2"><langSec xml:lang="sv"><termSec><term>eker</term><note>forms: a; b</note><note>status: banned</note></termSec></langSec></conceptEntry><conceptEntry><langSec xml:lang="fi"><termSec><term>x</termSec>`))
	f.Add([]byte(`<!DOCTYPE a [<!ENTITY b "c">]><tbx>&b;`))
	fuzzFormat(f, "f.tbx", TBX)
}
