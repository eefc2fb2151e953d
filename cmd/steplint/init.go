package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

func newInit(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "init",
		Short: a.text(lint.Msg{
			"Write steplint.toml with all settings, explained",
			"Kirjoita steplint.toml, jossa asetukset on selitetty",
			"Skriv steplint.toml med alla inställningar förklarade",
		}),
		Args: argCount(0, 0),
		RunE: func(*cobra.Command, []string) error {
			err := createFile(corpus.ConfigName, corpus.DefaultConfig)
			if errors.Is(err, fs.ErrExist) {
				return lang.Errorf(lang.Msg{
					"%s: it exists already and is left as it is",
					"%s: tiedosto on jo olemassa, ja se jätetään ennalleen",
					"%s: filen finns redan och lämnas som den är",
				}, corpus.ConfigName)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", corpus.ConfigName, rootCause(err))
			}
			a.say(lint.Msg{"%s written", "%s kirjoitettu", "%s skriven"}, corpus.ConfigName)
			return nil
		},
	}
}
