package corpus

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var testChecks = []string{"missing-bullet", "odd-space", "missing-row"}

func TestParseConfig(t *testing.T) {
	const src = `pattern = "kurssi-{step}.{lang}.txt"
exclude = ["drafts/", "**/old-*"]
severity = { odd-space = "off", missing-bullet = "warning" }
levels.sv.labels = ["Steg"]

[levels.fi]
names = "  Mainio "

[[path]]
glob = "legacy/**"
[path.severity]
odd-space = "info"

[[path]]
glob = "legacy/a.*"
severity.odd-space = "error"
`
	want := &Config{
		Patterns:   []string{"kurssi-{step}.{lang}.txt"},
		Exclude:    []string{"drafts/", "**/old-*"},
		Severities: map[string]string{"odd-space": "off", "missing-bullet": "warning"},
		Paths: []PathRule{
			{Glob: "legacy/**", Severities: map[string]string{"odd-space": "info"}},
			{Glob: "legacy/a.*", Severities: map[string]string{"odd-space": "error"}},
		},
		Levels: map[string]LevelNames{"sv": {Labels: []string{"steg"}}, "fi": {Names: []string{"mainio"}}},
	}
	for name, src := range map[string]string{
		"plain":           src,
		"byte order mark": "\uFEFF" + src,
		"Windows":         strings.ReplaceAll(src, "\n", "\r\n"),
	} {
		got, err := parseConfig("steplint.toml", src, testChecks)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestParseConfigErrors(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"unknown key", "patern = 'x'", `1:1: unknown key "patern"; did you mean "pattern"?`},
		{"nothing near", "colour = 'x'", `1:1: unknown key "colour"`},
		{"code points", `severity = { "ääkköset" = "off", odd-spcae = "off" }`, `1:14: unknown check "ääkköset"
1:34: unknown check "odd-spcae"; did you mean "odd-space"?`},
		{"severity", "[severity]\nodd-space = 'Error'\nmissing-row = 'note'", `2:13: unknown severity "Error" (of error, warning, info, off); did you mean "error"?
3:15: unknown severity "note" (of error, warning, info, off)`},
		{"types", "pattern = 3\nexclude = [1, true, 1979-05-27]\nseverity = 'off'\nlevels = 1.5\npath = {}", `1:11: expected a string or a list of strings, not a number
2:12: expected a string, not a number
2:15: expected a string, not a truth value
2:21: expected a string, not a date or time
3:12: expected a table, not a string
4:10: expected a table, not a number
5:8: expected [[path]], not a table`},
		{"path", "[[path]]\n[[path]]\nglob = '/x'\nlevel = 1\n[path.severity]\nx = 'off'", `1:3: path without a glob
3:8: glob begins with /: globs are relative to the folder of this file
4:1: unknown key "level"
6:1: unknown check "x"`},
		{"accept", "accept = 1\n", `1:10: expected [[accept]], not a number`},
		{"accept", "[[accept]]\n[[accept]]\ncheck = ['odd-spcae', 'x']\ntext = ' '\nuntil = 2027-01-31T10:00:00\nwhy = ''\n[[accept]]\ncheck='odd-space'\nreason='x'\nuntil='huomenna'", `1:3: accept without a check
1:3: accept without a reason
1:3: accept without a path, step or text: to switch a check off, set its severity
2:3: accept without a reason
3:10: unknown check "odd-spcae"; did you mean "odd-space"?
3:23: unknown check "x"
4:8: empty text
5:9: expected a day such as 2027-01-31
6:1: unknown key "why"
7:3: accept without a path, step or text: to switch a check off, set its severity
10:7: expected a day such as 2027-01-31`},
		{"globs", `exclude = ["", "a\\b", "a**", "[a", "a//b", "../x"]`, `1:12: empty glob
1:16: glob with \: write / between folders
1:24: ** stands alone between slashes
1:31: glob with an unfinished [
1:37: glob with an empty name, . or ..: globs are relative to the folder of this file
1:45: glob with an empty name, . or ..: globs are relative to the folder of this file`},
		{"patterns", `pattern = ["{stp}.{lang}.txt", "{step}{lang}", "{step}.txt", "{step}.{lang}.{", "/{step}.{lang}"]`,
			`1:12: unknown placeholder in the file name pattern; did you mean "{step}"?
1:32: nothing between {step} and {lang} in the file name pattern
1:48: file name pattern needs one {step}, a {lang} and at most one {ext}
1:62: unknown placeholder in the file name pattern
1:81: file name pattern with a leading / or a \: write it like "{lang}/{step}.txt"`},
		{"levels", "[levels.en]\n[levels.fi]\nlabels = ['']\nname = []", `1:9: unknown language "en"
3:11: empty name
4:1: unknown key "name"; did you mean "names"?`},
	} {
		_, err := parseConfig("c", tt.src, testChecks)
		if err == nil {
			t.Errorf("%s: no error", tt.name)
			continue
		}
		got := strings.ReplaceAll("\n"+err.Error(), "\nc:", "\n")[1:]
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestParseConfigSyntax(t *testing.T) {
	for _, tt := range []struct{ src, want string }{ // the words after it are the library's
		{"pattern = \"a\nx = 1", "c:1:13: "},
		{"exclude = []\nexclude = []", "c:2:1: "},
		{`"ä`, "c:1:2: "}, // not within the letter
		{"# ä\nx", "c:2:1: "},
	} {
		if _, err := parseConfig("c", tt.src, testChecks); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: %v, want %s", tt.src, err, tt.want)
		}
	}
}

func TestDefaultConfig(t *testing.T) {
	c, err := parseConfig("steplint.toml", DefaultConfig, testChecks)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(new(Config), c); diff != "" {
		t.Errorf("the template is not the default (-want +got):\n%s", diff)
	}
	settings := regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(DefaultConfig, "$1")
	if c, err = parseConfig("steplint.toml", settings, testChecks); err != nil {
		t.Fatalf("the template with its settings: %v", err)
	}
	for i, v := 0, reflect.ValueOf(*c); i < v.NumField(); i++ {
		if name := v.Type().Field(i).Name; v.Field(i).IsZero() && name != "Dir" && name != "Lexicon" && name != "Terms" && name != "Dictionary" {
			t.Errorf("the template does not show %s", name)
		}
	}
}

func TestSeverity(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	c := &Config{
		Dir:        dir,
		Severities: map[string]string{"odd-space": "off"},
		Paths: []PathRule{
			{Glob: "legacy/**", Severities: map[string]string{"odd-space": "info", "missing-row": "warning"}},
			{Glob: "legacy/a.*", Severities: map[string]string{"odd-space": "error"}},
			{Glob: "**/pää*.txt", Severities: map[string]string{"missing-row": "off"}},
		},
	}
	for _, tt := range []struct{ check, file, want string }{
		{"odd-space", "a.fi.txt", "off"},
		{"odd-space", "legacy/b.fi.txt", "info"},
		{"odd-space", "legacy/x/a.fi.txt", "info"},
		{"odd-space", "./legacy/a.fi.txt", "error"},
		{"odd-space", filepath.Join(dir, "legacy", "a.fi.txt"), "error"},
		{"odd-space", "../legacy/a.fi.txt", "off"},
		{"missing-row", "legacy/a.fi.txt", "warning"},
		{"missing-row", "legacy/pää.fi.txt", "off"},
		{"missing-row", "pää.fi.txt", "off"},
		{"missing-row", "a.fi.txt", ""},
		{"missing-bullet", "legacy/a.fi.txt", ""},
	} {
		if got := c.Severity(tt.check, tt.file); got != tt.want {
			t.Errorf("Severity(%q, %q) = %q, want %q", tt.check, tt.file, got, tt.want)
		}
	}
	if got := (*Config)(nil).Severity("odd-space", "a"); got != "" {
		t.Errorf("without config: %q", got)
	}
}

func TestFindAndLoadConfig(t *testing.T) {
	root := writeTree(t, "steplint.toml=exclude = 'x'", "a/b/t.fi.txt", "repo/.git/HEAD", "repo/c/d.txt", "bad/steplint.toml=x=", "own/.git/HEAD", "own/steplint.toml", "own/a/b.txt")
	t.Chdir(filepath.Join(root, "a"))
	for _, tt := range []struct{ dir, want string }{
		{".", "../steplint.toml"},
		{"b", "../steplint.toml"},
		{"b/t.fi.txt", "../steplint.toml"},
		{"b/none", "../steplint.toml"},
		{"../repo/c", ""},
		{"../repo", ""},
		{"../own/a", "../own/steplint.toml"},
		{filepath.Join(root, "a"), filepath.ToSlash(filepath.Join(root, "steplint.toml"))},
	} {
		got, ok := FindConfig(tt.dir)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("FindConfig(%q) = %q, %v; want %q", tt.dir, got, ok, tt.want)
		}
	}

	c, err := LoadConfig("../steplint.toml", nil)
	if err != nil || c.Dir != root || len(c.Exclude) != 1 {
		t.Errorf("LoadConfig = %+v, %v", c, err)
	}
	if _, err := LoadConfig("none.toml", nil); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "none.toml: ") {
		t.Errorf("no file: %v", err)
	}
	if _, err := LoadConfig("../bad/steplint.toml", nil); err == nil || !strings.HasPrefix(err.Error(), "../bad/steplint.toml:1:") {
		t.Errorf("bad file: %v", err)
	}
}

func TestMatchGlob(t *testing.T) {
	for _, tt := range []struct {
		glob, name string
		want       bool
	}{
		{"a", "a", true},
		{"a", "a/b/c", true}, // a folder with all that is in it
		{"a/", "a/b", true},
		{"./a", "a/b", true},
		{"a", "b/a", false},
		{"a/*", "a", false},
		{"**", "a/b", true},
		{"**/a", "a", true},
		{"**/a", "x/y/a", true},
		{"**/a", "x/y/ab", false},
		{"a/**", "a/b/c", true},
		{"a/**/b", "a/b", true},
		{"a/**/b", "a/x/y/b", true},
		{"a/**/b/**/c", "a/b/x/b/y/c", true},
		{"a/**/b/**/c", "a/c/b", false},
		{"*.fi.txt", "a.fi.txt", true},
		{"*.fi.txt", "x/a.fi.txt", false},
		{"[ab].txt", "b.txt", true},
		{"pä?.txt", "pää.txt", true},
		{strings.Repeat("**/a/", 40) + "b", strings.Repeat("a/", 200) + "c", false}, // quickly
	} {
		if got := matchGlob(tt.glob, tt.name); got != tt.want {
			t.Errorf("matchGlob(%q, %q) = %v", tt.glob, tt.name, got)
		}
	}
}

// writeTree makes files in a new folder, which it returns: "name" or
// "name=content".
func writeTree(t *testing.T, files ...string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, content, _ := strings.Cut(f, "=")
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}
