package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser/lang"
)

func newStale(a *app) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use: "stale [PATH…]",
		Short: a.text(lint.Msg{
			"List what to translate anew: the Finnish text changed, the Swedish did not",
			"Luettele uudelleen käännettävät: suomenkielinen teksti muuttui, ruotsinkielinen ei",
			"Lista det som ska översättas på nytt: den finska texten har ändrats, den svenska inte",
		}),
		Long: a.text(lint.Msg{
			"The history of the documents in git tells when each text changed last. Of each Finnish\none that changed after its Swedish counterpart did, the change is shown, and what stands\nin the Swedish document now. Finnish documents without a Swedish one are listed, too.\nWhat is missing within a document, and all else, is told by check.",
			"Asiakirjojen git-historia kertoo, milloin kukin teksti on viimeksi muuttunut. Jokaisesta\nsuomenkielisestä tekstistä, joka on muuttunut ruotsinkielisen vastineensa jälkeen, näytetään\nmuutos ja se, mitä ruotsinkielisessä asiakirjassa nyt on. Myös suomenkieliset asiakirjat,\njoilla ei ole käännöstä, luetellaan. Asiakirjan sisältä puuttuvista kertoo check.",
			"Dokumentens historik i git visar när varje text senast ändrades. För varje finsk text som\nhar ändrats efter sin svenska motsvarighet visas ändringen och det som nu står i det svenska\ndokumentet. Också finska dokument utan översättning listas. Det som saknas inne i ett\ndokument rapporteras av check.",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := oneOf("--format", format, "text", "json"); err != nil {
				return err
			}
			corp, err := a.load(cmd.Context(), paths)
			if err != nil {
				return err
			}
			work := &report.Work{Lang: a.lang, Outdated: a.outdated(cmd.Context(), corp)}
			if err := interrupted(cmd.Context()); err != nil {
				return err
			}
			for _, u := range corp.Unpaired {
				if u.Doc.Lang == lang.FI {
					work.Untranslated = append(work.Untranslated, u)
				}
			}
			work.Problems = a.problems
			return a.output("", func(w io.Writer) error {
				if format == "json" {
					return report.StaleJSON(w, work)
				}
				return report.Stale(w, work, report.TextOptions{Color: a.colored()})
			})
		},
	}
	c.Flags().StringVar(&format, "format", "text", a.text(lint.Msg{"text or json", "text tai json", "text eller json"}))
	complete(c, "format", "text", "json")
	return c
}
