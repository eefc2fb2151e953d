package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/shard"
	"github.com/steplint/steplint/parser/lang"
)

// part is the flag that checks a part of the documents.
type part struct {
	text   string
	header shard.Header
}

func (p *part) flag(a *app, c *cobra.Command) {
	c.Flags().StringVar(&p.text, "shard", "", a.text(lint.Msg{
		"check a part of the documents, such as 2/5; steplint merge makes one report of all parts",
		"tarkista osa asiakirjoista, esimerkiksi 2/5; steplint merge tekee osista yhden raportin",
		"granska en del av dokumenten, till exempel 2/5; steplint merge gör en rapport av alla delar",
	}))
}

// begin reads the flag and lets the documents of the part be loaded alone.
func (p *part) begin(a *app, c *cobra.Command, sinceGiven bool) (err error) {
	if !c.Flags().Changed("shard") {
		return nil
	}
	if sinceGiven {
		return lang.Errorf(lang.Msg{
			"--shard and --since do not go together: what has changed is little",
			"--shard ja --since eivät sovi yhteen: muuttunutta on vähän",
			"--shard och --since går inte ihop: det som har ändrats är lite",
		})
	}
	if p.header.Index, p.header.Count, err = shard.Parse(p.text); err != nil {
		return flagError{"--shard", err}
	}
	a.part = p
	return nil
}

// take leaves of the listing the documents of the part.
func (p *part) take(a *app, cfg *corpus.Config, paths []string, list *corpus.Listing) error {
	if slices.ContainsFunc(list.Entries, func(e corpus.Entry) bool { return e.Explicit }) {
		return lang.Errorf(lang.Msg{
			"--shard: name folders, not documents",
			"--shard: nimeä kansioita, älä asiakirjoja",
			"--shard: ange mappar, inte dokument",
		})
	}
	if cfg.Lexicon == nil {
		return lang.Errorf(lang.Msg{
			"--shard: without a lexicon each part would learn another one from its own documents: run “steplint learn” first",
			"--shard: ilman sanastoa jokainen osa oppisi omista asiakirjoistaan erilaisen: aja ensin ”steplint learn”",
			"--shard: utan lexikon skulle varje del lära in sitt eget av sina dokument: kör ”steplint learn” först",
		})
	}
	var err error
	if p.header.Settings, err = a.settingsDigest(cfg, paths); err != nil {
		return err
	}
	var lexicon bytes.Buffer
	if err := cfg.Lexicon.Write(&lexicon); err != nil {
		return err
	}
	p.header.Lexicon = digest(lexicon.Bytes())
	p.header.Documents = digestOf(list)
	p.header.Version, p.header.Paths = version(), append([]string{}, paths...)
	list.Entries = slices.DeleteFunc(list.Entries, func(e corpus.Entry) bool { return shard.Of(e.Step, p.header.Count) != p.header.Index })
	return nil
}

// checkPart checks a part of the documents and reports what can be said of it
// alone.
func (a *app) checkPart(ctx context.Context, out *reporting, c *corpus.Corpus) error {
	a.findOutdated(ctx, c, nil)
	opt, err := a.options(c)
	if err != nil {
		return err
	}
	local := lint.Local(ctx, c, checks.All, opt)
	if err := interrupted(ctx); err != nil {
		return err
	}
	block, err := shard.Encode(a.part.header, c, local, a.problems)
	if err != nil {
		return err
	}
	return out.write(ctx, a, c, lint.Part(c, local, checks.All, opt), nil, block)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// digestOf returns a digest of the names of all documents.
func digestOf(list *corpus.Listing) string {
	var b bytes.Buffer
	for _, e := range list.Entries {
		fmt.Fprintf(&b, "%q %q %q\n", e.Step, e.Files, e.Expected)
	}
	return digest(b.Bytes())
}

// settingsDigest returns a digest of what the findings depend on beside the
// documents and the lexicon: the settings, the user's terms and what the command
// line says of either.
func (a *app) settingsDigest(cfg *corpus.Config, paths []string) (string, error) {
	var b bytes.Buffer
	add := func(name string) error {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, rootCause(err))
		}
		fmt.Fprintf(&b, "%d\n%s\n", len(data), data)
		return nil
	}
	if name, ok := a.configName(paths); ok {
		if err := add(name); err != nil {
			return "", err
		}
	}
	for _, name := range cfg.TermFiles {
		if err := add(filepath.Join(cfg.Dir, filepath.FromSlash(name))); err != nil {
			return "", err
		}
	}
	fmt.Fprintf(&b, "%q %q", cfg.Voikko, strings.Join(checkNames(), " "))
	return digest(b.Bytes()), nil
}

func newMerge(a *app) *cobra.Command {
	var out reporting
	c := &cobra.Command{
		Use: "merge REPORT…",
		Short: a.text(lint.Msg{
			"Make one report of the reports of all parts (check --shard)",
			"Tee yksi raportti kaikkien osien raporteista (check --shard)",
			"Gör en rapport av rapporterna av alla delar (check --shard)",
		}),
		Long: a.text(lint.Msg{
			"Each of several machines checks a part of the documents, with --shard 1/5 to 5/5, and\nwrites a JSON or SARIF report. merge makes of these what one check of everything would\nhave reported, in any format. Run it in the folder where the parts were checked: the\nsettings must be there, the documents need not.\nThe lexicon must have been learned before (steplint learn).",
			"Monesta koneesta kukin tarkistaa osan asiakirjoista valitsimella --shard 1/5 … 5/5 ja\nkirjoittaa JSON- tai SARIF-raportin. merge tekee niistä sen raportin, jonka koko\naineiston tarkistus olisi antanut, missä muodossa tahansa. Aja se samassa kansiossa\nkuin osat: asetusten pitää olla siellä, asiakirjojen ei tarvitse.\nSanasto pitää oppia ennen tarkistusta (steplint learn).",
			"Flera maskiner granskar var sin del av dokumenten, med --shard 1/5 till 5/5, och skriver\nen JSON- eller SARIF-rapport. merge gör av dem vad en granskning av allt skulle ha\nrapporterat, i vilket format som helst. Kör det i mappen där delarna granskades:\ninställningarna måste finnas där, dokumenten behöver inte göra det.\nLexikonet måste läras in först (steplint learn).",
		}),
		Args: argCount(1, 9999),
		RunE: func(cmd *cobra.Command, names []string) error {
			if err := out.parse(); err != nil {
				return err
			}
			parts, err := readParts(names)
			if err != nil {
				return err
			}
			cfg, err := a.prepare(parts[0].Paths)
			if err != nil {
				return err
			}
			if own, err := a.settingsDigest(cfg, parts[0].Paths); err != nil || own != parts[0].Settings {
				return lang.Errorf(lang.Msg{
					"%s: the settings or terms of the check are not those that are here: run merge in the folder where the parts were checked, with the same --config",
					"%s: tarkistuksen asetukset tai termit eivät ole ne, jotka ovat täällä: aja merge kansiossa, jossa osat tarkistettiin, samalla --config-valitsimella",
					"%s: granskningens inställningar eller termer är inte de som finns här: kör merge i mappen där delarna granskades, med samma --config",
				}, parts[0].Name)
			}
			corp, local, err := shard.Corpus(cmd.Context(), parts, cfg, checks.All, a.workers())
			if err := errors.Join(interrupted(cmd.Context()), err); err != nil {
				return err
			}
			for _, problem := range shard.Problems(parts) {
				a.trouble(errors.New(problem))
			}
			if err := notInput(out.to, corp, append(names, a.knownFile)...); err != nil {
				return err
			}
			opt, err := a.options(corp)
			if err != nil {
				return err
			}
			found := lint.Whole(cmd.Context(), corp, local, checks.All, opt)
			if err := interrupted(cmd.Context()); err != nil {
				return err
			}
			return out.write(cmd.Context(), a, corp, found, nil, nil)
		},
	}
	out.flags(a, c)
	return c
}

// readParts reads the reports of the parts of one run.
func readParts(names []string) ([]*shard.Part, error) {
	var parts []*shard.Part
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.ToSlash(name), rootCause(err))
		}
		p, err := shard.Read(filepath.ToSlash(name), data)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, shard.Match(parts, version())
}
