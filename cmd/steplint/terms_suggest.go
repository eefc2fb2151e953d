package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func newTermsSuggest(a *app) *cobra.Command {
	var output, to string
	var least int
	c := &cobra.Command{
		Use: "suggest [PATH…]",
		Short: a.text(lint.Msg{
			"Suggest terms that the documents use in both languages",
			"Ehdota termejä, joita asiakirjat käyttävät molemmilla kielillä",
			"Föreslå termer som dokumenten använder på båda språken",
		}),
		Long: a.text(lint.Msg{
			"Words and phrases that stand for one another in at least --min segments are printed as\na term base, the surest first, without those that are known already. The note says in\nhow many segments both stand, and the Finnish and the Swedish term at all, and shows\none. Read the list and delete what is no term before you use it.",
			"Sanat ja sanaparit, jotka vastaavat toisiaan vähintään --min kohdassa, tulostetaan\ntermikantana, varmimmat ensin, ilman jo tunnettuja. Huomautus kertoo, monessako kohdassa\nmolemmat ovat sekä monessako suomen- ja ruotsinkielinen termi ylipäätään, ja näyttää\nyhden. Lue luettelo ja poista, mikä ei ole termi, ennen kuin otat sen käyttöön.",
			"Ord och fraser som svarar mot varandra på minst --min ställen skrivs ut som en termbas,\nde säkraste först, utan dem som redan är kända. Anmärkningen säger på hur många ställen\nbåda finns och på hur många den finska och den svenska termen finns över huvud taget, och\nvisar ett. Läs listan och stryk det som inte är termer innan du använder den.",
		}),
		RunE: func(c *cobra.Command, paths []string) error {
			format, err := termFormat(to, output, term.TSV)
			if err != nil {
				return err
			}
			if least < 2 {
				return lang.Errorf(lang.Msg{"--min: say 2 or more", "--min: anna vähintään 2", "--min: ange minst 2"})
			}
			return a.suggest(c.Context(), paths, least, func(base *term.Base) error {
				return a.output(output, func(w io.Writer) error { return base.Write(w, format) })
			})
		},
	}
	c.Flags().IntVar(&least, "min", 3, a.text(lint.Msg{"segments that must hold both terms", "kohdat, joissa molempien termien on oltava", "ställen som båda termerna måste finnas på"}))
	a.termFlags(c, &output, &to)
	return c
}

// suggest writes the term candidates of the documents of the paths.
func (a *app) suggest(ctx context.Context, paths []string, least int, write func(*term.Base) error) error {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	c, err := a.load(ctx, paths)
	if err != nil {
		return err
	}
	base := new(term.Base)
	for _, s := range c.Candidates(ctx, least, a.workers()) {
		if !knownTerm(c.Terms(), s.Source) {
			base.Concepts = append(base.Concepts, term.Concept{
				ID:    s.Source,
				Note:  evidence(s),
				Terms: []term.Term{{Lang: lang.FI, Text: s.Source}, {Lang: lang.SV, Text: s.Target}},
			})
		}
	}
	if err := interrupted(ctx); err != nil {
		return err
	}
	if err := write(base); err != nil {
		return err
	}
	a.say(lint.Msg{"suggested: %d", "ehdotuksia: %d", "förslag: %d"}, len(base.Concepts))
	return nil
}

// evidence says how often the terms of a candidate stand for one another, and where.
func evidence(s corpus.Candidate) string {
	side := func(d *parser.Document, units []int) string {
		const longest = 100 // letters
		text := []rune(strings.Join(strings.Fields(d.Plain(d.Units()[units[0]].Text)), " "))
		if len(text) > longest {
			text = append(text[:longest], '…')
		}
		return plain(string(text))
	}
	d := s.Pair.Source
	line := d.LineOf(d.Units()[s.Link.Source[0]].Text.Start)
	return fmt.Sprintf("%d (fi %d, sv %d): “%s” – “%s” (%s:%d)", s.Both, s.In[0], s.In[1],
		side(d, s.Link.Source), side(s.Pair.Target, s.Link.Target), plain(d.Name), line)
}

// knownTerm reports whether the text is a Finnish term of the base, in any form, for
// which there is a Swedish one.
func knownTerm(t *corpus.Terms, text string) bool {
	m := t.Matcher(lang.FI)
	d, err := parser.Parse("term.txt", []byte(text), parser.Options{Lang: lang.FI})
	if m == nil || err != nil {
		return false
	}
	for _, h := range m.Find(d, parser.Span{End: len(d.Src)}, nil) {
		if h.Kind == lang.WordMatch && h.Span.Len() == len(text) && len(t.Base.Concepts[h.Concept].In(lang.SV)) > 0 {
			return true
		}
	}
	return false
}
