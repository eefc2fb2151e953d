package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

// since is the flag that keeps of a run what touches the changes since a revision.
type since struct{ rev string }

func (s *since) flag(a *app, c *cobra.Command) {
	c.Flags().StringVar(&s.rev, "since", "", a.text(lint.Msg{
		"report only what touches segments that have changed since this git revision, such as origin/main",
		"kerro vain siitä, mikä koskee tämän git-version (esim. origin/main) jälkeen muuttuneita kohtia",
		"rapportera bara det som rör segment som har ändrats sedan den här git-versionen, till exempel origin/main",
	}))
}

// given reports whether the flag was used. An empty revision, perhaps from an
// unset variable of a pipeline, is no wish to check everything.
func (s *since) given(c *cobra.Command) (bool, error) {
	if !c.Flags().Changed("since") {
		return false, nil
	}
	if s.rev == "" {
		return false, lang.Errorf(lang.Msg{
			"--since: an empty revision; name one, such as origin/main",
			"--since: tyhjä versio; nimeä jokin, esimerkiksi origin/main",
			"--since: en tom version; ange en, till exempel origin/main",
		})
	}
	return true, nil
}

// changes returns what has changed in the corpus since the revision.
func (s *since) changes(ctx context.Context, a *app, c *corpus.Corpus) (*lint.Changes, error) {
	r, err := corpus.AtRevision(ctx, c, s.rev)
	if err != nil {
		return nil, flagError{"--since", err}
	}
	defer r.Close()
	ch, err := lint.ChangesSince(c, r)
	if err != nil {
		return nil, flagError{"--since", err}
	}
	if changed := ch.Corpus(); len(changed.Pairs)+len(changed.Unpaired) == 0 {
		a.say(lint.Msg{
			"no document has changed since %s",
			"mikään asiakirja ei ole muuttunut version %s jälkeen",
			"inget dokument har ändrats sedan %s",
		}, s.rev)
	}
	return ch, nil
}

// flagError is an error that a flag led to.
type flagError struct {
	flag  string
	cause error
}

func (e flagError) Error() string { return e.flag + ": " + e.cause.Error() }

// In returns the error in the language "en", "fi" or "sv".
func (e flagError) In(code string) string {
	if m, ok := e.cause.(interface{ In(string) string }); ok {
		return e.flag + ": " + m.In(code)
	}
	return e.Error()
}

func (e flagError) Unwrap() error { return e.cause }
