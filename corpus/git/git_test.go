package git

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// repository returns a folder under version control with the files committed.
func repository(t testing.TB, files map[string]string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	run(t, dir, "init", "-q", "-b", "main", ".")
	commit(t, dir, files)
	return dir
}

// commit writes the files, an empty one is removed, and commits all there is.
func commit(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if text == "" {
			os.Remove(name)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run(t, dir, "add", "-A")
	run(t, dir, "commit", "-q", "--allow-empty", "-m", "change")
}

func run(t testing.TB, dir string, args ...string) string {
	t.Helper()
	c := exec.Command("git", args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestTreeAndCat(t *testing.T) {
	files := map[string]string{
		"a.txt": "yksi\n", "ä \"b\".txt": "kaksi\n", "kansio/c\td.txt": "kolme\r\nrivi\x00\xff", "tyhjä.txt": " ",
	}
	dir := repository(t, files)
	ctx := context.Background()
	r, err := Open(ctx, filepath.Join(dir, "kansio"))
	if err != nil {
		t.Fatal(err)
	}
	id, err := r.Commit(ctx, "main")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := r.Tree(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	cat, err := r.Cat(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer cat.Close()
	got := map[string]string{}
	for path, blob := range tree {
		data, err := cat.Need(blob)
		if err != nil {
			t.Fatal(err)
		}
		got[path] = string(data)
		if BlobID(got[path], blob) != blob {
			t.Errorf("%s: BlobID gives %s, git %s", path, BlobID(got[path], blob), blob)
		}
	}
	if d := cmp.Diff(files, got); d != "" {
		t.Errorf("tree (-want +got):\n%s", d)
	}
	for _, name := range []string{"main:puuttuu", "main:kansio", "x y z", "", "main:a\nb"} {
		if data, ok, err := cat.Blob(name); ok || err != nil {
			t.Errorf("Blob(%q) = %q, %v, %v; want nothing", name, data, ok, err)
		}
	}
	if data, ok, err := cat.Blob("main:ä \"b\".txt"); !ok || err != nil || string(data) != "kaksi\n" {
		t.Errorf("Blob by path = %q, %v, %v", data, ok, err)
	}
}

func TestCommit(t *testing.T) {
	dir := repository(t, map[string]string{"a": "1\n"})
	ctx := context.Background()
	first := run(t, dir, "rev-parse", "HEAD")
	run(t, dir, "tag", "-m", "x", "v1")
	run(t, dir, "checkout", "-qb", "haara")
	commit(t, dir, map[string]string{"b": "2\n"})
	haara := run(t, dir, "rev-parse", "HEAD")
	run(t, dir, "checkout", "-q", "main")
	commit(t, dir, map[string]string{"a": "3\n"})
	r, err := Open(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	for rev, want := range map[string]string{
		"v1": first, "HEAD~1": first, first[:10]: first, "haara": haara,
		"": "", "-": "", "--help": "", "puuttuu": "", "HEAD:a": "", "main..haara": "", "^main": "", "main haara": "", "a\x00b": "",
	} {
		got, err := r.Commit(ctx, rev)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("Commit(%q) = %q, %v; want %q", rev, got, err, want)
		}
	}
	if base, err := r.MergeBase(ctx, haara); base != first || err != nil {
		t.Errorf("MergeBase = %q, %v; want %q", base, err, first)
	}
}

func TestWithoutGit(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	_, err := Open(context.Background(), dir)
	if err == nil || !strings.Contains(err.Error(), "the git command is not installed") {
		t.Errorf("Open = %v", err)
	}
}

func TestEnvironment(t *testing.T) {
	got := environment([]string{"PATH=/bin", "GIT_DIR=x", "GIT_INDEX_FILE=y", "GIT_CONFIG_COUNT=1", "LC_ALL=fi_FI.UTF-8"})
	want := []string{"PATH=/bin", "GIT_CONFIG_COUNT=1", "LC_ALL=C", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
