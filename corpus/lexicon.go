package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser/lang"
)

// LexiconName is the file name of the learned lexicon, which stands beside the
// configuration.
const LexiconName = "steplint.lexicon"

// FindLexicon returns the path of the lexicon for the documents of the paths: of
// the nearest one in the config's folder or above it, or without a config in
// the folder of the first path or above that. The search ends where that for
// the config does.
func FindLexicon(cfg *Config, paths []string) (string, bool) {
	return findFor(cfg, paths, LexiconName)
}

// findFor returns the path of the nearest file of that name for the documents of
// the paths.
func findFor(cfg *Config, paths []string, name string) (string, bool) {
	start := "."
	if len(paths) > 0 {
		start = slices.Min(paths) // whatever their order
	}
	absolute := filepath.IsAbs(start)
	if cfg != nil && cfg.Dir != "" {
		start = cfg.Dir
	}
	return findUpward(start, name, absolute)
}

// LexiconPath returns the path that a lexicon learned from the documents of the
// paths should have for FindLexicon to find it: beside the config, or without
// one in the folder that holds all the paths.
func LexiconPath(cfg *Config, paths []string) (string, error) {
	return placeFor(cfg, paths, LexiconName)
}

// placeFor returns the path that a file of that name should have for findFor to
// find it.
func placeFor(cfg *Config, paths []string, name string) (string, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("working directory: %w", err)
	}
	dir, absolute := cwd, false
	for i, p := range paths {
		if folder := folderOf(cwd, p); i == 0 {
			dir = folder
		} else {
			dir = commonFolder(dir, folder)
		}
		absolute = absolute || filepath.IsAbs(p)
	}
	if cfg != nil && cfg.Dir != "" {
		dir = cfg.Dir
	}
	return shown(cwd, filepath.Join(dir, name), absolute), nil
}

// CheckLexiconPath returns an error when writing a lexicon would replace a file
// that is none, such as a document.
func CheckLexiconPath(path string) error {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
		data, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.ToSlash(path), cause(err))
		}
		if !align.IsLexicon(data) {
			return lang.Errorf(lang.Msg{
				"%s: the file is no lexicon and is not written over",
				"%s: tiedosto ei ole sanasto, eikä sen päälle kirjoiteta",
				"%s: filen är inget lexikon och skrivs inte över",
			}, filepath.ToSlash(path))
		}
	}
	return nil
}

// commonFolder returns the deepest folder that holds both, which are absolute.
func commonFolder(a, b string) string {
	for {
		if _, ok := relative(a, b); ok {
			return a
		}
		up := filepath.Dir(a)
		if up == a {
			return a
		}
		a = up
	}
}

// LoadLexicon reads a lexicon. The error is a *parser.Error where the file is
// none.
func LoadLexicon(path string) (*align.Lexicon, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.ToSlash(path), cause(err))
	}
	return align.ReadLexicon(filepath.ToSlash(path), data)
}
