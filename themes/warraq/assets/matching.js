/**
 * Which pages hold what is sought, and which of them best. Ranking is BM25 without regard to length
 * (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), with the counts of all
 * segments that were asked: how an archive is cut makes no difference to a word.
 *
 * @typedef {{stem: string, base: string, whole: string, holders: bigint}} Keys  the keys of one word:
 *   all forms, the word without clitics, the word as typed; `holders` are the segments that have any
 *   of them, a bit each
 * @typedef {{parts: string[][], holders: bigint}} Phrase  words side by side, each one of some keys
 * @typedef {{forms: Sought[], holders: bigint}} Either  what counts as one word, in whichever form
 * @typedef {Keys | Phrase | Either} Sought
 * @typedef {Sought[]} Reading  a page must hold all of it
 * @typedef {{groups: Reading[][], lead: number, excluded: Reading[], filters: Filters}} Task  a page is
 *   found by any reading of a group; groups give their best pages in turn, the first `lead` of them at
 *   a time. It must hold none that is excluded
 *
 * @typedef {{times: number[], fields: number[], places: number[]}} Match  of one word or phrase on
 *   one page: how often, and in which fields (a bit each), by tier; and where
 * @typedef {{id: string, segment: object, score: number, typed: boolean, matches: Match[]}} Hit
 *   `typed`: its words stand there as they were typed, but for clitics
 * @typedef {Map<string, Hit>} Hits  by page
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

const { FIELD } = window.warraq;

/** What each way of matching adds to the rank: all match by the stem, some better. */
const TIERS = Object.entries({ stem: 1, base: 15, whole: 10 });
const BASE = TIERS.findIndex(([tier]) => tier === "base");
const SATURATION = 1.2; // k1: said so often, a word counts half of what it may by being said again
const FIELD_WEIGHTS = { title: 5 }; // others 1

/**
 * The newest segment is asked first, then all others at once; `tell` is called with the first that
 * is found, if more may come.
 * @param {{segments: Segment[], root: {documents: number}}} archive
 * @param {Task} task
 * @param {(hits: Hits) => Promise<void>} tell
 * @returns {Promise<Hits>}
 */
async function hitsOf({ segments, root: { documents } }, task, tell = async () => {}) {
  const [newest, ...others] = segments.filter((segment) => mayHold(segment, task));
  const answers = [];
  let [told, waiting] = [false, others.length];
  async function ask(segment) {
    answers.push(await answerFrom(segment, task));
    if (told || !waiting || !answers.at(-1).groups.flat().some(({ pages }) => pages.size)) return;
    told = true;
    await tell(ranked(answers, documents, task.lead));
  }
  if (newest) await ask(newest);
  await Promise.all(others.map((segment) => ask(segment).finally(() => { waiting -= 1; })));
  return ranked(answers, documents, task.lead);
}

function mayHold({ bit, years }, { groups, filters }) {
  const all = (reading) => reading.every(({ holders }) => holders & bit);
  return (!filters.year?.length || filters.year.some((year) => years.includes(year))) && groups.flat().some(all);
}

/**
 * What one segment holds of each reading of each group: pages, and on how many pages of the whole
 * segment each word stands, by tier.
 */
async function answerFrom(segment, { groups, excluded, filters }) {
  const index = await segment.open();
  const allowed = await allowedBy(index, filters);
  for (const reading of excluded) {
    for (const number of (await pagesOf(index, reading, allowed)).pages.keys()) allowed.delete(number);
  }
  const answers = groups.map((group) => Promise.all(group.map((reading) => pagesOf(index, reading, allowed))));
  return { segment, index, groups: await Promise.all(answers) };
}

/** The numbers of pages that have one of the values chosen of every facet. */
async function allowedBy(index, filters) {
  let allowed = new Set(index.names.keys());
  for (const [facet, chosen] of Object.entries(filters).filter(([, values]) => values.length)) {
    const values = await index.valuesOf(facet);
    const having = new Set(values.filter(([value]) => chosen.includes(value)).flatMap(([, numbers]) => numbers));
    allowed = new Set([...allowed].filter((number) => having.has(number)));
  }
  return allowed;
}

/** @returns {Promise<{counts: number[][], pages: Map<number, Match[]>}>} */
async function pagesOf(index, reading, allowed) {
  const found = await Promise.all(reading.map((sought) => matchesIn(index, sought)));
  const counts = found.map((matches) => TIERS.map((_, tier) => count(matches.values(), (match) => standsIn(match, tier))));
  const [fewest] = [...found].sort((a, b) => a.size - b.size);
  const numbers = [...(fewest ?? allowed).keys()];
  const held = numbers.filter((number) => allowed.has(number) && found.every((matches) => matches.has(number)));
  return { counts, pages: new Map(held.map((number) => [number, found.map((matches) => matches.get(number))])) };
}

const standsIn = ({ times, fields }, tier) => times[tier] > 0 || fields[tier] > 0;

function count(items, fits) {
  let found = 0;
  for (const item of items) found += fits(item);
  return found;
}

/** @returns {Promise<Map<number, Match>>} by page */
async function matchesIn(index, /** @type {Sought} */ sought) {
  if (sought.parts) return phraseIn(index, sought);
  if (!sought.forms) return wordIn(index, sought);
  const [found, ...others] = await Promise.all(sought.forms.map((form) => matchesIn(index, form)));
  for (const [number, match] of others.flatMap((matches) => [...matches])) {
    const one = found.get(number);
    found.set(number, one ? joined(one, match) : match);
  }
  return found;
}

const joined = (/** @type {Match} */ one, /** @type {Match} */ other) => ({
  times: one.times.map((times, tier) => times + other.times[tier]),
  fields: one.fields.map((fields, tier) => fields | other.fields[tier]),
  places: [...one.places, ...other.places],
});

/** A key of several words, as of F-16, has the end of more than one base; each word is a key beside it. */
const isCompound = (key) => key.indexOf("z") !== key.lastIndexOf("z");

/** @returns {Promise<Map<number, Match>>} by page */
async function wordIn(index, keys) {
  const found = new Map();
  for (const [key, postings] of await index.beginningWith(keys.stem)) {
    if (isCompound(key)) continue;
    const tiers = TIERS.map(([tier]) => key.startsWith(keys[tier]));
    for (const { number, occurrences } of postings) add(found, number, occurrences, tiers);
  }
  return found;
}

/** @returns {Promise<Map<number, Match>>} by page */
async function phraseIn(index, { parts }) {
  const lists = await Promise.all(parts.map((keys) => placesOf(index, keys)));
  const [first, ...others] = lists;
  const tiers = TIERS.map(() => true);
  const found = new Map();
  for (const [number, starts] of first) {
    for (const start of starts) {
      if (others.every((list, n) => list.get(number)?.has(start + n + 1))) {
        add(found, number, parts.map((_, n) => ({ place: start + n, weight: 1 / parts.length })), tiers);
      }
    }
  }
  return found;
}

/** Where any of some keys stands, to its last letter. @returns {Promise<Map<number, Set<number>>>} */
async function placesOf(index, keys) {
  const found = new Map();
  for (const [key, postings] of await index.beginningWith(keys[0])) {
    for (const { number, occurrences } of keys.includes(key) ? postings : []) {
      found.set(number, new Set([...(found.get(number) ?? []), ...occurrences.map(({ place }) => place)]));
    }
  }
  return found;
}

function add(/** @type {Map<number, Match>} */ found, number, /** @type {Occurrence[]} */ occurrences, tiers) {
  const match = found.get(number) ?? { times: TIERS.map(() => 0), fields: TIERS.map(() => 0), places: [] };
  found.set(number, match);
  for (const { place, weight } of occurrences) {
    const field = Math.floor(place / FIELD);
    match.places.push(place);
    tiers.forEach((fits, tier) => {
      if (!fits) return;
      if (field) match.fields[tier] |= 1 << field;
      else match.times[tier] += weight;
    });
  }
}

/**
 * All that was found, by the counts of all that answered.
 * @returns {Hits}
 */
function ranked(answers, documents, lead) {
  const groups = answers[0]?.groups ?? [];
  return inTurns(groups.map((group, n) => {
    const hits = new Map();
    for (const at of group.keys()) {
      for (const hit of hitsOfReading(answers.map(({ groups: its, ...of }) => ({ ...of, ...its[n][at] })), documents)) {
        const other = hits.get(hit.id);
        hits.set(hit.id, other ? { ...other, score: other.score + hit.score, typed: other.typed || hit.typed } : hit);
      }
    }
    return hits;
  }), lead);
}

/** @returns {Hit[]} what the segments hold of one reading */
function hitsOfReading(answers, documents) {
  const rarity = summed(answers.map(({ counts }) => counts))
    .map((tiers) => tiers.map((holding) => Math.log1p((documents - holding + 0.5) / (holding + 0.5))));
  return answers.flatMap(({ segment, index, pages }) => [...pages].map(([number, matches]) => ({
    id: index.names[number],
    segment,
    score: scoreOf(matches, rarity, index.fields),
    typed: matches.every((match) => standsIn(match, BASE)),
    matches,
  })));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Of tables of one shape the sum, cell by cell. */
const summed = ([first, ...others]) =>
  first.map((row, n) => row.map((cell, m) => cell + sum(others.map((table) => table[n][m]))));

/**
 * A tier of a word counts by how rare it is and how often it stands in the text, less each time. Of a
 * field what counts is which part of the query it holds.
 */
function scoreOf(/** @type {Match[]} */ matches, rarity, fields) {
  let score = 0;
  for (const [tier, [, weight]] of TIERS.entries()) {
    const all = sum(rarity.map((tiers) => tiers[tier]));
    let ofTier = 0;
    matches.forEach(({ times }, n) => {
      const often = ((SATURATION + 1) * times[tier]) / (SATURATION + times[tier]);
      ofTier += rarity[n][tier] * often;
    });
    for (const [field, name] of fields.entries()) {
      const held = sum(matches.map((match, n) => (match.fields[tier] & (2 << field) ? rarity[n][tier] : 0)));
      ofTier += (FIELD_WEIGHTS[name] ?? 1) * held * (all ? held / all : 0) ** 2;
    }
    score += weight * ofTier;
  }
  return score;
}

const dayOf = ({ id }) => (id.startsWith("undated") ? "" : id); // names of pages begin with their days
const newestFirst = (/** @type {Hit} */ a, /** @type {Hit} */ b) => (dayOf(a) < dayOf(b) ? 1 : -1);
const bestFirst = (/** @type {Hit} */ a, /** @type {Hit} */ b) => b.score - a.score || newestFirst(a, b);

/** @returns {Hits} of several lists the best of each in turn, of the first the best `lead` */
function inTurns(/** @type {Hits[]} */ lists, lead) {
  if (lists.length < 2) return lists[0] ?? new Map();
  const ranks = lists.map((hits) => [...hits.values()].sort(bestFirst));
  const turns = new Map();
  const taken = (n, turn) => turn * (n ? 1 : lead);
  for (let turn = 0; ranks.some((list, n) => taken(n, turn) < list.length); turn += 1) {
    for (const hit of ranks.flatMap((list, n) => list.slice(taken(n, turn), taken(n, turn + 1)))) {
      if (!turns.has(hit.id)) turns.set(hit.id, { ...hit, score: 1 / (1 + turns.size) });
    }
  }
  return turns;
}

/**
 * How many of what was found has each value of a facet.
 * @returns {Promise<Record<string, number>>}
 */
async function countsOf(facet, /** @type {Hits} */ hits) {
  const counts = {};
  for (const segment of new Set([...hits.values()].map((hit) => hit.segment))) {
    const index = await segment.open();
    for (const [value, numbers] of await index.valuesOf(facet)) {
      const count = numbers.filter((number) => hits.has(index.names[number])).length;
      if (count) counts[value] = (counts[value] ?? 0) + count;
    }
  }
  return counts;
}

/** The places in the text of what was sought, in order. */
const marksOf = (/** @type {Hit} */ { matches }) =>
  [...new Set(matches.flatMap(({ places }) => places))].filter((place) => place < FIELD).sort((a, b) => a - b);

Object.assign(window.warraq, { hitsOf, countsOf, marksOf, bestFirst, newestFirst });
}
