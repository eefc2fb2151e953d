package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser/lang"
)

func newCompare(a *app) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use: "compare FI SV",
		Short: a.text(lint.Msg{
			"Show two documents side by side, aligned",
			"Näytä kaksi asiakirjaa rinnakkain, kohdistettuina",
			"Visa två dokument sida vid sida, ställda mot varandra",
		}),
		Args: argCount(2, 2),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := oneOf("--format", format, "text", "json"); err != nil {
				return err
			}
			corp, err := a.load(cmd.Context(), paths)
			if err != nil {
				return err
			}
			if a.status != exitClean {
				return nil // what is wrong has been said
			}
			if len(corp.Pairs) != 1 {
				return lang.Errorf(lang.Msg{
					"%s, %s: these are no pair of a Finnish and a Swedish document",
					"%s, %s: nämä eivät ole suomen- ja ruotsinkielisen asiakirjan pari",
					"%s, %s: de är inte ett par av ett finskt och ett svenskt dokument",
				}, paths[0], paths[1])
			}
			return a.output("", func(w io.Writer) error {
				if format == "json" {
					return report.CompareJSON(w, corp.Pairs[0])
				}
				return report.Compare(w, corp.Pairs[0], a.lang, report.TextOptions{Color: a.colored(), Width: a.width(120)})
			})
		},
	}
	c.Flags().StringVar(&format, "format", "text", a.text(lint.Msg{"text or json", "text tai json", "text eller json"}))
	complete(c, "format", "text", "json")
	return c
}
