/**
 * The files of the search index, from a server or from a folder: all of them come through here.
 *
 * `root.json` says which files an index is made of; every other file is named by what it holds. A
 * page that was opened as a file may load scripts and nothing else, so there the index has another
 * form: scripts that hand over what they hold (see generator/warraq/search/bundle.py).
 *
 * @typedef {(name: string) => Promise<ArrayBuffer>} Load  one file, whole, or an error
 * @typedef {{names: Record<string, string>, segments: {entry: object, years: string[]}[]}} Root
 * @typedef {{years: string[], bit: bigint, open: () => Promise<object>}} Segment  a part of the
 *   archive with an index of its own; `bit` stands for it in the lexicon; `open` gives its Pagefind
 */

"use strict";

window.warraq ??= {};

{ // a scope of its own: a page opened as a file cannot load modules

const AS_FILE = location.protocol === "file:";
const FOLDER = new URL(AS_FILE ? "../pagefind-file/" : "../pagefind/", document.currentScript.src);
const BASE = "/pagefind/"; // where Pagefind believes its files to be
const TIMEOUT = 20_000;
const DAY_DIGITS = 4; // before the mark in a fragment's name; as in bundle.py
const PAUSES = [300, 1500]; // before it is asked again for what did not come

/**
 * The index as it is now: its segments, a way to read other files, and what did not come, for
 * Pagefind takes a part that did not come for one that is empty.
 * @returns {Promise<{segments: Segment[], read: Load, missed: Error[], years: string[] | null}>}
 *   the newest segment first; `years`: those to which a search must keep, without a net, or null
 */
async function openIndex() {
  const { root, years } = await (AS_FILE ? unwrappedRoot() : fetchedRoot());
  const missed = [];
  const read = async (name) => {
    try {
      return await load(root.names[name] ?? name);
    } catch (error) {
      missed.push(error);
      throw error;
    }
  };
  let wasm = null; // each instance asks for it
  const readShared = (name) => (name.startsWith("wasm.") ? (wasm ??= read(name)) : read(name));
  const segments = root.segments.map(({ entry, years: its }, n) => {
    let opened = null;
    const bit = 1n << BigInt(root.segments.length - 1 - n);
    const open = () => (opened ??= engineOf(root.names["engine.js"]).then((engine) => pagefindOf(engine, entry, readShared)));
    return { years: its, bit, open };
  });
  return { segments, read, missed, years };
}

/**
 * Pagefind over one segment, by a module of its own, for what its instances know they share; and
 * what can be read of its files without it.
 * @returns {Promise<{search(query: string | null, options: object): Promise<{results: object[]}>,
 *   load(beginning: string): Promise<void>,
 *   countsOf(facet: string, ids: Set<string>): Promise<Map<string, number>>}>}
 */
async function pagefindOf(engine, entry, read) {
  const answer = async (address) => {
    const name = address.slice(BASE.length).replace(/\?.*$/, "");
    if (name === "pagefind-entry.json") return new Response(JSON.stringify(entry));
    return new Response(await read(name.replace(/^pagefind\.(?=.*\.pf_meta$)/, "meta/")));
  };
  const Instance = engine(answer);
  const ranking = { termSimilarity: 0 }; // how long a form of a word is says nothing
  const instance = new Instance({ basePath: BASE, baseUrl: "/", ranking });
  await instance.init("", { load_wasm: true });
  const [, pages, parts, facetList] = decoded(instance.searchMeta);
  const facets = new Map(facetList);

  /**
   * Loads every part in which a key may stand that begins so: Pagefind finds a key by its beginning,
   * but only where it has loaded it, and of itself loads one part. A part's bounds are cut short
   * where that tells them from their neighbours.
   */
  async function load(beginning) {
    const wanted = parts.filter(([first, last]) => first <= `${beginning}~` && last >= beginning.slice(0, last.length));
    await Promise.all(wanted.map(([, , digest]) => instance.loadChunk(digest)));
  }

  /** How many of these pages have each value of a facet. */
  async function countsOf(facet, ids) {
    if (!facets.has(facet)) return new Map();
    const data = new Uint8Array(await read(`filter/${facets.get(facet)}.pf_filter`));
    const [, values] = decoded(instance.decompress(data));
    const counted = values.map(([value, numbers]) => [value, numbers.filter((number) => ids.has(pages[number][0])).length]);
    return new Map(counted.filter(([, count]) => count));
  }

  return { search: (query, options) => instance.search(query, options), load, countsOf };
}

/** What Pagefind has written as CBOR (RFC 8949): numbers, texts and lists. */
function decoded(/** @type {Uint8Array} */ data) {
  const texts = new TextDecoder();
  let at = 0;
  function next() {
    const [kind, info] = [data[at] >> 5, data[at] & 31];
    at += 1;
    let size = info;
    if (info > 23) {
      size = 0;
      for (const end = at + (1 << (info - 24)); at < end; at += 1) size = size * 256 + data[at];
    }
    if (kind === 4) return Array.from({ length: size }, next);
    if (kind !== 3) return size;
    at += size;
    return texts.decode(data.subarray(at - size, at));
  }
  return next();
}

/** @type {Load} */
async function load(name) {
  const data = await (AS_FILE ? unwrapped(name) : fetched(name).then((response) => response.arrayBuffer()));
  const [first, second] = new Uint8Array(data, 0, Math.min(2, data.byteLength));
  const packed = (first === 0x1f && second === 0x8b) || (first === 0x70 && second === 0x61);
  if (!packed && !name.endsWith(".json")) throw new Error(`not a part of the index: ${name}`);
  return data;
}

let engine = null;

/** Pagefind, to be called with a `fetch`; no global is touched. */
function engineOf(name) {
  if (engine?.name !== name) engine = { name, ready: runEngine(name) };
  engine.ready.catch(() => { engine = null; });
  return engine.ready;
}

async function runEngine(name) {
  window.warraq.pagefind = null;
  await run(name);
  if (!window.warraq.pagefind) throw new Error(`not Pagefind: ${name}`);
  return window.warraq.pagefind;
}

// From a server

/** @returns {Promise<{root: Root, years: string[] | null}>} `years` comes from the worker (sw.js) */
async function fetchedRoot() {
  const response = await fetched("root.json", { cache: "no-cache" });
  const root = await response.json();
  if (!root.names || !root.segments) throw new Error("not the root of an index");
  const years = response.headers.get("warraq-years");
  return { root, years: years === null ? null : years.split(",").filter(Boolean) };
}

/** @returns {Promise<Response>} with all of its body */
async function fetched(name, options) {
  const signal = AbortSignal.timeout(TIMEOUT); // for all attempts together
  for (const pause of [...PAUSES, null]) {
    const response = await fetch(new URL(name, FOLDER), { signal, ...options }).catch((error) => ({ error }));
    const data = response.ok ? await response.arrayBuffer().catch(() => null) : null;
    if (data) return new Response(data, { headers: response.headers });
    const refused = response.status >= 400 && response.status < 500;
    if (refused || signal.aborted || pause === null) throw response.error ?? new Error(`${response.status} ${name}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

// From a folder

/** What scripts have handed over: by name, in base64. */
const held = new Map();
/** What core.js says: the root, and by how many of their first digits fragments share a script. */
let core = null;

async function unwrappedRoot() {
  if (!core) await run("core.js");
  if (!core) throw new Error("not the core of an index");
  return { root: core.root, years: null };
}

async function unwrapped(name) {
  if (!held.has(name)) await run(scriptOf(name));
  if (!held.has(name)) throw new Error(`not in its script: ${name}`);
  const text = held.get(name);
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text).buffer;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
}

function scriptOf(name) {
  if (!name.includes("/")) return "core.js";
  const folder = name.slice(0, name.indexOf("/"));
  const [stem] = name.slice(name.lastIndexOf("/") + 1).split(".");
  return `${folder}/${folder === "fragment" ? stem.slice(DAY_DIGITS, DAY_DIGITS + core.digits) : stem}.js`;
}

/** Called by each script of the wrapped index. */
function unwrap(files, itsCore = core) {
  core = itsCore;
  for (const [name, data] of Object.entries(files)) held.set(name, data);
}

// Scripts

const running = new Map();

/** Runs a script of the index's folder; one that does not come may be asked for again. */
function run(name) {
  if (!running.has(name)) {
    const ended = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = () => reject(new Error(`did not come: ${name}`));
      Object.assign(script, { onload: resolve, onerror: fail, src: new URL(name, FOLDER).href });
      document.head.append(script);
      setTimeout(fail, TIMEOUT);
    });
    running.set(name, ended.finally(() => running.delete(name)));
  }
  return running.get(name);
}

Object.assign(window.warraq, { openIndex, unwrap });
}
