package lang

import "testing"

func TestInflectAlike(t *testing.T) {
	for _, tt := range []struct {
		lang                 *Lang
		from, to, form, want string
	}{
		{SV, "försäljare", "säljare", "försäljarens", "säljarens"},
		{SV, "försäljare", "säljare", "försäljarna", "säljarna"},
		{SV, "läromedel", "medel", "läromedlen", "medlen"},
		{SV, "velociped", "cykel", "velocipedens", ""},
		{SV, "velociped", "cykel", "velociped", "cykel"},
		{SV, "försäljare", "säljare", "säljaren", ""},
		{FI, "kuluttajasuoja", "kuluttajansuoja", "kuluttajasuojan", "kuluttajansuojan"},
		{FI, "kuluttajasuoja", "kuluttajansuoja", "kuluttajasuojaansa", "kuluttajansuojaansa"},
		{FI, "opettaminen", "ohjaaminen", "opettamista", "ohjaamista"},
		{FI, "mopo", "auto", "mopolla", ""}, // too little is the same
		{FI, "laskuttaminen", "käyttäminen", "laskuttamista", ""},
		{FI, "fillari", "polkupyörä", "fillarin", ""},
		{FI, "pyöränkorjaus", "korjaus", "pyöränkorjauksessa", "korjauksessa"},
		{FI, "pyöränkorjaus", "korjaus", "pyöränkorjattu", ""},
		{nil, "a", "b", "as", ""},
	} {
		got, ok := tt.lang.InflectAlike(tt.from, tt.to, tt.form)
		if !ok {
			got = ""
		}
		if got != tt.want {
			t.Errorf("%s as %s: %s is %q, want %q", tt.from, tt.to, tt.form, got, tt.want)
		}
	}
}
