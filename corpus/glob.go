package corpus

import (
	"errors"
	"path"
	"strings"
)

// checkGlob returns what is wrong with a glob: slash-separated names relative
// to the config's folder, each as in path.Match or "**" for any number of
// folders.
func checkGlob(glob string) error {
	switch {
	case glob == "":
		return errors.New("empty glob")
	case strings.Contains(glob, `\`):
		return errors.New(`glob with \: write / between folders`)
	case strings.HasPrefix(glob, "/"):
		return errors.New("glob begins with /: globs are relative to the folder of this file")
	}
	for name := range strings.SplitSeq(cleanGlob(glob), "/") {
		if strings.Contains(name, "**") && name != "**" {
			return errors.New("** stands alone between slashes")
		}
		if name == "" || name == "." || name == ".." {
			return errors.New("glob with an empty name, . or ..: globs are relative to the folder of this file")
		}
		if _, err := path.Match(name, ""); err != nil {
			return errors.New("glob with an unfinished [")
		}
	}
	return nil
}

// cleanGlob drops what people write around a glob and what means nothing.
func cleanGlob(glob string) string {
	return strings.TrimSuffix(strings.TrimPrefix(glob, "./"), "/")
}

// matchGlob reports whether the glob matches the slash path or a folder above
// it.
func matchGlob(glob, name string) bool {
	globs, names := strings.Split(cleanGlob(glob), "/"), strings.Split(name, "/")
	// A "**" takes as few folders as it can; when what follows fails, the last
	// one takes one more. Earlier ones need not, so that this is quick.
	g, n := 0, 0
	retry, from := -1, 0
	for g < len(globs) {
		if globs[g] == "**" {
			g++
			retry, from = g, n
			continue
		}
		if n < len(names) {
			if ok, err := path.Match(globs[g], names[n]); ok && err == nil {
				g, n = g+1, n+1
				continue
			}
		}
		if retry < 0 || from >= len(names) {
			return false
		}
		from++
		g, n = retry, from
	}
	return true
}
