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
const SHORTEST_MISTAKE = 4; // letters; what is shorter is too like others to be taken for one of them
const BEGUN = 2; // articles, from which a word that is being typed may be any that begins so,
const SMALL = 500; // or one, where no more articles than this are searched
const RARE = 2; // articles; what is in no more of them may be a slip
const TWIN_SHARE = 10; // and then what was meant is so many times as common,
const TWIN_SLIPS = 0.66; // and one of the likelier slips away
const BEGUN_NAMED = 3; // words that begin as one does which nobody wrote
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

const RUN = /[\p{L}\p{N}\p{M}\u0640]+/gu; // what a reader types as one word

/** The query with `spelling` in the place of `word`; phrases and what is excluded stay as they are. */
async function respelt(query, word, spelling) {
  return inTurn(async ({ arabic }) => {
    const normal = (run) => arabic.wordsOf(run).join("");
    return query.replace(PARTS, (part, minus, phrase) => (phrase !== undefined || isExcluded(part, minus, phrase) ? part
      : part.replace(RUN, (run) => (normal(run) === normal(word) ? spelling : run))));
  });
}

/** The words of a term as the reader typed them. */
function typedIn(query, term, arabic) {
  const runs = query.match(RUN) ?? [];
  const typed = (word) => runs.find((run) => arabic.wordsOf(run).join("") === word) ?? word;
  return term.split(" ").map(typed).join(" ");
}

/**
 * A word of a query, and the words that may be meant by it, in groups.
 * @typedef {{word: string, count: number, groups: Sought[][], lead?: number, known: boolean,
 *   entry?: Entry, apart?: Term[], instead: string[], begun: string[], offered: string[], also: string[]}} Term
 *   of a word that nobody wrote, `instead` names the spellings that stand for it, `begun` words that
 *   begin so and stand for it, `offered` the spellings that do not; `also` are other spellings of a name;
 *   `apart` are the words of a name, which are sought where nobody wrote it
 */

/** @type {Term} */
const NO_TERM = { word: "", count: 0, groups: [], known: false, instead: [], begun: [], offered: [], also: [] };

/** @returns {Keys} */
const readingOf = (entry, arabic) => ({ ...arabic.keysOf(entry), holders: entry.holders });

/** One of those, as common as all of them. @returns {Sought} */
function either(/** @type {Sought[]} */ forms) {
  return forms.length === 1 ? forms[0] : { forms, holders: forms.reduce((all, { holders }) => all | holders, 0n) };
}

/**
 * @param {{last?: boolean, typing?: boolean}} place  the last word may be the beginning of another if
 *   nobody wrote it; while it is being typed, it may in any case
 * @returns {Promise<Term>}
 */
async function termOf(word, tools, { last = false, typing = false } = {}) {
  const { arabic, lexicon } = tools;
  const entry = await lexicon.lookUp(word);
  if (!entry) return (await apart(word, tools, isName)) ?? unknown(word, tools, last, typing);
  const known = { ...NO_TERM, word, entry, count: entry.count, also: othersOf(entry), known: true };
  const keys = readingOf(entry, arabic);
  if (!entry.whole) {
    const longer = typing && mayGoOn(entry) ? await longerThan(entry, tools) : { groups: [] };
    return { ...known, groups: [[either([keys, ...await inTwo(entry, tools)])], ...longer.groups], lead: longer.lead };
  }
  const completed = typing ? await completionsOf(word, tools) : NO_TERM;
  const both = [[either([{ ...keys, whole: keys.base }, ...await inTwo(entry, tools)])], ...completed.groups];
  return { ...known, groups: completed.count > entry.count ? [...both.slice(1), both[0]] : both };
}

/** A word that nobody wrote: the beginning of others, or a slip. @returns {Promise<Term>} */
async function unknown(word, tools, last, typing) {
  const { arabic, lexicon, root } = tools;
  const short = word.length < SHORTEST_MISTAKE;
  const completed = last ? await completionsOf(word, tools) : NO_TERM;
  const begun = completed.count >= Math.min(BEGUN, root.documents / SMALL) || short;
  if (completed.groups.length && begun) return typing ? { ...completed, begun: [] } : completed;
  const spelt = await lexicon.spellings(word);
  const printed = spelt.map((one) => one.printed);
  if (!spelt.length && !completed.groups.length) return (await apart(word, tools, isLong)) ?? { ...NO_TERM, word };
  if (short) return { ...NO_TERM, word, offered: printed };
  const readings = spelt.map((one) => readingOf(one.entry, arabic)).map((keys) => [{ ...keys, whole: keys.base }]);
  return { ...NO_TERM, word, groups: [...completed.groups, ...readings], instead: printed };
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

/** The words of the archive that begin as `word` does, as one term; the commonest are named. @returns {Promise<Term>} */
async function completionsOf(word, { arabic, lexicon }) {
  const beginnings = isBeginning(word) ? [word, `ال${word}`] : [];
  const entries = (await Promise.all(beginnings.map(lexicon.beginningWith))).flat();
  const readings = readingsOf(entries.filter((entry) => entry.word !== word), arabic);
  const groups = readings.slice(0, COMPLETIONS).map(({ keys }) => [keys]);
  const begun = entries.sort((a, b) => b.count - a.count).slice(0, BEGUN_NAMED).map((entry) => entry.printed);
  return { ...NO_TERM, word, count: sumOf(readings), groups, begun };
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

// What is written in one and in two: see generator/warraq/search/joined.py

const SHORTEST_HALF = 3; // letters; the first of a name may have two

/** The cases of the listed name's half that `first` is, or it alone where `second` is listed, or null. */
function casesOf(first, second, { halves }) {
  return halves.first.find((cases) => cases.includes(first)) ?? (halves.second.includes(second) ? [first] : null);
}

/** The listed half that `first` is, behind clitics or not. */
function listedIn(first, { clitics, halves }) {
  const rests = ["", ...clitics].filter((one) => first.startsWith(one)).map((one) => first.slice(one.length));
  return rests.find((rest) => halves.first.flat().includes(rest));
}

/** A first half without the clitics before it. */
async function withoutClitics(first, { lexicon, root }) {
  return listedIn(first, root) ?? first.slice((await lexicon.find(first))?.start ?? 0);
}

/** Two words side by side, the first behind any clitics. @returns {Promise<Phrase | null>} */
async function sideBySide(first, second, { arabic, lexicon, root }) {
  const [head, tail] = await Promise.all([first, second].map(lexicon.find));
  if (!head?.count || !tail?.count) return null;
  const behind = (clitics) => arabic.keysOf({
    ...head, word: clitics + first, start: head.start + clitics.length, end: head.end + clitics.length,
  }).whole;
  const heads = head.start ? [behind("")] : [arabic.keysOf(head).base, ...["", ...root.clitics].map(behind)];
  const { whole } = arabic.keysOf(tail);
  return { parts: [heads, [whole, whole + root.keys.closed]], holders: head.holders & tail.holders };
}

/** All that a name may be written as: in one and in two, in each case of its first half. @returns {Promise<Sought[]>} */
async function waysOf(cases, second, tools) {
  const ways = await Promise.all(cases.map(async (first) => {
    const entry = await tools.lexicon.find(first + second);
    return [entry?.count ? readingOf(entry, tools.arabic) : null, await sideBySide(first, second, tools)];
  }));
  return ways.flat().filter(Boolean);
}

/** The halves of a word that the archive writes in two as well, or of a name that may be. */
function halvesOf({ word, start, joint }, { halves }) {
  if (joint) return [word.slice(0, joint), word.slice(joint)];
  const base = word.slice(start);
  const first = halves.first.flat().find((half) => half.length >= SHORTEST_HALF && base.startsWith(half));
  const second = halves.second.find((half) => base.endsWith(half));
  const at = first?.length ?? base.length - (second?.length ?? 0);
  return at >= SHORTEST_HALF && base.length - at >= SHORTEST_HALF ? [base.slice(0, at), base.slice(at)] : null;
}

/** What else a known word is, written in two. @returns {Promise<Sought[]>} */
async function inTwo(entry, tools) {
  const halves = halvesOf(entry, tools.root);
  if (!halves) return [];
  const [first, second] = [await withoutClitics(halves[0], tools), halves[1]];
  const cases = casesOf(first, second, tools.root);
  return cases ? waysOf(cases, second, tools) : [await sideBySide(first, second, tools)].filter(Boolean);
}

const isName = (first, second, root) => Boolean(casesOf(first, second, root));
const isLong = (first) => first.length >= SHORTEST_HALF;

/** A word that nobody wrote, where somebody wrote it in two, as `may` be. @returns {Promise<Term | null>} */
async function apart(word, tools, may) {
  const { lexicon, root } = tools;
  for (let at = 2; at <= word.length - SHORTEST_HALF; at += 1) {
    const [written, second] = [word.slice(0, at), word.slice(at)];
    const first = listedIn(written, root) ?? written;
    if (!may(first, second, root)) continue;
    const count = (await lexicon.find(first))?.count && (await lexicon.find(second))?.count;
    const ways = count ? await waysOf(casesOf(first, second, root) ?? [first], second, tools) : [];
    const task = { groups: [ways.map((way) => [way])], lead: 1, excluded: [], filters: {} };
    if (ways.length && (await hitsOf(tools, task)).size) return { ...NO_TERM, word, count, groups: [[either(ways)]], known: true };
  }
  return null;
}

/**
 * What two words beside each other in a query are: a name, which is sought as one; or, where the archive
 * writes them in one, that counts as each of them.
 * @returns {Promise<{name?: Term, forms: Sought[]}>}
 */
async function inOne(first, second, tools) {
  const { arabic, lexicon, root } = tools;
  const head = await withoutClitics(first, tools);
  const cases = casesOf(head, second, root);
  if (second.length < SHORTEST_HALF || (!cases && first.length < SHORTEST_HALF)) return { forms: [] };
  const written = await Promise.all([first, ...(cases ?? [])].map((one) => lexicon.find(one + second)));
  const known = written.filter((entry) => entry?.count && (head.length >= SHORTEST_HALF || entry.joint));
  if (!cases) return { forms: known.map((entry) => readingOf(entry, arabic)) };
  const ways = known.length || listedIn(first, root) ? await waysOf(cases, second, tools) : [];
  if (!ways.length) return { forms: [] };
  const count = Math.max(1, ...known.map((entry) => entry.count));
  return { name: { ...NO_TERM, word: `${first} ${second}`, count, groups: [[either(ways)]], known: true }, forms: [] };
}

/**
 * The terms of a query's words. Words that say nothing are left out beside others, but not out of names.
 * @returns {Promise<Term[]>}
 */
async function termsOf(words, tools, { last, typing, beside }) {
  const pairs = await Promise.all(words.slice(1).map((second, n) => inOne(words[n], second, tools)));
  const begins = (n) => Boolean(pairs[n]?.name) && !begins(n - 1); // a name shares no word with the one before
  const places = [...words.keys()].filter((n) => !begins(n - 1));
  const full = places.filter((n) => begins(n) || !isCommon(words[n], tools.root));
  return Promise.all((full.length || beside ? full : places).map(async (n) => {
    const termAt = (at) => termOf(words[at], tools, { last: words[at] === last, typing: typing && words[at] === last });
    if (begins(n)) return { ...pairs[n].name, apart: await Promise.all([n, n + 1].map(termAt)) };
    const forms = [...(pairs[n - 1]?.forms ?? []), ...(pairs[n]?.forms ?? [])];
    return forms.length ? withForms(await termAt(n), forms) : termAt(n);
  }));
}

/** A term that is found in these forms too; where nobody wrote it alone, in these only. @returns {Term} */
function withForms(term, forms) {
  if (!term.known) return { ...NO_TERM, word: term.word, groups: [[either(forms)]], known: true };
  const [[own, ...others], ...groups] = term.groups;
  return { ...term, groups: [[either([own, ...forms]), ...others], ...groups] };
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
const NOTHING = { found: new Map(), terms: [], asked: [], twins: [], dropped: "" };

/**
 * What was understood, and what was found. The last answer is remembered: facets are counted by it,
 * and more of it may be shown.
 * @typedef {{found: Hits, terms: Term[], asked: Term[], twins: string[], dropped: string}} Answer
 *   `terms` are those of `asked` that were found
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
  const phrases = await Promise.all(question.phrases.map((phrase) => phraseOf(phrase, tools)));
  const place = { last: question.last, typing: !finished, beside: phrases.length > 0 };
  const asked = phrases.includes(null) ? [] : await termsOf(question.words, tools, place);
  const empty = !asked.length && !phrases.length;
  if ((empty && query.trim()) || phrases.includes(null)) return NOTHING;
  let terms = asked;
  const unwanted = await Promise.all(question.excluded.map((word) => termOf(word, tools)));
  const excluded = unwanted.filter(({ known }) => known).flatMap((term) => combined([term]).groups.flat());
  const task = (asked) => {
    const { groups, lead } = combined(asked);
    const withPhrases = groups.map((group) => group.map((reading) => [...reading, ...phrases]));
    return { groups: withPhrases, lead, excluded, filters: keptTo(tools.years, filters) };
  };
  let found = await hitsOf(tools, task(terms), (hits) => tell({ ...NOTHING, found: hits, terms, asked }));
  if (!found.size && terms.some((term) => term.apart)) {
    terms = terms.flatMap((term) => term.apart ?? term);
    found = await hitsOf(tools, task(terms));
  }
  let dropped = "";
  for (const least of found.size || terms.length < 2 ? [] : [...terms].sort((a, b) => a.count - b.count)) {
    const others = terms.filter((term) => term !== least);
    found = await hitsOf(tools, task(others));
    if (!found.size) continue;
    [terms, dropped] = [others, least.word];
    break;
  }
  const last = terms.at(-1);
  if (!finished && last?.known && last.word === question.last && found.size < ENOUGH) {
    const longer = [...terms.slice(0, -1), await completionsOf(question.last, tools)];
    for (const [id, one] of await hitsOf(tools, task(longer))) {
      if (!found.has(id)) found.set(id, { ...one, score: 0, typed: true });
    }
  }
  const [term, ...others] = asked;
  const rare = term && !others.length && found.size <= RARE && term.count <= RARE;
  const twins = rare ? await twinsOf(term, tools) : [];
  return { found, terms, asked, twins, dropped };
}

/** @returns {Hit[]} */
function inOrder(/** @type {Answer} */ { found, terms }, sort) {
  const hits = [...found.values()].sort(sort === "date" ? newestFirst : bestFirst);
  return sort !== "date" && terms.some((term) => term.also.length) ? spellingsInTurn(hits) : hits;
}

/** Words that one with hardly a result may be a slip for: much commoner, a slip apart, and no form of it. */
async function twinsOf({ word, entry, count, also }, { lexicon }) {
  if (!entry || word.length < SHORTEST_MISTAKE || also.length) return [];
  const least = TWIN_SHARE * Math.max(count, 1);
  const common = await lexicon.spellings(word, { most: 1, least, slips: TWIN_SLIPS });
  return common.filter((one) => stemOf(one.entry) !== stemOf(entry)).map((one) => one.printed);
}

const stemOf = ({ word, start, end, family }) => family || word.slice(start, end);

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
 * @returns {Promise<{total: number, results: Result[], instead: string[], begun: string[], offered: string[],
 *   also: string[], twins: string[], dropped: string, meant: Map<string, string>, years: string[] | null}>} best
 *   first, or newest first; `instead` are spellings that stand in for a word nobody wrote, `begun` words that
 *   begin as it does and do, `offered` spellings that do not; `also` are other spellings of a name, which
 *   are among the results, `twins` common words that a rare one may be a slip for, which are not;
 *   `dropped` is the word without which there are results; `meant` says for which word each spelling
 *   stands; `years`, where there is no net, are those that were searched
 */
async function search(query, { finished = false, limit = 10, offset = 0, filters = {}, sort = "relevance", shown = [], tell } = {}) {
  return inTurn(async (tools) => {
    const order = query.trim() ? sort : "date";
    const resultsOf = (hits) =>
      Promise.all(hits.slice(offset, offset + limit).map(async (hit) =>
        resultOf(hit, await (await hit.segment.open()).page(hit.id))));
    const early = tell && (async (answer) => tell(await resultsOf(inOrder(answer, order))));
    const empty = !query.trim() && !chosenOf(filters).length;
    const { found, terms, asked: all, dropped, twins } = !empty ? await answerOf(tools, { query, finished, filters }, early) : NOTHING;
    const hits = inOrder({ found, terms }, order);
    const before = new Map(shown.map((place, n) => [place, n]));
    const placeOf = ({ id }) => before.get(id);
    const stay = hits.filter((one) => placeOf(one) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
    const results = await resultsOf([...stay, ...hits.filter((one) => placeOf(one) === undefined)]);
    const [instead, begun, also] = ["instead", "begun", "also"].map((name) => terms.flatMap((term) => term[name]));
    const offered = all.flatMap((term) => term.offered);
    const typed = (word) => typedIn(query, word, tools.arabic);
    const meant = new Map(all.flatMap(({ word, ...term }) =>
      [...term.instead, ...term.begun, ...term.offered, ...term.also, ...twins].map((one) => [one, typed(word)])));
    return {
      total: hits.length, results, instead, begun, offered, also, twins, dropped: typed(dropped), meant, years: tools.years,
    };
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
