package diff

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnified(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"equal", "Alku\n", "Alku\n", ""},
		{"both empty", "", "", ""},
		{"from empty", "", "Alku\nJatko\n", "@@ -0,0 +1,2 @@\n+Alku\n+Jatko\n"},
		{"to empty", "Alku\n", "", "@@ -1 +0,0 @@\n-Alku\n"},
		{"newline added", "Början", "Början\n", "@@ -1 +1 @@\n-Början\n\\ No newline at end of file\n+Början\n"},
		{"newline removed", "Början\n", "Början", "@@ -1 +1 @@\n-Början\n+Början\n\\ No newline at end of file\n"},
		{"no newline on both sides", "Ett\nTvå", "Noll\nTvå",
			"@@ -1,2 +1,2 @@\n-Ett\n+Noll\n Två\n\\ No newline at end of file\n"},
		{"windows line ends", "Yksi\r\nKaksi\r\n", "Yksi\r\nKolme\r\n", "@@ -1,2 +1,2 @@\n Yksi\r\n-Kaksi\r\n+Kolme\r\n"},
		{"blank context line", "a\n\nb\n", "a\n\nc\n", "@@ -1,3 +1,3 @@\n a\n \n-b\n+c\n"},
		{"two hunks", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
			"@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"},
		{"close changes share a hunk", "1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n",
			"@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want != "" {
				want = "--- a/askel.fi.txt\n+++ b/askel.fi.txt\n" + want
			}
			got := Unified("askel.fi.txt", "askel.fi.txt", tt.old, tt.new)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestQuote(t *testing.T) {
	for name, want := range map[string]string{
		"a/polku/askel.fi.txt": "a/polku/askel.fi.txt",
		"a/oma polku.txt":      "a/oma polku.txt\t",
		"a/kysely-ä.txt":       `"a/kysely-\303\244.txt"`,
		"a/rivi\tja\n\"x\\.é":  `"a/rivi\tja\n\"x\\.\303\251"`,
		"a/åt \x01\x7f":        `"a/\303\245t \001\177"` + "\t",
	} {
		if got := quote(name); got != want {
			t.Errorf("quote(%q) = %s, want %s", name, got, want)
		}
	}
}

// Texts too big, too different or too repetitive for the quadratic search.
func TestUnifiedLarge(t *testing.T) {
	numbered := func(n int, format string) string {
		var sb strings.Builder
		for i := range n {
			fmt.Fprintf(&sb, format, i)
		}
		return sb.String()
	}
	r := rand.New(rand.NewPCG(1, 2))
	random := func(n, kinds int) string {
		var sb strings.Builder
		for range n {
			fmt.Fprintf(&sb, "rivi %d\n", r.IntN(kinds))
		}
		return sb.String()
	}
	reversed := lines(numbered(20_000, "rivi %d\n"))
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	few := random(30_000, 5)
	many := numbered(1_200_000, "rivi %d\n")
	tests := []struct {
		name, old, new string
		atMost         int // bytes of the patch; 0 for any
	}{
		{"nothing in common", numbered(1_200_000, "vanha %d\n"), numbered(1_200_000, "ny %d\n"), 0},
		{"both ends and the middle of very many", many, "alku\n" + strings.Replace(many, "rivi 600000\n", "", 1) + "loppu\n", 400},
		{"reversed", numbered(20_000, "rivi %d\n"), strings.Join(reversed, ""), 0},
		{"few kinds of lines", few, random(30_000, 5), 0},
		{"few kinds of lines, shifted", few, "uusi\n" + few[len("rivi 0\n"):len(few)/2] + "uusi\n" + few[len(few)/2:] + "uusi\n", 2000},
		{"some repeated lines", random(30_000, 8000), random(30_000, 8000), 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			patch := Unified("a", "a", tt.old, tt.new)
			got, err := apply(tt.old, patch)
			if err != nil {
				t.Fatal(err)
			}
			if got != tt.new {
				t.Error("the patch does not make the new text")
			}
			if tt.atMost > 0 && len(patch) > tt.atMost {
				t.Errorf("patch of %d bytes, want at most %d", len(patch), tt.atMost)
			}
		})
	}
}

// git takes every patch, whatever the text and the name.
func TestGitApplies(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed, so the patches were not tried on it")
	}
	names := []string{
		"askel.fi.txt", "polku/steg.sv.txt", "oma polku/a b.txt", "ääkköset é.txt", "päivä 2026-01-02 10:00:00 +0200",
		"päättyy väliin ", "lainaus\"merkki'.txt", "kauno\\viiva.txt", "sarkain\t.txt", "rivin\nvaihto.txt", "-viiva.txt",
	}
	fixed := [][2]string{
		{"", "Alku\n"}, {"Alku\n", ""}, {"Alku", ""}, {"", "Alku"}, {"", "\n"}, {"\n", ""}, {"a\r\nb", "a\nb"}, {"a\rb\r", "a\rc\r"},
		{"a\n\n\n", "a\n\n"}, {"\xff\xfe\n", "\xff\n"}, {"-- a\n++ b\n", "-- b\n++ b\n"}, {"\\ No newline\n", "\\\n"}, {"nolla\x00tavu\n", "nolla\x00tavua\n"},
	}
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 400 {
		var old, new string
		if i < len(fixed) {
			old, new = fixed[i][0], fixed[i][1]
		} else {
			old = randomText(r)
			new = mutate(r, old)
		}
		gitApply(t, t.TempDir(), names[i%len(names)], old, new)
	}
	for _, name := range names {
		gitApply(t, t.TempDir(), name, "Tavoite\n", "Tavoitteet\n")
	}
	// Within a repository names count from the folder at hand, not from the top.
	repo := t.TempDir()
	if out, err := exec.Command("git", "init", "-q", repo).CombinedOutput(); err != nil {
		t.Fatalf("git init: %v\n%s", err, out)
	}
	gitApply(t, filepath.Join(repo, "polku"), "askel.fi.txt", "Tavoite\n", "Tavoitteet\n")
	gitApply(t, filepath.Join(repo, "polku"), "tyhjä.fi.txt", "Tavoite\n", "")
}

// gitApply checks that git apply, run in the folder dir, makes old into new.
func gitApply(t *testing.T, dir, name, old, new string) {
	t.Helper()
	patch := Unified(name, name, old, new)
	if patch == "" {
		return
	}
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(old), 0o666); err != nil {
		t.Skipf("this file system has no such names: %v", err)
	}
	for _, args := range [][]string{{"apply", "--check"}, {"apply"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir), "GIT_CONFIG_GLOBAL="+os.DevNull)
		cmd.Stdin = strings.NewReader(patch)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s\n%q", strings.Join(args, " "), err, out, patch)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != new {
		t.Fatalf("%q: got %q, %v, want %q with\n%s", name, got, err, new, patch)
	}
}

// randomText returns some lines of the kind that steps have.
func randomText(r *rand.Rand) string {
	phrases := []string{
		"", "Ruokapalvelun laatu", " • suunnittelee lounaan raaka-aineet", " • planerar råvarorna för lunchen", "Taso 1) Tyydyttävä",
		"Nivå 3) Berömlig", "Opiskelija siivoaa keittiön päivän päätteeksi.", "Den studerande städar köket i slutet av dagen.", "\tKysymyksiä", "Miten kylmäketju säilyy?",
	}
	ends := []string{"\n", "\n", "\n", "\r\n"}
	var sb strings.Builder
	for range r.IntN(40) {
		sb.WriteString(phrases[r.IntN(len(phrases))] + ends[r.IntN(len(ends))])
	}
	if r.IntN(4) == 0 {
		return strings.TrimSuffix(sb.String(), "\n")
	}
	return sb.String()
}

func mutate(r *rand.Rand, s string) string {
	ls := lines(s)
	for range 1 + r.IntN(4) {
		i, extra := r.IntN(len(ls)+1), lines(randomText(r))
		j := min(len(ls), i+r.IntN(3))
		ls = append(ls[:i:i], append(extra[:min(len(extra), r.IntN(3))], ls[j:]...)...)
	}
	return strings.Join(ls, "")
}

func FuzzUnified(f *testing.F) {
	f.Add("", "Alku")
	f.Add("Alku\nJatko\n", "Alku\nLoppu")
	f.Add("a\r\n\r\nb\xff\n", "a\n\nb\xff\n")
	f.Add("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "0\n1\n2\n4\n5\n6\n7\n8\nnio\n")
	f.Fuzz(func(t *testing.T, old, new string) {
		patch := Unified("askel.txt", "askel.txt", old, new)
		got, err := apply(old, patch)
		if err != nil || got != new {
			t.Fatalf("%v: got %q, want %q with\n%s", err, got, new, patch)
		}
	})
}

// apply is a patch applier that trusts nothing: every count, place, context
// line and marker must be right.
func apply(old, patch string) (string, error) {
	if patch == "" {
		return old, nil
	}
	src, in := strings.SplitAfter(old, "\n"), strings.SplitAfter(patch, "\n")
	if len(in) < 3 || !strings.HasPrefix(in[0], "--- a/") || !strings.HasPrefix(in[1], "+++ b/") {
		return "", fmt.Errorf("bad header %q", in)
	}
	var out strings.Builder
	at, outLines := 0, 0
	for in = in[2:]; len(in) > 1; {
		f := strings.Fields(in[0])
		if len(f) != 4 || f[0] != "@@" || f[3] != "@@" || f[1][0] != '-' || f[2][0] != '+' {
			return "", fmt.Errorf("bad hunk header %q", in[0])
		}
		from, n := hunkRange(f[1][1:])
		to, k := hunkRange(f[2][1:])
		for ; at < from; at, outLines = at+1, outLines+1 {
			out.WriteString(src[at])
		}
		if at != from || outLines != to {
			return "", fmt.Errorf("hunk at %d and %d, header says %q", at, outLines, in[0])
		}
		for in = in[1:]; n > 0 || k > 0; in = in[1:] {
			mark, line := in[0][0], in[0][1:]
			if strings.HasPrefix(in[1], "\\") {
				line, in = strings.TrimSuffix(line, "\n"), in[1:]
			}
			if mark != '+' {
				if at >= len(src) || src[at] != line {
					return "", fmt.Errorf("line %d is not %q", at+1, line)
				}
				at, n = at+1, n-1
			}
			if mark != '-' {
				out.WriteString(line)
				outLines, k = outLines+1, k-1
			}
		}
		if n != 0 || k != 0 {
			return "", fmt.Errorf("wrong line counts in a hunk before %q", in[0])
		}
	}
	return out.String() + strings.Join(src[at:], ""), nil
}

// hunkRange returns the first line, from 0, and the number of lines.
func hunkRange(s string) (start, n int) {
	n = 1
	first, count, ok := strings.Cut(s, ",")
	start, _ = strconv.Atoi(first)
	if ok {
		n, _ = strconv.Atoi(count)
	}
	if n > 0 {
		start--
	}
	return start, n
}

func BenchmarkUnified(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, size := range []int{1, 16, 256} { // times 64 kB
		var ls []string
		for n := 0; n < size<<16; n += len(ls[len(ls)-1]) {
			ls = append(ls, fmt.Sprintf("Opiskelija suunnittelee päivän %d lounaan ja kirjaa sen.\n", r.IntN(1_000_000)))
		}
		old := strings.Join(ls, "")
		for i := 0; i < len(ls); i += 50 {
			ls[i] = "Den studerande planerar lunchen.\n"
		}
		new := strings.Join(ls, "")
		b.Run(fmt.Sprintf("%dkB", size*64), func(b *testing.B) {
			b.SetBytes(int64(len(old)))
			for b.Loop() {
				Unified("a", "a", old, new)
			}
		})
	}
}
