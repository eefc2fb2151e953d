package main

import (
	"bytes"
	"encoding/json"
	"testing"
)

// A run over hundreds of real pairs comes to its end, whatever it finds, and
// gives the same report with any number of workers.
func TestReal(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	dir := sharedPath(t, "real/txt")
	out := runOK(t, "check", "--format", "json", "--jobs", "1", dir)
	if again := runOK(t, "check", "--format", "json", "--jobs", "8", dir); !bytes.Equal(out, again) {
		t.Error("the report depends on the number of workers")
	}
	var report struct {
		Summary  struct{ Files, Pairs, Errors, Warnings, Infos int }
		Findings []struct{ Check string }
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, f := range report.Findings {
		count[f.Check]++
	}
	t.Logf("%+v %v", report.Summary, count)
	if report.Summary.Pairs == 0 {
		t.Error("no pairs")
	}
}
