package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A write that fails halfway leaves the file as it was and nothing beside it,
// whichever of the ways to write it is.
func TestFailingWrite(t *testing.T) {
	full := errors.New("no space left on device")
	name := makeFile(t, 0o644)
	err := replaceFile(name, func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat(textAfter, 1000)); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) || err.Error() != name+": "+full.Error() {
		t.Errorf("got error %v", err)
	}
	checkFolder(t, name, textBefore)
}

func TestReplaceFile(t *testing.T) {
	text := func(w io.Writer) error { _, err := io.WriteString(w, textAfter); return err }
	for _, mode := range []fs.FileMode{0o644, 0o640, 0o600} {
		name := makeFile(t, mode)
		leftover := filepath.Join(filepath.Dir(name), stagePrefix(name)+"1.tmp")
		if err := os.WriteFile(leftover, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := replaceFile(name, text); err != nil {
			t.Fatal(err)
		}
		checkFolder(t, name, textAfter)
		if info, err := os.Stat(name); err != nil || runtime.GOOS != "windows" && info.Mode() != mode {
			t.Errorf("mode is %v, want %v: %v", info.Mode(), mode, err)
		}
	}
	if err := replaceFile(filepath.Join(t.TempDir(), "puuttuu", "a"), text); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such folder: got error %v", err)
	}
	if err := replaceFile(os.DevNull, text); err != nil {
		t.Errorf("a device: %v", err)
	}
	target := makeFile(t, 0o644)
	link := filepath.Join(t.TempDir(), "linkki.txt")
	if err := os.Symlink(target, link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	if err := replaceFile(link, text); err == nil || !strings.Contains(err.Error(), "symbolic link") {
		t.Errorf("link: got error %v", err)
	}
	checkFolder(t, target, textBefore)
}

func TestCreateFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "uusi.txt")
	if err := createFile(name, textBefore); err != nil {
		t.Fatal(err)
	}
	if err := createFile(name, textAfter); !errors.Is(err, fs.ErrExist) {
		t.Errorf("it exists: got error %v", err)
	}
	checkFolder(t, name, textBefore)
}

// On a full disk, and on one that is mounted to be read only, every file stays as it
// is, whole.
func TestFullDisk(t *testing.T) {
	if testing.Short() || os.Geteuid() != 0 || runtime.GOOS != "linux" {
		t.Skip("only root on Linux may mount a small disk")
	}
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=128k", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no mounting here: %v: %s", err, out)
	}
	defer func() {
		if err := exec.Command("umount", dir).Run(); err != nil {
			t.Error(err)
		}
	}()
	long := strings.Repeat("Virta katkaistaan ensin. Lamppu kierretään irti. ", 200)
	files := map[string]string{
		".git/HEAD":     "",
		"lamppu.fi.txt": "Vaihdan lampun\n\nLamppu  on kuuma. " + long + "\n",
		"lamppu.sv.txt": "Jag byter lampa\n\nLampan  är het.\n",
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		c := exec.Command("steplint", args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "LC_ALL=C")
		out, err := c.CombinedOutput()
		if err == nil || c.ProcessState.ExitCode() != exitTrouble {
			t.Errorf("%v: %v", args, err)
		}
		return string(out)
	}
	if out, err := exec.Command("steplint", "baseline", "write", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files["steplint.baseline"] = read(t, filepath.Join(dir, "steplint.baseline"))
	// Room for none of what is to be written.
	fill, err := os.Create(filepath.Join(dir, "täyttö"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(fill, strings.NewReader(strings.Repeat("x", 1<<20))); err == nil {
		t.Fatal("the disk is not full")
	}
	fill.Close()
	for _, trouble := range []string{"no space left on device", "read-only file system"} {
		for _, args := range [][]string{
			{"fix", "--write", "."},
			{"baseline", "write", "--baseline", "uusi", "."},
			{"baseline", "prune", "."},
			{"check", "--baseline", "off", "--output", "raportti", "."},
			{"init"},
		} {
			if out := run(args...); !strings.Contains(out, trouble) {
				t.Errorf("%v: %s", args, out)
			}
		}
		if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	for name, text := range files {
		if d := cmp.Diff(text, read(t, filepath.Join(dir, name))); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(files)+1 { // and what fills it
		t.Errorf("left over: %v", entries)
	}
}
