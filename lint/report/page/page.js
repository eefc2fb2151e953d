"use strict";
const $ = id => document.getElementById(id);
const sides = ["fi", "sv"];
const names = { 3: "error", 2: "warning", 1: "info" };
const signs = { 3: "■", 2: "▲", 1: "●" };
const kinds = ["accept", "will-fix", "question"];
const marks = { moved: 16 };
const chunk = 60; // groups that are drawn at a time

// el makes an element. Text is only ever set as text, never as HTML.
function el(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props || {})) {
    if (k === "class") e.className = v;
    else if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (v !== undefined && v !== false) e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.filter(c => c !== undefined && c !== null));
  return e;
}

// Keeping: what the browser remembers, by the finding's key.

function keep(name, initial) {
  let value = initial;
  try { value = JSON.parse(localStorage.getItem(name)) || initial; } catch { /* nothing kept, or no leave to keep */ }
  return value;
}

function store(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { say(t.storage); }
}

let index, steps, decisions, seen, t, lang;
let at = { step: -1, key: "" };
let filter = { severities: new Set(["3", "2", "1"]), check: "", open: false, search: "" };
const parsed = new Map();

function load(root) {
  index = JSON.parse(root.getElementById("index").textContent);
  steps = [...root.querySelectorAll("script.step")].map(s => s.textContent);
  parsed.clear();
}

function step(i) {
  if (!parsed.has(i)) {
    if (parsed.size > 20) parsed.clear();
    parsed.set(i, JSON.parse(steps[i]));
  }
  return parsed.get(i);
}

const l10n = list => list[["en", "fi", "sv"].indexOf(lang)] || list[0];
const checkOf = name => index.checks.find(c => c.n === name);

function say(text) { $("said").textContent = ""; requestAnimationFrame(() => { $("said").textContent = text; }); }

// wanted reports whether the filters let a finding through: check, severity and key.
function wanted([check, severity, key]) {
  return filter.severities.has(String(severity)) && (!filter.check || index.checks[check].n === filter.check) && (!filter.open || !decisions[key]);
}

const wantedIn = i => index.steps[i].c.filter(wanted);

// The words of the interface.

function words() {
  t = texts[lang];
  document.documentElement.lang = lang;
  for (const id of ["export", "import", "help", "skip"]) $(id).textContent = t[id];
  $("language-label").textContent = t.language;
  $("severity-label").textContent = t.severity;
  $("check-label").textContent = t.check;
  $("open-label").textContent = t.open;
  $("search-label").textContent = t.search;
  $("name-label").textContent = t.name;
  $("ask-save").textContent = t.save;
  $("ask-cancel").textContent = t.cancel;
  $("keys-title").textContent = t.keys;
  $("filters").setAttribute("aria-label", t.severity);
  for (const b of document.querySelectorAll(".close")) b.textContent = t.close;
  for (const c of document.querySelectorAll("[data-severity]")) c.nextElementSibling.textContent = `${signs[c.dataset.severity]} ${t[names[c.dataset.severity]]}`;
  checkChoice();
  $("keys-list").replaceChildren(...Object.entries({ j: "j", k: "k", a: "a", f: "f", q: "q", u: "u", m: "m", n: "n", p: "p", h: "h", s: "/", x: "?" }).flatMap(([id, key]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, t["help_" + id])]));
}

// checkChoice offers the checks that found something, and the one that is chosen.
function checkChoice() {
  const names = index.checks.map(c => c.n);
  if (filter.check && !names.includes(filter.check)) names.push(filter.check);
  $("check").replaceChildren(el("option", { value: "" }, t.all), ...names.map(n => el("option", { value: n, selected: n === filter.check }, n)));
}

function progress() {
  let all = 0, done = 0;
  for (const s of index.steps) for (const c of s.c) {
    all++;
    if (seen[c[2]] || decisions[c[2]]) done++;
  }
  $("progress").textContent = all ? t.progress(done, all) : t.none;
}

// The start page: steps by checks.

function overview() {
  const shown = index.checks.map((c, i) => i).filter(i => !filter.check || index.checks[i].n === filter.check);
  const query = filter.search.toLowerCase();
  const rows = index.steps.map((s, i) => i).filter(i => !query || matches(i, query));
  const body = rows.map(i => {
    const counts = new Map();
    let worst = 0;
    const found = wantedIn(i);
    for (const [check, severity] of found) {
      const c = counts.get(check) || { n: 0, worst: 0 };
      counts.set(check, { n: c.n + 1, worst: Math.max(c.worst, severity) });
      worst = Math.max(worst, severity);
    }
    return el("tr", {}, el("th", { scope: "row" }, el("a", { href: "#" + (i + 1) }, index.steps[i].n || index.steps[i].f.join(" "))),
      el("td", {}, ...count(found.length, worst)),
      ...shown.map(c => el("td", {}, ...(counts.has(c) ? count(counts.get(c).n, counts.get(c).worst) : []))));
  });
  const sum = c => index.steps.reduce((n, s) => n + s.c.filter(x => wanted(x) && (c < 0 || x[0] === c)).length, 0);
  const head = el("tr", {}, el("th", { scope: "col" }, t.step), el("th", { scope: "col" }, t.total),
    ...shown.map(c => el("th", { scope: "col" }, el("button", { type: "button", class: "link", onclick: () => manual(index.checks[c].n) }, index.checks[c].n))));
  const foot = el("tr", {}, el("th", { scope: "row" }, t.total), ...[-1, ...shown].map(c => el("td", {}, String(sum(c)))));
  const parts = [el("h2", {}, t.home)];
  if (index.problems.length) parts.push(el("h3", {}, t.problems), el("ul", {}, ...index.problems.map(p => el("li", {}, p))));
  parts.push(rows.length ? el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t.home }, el("table", { class: "matrix" }, el("thead", {}, head), el("tbody", {}, ...body), el("tfoot", {}, foot)))
    : el("p", {}, query ? t.nohits : t.none));
  parts.push(...goneDecisions());
  $("main").replaceChildren(...parts);
}

const count = (n, severity) => n ? [el("span", { class: names[severity] }, el("span", { class: "sign", role: "img", "aria-label": t[names[severity] + "One"] }, signs[severity]), String(n))] : [];

function matches(i, query) {
  const s = index.steps[i];
  return (s.n + " " + s.f.join(" ")).toLowerCase().includes(query) || steps[i].toLowerCase().includes(JSON.stringify(query).slice(1, -1));
}

// goneDecisions tells the decisions whose findings are not there any more.
function goneDecisions() {
  const here = new Set(index.steps.flatMap(s => s.c.map(c => c[2])));
  const gone = Object.entries(decisions).filter(([key]) => !here.has(key));
  if (!gone.length) return [];
  return [el("h3", {}, t.gone), el("ul", {}, ...gone.map(([key, d]) => el("li", {}, `${d.step} · ${d.check} · ${d.unit} · ${t[d.decision]}${d.note ? ": " + d.note : ""} `,
    el("button", { type: "button", onclick: () => { delete decisions[key]; changed([key]); render(); } }, t.forget))))];
}

// A step: the two texts beside each other.

let drawing = 0;

function stepView(i) {
  const s = step(i);
  const found = s.d.filter(f => wanted([index.checks.findIndex(c => c.n === f.c), f.s, f.k]));
  const view = { step: s, found, byLeaf: new Map(), marks: new Map(), gapsFor: new Map() };
  for (const f of found) {
    const home = f.a + ":" + f.b;
    view.byLeaf.set(home, [...(view.byLeaf.get(home) || []), f]);
    for (const place of [f, ...(f.r || [])]) for (const [side, leaf, from, to] of place.w || []) {
      const id = side + ":" + leaf;
      if (!view.marks.has(id)) view.marks.set(id, []);
      view.marks.get(id).push({ from, to, key: f.k, severity: f.s });
    }
  }
  const body = el("div", { id: "texts" });
  $("main").replaceChildren(
    el("div", { class: "pager" }, el("h2", {}, s.n || s.f.join(" ")),
      el("button", { type: "button", onclick: () => go(at.step - 1) }, t.previous),
      el("button", { type: "button", onclick: () => go(-1) }, t.home),
      el("button", { type: "button", onclick: () => go(at.step + 1) }, t.next)),
    el("div", { class: "group head" }, el("div", { class: "rows" }, el("div", { class: "row" }, ...[0, 1].map(k => el("div", {}, `${t.languages[k]}: ${s.f[k] || "–"}`)))), el("div", { class: "notes" }, t.notes)), body);
  pager();
  const mine = ++drawing;
  let n = 0;
  const loose = (view.byLeaf.get("0:-1") || []).concat(view.byLeaf.get("1:-1") || []);
  if (loose.length) body.append(el("div", { class: "group loose" }, el("div", { class: "rows" }), noteList(loose, view)));
  const draw = all => {
    if (mine !== drawing) return;
    const end = all ? s.g.length : Math.min(n + chunk, s.g.length);
    const part = document.createDocumentFragment();
    for (; n < end; n++) part.append(group(s.g[n], view));
    body.append(part);
    if (n < s.g.length) setTimeout(draw, 0);
  };
  draw();
  view.finish = () => draw(true);
  current = view;
}

// pager says whether there is a step before and after the one that is shown.
function pager() {
  const [before, , after] = document.querySelectorAll(".pager button");
  before.disabled = at.step === 0;
  after.disabled = at.step === index.steps.length - 1;
}

let current = null;

function group(g, view) {
  const out = el("div", { class: "group" });
  if (g.t) {
    const found = [];
    const tables = g.t.map((table, side) => levelTable(table, side, view, found));
    out.append(el("div", { class: "rows" }, el("div", { class: "row" }, ...tables)), noteList(found, view));
    return out;
  }
  const found = [], rows = el("div", { class: "rows" });
  for (const r of g.r) {
    const cells = [0, 1].map(side => {
      const units = r.u[side] || [];
      const cell = el("div", { class: "text", lang: sides[side] }, ...units.map(u => leafView(u, side, view, r.e ? null : found)));
      if (r.e && side === 0) cell.append(el("p", { class: "sub", lang }, t.see(r.e)));
      else if (!units.length && view.step.f[side]) cell.append(el("p", { class: "gap", lang }, t.gap[side]));
      if (r.m & marks.moved && !r.e && side === 0) cell.append(el("p", { class: "sub", lang }, "⇅ " + t.moved));
      return cell;
    });
    rows.append(el("div", { class: "row" }, ...cells));
  }
  out.append(rows, noteList(found, view));
  return out;
}

function levelTable(table, side, view, found) {
  const gap = () => el("span", { class: "gap", lang }, t.gap[side]);
  const rows = table.r.map(r => el("tr", {}, ...(r.g ? [el("td", { colspan: Math.max(1, (table.h || []).length) }, gap())]
    : r.c.map(c => el("td", {}, ...(c.g ? [gap()] : (c.u || []).map(u => leafView(u, side, view, found))))))));
  return el("div", { class: "text", lang: sides[side] }, el("table", { class: "level" },
    el("thead", {}, el("tr", {}, ...(table.h || []).map(u => el("th", { scope: "col" }, leafView(u, side, view, found))))), el("tbody", {}, ...rows)));
}

// leafView shows a unit with its marks, and gathers the findings told beside it, unless
// the unit is told of in another row.
function leafView(u, side, view, found) {
  const id = side + ":" + u.i;
  if (found) found.push(...(view.byLeaf.get(id) || []));
  const p = el("p", { class: (u.k === "#" ? "heading" : "") + (u.n && view.step.f[1 - side] ? " orphan" : ""), title: `${t.line} ${u.l}` });
  if (u.d > 1 && u.k !== "#") p.style.paddingInlineStart = `${Math.min(u.d - 1, 8)}em`;
  if (u.k && u.k.length > 1) p.append(el("span", { class: "bullet" }, u.k.slice(1)));
  p.append(...marked(u, view.marks.get(id) || []));
  if (filter.search && u.x.toLowerCase().includes(filter.search.toLowerCase())) p.classList.add("hit");
  return p;
}

// marked cuts the text where marks begin and end.
function marked(u, of) {
  const only = (u.o || []).map(([from, to]) => ({ from, to, severity: 0 }));
  const all = [...only, ...of];
  if (!all.length) return [u.x];
  const cuts = [...new Set([0, u.x.length, ...all.flatMap(m => [m.from, m.to])])].sort((a, b) => a - b);
  const begins = all.sort((a, b) => a.from - b.from);
  const out = [];
  let open = [], n = 0;
  for (let k = 0; k + 1 < cuts.length; k++) {
    const [a, b] = [cuts[k], cuts[k + 1]];
    while (n < begins.length && begins[n].from <= a) open.push(begins[n++]);
    open = open.filter(m => m.to > a);
    const text = u.x.slice(a, b);
    if (!open.length) { out.push(text); continue; }
    const worst = Math.max(...open.map(m => m.severity));
    const keys = open.filter(m => m.key).map(m => m.key);
    out.push(el("mark", { class: worst ? names[worst] : "only", "data-keys": keys.join(" ") || undefined, onclick: () => keys.length && show(keys[0]) }, text));
  }
  return out;
}

function noteList(found, view) {
  return el("div", { class: "notes" }, ...found.map(f => note(f, view)));
}

function note(f, view) {
  const id = "note-" + f.k;
  const n = el("article", { class: `note ${names[f.s]}`, id, tabindex: "-1", "aria-labelledby": id + "-title", onclick: e => { if (!e.target.closest("button")) show(f.k, true); } },
    el("p", { id: id + "-title" }, el("span", { class: "word " + names[f.s] }, `${signs[f.s]} ${t[names[f.s] + "One"]}: `), l10n(f.m)),
    el("p", {}, el("button", { type: "button", class: "link", onclick: () => manual(f.c) }, f.c), " · " + place(f, view)));
  if (f.r) n.append(el("ul", {}, ...f.r.map(r => el("li", {}, `${l10n(r.m)} · ${place(r, view)}`))));
  (f.x || []).forEach((x, k) => n.append(el("p", {}, el("span", { class: "word" }, (k ? t.or : t.fix) + ": "), l10n(x.t), x.s ? "" : ` (${t.unsafe})`),
    el("p", { class: "fix" }, ...x.d.map(d => d.o ? el(d.o === 1 ? "del" : "ins", {}, d.x) : d.x))));
  const bar = el("div", { class: "decide" });
  for (const kind of kinds) bar.append(el("button", { type: "button", "data-kind": kind, "aria-pressed": "false", onclick: () => decide(f, view, kind) }, t[kind]));
  n.append(bar);
  showDecision(n, decisions[f.k]);
  return n;
}

// place says where something stands: which text of the step, or which other file.
const place = (p, view) => (view.step.f.includes(p.f) ? sides[p.a] : p.f) + " " + p.p;

function showDecision(n, d) {
  n.classList.toggle("decided", !!d);
  for (const b of n.querySelectorAll("[data-kind]")) b.setAttribute("aria-pressed", String(!!d && d.decision === b.dataset.kind));
  n.querySelector(".reason")?.remove();
  if (d && (d.note || d.name)) n.append(el("p", { class: "reason" }, [d.note, d.name].filter(Boolean).join(" – ")));
}

// Decisions.

let asking = null;

function decide(f, view, kind) {
  const old = decisions[f.k];
  if (old && old.decision === kind) return take(f, undefined);
  const make = (note, name) => take(f, { decision: kind, note, name, check: f.c, step: view.step.n, unit: f.u || "" });
  if (kind === "will-fix") return make("", keep("steplint.name", ""));
  asking = make;
  $("ask-title").textContent = t[kind];
  $("ask-what").textContent = l10n(f.m);
  $("note-label").textContent = kind === "accept" ? t.reason : t.ask;
  $("note").value = old ? old.note : "";
  $("name").value = keep("steplint.name", "");
  $("ask").showModal();
  $("note").focus();
}

function take(f, d) {
  if (d) decisions[f.k] = d;
  else delete decisions[f.k];
  changed([f.k]);
  const n = $("note-" + f.k);
  if (n) showDecision(n, d);
  say(d ? t[d.decision] : t.undo);
}

function changed(keys) {
  if (live) live.send(keys);
  else store("steplint.decisions", decisions);
  progress();
}

// exportedOf returns a file of the decisions of the keys.
function exportedOf(keys) {
  return { schema: "steplint/decisions/v1", decisions: keys.sort().map(key => { const d = decisions[key]; return { key, check: d.check, step: d.step, unit: d.unit, decision: d.decision, note: d.note, name: d.name }; }) };
}

function imported(text) {
  let data;
  try { data = JSON.parse(text); } catch { return say(t.bad); }
  if (!data || data.schema !== "steplint/decisions/v1" || !Array.isArray(data.decisions)) return say(t.bad);
  const here = new Set(index.steps.flatMap(s => s.c.map(c => c[2])));
  const keys = [];
  for (const d of data.decisions) {
    if (typeof d?.key !== "string" || !/^[0-9a-f]{32}$/.test(d.key) || !kinds.includes(d.decision)) continue;
    const s = v => typeof v === "string" ? v : "";
    decisions[d.key] = { decision: d.decision, note: s(d.note), name: s(d.name), check: s(d.check), step: s(d.step), unit: s(d.unit) };
    keys.push(d.key);
  }
  changed(keys);
  render();
  say(t.opened(keys.length, keys.filter(k => here.has(k)).length));
}

function save() {
  const link = el("a", { href: URL.createObjectURL(new Blob([JSON.stringify(exportedOf(Object.keys(decisions)), null, 1) + "\n"], { type: "application/json" })), download: "steplint-decisions.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // a busy machine begins late
  say(t.saved);
}

// Manual pages.

function manual(name) {
  const c = checkOf(name);
  $("manual-title").textContent = name;
  $("manual-text").replaceChildren(el("p", { class: "word" }, l10n(c.t)), ...l10n(c.h).split("\n\n").map(p => el("p", {}, p)));
  $("manual").showModal();
}

// Going about.

function go(i) {
  at = { step: Math.max(-1, Math.min(i, index.steps.length - 1)), key: "" };
  location.hash = at.step < 0 ? "" : String(at.step + 1);
  render();
  scrollTo(0, 0);
  $("main").focus({ preventScroll: true });
}

function render() {
  progress();
  current = null;
  drawing++;
  if (at.step < 0) return overview();
  stepView(at.step);
  if (at.key) mark(at.key);
}

// mark shows which finding of the step is the current one, and returns its note.
function mark(key) {
  let n = $("note-" + key);
  if (!n && current) { current.finish(); n = $("note-" + key); }
  if (!n) return null;
  for (const e of document.querySelectorAll(".current")) e.classList.remove("current");
  n.classList.add("current");
  for (const e of document.querySelectorAll("mark[data-keys]")) if (e.dataset.keys.split(" ").includes(key)) e.classList.add("current");
  return n;
}

// show makes a finding of the step the current one.
function show(key, quiet) {
  const n = mark(key);
  if (!n) return;
  at.key = key;
  if (!seen[key]) { seen[key] = 1; store("steplint.seen", seen); progress(); }
  if (!quiet || !n.contains(document.activeElement)) n.focus({ preventScroll: true });
  if (!quiet) n.scrollIntoView({ block: "center", behavior: "instant" });
}

// move goes to the next finding (1) or the one before (-1), across steps.
function move(by) {
  const order = [...document.querySelectorAll(".note")];
  if (current) {
    current.finish();
    const notes = [...document.querySelectorAll("#texts .note")];
    const k = notes.findIndex(n => n.id === "note-" + at.key);
    const next = k < 0 ? (by > 0 ? 0 : order.length - 1) : k + by;
    if (notes[next]) return show(notes[next].id.slice(5));
  }
  for (let i = at.step + by; i >= 0 && i < index.steps.length; i += by) {
    if (!wantedIn(i).length) continue;
    go(i);
    current.finish();
    const notes = [...document.querySelectorAll("#texts .note")];
    const n = notes[by > 0 ? 0 : notes.length - 1];
    return n && show(n.id.slice(5));
  }
}

function fromHash() {
  const n = parseInt(location.hash.slice(1), 10);
  const i = n >= 1 && n <= index.steps.length ? n - 1 : -1;
  if (i !== at.step) { at = { step: i, key: "" }; render(); scrollTo(0, 0); }
}

function keyPressed(e) {
  if (e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
  if (e.key === "Escape" && e.target === $("search")) { e.target.value = ""; search(); return $("main").focus(); }
  if (e.target.matches("input:not([type=checkbox]), select")) return;
  const f = current && current.found.find(f => f.k === at.key);
  const actions = {
    j: () => move(1), k: () => move(-1), n: () => go(at.step + 1), p: () => go(at.step - 1), h: () => go(-1),
    "/": () => $("search").focus(), "?": () => $("keys").showModal(),
    a: f && (() => decide(f, current, "accept")), f: f && (() => decide(f, current, "will-fix")), q: f && (() => decide(f, current, "question")),
    u: f && (() => take(f, undefined)), m: f && (() => manual(f.c)),
  };
  if (actions[e.key]) { e.preventDefault(); actions[e.key](); }
}

let timer = 0;

function search() {
  clearTimeout(timer);
  timer = setTimeout(() => { filter.search = $("search").value.trim(); render(); }, 150);
}

function start() {
  load(document);
  lang = keep("steplint.language", "") || sides.find(s => (navigator.language || "").startsWith(s)) || index.lang;
  if (!texts[lang]) lang = "en";
  const meta = document.querySelector("meta[name=steplint-live]");
  decisions = meta ? {} : keep("steplint.decisions", {}); // in a file, or by the browser
  seen = keep("steplint.seen", {});
  words();
  $("language").value = lang;
  $("language").addEventListener("change", e => { lang = e.target.value; store("steplint.language", lang); words(); render(); });
  $("home").addEventListener("click", () => go(-1));
  $("export").addEventListener("click", save);
  $("import").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async e => { const f = e.target.files[0]; e.target.value = ""; if (f) imported(await f.text()); });
  $("help").addEventListener("click", () => $("keys").showModal());
  $("skip").addEventListener("click", e => { e.preventDefault(); $("main").focus(); });
  // What is sent is kept at once: the dialog tells that it has closed only later.
  $("ask").addEventListener("submit", e => {
    if (e.submitter && e.submitter.value !== "save") return;
    store("steplint.name", $("name").value);
    asking($("note").value.trim(), $("name").value.trim());
  });
  $("ask").addEventListener("close", () => {
    const n = !$("ask").open && $("note-" + at.key);
    if (n) n.focus({ preventScroll: true });
  });
  for (const c of document.querySelectorAll("[data-severity]")) c.addEventListener("change", () => { filter.severities[c.checked ? "add" : "delete"](c.dataset.severity); render(); });
  $("check").addEventListener("change", e => { filter.check = e.target.value; render(); });
  $("open-only").addEventListener("change", e => { filter.open = e.target.checked; render(); });
  $("search").addEventListener("input", search);
  document.addEventListener("keydown", keyPressed);
  addEventListener("hashchange", fromHash);
  if (meta) live = connect(meta);
  fromHash();
  render();
}

start();
