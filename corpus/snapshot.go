package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stamp tells two versions of a file apart.
type Stamp struct {
	Size     int64
	Modified int64 // nanoseconds
}

// Snapshot is the state of the files that Discover may find, and of some others.
type Snapshot struct {
	// Folders are the absolute paths of the folders in which a change may matter,
	// sorted.
	Folders []string
	// Files are the stamps of the files, by absolute path. Those of documents'
	// folders are all there, whatever their names.
	Files map[string]Stamp
}

// TakeSnapshot looks at the folders that Discover walks for the paths, and at the
// other files, which need not be there. What cannot be read is left out.
func TakeSnapshot(paths []string, cfg *Config, others []string) *Snapshot {
	s := &Snapshot{Files: map[string]Stamp{}}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			continue
		}
		if info, err := os.Stat(abs); err == nil && !info.IsDir() {
			s.folder(filepath.Dir(abs), cfg, false)
		} else {
			s.folder(abs, cfg, true)
		}
	}
	for _, name := range others {
		s.Folders = append(s.Folders, filepath.Dir(name))
		s.file(name)
	}
	slices.Sort(s.Folders)
	s.Folders = slices.Compact(s.Folders)
	return s
}

func (s *Snapshot) folder(dir string, cfg *Config, deep bool) {
	s.Folders = append(s.Folders, dir)
	entries, _ := os.ReadDir(dir) // of what cannot be read Discover tells
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules" || cfg.excluded(name):
		case e.IsDir():
			if deep {
				s.folder(name, cfg, true)
			}
		default:
			s.file(name)
		}
	}
}

func (s *Snapshot) file(name string) {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		s.Files[name] = Stamp{info.Size(), info.ModTime().UnixNano()}
	}
}

// Since returns the absolute paths of the files that are not as they were in the older
// snapshot, those included that are only in one of the two.
func (s *Snapshot) Since(old *Snapshot) map[string]bool {
	changed := map[string]bool{}
	for name, stamp := range s.Files {
		if was, ok := old.Files[name]; !ok || was != stamp {
			changed[name] = true
		}
	}
	for name := range old.Files {
		if _, ok := s.Files[name]; !ok {
			changed[name] = true
		}
	}
	return changed
}

// SameFiles reports whether both hold the same files, in whatever version.
func (s *Snapshot) SameFiles(old *Snapshot) bool {
	if len(s.Files) != len(old.Files) {
		return false
	}
	for name := range s.Files {
		if _, ok := old.Files[name]; !ok {
			return false
		}
	}
	return true
}
