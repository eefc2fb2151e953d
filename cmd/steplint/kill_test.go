package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// manyFiles lays out pairs of documents with something to fix in each, and returns
// the folder and the names of the files in the order in which they are written.
func manyFiles(t *testing.T, pairs int) (string, []string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	var names []string
	for i := range pairs {
		for l, text := range map[string]string{
			"fi": "Vaihdan lampun %d\n\nVirta katkaistaan  ensin.\n\nLamppu  kierretään irti.\n",
			"sv": "Jag byter lampa %d\n\nStrömmen bryts  först.\n\nLampan  skruvas loss.\n",
		} {
			name := fmt.Sprintf("%03d.%s.txt", i, l)
			if err := os.WriteFile(filepath.Join(dir, name), fmt.Appendf(nil, text, i), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		names = append(names, fmt.Sprintf("%03d.fi.txt", i), fmt.Sprintf("%03d.sv.txt", i))
	}
	return dir, names
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// running is a run of steplint.
type running struct {
	*exec.Cmd
	stderr bytes.Buffer
	over   chan struct{} // closed at its end
	err    error         // then
}

// start starts steplint in the folder.
func start(t *testing.T, dir string, args ...string) *running {
	t.Helper()
	r := &running{Cmd: exec.Command("steplint", args...), over: make(chan struct{})}
	r.Dir, r.Stderr = dir, &r.stderr
	if err := r.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { r.err = r.Wait(); close(r.over) }()
	return r
}

// until waits until the condition holds or the run is over.
func (r *running) until(condition func() bool) {
	for !condition() {
		select {
		case <-r.over:
			return
		default:
			time.Sleep(50 * time.Microsecond)
		}
	}
}

// staged returns the names of the staged files in the folder.
func staged(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, ".steplint-*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Wherever fix --write is killed, every file is as it was or as it should be, and
// the next run does the rest and clears away what was left.
func TestKilledFix(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process that is killed there keeps its files open for a while")
	}
	const pairs = 8
	torn := 0
	for round := range 2 * pairs {
		dir, names := manyFiles(t, pairs)
		old := map[string]string{}
		for _, name := range names {
			old[name] = read(t, filepath.Join(dir, name))
		}
		r := start(t, dir, "fix", "--write", ".")
		// The run is killed when it has just written that file, or a little later.
		written := filepath.Join(dir, names[round])
		size := int64(len(old[names[round]]))
		r.until(func() bool { info, err := os.Stat(written); return err == nil && info.Size() != size })
		time.Sleep(time.Duration(round%7) * 30 * time.Microsecond)
		r.Process.Kill()
		<-r.over

		changed := 0
		check := func(all bool) {
			for _, name := range names {
				got := read(t, filepath.Join(dir, name))
				switch {
				case got == strings.ReplaceAll(old[name], "  ", " "):
					changed++
				case got != old[name] || all:
					t.Fatalf("round %d: %s holds %q", round, name, got)
				}
			}
		}
		check(false)
		if changed > 0 && changed < len(names) {
			torn++
		}
		if out, err := exec.Command("steplint", "fix", "--write", dir).CombinedOutput(); err != nil {
			t.Fatalf("round %d: %v\n%s", round, err, out)
		}
		check(true)
		if left := staged(t, dir); len(left) > 0 {
			t.Errorf("round %d: left over: %v", round, left)
		}
	}
	if torn == 0 {
		t.Error("no run was killed between two files")
	}
}

// The same for the file of the known findings.
func TestKilledBaseline(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process that is killed there keeps its files open for a while")
	}
	dir, _ := manyFiles(t, 40)
	name := filepath.Join(dir, "steplint.baseline")
	write := func(reason string) {
		if out, err := exec.Command("steplint", "baseline", "write", "--reason", reason, dir).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	write("toinen")
	second := read(t, name)
	if strings.Count(second, "\n") != 2+160 {
		t.Fatalf("baseline\n%s", second)
	}
	first := strings.Join(strings.SplitAfter(second, "\n")[:100], "")
	killed := 0
	for round := range 16 {
		before := first
		if round%2 == 0 {
			before = ""
		}
		os.Remove(name)
		if before != "" {
			if err := os.WriteFile(name, []byte(before), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		r := start(t, dir, "baseline", "write", "--reason", "toinen", ".")
		r.until(func() bool { return len(staged(t, dir)) > 0 })
		time.Sleep(time.Duration(round) * 60 * time.Microsecond)
		r.Process.Kill()
		if <-r.over; r.err != nil {
			killed++
		}
		data, err := os.ReadFile(name)
		if got := string(data); got != second && (got != before || err != nil && before != "") {
			t.Fatalf("round %d: %v\n%s", round, err, got)
		}
		write("toinen")
		if read(t, name) != second {
			t.Fatalf("round %d: written again\n%s", round, read(t, name))
		}
	}
	if killed == 0 {
		t.Error("no run was killed")
	}
	// What is left when nothing was written after a kill is cleared by the next write.
	for _, leftover := range staged(t, dir) {
		t.Errorf("left over: %s", leftover)
	}
}

// An interrupt lets the file at hand be finished; nothing is left over.
func TestInterruptedFix(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupts there")
	}
	dir, names := manyFiles(t, 20)
	size := len(read(t, filepath.Join(dir, names[3])))
	r := start(t, dir, "fix", "--write", ".")
	r.until(func() bool { return len(read(t, filepath.Join(dir, names[3]))) != size })
	r.Process.Signal(os.Interrupt)
	<-r.over
	if left := staged(t, dir); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
	for _, name := range names {
		if n := len(read(t, filepath.Join(dir, name))); n == 0 {
			t.Errorf("%s is empty", name)
		}
	}
	if stderr := r.stderr.String(); r.err != nil && !strings.Contains(stderr, "interrupted") || !strings.Contains(stderr, " written to ") {
		t.Errorf("%v\n%s", r.err, stderr)
	}
}
