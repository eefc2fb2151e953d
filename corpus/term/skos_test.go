package term

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestTurtle(t *testing.T) {
	const head = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\nPREFIX : <http://x/>\n@prefix xl: <http://www.w3.org/2008/05/skos-xl#>.\n@prefix dct: <http://purl.org/dc/terms/> .\n"
	for _, tt := range []struct{ name, src, want string }{
		{"labels", head + `:p1 a skos:Concept ; # kommentti
  skos:prefLabel "ketju"@fi, "kedja"@sv , 'chain'@en ;
  skos:altLabel """kettinki"""@fi-FI ;; skos:hiddenLabel 'kedj\u0061n'@sv ;
  skos:broader :p2 , [ a skos:Concept ] ; skos:definition "pyörän \"osa\""@fi, "part"@en ;
  skos:exactMatch ( 1 -2.5e3 true "x"^^:y <a> ) ; skos:inScheme :s .
:s a skos:ConceptScheme ; skos:prefLabel "osat"@fi .
`, "http://x/p1\tfi\tketju\t\t\t\t\t\tpyörän \"osa\"\nhttp://x/p1\tsv\tkedja\t\t\t\t\t\tpyörän \"osa\"\n" +
			"http://x/p1\tfi\tkettinki\tadmitted\t\t\t\t\tpyörän \"osa\"\nhttp://x/p1\tsv\tkedjan\tadmitted\t\t\t\t\tpyörän \"osa\"\n" +
			"omitted en: 1\nomitted broader: 2\nomitted exactMatch: 1\nomitted note en: 1\nomitted concepts: 1\n"},
		{"labels with nodes", head + `@base <http://b/> .
<#1> a skos:Concept ; xl:prefLabel <l1> ; xl:altLabel [ xl:literalForm "pinna"@fi ] ; dct:subject "osat" ; skos:note [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "harvoin"@fi ] .
<l1> xl:literalForm "puola"@fi .`, "http://b/#1\tfi\tpuola\t\t\t\t\tosat\tharvoin\nhttp://b/#1\tfi\tpinna\tadmitted\t\t\t\tosat\tharvoin\n"},
		{"names", head + ":a.b\\-c\u00e5%20 a skos:Concept; skos:prefLabel '''a\n'b''''@fi.\n_:b1 a skos:Concept; skos:prefLabel \"x\"@fi.[] a skos:Concept; skos:prefLabel \"y\"@fi.\n[ a skos:Concept; skos:prefLabel \"z\" , \"w\"@sv ] .",
			"http://x/a.b-cå%20\tfi\ta 'b'\nx\tfi\tx\ny\tfi\ty\nw\tsv\tw\nomitted : 1\n"},
		{"faults", head + `:a a skos:Concept ; skos:prefLabel "vanne"@fi .
:b a skos:Concept ; skos:prefLabel "lukko@fi .
:c a skos:Concept ; skos:prefLabel "satula"@fi
:d a skos:Concept .
:e a skos:Concept ; tuntematon:x 1 ; skos:prefLabel "tanko"@fi .
:f a skos:Concept ; skos:prefLabel "1"@fi , "polj\in"@fi .
:g a skos:Concept ; skos:prefLabel "jarru"@fi .
"x" a skos:Concept .
:h skos:prefLabel "x"@ .
:i <a b> 1 .
:j "a" 1 .
:k a skos:Concept ; skos:altLabel "2"@sv .
:l a [ .
:m :n ( 1`, "http://x/a\tfi\tvanne\nhttp://x/g\tfi\tjarru\n" +
			`f:6:36: the text does not end in its line
f:8:1: a full stop is missing here
f:9:21: the prefix "tuntematon" is not declared
f:10:50: unknown escape
f:12:1: a literal cannot be a subject
f:13:23: a language is due here
f:14:4: an address in < > is due here
f:15:4: the name of a property is due here
f:17:8: neither a name nor a text
f:18:10: a ) is missing here
f:16:35: no term
`},
		{"deep", head + ":a :b " + strings.Repeat("[ :c ", 200) + "\n.\n:d a skos:Concept ; skos:prefLabel \"vanne\"@fi .", "http://x/d\tfi\tvanne\nf:5:507: nested more than 100 deep\n"},
	} {
		got := strings.ReplaceAll(summary(t, "f.ttl", tt.src), "f.ttl:", "f:")
		if d := gocmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func TestRDFXML(t *testing.T) {
	const head = `<rdf:RDF xml:base="http://b/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dct="http://purl.org/dc/terms/" xmlns:xl="http://www.w3.org/2008/05/skos-xl#">` + "\n"
	for _, tt := range []struct{ name, src, want string }{
		{"labels", head + `<skos:Concept rdf:about="http://x/p1"><skos:prefLabel xml:lang="fi">ketju</skos:prefLabel><skos:prefLabel xml:lang="en">chain</skos:prefLabel>
<skos:altLabel xml:lang="sv">kedja</skos:altLabel><skos:broader rdf:resource="http://x/p2"/><dct:subject>osat</dct:subject>
<skos:narrower><skos:Concept rdf:about="p3" xml:lang="sv" skos:prefLabel="länk"/></skos:narrower></skos:Concept>
<rdf:Description rdf:ID="p4" xml:lang="fi"><rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/><skos:prefLabel>pinna</skos:prefLabel>
<xl:altLabel rdf:nodeID="n"/><skos:definition rdf:parseType="Resource"><rdf:value>osa</rdf:value></skos:definition><skos:note rdf:parseType="Literal">a<b>b</b></skos:note></rdf:Description>
<xl:Label rdf:nodeID="n"><xl:literalForm xml:lang="fi">puola</xl:literalForm></xl:Label></rdf:RDF>`,
			"http://x/p1\tfi\tketju\t\t\t\t\tosat\nhttp://x/p1\tsv\tkedja\tadmitted\t\t\t\tosat\nhttp://b/p3\tsv\tlänk\n" +
				"http://b/#p4\tfi\tpinna\t\t\t\t\t\tosa; ab\nhttp://b/#p4\tfi\tpuola\tadmitted\t\t\t\t\tosa; ab\nomitted en: 1\nomitted broader: 1\nomitted narrower: 1\n"},
		{"faults", head + "<skos:Concept rdf:about='a'><skos:prefLabel xml:lang='fi'>ketju</skos:Concept>\n<skos:Concept rdf:about='c'><skos:prefLabel xml:lang='fi'>pinna</skos:prefLabel></skos:Concept>\n</rdf:RDF>\n</x>",
			"http://b/c\tfi\tpinna\nt:2:64: </skos:Concept> where </skos:prefLabel> is due\nt:5:1: </x> ends nothing that is open\n"},
	} {
		if d := gocmp.Diff(tt.want, summary(t, "t", tt.src)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func FuzzTurtle(f *testing.F) {
	f.Add([]byte("@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n@base <http://b/> .\n<a> a s:Concept ; s:prefLabel 'ketju'@fi, \"\"\"ked\\u006aa\"\"\"@sv ; s:altLabel [ ] ; s:note ( 1 'x'^^s:y ) .\n_:b a s:Concept; s:hiddenLabel \"x\"@fi .\n[] a s:Concept."))
	f.Add([]byte("PREFIX s: <http://www.w3.org/2004/02/skos/core#>\n<#\u00e5%20> a s:Concept; s:prefLabel \"\\\"a\\\\\"@fi.\n<x a .\n<y> a s:Concept; s:prefLabel \"b\"@sv-FI."))
	f.Add([]byte("@prefix s: <http://www.w3.org/2004/02/skos/core#> . @prefix x: <http://www.w3.org/2008/05/skos-xl#> . @prefix o: <urn:steplint:terms#> .\n<a> a s:Concept; s:altLabel 'k'@fi; x:altLabel [ x:literalForm 'k'@fi; o:status 'banned'; o:forms 'a;b' ] ."))
	fuzzFormat(f, "f.ttl", SKOS)
}

func FuzzRDFXML(f *testing.F) {
	f.Add([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#"><s:Concept rdf:about="http://x/1"><s:prefLabel xml:lang="fi">ketju</s:prefLabel><s:narrower><s:Concept s:prefLabel="b"/></s:narrower></s:Concept><rdf:Description rdf:ID="a"><rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/><s:altLabel xml:lang="sv">k</s:altLabel></rdf:Description></rdf:RDF>`))
	fuzzFormat(f, "f", SKOS)
}
