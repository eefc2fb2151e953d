package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// What the README shows is what happens: each of its sh blocks is run in a
// folder that holds our testdata, and if a text block follows, it is the output.
// There, a line … stands for any lines.
func TestReadme(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the commands are for sh")
	}
	readme, err := os.ReadFile("../../README.md")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no README yet")
	}
	if err != nil {
		t.Fatal(err)
	}
	blocks := fencedBlocks(string(readme))
	ran := 0
	for i, b := range blocks {
		if b.kind != "sh" {
			continue
		}
		commands := runnable(b.text)
		ran += len(commands)
		got := runCommands(t, commands)
		if i+1 < len(blocks) && blocks[i+1].kind == "text" && !sameOutput(blocks[i+1].text, got) {
			t.Errorf("%s\nprints\n%s\nREADME.md says\n%s", b.text, got, blocks[i+1].text)
		}
	}
	if ran == 0 {
		t.Error("README.md shows no command")
	}
}

type fencedBlock struct{ kind, text string }

// fencedBlocks returns the blocks of a Markdown text between lines of ```.
func fencedBlocks(markdown string) []fencedBlock {
	var blocks []fencedBlock
	inside := false
	for line := range strings.Lines(markdown) {
		kind, fence := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "```")
		switch {
		case fence && !inside:
			blocks = append(blocks, fencedBlock{kind: kind})
			inside = true
		case fence:
			inside = false
		case inside:
			blocks[len(blocks)-1].text += line
		}
	}
	return blocks
}

// runnable returns the command lines that call steplint. Those that fetch, test
// or install the project are left out.
func runnable(block string) []string {
	var commands []string
	for line := range strings.Lines(strings.ReplaceAll(block, "\\\n", " ")) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "$ ")
		line = strings.Replace(line, "go run ./cmd/steplint", "steplint", 1)
		if strings.HasPrefix(line, "steplint ") {
			commands = append(commands, line)
		}
	}
	return commands
}

// runCommands returns what the commands print. They may find something, but not
// fail.
func runCommands(t *testing.T, commands []string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS("../../testdata")); err != nil {
		t.Fatal(err)
	}
	// The search for a configuration ends here.
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, command := range commands {
		c := exec.Command("sh", "-c", command)
		c.Dir = dir
		c.Env = append(os.Environ(), "LC_ALL=C", "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))
		printed, err := c.CombinedOutput()
		if err != nil && c.ProcessState.ExitCode() != exitFindings {
			t.Errorf("%s: %v\n%s", command, err, printed)
		}
		out.Write(printed)
	}
	return out.String()
}

// sameOutput reports whether got is what want shows.
func sameOutput(want, got string) bool {
	pattern := regexp.QuoteMeta(strings.TrimSpace(want) + "\n")
	pattern = regexp.MustCompile(`(?m)^…\n`).ReplaceAllString(pattern, `(?s:.*)`)
	return regexp.MustCompile(`\A` + pattern + `\z`).MatchString(strings.TrimSpace(got) + "\n")
}
