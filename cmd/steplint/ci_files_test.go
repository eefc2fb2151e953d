package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// readYAML reads a file of the root of the project. What it holds must be all that
// its reader knows.
func readYAML(t *testing.T, name string, v any) {
	t.Helper()
	f, err := os.Open("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := yaml.NewDecoder(f)
	dec.KnownFields(true)
	if err := dec.Decode(v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// inExample runs a command of sh in a folder that holds our learning path, with
// the variables, and returns its exit status and the folder.
func inExample(t *testing.T, shell []string, script string, env ...string) (int, string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the commands are for sh")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/path")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil { // the search for a configuration ends here
		t.Fatal(err)
	}
	c := exec.Command(shell[0], append(shell[1:], script)...)
	c.Dir = dir
	c.Env = append(os.Environ(), append(env, "LC_ALL=C", "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))...)
	out, err := c.CombinedOutput()
	t.Logf("%s", out)
	if err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), dir
}

func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		Types                                  []string
		PassFilenames                          bool `yaml:"pass_filenames"`
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].ID != "steplint" || hooks[0].Language != "golang" || hooks[0].PassFilenames {
		t.Fatalf("%+v", hooks)
	}
	if status, _ := inExample(t, []string{"sh", "-c"}, hooks[0].Entry); status != exitFindings {
		t.Errorf("exit status %d, want %d", status, exitFindings)
	}
}

type action struct {
	Name, Description string
	Inputs            map[string]struct{ Description, Default string }
	Outputs           map[string]struct{ Description, Value string }
	Runs              struct {
		Using string
		Steps []struct {
			ID, If, Uses, Shell, Run string
			WorkingDirectory         string `yaml:"working-directory"`
			Env, With                map[string]string
		}
	}
}

// A script holds no expression: what an input says is never a part of it.
func TestActionRunsNoInput(t *testing.T) {
	var a action
	readYAML(t, "action.yml", &a)
	used := map[string]bool{}
	for _, s := range a.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("an expression in %q", s.Run)
		}
		if (s.Run == "") == (s.Uses == "") || s.Run != "" && s.Shell != "bash" {
			t.Errorf("neither an action nor a script: %+v", s)
		}
		text := s.If
		for _, v := range s.Env {
			text += v
		}
		for _, m := range regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(text, -1) {
			used[m[1]] = true
		}
	}
	for name := range a.Inputs {
		if !used[name] {
			t.Errorf("nothing uses the input %s", name)
		}
		delete(used, name)
	}
	if len(used) > 0 {
		t.Errorf("no such inputs: %v", used)
	}
}

func TestActionScript(t *testing.T) {
	var a action
	readYAML(t, "action.yml", &a)
	program, err := exec.LookPath("steplint")
	if err != nil {
		t.Fatal(err)
	}
	script := ""
	for _, s := range a.Runs.Steps {
		if s.ID == "check" {
			script = s.Run
		}
	}
	tests := []struct {
		name, paths, flags string
		status, sarif      string
	}{
		{"findings", ".", "", "1", "sarif="},
		{"flags", "4-korjaus.fi.txt\n1-suunnittelu.fi.txt\n", "--fail-on=never\n\n--lang=sv", "0", "sarif="},
		{"a name that is a script", "$(touch hit)\n`touch hit`; touch hit\n-o hit", "", "2", "sarif="},
		{"a flag that there is none of", ".", "--yes; touch hit", "2", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			temp := t.TempDir()
			if err := os.Mkdir(filepath.Join(temp, "steplint"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(program, filepath.Join(temp, "steplint", "steplint")); err != nil {
				t.Skip(err)
			}
			outputs := filepath.Join(temp, "outputs")
			status, dir := inExample(t, []string{"bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"}, script,
				"RUNNER_TEMP="+temp, "GITHUB_OUTPUT="+outputs, "GITHUB_STEP_SUMMARY="+filepath.Join(temp, "summary"),
				"STEPLINT_PATHS="+tt.paths, "STEPLINT_FLAGS="+tt.flags)
			if status != 0 {
				t.Errorf("the step fails with %d before the upload", status)
			}
			want := "status=" + tt.status + "\n"
			if tt.sarif != "" {
				want += tt.sarif + filepath.Join(temp, "steplint", "steplint.sarif") + "\n"
			}
			if diff := cmp.Diff(want, readText(t, outputs)); diff != "" {
				t.Error(diff)
			}
			if _, err := os.Stat(filepath.Join(dir, "hit")); err == nil {
				t.Error("an input was run")
			}
		})
	}
}

func TestGitLabExample(t *testing.T) {
	var jobs map[string]struct {
		Image        string
		Variables    map[string]string
		BeforeScript []string `yaml:"before_script"`
		Script       []string
		Artifacts    struct {
			When    string
			Reports map[string]string
		}
	}
	readYAML(t, ".gitlab-ci.example.yml", &jobs)
	job := jobs["steplint"]
	if job.Artifacts.When != "always" || len(job.Artifacts.Reports) != 2 {
		t.Errorf("artifacts: %+v", job.Artifacts)
	}
	status, dir := inExample(t, []string{"sh", "-ec"}, strings.Join(job.Script, "\n"))
	if status != exitFindings {
		t.Errorf("exit status %d, want %d", status, exitFindings)
	}
	for kind, name := range job.Artifacts.Reports {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// The image is built of what there is, holds one file, and is not run by root.
func TestContainerfile(t *testing.T) {
	text := readText(t, "../../Containerfile")
	for _, m := range regexp.MustCompile(`(?m)^COPY ([^-].*) \S+$`).FindAllStringSubmatch(text, -1) {
		for name := range strings.FieldsSeq(m[1]) {
			if _, err := os.Stat("../../" + name); err != nil {
				t.Errorf("COPY %s: %v", name, err)
			}
		}
	}
	stages := strings.Split(text, "\nFROM ")
	last := stages[len(stages)-1]
	if !strings.HasPrefix(last, "scratch\n") || strings.Count(last, "COPY") != 1 {
		t.Errorf("the image holds more than the program: %s", last)
	}
	if !regexp.MustCompile(`(?m)^USER [1-9]\d*:[1-9]\d*$`).MatchString(last) {
		t.Error("the program is run by root")
	}
	if !strings.Contains(text, "CGO_ENABLED=0 go build") {
		t.Error("the program is not static")
	}
}
