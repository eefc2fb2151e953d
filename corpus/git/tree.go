package git

import (
	"context"
	"crypto/sha1" // the name of an object, not a signature
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Tree returns the files of a commit: the id of the content by path. The paths
// are in Unicode normal form C, as some systems store them in another form than
// they show.
func (r *Repo) Tree(ctx context.Context, commit string) (map[string]string, error) {
	out, err := output(ctx, r.Root, "ls-tree", "-r", "-z", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	files := make(map[string]string)
	for entry := range strings.SplitSeq(out, "\x00") {
		// mode type id TAB path; a mode of 120000 is a symbolic link, a commit a
		// submodule.
		head, path, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(head)
		if ok && len(fields) == 3 && fields[1] == "blob" && fields[0] != "120000" {
			files[norm.NFC.String(path)] = fields[2]
		}
	}
	return files, nil
}

// BlobID returns the id that git gives a content, in the kind of hash that like is
// an id of.
func BlobID(content, like string) string {
	head := fmt.Sprintf("blob %d\x00", len(content))
	if len(like) == sha256.Size*2 {
		sum := sha256.Sum256([]byte(head + content))
		return hex.EncodeToString(sum[:])
	}
	sum := sha1.Sum([]byte(head + content))
	return hex.EncodeToString(sum[:])
}
