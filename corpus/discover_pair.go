package corpus

import (
	"cmp"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// pair pairs the files: by one pattern after the other, then by the step that
// the earliest pattern tells for each, then with files on disk that no PATH
// holds. What is left stays without counterpart.
func (f *finder) pair() {
	files := slices.SortedFunc(maps.Values(f.files), func(a, b *file) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.abs, b.abs))
	})
	for i := range f.patterns {
		f.pairBy(files, func(d *file) *match { return d.matches[i] })
	}
	f.pairBy(files, (*file).first)

	twoFiles := len(files) == 2 && len(f.roots) == 0
	var alone []*file
	var found []Entry
	for _, d := range files {
		if d.paired {
			continue
		}
		if e, ok := f.lookUp(d); ok {
			found = append(found, e)
		} else {
			alone = append(alone, d)
		}
	}
	if twoFiles && len(alone) > 0 {
		f.pairs = append(f.pairs, explicitPair(files[0], files[1]))
		return
	}
	f.pairs = append(f.pairs, found...)
	for _, d := range alone {
		f.pairs = append(f.pairs, f.single(d))
	}
}

// pairBy pairs the files that have no counterpart yet and whose matches agree
// in the step.
func (f *finder) pairBy(files []*file, by func(*file) *match) {
	type group struct{ base, step string }
	open := make(map[group]*[2]*file)
	for _, d := range files {
		m := by(d)
		if m == nil || d.paired {
			continue
		}
		g := group{d.base, m.step}
		if open[g] == nil {
			open[g] = new([2]*file)
		}
		two := open[g]
		if two[m.lang] != nil {
			continue // a second file of the same step and language
		}
		two[m.lang] = d
		if two[0] != nil && two[1] != nil {
			two[0].paired, two[1].paired = true, true
			f.pairs = append(f.pairs, Entry{Step: m.step, Files: [2]string{two[0].name, two[1].name}})
		}
	}
}

// lookUp looks for the counterpart of a file on disk, where no walk has been.
func (f *finder) lookUp(d *file) (Entry, bool) {
	for _, m := range d.matches {
		if m == nil {
			continue
		}
		for _, key := range m.counterparts() {
			// macOS may have stored the name decomposed.
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				abs := filepath.Join(d.base, filepath.FromSlash(form.String(key)))
				if f.files[abs] != nil || f.walkedOver(abs) {
					continue
				}
				if info, err := os.Stat(abs); err != nil || !info.Mode().IsRegular() {
					continue
				}
				e := Entry{Step: m.step}
				e.Files[m.lang], e.Files[1-m.lang] = d.name, shown(f.cwd, abs, d.absolute)
				return e, true
			}
		}
	}
	return Entry{}, false
}

func (f *finder) walkedOver(abs string) bool {
	return slices.ContainsFunc(f.roots, func(root string) bool {
		_, ok := relative(root, abs)
		return ok
	})
}

// single returns the entry of a file without counterpart.
func (f *finder) single(d *file) Entry {
	m := d.first()
	if m == nil {
		return Entry{Step: d.stem(), Files: [2]string{d.name}, Explicit: true}
	}
	e := Entry{Step: m.step, Explicit: !d.walked}
	e.Files[m.lang] = d.name
	if d.walked {
		e.Expected = shown(f.cwd, filepath.Join(d.base, filepath.FromSlash(m.counterparts()[0])), d.absolute)
	}
	return e
}

// explicitPair returns the pair of two files that only the user pairs. It is
// named after both: "a.txt" and "b.txt" are the step "a+b".
func explicitPair(a, b *file) Entry {
	e := Entry{Files: [2]string{a.name, b.name}, Explicit: true}
	ma, mb := a.first(), b.first()
	if ma != nil && ma.lang == 1 && (mb == nil || mb.lang == 0) || ma == nil && mb != nil && mb.lang == 0 {
		e.Files = [2]string{b.name, a.name}
	}
	x, y := a.stem(), b.stem()
	if y < x {
		x, y = y, x
	}
	if path.Dir(x) == path.Dir(y) {
		y = path.Base(y)
	}
	e.Step = x + "+" + y
	return e
}
