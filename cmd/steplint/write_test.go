package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	textBefore = "Asiakas saa laskun sähköpostitse .\n"
	textAfter  = "Asiakas saa laskun sähköpostitse.\n"
)

// makeFile returns the name of a file with textBefore in a folder of its own.
func makeFile(t *testing.T, mode fs.FileMode) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "lasku.fi.txt")
	if err := os.WriteFile(name, []byte(textBefore), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
	return name
}

// checkFolder checks the content of the file and that it stands alone in its
// folder, but for the names given.
func checkFolder(t *testing.T, name, content string, others ...string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(content, string(data)); d != "" {
		t.Errorf("content (-want +got)\n%s", d)
	}
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if d := cmp.Diff(append(others, filepath.Base(name)), names); d != "" {
		t.Errorf("folder (-want +got)\n%s", d)
	}
}

func TestWriteFile(t *testing.T) {
	for _, mode := range []fs.FileMode{0o644, 0o600, 0o755, 0o664} {
		name := makeFile(t, mode)
		if err := writeFile(name, textBefore, textAfter); err != nil {
			t.Fatal(err)
		}
		checkFolder(t, name, textAfter)
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode(); runtime.GOOS != "windows" && got != mode {
			t.Errorf("mode is %v, want %v", got, mode)
		}
	}
}

func TestWriteFileByRelativeName(t *testing.T) {
	name := makeFile(t, 0o644)
	t.Chdir(filepath.Dir(name))
	if err := writeFile(filepath.Base(name), textBefore, ""); err != nil {
		t.Fatal(err)
	}
	checkFolder(t, name, "")
}

// What a killed run left behind neither hinders the next run nor is touched.
func TestWriteFileBesideLeftover(t *testing.T) {
	name := makeFile(t, 0o644)
	leftover := ".steplint-1.tmp"
	if err := os.WriteFile(filepath.Join(filepath.Dir(name), leftover), []byte("puoli"), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(name, textBefore, textAfter); err != nil {
		t.Fatal(err)
	}
	checkFolder(t, name, textAfter, leftover)
}

func TestWriteFileChanged(t *testing.T) {
	name := makeFile(t, 0o644)
	err := writeFile(name, "Asiakas sai laskun.\n", textAfter)
	if want := name + ": changed on disk since it was read; nothing written"; err == nil || err.Error() != want || !errors.Is(err, errChanged) {
		t.Errorf("got error %v, want %s", err, want)
	}
	checkFolder(t, name, textBefore)
}

// Of many writers that read the same text, one wins and no content is mixed.
func TestWriteFileConcurrently(t *testing.T) {
	name := makeFile(t, 0o644)
	done := make(chan error)
	for range 8 {
		go func() { done <- writeFile(name, textBefore, textAfter) }()
	}
	written := 0
	for range 8 {
		if err := <-done; err == nil {
			written++
		} else if runtime.GOOS != "windows" && !errors.Is(err, errChanged) {
			t.Error(err)
		}
	}
	if written == 0 {
		t.Error("no writer came through")
	}
	checkFolder(t, name, textAfter)
}

func TestWriteFileSymlink(t *testing.T) {
	target := makeFile(t, 0o644)
	link := filepath.Join(t.TempDir(), "linkki.fi.txt")
	if err := os.Symlink(target, link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	err := writeFile(link, textBefore, textAfter)
	if want := link + ": a symbolic link is not written through; name the file it points to"; err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
	checkFolder(t, target, textBefore)
	checkFolder(t, link, textBefore)
}

func TestWriteFileNotAFile(t *testing.T) {
	dir := t.TempDir()
	if err := writeFile(dir, "", textAfter); err == nil || err.Error() != dir+": not a regular file" {
		t.Errorf("folder: got error %v", err)
	}
	if err := writeFile(filepath.Join(dir, "puuttuu.txt"), "", textAfter); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: got error %v", err)
	}
}

func TestWriteFileProtected(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	name := makeFile(t, 0o444)
	if err := writeFile(name, textBefore, textAfter); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("file: got error %v, want %v", err, fs.ErrPermission)
	}
	checkFolder(t, name, textBefore)

	if runtime.GOOS == "windows" {
		return // where a folder has no such mode
	}
	name = makeFile(t, 0o644)
	dir := filepath.Dir(name)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if err := writeFile(name, textBefore, textAfter); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("folder: got error %v, want %v", err, fs.ErrPermission)
	}
	checkFolder(t, name, textBefore)
}
