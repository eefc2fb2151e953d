package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/steplint/steplint/corpus"
)

// The reports of the parts of the real documents make the report of all of them,
// byte for byte, in any format.
func TestRealShards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(sharedPath(t, "real/txt"))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, corpus.LexiconName), runOK(t, "learn", "--output", "-", dir), 0o644); err != nil {
		t.Fatal(err)
	}
	const count = 4
	var parts []string
	for i := count; i >= 1; i-- {
		part := filepath.Join(dir, fmt.Sprint(i, ".json"))
		runOK(t, "check", "--format", "json", "--output", part, "--shard", fmt.Sprintf("%d/%d", i, count), dir)
		parts = append(parts, part)
	}
	for _, format := range []string{"json", "sarif", "text"} {
		whole := runOK(t, "check", "--format", format, dir)
		merged := runOK(t, append([]string{"merge", "--format", format}, parts...)...)
		if !bytes.Equal(whole, merged) {
			t.Errorf("%s: the merged report differs", format)
		}
	}
}
