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

// What the README shows is what happens: each of its sh blocks, and each line of
// an indented block that begins with $, is run in a folder that holds our
// testdata. The lines below the $ are the output; there, a line … stands for any
// lines.
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
	ran := 0
	for _, b := range shownCommands(string(readme)) {
		commands := runnable(b.commands)
		ran += len(commands)
		got := runCommands(t, commands)
		if b.output != "" && !sameOutput(b.output, got) {
			t.Errorf("%s\nprints\n%s\nREADME.md says\n%s", b.commands, got, b.output)
		}
	}
	if ran == 0 {
		t.Error("README.md shows no command")
	}
}

// shown is what a block of the README shows.
type shown struct{ commands, output string }

// shownCommands returns the blocks of a Markdown text that show commands.
func shownCommands(markdown string) []shown {
	var all []shown
	fenced, indented := false, false
	for line := range strings.Lines(markdown) {
		text, deep := strings.CutPrefix(line, "    ")
		blank := strings.TrimSpace(line) == ""
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced && strings.TrimSpace(line) == "```sh"
			indented = false
			if fenced {
				all = append(all, shown{})
			}
		case fenced:
			all[len(all)-1].commands += line
		case deep && strings.HasPrefix(text, "$ "):
			all = append(all, shown{commands: text})
			indented = true
		case indented && (deep || blank):
			all[len(all)-1].output += text
		default:
			indented = false
		}
	}
	return all
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
