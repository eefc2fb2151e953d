package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

// newRoot returns the command line: the subcommands, and check as what is done
// when none is named.
func newRoot(a *app) *cobra.Command {
	check := newCheck(a)
	root := &cobra.Command{
		Use: "steplint [PATH…]",
		Short: a.text(lint.Msg{
			"Check Finnish and Swedish step documents",
			"Tarkista suomen- ja ruotsinkieliset askeltekstit",
			"Granska finska och svenska stegtexter",
		}),
		Long: a.text(lint.Msg{
			"steplint reads the Finnish and the Swedish version of step documents, aligns them\nand says where they differ and where their structure is broken.",
			"steplint lukee askeltekstien suomen- ja ruotsinkieliset versiot, kohdistaa ne\nja kertoo, missä ne eroavat ja missä niiden rakenne on rikki.",
			"steplint läser stegtexternas finska och svenska versioner, ställer dem mot varandra\noch säger var de skiljer sig och var deras struktur är bruten.",
		}),
		Args:          cobra.ArbitraryArgs,
		RunE:          check.RunE,
		SilenceErrors: true,
		SilenceUsage:  true,

		SuggestionsMinimumDistance: 2,
	}
	root.Flags().AddFlagSet(check.Flags())
	a.sharedFlags(root)
	root.AddCommand(check, newFix(a), newCompare(a), newParse(a), newExplain(a), newLearn(a), newStale(a), newMerge(a), newTerms(a), newBaseline(a), newDecisions(a), newReview(a), newInit(a), newVersion(a))
	a.describeBuiltins(root)
	root.SetUsageTemplate(a.usageTemplate())
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w (%s --help)", err, c.CommandPath())
	})
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		a.langSet = c.Flags().Changed("lang")
		c.SetContext(a.watch(c.Context()))
		if err := oneOf("--lang", c.Flag("lang").Value.String(), "", "en", "fi", "sv"); err != nil {
			return err
		}
		return oneOf("--color", a.color, "auto", "always", "never")
	}
	return root
}

func (a *app) sharedFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.BoolP("help", "h", false, a.text(lint.Msg{"show this help", "näytä tämä ohje", "visa denna hjälp"}))
	f.String("lang", "", a.text(lint.Msg{"language of messages: en, fi or sv (default: the locale's)", "viestien kieli: en, fi tai sv (oletus: järjestelmän kieli)", "meddelandenas språk: en, fi eller sv (förval: systemets)"}))
	f.StringVar(&a.color, "color", "auto", a.text(lint.Msg{"colours: auto, always or never", "värit: auto, always tai never", "färger: auto, always eller never"}))
	f.StringVar(&a.config, "config", "", a.text(lint.Msg{"configuration file (default: the nearest steplint.toml)", "asetustiedosto (oletus: lähin steplint.toml)", "konfigurationsfil (förval: närmaste steplint.toml)"}))
	f.IntVar(&a.jobs, "jobs", 0, a.text(lint.Msg{"documents to work on at a time (default: one a core)", "yhtä aikaa käsiteltävien asiakirjojen määrä (oletus: ytimien määrä)", "antal dokument åt gången (förval: ett per kärna)"}))
	f.StringVar(&a.voikko, "voikko", "", a.text(lint.Msg{"Finnish dictionary: auto, off or the path of Voikko's folder (default: the configuration's, else off)", "suomen sanasto: auto, off tai Voikon kansion polku (oletus: asetustiedoston, muuten off)", "finsk ordbok: auto, off eller sökvägen till Voikkos mapp (förval: konfigurationens, annars off)"}))
	f.BoolVar(&a.verbose, "verbose", false, a.text(lint.Msg{"say on standard error how long each stage took", "kerro virhetulosteessa, kauanko mikin vaihe kesti", "säg på standardfel hur länge varje steg tog"}))
	complete(root, "lang", "en", "fi", "sv")
	complete(root, "color", "auto", "always", "never")
}

// complete lets shells complete the values of the flag.
func complete(c *cobra.Command, flag string, values ...string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // there is no such flag
	}
}

// describeBuiltins says in the language of the interface what the commands do
// that come with cobra.
func (a *app) describeBuiltins(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = a.text(lint.Msg{"Show the help of a command", "Näytä komennon ohje", "Visa hjälpen för ett kommando"})
		case "completion":
			c.Short = a.text(lint.Msg{
				"Print a shell's completion script: bash, zsh, fish or powershell",
				"Tulosta komentotulkin täydennysskripti: bash, zsh, fish tai powershell",
				"Skriv ut ett skals kompletteringsskript: bash, zsh, fish eller powershell",
			})
		}
	}
}

// argCount returns a check of the number of arguments whose error shows the usage.
func argCount(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		return lang.Errorf(lang.Msg{
			"wrong number of arguments: %d; usage: %s",
			"väärä määrä argumentteja: %d; käyttö: %s",
			"fel antal argument: %d; användning: %s",
		}, len(args), c.UseLine())
	}
}

// text returns the message in the language of the interface.
func (a *app) text(m lint.Msg) string { return m.In(a.lang) }

// oneOf returns an error unless the value of the flag is one of those allowed.
func oneOf(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	names := slices.DeleteFunc(slices.Clone(allowed), func(s string) bool { return s == "" })
	return lang.Errorf(lang.Msg{
		"%s: %q is none of %s",
		"%s: %q ei ole mikään näistä: %s",
		"%s: %q är inget av %s",
	}, flag, value, strings.Join(names, ", "))
}

func (a *app) usageTemplate() string {
	words := [...]lint.Msg{
		{"Usage", "Käyttö", "Användning"},
		{"Commands", "Komennot", "Kommandon"},
		{"Flags", "Valitsimet", "Flaggor"},
		{"Flags of all commands", "Kaikkien komentojen valitsimet", "Flaggor för alla kommandon"},
		{"Examples", "Esimerkkejä", "Exempel"},
	}
	return `{{if .HasExample}}` + a.text(words[4]) + `:
{{.Example}}

{{end}}` + a.text(words[0]) + `:
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND{{end}}
{{if .HasAvailableSubCommands}}
` + a.text(words[1]) + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
` + a.text(words[2]) + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
` + a.text(words[3]) + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}`
}
