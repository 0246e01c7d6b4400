/**
 * Questions to the index, and answers: `window.warraq.search`. The page that shows them is
 * search-page.js. Where a part of the index does not come, a search fails and says so: "no results"
 * always means that there are none.
 *
 * @typedef {"category" | "source" | "tag" | "year"} Facet
 * @typedef {Partial<Record<Facet, string[]>>} Filters  one of the values of every facet named
 * @typedef {{text: string, hit: boolean}[]} Pieces  a text, and which parts of it were sought
 * @typedef {{id: string, place: string, url: string, title: string, excerpt: string, date: string,
 *   dateline: string, source: string, category: string,
 *   pieces: {title: Pieces, excerpt: Pieces}}} Result  `url` from the site's root, `date` ISO or ""
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

const { arabicOf, bestFirst, countsOf, hitsOf, lexiconOf, marksOf, newestFirst, openIndex } = window.warraq;

const LONGEST_QUERY = 200;
const EXCERPT_WORDS = 30;
const WORDS_BEFORE_HIT = 5;
const COMPLETIONS = 10; // words that a word being typed may become
const SHORTEST_BEGINNING = 3; // letters of a known word that may be the beginning of another,
const LIKELIER = 4; // where those are so many times as common in turn with it, else more seldom
const SHORTEST_MISTAKE = 4; // letters; what is shorter is being typed
const BEGUN = 2; // articles, from which a word that is being typed may be any that begins so,
const SMALL = 500; // or one, where no more articles than this are searched
const RARE = 5; // articles; a rarer word may be a slip
const TWIN_SHARE = 10; // and then what was meant is so many times as common
const ENOUGH = 10; // results; with fewer, those of its completions follow

// The index

let loaded = null;
let turn = Promise.resolve();

/** The index's segments, and what turns words into the keys that they know. */
async function loadTools() {
  const { segments, read, years } = await openIndex();
  const text = async (name) => new TextDecoder().decode(await read(name));
  const json = async (name) => JSON.parse(await text(name));
  const root = await json("lexicon.json");
  const readShard = (name) => text(`lexicon/${name}`);
  const lexicon = lexiconOf(root, readShard, () => json("spelling.json"));
  return { segments, root, arabic: arabicOf(root), lexicon, years };
}

window.addEventListener("online", () => {
  loaded = null; // it may be an index that keeps to the years that are on this device
});

/** Runs `work(tools)` after those before it. */
function inTurn(work) {
  const done = turn.then(() => withTools(work));
  turn = done.catch(() => {});
  return done;
}

async function withTools(work) {
  try {
    return await work(loaded ??= await loadTools());
  } catch (error) {
    loaded = null; // what did not come may be gone, with the index that it was of
    throw error;
  }
}

// The question

/**
 * What a query asks for. Words in quotes are a phrase, kept as it is typed; a word after `-` must
 * not occur.
 * @typedef {{words: string[], phrases: string[], excluded: string[], last: string}} Question
 *   all words normalised; `last` is the word that is still being typed, or ""
 */

/** Phrases in quotes, with what excludes them, and words. */
const PARTS = /(?<=^|\s)(-?)["«“„]([^"«»“”„]*)["»”“]?|\S+/gu;
const isExcluded = (part, minus, phrase) =>
  minus === "-" || (phrase === undefined && /^-[\p{L}\p{N}]/u.test(part));

/** @returns {Question} */
function questionOf(query, arabic) {
  const text = query.length > LONGEST_QUERY ? query.slice(0, LONGEST_QUERY).replace(/\s+\S*$/, "") : query;
  const question = { words: [], phrases: [], excluded: [], last: "" };
  for (const [part, minus, phrase] of text.matchAll(PARTS)) {
    const excluded = isExcluded(part, minus, phrase);
    const words = arabic.wordsOf(phrase ?? part);
    if (excluded) question.excluded.push(...words);
    else if (phrase !== undefined && words.length) question.phrases.push(phrase);
    else question.words.push(...words);
    question.last = phrase === undefined && !excluded && /[\p{L}\p{N}]$/u.test(text) ? words.at(-1) ?? "" : "";
  }
  return question;
}

/** The query with `spelling` in the place of `word`; phrases and what is excluded stay as they are. */
async function respelt(query, word, spelling) {
  return inTurn(async ({ arabic }) => query.replace(PARTS, (part, minus, phrase) =>
    phrase !== undefined || isExcluded(part, minus, phrase) ? part
      : part.replace(/[\p{L}\p{N}\p{M}\u0640]+/gu, (run) => (arabic.wordsOf(run).join("") === word ? spelling : run))));
}

/**
 * A word of a query, and the words that may be meant by it, in groups.
 * @typedef {{word: string, count: number, groups: Keys[][], lead?: number, instead: string[],
 *   also: string[], known: boolean}} Term  `instead` names the spellings that stand for a word nobody
 *   wrote, `also` other spellings of a name
 */

/** @returns {Keys} */
const readingOf = (entry, arabic) => ({ ...arabic.keysOf(entry), holders: entry.holders });

/**
 * @param {boolean} typing  it is the last word, which may be the beginning of another if nobody wrote it
 * @param {boolean} finished  as it stands it is what the reader meant, if anybody wrote it
 * @returns {Promise<Term>}
 */
async function termOf(word, tools, typing, finished = false) {
  const { arabic, lexicon, root } = tools;
  const entry = await lexicon.lookUp(word);
  if (entry && !entry.whole) {
    const longer = typing && !finished && mayGoOn(entry) ? await longerThan(entry, tools) : { groups: [] };
    const groups = [[readingOf(entry, arabic)], ...longer.groups];
    return { word, count: entry.count, groups, lead: longer.lead, instead: [], also: othersOf(entry), known: true };
  }
  const completed = typing ? await completionsOf(word, tools) : { groups: [], count: 0 };
  if (entry) {
    const keys = readingOf(entry, arabic);
    const both = [[{ ...keys, whole: keys.base }], ...completed.groups];
    const groups = completed.count > entry.count ? [...both.slice(1), both[0]] : both;
    return { word, count: entry.count, groups, instead: [], also: othersOf(entry), known: true };
  }
  const begun = completed.count >= Math.min(BEGUN, root.documents / SMALL) || word.length < SHORTEST_MISTAKE;
  if (completed.groups.length && begun) return completed;
  const spelt = await lexicon.spellings(word);
  const readings = spelt.map((one) => readingOf(one.entry, arabic)).map((keys) => [{ ...keys, whole: keys.base }]);
  const groups = [...completed.groups, ...readings];
  return { word, count: 0, groups, instead: spelt.map((one) => one.printed), also: [], known: false };
}

/** How else a name is spelt, with the clitics and the ending that this word has. */
function othersOf({ word, start, end, spellings, whole = word }) {
  const clitics = whole.slice(0, whole.length - word.length + start);
  return spellings.map((stem) => clitics + stem + word.slice(end));
}

/** Whether a known word may be the beginning of another: not a number, nor a name that is listed only. */
const mayGoOn = ({ word, count }) => count > 0 && word.length >= SHORTEST_BEGINNING && !/^\p{N}/u.test(word);

/**
 * Words that a known one may be the beginning of, as one group, and how many results of the known one
 * stand before each of theirs: the fewer the commoner they are, as أندرويد may be beside أندرو.
 * @returns {Promise<{groups: Keys[][], lead: number}>}
 */
async function longerThan({ word, count, start, end }, { arabic, lexicon }) {
  const stem = word.slice(start, end);
  const longer = (await lexicon.beginningWith(word)).filter((one) => one.word.slice(one.start, one.end) !== stem);
  const readings = readingsOf(longer, arabic);
  const lead = Math.max(1, Math.round((LIKELIER * count) / sumOf(readings)));
  return { groups: lead < ENOUGH ? [readings.slice(0, COMPLETIONS).map(({ keys }) => keys)] : [], lead };
}

/** Two letters behind the article: half of all words begin with ال, and would be fetched. */
const isBeginning = (word) => word.replace(/^ال/, "").length > 1;

/** The words of the archive that begin as `word` does, as one term. @returns {Promise<Term>} */
async function completionsOf(word, { arabic, lexicon }) {
  const beginnings = isBeginning(word) ? [word, `ال${word}`] : [];
  const entries = (await Promise.all(beginnings.map(lexicon.beginningWith))).flat();
  const readings = readingsOf(entries.filter((entry) => entry.word !== word), arabic);
  const groups = readings.slice(0, COMPLETIONS).map(({ keys }) => [keys]);
  return { word, count: sumOf(readings), groups, instead: [], also: [], known: false };
}

const sumOf = (readings) => readings.reduce((sum, { count }) => sum + count, 0);

/**
 * Words without their clitics, the commonest first, but one of every stem before a second of any:
 * a beginning may go on in as many ways as are shown.
 * @returns {{keys: Keys, count: number}[]}
 */
function readingsOf(entries, arabic) {
  const stems = new Map();
  for (const entry of entries) {
    const { base, holders } = readingOf(entry, arabic);
    const stem = entry.word.slice(entry.start, entry.end);
    const bases = stems.get(stem) ?? stems.set(stem, new Map()).get(stem);
    const count = (bases.get(base)?.count ?? 0) + entry.count;
    bases.set(base, { keys: { stem: base, base, whole: base, holders }, count });
  }
  const commonest = (a, b) => b.count - a.count;
  const ranked = [...stems.values()].map((bases) => [...bases.values()].sort(commonest));
  const most = Math.max(0, ...ranked.map((list) => list.length));
  return Array.from({ length: most }, (_, n) => ranked.map((list) => list[n]).filter(Boolean).sort(commonest)).flat();
}

const chosenOf = (/** @type {Filters} */ filters) => Object.entries(filters).filter(([, values]) => values.length);

/** Without a net, only what is kept can be shown. @returns {Filters} */
function keptTo(/** @type {string[] | null} */ years, /** @type {Filters} */ filters) {
  if (!years) return filters;
  const year = filters.year?.length ? filters.year.filter((one) => years.includes(one)) : years;
  return { ...filters, year: year.length ? year : ["none"] };
}

/** How many results that spell a name as it was typed stand before one that spells it otherwise. */
const TYPED_IN_TURN = 3;

/**
 * The groups of readings of a whole query, and their turns: of the first term that may mean several
 * words, every group and every word; of the other terms the first.
 * @returns {{groups: Reading[][], lead: number}}
 */
function combined(terms) {
  if (!terms.length) return { groups: [[[]]], lead: 1 }; // phrases alone, or all that the filters let through
  if (terms.some((term) => !term.groups.length)) return { groups: [], lead: 1 };
  const open = Math.max(0, terms.findIndex((term) => term.groups.flat().length > 1));
  const { groups, lead = 1 } = terms[open];
  const whole = (reading) => terms.map((term, n) => (n === open ? reading : term.groups[0][0]));
  return { groups: groups.map((group) => group.map(whole)), lead };
}

/**
 * A phrase as it is sought, or null where a word of it was never written. What the text writes
 * without a space, as F-16, is one key; the last word may end a clause.
 * @returns {Promise<Phrase | null>}
 */
async function phraseOf(phrase, { arabic, lexicon, root }) {
  const parts = arabic.phraseOf(phrase);
  const entries = await Promise.all(parts.map(({ words }) => Promise.all(words.map(lexicon.find))));
  if (!entries.flat().every(Boolean)) return null;
  const holders = entries.flat().reduce((all, entry) => all & entry.holders, -1n);
  const keys = entries.map((words, n) => {
    const key = words.map((entry) => arabic.keysOf(entry).whole).join("");
    if (n + 1 === parts.length) return [key, key + root.keys.closed];
    return [parts[n].closed ? key + root.keys.closed : key];
  });
  return { parts: keys, holders };
}

/** Words that say nothing beside others: those of every third article, and a lone و. */
const isCommon = (word, root) => root.frequent.includes(word) || /^[\u0621-\u064a]$/.test(word);

/** A word of letters and digits that nobody wrote, as two: f16 may stand as F-16. */
async function partsOf(word, { lexicon }) {
  const parts = word.match(/\p{L}+|\p{N}+/gu);
  return parts.length === 2 && !(await lexicon.find(word)) ? parts : [word];
}

/** @type {Answer} */
const NOTHING = { found: new Map(), terms: [], twins: [], dropped: "" };

/**
 * What was understood, and what was found. The last answer is remembered: facets are counted by it,
 * and more of it may be shown.
 * @typedef {{found: Hits, terms: Term[], twins: string[] | Promise<string[]>, dropped: string}} Answer
 * @param {{query: string, finished: boolean, filters: Filters}} asked
 * @param {(answer: Answer) => Promise<void>} tell  called with the first hits, where others take longer
 * @returns {Promise<Answer>}
 */
async function answerOf(tools, asked, tell = async () => {}) {
  const name = JSON.stringify([asked.query, asked.finished, chosenOf(asked.filters)]);
  if (tools.answered?.name !== name) tools.answered = { name, answer: await newAnswer(tools, asked, tell) };
  return tools.answered.answer;
}

/** @returns {Promise<Answer>} */
async function newAnswer(tools, { query, finished, filters }, tell) {
  const { arabic, root } = tools;
  const question = questionOf(query, arabic);
  question.words = (await Promise.all(question.words.map((word) => partsOf(word, tools)))).flat();
  const rare = question.words.filter((word) => !isCommon(word, root));
  const words = rare.length || question.phrases.length ? rare : question.words;
  const phrases = await Promise.all(question.phrases.map((phrase) => phraseOf(phrase, tools)));
  const empty = !words.length && !phrases.length;
  if ((empty && query.trim()) || phrases.includes(null)) return NOTHING;
  let terms = await Promise.all(words.map((word) => termOf(word, tools, word === question.last, finished)));
  const unwanted = await Promise.all(question.excluded.map((word) => termOf(word, tools, false)));
  const excluded = unwanted.filter(({ known }) => known).flatMap((term) => combined([term]).groups.flat());
  const task = (asked) => {
    const { groups, lead } = combined(asked);
    const withPhrases = groups.map((group) => group.map((reading) => [...reading, ...phrases]));
    return { groups: withPhrases, lead, excluded, filters: keptTo(tools.years, filters) };
  };
  const twins = Promise.resolve(terms.length === 1 && terms[0].known ? twinsOf(terms[0], tools) : []);
  twins.catch(() => {}); // told to who awaits it, with the results
  let found = await hitsOf(tools, task(terms), (hits) => tell({ ...NOTHING, found: hits, terms }));
  let dropped = "";
  for (const least of found.size || terms.length < 2 ? [] : [...terms].sort((a, b) => a.count - b.count)) {
    const others = terms.filter((term) => term !== least);
    found = await hitsOf(tools, task(others));
    if (!found.size) continue;
    [terms, dropped] = [others, least.word];
    break;
  }
  const last = terms.at(-1);
  if (last?.known && last.word === question.last && found.size < ENOUGH) {
    const longer = [...terms.slice(0, -1), await completionsOf(question.last, tools)];
    for (const [id, one] of await hitsOf(tools, task(longer))) {
      if (!found.has(id)) found.set(id, { ...one, score: 0, typed: true });
    }
  }
  return { found, terms, twins, dropped };
}

/** @returns {Hit[]} */
function inOrder(/** @type {Answer} */ { found, terms }, sort) {
  const hits = [...found.values()].sort(sort === "date" ? newestFirst : bestFirst);
  return sort !== "date" && terms.some((term) => term.also.length) ? spellingsInTurn(hits) : hits;
}

/** Words that a rare one may be a slip for: much commoner, and a letter apart. */
async function twinsOf({ word, count, also }, { lexicon }) {
  if (count > RARE || word.length < SHORTEST_MISTAKE || also.length) return [];
  const common = await lexicon.spellings(word, { most: 1, least: TWIN_SHARE * count, slips: 1 });
  return common.map((one) => one.printed);
}

/** Lets those who spelt a name otherwise come in their turn, for they wrote of the same. */
function spellingsInTurn(found) {
  const typed = found.filter((hit) => hit.typed);
  const others = found.filter((hit) => !hit.typed);
  const mixed = [];
  while (typed.length && others.length) mixed.push(...typed.splice(0, TYPED_IN_TURN), others.shift());
  return [...mixed, ...typed, ...others];
}

/**
 * The articles that hold every word of `query` (an empty one: all that the filters let through).
 * @param {string} query
 * @param {{finished?: boolean, limit?: number, offset?: number, filters?: Filters, sort?: "relevance" | "date",
 *   shown?: string[], tell?: (results: Result[]) => void}} options  `finished` where
 *   the last word is not being typed any more; `tell` is called with the first results where the older
 *   articles take longer; `shown` are the `place`s of those that the reader
 *   has before her, which stay where they are
 * @returns {Promise<{total: number, results: Result[], instead: string[], also: string[],
 *   twins: string[], dropped: string, meant: Map<string, string>, years: string[] | null}>} best first, or newest first; `instead` are spellings that
 *   stand in for a word nobody wrote, `also` other spellings of a name, which are among the results,
 *   `twins` common words that a rare one may be a slip for, which are not; `dropped` is the word
 *   without which there are results; `meant` says for which word each spelling stands; `years`, where there is no net, are those that were searched
 */
async function search(query, { finished = false, limit = 10, offset = 0, filters = {}, sort = "relevance", shown = [], tell } = {}) {
  return inTurn(async (tools) => {
    const order = query.trim() ? sort : "date";
    const resultsOf = (hits) =>
      Promise.all(hits.slice(offset, offset + limit).map(async (hit) =>
        resultOf(hit, await (await hit.segment.open()).page(hit.id))));
    const early = tell && (async (answer) => tell(await resultsOf(inOrder(answer, order))));
    const asked = query.trim() || chosenOf(filters).length;
    const { found, terms, dropped, ...answer } = asked ? await answerOf(tools, { query, finished, filters }, early) : NOTHING;
    const hits = inOrder({ found, terms }, order);
    const before = new Map(shown.map((place, n) => [place, n]));
    const placeOf = ({ id }) => before.get(id);
    const stay = hits.filter((one) => placeOf(one) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
    const [results, twins] = await Promise.all([
      resultsOf([...stay, ...hits.filter((one) => placeOf(one) === undefined)]), answer.twins,
    ]);
    const [instead, also] = ["instead", "also"].map((name) => terms.flatMap((term) => term[name]));
    const meant = new Map(terms.flatMap((term) => [...term.instead, ...term.also, ...twins].map((one) => [one, term.word])));
    return { total: hits.length, results, instead, also, twins, dropped, meant, years: tools.years };
  });
}

/**
 * How many articles each value of the facets `names` would leave, the other facets as chosen.
 * @param {{query: string, finished: boolean, filters: Filters}} asked
 * @returns {Promise<Record<Facet, Record<string, number>>>}
 */
async function countFacets({ query, finished, filters }, names) {
  const chosen = names.filter((name) => filters[name].length);
  const free = names.filter((name) => !filters[name].length);
  return inTurn(async (tools) => {
    const counts = {};
    for (const group of [free, ...chosen.map((name) => [name])]) {
      const others = { ...filters, ...Object.fromEntries(group.map((name) => [name, []])) };
      const { found } = await answerOf(tools, { query, finished, filters: others });
      for (const name of group) counts[name] = await countsOf(name, found);
    }
    return counts;
  });
}

/** Words of the archive that begin as `text` ends, the commonest first. */
async function complete(text, most = 6) {
  return inTurn(async ({ arabic, lexicon }) => {
    const last = text.match(/\S+$/)?.[0] ?? "";
    const [word] = arabic.wordsOf(last).slice(-1);
    if (!word || !isBeginning(word)) return [];
    const entries = await lexicon.beginningWith(word);
    const best = entries.sort((a, b) => b.count - a.count).slice(0, most);
    return best.map((entry) => text.slice(0, text.length - last.length) + entry.printed);
  });
}

// The answer

/** @returns {Result} */
function resultOf(/** @type {Hit} */ hit, page) {
  const [title, content] = [page.meta.title, page.content.split(" ")];
  const start = title ? title.split(" ").length : 0; // the content begins with the title
  const marks = marksOf(hit);
  const hits = new Set(marks);
  const from = excerptStart(marks.filter((at) => at >= start), start);
  const to = Math.min(from + EXCERPT_WORDS, content.length);
  const pieces = {
    title: piecesOf(content.slice(0, start), 0, hits),
    excerpt: [
      ...(from > start ? [{ text: "… ", hit: false }] : []),
      ...piecesOf(content.slice(from, to), from, hits),
      ...(to < content.length ? [{ text: " …", hit: false }] : []),
    ],
  };
  const first = (name) => page.filters[name]?.[0] ?? "";
  return {
    id: first("id"),
    place: hit.id,
    url: page.url,
    title,
    excerpt: pieces.excerpt.map((piece) => piece.text).join(""),
    date: first("date"),
    dateline: page.meta.dateline ?? "",
    source: first("source"),
    category: first("category"),
    pieces,
  };
}

/** Where to begin, so that the excerpt holds as many of the sorted `hits` as can be. */
function excerptStart(hits, start) {
  const reach = EXCERPT_WORDS - WORDS_BEFORE_HIT;
  let best = { at: start, held: 0 };
  for (const at of hits) {
    const held = hits.filter((hit) => hit >= at && hit < at + reach).length;
    if (held > best.held) best = { at, held };
  }
  return Math.max(start, best.at - (best.held ? WORDS_BEFORE_HIT : 0));
}

/** @returns {Pieces} the words, which are numbered from `first`; marks leave out punctuation */
function piecesOf(words, first, hits) {
  return words.flatMap((word, n) => {
    const space = n ? " " : "";
    if (!hits.has(first + n)) return [{ text: space + word, hit: false }];
    const [, before, core, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su);
    return [
      { text: space + before, hit: false },
      { text: core, hit: true },
      { text: after, hit: false },
    ];
  });
}

/** Waits for the questions that were asked before. */
const idle = () => turn;

Object.assign(window.warraq, { search, complete, countFacets, respelt, idle });
}
