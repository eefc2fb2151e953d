package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// BenchmarkCheck is a whole run: find, read, align, check, report as SARIF.
func BenchmarkCheck(b *testing.B) {
	b.Run("seeds", func(b *testing.B) {
		files := seedFiles(b)
		benchmarkCheck(b, files[:]...)
	})
	// A document a hundred times as long may cost a hundred times as much.
	b.Run("seeds×100", func(b *testing.B) {
		var long []string
		for i, name := range seedFiles(b) {
			text, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			long = append(long, filepath.Join(b.TempDir(), []string{"pitka.fi.txt", "pitka.sv.txt"}[i]))
			if err := os.WriteFile(long[i], bytes.Repeat(append(text, "\n\n"...), 100), 0o600); err != nil {
				b.Fatal(err)
			}
		}
		benchmarkCheck(b, long...)
	})
	b.Run("real", func(b *testing.B) { benchmarkCheck(b, sharedPath(b, "real/txt")) })
	b.Run("real×10", func(b *testing.B) { benchmarkCheck(b, copies(b, 10)) })
	b.Run("real, learned", func(b *testing.B) {
		dir := copies(b, 1)
		if run([]string{"learn", dir}, io.Discard, io.Discard) != exitClean {
			b.Fatal("nothing was learned")
		}
		benchmarkCheck(b, dir)
	})
}

// BenchmarkReports is a run that writes one report, and one that writes them all,
// which may cost at most 1.3 times as much.
func BenchmarkReports(b *testing.B) {
	dir, out := sharedPath(b, "real/txt"), b.TempDir()
	all := []string{}
	for _, format := range formatNames() {
		all = append(all, "--report", format+"="+filepath.Join(out, format))
	}
	for _, reports := range [][]string{nil, all} {
		b.Run(strconv.Itoa(1+len(reports)/2), func(b *testing.B) {
			for b.Loop() {
				if run(append([]string{"check", dir}, reports...), io.Discard, io.Discard) == exitTrouble {
					b.Fatal("the run failed")
				}
			}
		})
	}
}

// copies returns a folder with so many copies of the real documents.
func copies(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	for i := range n {
		if err := os.CopyFS(filepath.Join(dir, strconv.Itoa(i)), os.DirFS(sharedPath(b, "real/txt"))); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

func benchmarkCheck(b *testing.B, paths ...string) {
	b.Helper()
	var size int64
	for _, p := range paths {
		err := filepath.WalkDir(p, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err == nil {
				size += info.Size()
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(size)
	args := append([]string{"check", "--format", "sarif"}, paths...)
	for b.Loop() {
		if run(args, io.Discard, io.Discard) == exitTrouble {
			b.Fatal("the run failed")
		}
	}
}
