package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser/lang"
)

// app is what the subcommands share: where they write, and the flags that all
// of them have.
type app struct {
	stdout, stderr io.Writer
	lang           string // of the messages
	langSet        bool   // by --lang, not by the locale
	color          string
	config         string
	jobs           int
	voikko         string // --voikko: automatic, off, a path, or "" for what the configuration says
	baseline       string // --baseline: a file, noBaseline, or "" for the usual one
	newBaseline    bool   // the file of the known findings is to be made when there is none
	knownFile      string // of the known findings, "" for none
	verbose        bool
	progress       *progress // nil unless there is one to show
	timings        *timings  // nil unless verbose
	status         int
	problems       []string // what trouble was told, in English
	part           *part    // of the documents that is checked; nil for all of them
}

// trouble says on standard error what could not be done.
func (a *app) trouble(err error) {
	for _, e := range flatten(err) {
		text := e.Error()
		if m, ok := any(e).(interface{ In(lang string) string }); ok {
			text = m.In(a.lang)
		}
		fmt.Fprintf(a.stderr, "steplint: %s\n", plain(text))
		a.problems = append(a.problems, plain(e.Error()))
	}
	a.status = exitTrouble
}

// flatten returns the errors that were joined, each alone.
func flatten(err error) []error {
	var many interface{ Unwrap() []error }
	if !errors.As(err, &many) {
		return []error{err}
	}
	var out []error
	for _, e := range many.Unwrap() {
		out = append(out, flatten(e)...)
	}
	return out
}

// plain keeps control characters of file names and values from the terminal, and
// line ends and commands from a CI runner, which may take a new line for one.
func plain(s string) string {
	return report.NoCommand(strings.Map(func(r rune) rune {
		if r != '\t' && (r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069) {
			return '\uFFFD'
		}
		return r
	}, s))
}

func (a *app) say(m lint.Msg, args ...any) {
	fmt.Fprintln(a.stderr, plain(fmt.Sprintf(m.In(a.lang), args...)))
}

// checkNames returns the names of all checks, sorted.
func checkNames() []string {
	var names []string
	for _, c := range checks.All {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return names
}

// loadConfig returns the configuration for the paths: the file of --config, else
// the nearest steplint.toml above the first path, else the defaults.
func (a *app) loadConfig(paths []string) (*corpus.Config, error) {
	name, ok := a.configName(paths)
	if !ok {
		return new(corpus.Config), nil
	}
	return corpus.LoadConfig(name, checkNames())
}

// configName returns the file of the configuration for the paths, if there is one.
func (a *app) configName(paths []string) (string, bool) {
	if a.config != "" {
		return a.config, true
	}
	dir := "."
	if len(paths) > 0 {
		dir = slices.Min(paths) // whatever their order
	}
	return corpus.FindConfig(dir)
}

// load finds, reads and aligns the documents of the paths. What cannot be read
// is said on standard error and the rest goes on; the error is for a bad
// configuration or lexicon.
func (a *app) load(ctx context.Context, paths []string) (*corpus.Corpus, error) {
	cfg, err := a.prepare(paths)
	if err != nil {
		return nil, err
	}
	if err := a.loadLexicon(cfg, paths); err != nil {
		return nil, err
	}
	found := corpus.WatcherOf(ctx).Time(corpus.StageDiscover)
	list := corpus.Discover(paths, cfg)
	found()
	if a.part != nil {
		if err := a.part.take(a, cfg, paths, list); err != nil {
			return nil, err
		}
	}
	if len(list.Entries) < fewEntries && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(map[bool]int{true: relaxedGC, false: thriftyGC}[cfg.Lexicon != nil])
	}
	c, errs := corpus.Load(ctx, list, cfg, a.workers())
	a.tell(list, errs, paths)
	return c, interrupted(ctx)
}

// prepare returns the configuration for the paths, with its terms and its file of
// known findings.
func (a *app) prepare(paths []string) (*corpus.Config, error) {
	cfg, err := a.loadConfig(paths)
	if err != nil {
		return nil, err
	}
	if err := notEmpty(paths); err != nil {
		return nil, err
	}
	if err := a.placeBaseline(cfg, paths); err != nil {
		return nil, err
	}
	if err := a.loadDictionary(cfg); err != nil {
		return nil, err
	}
	a.loadTerms(cfg)
	return cfg, nil
}

// With a lexicon nothing is kept for a second alignment: of a corpus of usual size
// the memory that this saves is better spent on collecting garbage less often. Without
// one it is collected more often, so that what is kept has its place.
const fewEntries, relaxedGC, thriftyGC = 1000, 200, 75

// loadTerms gives the configuration its term base. What is wrong with an entry is
// said, and all others hold.
func (a *app) loadTerms(cfg *corpus.Config) {
	terms, errs := corpus.LoadTerms(cfg)
	for _, err := range errs {
		a.trouble(err)
	}
	cfg.Terms = corpus.NewTerms(terms)
}

// interrupted returns an error when the user has asked to stop.
func interrupted(ctx context.Context) error {
	if ctx.Err() != nil {
		return lang.Errorf(lang.Msg{"interrupted", "keskeytetty", "avbrutet"})
	}
	return nil
}

// notEmpty returns an error if one of the paths is empty.
func notEmpty(paths []string) error {
	if slices.Contains(paths, "") {
		return lang.Errorf(lang.Msg{"an empty path names nothing", "tyhjä polku ei nimeä mitään", "en tom sökväg anger ingenting"})
	}
	return nil
}

// tell says on standard error what could not be found or read under the paths.
func (a *app) tell(list *corpus.Listing, errs []error, paths []string) {
	for _, err := range slices.Concat(list.Errors, errs) {
		a.trouble(a.hint(err, paths))
	}
	for _, note := range list.Notes {
		fmt.Fprintf(a.stderr, "steplint: %s\n", plain(note))
	}
}

// hint adds the command that was meant when a path that is not there looks like
// the name of one.
func (a *app) hint(err error, paths []string) error {
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, p := range paths {
		if s := newRoot(&app{lang: a.lang}).SuggestionsFor(p); len(s) > 0 && strings.HasPrefix(err.Error(), p+":") {
			return lang.Errorf(lang.Msg{
				"%v; did you mean the command %q?",
				"%v; tarkoititko komentoa %q?",
				"%v; menade du kommandot %q?",
			}, err, s[0])
		}
	}
	return err
}

func (a *app) workers() int {
	if a.jobs > 0 {
		return a.jobs
	}
	return runtime.GOMAXPROCS(0)
}

// colored reports whether to write colours to standard output.
func (a *app) colored() bool {
	switch a.color {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && a.terminal() >= 0
}

// terminal returns the file descriptor of the terminal that standard output is,
// or -1.
func (a *app) terminal() int {
	if f, ok := a.stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return int(f.Fd())
	}
	return -1
}

// width returns the columns of the terminal, or standard when it is none.
func (a *app) width(standard int) int {
	if fd := a.terminal(); fd >= 0 {
		if w, _, err := term.GetSize(fd); err == nil && w > 20 {
			return w
		}
	}
	return standard
}

// output calls write with standard output, or with the file of that name, which
// appears only when it is complete.
func (a *app) output(name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		if a.progress != nil {
			a.progress.stop() // both may be the same terminal
		}
		w := bufio.NewWriter(a.stdout)
		return errors.Join(write(w), w.Flush())
	}
	for _, std := range []io.Writer{a.stdout, a.stderr} { // as /dev/stdout
		if isFile(std, name) {
			w := bufio.NewWriter(std)
			return errors.Join(write(w), w.Flush())
		}
	}
	return replaceFile(name, write)
}

// isFile reports whether the writer is the file of that name.
func isFile(w io.Writer, name string) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
}

// rootCause drops the name of the temporary file from the error.
func rootCause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
