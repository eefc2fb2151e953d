package main

import (
	"path/filepath"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

// loadDictionary opens the Finnish dictionary that --voikko or else the configuration
// asks for. There is none by default, for a check must find the same on a machine
// that has Voikko as on one that has not.
func (a *app) loadDictionary(cfg *corpus.Config) error {
	choice, from, path := a.voikko, "--voikko", a.voikko
	if choice == "" {
		choice, from, path = cfg.Voikko, corpus.ConfigName+": voikko", filepath.FromSlash(cfg.Voikko)
		if !filepath.IsAbs(path) {
			path = filepath.Join(cfg.Dir, path)
		}
	}
	shown := choice
	switch choice {
	case "", "off":
		return nil
	case "auto":
		if path = lang.FindVoikko(); path == "" {
			return nil
		}
		shown = path
	}
	v, err := lang.OpenVoikko(path)
	if err != nil {
		return lang.Errorf(lint.Msg{"%s: %s: %v", "%s: %s: %v", "%s: %s: %v"}, from, shown, rootCause(err))
	}
	cfg.Dictionary = v
	return nil
}
