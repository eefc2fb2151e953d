package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// folder adds the documents in a folder that the user named.
func (f *finder) folder(root string, absolute bool) error {
	f.roots = append(f.roots, root)
	w := walk{finder: f, root: root, base: f.base(root), absolute: absolute}
	w.dir(root)
	if w.found > 0 || w.failed {
		return nil
	}
	msg := lang.Msg{
		"%s: no documents found: expected names like step.fi.txt and step.sv.txt",
		"%s: asiakirjoja ei löytynyt: nimen pitäisi olla kuin askel.fi.txt ja askel.sv.txt",
		"%s: inga dokument hittades: namnen borde vara som steg.fi.txt och steg.sv.txt",
	}
	if w.excluded {
		msg.EN += "; the config excludes some of what is there"
		msg.FI += "; asetukset rajaavat osan pois"
		msg.SV += "; inställningarna utesluter en del av det som finns"
	}
	return lang.Errorf(msg, shown(f.cwd, root, absolute))
}

// walk is the walk of one folder.
type walk struct {
	*finder
	root, base string
	absolute   bool
	found      int  // documents
	failed     bool // a folder could not be read
	excluded   bool // the config left something out
}

func (w *walk) dir(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil { // what was read before is in entries
		w.failed = true
		w.list.Errors = append(w.list.Errors, fmt.Errorf("%s: %w", shown(w.cwd, dir, w.absolute), cause(err)))
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules":
		case w.cfg.excluded(name):
			w.excluded = true
		case e.IsDir():
			w.dir(name)
		case e.Type().IsRegular():
			w.file(name)
		case e.Type()&fs.ModeSymlink != 0:
			w.link(name)
		}
	}
}

// file adds a file if its name is that of a document.
func (w *walk) file(name string) {
	found := w.describe(name, w.base, w.absolute)
	if found.first() == nil {
		return
	}
	found.walked = true
	w.found++
	w.add(found)
}

// link adds the file that a symbolic link leads to, unless it lies outside of
// the folder: what the user did not name stays unread.
func (w *walk) link(name string) {
	note := func(what string) {
		w.list.Notes = append(w.list.Notes, shown(w.cwd, name, w.absolute)+": "+what)
	}
	root, err := filepath.EvalSymlinks(w.root)
	if err != nil {
		note("symbolic link not followed")
		return
	}
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		note("broken symbolic link")
		return
	}
	info, err := os.Stat(target)
	_, inside := relative(root, target)
	switch {
	case err != nil || info.IsDir():
		note("symbolic link to a folder, not followed")
	case !inside:
		note("symbolic link out of " + shown(w.cwd, w.root, w.absolute) + ", not followed")
	case info.Mode().IsRegular():
		w.file(name)
	}
}
