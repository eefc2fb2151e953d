package corpus

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/corpus/git"
	"github.com/steplint/steplint/parser"
)

// Revision tells what the documents of a corpus were like at a commit. It is not
// safe for concurrent use.
type Revision struct {
	cfg   *Config
	trees map[string]*tree // by root
	order []*tree
	files map[string]*versioned
}

// tree is the state of one repository at a commit.
type tree struct {
	repo   *git.Repo
	commit string
	files  map[string]string // id of the content by path
	cat    *git.Cat
	docs   []*versioned
}

// versioned is a document and where it stands in its repository.
type versioned struct {
	*tree
	doc  *parser.Document
	path string
	then string // its path at the commit, "" when there was no such document
}

// AtRevision returns the state of the documents at the commit where HEAD branched
// off from rev, which is rev itself when it is part of HEAD's history. A document
// that has been given another name since is known by its text. The caller must
// Close the result.
func AtRevision(ctx context.Context, c *Corpus, rev string) (*Revision, error) {
	return revision(ctx, c, func(r *git.Repo) (string, error) {
		commit, err := r.Commit(ctx, rev)
		if err != nil {
			return "", err
		}
		return r.MergeBase(ctx, commit)
	})
}

// revision returns the state of the documents at the commit that at returns for
// their repository.
func revision(ctx context.Context, c *Corpus, at func(*git.Repo) (string, error)) (*Revision, error) {
	r := &Revision{cfg: c.Config, trees: map[string]*tree{}, files: map[string]*versioned{}}
	roots := map[string]string{} // by folder
	for _, d := range c.Documents() {
		name, err := realPath(d.Name)
		if err != nil {
			r.Close()
			return nil, err
		}
		dir := filepath.Dir(name)
		root, ok := roots[dir]
		if !ok {
			root = gitRoot(dir)
			roots[dir] = root
		}
		t := r.trees[root]
		if t == nil {
			if t, err = openTree(ctx, root, at); err != nil {
				r.Close()
				return nil, err
			}
			r.trees[root], r.order = t, append(r.order, t)
		}
		path, ok := t.repo.Path(name)
		if !ok {
			continue
		}
		v := &versioned{tree: t, doc: d, path: norm.NFC.String(path)}
		r.files[d.Name] = v
		t.docs = append(t.docs, v)
	}
	for _, t := range r.order {
		if err := t.locate(); err != nil {
			r.Close()
			return nil, err
		}
	}
	return r, nil
}

// openTree reads the tree of the repository at root.
func openTree(ctx context.Context, root string, at func(*git.Repo) (string, error)) (*tree, error) {
	repo, err := git.Open(ctx, root)
	if err != nil {
		return nil, err
	}
	commit, err := at(repo)
	if err != nil {
		return nil, err
	}
	files, err := repo.Tree(ctx, commit)
	if err != nil {
		return nil, err
	}
	cat, err := repo.Cat(ctx)
	if err != nil {
		return nil, err
	}
	return &tree{repo: repo, commit: commit, files: files, cat: cat}, nil
}

// realPath returns the absolute path of a file without symbolic links.
func realPath(name string) (string, error) {
	abs, err := filepath.Abs(filepath.FromSlash(name))
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// gitRoot returns the nearest folder from dir upward that has a .git of its own,
// else dir, where git will say what is wrong.
func gitRoot(dir string) string {
	for at := dir; ; {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		up := filepath.Dir(at)
		if up == at {
			return dir
		}
		at = up
	}
}

// Close ends the processes that the revision reads with.
func (r *Revision) Close() {
	for _, t := range r.order {
		t.cat.Close()
	}
}

// Old returns the document as it was at the commit, or nil when there was none.
// It is the document itself when its content is the same, byte for byte.
func (r *Revision) Old(d *parser.Document) (*parser.Document, error) {
	v := r.files[d.Name]
	if v == nil || v.then == "" {
		return nil, nil
	}
	id := v.files[v.then]
	if d.Fixable && git.BlobID(d.Src, id) == id {
		return d, nil
	}
	data, err := v.cat.Need(id)
	if err != nil {
		return nil, err
	}
	old, err := ParseDocument(v.then, data, d.Lang, r.cfg)
	if _, ok := errors.AsType[*parser.Error](err); ok {
		return nil, nil // no text of ours was there
	}
	return old, err
}

// Renamed reports whether the document had another name, or none, at the commit.
func (r *Revision) Renamed(d *parser.Document) bool {
	v := r.files[d.Name]
	return v == nil || v.then != v.path
}

// Had reports whether a file that would stand beside the documents of the corpus
// was there at the commit.
func (r *Revision) Had(name string) bool {
	dir, err := realPath(filepath.Dir(filepath.FromSlash(name)))
	if err != nil {
		return false
	}
	t := r.trees[gitRoot(dir)]
	if t == nil {
		return false
	}
	path, ok := t.repo.Path(filepath.Join(dir, filepath.Base(name)))
	return ok && t.files[norm.NFC.String(path)] != ""
}

// Documents returns all documents of the corpus: those of the pairs in their
// order, then those without a counterpart.
func (c *Corpus) Documents() []*parser.Document {
	var docs []*parser.Document
	for _, p := range c.Pairs {
		docs = append(docs, p.Source, p.Target)
	}
	for _, u := range c.Unpaired {
		docs = append(docs, u.Doc)
	}
	return docs
}
