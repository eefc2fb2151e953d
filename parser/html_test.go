package parser

import (
	"testing"

	"github.com/steplint/steplint/parser/lang"
)

var htmlStructures = []structure{
	{"a page", `
<!doctype html>
<html lang="fi"><head><title>Leivon</title><style>p { color: red }</style></head>
<body>
<h1>Leivon <em>kotona</em></h1>
<p>Leipuri mittaa jauhot<br>ja veden.
<p>Sitten h&auml;n <!-- ei 7 --> paistaa.</p>
<div>Vapaa teksti <span>jatkuu</span>
<section><h2 id="a">Tarvikkeet</h2>Kulho</section> ja kauha</div>
<script>var x = "<p>1</p>"</script>
<noscript><p>2</p></noscript><template><p>3</p></template>
<p hidden>4<p>Loppu.</p>
<div hidden><div>5</div>6</div><p aria-hidden="true">Koriste</p>
<pre>7</pre><p>&nbsp;</p><p> <img alt="8"> </p>
<blockquote><p>– Kuka siellä?</p></blockquote>
</body></html>
`, `
heading1: Leivon kotona
paragraph: Leipuri mittaa jauhot ja veden.
paragraph: Sitten hän paistaa.
paragraph: Vapaa teksti jatkuu
heading2: Tarvikkeet
paragraph: Kulho
paragraph: ja kauha
paragraph: Loppu.
paragraph: Koriste
paragraph <–>: Kuka siellä?
`},
	{"lists", `
<p>Leipuri</p>
<ul>
<li>mittaa <b>jauhot</b></li>
<li><p>vaivaa taikinan</p><p>käsin</p>
  <ol><li>ensin hitaasti<li>sitten nopeasti</ol>
</li>
on lepotauko
<li></li>
<li>paistaa
</ul>
<ol><li>Avaa.</ol>
<li>Irrallinen
<ul><li><h3>Otsikko</h3><p>teksti</p></li><li>kohta</li></ul>
`, `
paragraph lead-in: Leipuri
list
  item <<li>>: mittaa jauhot
  item <<li><p>>: vaivaa taikinan käsin
    item <<li>>: ensin hitaasti
    item <<li>>: sitten nopeasti
  item <>: on lepotauko
  item <<li>>: paistaa
list
  item <<li>>: Avaa.
paragraph: Irrallinen
heading3: Otsikko
paragraph lead-in: teksti
list
  item <<li>>: kohta
`},
	{"a level table", `
<table>
<caption>Arviointi</caption>
<thead><tr></tr><tr><th>Nöjaktiga <b>N1</b></th>
<th><p>Goda G2</p></th><th>Ber&ouml;mliga B3</th></tr></thead>
<tbody><tr><td>bakar<br>med hjälp<td><ul><li>bakar</li><li>gräddar</li></ul>
<td><table><tr><td>bakar</td><td>och</td></tr></table> ger råd
<tr><td>städar<td>&nbsp;<td>städar själv
</tbody></table>
Slut
`, `
paragraph: Arviointi
table header lines 1
  level: Nöjaktiga N1
  level: Goda G2
  level: Berömliga B3
  row
    cell: bakar / med hjälp
    cell: bakar / gräddar
    cell: bakar / och / ger råd
  row
    cell: städar
    cell: städar själv
paragraph: Slut
`},
	{"cells that span", `
<table><tr><th>Taso 1) Alku<th>Taso 2) Jatko
<tr><td colspan=2>leivon
<tr><td>paistan<td>neuvon</table>
<table><tr><td></table><table hidden><tr><td>piilossa</table>
`, `
table header lines 0
  row
    cell: Taso 1) Alku
    cell: Taso 2) Jatko
  row
    cell: leivon
  row
    cell: paistan
    cell: neuvon
`},
	{"broken", "</p><td>yksi<tr><li>kaksi</ul></table><h2>kolme<h3>neljä<p>viisi</div><b>kuusi<ul>seitsemän<li>kahdeksan<p <a>", `
paragraph: yksi
paragraph: kaksi
heading2: kolme
heading3: neljä
paragraph: viisi
paragraph: kuusi
paragraph lead-in: seitsemän
list
  item <<li>>: kahdeksan
`},
	{"entities", "<p>&auml;iti &amp; is&#228; &#xE5;ter &ouml &nosuch; &lt;b&gt; R&D;</p>", "paragraph: äiti & isä åter &ouml &nosuch; <b> R&D;\n"},
}

func TestHTML(t *testing.T) { testStructures(t, "a.Html", htmlStructures) }

func TestMarkupLanguage(t *testing.T) {
	const swedish = "Bagaren mäter mjölet och vattnet och knådar sedan degen för hand, så att den inte blir för hård."
	for _, tt := range []struct {
		name, src string
		want      *lang.Lang
	}{
		{"a.html", `<html lang="fi-FI"><p>` + swedish, lang.FI},
		{"a.html", `<html lang="en"><p>` + swedish, lang.SV},
		{"a.htm", "<p>" + swedish + "<script>että ja on ei se jos kun niin myös tai</script>", lang.SV},
		{"a.markdown", "---\ntitle: että ja on ei se jos kun niin myös tai\n---\n" + swedish, lang.SV},
		{"a.md", "", nil},
	} {
		if d := parseMarkup(t, tt.name, tt.src); d.Lang != tt.want {
			t.Errorf("%s: %v, want %v", tt.src, d.Lang, tt.want)
		}
	}
}

func FuzzHTML(f *testing.F) { fuzzMarkup(f, "a.html", htmlStructures) }

func BenchmarkHTML(b *testing.B) {
	benchmarkMarkup(b, "a.html", htmlStructures[0].src+htmlStructures[1].src+htmlStructures[2].src)
}
