package corpus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
	"github.com/steplint/steplint/parser/toml"
)

// ConfigName is the file name of the configuration.
const ConfigName = "steplint.toml"

// Config is the content of steplint.toml. The zero Config and a nil one mean
// the defaults. A loaded Config holds only valid patterns, globs, check names
// and severities.
type Config struct {
	// Dir is the absolute path of the folder that holds the file; globs are
	// relative to it. Empty without a file.
	Dir string
	// Patterns are file name patterns that are tried before the built-in ones.
	Patterns []string
	// Exclude are the globs of what a folder's walk leaves out.
	Exclude []string
	// Severities maps check names to "error", "warning", "info" or "off".
	Severities map[string]string
	// Paths are severities for some of the files; a later rule wins.
	Paths []PathRule
	// StepShape is the sections that steps have; nil means to learn them.
	StepShape Shape
	// Levels maps language codes to further names of levels.
	Levels map[string]LevelNames
	// TermFiles are the files of the user's term base, relative to Dir.
	TermFiles []string
	// OwnTermsOnly leaves out the term base that comes with the program.
	OwnTermsOnly bool
	// Baseline is the file of the known findings, relative to Dir; "" for the
	// usual one.
	Baseline string
	// Accepted are findings that are not shown.
	Accepted []Accept
	// Terms is the term base; nil for none.
	Terms *Terms
	// Voikko says which Finnish dictionary to use: "auto" for the installed one, "off"
	// or "" for none, or a path relative to Dir.
	Voikko string
	// Dictionary is that dictionary, once it is opened; nil for none.
	Dictionary *lang.Voikko
	// Lexicon is what was learned of both languages' words, from a file of its
	// own; nil means to learn from the documents that are loaded.
	Lexicon *align.Lexicon
}

// PathRule holds the severities of the files that match Glob.
type PathRule struct {
	Glob       string
	Severities map[string]string
	Shape      Shape // nil for none of its own
}

// LevelNames are words that name levels, besides those of parser/lang: in
// lower case, in Unicode normal form C.
type LevelNames struct {
	Labels []string // stand with a number: "taso", "nivå"
	Names  []string // name a level by themselves: "hyvä", "goda"
}

// Severity returns the configured severity of a check's findings in a file:
// "error", "warning" or "info", "off" for none at all, and "" for the check's
// default. The last path rule that matches the file and names the check wins
// over the general table. The file is named as from the working directory.
func (c *Config) Severity(check, file string) string {
	if c == nil {
		return ""
	}
	severity := c.Severities[check]
	if len(c.Paths) == 0 {
		return severity
	}
	if rel, ok := c.rel(file); ok {
		for _, rule := range c.Paths {
			if s := rule.Severities[check]; s != "" && matchGlob(rule.Glob, rel) {
				severity = s
			}
		}
	}
	return severity
}

// LevelNames returns the further level names of the language with that code.
func (c *Config) LevelNames(lang string) LevelNames {
	if c == nil {
		return LevelNames{}
	}
	return c.Levels[lang]
}

// excluded reports whether a walk leaves out the file or folder.
func (c *Config) excluded(name string) bool {
	if c == nil || len(c.Exclude) == 0 {
		return false
	}
	if rel, ok := c.rel(name); ok {
		for _, glob := range c.Exclude {
			if matchGlob(glob, rel) {
				return true
			}
		}
	}
	return false
}

// rel returns the slash path of a file relative to the config's folder; false
// for a file outside of it, which no glob matches.
func (c *Config) rel(name string) (string, bool) {
	dir, err := filepath.Abs(c.Dir) // the working directory for an empty Dir
	if err != nil {
		return "", false
	}
	if name, err = filepath.Abs(name); err != nil {
		return "", false
	}
	return relative(dir, name)
}

// relative returns the slash path of name within dir, both absolute; false if
// it lies outside.
func relative(dir, name string) (string, bool) {
	rel, err := filepath.Rel(dir, name)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// FindConfig returns the path of the steplint.toml nearest to a folder, or to
// a file: in the folder itself or else in one above it. The search ends at the
// root of the version-controlled tree (the folder that holds .git), so that no
// stray file above a checkout changes its result.
func FindConfig(dir string) (string, bool) {
	return findUpward(dir, ConfigName, filepath.IsAbs(dir))
}

// findUpward looks for a file of that name in a folder, or in that of a file,
// and in the folders above it.
func findUpward(dir, name string, absolute bool) (string, bool) {
	cwd, err := os.Getwd()
	if err != nil {
		return "", false
	}
	abs := folderOf(cwd, dir)
	for {
		name := filepath.Join(abs, name)
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			return shown(cwd, name, absolute), true
		}
		if _, err := os.Lstat(filepath.Join(abs, ".git")); err == nil {
			return "", false
		}
		up := filepath.Dir(abs)
		if up == abs {
			return "", false
		}
		abs = up
	}
}

// folderOf returns the absolute path of a folder, or of the folder of a file.
func folderOf(cwd, name string) string {
	if !filepath.IsAbs(name) {
		name = filepath.Join(cwd, name)
	}
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return filepath.Dir(name)
	}
	return filepath.Clean(name)
}

// shown returns the name under which people see a file: relative to the
// working directory unless they named it by an absolute path, with slashes.
func shown(cwd, abs string, absolute bool) string {
	if !absolute {
		if rel, err := filepath.Rel(cwd, abs); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(abs)
}

// LoadConfig reads a configuration. Only the names in checks are names of
// checks. The error joins every fault of the file, in order of position, each
// a *parser.Error.
func LoadConfig(path string, checks []string) (*Config, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.ToSlash(path), cause(err))
	}
	c, err := parseConfig(filepath.ToSlash(path), string(data), checks)
	if err != nil {
		return nil, err
	}
	c.Dir = filepath.Dir(abs)
	return c, nil
}

func parseConfig(name, src string, checks []string) (*Config, error) {
	// Windows editors write a byte order mark, which TOML does not know.
	f := parser.NewFile(name, strings.TrimPrefix(src, "\uFEFF"))
	root, err := toml.Parse(f)
	if err != nil {
		return nil, err
	}
	d := decoder{file: f, checks: checks}
	c := d.config(root)
	if err := d.err(); err != nil {
		return nil, err
	}
	return c, nil
}

// cause returns the error of the system without the operation and the path,
// which our own messages begin with.
func cause(err error) error {
	if pe, ok := errors.AsType[*os.PathError](err); ok {
		return pe.Err
	}
	return err
}
