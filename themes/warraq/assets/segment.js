/**
 * One segment of the index, as Pagefind wrote it (generator/warraq/search/pagefind.py): which words
 * stand on which pages, at which places. The files are CBOR (RFC 8949).
 *
 * @typedef {{place: number, weight: number}} Occurrence  in field n of what is searched beside the
 *   text the first place is (n + 1) * FIELD; a part of a word, as F of F-16, weighs less than one
 * @typedef {{number: number, occurrences: Occurrence[]}} Posting  of a word on a page, which goes by
 *   its number in the segment
 * @typedef {{names: string[], fields: string[],
 *   beginningWith(beginning: string): Promise<[string, Posting[]][]>,
 *   valuesOf(facet: string): Promise<[string, number[]][]>,
 *   page(name: string): Promise<object>}} Index  `names` of its pages, by number; `valuesOf` gives the numbers of the pages that have each value of a facet; `page` what
 *   results are shown from
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

const WRITTEN_BY = "1.5.2"; // the version of Pagefind: its files are private to each
const FIELD = 2 ** 24; // more words than any text has
const WEIGHT = 24; // of a whole word
const SIGNATURE = "pagefind_dcd".length; // before all that Pagefind writes

/**
 * @param {string} meta  the name of the segment's list of all
 * @param {Load} read
 * @returns {Promise<Index>}
 */
async function openSegment(meta, read) {
  const contents = async (name) => new Uint8Array(await read(name)).subarray(SIGNATURE);
  const [version, pages, parts, facetList, , fields] = decoded(await contents(`meta/${meta}.pf_meta`));
  if (version !== WRITTEN_BY) throw new Error(`written by Pagefind ${version}`);
  const facets = new Map(facetList);
  const part = remembered((digest) => contents(`index/${digest}.pf_index`)); // read when asked: little of it is ever wanted
  const facet = remembered(async (digest) => decoded(await contents(`filter/${digest}.pf_filter`))[1]);
  const page = remembered(async (name) => JSON.parse(new TextDecoder().decode(await contents(`fragment/${name}.pf_fragment`))));

  /** A part's bounds are cut short where that tells them from their neighbours. */
  async function beginningWith(beginning) {
    const wanted = parts.filter(([first, last]) => first <= `${beginning}~` && last >= beginning.slice(0, last.length));
    const held = await Promise.all(wanted.map(([, , digest]) => part(digest)));
    return held.flatMap((data) => wordsIn(data, beginning));
  }

  return {
    names: pages.map(([name]) => name),
    fields,
    beginningWith,
    valuesOf: async (name) => (facets.has(name) ? facet(facets.get(name)) : []),
    page,
  };
}

/** Calls `make` once for each name; what failed may be asked for again. */
function remembered(make) {
  const made = new Map();
  return (name) => {
    if (!made.has(name)) {
      made.set(name, make(name));
      made.get(name).catch(() => made.delete(name));
    }
    return made.get(name);
  };
}

/** @returns {[string, Posting[]][]} the words of a part that begin so */
function wordsIn(/** @type {Uint8Array} */ data, beginning) {
  const reader = readerOf(data);
  const found = [];
  reader.list(); // of one: the list of words
  for (let left = reader.list(); left; left -= 1) {
    reader.list(); // of three: the word, what holds it, and how else it is written, which keys are not
    const word = reader.next();
    if (word.startsWith(beginning)) found.push([word, postingsOf(reader.next())]);
    else reader.skip();
    reader.skip();
  }
  return found;
}

/** Numbers of pages count from the one before. @returns {Posting[]} */
function postingsOf(held) {
  let number = 0;
  return held.map(([step, inText, inFields]) => {
    number += step;
    return { number, occurrences: [...inTextAt(inText), ...inFieldsAt(inFields)] };
  });
}

/** Places count from the one before, or from 0 where a negative number tells the weight of those that follow. */
function inTextAt(/** @type {number[]} */ numbers) {
  const found = [];
  let [place, weight] = [0, 1];
  for (const number of numbers) {
    if (number < 0) [place, weight] = [0, (-1 - number) / WEIGHT];
    else found.push({ place: (place += number), weight });
  }
  return found;
}

/** The same, but that a negative number tells the field. */
function inFieldsAt(/** @type {number[]} */ numbers) {
  const found = [];
  let place = FIELD;
  for (const number of numbers) {
    if (number < 0) place = -number * FIELD;
    else found.push({ place: (place += number), weight: 1 });
  }
  return found;
}

const decoded = (/** @type {Uint8Array} */ data) => readerOf(data).next();

/** Reads numbers, texts and lists, which is all that Pagefind writes, one after the other. */
function readerOf(/** @type {Uint8Array} */ data) {
  const texts = new TextDecoder();
  let [at, kind, size] = [0, 0, 0];

  /** What comes next: its kind, and its value, its bytes or its items. */
  function head() {
    kind = data[at] >> 5;
    size = data[at] & 31;
    at += 1;
    if (size < 24) return;
    const end = at + (1 << (size - 24));
    for (size = 0; at < end; at += 1) size = size * 256 + data[at];
  }

  function next() {
    head();
    if (kind === 0) return size;
    if (kind === 1) return -1 - size;
    if (kind === 4) return Array.from({ length: size }, next);
    if (kind !== 3) throw new Error(`nothing that Pagefind writes: ${kind}`);
    at += size;
    return texts.decode(data.subarray(at - size, at));
  }

  /** Begins a list, whose items come next; gives their number. */
  function list() {
    head();
    return size;
  }

  function skip() {
    for (let left = 1; left; left -= 1) {
      head();
      if (kind === 4) left += size;
      else if (kind === 3) at += size;
    }
  }

  return { next, list, skip };
}

Object.assign(window.warraq, { openSegment, FIELD });
}
