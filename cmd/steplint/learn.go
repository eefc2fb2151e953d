package main

import (
	"context"
	"path"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

func newLearn(a *app) *cobra.Command {
	var output string
	c := &cobra.Command{
		Use: "learn [PATH…]",
		Short: a.text(lint.Msg{
			"Learn which words translate each other and write steplint.lexicon",
			"Opi, mitkä sanat vastaavat toisiaan, ja kirjoita steplint.lexicon",
			"Lär in vilka ord som svarar mot varandra och skriv steplint.lexicon",
		}),
		Long: a.text(lint.Msg{
			"The lexicon tells which item or sentence is missing where numbers and names do not.\nThe file stands beside steplint.toml, or without one in the folder of the documents;\ncheck, fix and compare use it, so that one document alone gives the same findings as\nall of them. Without the file they learn anew from what they check. Commit it, and\nlearn again when much has been written.\nWithout PATH, all documents beside and below the nearest steplint.toml.",
			"Sanasto kertoo, mikä kohta tai virke puuttuu, silloin kun luvut ja nimet eivät sitä\nkerro. Tiedosto on steplint.toml-tiedoston vieressä, tai ellei sitä ole, asiakirjojen\nkansiossa. check, fix ja compare käyttävät sitä, joten yhdestä asiakirjasta tulee samat\nlöydökset kuin kaikista yhdessä. Ilman tiedostoa ne oppivat joka kerta tarkistettavista\nteksteistä. Vie tiedosto versionhallintaan ja opi sanasto uudelleen, kun tekstiä on\ntullut paljon lisää.\nIlman PATH-arvoa luetaan kaikki asiakirjat lähimmän steplint.toml-tiedoston kansiosta.",
			"Lexikonet avgör vilken punkt eller mening som saknas där tal och namn inte gör det.\nFilen ligger bredvid steplint.toml, eller utan en sådan i dokumentens mapp. check, fix\noch compare använder den, så att ett enda dokument ger samma fynd som alla tillsammans.\nUtan filen lär de sig varje gång av det som granskas. Versionshantera filen och lär in\nlexikonet på nytt när mycket text har tillkommit.\nUtan PATH läses alla dokument i mappen med närmaste steplint.toml.",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error { return a.learn(cmd.Context(), paths, output) },
	}
	c.Flags().StringVarP(&output, "output", "o", "", a.text(lint.Msg{"file to write the lexicon to (default: beside steplint.toml)", "tiedosto, johon sanasto kirjoitetaan (oletus: steplint.toml-tiedoston vieressä)", "fil att skriva lexikonet till (förval: bredvid steplint.toml)"}))
	return c
}

// learn writes the lexicon of the documents of the paths to the output, or to
// where it is looked for.
func (a *app) learn(ctx context.Context, paths []string, output string) error {
	if name, ok := corpus.FindConfig("."); ok && len(paths) == 0 && a.config == "" {
		paths = []string{path.Dir(name)}
	}
	cfg, err := a.loadConfig(paths)
	if err != nil {
		return err
	}
	if err := notEmpty(paths); err != nil {
		return err
	}
	if output == "" {
		if output, err = corpus.LexiconPath(cfg, paths); err != nil {
			return err
		}
	}
	if err := corpus.CheckLexiconPath(output); err != nil {
		return err
	}
	a.loadTerms(cfg)
	list := corpus.Discover(paths, cfg)
	lex, errs := corpus.Learn(ctx, list, cfg, a.workers())
	if err := interrupted(ctx); err != nil {
		return err
	}
	a.tell(list, errs, paths)
	if lex.Pairs() == 0 && a.status != exitClean {
		return nil // what is wrong has been said
	}
	if lex.Len() == 0 {
		return lang.Errorf(lang.Msg{
			"%s: nothing learned from %s, nothing written: only words that recur teach something",
			"%s: mitään ei opittu (%s) eikä kirjoitettu: vain toistuvista sanoista voi oppia",
			"%s: inget lärdes in av %s och inget skrevs: bara ord som återkommer lär ut något",
		}, output, a.pairs(lex.Pairs()))
	}
	before, err := corpus.LoadLexicon(output)
	if err != nil {
		before = nil // a new one, or one that can't be read: it is replaced
	}
	if err := a.output(output, lex.Write); err != nil {
		return err
	}
	if output != "-" {
		words := a.count(lex.Len(), lint.Msg{"word pair", "sanapari", "ordpar"}, lint.Msg{"word pairs", "sanaparia", "ordpar"})
		a.say(lint.Msg{"%s written: %s from %s", "%s kirjoitettu: %s (%s)", "%s skriven: %s från %s"}, output, words, a.pairs(lex.Pairs()))
		if before != nil && before.Len() > 2*lex.Len() {
			a.say(lint.Msg{
				"it held %d word pairs before: name the whole folder to learn from all documents",
				"siinä oli ennen %d sanaparia: anna koko kansio, jos haluat oppia kaikista asiakirjoista",
				"det hade %d ordpar förut: ange hela mappen för att lära av alla dokument",
			}, before.Len())
		}
	}
	return nil
}

// pairs returns the number of pairs of documents in words.
func (a *app) pairs(n int) string {
	return a.count(n, lint.Msg{"pair of documents", "asiakirjapari", "dokumentpar"}, lint.Msg{"pairs of documents", "asiakirjaparia", "dokumentpar"})
}

// loadLexicon gives the configuration the lexicon for the documents of the
// paths, if there is one.
func (a *app) loadLexicon(cfg *corpus.Config, paths []string) error {
	name, ok := corpus.FindLexicon(cfg, paths)
	if !ok {
		return nil
	}
	lex, err := corpus.LoadLexicon(name)
	cfg.Lexicon = lex
	return err
}
