/**
 * The files of the search index, from a server or from a folder: all of them come through here.
 *
 * `root.json` says which files an index is made of; every other file is named by what it holds. A
 * page that was opened as a file may load scripts and nothing else, so there the index has another
 * form: scripts that hand over what they hold (see generator/warraq/search/bundle.py).
 *
 * @typedef {(name: string) => Promise<ArrayBuffer>} Load  one file, whole and unpacked, or a LoadError
 * @typedef {{names: Record<string, string>, segments: {meta: string, years: string[]}[]}} Root
 * @typedef {{years: string[], bit: bigint, open: () => Promise<Index>}} Segment  a part of the
 *   archive with an index of its own; `bit` stands for it in the lexicon
 */

"use strict";

window.warraq ??= {};

{ // a scope of its own: a page opened as a file cannot load modules

const AS_FILE = location.protocol === "file:";
const FOLDER = new URL(AS_FILE ? "../pagefind-file/" : "../pagefind/", document.currentScript.src);
const TIMEOUT = 20_000;
const DAY_DIGITS = 4; // before the mark in a fragment's name; as in bundle.py
const PAUSES = [300, 1500]; // before it is asked again for what did not come

/** A file of the index did not come, or not whole: nothing that is wrong with these scripts. */
class LoadError extends Error {}

/**
 * The index as it is now: its segments, and a way to read its other files.
 * @returns {Promise<{segments: Segment[], read: Load, years: string[] | null}>} the newest segment
 *   first; `years`: those to which a search must keep, without a net, or null
 */
async function openIndex() {
  const { root, years } = await (AS_FILE ? unwrappedRoot() : fetchedRoot());
  const read = (name) => load(root.names[name] ?? name);
  const segments = root.segments.map(({ meta, years: its }, n) => {
    let opened = null;
    const open = () => (opened ??= window.warraq.openSegment(meta, read));
    return { years: its, bit: 1n << BigInt(root.segments.length - 1 - n), open };
  });
  return { segments, read, years };
}

/**
 * What the worker keeps without a net is out of its gzip already.
 * @type {Load}
 */
async function load(name) {
  const data = AS_FILE ? await unwrapped(name) : (await fetched(name)).data;
  const [first, second] = new Uint8Array(data, 0, Math.min(2, data.byteLength));
  if (first === 0x1f && second === 0x8b) return unpacked(data, name);
  if (name.endsWith(".json") ? first === 0x7b || first === 0x5b : first === 0x70 && second === 0x61) return data;
  throw new LoadError(`not a part of the index: ${name}`);
}

/** Out of its gzip. */
function unpacked(/** @type {ArrayBuffer} */ data, name) {
  return new Response(new Response(data).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()
    .catch((cause) => { throw new LoadError(`not whole: ${name}`, { cause }); });
}

// From a server

/** @returns {Promise<{root: Root, years: string[] | null}>} `years` comes from the worker (sw.js) */
async function fetchedRoot() {
  const { data, headers } = await fetched("root.json", { cache: "no-cache" });
  const years = headers.get("warraq-years");
  return { root: rootIn(data), years: years === null ? null : years.split(",").filter(Boolean) };
}

/** @returns {Root} */
function rootIn(/** @type {ArrayBuffer} */ data) {
  try {
    const root = JSON.parse(new TextDecoder().decode(data));
    if (root.names && root.segments) return root;
  } catch { /* as what is no root */ }
  throw new LoadError("not the root of an index");
}

/** @returns {Promise<{data: ArrayBuffer, headers: Headers}>} */
async function fetched(name, options) {
  const signal = AbortSignal.timeout(TIMEOUT); // for all attempts together
  for (const pause of [...PAUSES, null]) {
    const response = await fetch(new URL(name, FOLDER), { signal, ...options }).catch((error) => ({ error }));
    const data = response.ok ? await response.arrayBuffer().catch(() => null) : null;
    if (data) return { data, headers: response.headers };
    const refused = response.status >= 400 && response.status < 500;
    if (refused || signal.aborted || pause === null) {
      throw new LoadError(`${response.status ?? response.error} ${name}`, { cause: response.error });
    }
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
  if (!core) throw new LoadError("not the core of an index");
  return { root: core.root, years: null };
}

async function unwrapped(name) {
  if (!held.has(name)) await run(scriptOf(name));
  if (!held.has(name)) throw new LoadError(`not in its script: ${name}`);
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
    const script = document.createElement("script");
    let timer = 0;
    const ended = new Promise((resolve, reject) => {
      const fail = () => reject(new LoadError(`did not come: ${name}`));
      Object.assign(script, { onload: resolve, onerror: fail, src: new URL(name, FOLDER).href });
      document.head.append(script);
      timer = setTimeout(fail, TIMEOUT);
    });
    running.set(name, ended.finally(() => {
      clearTimeout(timer);
      script.remove(); // a long search runs hundreds
      running.delete(name);
    }));
  }
  return running.get(name);
}

Object.assign(window.warraq, { LoadError, openIndex, unwrap });
}
