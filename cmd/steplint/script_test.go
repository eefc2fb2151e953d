package main

import (
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/steplint/steplint/parser/lang"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"steplint": main})
}

// Every behaviour of the command line is a script, named after it. Beside what
// testscript has, a script knows
//
//	exits STATUS COMMAND…  run the command, which must exit with the status
//	write FILE TEXT…       write the texts, which may hold the escapes of Go
//	utf16 FILE             turn the file into UTF-16 with a byte order mark
//	example FOLDER         copy our learning path to the folder
//	edit FILE OLD NEW      put NEW in the place of OLD, which stands there once
//
// and the condition [voikko]: a Finnish dictionary is installed.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		Setup:               setUp,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(name string) (bool, error) {
			if name != "voikko" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return lang.FindVoikko() != "", nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"write":   write,
			"utf16":   toUTF16,
			"example": example,
			"edit":    edit,
		},
	})
}

// setUp ends the search for a configuration at the script's own folder and lets
// no setting of the machine's git in.
func setUp(env *testscript.Env) error {
	env.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	env.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(env.WorkDir))
	return os.Mkdir(filepath.Join(env.WorkDir, ".git"), 0o755)
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND…")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if args[0] != strconv.Itoa(got) {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

func write(ts *testscript.TestScript, _ bool, args []string) {
	var data []byte
	for _, quoted := range args[1:] {
		text, err := strconv.Unquote(`"` + quoted + `"`)
		ts.Check(err)
		data = append(data, text...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

func toUTF16(ts *testscript.TestScript, _ bool, args []string) {
	data := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(ts.ReadFile(args[0]))) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

func example(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS("../../testdata/path")))
}

func edit(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	var texts [2]string
	for i, quoted := range args[1:] {
		text, err := strconv.Unquote(`"` + quoted + `"`)
		ts.Check(err)
		texts[i] = text
	}
	data := ts.ReadFile(args[0])
	if n := strings.Count(data, texts[0]); n != 1 {
		ts.Fatalf("%s holds %q %d times", args[0], texts[0], n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(data, texts[0], texts[1], 1)), 0o644))
}
