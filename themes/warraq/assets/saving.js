/**
 * The page on which a reader chooses what to keep: shows it, saves, stops, resumes and removes.
 *
 * @typedef {{id: string, name: string, groups: string[], whole: boolean}} Row  `whole`: everything
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

const offline = window.warraq?.offline; // where it did not come, the page says so by itself
const place = document.getElementById("offline");
const texts = JSON.parse(document.getElementById("texts").textContent);
const [problem, status, progress, soFar, bar, stop, groups] =
  ["problem", "status", "progress", "sofar", "bar", "stop", "groups"].map((id) => document.getElementById(id));
const locale = `ar-${texts.country}-u-nu-${texts.digits}`;
const plain = new Intl.NumberFormat(locale, { useGrouping: false });
const sizes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const plural = new Intl.PluralRules("ar");

/** @type {AbortController | null} */
let saving = null;
/** The row of the year whose page led here, if one did. @type {HTMLElement | null} */
let asked = null;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const size = (bytes) => bytes < 50_000 ? texts.less : fill(texts.size, { n: sizes.format(bytes / 1e6) });
const years = (n) => fill(texts.years[plural.select(n)], { n: plain.format(n) });

function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function button(text, label, action) {
  const made = element("button", { type: "button", className: "more", ariaLabel: `${text}: ${label}` }, text);
  made.addEventListener("click", action);
  return made;
}

function say(/** @type {string} */ text) {
  status.textContent = text;
}

function complain(/** @type {string} */ trouble) {
  problem.textContent = texts.problems[trouble] ?? "";
  problem.hidden = !problem.textContent;
}

/** @returns {Row[]} */
function rowsOf(list, have) {
  const named = offline.yearsOf(list ? list.packs : [...have.packs.values()].map((group) => ({ group })));
  const row = (group) => ({
    id: `y${group}`,
    name: group === "undated" ? texts.undated : fill(texts.year, { n: plain.format(group) }),
    groups: [group, "lists"],
    whole: false,
  });
  const searchable = list ? list.root : have.groups.has("search");
  const search = { id: "search", name: texts.search, groups: ["search", "lists"], whole: false };
  const everything = { id: "everything", name: texts.everything, whole: true, groups: ["search", "lists", ...named] };
  return [...(named.length ? [everything] : []), ...(searchable ? [search] : []), ...named.map(row)];
}

/** Shows what can be kept and what is; asks for the list anew. */
async function show() {
  const have = await offline.kept();
  const list = await offline.listing().catch(() => null);
  if (!list) complain("list");
  const rows = rowsOf(list, have);
  groups.replaceChildren(...rows.map((row) => item(row, list, have)));
  summarise(rows, have);
  asked = document.getElementById(`y${new URLSearchParams(location.search).get("year")}`);
  asked?.classList.add("asked");
}

function summarise(rows, have) {
  const named = rows.filter((row) => row.id.startsWith("y"));
  const n = named.filter((row) => have.groups.has(row.groups[0])).length;
  if (saving || status.textContent) return;
  say(n ? fill(texts.summary, { n: years(n), of: years(named.length) }) : texts.nothing);
}

function item(/** @type {Row} */ row, list, have) {
  const own = row.whole ? row.groups : row.groups.slice(0, 1);
  const packs = list ? list.packs.filter(({ group }) => own.includes(group)) : [];
  const missing = list ? list.packs.filter((pack) => row.groups.includes(pack.group) && !offline.isThere(have, pack)) : [];
  const begun = own.some((group) => have.groups.has(group) || [...have.packs.values()].includes(group));
  const whole = own.filter((group) => group !== "lists").every((group) => have.groups.has(group) || (group === "search" && !list?.root));
  const state = !begun || (row.whole && !whole && !have.all) ? "" : !whole ? texts.half : missing.length ? texts.old : texts.kept;
  const verb = !state ? texts.save : whole ? texts.renew : texts.resume;
  const buttons = [];
  if (missing.length) buttons.push(button(verb, row.name, () => keep(row, list)));
  if (begun) buttons.push(button(texts.remove, row.name, () => forget(row, own)));
  const weight = (missing.length && state ? missing : packs).reduce((sum, { bytes }) => sum + bytes, 0);
  return element("li", { id: row.id },
    element("h2", {}, row.name),
    ...(weight ? [element("span", {}, size(weight))] : []),
    ...(state ? [element("span", { className: "state" }, state)] : []),
    element("div", {}, ...buttons));
}

async function keep(/** @type {Row} */ row, list) {
  if (saving) return;
  saving = new AbortController();
  complain("");
  say("");
  progress.hidden = false;
  groups.inert = true;
  stop.focus();
  navigator.storage?.persist?.().catch(() => {}); // never awaited: Firefox may leave it open
  try {
    if (row.whole) await offline.wantAll();
    const tell = (done, total) => {
      bar.value = total ? done / total : 1;
      soFar.textContent = fill(texts.progress, { n: size(done), of: size(total) });
    };
    await offline.save(row.groups.filter((group) => list.packs.some((pack) => pack.group === group)), list, { tell, signal: saving.signal });
    say(fill(texts.done, { what: row.name }));
  } catch (error) {
    if (saving.signal.aborted) say(texts.stopped);
    else complain(error.trouble ?? "denied");
  } finally {
    await finish(row);
  }
}

async function forget(/** @type {Row} */ row, own) {
  if (saving) return;
  complain("");
  try {
    await offline.remove(own);
    say(fill(texts.removed, { what: row.name }));
  } catch (error) {
    complain(error.trouble ?? "denied");
  }
  await finish(row);
}

async function finish(/** @type {Row} */ row) {
  saving = null;
  progress.hidden = true;
  groups.inert = false;
  await show().catch(() => complain("denied"));
  document.getElementById(row.id)?.querySelector("button")?.focus();
}

async function open() {
  place.hidden = false;
  stop.textContent = texts.stop;
  stop.addEventListener("click", () => saving?.abort());
  const hindered = offline.hindrance();
  if (hindered) return complain(hindered);
  const denied = await show().then(() => null, () => "denied");
  asked?.querySelector("button")?.focus();
  const trouble = denied ?? (await offline.worker);
  if (trouble) complain(trouble);
}

if (offline) open();
}
