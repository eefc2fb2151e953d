package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

func newTermsImport(a *app) *cobra.Command {
	var output, to string
	c := &cobra.Command{
		Use: "import FILE…",
		Short: a.text(lint.Msg{
			"Turn term bases of any format into one of ours",
			"Muunna minkä tahansa muotoiset termikannat omaan muotoon",
			"Gör om termbaser i vilket format som helst till vårt eget",
		}),
		Long: a.text(lint.Msg{
			"FILE is TSV or TOML of steplint, TBX (version 2 or 3) or SKOS (Turtle or RDF/XML), as\nIATE, Tieteen termipankki, Finto, memoQ and others export them. Finnish and Swedish\nterms are kept; what is left out is counted on standard error.",
			"FILE on steplintin TSV tai TOML, TBX (versio 2 tai 3) tai SKOS (Turtle tai RDF/XML),\njollaisia esimerkiksi IATE, Tieteen termipankki, Finto ja memoQ tuottavat. Suomen- ja\nruotsinkieliset termit säilyvät; pois jäävä lasketaan virhetulosteeseen.",
			"FILE är TSV eller TOML av steplint, TBX (version 2 eller 3) eller SKOS (Turtle eller\nRDF/XML), som IATE, Tieteen termipankki, Finto, memoQ med flera exporterar. Finska och\nsvenska termer tas med; det som utelämnas räknas upp på standardfelet.",
		}),
		Args: argCount(1, math.MaxInt),
		RunE: func(_ *cobra.Command, files []string) error {
			format, err := termFormat(to, output, term.TSV)
			if err != nil {
				return err
			}
			base, omitted := new(term.Base), term.Omitted{}
			for _, f := range files {
				own, left, errs := corpus.ImportTerms(f, f)
				base.Add(own)
				omitted.Merge(left)
				for _, err := range errs {
					a.trouble(err)
				}
			}
			if len(base.Concepts) == 0 && a.status != exitClean {
				return nil // what is wrong has been said, and nothing is written over
			}
			if err := a.output(output, func(w io.Writer) error { return base.Write(w, format) }); err != nil {
				return err
			}
			a.sayTerms(base)
			a.sayOmitted(omitted)
			return nil
		},
	}
	a.termFlags(c, &output, &to)
	return c
}

func newTermsExport(a *app) *cobra.Command {
	var output, to string
	c := &cobra.Command{
		Use: "export --to tsv|toml|tbx|skos",
		Short: a.text(lint.Msg{
			"Write the term base for another program",
			"Kirjoita termikanta toista ohjelmaa varten",
			"Skriv termbasen för ett annat program",
		}),
		Long: a.text(lint.Msg{
			"The term base is what comes with steplint and the files that steplint.toml names.\nTBX is TBX-Basic of ISO 30042:2019 with data categories as attributes; SKOS is Turtle.",
			"Termikanta on steplintin oma ja steplint.toml-tiedostossa nimetyt tiedostot yhdessä.\nTBX on ISO 30042:2019:n TBX-Basic, tietoluokat määritteinä; SKOS on Turtle-muotoinen.",
			"Termbasen är steplints egen och de filer som steplint.toml anger. TBX är TBX-Basic enligt\nISO 30042:2019 med datakategorier som attribut; SKOS är Turtle.",
		}),
		Args: argCount(0, 0),
		RunE: func(*cobra.Command, []string) error {
			format, err := termFormat(to, output, "")
			if err != nil {
				return err
			}
			cfg, err := a.loadConfig(nil)
			if err != nil {
				return err
			}
			base, errs := corpus.LoadTerms(cfg)
			for _, err := range errs {
				a.trouble(err)
			}
			return a.output(output, func(w io.Writer) error { return base.Write(w, format) })
		},
	}
	a.termFlags(c, &output, &to)
	return c
}

// termFlags adds the flags of commands that write a term base.
func (a *app) termFlags(c *cobra.Command, output, to *string) {
	c.Flags().StringVarP(output, "output", "o", "", a.text(lint.Msg{"file to write to (default: standard output)", "tiedosto, johon kirjoitetaan (oletus: vakiotuloste)", "fil att skriva till (förval: standardutmatningen)"}))
	c.Flags().StringVar(to, "to", "", a.text(lint.Msg{"format: tsv, toml, tbx or skos (default: as the output file's name says)", "muoto: tsv, toml, tbx tai skos (oletus: tulostiedoston nimen mukaan)", "format: tsv, toml, tbx eller skos (förval: efter utfilens namn)"}))
	complete(c, "to", termFormats()...)
}

func termFormats() []string {
	var names []string
	for _, f := range term.Formats {
		names = append(names, string(f))
	}
	return names
}

// termFormat returns the format that is asked for by name, or by the name of the
// output file, or else the usual one if there is one.
func termFormat(to, output string, usual term.Format) (term.Format, error) {
	if to == "" {
		to = string(cmp.Or(term.FormatOf(output), usual))
	}
	if to == "" {
		return "", lang.Errorf(lang.Msg{"say the format with --to: %s", "anna muoto valitsimella --to: %s", "ange formatet med --to: %s"}, strings.Join(termFormats(), ", "))
	}
	return term.Format(to), oneOf("--to", to, termFormats()...)
}

// sayTerms says how large a term base is, and what has no term in one language.
func (a *app) sayTerms(base *term.Base) {
	n, lone := [2]int{}, [2]int{}
	for _, c := range base.Concepts {
		for i, l := range lang.All {
			terms := len(c.In(l))
			n[i] += terms
			if terms == 0 {
				lone[i]++
			}
		}
	}
	concepts := a.count(len(base.Concepts), lint.Msg{"concept", "käsite", "begrepp"}, lint.Msg{"concepts", "käsitettä", "begrepp"})
	a.say(lint.Msg{"%s: %d Finnish and %d Swedish terms", "%s: %d suomen- ja %d ruotsinkielistä termiä", "%s: %d finska och %d svenska termer"}, concepts, n[0], n[1])
	if lone[0]+lone[1] > 0 {
		a.say(lint.Msg{
			"without a Finnish term: %d, without a Swedish term: %d", "ilman suomenkielistä termiä: %d, ilman ruotsinkielistä: %d", "utan finsk term: %d, utan svensk term: %d",
		}, lone[0], lone[1])
	}
}

// sayOmitted says what was left out of a term base.
func (a *app) sayOmitted(o term.Omitted) {
	if o.Concepts > 0 {
		a.say(lint.Msg{
			"left out: concepts without a Finnish or a Swedish term: %d", "pois jäi käsitteitä ilman suomen- ja ruotsinkielistä termiä: %d", "utelämnat: begrepp utan både finsk och svensk term: %d",
		}, o.Concepts)
	}
	if n, list := largest(o.Terms, "–"); n > 0 {
		a.say(lint.Msg{"left out: terms in other languages: %d (%s)", "pois jäi muunkielisiä termejä: %d (%s)", "utelämnat: termer på andra språk: %d (%s)"}, n, list)
	}
	if n, list := largest(o.Details, "–"); n > 0 {
		a.say(lint.Msg{"left out: further details: %d (%s)", "pois jäi muita tietoja: %d (%s)", "utelämnat: övriga uppgifter: %d (%s)"}, n, list)
	}
}

// largest returns the sum of the counts, and the largest of them with their names.
func largest(counts map[string]int, unnamed string) (sum int, list string) {
	const most = 8
	names := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	var shown []string
	for _, n := range names {
		sum += counts[n]
		if len(shown) < most {
			shown = append(shown, fmt.Sprint(cmp.Or(n, unnamed), " ", counts[n]))
		}
	}
	if len(names) > most {
		shown = append(shown, "…")
	}
	return sum, strings.Join(shown, ", ")
}
