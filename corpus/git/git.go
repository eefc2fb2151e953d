// Package git reads the history of a repository with the git command. It changes
// nothing: no index, no hook, no filter, no pager and no network comes into play.
package git

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// Repo is a git repository with a work tree.
type Repo struct {
	// Root is the absolute path of the work tree's folder, without symbolic links.
	Root string
	// Shallow says that the history of this clone is cut short.
	Shallow bool
}

// Open returns the repository whose work tree holds the folder. The error is for
// people, in three languages.
func Open(ctx context.Context, dir string) (*Repo, error) {
	out, err := output(ctx, dir, "rev-parse", "--is-shallow-repository", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	shallow, root, ok := strings.Cut(out, "\n")
	root = strings.TrimSuffix(root, "\n")
	if !ok || root == "" {
		return nil, outside(dir)
	}
	if root, err = filepath.EvalSymlinks(filepath.FromSlash(root)); err != nil {
		return nil, outside(dir)
	}
	return &Repo{Root: root, Shallow: shallow == "true"}, nil
}

func outside(dir string) error {
	return lang.Errorf(lang.Msg{
		"%s is in no git work tree, so there is no history to compare with",
		"%s ei ole git-työpuussa, joten vertailtavaa historiaa ei ole",
		"%s finns inte i något git-arbetsträd, så det saknas historik att jämföra med",
	}, filepath.ToSlash(dir))
}

// Path returns the path of a file within the repository, slash-separated; false
// when it lies outside. The name is absolute, without symbolic links.
func (r *Repo) Path(name string) (string, bool) {
	rel, err := filepath.Rel(r.Root, name)
	if err != nil || !filepath.IsLocal(rel) || strings.Contains(rel, "\n") {
		return "", false // no name with a newline can be asked for
	}
	return filepath.ToSlash(rel), true
}

// Commit returns the id of the commit that rev names: a branch, a tag, an id, or
// whatever else git takes for one.
func (r *Repo) Commit(ctx context.Context, rev string) (string, error) {
	// What begins with a dash is a flag to git, and never a revision.
	if rev != "" && rev[0] != '-' && !strings.ContainsRune(rev, 0) {
		out, err := output(ctx, r.Root, "rev-parse", "--verify", "--quiet", rev+"^{commit}")
		if id := strings.TrimSpace(out); err == nil && isID(id) {
			return id, nil
		}
		if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
			return "", err
		}
	}
	msg := lang.Msg{
		"%q names no commit of this repository",
		"%q ei nimeä tämän tietovaraston mitään versiota",
		"%q anger ingen version i det här kodförrådet",
	}
	if r.Shallow {
		msg = withAdvice(msg)
	}
	return "", lang.Errorf(msg, rev)
}

// MergeBase returns the newest commit that the history of a commit and that of
// HEAD share. Without any it is the commit itself.
func (r *Repo) MergeBase(ctx context.Context, commit string) (string, error) {
	out, err := output(ctx, r.Root, "merge-base", commit, "HEAD")
	if id := strings.TrimSpace(out); err == nil && isID(id) {
		return id, nil
	}
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		return "", err
	}
	if r.Shallow {
		return "", lang.Errorf(withAdvice(lang.Msg{
			"this clone does not hold the commit where HEAD branched off from %.12s",
			"tässä kloonissa ei ole versiota, josta HEAD haarautui versiosta %.12s",
			"den här klonen saknar den version där HEAD grenades av från %.12s",
		}), commit)
	}
	return commit, nil
}

// withAdvice tells what to do about a clone without all of its history.
func withAdvice(m lang.Msg) lang.Msg {
	return lang.Msg{
		m.EN + "; its history is cut short (a shallow clone): fetch all of it with “git fetch --unshallow”, in a pipeline with a fetch depth of 0",
		m.FI + "; sen historia on katkaistu (matala klooni): hae koko historia komennolla ”git fetch --unshallow”, putkessa hakusyvyydellä 0",
		m.SV + "; dess historik är avkortad (en grund klon): hämta hela med ”git fetch --unshallow”, i en pipeline med hämtdjupet 0",
	}
}

// isID reports whether s is the full name of an object, SHA-1 or SHA-256.
func isID(s string) bool {
	if len(s) != 40 && len(s) != 64 {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'f') }) < 0
}

// output runs git in the folder and returns what it prints. An error of git's
// own wraps the *exec.ExitError.
func output(ctx context.Context, dir string, args ...string) (string, error) {
	c := command(ctx, dir, args...)
	var out, errOut bytes.Buffer
	c.Stdout, c.Stderr = &out, &errOut
	if err := c.Run(); err != nil {
		return "", failure(dir, err, errOut.String())
	}
	return out.String(), nil
}

// failure returns the error for people.
func failure(dir string, err error, printed string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return lang.Errorf(lang.Msg{
			"the git command is not installed, or not on the PATH",
			"git-komentoa ei ole asennettu, tai se ei ole hakupolulla",
			"kommandot git är inte installerat eller finns inte på sökvägen",
		})
	}
	line, _, _ := strings.Cut(strings.TrimSpace(printed), "\n")
	if strings.Contains(line, "not a git repository") {
		return outside(dir)
	}
	if line == "" {
		line = err.Error()
	}
	return &told{lang.Errorf(lang.Msg{"git: %s", "git: %s", "git: %s"}, strings.TrimPrefix(line, "fatal: ")), err}
}

// told is an error with the words of git for it.
type told struct {
	words *lang.Error
	cause error
}

func (t *told) Error() string         { return t.words.Error() }
func (t *told) In(code string) string { return t.words.In(code) }
func (t *told) Unwrap() error         { return t.cause }

// command returns the command that runs git in the folder.
func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	// No output of git is for a pager, and the folder is what is named.
	c := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "--no-optional-locks", "-C", dir}, args...)...)
	c.Env = environment(os.Environ())
	return c
}

// Variables that a hook of git hands down: they name the repository of the hook,
// and sometimes an index of its own.
var inherited = []string{
	"GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
	"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE",
	"GIT_GRAFT_FILE", "GIT_NAMESPACE", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
	"GIT_ICASE_PATHSPECS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_ALLOW_PROTOCOL", "GIT_NO_LAZY_FETCH",
	"LC_ALL", "LANGUAGE",
}

// environment returns the variables for git. What a partial clone lacks is not
// fetched: this program stays off the network.
func environment(env []string) []string {
	env = slices.DeleteFunc(slices.Clone(env), func(s string) bool {
		name, _, _ := strings.Cut(s, "=")
		return slices.Contains(inherited, strings.ToUpper(name))
	})
	return append(env, "LC_ALL=C", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
}
