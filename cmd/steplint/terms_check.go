package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

func newTermsCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "check [FILE…]",
		Short: a.text(lint.Msg{
			"Say what is wrong with term files (default: those of steplint.toml)",
			"Kerro, mitä vikaa termitiedostoissa on (oletus: steplint.toml-tiedoston)",
			"Säg vad som är fel i termfiler (förval: de i steplint.toml)",
		}),
		RunE: func(_ *cobra.Command, files []string) error {
			base, errs := new(term.Base), []error(nil)
			all := base
			if len(files) == 0 {
				cfg, err := a.loadConfig(nil)
				if err != nil {
					return err
				}
				all, _ = corpus.LoadTerms(cfg)
				cfg.OwnTermsOnly = true
				base, errs = corpus.LoadTerms(cfg)
			}
			for _, f := range files {
				own, more := corpus.ReadTerms(f, f)
				base.Add(own)
				errs = append(errs, more...)
			}
			for _, err := range errs {
				a.trouble(err)
			}
			if err := a.output("", func(w io.Writer) error { return a.doubts(w, base, all) }); err != nil {
				return err
			}
			a.sayTerms(base)
			return nil
		},
	}
}

// inLanguage says in which language something is called so.
var inLanguage = map[*lang.Lang]lint.Msg{lang.FI: {"in Finnish", "suomeksi", "på finska"}, lang.SV: {"in Swedish", "ruotsiksi", "på svenska"}}

// doubts prints what the user's concepts say that cannot be meant: two terms to use
// at once, none at all, or one that another concept uses and they forbid. All holds
// them together with what comes with the program.
func (a *app) doubts(w io.Writer, own, all *term.Base) error {
	mine := map[string]bool{}
	for _, c := range own.Concepts {
		mine[c.ID] = true
	}
	approved := map[string]string{} // concept by language and term
	for _, c := range all.Concepts {
		for _, t := range c.Terms {
			if t.Status.Approved() {
				approved[t.Lang.Code+" "+strings.ToLower(t.Text)] = c.ID
			}
		}
	}
	var out []string
	say := func(c *term.Concept, m lint.Msg, args ...any) {
		out = append(out, plain(c.ID+": "+fmt.Sprintf(m.In(a.lang), args...)))
	}
	for k := range all.Concepts {
		c := &all.Concepts[k]
		if !mine[c.ID] {
			continue
		}
		for _, l := range lang.All {
			terms := c.In(l)
			name := inLanguage[l].In(a.lang)
			if len(terms) > 1 && terms[1].Status == term.Preferred {
				say(c, lint.Msg{
					"two preferred terms %s, “%s” and “%s”: mark one as admitted", "kaksi ensisijaista termiä %s, ”%s” ja ”%s”: merkitse toinen sallituksi (admitted)", "två föredragna termer %s, ”%s” och ”%s”: markera den ena som tillåten (admitted)",
				}, name, terms[0].Text, terms[1].Text)
			}
			if len(terms) > 0 && !terms[0].Status.Approved() {
				say(c, lint.Msg{
					"%s no term may be used instead of “%s”", "%s ei ole termiä, jota saisi käyttää ilmauksen ”%s” sijaan", "%s finns ingen term att använda i stället för ”%s”",
				}, name, terms[0].Text)
			}
			for _, t := range terms {
				if other := approved[l.Code+" "+strings.ToLower(t.Text)]; !t.Status.Approved() && other != "" && other != c.ID {
					say(c, lint.Msg{
						"“%s” is not to be used, but the concept “%s” uses it", "”%s” ei ole käytettävä, mutta käsite ”%s” käyttää sitä", "”%s” ska inte användas, men begreppet ”%s” använder den",
					}, t.Text, other)
				}
			}
		}
	}
	for _, line := range out {
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	if len(out) > 0 && a.status == exitClean {
		a.status = exitFindings
	}
	return nil
}
