package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Palstoja on 24, ja vuokra on 3,50 euroa.", "24 3/3,50 50/3,50"},
		{"Ovet ovat auki 1.8.2021 klo 9.00–16.30.", "1/1.8.2021 8/1.8.2021 2021/1.8.2021 9 16/16.30 30/16.30"},
		{"Ks. www.palsta.example/2021 ja info4@palsta.example.", ""},
		{"Opas (STM 2005:32), määräys OPH-2263-2019, 11 osp ja 12 kp.", ""},
		{"Laki on voimassa.2 Taimet1) kasvavat.", "2* 1*"},
		{"[1] Kirja, hylly 2 [3].", "1* 2 3*"},
		{"Luokilla 1–3 on 007 kannua.", "1 3 7/007"},
	} {
		d := &Document{File: NewFile("a", tt.text)}
		var got []string
		for _, n := range d.Numbers(Span{0, len(tt.text)}) {
			s := n.Digits
			if token := d.Text(n.Token); token != s {
				s += "/" + token
			}
			if n.Note {
				s += "*"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}
