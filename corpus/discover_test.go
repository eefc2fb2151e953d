package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// lines prints a listing: "step: fi sv", a missing file as "-", "!name" for an
// expected one and "?" for an explicit entry.
func lines(l *Listing) []string {
	var out []string
	for _, e := range l.Entries {
		s := e.Step + ":"
		for _, f := range e.Files {
			if f == "" {
				f = "-"
			}
			s += " " + f
		}
		if e.Expected != "" {
			s += " !" + e.Expected
		}
		if e.Explicit {
			s += " ?"
		}
		out = append(out, s)
	}
	for _, n := range l.Notes {
		out = append(out, "note "+n)
	}
	for _, err := range l.Errors {
		if errors.Is(err, fs.ErrNotExist) { // in the words of the system
			err = errors.New(err.Error()[:strings.IndexByte(err.Error(), ':')] + ": not there")
		}
		out = append(out, "error "+err.Error())
	}
	return out
}

func TestDiscover(t *testing.T) {
	none := ": no documents found: expected names like step.fi.txt and step.sv.txt"
	for _, tt := range []struct {
		name  string
		files string // made below the folder w, the working directory
		paths string
		want  []string
	}{
		{"dots", "a.fi.txt a.sv.txt b.v2.fi.txt b.v2.sv.txt", ".", []string{"a: a.fi.txt a.sv.txt", "b.v2: b.v2.fi.txt b.v2.sv.txt"}},
		{"no path", "a.fi.txt a.sv.txt", "", []string{"a: a.fi.txt a.sv.txt"}},
		{"underscore, hyphen", "a_fi.txt a_sv.txt b-fi.txt b-sv.txt", ".", []string{"a: a_fi.txt a_sv.txt", "b: b-fi.txt b-sv.txt"}},
		{"folders", "fi/a.txt sv/a.txt x/fi/u/a.txt x/sv/u/a.txt", ".", []string{"a: fi/a.txt sv/a.txt", "x/u/a: x/fi/u/a.txt x/sv/u/a.txt"}},
		{"folder and name", "fi/a.fi.txt sv/a.sv.txt fi/b-fi.txt sv/b-sv.txt", ".", []string{"a: fi/a.fi.txt sv/a.sv.txt", "b: fi/b-fi.txt sv/b-sv.txt"}},
		{"name before folder", "fi/a.fi.txt fi/a.sv.txt", ".", []string{"fi/a: fi/a.fi.txt fi/a.sv.txt"}},
		{"spellings", "a.FI.TXT a.SV.txt b-fi-FI.txt b-sv-SE.txt c_fi_FI.txt c_SV.txt", ".",
			[]string{"a: a.FI.TXT a.SV.txt", "b: b-fi-FI.txt b-sv-SE.txt", "c: c_fi_FI.txt c_SV.txt"}},
		{"mixed manners", "a.fi.txt a_sv.txt fi/b.txt b.sv.txt", ".", []string{"a: a.fi.txt a_sv.txt", "b: fi/b.txt b.sv.txt"}},
		{"unpaired", "a.fi.txt u/b-SV-1.txt u/b-SV.txt fi/c.txt d.sv-SE.txt", ".",
			[]string{"a: a.fi.txt - !a.sv.txt", "c: fi/c.txt - !sv/c.txt", "d: - d.sv-SE.txt !d.fi-FI.txt", "u/b: - u/b-SV.txt !u/b-FI.txt"}},
		{"no documents", "README.txt notes.txt a.fi.doc .fi.txt wifi.txt", ".", []string{"error ." + none}},
		{"empty folder", "x/y a.fi.txt a.sv.txt", "x .", []string{"a: a.fi.txt a.sv.txt", "error x" + none}},
		{"hidden", ".git/a.fi.txt node_modules/a.fi.txt ._b.fi.txt b.fi.txt b.sv.txt", ".", []string{"b: b.fi.txt b.sv.txt"}},
		{"hidden but named", ".x/a.fi.txt .x/a.sv.txt", ".x", []string{".x/a: .x/a.fi.txt .x/a.sv.txt"}},
		{"not there", "a.fi.txt a.sv.txt", "none .", []string{"a: a.fi.txt a.sv.txt", "error none: not there"}},
		{"overlap", "x/a.fi.txt x/a.sv.txt", ". ./x x/a.sv.txt x/../x/a.fi.txt", []string{"x/a: x/a.fi.txt x/a.sv.txt"}},
		{"two spellings of one file", "a.fi.txt a.FI.txt a.sv.txt", ".",
			[]string{"a: a.FI.txt a.sv.txt", "error a.fi.txt: step a is in a.FI.txt and a.sv.txt already; rename one or exclude it"}},
		{"step twice", "a.fi.txt a.sv.txt fi/a.txt sv/a.txt", ".",
			[]string{"a: a.fi.txt a.sv.txt", "error fi/a.txt and sv/a.txt: step a is in a.fi.txt and a.sv.txt already; rename one or exclude it"}},
		{"outside", "../o/a.fi.txt ../o/a.sv.txt", "../o", []string{"o/a: ../o/a.fi.txt ../o/a.sv.txt"}},
		{"outside by language", "../fi/a.txt ../sv/a.txt", "../fi ../sv", []string{"a: ../fi/a.txt ../sv/a.txt"}},
		{"one language folder", "fi/a.txt sv/a.txt fi/b.txt", "fi", []string{"a: fi/a.txt sv/a.txt", "b: fi/b.txt - !sv/b.txt"}},

		{"file alone", "a.fi.txt a.sv.txt b.fi.txt", "a.fi.txt", []string{"a: a.fi.txt a.sv.txt"}},
		{"file alone, Swedish", "fi/u/a.txt sv/u/a.txt", "sv/u/a.txt", []string{"u/a: fi/u/a.txt sv/u/a.txt"}},
		{"file alone, other case", "a.FI.txt a.sv.txt", "a.FI.txt", []string{"a: a.FI.txt a.sv.txt"}},
		{"file outside", "../o/sv/a.txt ../o/fi/a.txt", "../o/sv/a.txt", []string{"a: ../o/fi/a.txt ../o/sv/a.txt"}},
		{"file without counterpart", "a.sv.txt", "a.sv.txt", []string{"a: - a.sv.txt ?"}},
		{"file of any name", "u/notes.md", "u/notes.md", []string{"u/notes: u/notes.md - ?"}},
		{"file and its folder", "a.fi.txt", "a.fi.txt .", []string{"a: a.fi.txt - !a.sv.txt"}},

		{"two files, a pair", "a.fi.txt a.sv.txt", "a.sv.txt a.fi.txt", []string{"a: a.fi.txt a.sv.txt"}},
		{"two files, explicit", "b.txt a.txt", "b.txt a.txt", []string{"a+b: a.txt b.txt ?"}},
		{"two files, two folders", "x/b.txt y/a.txt", "y/a.txt x/b.txt", []string{"x/b+y/a: x/b.txt y/a.txt ?"}},
		{"two files, languages told", "b.fi.txt a.sv.txt", "b.fi.txt a.sv.txt", []string{"a.sv+b.fi: b.fi.txt a.sv.txt ?"}},
		{"two files, one language told", "a.txt b.fi.txt", "a.txt b.fi.txt", []string{"a+b.fi: b.fi.txt a.txt ?"}},
		{"two files, one language", "b.fi.txt a.fi.txt", "b.fi.txt a.fi.txt", []string{"a.fi+b.fi: a.fi.txt b.fi.txt ?"}},
		{"two files, two pairs", "a.fi.txt a.sv.txt b.fi.txt b.sv.txt", "b.fi.txt a.fi.txt", []string{"a: a.fi.txt a.sv.txt", "b: b.fi.txt b.sv.txt"}},
		{"two files, one counterpart", "a.fi.txt a.sv.txt b.sv.txt", "a.fi.txt b.sv.txt", []string{"a.fi+b.sv: a.fi.txt b.sv.txt ?"}},
		{"one file twice", "a.fi.txt a.sv.txt", "a.fi.txt ./a.fi.txt", []string{"a: a.fi.txt a.sv.txt"}},
		{"many files", "a.fi.txt a.sv.txt b.fi.txt b.sv.txt c.txt", "b.sv.txt c.txt a.sv.txt a.fi.txt",
			[]string{"a: a.fi.txt a.sv.txt", "b: b.fi.txt b.sv.txt", "c: c.txt - ?"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := strings.Fields(tt.files)
			for i, f := range files {
				files[i] = "w/" + f
			}
			root := writeTree(t, append(files, "w/README.txt")...)
			t.Chdir(filepath.Join(root, "w"))
			paths := strings.Fields(tt.paths)
			for range 2 {
				if diff := cmp.Diff(tt.want, lines(Discover(paths, nil))); diff != "" {
					t.Errorf("%q (-want +got):\n%s", paths, diff)
				}
				slices.Reverse(paths)
			}
		})
	}
}

func TestDiscoverConfig(t *testing.T) {
	root := writeTree(t, "steplint.toml", "fi/a.txt", "sv/a.txt", "drafts/b.fi.txt", "x/c.fi.txt", "x/c.sv.txt",
		"x/old-d.fi.txt", "kurssi/e/FI.text", "kurssi/e/SV.text", "kurssi/README.text")
	cfg := &Config{Dir: root, Patterns: []string{"kurssi/{step}/{lang}.text"}, Exclude: []string{"drafts/", "**/old-*"}}
	all := []string{"a: ../fi/a.txt ../sv/a.txt", "e: ../kurssi/e/FI.text ../kurssi/e/SV.text", "x/c: c.fi.txt c.sv.txt"}
	none := "no documents found: expected names like step.fi.txt and step.sv.txt"
	for _, tt := range []struct {
		dir, path string
		want      []string
	}{
		{"x", "..", all},
		{"fi", ".", []string{"a: a.txt ../sv/a.txt"}}, // the names of folders down from the config count
		{"x", ".", all[2:]},
		{".", "drafts", []string{"error drafts: " + none + "; the config excludes some of what is there"}},
		{".", "drafts/b.fi.txt", []string{"drafts/b: drafts/b.fi.txt - ?"}}, // a file that is named is taken
	} {
		t.Chdir(filepath.Join(root, tt.dir))
		if diff := cmp.Diff(tt.want, lines(Discover([]string{tt.path}, cfg))); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", tt.path, tt.dir, diff)
		}
	}
	t.Chdir(root)
	l := Discover([]string{filepath.Join(root, "x")}, nil)
	x := filepath.ToSlash(root) + "/x/"
	want := []Entry{{Step: "x/c", Files: [2]string{x + "c.fi.txt", x + "c.sv.txt"}}, {Step: "x/old-d", Files: [2]string{x + "old-d.fi.txt"}, Expected: x + "old-d.sv.txt"}}
	if diff := cmp.Diff(want, l.Entries); diff != "" {
		t.Errorf("absolute (-want +got):\n%s", diff)
	}
}

func TestDiscoverDecomposed(t *testing.T) {
	nfd := norm.NFD.String("pää.fi.txt")
	t.Chdir(writeTree(t, nfd, "pää.sv.txt", "x/"+nfd))
	want := []Entry{
		{Step: "pää", Files: [2]string{nfd, "pää.sv.txt"}},
		{Step: "x/pää", Files: [2]string{"x/" + nfd}, Expected: "x/pää.sv.txt"},
	}
	if diff := cmp.Diff(want, Discover([]string{"."}, nil).Entries); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want[:1], Discover([]string{"pää.sv.txt"}, nil).Entries); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
}

func TestDiscoverLinks(t *testing.T) {
	root := writeTree(t, "in/a.fi.txt", "in/real.txt", "in/sub/s.fi.txt", "in/sub/s.sv.txt", "out/o.fi.txt")
	t.Chdir(root)
	for link, target := range map[string]string{
		"in/a.sv.txt": "real.txt",
		"in/b.fi.txt": "../out/o.fi.txt",
		"in/c.fi.txt": "none",
		"in/loop":     ".",
		"in/out":      "../out",
		"named":       "in/sub",
	} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.FromSlash(link)); err != nil {
			t.Skip(err)
		}
	}
	want := []string{
		"in/a: in/a.fi.txt in/a.sv.txt",
		"in/sub/s: in/sub/s.fi.txt in/sub/s.sv.txt",
		"note in/b.fi.txt: symbolic link out of in, not followed",
		"note in/c.fi.txt: broken symbolic link",
		"note in/loop: symbolic link to a folder, not followed",
		"note in/out: symbolic link to a folder, not followed",
	}
	if diff := cmp.Diff(want, lines(Discover([]string{"in", "in/"}, nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = []string{"named/s: named/s.fi.txt named/s.sv.txt"}
	if diff := cmp.Diff(want, lines(Discover([]string{"named"}, nil))); diff != "" {
		t.Errorf("a link that is named (-want +got):\n%s", diff)
	}
}

func TestDiscoverUnreadable(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("every folder is readable")
	}
	t.Chdir(writeTree(t, "a.fi.txt", "a.sv.txt", "x/b.fi.txt"))
	if err := os.Chmod("x", 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("x", 0o777)
	want := []string{"a: a.fi.txt a.sv.txt", "error x: permission denied"}
	if diff := cmp.Diff(want, lines(Discover([]string{"."}, nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func BenchmarkDiscover(b *testing.B) {
	root := b.TempDir()
	for i := range 10_000 {
		lang := [2]string{"fi", "sv"}[i%2]
		dir := filepath.Join(root, fmt.Sprint("d", i/2%100))
		if err := os.MkdirAll(dir, 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.%s.txt", i/2, lang)), nil, 0o666); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if l := Discover([]string{root}, nil); len(l.Entries) != 5000 || len(l.Errors) > 0 {
			b.Fatal(len(l.Entries), l.Errors)
		}
	}
}
