package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func newTerms(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "terms",
		Short: a.text(lint.Msg{
			"Work with the term base: list, check, find, suggest, match, import, export",
			"Käsittele termikantaa: list, check, find, suggest, match, import, export",
			"Arbeta med termbasen: list, check, find, suggest, match, import, export",
		}),
		Args: argCount(0, 0),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newTermsList(a), newTermsCheck(a), newTermsFind(a), newTermsMatch(a), newTermsImport(a), newTermsExport(a), newTermsSuggest(a))
	return c
}

func newTermsList(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "list",
		Short: a.text(lint.Msg{
			"Print the term base: what comes with steplint and your own files",
			"Tulosta termikanta: steplintin omat termit ja omat tiedostosi",
			"Skriv ut termbasen: steplints egna termer och dina filer",
		}),
		Args: argCount(0, 0),
		RunE: func(*cobra.Command, []string) error {
			cfg, err := a.loadConfig(nil)
			if err != nil {
				return err
			}
			base, errs := corpus.LoadTerms(cfg)
			for _, err := range errs {
				a.trouble(err)
			}
			return a.output("", base.WriteTSV)
		},
	}
}

func newTermsMatch(a *app) *cobra.Command {
	var file string
	c := &cobra.Command{
		Use: "match --lang fi|sv --terms FILE",
		Short: a.text(lint.Msg{
			"Say which terms the words on standard input are forms of",
			"Kerro, minkä termien muotoja vakiosyötteen sanat ovat",
			"Säg vilka termer orden på standardinmatningen är former av",
		}),
		Long: a.text(lint.Msg{
			"FILE holds dictionary forms, one a line, or is a term base. For every word that\nholds a term, the word, the term and how it holds it are printed with tabs between:\nword, compound (the last part is the term), derived or first.",
			"FILE sisältää perusmuotoja, yhden rivillä, tai on termikanta. Jokaisesta sanasta,\njossa on termi, tulostetaan sana, termi ja suhde sarkaimin erotettuina: word,\ncompound (viimeinen osa on termi), derived tai first.",
			"FILE innehåller grundformer, en per rad, eller är en termbas. För varje ord som\ninnehåller en term skrivs ordet, termen och hur den ingår med tabbar emellan:\nword, compound (sista delen är termen), derived eller first.",
		}),
		Args: argCount(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			l := lang.ByCode(c.Flag("lang").Value.String())
			if l == nil {
				return lang.Errorf(lang.Msg{"--lang: say fi or sv", "--lang: anna fi tai sv", "--lang: ange fi eller sv"})
			}
			cfg, err := a.loadConfig(nil)
			if err != nil {
				return err
			}
			if err := a.loadDictionary(cfg); err != nil {
				return err
			}
			terms, err := a.lemmas(file, l)
			if err != nil {
				return err
			}
			m := lang.NewTermMatcher(l, terms)
			if l == lang.FI && cfg.Dictionary != nil {
				m = lang.NewVoikkoMatcher(cfg.Dictionary, terms)
			}
			return a.output("", func(w io.Writer) error { return matchWords(w, os.Stdin, m, terms) })
		},
	}
	c.Flags().StringVar(&file, "terms", "", a.text(lint.Msg{"file with the terms", "termit sisältävä tiedosto", "fil med termerna"}))
	if err := c.MarkFlagRequired("terms"); err != nil {
		panic(err) // there is no such flag
	}
	return c
}

// lemmas reads the terms of one word of a language: a term base, or one a line.
func (a *app) lemmas(file string, l *lang.Lang) ([]lang.Term, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, rootCause(err))
	}
	first, _, _ := strings.Cut(string(data), "\n")
	if term.FormatOf(file) == "" && !strings.Contains(first, "\t") {
		var out []lang.Term
		for s := range strings.FieldsSeq(strings.TrimPrefix(string(data), "\ufeff")) {
			out = append(out, lang.Term{Lemma: norm.NFC.String(s)})
		}
		return out, nil
	}
	base, errs := corpus.ReadTerms(file, file)
	for _, err := range errs {
		a.trouble(err)
	}
	var out []lang.Term
	for _, c := range base.Concepts {
		for _, t := range c.In(l) {
			if !strings.Contains(t.Text, " ") {
				out = append(out, lang.Term{Lemma: t.Text, POS: t.POS, Forms: t.Forms, Not: t.Not})
			}
		}
	}
	return out, nil
}

// matchWords prints what the words hold that are read, whatever is around them.
func matchWords(w io.Writer, r io.Reader, m *lang.TermMatcher, terms []lang.Term) error {
	const longest = 1 << 20 // bytes of a word
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, longest)
	sc.Split(bufio.ScanWords)
	var hits []lang.TermMatch
	for sc.Scan() {
		for word := range strings.FieldsFuncSeq(sc.Text(), betweenWords) {
			word = strings.Trim(word, ":'’")
			hits = m.Match(norm.NFC.String(word), hits[:0])
			for _, h := range hits {
				if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", word, terms[h.Term].Lemma, h.Kind); err != nil {
					return err
				}
			}
		}
	}
	if errors.Is(sc.Err(), bufio.ErrTooLong) {
		return lang.Errorf(lang.Msg{
			"standard input: a word is longer than 1 MiB: this is no text", "vakiosyöte: sana on yli 1 MiB: tämä ei ole tekstiä", "standardinmatningen: ett ord är längre än 1 MiB: det här är ingen text",
		})
	}
	return sc.Err()
}

// betweenWords reports whether no word holds the character.
func betweenWords(r rune) bool {
	return r == utf8.RuneError || !unicode.In(r, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune("-–:'’\u00ad", r)
}

func newTermsFind(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "find TERM [PATH…]",
		Short: a.text(lint.Msg{
			"Show where a term stands in any form, with the other language beside it",
			"Näytä, missä termi on missä tahansa muodossa, ja toinen kieli sen rinnalla",
			"Visa var en term står i någon form, med det andra språket bredvid",
		}),
		Args: argCount(1, math.MaxInt),
		RunE: func(c *cobra.Command, args []string) error { return a.find(c.Context(), args[0], args[1:]) },
	}
}

// find prints every segment that holds the term in either language, and what it is
// aligned with.
func (a *app) find(ctx context.Context, text string, paths []string) error {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return lang.Errorf(lang.Msg{"no term given", "termiä ei annettu", "ingen term angavs"})
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var concept term.Concept
	for _, l := range lang.All {
		concept.Terms = append(concept.Terms, term.Term{Lang: l, Text: text})
	}
	c, err := a.load(ctx, paths)
	if err != nil {
		return err
	}
	terms := corpus.NewTerms(&term.Base{Concepts: []term.Concept{concept}, Dictionary: c.Config.Dictionary})
	found := 0
	err = a.output("", func(w io.Writer) error {
		for _, pair := range c.Pairs {
			for _, side := range []*corpus.Side{pair.FromSource(), pair.FromTarget()} {
				n, err := concordance(w, side.Doc, side, terms.Matcher(side.Doc.Lang))
				found += n
				if err != nil {
					return err
				}
			}
		}
		for _, u := range c.Unpaired {
			n, err := concordance(w, u.Doc, nil, terms.Matcher(u.Doc.Lang))
			found += n
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && found == 0 && a.status == exitClean {
		a.status = exitFindings
	}
	return err
}

// concordance prints the leaves of a document that hold a term, with what they are
// aligned with unless the document has no pair (nil), and returns how many do.
func concordance(w io.Writer, d *parser.Document, side *corpus.Side, m *term.Matcher) (int, error) {
	n := 0
	var hits []term.Hit
	for u, unit := range d.Units() {
		if !unit.Leaf() {
			continue
		}
		hits = slices.DeleteFunc(m.Find(d, unit.Text, hits[:0]), func(h term.Hit) bool { return h.Kind == lang.FirstMatch })
		if len(hits) == 0 {
			continue
		}
		n++
		if err := segment(w, d, "", hits[0].Span, unit.Text); err != nil {
			return n, err
		}
		if side == nil {
			continue
		}
		for _, v := range side.Counterparts(u) {
			other := side.Other.Units()[v].Text
			if err := segment(w, side.Other, "\t", other, other); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

// segment prints a line with the text of a span and the place of what is in it.
func segment(w io.Writer, d *parser.Document, indent string, at, s parser.Span) error {
	p := d.Position(at.Start)
	text := strings.Join(strings.Fields(d.Plain(s)), " ")
	_, err := fmt.Fprintf(w, "%s%s:%d:%d: %s\n", indent, plain(d.Name), p.Line, p.Column, plain(text))
	return err
}
