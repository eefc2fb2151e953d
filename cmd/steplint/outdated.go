package main

import (
	"context"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
)

// findOutdated looks in the history for outdated translations when the settings
// name the check for them, and otherwise in what has changed, if only that is
// asked for.
func (a *app) findOutdated(ctx context.Context, c *corpus.Corpus, changes *lint.Changes) {
	name := checks.StaleTranslation.Name
	scope := c
	switch {
	case changes != nil && (c.Config == nil || c.Config.Severities[name] != "off" || c.Config.Names(name)):
		scope = changes.Corpus()
	case changes == nil && c.Config.Names(name):
		c.Dated = true
	default:
		return
	}
	c.Outdated = a.outdated(ctx, scope)
}

// outdated returns what is outdated in the corpus. What is wrong with the history
// is said.
func (a *app) outdated(ctx context.Context, c *corpus.Corpus) []corpus.Outdated {
	found, notes, err := corpus.FindOutdated(ctx, c)
	if err != nil {
		a.trouble(flagError{checks.StaleTranslation.Name, err})
	}
	for _, note := range notes {
		a.say(note)
	}
	return found
}
