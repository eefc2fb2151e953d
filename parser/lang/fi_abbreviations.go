package lang

// A text goes on after these, whatever follows: "esim. Suomessa", "ks. Liite".
const fiAbbreviations = `
esim mm ks vrt ent em e.m ko k.o ao a.o n nro n:o nr ts t.s so s.o nk n.k ns n.s ed eo klo
tri tr prof dos maist kand lis ins dipl.ins toht toim suom kirj synt kuol rva hra nti puh
os pvm lähd mahd todnäk tod.näk keskim väh vähint enint yl ylim oik vas sis ulk tark tarv harv
engl ruots saks ransk kreik ital esp mon yks us maks max k`

// A sentence may end with these when a capital follows: "kynät, kumit ym. Ne
// jaetaan tunnilla."
const fiFinalAbbreviations = `
jne j.n.e ym y.m yms y.m.s tms t.m.s jms j.m.s ynm etc dyl s ss l luv kpl lkm mom kohd kap art
v vv kk vko vk p t min sek h e eur mk snt milj mrd op ov osp ekr e.kr jkr j.kr eaa
oy ky ry r.y rf lk luok km m cm kg g dl tl rkl ha henk pros tk liitt yht`
