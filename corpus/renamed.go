package corpus

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/steplint/steplint/corpus/git"
)

// Two texts are one under two names when they share this part of the longer one,
// as git has it.
const renamedShare = 0.5

// locate finds the paths that the documents had at the commit: their own, or that
// of a file which is gone and whose text they hold.
func (t *tree) locate() error {
	taken := map[string]bool{}
	var fresh []*versioned
	for _, v := range t.docs {
		if t.files[v.path] != "" {
			v.then = v.path
			taken[v.path] = true
		} else {
			fresh = append(fresh, v)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	gone := t.gone(fresh)
	slices.SortFunc(fresh, func(a, b *versioned) int { return cmp.Compare(a.path, b.path) })
	byID := map[string][]string{}
	for _, p := range gone {
		byID[t.files[p]] = append(byID[t.files[p]], p)
	}
	var changed []*versioned
	for _, v := range fresh {
		v.then = firstFree(byID[git.BlobID(v.doc.Src, anyID(t.files))], taken)
		if v.then == "" {
			changed = append(changed, v)
		}
	}
	gone = slices.DeleteFunc(gone, func(p string) bool { return taken[p] })
	return t.match(changed, gone)
}

func anyID(files map[string]string) string {
	for _, id := range files {
		return id // all are of one kind
	}
	return ""
}

// firstFree returns the first of the paths that is not taken and takes it.
func firstFree(paths []string, taken map[string]bool) string {
	for _, p := range paths {
		if !taken[p] {
			taken[p] = true
			return p
		}
	}
	return ""
}

// gone returns the files of the commit that are not on disk any more and are of a
// kind that the documents are, sorted.
func (t *tree) gone(docs []*versioned) []string {
	kinds := map[string]bool{}
	for _, v := range docs {
		kinds[path.Ext(v.path)] = true
	}
	var out []string
	for p := range t.files {
		if !kinds[path.Ext(p)] {
			continue
		}
		if _, err := os.Lstat(filepath.Join(t.repo.Root, filepath.FromSlash(p))); err != nil {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// match pairs each document with the file that it shares most of its lines with.
// A line that many files have tells nothing, which also bounds the work.
func (t *tree) match(docs []*versioned, gone []string) error {
	const common = 10
	if len(docs) == 0 || len(gone) == 0 {
		return nil
	}
	size := make([]int, len(gone))
	holders := map[string][]int{} // files by line
	for i, p := range gone {
		data, err := t.cat.Need(t.files[p])
		if err != nil {
			return err
		}
		lines, n := linesOf(string(data))
		size[i] = n
		for line := range lines {
			holders[line] = append(holders[line], i)
		}
	}
	taken := make([]bool, len(gone))
	for _, v := range docs {
		lines, n := linesOf(v.doc.Src)
		shared := map[int]int{}
		for line := range lines {
			if with := holders[line]; len(with) <= common {
				for _, i := range with {
					shared[i] += len(line)
				}
			}
		}
		best := -1
		for i := range gone {
			if !taken[i] && float64(shared[i]) >= renamedShare*float64(max(n, size[i], 1)) && (best < 0 || shared[i] > shared[best]) {
				best = i
			}
		}
		if best >= 0 {
			taken[best] = true
			v.then = gone[best]
		}
	}
	return nil
}

// linesOf returns the different lines of a text without the white space around
// them, and how long they are together.
func linesOf(src string) (lines map[string]bool, size int) {
	lines = map[string]bool{}
	for line := range strings.Lines(src) {
		if line = strings.Join(strings.Fields(line), " "); line != "" && !lines[line] {
			lines[line] = true
			size += len(line)
		}
	}
	return lines, size
}
