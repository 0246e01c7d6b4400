/**
 * The words of the archive, in ranges that are fetched when a query needs them.
 *
 * @typedef {{word: string, printed: string, start: number, end: number, joint: number, count: number,
 *   holders: bigint, family: string, spellings: string[]}} Entry  `printed` is how readers are shown the
 *   word; `joint` where the second begins of the two words that it is elsewhere, or 0; `count` in
 *   articles; `holders` are the segments that hold a word of its stem, a bit each; `family` is the stem
 *   of the family that the word belongs to, or ""; `spellings` are how else the archive spells a name
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

/** Letters that are heard or typed for one another: a change inside a group costs less. */
const ALIKE = ["جغقك", "سصثز", "تطدث", "ذزظضد", "اويه", "حهخ", "اع", "نم"];
/** One sound of foreign names, g, for which each country has its letter. */
const ONE_SOUND = "جغ";
const KEYBOARD = ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "ءورزوظذ"];
/**
 * What a slip costs: a letter too many (times `left`: one left out), one of the `light`, one typed
 * twice, one for another of its group or of one sound, two that changed places, one beside another
 * on the keyboard.
 */
const TYPED = { letter: 0.9, left: 0.55, easy: 0.65, light: "اوي", twice: 0.5, alike: 0.6, sound: 0.3, swap: 0.5, neighbour: 0.6 };
/** The same of a name in Latin letters, which do not tell ص from س, nor where ع stands. */
const HEARD = { letter: 0.8, left: 1, easy: 0.3, light: "اويهعء", twice: 0.3, alike: 0.35, sound: 0.35, swap: 0.8, neighbour: 1 };
const LATIN_LIMIT = 2;
const LATIN_COMMON = 0.03; // a common word is no likelier a name
/** How Latin letters are heard in Arabic, the longer first; some in several ways. */
const SOUNDS = Object.entries({
  tsch: "تش", sch: "ش سك", tch: "تش", sh: "ش", ch: "تش ش خ ك", kh: "خ", gh: "غ", th: "ث", dh: "ذ", ph: "ف", ck: "ك",
  cz: "تش", sz: "ش", zh: "ج", tz: "تس", qu: "ك كو", ng: "نغ",
  ou: "و", oo: "و", ee: "ي", ea: "ي", ie: "ي", ei: "ي", ey: "ي", ay: "ي", ai: "ي", au: "و", aw: "و", eu: "و",
  ce: "س", ci: "سي", cy: "سي", ge: "جي", gi: "جي", gy: "جي", gue: "غي", gui: "غي", tion: "شن",
  a: "ا", b: "ب", c: "ك", d: "د", e: "ي", f: "ف", g: "غ", h: "ه", i: "ي", j: "ج ي خ", k: "ك", l: "ل", m: "م", n: "ن",
  o: "و", p: "ب", q: "ق", r: "ر", s: "س", t: "ت", u: "و", v: "ف", w: "و ف", x: "كس ش", y: "ي", z: "ز",
}).sort(([a], [b]) => b.length - a.length);
/** So many ways of hearing a name are followed. */
const WAYS = 8;
/** What a word's being twice as common is worth, in slips. */
const COMMON = 0.05;

/** Clitics before a word that nobody wrote; what they cost, as slips, where the article is slipped. */
const OPENINGS = ["وبال", "وال", "بال", "فال", "كال", "ولل", "ال", "لل"];
const CLITICS = "وفبلك";
const CLITIC_COST = 0.6;
const SLIPPED_ARTICLE_COST = 0.6;
const SEEMING_CLITIC_COST = 0.1; // what looks like a clitic is one, as a rule: كالفورنيا
const ARTICLE = /(ا|ل)ل$/;
const NO_NOUN_COST = 0.3; // the article stands before nouns: الاقول is no word, though اقول is one
/** Letters that remain of a word where something is taken off. */
const SHORTEST_REST = 3;
/** Articles that hold a word behind the article: what so many hold is a noun, and takes endings. */
const SURE = 5;
/** Slips that a word may hold, by its letters. */
const limitOf = (core) => (core.length > 4 ? 1.7 : 1.05);

/**
 * @param {{shards: [string, string][], clitics: string[], endings: [string, string][]}} root
 *   `endings` are what a noun may end in, and what it ends in without that
 * @param {(name: string) => Promise<string>} readShard
 * @param {() => Promise<object>} readSpelling  reads spelling.json
 */
function lexiconOf(root, readShard, readSpelling) {
  const words = rangesOf(root.shards, readShard, entryOf);
  let speller = null;

  /** @returns {Promise<Entry | undefined>} */
  const find = (word) => words.find(word);

  /** @returns {Promise<Entry[]>} all words that begin with `beginning` */
  const beginningWith = (beginning) => words.beginningWith(beginning);

  /**
   * The analysis of a word, even of one that the archive writes only with other clitics or endings.
   * @returns {Promise<Entry | undefined>}
   */
  async function lookUp(word) {
    return (await find(word)) ?? (await withoutClitics(word)) ?? (await behindClitics(word)) ?? withoutEnding(word);
  }

  async function withoutClitics(word) {
    for (const clitics of root.clitics) {
      const rest = word.slice(clitics.length);
      if (!word.startsWith(clitics) || rest.length < SHORTEST_REST) continue;
      const entry = (await find(rest)) ?? (await find(`ال${rest}`));
      if (entry) return { ...entry, whole: word };
    }
    return undefined;
  }

  /** A word that the archive writes behind clitics only. */
  async function behindClitics(word) {
    for (const front of ["ال", "و", "لل", "ب", "ل", "وال", "بال"]) {
      const entry = await find(front + word);
      if (entry && entry.start === front.length) return { ...entry, whole: word };
    }
    return undefined;
  }

  /** The commonest noun of which this may be a form that nobody wrote: كتابيهما. */
  async function withoutEnding(word) {
    const endings = root.endings.filter(([ending]) => word.endsWith(ending));
    for (const clitics of ["", ...root.clitics].filter((one) => word.startsWith(one))) {
      const rests = endings.map(([ending, own]) => word.slice(clitics.length, -ending.length) + own);
      const nouns = await Promise.all(rests.filter((rest) => rest.length >= SHORTEST_REST).map((rest) => find(`ال${rest}`)));
      const [commonest] = nouns.filter((noun) => noun?.start === 2 && noun.count >= SURE).sort((a, b) => b.count - a.count);
      if (commonest) return { ...commonest, whole: word, spellings: [] };
    }
    return undefined;
  }

  /**
   * The best spellings for a word, the likeliest first: of those in `least` articles or more, at most
   * so many slips from it. Words that only join others are none.
   */
  async function spellings(word, { most = 3, least = 0, slips = Infinity } = {}) {
    speller ??= readSpelling().then((tables) => spellerOf(tables, readShard));
    speller.catch(() => { speller = null; });
    const found = new Map();
    const latin = /^[a-z]+$/.test(word);
    for (const { front, cost, core } of latin ? heard(word).map((way) => ({ front: "", cost: 0, core: way })) : coresOf(word)) {
      const limit = Math.min(slips, latin ? LATIN_LIMIT : limitOf(core));
      const { near, markedOf, particles } = await speller;
      for (const marked of await near(core)) {
        const base = marked.slice(0, -1);
        const { noun, count } = markedOf(marked.at(-1));
        if (count < least || front + base === word || (particles.has(base) && !(noun && ARTICLE.test(front)))) continue;
        const distance = distanceOf(core, base, limit, latin ? HEARD : TYPED);
        if (distance > limit || distance + cost > slips) continue;
        const strange = !noun && ARTICLE.test(front) ? NO_NOUN_COST : 0;
        const score = distance + cost + strange - (latin ? LATIN_COMMON : COMMON) * Math.log2(count);
        if (!(found.get(base)?.score <= score)) found.set(base, { base, front, word: front + base, count, distance, score });
      }
    }
    const { particles } = await speller;
    const best = [...found.values()].sort((a, b) => a.score - b.score || (a.base < b.base ? -1 : 1));
    const known = [];
    for (const one of best) {
      if (known.length === most) break;
      const bare = await find(one.base);
      const entry = bare?.count ? bare : (await behindClitics(one.base)) ?? bare; // none counts what is only listed
      if (entry && !isFormOf(particles, entry)) known.push({ ...one, entry, printed: one.front + entry.printed.slice(entry.word.length - one.base.length) });
    }
    return known;
  }

  return { find, lookUp, beginningWith, spellings };
}

/** Whether a word is a particle with clitics or an ending: with بها we should find all that holds it. */
const isFormOf = (particles, { word, start, end, family }) =>
  word.length > end - start && particles.has(family || word.slice(start, end));

/** A name in Latin letters as it may be written in Arabic, in one way or several: نيتانياهو. */
function heard(word) {
  let rest = word.replace(/(.)\1/g, "$1");
  let ways = [/^[aeiou]/.test(rest) ? "ا" : ""];
  if (ways[0]) rest = rest.replace(/^a/, "");
  while (rest) {
    const [letters, sounds] = SOUNDS.find(([letters]) => rest.startsWith(letters));
    if (rest !== "e") ways = sounds.split(" ").flatMap((sound) => ways.map((way) => way + sound)).slice(0, WAYS); // a last e is mute
    rest = rest.slice(letters.length);
  }
  return ways;
}

const FIRST_LEVEL = "a".charCodeAt(0);

/** Words that share a skeleton, or one without a letter: see generator/warraq/search/spelling.py. */
function spellerOf({ shards, folds, dropped, commoner, particles }, readShard) {
  const groups = rangesOf(shards, readShard, (line) => {
    const [word, ...held] = line.split(" ");
    return { word, held };
  });

  function skeletons(word) {
    const whole = [...word].filter((letter) => !dropped.includes(letter)).map((letter) => folds[letter] ?? letter);
    return new Set([whole.join(""), ...whole.map((_, at) => whole.filter((_, n) => n !== at).join(""))]);
  }

  /** What the letter behind a word says: whether an article stands before it somewhere, and in how many articles it is, about. */
  function markedOf(mark) {
    const small = mark.toLowerCase();
    return { noun: mark !== small, count: commoner ** (small.charCodeAt(0) - FIRST_LEVEL) };
  }

  /** @returns {Promise<Set<string>>} words, each with its letter */
  async function near(word) {
    const lists = await Promise.all([...skeletons(word)].map((skeleton) => groups.find(skeleton || "-")));
    return new Set(lists.flatMap((list) => list?.held ?? []));
  }

  return { near, markedOf, particles: new Set(particles) };
}

/**
 * Sorted lines in files, each with a `word`, found by it.
 * @template {{word: string}} T
 * @param {[string, string][]} shards  each file's first word, and its name
 * @param {(line: string) => T} parse
 */
function rangesOf(shards, readShard, parse) {
  const firsts = shards.map(([first]) => first);
  /** @type {Map<number, Promise<string[]>>} lines as they are read: few of them are ever wanted */
  const held = new Map();

  function shard(number) {
    if (!held.has(number)) {
      const reading = readShard(shards[number][1]).then((text) => text.split("\n").slice(0, -1));
      reading.catch(() => held.delete(number)); // to be asked again, not remembered as empty
      held.set(number, reading);
    }
    return held.get(number);
  }

  const wordOf = (line) => line.slice(0, line.indexOf(" "));

  /** The number of the shard in which a word stands, if any does. */
  const shardOf = (word) => Math.max(0, firstAbove(firsts, word) - 1);

  /** @returns {Promise<T | undefined>} */
  async function find(word) {
    if (!firsts.length) return undefined;
    const lines = await shard(shardOf(word));
    const line = lines[firstAbove(lines, word, wordOf) - 1];
    return line?.startsWith(`${word} `) ? parse(line) : undefined;
  }

  /** @returns {Promise<T[]>} */
  async function beginningWith(beginning) {
    if (!firsts.length) return [];
    const [from, to] = [shardOf(beginning), shardOf(`${beginning}\uffff`)];
    const numbers = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    const lines = (await Promise.all(numbers.map(shard))).flat();
    return lines.filter((line) => line.startsWith(beginning)).map(parse);
  }

  return { find, beginningWith };
}

/** The place of the first of the sorted `items` that is above `key`. */
function firstAbove(items, key, keyOf = (item) => item) {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle]) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns {Entry} */
function entryOf(line) {
  const [word, start, ends, counted, letters = "", family = "", others = ""] = line.split(" ");
  const [count, holders] = counted.split(":");
  const [end, joint = 0] = ends.split("+");
  return {
    word, printed: printedOf(word, letters), start: Number(start), end: Number(end),
    joint: Number(joint), count: Number(count),
    holders: holders ? BigInt(`0x${holders}`) : -1n,
    family, spellings: others ? others.split(",") : [],
  };
}

/** A word as it is shown to readers, by the letters that are printed otherwise, with their places. */
function printedOf(word, letters) {
  const shown = [...word];
  for (const [, at, letter] of letters.matchAll(/(\d+)(\D)/g)) shown[at] = letter;
  return shown.join("");
}

/** What may be the word proper, without clitics, also where the article was mistyped: كاتاب, اكتاب. */
function coresOf(word) {
  const cores = [];
  const add = (front, core, cost) => core.length > 2 && cores.push({ front, core, cost });
  const opening = OPENINGS.find((one) => word.startsWith(one));
  add("", word, opening ? SEEMING_CLITIC_COST : 0);
  if (opening) add(opening, word.slice(opening.length), 0);
  else if (/^ا[^ل]ل/.test(word)) add("ال", word[1] + word.slice(3), SLIPPED_ARTICLE_COST); // اكلتاب
  else if (/^(ا[^ل]|[^ا]ل|لا)/.test(word)) {
    add("ال", word.slice(word.startsWith("لا") || word[1] === "ل" ? 2 : 1), SLIPPED_ARTICLE_COST); // اكتاب, الكتاب
  }
  if (!opening && CLITICS.includes(word[0]) && word.length > 4) add(word[0], word.slice(1), CLITIC_COST);
  return cores;
}

/**
 * Damerau and Levenshtein's distance, by what is easily mistaken; above `limit` any number. What is
 * not in `one` was left out by who typed it: that is likelier than a letter too many.
 */
function distanceOf(one, other, limit, costs = TYPED) {
  if (Math.abs(one.length - other.length) * Math.min(costs.easy, costs.twice) * costs.left > limit) return Infinity;
  const tooMany = Array.from(one, (_, at) => letterCost(one, at, costs));
  const leftOut = Array.from(other, (_, at) => costs.left * letterCost(other, at, costs));
  let [before, row, next] = [[], [0], []];
  leftOut.forEach((cost, at) => row.push(row[at] + cost));
  for (let i = 1; i <= one.length; i += 1) {
    const letter = one.charCodeAt(i - 1);
    let least = next[0] = row[0] + tooMany[i - 1];
    for (let j = 1; j <= other.length; j += 1) {
      const its = other.charCodeAt(j - 1);
      let cost = row[j - 1];
      if (letter !== its) {
        cost += costs.substitutions.get(pairOf(letter, its)) ?? 1;
        const swapped = i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === its;
        if (swapped) cost = Math.min(cost, before[j - 2] + costs.swap);
      }
      next[j] = Math.min(cost, row[j] + tooMany[i - 1], next[j - 1] + leftOut[j - 1]);
      least = Math.min(least, next[j]);
    }
    if (least > limit) return Infinity;
    [before, row, next] = [row, next, before];
  }
  return row[other.length];
}

/** Two letters, by their codes, as one number. */
const pairOf = (one, other) => one * 0x10000 + other;

/** A letter too many or too few: a long vowel or a doubled letter is soon forgotten. */
function letterCost(word, at, { light, easy, twice, letter }) {
  if (word[at] === word[at - 1]) return twice;
  return light.includes(word[at]) ? easy : letter;
}

/** What one letter for another costs where that is less than 1: asked for every pair of letters of every word. */
function substitutionsOf({ alike, neighbour, sound }) {
  const table = new Map();
  function note(x, y, cost) {
    const pairs = [[x, y], [y, x]].map(([a, b]) => pairOf(a.charCodeAt(0), b.charCodeAt(0)));
    for (const pair of pairs) table.set(pair, Math.min(cost, table.get(pair) ?? 1));
  }
  for (const keys of KEYBOARD) for (let n = 1; n < keys.length; n += 1) note(keys[n - 1], keys[n], neighbour);
  for (const group of ALIKE) for (const x of group) for (const y of group) note(x, y, alike);
  note(...ONE_SOUND, sound);
  return table;
}

for (const costs of [TYPED, HEARD]) costs.substitutions = substitutionsOf(costs);

Object.assign(window.warraq, { lexiconOf });
}
