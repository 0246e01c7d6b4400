/**
 * The files of the search index, from a server or from a folder: all of them come through here.
 *
 * A page that was opened as a file may load scripts and nothing else. So beside each index lies
 * another form of it (pagefind-file/), in scripts that hand over what they hold: see
 * generator/warraq/search/wrapping.py.
 */

"use strict";
window.warraq = {};

{ // a scope of its own: a page opened as a file cannot load modules

const ROOT = new URL("../", document.currentScript.src);
const AS_FILE = location.protocol === "file:";
const FOLDER = new URL(AS_FILE ? "pagefind-file/" : "pagefind/", ROOT);
const TIMEOUT = 20_000;
const PAUSES = [300, 1500]; // before it is asked again for what did not come

/**
 * One file of the index, whole, or an error.
 * @param {string} name from the folder of the index, as in "index/qaa_1f03c2a.pf_index"
 * @returns {Promise<ArrayBuffer>}
 */
async function searchFile(name) {
  const data = AS_FILE ? await unwrapped(name) : await fetched(name);
  const [first, second] = new Uint8Array(data, 0, Math.min(2, data.byteLength));
  const packed = (first === 0x1f && second === 0x8b) || (first === 0x70 && second === 0x61);
  if (!packed && !name.endsWith(".json")) throw new Error(`not a part of the index: ${name}`);
  return data;
}

async function fetched(name) {
  const signal = AbortSignal.timeout(TIMEOUT); // for all attempts together
  for (const pause of [...PAUSES, null]) {
    const response = await fetch(new URL(name, FOLDER), { signal }).catch((error) => ({ error }));
    const data = response.ok ? await response.arrayBuffer().catch(() => null) : null;
    if (data) return data;
    const refused = response.status >= 400 && response.status < 500;
    if (refused || signal.aborted || pause === null) throw response.error ?? new Error(`${response.status} ${name}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

// On file://

/** What scripts have handed over: by name, in base64. */
const held = new Map();
let prefix = 1;

async function unwrapped(name) {
  if (!held.has(name)) await run(scriptOf(name));
  if (!held.has(name)) throw new Error(`not in its script: ${name}`);
  const text = held.get(name);
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text).buffer;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
}

/** The script that holds a file: its own, one that it shares with its like, or that of the rest. */
function scriptOf(name) {
  const [, folder, file] = name.match(/^(\w+)\/(\w+)\.\w+$/) ?? [];
  if (!folder) return "core.js";
  if (folder !== "fragment") return `${folder}/${file}.js`;
  return `fragment/${file.slice(file.indexOf("_") + 1).slice(0, prefix)}.js`;
}

/** Called by each of these scripts; `core` says by how many digits fragments are put together. */
function unwrap(files, digits = prefix) {
  prefix = digits;
  for (const [name, data] of Object.entries(files)) held.set(name, data);
}

// Scripts

const running = new Map();

/** Runs a script of the index's folder, once; one that did not come is asked for anew. */
function run(name) {
  if (!running.has(name)) {
    const ended = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = () => reject(new Error(`did not come: ${name}`));
      script.src = new URL(name, FOLDER).href;
      document.head.append(script);
      setTimeout(script.onerror, TIMEOUT);
    });
    running.set(name, ended.finally(() => running.delete(name)));
  }
  return running.get(name);
}

/**
 * Pagefind with its files coming through here; `missed` is told of each that did not come, for
 * Pagefind itself takes such a one for empty.
 * @param {(error: Error) => void} missed
 */
async function searchEngine(missed) {
  if (!window.warraq.pagefind) await run("engine.js");
  if (!window.warraq.pagefind) throw new Error("engine.js is not Pagefind");
  const base = "/pagefind/";
  const read = async (address) => {
    const name = address.slice(base.length).replace(/\?.*$/, "");
    try {
      return new Response(await searchFile(name));
    } catch (error) {
      missed(error);
      throw error;
    }
  };
  const { createInstance } = window.warraq.pagefind(read);
  return createInstance({ noWorker: true, basePath: base, baseUrl: "/" });
}

Object.assign(window.warraq, { searchFile, searchEngine, unwrap });
}
