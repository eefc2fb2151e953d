// Live: steplint watches the files, says when something has changed and keeps the
// decisions. Only what has changed is fetched, and the page keeps its place.

let live = null;

function connect(meta) {
  const base = meta.content;
  const unsent = new Set(); // keys of decisions that steplint has not got yet
  let version = Number(meta.dataset.version), kept = -1, busy = false, latest = null, sending = false;

  const state = text => { $("state").textContent = text; $("state").hidden = !text; };
  async function ask(path, options) {
    const r = await fetch(base + path, options);
    if (!r.ok) throw Object.assign(new Error(r.statusText), { status: r.status });
    return r;
  }

  async function follow(now) {
    latest = now;
    if (busy) return;
    busy = true;
    try {
      while (latest) {
        const want = latest;
        latest = null;
        if (want.page !== version) {
          const changes = await (await ask("changes?since=" + version)).json();
          version = changes.version;
          refresh(changes);
        }
        if (want.decisions !== kept) {
          const file = await (await ask("decisions")).json();
          kept = want.decisions;
          takeOver(file.decisions, unsent);
        }
      }
    } catch { state(t.lost); }
    busy = false;
  }

  // send gives steplint the decisions of the keys, some at a time.
  async function send(keys) {
    for (const k of keys) unsent.add(k);
    if (sending) return;
    sending = true;
    try {
      while (unsent.size) {
        const part = [...unsent].slice(0, 20);
        const sent = new Map(part.map(k => [k, decisions[k]]));
        const body = JSON.stringify({ decisions: exportedOf(part.filter(k => decisions[k])), forget: part.filter(k => !decisions[k]) });
        await ask("decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body });
        for (const [k, d] of sent) if (decisions[k] === d) unsent.delete(k);
      }
      state("");
    } catch (e) { state(e.status ? t.unsaved : t.lost); }
    sending = false;
  }

  const events = new EventSource(base + "events");
  events.onmessage = e => follow(JSON.parse(e.data));
  events.onerror = () => state(t.lost);
  events.onopen = () => { state(""); send([]); };
  return { send };
}

// takeOver makes the decisions those that steplint keeps, but for those that it has not
// got yet.
function takeOver(list, unsent) {
  const now = {};
  for (const { key, ...d } of list) if (!unsent.has(key)) now[key] = d;
  for (const key of unsent) if (decisions[key]) now[key] = decisions[key];
  const fields = d => d && [d.decision, d.note, d.name].join("\0");
  const same = [...Object.keys(now), ...Object.keys(decisions)].every(k => fields(now[k]) === fields(decisions[k]));
  decisions = now;
  if (same) return;
  if (at.step < 0 || filter.open) return redraw();
  for (const n of document.querySelectorAll(".note")) showDecision(n, decisions[n.id.slice(5)]);
  progress();
}

// refresh takes in what has changed without losing the place.
function refresh({ index: next, steps: changed }) {
  const old = new Map(index.steps.map((s, i) => [s.n, steps[i]]));
  const shown = at.step >= 0 ? index.steps[at.step].n : null;
  const before = { i: at.step, text: steps[at.step], groups: at.step >= 0 ? step(at.step).g : [] };
  const checks = index.checks.map(c => c.n).join();
  index = next;
  steps = next.steps.map((s, i) => changed[i] ? JSON.stringify(changed[i]) : old.get(s.n));
  parsed.clear();
  if (checks !== index.checks.map(c => c.n).join()) checkChoice();
  if (shown !== null) {
    at.step = index.steps.findIndex(s => s.n === shown);
    if (at.step !== before.i) history.replaceState(null, "", at.step < 0 ? location.pathname : "#" + (at.step + 1));
  }
  if (at.step < 0 || at.step !== before.i || steps[at.step] !== before.text) redraw(before.groups);
  else pager();
  progress();
  say(t.changed);
}

// redraw draws the view anew at the same place, with the focus where it was.
function redraw(groups = []) {
  const focus = document.activeElement, kind = focus.dataset.kind, inside = $("main").contains(focus) && focus !== $("main");
  const note = focus.closest(".note");
  const place = placeNow(groups);
  render();
  if (current) current.finish();
  const n = at.key && $("note-" + at.key);
  if (inside) {
    const same = note && $(note.id);
    ((same && kind && same.querySelector(`[data-kind="${kind}"]`)) || same || n || $("main")).focus({ preventScroll: true });
  }
  const back = () => {
    const e = place.find();
    if (e) scrollBy({ top: e.getBoundingClientRect().top - place.top, behavior: "instant" });
  };
  back();
  requestAnimationFrame(back); // when what came into view has got its true height
}

// placeNow says what stands in the window, and how to find it after it was drawn anew:
// the finding at hand, or else the first group of the texts by what it says.
function placeNow(groups) {
  const visible = e => { const r = e.getBoundingClientRect(); return r.bottom > $("filters").offsetHeight && r.top < innerHeight; };
  const list = () => [...document.querySelectorAll(at.step < 0 ? "#main tr" : "#texts > .group")].filter(e => !e.matches(".loose"));
  const n = at.key && $("note-" + at.key);
  if (n && visible(n)) return { top: n.getBoundingClientRect().top, find: () => $(n.id) };
  const all = list(), k = all.findIndex(visible);
  if (k < 0) return { top: 0, find: () => null };
  const words = g => JSON.stringify(g, (name, v) => ["i", "l", "e"].includes(name) ? undefined : v);
  const mine = groups[k] && words(groups[k]);
  return {
    top: all[k].getBoundingClientRect().top,
    find: () => {
      const now = list();
      let best = k;
      if (mine && at.step >= 0) {
        const same = step(at.step).g.map((g, i) => words(g) === mine ? i : -1).filter(i => i >= 0);
        if (same.length) best = same.reduce((a, b) => Math.abs(b - k) < Math.abs(a - k) ? b : a);
      }
      return now[Math.min(best, now.length - 1)];
    },
  };
}
