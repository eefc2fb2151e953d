package corpus

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// git runs git in the working directory.
func gitRun(tb testing.TB, args ...string) {
	tb.Helper()
	c := exec.Command("git", args...)
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
	if out, err := c.CombinedOutput(); err != nil {
		tb.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// put writes a file, or removes it when the text is empty.
func put(tb testing.TB, name, text string) {
	tb.Helper()
	if text == "" {
		if err := os.Remove(name); err != nil {
			tb.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}

func inRepository(tb testing.TB) {
	tb.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		tb.Skip("needs git")
	}
	tb.Chdir(tb.TempDir())
	gitRun(tb, "init", "-q", "-b", "main", ".")
}

// loadHere loads the documents in the working directory.
func loadHere(tb testing.TB) *Corpus {
	tb.Helper()
	list := Discover(nil, nil)
	c, errs := Load(context.Background(), list, nil, runtime.NumCPU())
	if len(errs)+len(list.Errors) > 0 {
		tb.Fatal(errs, list.Errors)
	}
	return c
}

const (
	ketjuFI = "Huollan ketjun\n\nKetju puhdistetaan rätillä 12 kertaa. Ylimääräinen öljy pyyhitään pois.\n\n • ketjun mittaus\n • rattaiden harjaus\n • jarrujen säätö\n"
	ketjuSV = "Jag underhåller kedjan\n\nKedjan rengörs med en trasa 12 gånger. Överflödig olja torkas bort.\n\n • mätning av kedjan\n • borstning av kransarna\n • justering av bromsarna\n"
)

// Each step of a story changes the documents: FI, SV and what else it names, by
// putting new for old, and commits unless it is the last one and ends in "…".
func TestFindOutdated(t *testing.T) {
	type edits []string // file, old, new, …
	fi, sv := "ketju.fi.txt", "ketju.sv.txt"
	tests := []struct {
		name  string
		story []edits
		want  string
	}{
		{"the source changes", []edits{{fi, "rätillä", "harjalla"}}, "rätillä>harjalla"},
		{"not committed", []edits{{fi, "rätillä", "harjalla", "…"}}, "rätillä>harjalla"},
		{"the target changes", []edits{{sv, "trasa", "borste"}}, ""},
		{"both change at once", []edits{{fi, "rätillä", "harjalla", sv, "trasa", "borste"}}, ""},
		{"the translation follows", []edits{{fi, "rätillä", "harjalla"}, {sv, "trasa", "borste"}}, ""},
		{"the source changes after that", []edits{{fi, "rätillä", "harjalla"}, {sv, "trasa", "borste"}, {fi, "harjalla", "sienellä"}}, "harjalla>sienellä"},
		{"of several changes the whole", []edits{{fi, "rätillä", "harjalla"}, {fi, "harjalla", "sienellä"}}, "rätillä>sienellä"},
		{"another text is translated", []edits{{fi, "rätillä", "harjalla"}, {sv, "borstning", "putsning"}}, "rätillä>harjalla"},
		{"changed back", []edits{{fi, "rätillä", "harjalla"}, {fi, "harjalla", "rätillä"}}, ""},
		{"a number", []edits{{fi, "12 kertaa", "15 kertaa"}}, "12>15"},
		{"a decimal", []edits{{fi, "12 kertaa", "1,2 kertaa"}}, "12>1,2"},
		{"white space", []edits{{fi, "puhdistetaan rätillä", "puhdistetaan\n   rätillä"}}, ""},
		{"line ends", []edits{{fi, "\n", "\r\n"}}, ""},
		{"punctuation and capitals", []edits{{fi, "kertaa. Ylim", "kertaa; ylim"}}, ""},
		{"a slip in a long word", []edits{{fi, "Ylimääräinen", "Ylimäräinen"}}, ""},
		{"but not in a short one", []edits{{fi, "öljy", "ölju"}}, "öljy>ölju"},
		{"moved", []edits{{fi, " • ketjun mittaus\n • rattaiden harjaus\n", " • rattaiden harjaus\n • ketjun mittaus\n"}}, ""},
		{"put in between", []edits{{fi, " • rattaiden", " • pölyn pyyhintä\n • rattaiden"}}, ""},
		{"parted", []edits{{fi, "Ketju puhdistetaan rätillä 12 kertaa. Ylim", "Ketju puhdistetaan rätillä 12 kertaa.\n\nYlim"}}, ""},
		{"renamed", []edits{{fi, "rätillä", "harjalla"}, {"mv", fi, "osa/ketju.fi.txt", "mv", sv, "osa/ketju.sv.txt"}}, "rätillä>harjalla"},
		{"renamed before", []edits{{"mv", fi, "osa/ketju.fi.txt", "mv", sv, "osa/ketju.sv.txt"}, {"osa/ketju.fi.txt", "rätillä", "harjalla"}}, "rätillä>harjalla"},
		{"renamed by hand", []edits{{fi, "rätillä", "harjalla"}, {"mv", fi, "osa/ketju.fi.txt", "mv", sv, "osa/ketju.sv.txt", "…"}}, "rätillä>harjalla"},
		{"copied", []edits{{"cp", fi, "uusi.fi.txt", "cp", sv, "uusi.sv.txt"}}, ""},
		{"copied and changed", []edits{{"cp", fi, "uusi.fi.txt", "cp", sv, "uusi.sv.txt"}, {"uusi.fi.txt", "rätillä", "harjalla"}}, "rätillä>harjalla"},
		{"moved onto another", []edits{{"cp", fi, "uusi.fi.txt", "cp", sv, "uusi.sv.txt"}, {"uusi.fi.txt", "rätillä", "harjalla", "uusi.sv.txt", "trasa", "borste"}, {"mv", "uusi.fi.txt", fi, "mv", "uusi.sv.txt", sv}}, ""},
		{"a branch changes the source", []edits{{"branch", "a"}, {fi, "rätillä", "harjalla"}, {"branch", "main"}, {sv, "borstning", "putsning"}, {"merge", "a"}}, "rätillä>harjalla"},
		{"branches change both texts", []edits{{"branch", "a"}, {fi, "rätillä", "harjalla"}, {"branch", "main"}, {sv, "trasa", "borste"}, {"merge", "a"}}, ""},
		{"changed in the merge", []edits{{"branch", "a"}, {fi, "mittaus", "tarkastus"}, {"branch", "main"}, {fi, "rätillä", "harjalla"}, {"merge", "a"}, {sv, "mätning", "kontroll", sv, "trasa", "borste"}}, ""},
		{"a text that one branch changed is as old as that", []edits{
			{"branch", "a"}, {fi, "mittaus", "tarkastus"}, {"branch", "main"}, {sv, "mätning", "kontroll"}, {fi, "säätö", "uusinta"}, {"merge", "a"},
		}, "jarrujen säätö>jarrujen uusinta"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			inRepository(t)
			put(t, fi, ketjuFI)
			put(t, sv, ketjuSV)
			put(t, "muu.fi.txt", "Otsikko\n\nPysyy ennallaan.\n")
			put(t, "muu.sv.txt", "Rubrik\n\nFörblir som förut.\n")
			second := 0
			commit := func(args ...string) {
				second++ // commits have an order
				date := fmt.Sprintf("2024-01-01T12:%02d:00Z", second)
				t.Setenv("GIT_COMMITTER_DATE", date)
				t.Setenv("GIT_AUTHOR_DATE", date)
				gitRun(t, args...)
			}
			gitRun(t, "add", ".")
			commit("commit", "-qm", "1")
			for _, step := range test.story {
				keep := true
				for len(step) > 0 {
					switch {
					case step[0] == "…":
						keep, step = false, nil
						continue
					case step[0] == "branch":
						gitRun(t, "checkout", "-q", "-B", step[1], map[bool]string{true: "main", false: "HEAD"}[step[1] == "main"])
						keep, step = false, nil
						continue
					case step[0] == "merge":
						commit("merge", "-q", "-m", "merge", step[1])
						keep, step = false, nil
						continue
					case step[0] == "mv" || step[0] == "cp":
						data, err := os.ReadFile(step[1])
						if err != nil {
							t.Fatal(err)
						}
						put(t, step[2], string(data))
						if step[0] == "mv" {
							put(t, step[1], "")
						}
					default:
						data, err := os.ReadFile(step[0])
						if err != nil || !strings.Contains(string(data), step[1]) {
							t.Fatalf("%s holds no %q (%v)", step[0], step[1], err)
						}
						put(t, step[0], strings.ReplaceAll(string(data), step[1], step[2]))
					}
					step = step[3:]
				}
				if keep {
					gitRun(t, "add", "-A")
					commit("commit", "-qm", "change")
				}
			}
			found, notes, err := FindOutdated(context.Background(), loadHere(t))
			if err != nil || len(notes) > 0 {
				t.Fatal(err, notes)
			}
			var got []string
			for _, o := range found {
				a, b := strings.Fields(o.Old), strings.Fields(o.New)
				for len(a) > 1 && len(b) > 1 && a[0] == b[0] && !strings.HasPrefix(test.want, a[0]) {
					a, b = a[1:], b[1:]
				}
				for len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] {
					a, b = a[:len(a)-1], b[:len(b)-1]
				}
				got = append(got, strings.Join(a, " ")+">"+strings.Join(b, " "))
			}
			if d := cmp.Diff(test.want, strings.Join(got, "\n")); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// A history costs in proportion to the number of versions.
func BenchmarkFindOutdated(b *testing.B) {
	for _, versions := range []int{50, 100} {
		b.Run(fmt.Sprint(versions), func(b *testing.B) {
			inRepository(b)
			put(b, "ketju.sv.txt", strings.Repeat(ketjuSV+"\n", 20))
			for i := range versions {
				put(b, "ketju.fi.txt", strings.Repeat(ketjuFI+"\n", 20)+fmt.Sprintf("Ketju kestää %d vuotta.\n", i))
				gitRun(b, "add", ".")
				gitRun(b, "commit", "-qm", "x")
			}
			c := loadHere(b)
			for b.Loop() {
				if _, _, err := FindOutdated(context.Background(), c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// What two texts have in common with blanks, punctuation, capitals and, in respelt,
// slips left out.
func TestWording(t *testing.T) {
	for _, test := range []struct {
		a, b          string
		same, respelt bool
	}{
		{"Ketju, joka on pitkä.", "ketju joka on pitkä", true, true},
		{"hand- ledning", "handledning", true, false},
		{"1,5 litraa", "15 litraa", false, false},
		{"10–15 %", "10–15", false, false},
		{"10 000", "10\u00a0000", true, true},
		{"suunnittelija", "suunittelija", false, true},
		{"suunnittelija", "suunnittelijat", false, false},
		{"ketju", "keto", false, false},
		{"", "", true, true},
	} {
		same := wording(test.a) == wording(test.b)
		if same != test.same || respelt(test.a, test.b) != test.respelt {
			t.Errorf("%q, %q: same wording %v, respelt %v", test.a, test.b, same, respelt(test.a, test.b))
		}
	}
}
