/**
 * Reading without a net: starts the worker (sw.js), and keeps packs of the site in the browser.
 *
 * All caches begin with the site's path, for other archives may live under the same host:
 *   shell:VERSION      what every reader keeps from the first visit on; the worker's
 *   pack:GROUP:NAME    one pack's files; whole if the entry COMPLETE is in it
 *   group:GROUP        the group was whole once; that of `search` holds the root of its index
 *   all                the reader wants the whole archive, years to come included
 * A group is a year, `undated`, `lists` or `search`. A pack that changes gets another name; the old
 * one stays until all of its group is there. No clock is asked for anything.
 *
 * @typedef {{group: string, name: string, bytes: number}} Pack
 * @typedef {{packs: Pack[], root: object | null}} Listing  of offline/packs.json
 * @typedef {{groups: Set<string>, packs: Map<string, string>, half: Set<string>, all: boolean}} Kept
 *   `packs` by name with their groups, `half` those that are not whole
 * @typedef {"file" | "preview" | "insecure" | "worker" | "denied" | "full" | "network" | "busy"} Trouble
 */

"use strict";

window.warraq ??= {};

{ // a scope of its own: a page opened as a file cannot load modules

const ROOT = new URL("../", document.currentScript.src);
const PREFIX = `warraq:${ROOT.pathname}:`;
const COMPLETE = new URL("offline/complete", ROOT);
const STALL = 30_000; // ms without a byte after which a download is taken for cut
const LONG = 12; // bytes from which on a line may be referred to; as in generator/warraq/offline
const [NEWLINE, REFERENCE, LITERAL] = [10, 1, 61];
const AT_ONCE = 50; // files that are put into a cache together

const TYPES = {
  html: "text/html; charset=utf-8", htm: "text/html; charset=utf-8", js: "text/javascript", json: "application/json",
  jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", gif: "image/gif", webp: "image/webp", avif: "image/avif", svg: "image/svg+xml",
};

/** Why nothing can be kept here, known at once. @returns {Trouble | null} */
function hindrance() {
  if (location.protocol === "file:") return "file";
  if (window.warraq.preview) return "preview"; // `warraq serve` says so
  if (!window.isSecureContext) return "insecure";
  if (!navigator.serviceWorker) return "worker";
  return window.caches ? null : "denied";
}

/** @returns {Promise<Trouble | null>} why the worker does not run, or null once it is known to */
async function startWorker() {
  if (hindrance()) return hindrance();
  const manifest = Object.assign(document.createElement("link"), { rel: "manifest" });
  manifest.href = new URL("app.webmanifest", ROOT).href; // not in the page: a file may not load it
  document.head.append(manifest);
  return navigator.serviceWorker
    .register(new URL("sw.js", ROOT), { scope: ROOT.pathname, updateViaCache: "none" })
    .then(() => null, () => "worker");
}

/** @returns {Promise<Listing>} */
async function listing() {
  const response = await fetch(new URL("offline/packs.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} packs.json`);
  return response.json();
}

/** @returns {Promise<Kept>} */
async function kept() {
  const found = { groups: new Set(), packs: new Map(), half: new Set(), all: false };
  for (const cacheName of await caches.keys()) {
    if (!cacheName.startsWith(PREFIX)) continue;
    const [kind, group, name] = cacheName.slice(PREFIX.length).split(":");
    if (kind === "all") found.all = true;
    if (kind === "group") found.groups.add(group);
    if (kind === "pack") {
      found.packs.set(name, group);
      if (!(await caches.match(COMPLETE, { cacheName }))) found.half.add(name);
    }
  }
  return found;
}

const isThere = (/** @type {Kept} */ have, /** @type {Pack} */ { name }) => have.packs.has(name) && !have.half.has(name);

/**
 * Keeps groups, or brings them up to date; packs that are there already are not fetched again.
 * @param {string[]} groups
 * @param {Listing} list
 * @param {{tell?: (done: number, total: number) => void, signal?: AbortSignal}} options
 * @returns {Promise<void>} rejects with an error whose `trouble` says what is wrong
 */
async function save(groups, list, { tell = () => {}, signal = new AbortController().signal } = {}) {
  await alone(async () => {
    const have = await kept().catch(because("denied"));
    const missing = list.packs.filter((pack) => groups.includes(pack.group) && !isThere(have, pack));
    const total = missing.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    tell(0, total);
    for (const pack of missing) {
      await savePack(pack, (bytes) => tell(done + bytes, total), signal);
      done += pack.bytes;
    }
    for (const group of groups) await settle(group, list);
  });
}

/** One tab saves at a time. */
function alone(work) {
  if (!navigator.locks) return work();
  return navigator.locks.request(PREFIX, { ifAvailable: true }, (lock) => {
    if (!lock) throw Object.assign(new Error("another tab saves"), { trouble: "busy" });
    return work();
  });
}

/** Takes an error on, with what it means for the reader. @param {Trouble} trouble */
function because(trouble) {
  return (error) => {
    error.trouble ??= error.name === "QuotaExceededError" ? "full" : trouble;
    throw error;
  };
}

async function savePack({ group, name }, tell, signal) {
  const files = await download(name, tell, signal).then(unfolded).catch(because("network"));
  const cacheName = `${PREFIX}pack:${group}:${name}`;
  try {
    const cache = await caches.open(cacheName);
    for (let n = 0; n < files.length; n += AT_ONCE) {
      await Promise.all(files.slice(n, n + AT_ONCE).map(([path, bytes]) => cache.put(new URL(path, ROOT), file(path, bytes))));
    }
    await cache.put(COMPLETE, new Response(""));
  } catch (error) {
    await caches.delete(cacheName).catch(() => {}); // half a pack would only take up room
    because("denied")(error);
  }
}

function file(path, bytes) {
  const type = TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
  return new Response(bytes, { headers: { "Content-Type": type } });
}

/** @returns {Promise<Uint8Array>} a pack out of its gzip, whose own sum has been checked */
async function download(name, tell, signal) {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL);
  try {
    const response = await fetch(new URL(`offline/${name}.pack`, ROOT), {
      signal: AbortSignal.any([signal, stalled.signal]),
      cache: "no-store", // it would lie in the browser twice
    });
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    let bytes = 0;
    const counted = new TransformStream({
      transform(part, out) {
        clearTimeout(timer);
        timer = setTimeout(() => stalled.abort(), STALL);
        tell((bytes += part.length));
        out.enqueue(part);
      },
    });
    const unpacked = response.body.pipeThrough(counted).pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

/** The files of a pack: a line that stood in it before is given by its number. @returns {[string, Uint8Array][]} */
function unfolded(/** @type {Uint8Array} */ data) {
  const text = (bytes) => new TextDecoder().decode(bytes);
  const known = [];
  let at = 0;
  const next = () => {
    const found = data.indexOf(NEWLINE, at);
    const end = found < 0 ? data.length : found;
    const line = data.subarray(at, end);
    at = end + 1;
    return line;
  };
  const meant = (line) => {
    if (line[0] === REFERENCE) {
      return line[1] === LITERAL ? line.subarray(2) : known[parseInt(text(line.subarray(1)), 16)];
    }
    if (line.length >= LONG) known.push(line);
    return line;
  };
  const files = JSON.parse(text(next()));
  return files.map(([path, count]) => [path, joined(Array.from({ length: count }, () => meant(next())))]);
}

function joined(lines) {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, -1)).fill(NEWLINE);
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length + 1;
  }
  return bytes;
}

/** A group whose packs are all there counts from now on; what it was before goes. */
async function settle(group, list) {
  const wanted = new Set(list.packs.filter((pack) => pack.group === group).map((pack) => pack.name));
  if (group === "search") await activate(list);
  else await caches.open(`${PREFIX}group:${group}`).catch(because("denied"));
  const { packs } = await kept();
  for (const [name, its] of packs) {
    if (its === group && !wanted.has(name)) await caches.delete(`${PREFIX}pack:${group}:${name}`);
  }
}

/** From now on the worker searches in the index that is kept. */
async function activate({ root, packs }) {
  const cache = await caches.open(`${PREFIX}group:search`).catch(because("denied"));
  const headers = { "Content-Type": "application/json", "warraq-years": yearsOf(packs).join(",") };
  await cache.put(new URL("pagefind/root.json", ROOT), new Response(JSON.stringify(root), { headers })).catch(because("denied"));
}

/** The years of a listing, the newest first, and `undated`. */
function yearsOf(packs) {
  return [...new Set(packs.map(({ group }) => group))].filter((group) => !["lists", "search"].includes(group));
}

/** Forgets groups, first of all that they were there. */
async function remove(groups) {
  await alone(async () => {
    await caches.delete(`${PREFIX}all`);
    const { packs } = await kept();
    for (const group of groups) {
      await caches.delete(`${PREFIX}group:${group}`);
      for (const [name, its] of packs) {
        if (its === group) await caches.delete(`${PREFIX}pack:${group}:${name}`);
      }
    }
  });
}

const wantAll = () => caches.open(`${PREFIX}all`).catch(because("denied"));

/** Every visit brings what is kept up to date; where data is dear, the reader decides. */
async function update() {
  const have = await kept();
  const groups = new Set([...have.groups, ...have.packs.values()]);
  if (!groups.size || navigator.connection?.saveData) return;
  const list = await listing();
  const known = new Set(list.packs.map(({ group }) => group));
  const gone = [...groups].filter((group) => !known.has(group));
  await save([...(have.all ? known : groups)].filter((group) => known.has(group)), list);
  for (const group of gone) await removeGone(group);
}

async function removeGone(group) {
  for (const cacheName of await caches.keys()) {
    const [, its] = cacheName.slice(PREFIX.length).split(":");
    if (cacheName.startsWith(PREFIX) && its === group) await caches.delete(cacheName);
  }
}

const worker = startWorker();
Object.assign(window.warraq, { offline: { worker, hindrance, listing, kept, isThere, save, remove, wantAll, yearsOf, update } });

window.addEventListener("load", () => {
  const shown = document.getElementById("offline"); // there the reader sees and decides
  if (!shown && !hindrance()) setTimeout(() => update().catch(() => {}), 500); // offline.html tells
});
}
