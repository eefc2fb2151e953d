package main

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/report"
)

// copied returns a copy of our learning path.
func copied(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "path")
	if err := os.CopyFS(dir, os.DirFS("../../testdata/path")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// openReview returns the model of a folder's page.
func openReview(t *testing.T, dir string) *reviewModel {
	t.Helper()
	r := &reviewModel{app: &app{stdout: io.Discard, stderr: io.Discard, lang: "en"}, paths: []string{dir}, live: report.NewLive("/x/")}
	if err := r.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r
}

// Every request but those of the page itself is refused, whatever else is right in it,
// and nothing is written then.
func TestReviewRefuses(t *testing.T) {
	r := openReview(t, copied(t))
	s := &reviewServer{token: "0123456789abcdef", port: "4711", live: r.live, decisions: r.decisions, done: t.Context().Done()}
	const base, host = "/0123456789abcdef/", "127.0.0.1:4711"
	const good = `{"decisions":{"schema":"steplint/decisions/v1","decisions":[{"key":"0123456789abcdef0123456789abcdef","check":"c","step":"s","decision":"accept"}]},"forget":[]}`
	type request struct {
		method, path, host string
		header             map[string]string
		body               string
		status             int
	}
	page := map[string]string{"Origin": "http://" + host, "Content-Type": "application/json"}
	with := func(key, value string) map[string]string {
		out := map[string]string{}
		for k, v := range page {
			out[k] = v
		}
		out[key] = value
		return out
	}
	tests := map[string]request{
		"page":                   {"GET", base, host, nil, "", 200},
		"page as localhost":      {"GET", base, "localhost:4711", nil, "", 200},
		"head":                   {"HEAD", base, host, nil, "", 200},
		"typed address":          {"GET", base, host, map[string]string{"Sec-Fetch-Site": "none"}, "", 200},
		"changes":                {"GET", base + "changes?since=0", host, nil, "", 200},
		"decisions":              {"GET", base + "decisions", host, map[string]string{"Sec-Fetch-Site": "same-origin"}, "", 200},
		"no number":              {"GET", base + "changes?since=x", host, nil, "", 400},
		"foreign host":           {"GET", base, "evil.example:4711", nil, "", 403},
		"host bound to us":       {"GET", base, "127.0.0.1.evil.example:4711", nil, "", 403},
		"other port":             {"GET", base, "127.0.0.1:80", nil, "", 403},
		"no port":                {"GET", base, "127.0.0.1", nil, "", 403},
		"other address":          {"GET", base, "192.168.1.5:4711", nil, "", 403},
		"no host":                {"GET", base, "", nil, "", 403},
		"foreign origin":         {"GET", base + "decisions", host, map[string]string{"Origin": "http://evil.example"}, "", 403},
		"other site":             {"GET", base, host, map[string]string{"Sec-Fetch-Site": "cross-site"}, "", 403},
		"same site":              {"GET", base, host, map[string]string{"Sec-Fetch-Site": "same-site"}, "", 403},
		"no token":               {"GET", "/", host, nil, "", 404},
		"wrong token":            {"GET", "/0123456789abcdee/", host, nil, "", 404},
		"start of token":         {"GET", "/0123456789abcde/", host, nil, "", 404},
		"token alone":            {"GET", "/0123456789abcdef", host, nil, "", 404},
		"known path, no token":   {"GET", "/decisions", host, nil, "", 404},
		"path traversal":         {"GET", base + "../../etc/passwd", host, nil, "", 404},
		"path traversal, coded":  {"GET", base + "..%2f..%2fetc%2fpasswd", host, nil, "", 404},
		"coded":                  {"GET", base + "%64ecisions%2f", host, nil, "", 404},
		"a document":             {"GET", base + "4-korjaus.fi.txt", host, nil, "", 404},
		"below a path":           {"GET", base + "decisions/x", host, nil, "", 404},
		"delete":                 {"DELETE", base + "decisions", host, page, "", 405},
		"put":                    {"PUT", base + "decisions", host, page, good, 405},
		"options":                {"OPTIONS", base + "decisions", host, page, "", 405},
		"half a method":          {"GE", base, host, nil, "", 405},
		"post to the page":       {"POST", base, host, page, good, 405},
		"post from elsewhere":    {"POST", base + "decisions", host, with("Origin", "http://localhost:8080"), good, 403},
		"post from a file":       {"POST", base + "decisions", host, with("Origin", "null"), good, 403},
		"post over https":        {"POST", base + "decisions", host, with("Origin", "https://"+host), good, 403},
		"post without origin":    {"POST", base + "decisions", host, map[string]string{"Content-Type": "application/json"}, good, 403},
		"post from another site": {"POST", base + "decisions", host, with("Sec-Fetch-Site", "cross-site"), good, 403},
		"a form":                 {"POST", base + "decisions", host, with("Content-Type", "application/x-www-form-urlencoded"), good, 415},
		"plain text":             {"POST", base + "decisions", host, with("Content-Type", "text/plain"), good, 415},
		"no type":                {"POST", base + "decisions", host, with("Content-Type", ""), good, 415},
		"too long":               {"POST", base + "decisions", host, page, good + strings.Repeat(" ", mostBody), 413},
		"no JSON":                {"POST", base + "decisions", host, page, "key=1", 400},
		"nothing":                {"POST", base + "decisions", host, page, "", 400},
		"two values":             {"POST", base + "decisions", host, page, good + "{}", 400},
		"other keys":             {"POST", base + "decisions", host, page, strings.Replace(good, "forget", "file", 1), 400},
		"other decision":         {"POST", base + "decisions", host, page, strings.Replace(good, "accept", "delete", 1), 400},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			q := httptest.NewRequest(test.method, test.path, strings.NewReader(test.body))
			q.Host = test.host
			for k, v := range test.header {
				q.Header.Set(k, v)
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, q)
			if w.Code != test.status {
				t.Errorf("status %d, want %d", w.Code, test.status)
			}
			for k, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"} {
				if got := w.Header().Get(k); got != want {
					t.Errorf("%s: %q, want %q", k, got, want)
				}
			}
			if csp := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; script-src 'sha256-") || !strings.Contains(csp, "frame-ancestors 'none'") {
				t.Errorf("policy %q", csp)
			}
			if w.Code >= 400 && (w.Body.Len() > 40 || strings.Contains(w.Body.String(), s.token)) {
				t.Errorf("the refusal tells too much: %q", w.Body)
			}
		})
	}
	if _, err := os.Stat(r.decisions.name); !os.IsNotExist(err) {
		t.Errorf("something was written: %v", err)
	}
	q := httptest.NewRequest(http.MethodPost, base+"decisions", strings.NewReader(good))
	q.Host = host
	for k, v := range page {
		q.Header.Set(k, v)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, q)
	if data, err := os.ReadFile(r.decisions.name); w.Code != http.StatusNoContent || err != nil || !bytes.Contains(data, []byte("0123456789abcdef0123456789abcdef")) {
		t.Errorf("a decision of the page: status %d, %s, %v", w.Code, data, err)
	}
}

// What somebody else writes into the file of the decisions is taken in and stays, also
// when it cannot be read.
func TestReviewDecisionsFile(t *testing.T) {
	r := openReview(t, copied(t))
	one := lint.Decision{Key: strings.Repeat("1", 32), Check: "odd-space", Step: "s", Kind: lint.WillFix}
	other := lint.Decision{Key: strings.Repeat("2", 32), Check: "odd-space", Step: "s", Kind: lint.Question, Note: "miksi?"}
	held := func() string {
		var b bytes.Buffer
		if err := r.decisions.write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	var b bytes.Buffer
	if err := lint.WriteDecisions(&b, []lint.Decision{other}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(r.decisions.name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := r.decisions.put([]lint.Decision{one}, nil); err != nil {
		t.Fatal(err)
	}
	if got := held(); !strings.Contains(got, one.Key) || !strings.Contains(got, other.Key) {
		t.Errorf("after both have written: %s", got)
	}
	if err := r.decisions.put(nil, []string{other.Key}); err != nil || strings.Contains(held(), other.Key) {
		t.Errorf("forgotten: %s, %v", held(), err)
	}
	const conflict = "<<<<<<< a\n=======\n>>>>>>> b\n"
	if err := os.WriteFile(r.decisions.name, []byte(conflict), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := r.decisions.put([]lint.Decision{other}, nil); err == nil {
		t.Error("a file that cannot be read was written over")
	}
	if data, err := os.ReadFile(r.decisions.name); err != nil || string(data) != conflict {
		t.Errorf("the file holds %q, %v", data, err)
	}
}

// After any changes of the files what is shown is what a check of them finds.
func TestReviewIsCheck(t *testing.T) {
	dir := copied(t)
	r := openReview(t, dir)
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // for a test
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]byte{}
	for _, name := range names {
		if texts[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for round := range 30 {
		name := names[random.IntN(len(names))]
		lines := bytes.SplitAfter(texts[name], []byte("\n"))
		k := random.IntN(len(lines))
		switch random.IntN(6) {
		case 0:
			err = os.Remove(name)
		case 1:
			err = os.WriteFile(name, texts[name], 0o644)
		case 2:
			err = os.WriteFile(name, bytes.Join(append(lines[:k:k], lines[min(k+1, len(lines)):]...), nil), 0o644)
		case 3:
			err = os.WriteFile(name, append(bytes.Join(lines[:k], nil), append([]byte("Uusi  rivi "+strings.Repeat("x", round)+".\n"), bytes.Join(lines[k:], nil)...)...), 0o644)
		case 4:
			err = os.WriteFile(name, []byte{0xff, 0}, 0o644)
		case 5:
			err = os.WriteFile(filepath.Join(dir, "steplint.toml"), []byte([]string{"", "[severity]\nodd-space = \"off\"\n", "nonsense\n"}[random.IntN(3)]), 0o644)
		}
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		// Files are told apart by their times, too.
		later := time.Unix(int64(round)*2, 0)
		_ = os.Chtimes(name, later, later)
		_ = os.Chtimes(filepath.Join(dir, "steplint.toml"), later, later)
		r.refresh(t.Context(), func() {})
		if got, want := shownIn(t, r.live), freshly(t, r, dir); r.fault == nil && got != want {
			t.Fatalf("round %d (-checked anew +shown):\n%s", round, cmp.Diff(want, got))
		}
	}
}

// shownIn returns what a page that has to be made anew would show.
func shownIn(t *testing.T, live *report.Live) string {
	t.Helper()
	var b bytes.Buffer
	if err := live.WriteChanges(&b, 0); err != nil {
		t.Fatal(err)
	}
	var page struct {
		Index struct {
			Steps, Checks json.RawMessage
		} `json:"index"`
		Steps json.RawMessage `json:"steps"`
	}
	if err := json.Unmarshal(b.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(page.Index.Checks)+"\n"+string(page.Index.Steps)+"\n"+string(page.Steps), "},{", "},\n{")
}

// freshly returns what is to be shown after all is loaded anew, with the settings of r
// and what it has learned.
func freshly(t *testing.T, r *reviewModel, dir string) string {
	t.Helper()
	c, _ := corpus.Load(t.Context(), corpus.Discover([]string{dir}, r.cfg), r.cfg, 1)
	found := lint.Run(t.Context(), c, checks.All, lint.Options{Steps: func() []string { return corpus.Steps(r.cfg) }})
	run, err := r.report(c, found)
	if err != nil {
		t.Fatal(err)
	}
	live := report.NewLive("/x/")
	if _, err := live.Update(run); err != nil {
		t.Fatal(err)
	}
	return shownIn(t, live)
}
