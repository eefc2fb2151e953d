package diff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"empty", "", "", ""},
		{"equal", "Samma text", "Samma text", "Samma text"},
		{"from empty", "", "Uusi", "{+Uusi+}"},
		{"to empty", "Vanha", "", "[-Vanha-]"},
		{"one word by two", "beaktar elevernas nivå", "beaktar de studerandes nivå", "beaktar [-elevernas-]{+de studerandes+} nivå"},
		{"neighbours become one", "leipoo tuoretta leipää", "bakar färskt bröd", "[-leipoo tuoretta leipää-]{+bakar färskt bröd+}"},
		{"word put in", "siivoaa keittiön", "siivoaa aina keittiön", "siivoaa {+aina +}keittiön"},
		{"word taken out", "städar alltid köket", "städar köket", "städar [-alltid -]köket"},
		{"word put in at the end", "siivoaa.", "siivoaa huolella.", "siivoaa{+ huolella+}."},
		{"punctuation", "menyn, råvarorna och priset", "menyn, råvarorna, och priset.", "menyn, råvarorna{+,+} och priset{+.+}"},
		{"digits", "Taso2) Hyvä", "Taso 2) Hyvä", "[-Taso2-]{+Taso 2+}) Hyvä"},
		{"no-break space", "3\u00a0kg", "3 kg", "3[-\u00a0-]{+ +}kg"},
		{"combining marks stay with their letter", "ma\u0308ta", "mata", "[-ma\u0308ta-]{+mata+}"},
		{"lines stay apart", "eka\ntoka", "första\nandra", "[-eka-]{+första+}\n[-toka-]{+andra+}"},
		{"bytes that are no text", "a\xff\xfeb", "a\xfeb", "a[-\xff-]\xfeb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, Format(Words(tt.old, tt.new))); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func FuzzWords(f *testing.F) {
	f.Add("", "Uusi sana")
	f.Add("beaktar elevernas nivå", "beaktar de studerandes nivå")
	f.Add("a  b\xff\n c", "a b\xff c\n")
	f.Add("x y z", " y  z x")
	f.Fuzz(func(t *testing.T, old, new string) {
		var gotOld, gotNew strings.Builder
		var before Op
		for i, op := range Words(old, new) {
			if op.Text == "" || i > 0 && (op.Kind == before.Kind || before.Kind == Insert && op.Kind == Delete) {
				t.Errorf("op %d: %v after %v", i, op, before)
			}
			before = op
			if op.Kind != Insert {
				gotOld.WriteString(op.Text)
			}
			if op.Kind != Delete {
				gotNew.WriteString(op.Text)
			}
		}
		if gotOld.String() != old || gotNew.String() != new {
			t.Errorf("got %q and %q, want %q and %q", gotOld.String(), gotNew.String(), old, new)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	old := "Opiskelija suunnittelee ruokalistan, tilaa raaka-aineet ja ottaa huomioon asiakkaiden erityisruokavaliot."
	new := "Opiskelija suunnittelee viikon ruokalistan, tilaa raaka-aineita ja huomioi asiakkaiden erityisruokavaliot"
	for _, n := range []int{1, 100, 2000} {
		b.Run(fmt.Sprintf("%dsentences", n), func(b *testing.B) {
			o, w := strings.Repeat(old+"\n", n), strings.Repeat(new+"\n", n)
			b.SetBytes(int64(len(o)))
			for b.Loop() {
				Words(o, w)
			}
		})
	}
}
