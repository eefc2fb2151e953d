package corpus

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Listing is what Discover found.
type Listing struct {
	Entries []Entry  // sorted by Step, which is unique
	Notes   []string // what was passed over and why, sorted
	Errors  []error  // what could not be read or told apart, sorted; the rest is listed
}

// Entry is the files of one step.
type Entry struct {
	// Step is the name that both files share: a slash path without language
	// and extension, relative to the config's folder, else to the working
	// directory, else to the folder above the PATH.
	Step string
	// Files are the Finnish and the Swedish file, "" for a missing one, as
	// slash paths relative to the working directory (absolute if named so).
	Files [2]string
	// Expected is the name that the missing file should have. It is empty when
	// none is missing and when the user named the other file alone.
	Expected string
	// Explicit says that the user named the files and that their names do not
	// pair them, so that the language of each is for its text to tell. Files
	// has them as their names suggest, else in order of their names.
	Explicit bool
}

// Discover finds the documents under the paths and pairs them by their names;
// no paths mean the working directory. The order of the paths has no
// influence.
//
// A folder is walked: hidden folders, node_modules and what the config excludes
// are left out, and so are links to folders and links that lead out of it;
// files whose names no pattern describes are passed over. A file is taken
// whatever its name, and its counterpart is looked up on disk. Exactly two
// files are one pair, unless they are not of one step by their names and each
// has a counterpart of its own.
func Discover(paths []string, cfg *Config) *Listing {
	f := &finder{cfg: cfg, files: make(map[string]*file), list: new(Listing)}
	if err := f.prepare(); err != nil {
		f.list.Errors = append(f.list.Errors, err)
		return f.list
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, p := range paths {
		if err := f.path(p); err != nil {
			f.list.Errors = append(f.list.Errors, err)
		}
	}
	f.pair()
	return f.result()
}

// finder is the state of one Discover.
type finder struct {
	cfg      *Config
	cwd      string
	patterns []*pattern
	roots    []string         // the folders walked, absolute
	files    map[string]*file // by absolute path
	pairs    []Entry
	list     *Listing
}

// file is a document that was found.
type file struct {
	abs, name string   // name as people see it
	absolute  bool     // the user named it so
	base      string   // the folder that key is relative to
	key       string   // the slash path that patterns are matched with, in normal form C
	matches   []*match // by pattern, nil where it does not match
	walked    bool     // found in a folder
	paired    bool
}

// prepare compiles the patterns of the config and the built-in ones.
func (f *finder) prepare() (err error) {
	if f.cwd, err = os.Getwd(); err != nil {
		return fmt.Errorf("working directory: %w", err)
	}
	var own []string
	if f.cfg != nil {
		own = f.cfg.Patterns
	}
	for _, s := range slices.Concat(own, namePatterns) {
		p, err := compilePattern(s)
		if err != nil {
			return err
		}
		f.patterns = append(f.patterns, p)
	}
	return nil
}

// path adds what the user named.
func (f *finder) path(name string) error {
	abs, err := filepath.Abs(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	info, err := os.Stat(abs)
	if err != nil {
		return fmt.Errorf("%s: %w", shown(f.cwd, abs, filepath.IsAbs(name)), cause(err))
	}
	if info.IsDir() {
		return f.folder(abs, filepath.IsAbs(name))
	}
	f.add(f.describe(abs, f.base(filepath.Dir(abs)), filepath.IsAbs(name)))
	return nil
}

// base returns the folder that steps in the folder dir are relative to.
func (f *finder) base(dir string) string {
	if f.cfg != nil && f.cfg.Dir != "" {
		if _, ok := relative(f.cfg.Dir, dir); ok {
			return f.cfg.Dir
		}
	}
	if _, ok := relative(f.cwd, dir); ok {
		return f.cwd
	}
	return filepath.Dir(dir)
}

func (f *finder) describe(abs, base string, absolute bool) *file {
	rel, _ := relative(base, abs)
	found := &file{abs: abs, name: shown(f.cwd, abs, absolute), absolute: absolute, base: base, key: norm.NFC.String(rel)}
	for _, p := range f.patterns {
		m, _ := p.match(found.key)
		found.matches = append(found.matches, m)
	}
	return found
}

// add keeps a file. Of the names of a file that was reached twice the shorter
// one is shown.
func (f *finder) add(found *file) {
	old := f.files[found.abs]
	if old == nil {
		f.files[found.abs] = found
		return
	}
	walked := old.walked || found.walked
	if cmp.Or(cmp.Compare(len(found.name), len(old.name)), cmp.Compare(found.name, old.name)) < 0 {
		*old = *found
	}
	old.walked = walked
}

// first returns the match of the earliest pattern, or nil.
func (f *file) first() *match {
	for _, m := range f.matches {
		if m != nil {
			return m
		}
	}
	return nil
}

// stem returns the key without its extension.
func (f *file) stem() string { return strings.TrimSuffix(f.key, path.Ext(f.key)) }

// result returns the listing, sorted.
func (f *finder) result() *Listing {
	l := f.list
	steps := make(map[string]Entry)
	for _, e := range f.pairs {
		if old, ok := steps[e.Step]; ok {
			l.Errors = append(l.Errors, fmt.Errorf("%s: step %s is in %s already; rename one or exclude it",
				e.names(), e.Step, old.names()))
			continue
		}
		steps[e.Step] = e
		l.Entries = append(l.Entries, e)
	}
	slices.SortFunc(l.Entries, func(a, b Entry) int { return cmp.Compare(a.Step, b.Step) })
	slices.Sort(l.Notes)
	l.Notes = slices.Compact(l.Notes)
	slices.SortFunc(l.Errors, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	l.Errors = slices.CompactFunc(l.Errors, func(a, b error) bool { return a.Error() == b.Error() })
	return l
}

// names returns the names of the files for a message.
func (e Entry) names() string {
	if e.Files[0] != "" && e.Files[1] != "" {
		return e.Files[0] + " and " + e.Files[1]
	}
	return e.Files[0] + e.Files[1]
}
