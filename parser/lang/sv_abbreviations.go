package lang

// A text goes on after these, whatever follows: "t.ex. Finland", "jfr Bilaga".
const svAbbreviations = `
t.ex tex ex bl.a bla d.v.s dvs s.k sk f.d fd fr.o.m fr.o t.o.m t.o i.o.m m.a.o mao p.g.a pga
p.gr.a m.h.a mha m.a.p nr n:r kl ca c:a jfr resp prel ung ungef ang avs beträff betr enl exkl inkl
ev el eg eng lat fr egentl forts förf fig tel tfn obl ordf sekr utg övers uppl bitr dir prof dr
dipl.ing tekn t.f tf st.f i.st.f f.n f.ö n.b adr bl k v.g s:t s:ta max motsv omkr gm allm spec a`

// A sentence may end with these when a capital follows: "pennor, sudd m.m. De
// delas ut på lektionen."
const svFinalAbbreviations = `
osv o.s.v m.m mm m.fl mfl fl o.d o.dyl dyl e.d e.dyl etc m kap mom art st s ss p sp kp min sek tim
v kr mn mnkr mkr milj mrd f.kr e.kr fkr ekr rf r.f ab bil vol årg avd km cm kg g dl tsk msk o.a`
