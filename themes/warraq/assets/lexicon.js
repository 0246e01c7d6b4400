/**
 * The words of the archive, in ranges that are fetched when a query needs them.
 *
 * @typedef {{word: string, start: number, end: number, count: number, family: string,
 *   spellings: string[]}} Entry  `count` in articles; `family` is the stem of the family that the
 *   word belongs to, or ""; `spellings` are how else the archive spells a name
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

/** Letters that are heard or typed for one another: a change inside a group costs less. */
const ALIKE = ["جغقك", "سصثز", "تطد", "ذزظضد", "اويه", "حهخ", "اع", "نم"];
const KEYBOARD = ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "ءورزوظذ"];
const ALIKE_COST = 0.45;
const VOWEL_COST = 0.5;
const SWAP_COST = 0.6;
const NEIGHBOUR_COST = 0.7;
/** What a word's being twice as common is worth, in slips. */
const COMMON = 0.08;

/**
 * @param {{shards: [string, string][], clitics: string[]}} root
 * @param {(name: string) => Promise<string>} readShard
 */
function lexiconOf(root, readShard) {
  const firsts = root.shards.map(([first]) => first);
  /** @type {Map<number, Promise<Entry[]>>} */
  const held = new Map();

  function shard(number) {
    if (!held.has(number)) {
      const reading = readShard(root.shards[number][1]).then(parse);
      reading.catch(() => held.delete(number)); // to be asked again, not remembered as empty
      held.set(number, reading);
    }
    return held.get(number);
  }

  /** The number of the shard in which a word stands, if any does. */
  function shardOf(word) {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** @returns {Promise<Entry | undefined>} */
  async function find(word) {
    if (!firsts.length) return undefined;
    const entries = await shard(shardOf(word));
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle].word < word) low = middle + 1;
      else high = middle;
    }
    return entries[low]?.word === word ? entries[low] : undefined;
  }

  /** @returns {Promise<Entry[]>} all words that begin with `beginning` */
  async function beginningWith(beginning) {
    if (!firsts.length) return [];
    const [from, to] = [shardOf(beginning), shardOf(`${beginning}\uffff`)];
    const numbers = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    const entries = (await Promise.all(numbers.map(shard))).flat();
    return entries.filter((entry) => entry.word.startsWith(beginning));
  }

  /**
   * The analysis of a word, even of one that the archive writes only with other clitics.
   * @returns {Promise<Entry | undefined>}
   */
  async function lookUp(word) {
    const known = await find(word);
    if (known) return known;
    for (const clitics of root.clitics) {
      const rest = word.slice(clitics.length);
      if (!word.startsWith(clitics) || rest.length < 3) continue;
      const entry = (await find(rest)) ?? (await find(`ال${rest}`));
      if (entry) return { ...entry, whole: word };
    }
    for (const front of ["ال", "و", "لل", "ب"]) {
      const entry = await find(front + word);
      if (entry && entry.start === front.length) return { ...entry, whole: word };
    }
    return undefined;
  }

  /** The best spellings for a word that the archive does not hold, the likeliest first. */
  async function spellings(word, most = 3) {
    const found = new Map();
    for (const [front, core] of coresOf(word)) {
      const limit = core.length > 4 ? 1.7 : 1.05;
      const beginnings = [...new Set(beginningsLike(core))];
      const lists = await Promise.all(beginnings.flatMap((b) => [beginningWith(b), beginningWith(`ال${b}`)]));
      for (const entry of lists.flat()) {
        const base = entry.word.startsWith("ال") ? entry.word.slice(2) : entry.word;
        if (base.length < 2 || Math.abs(base.length - core.length) > 2) continue;
        const distance = distanceOf(core, base, limit);
        if (distance > limit) continue;
        const score = distance + front.cost - COMMON * Math.log2(1 + entry.count);
        const better = found.get(base);
        if (!better || score < better.score) found.set(base, { word: front.text + base, entry, score });
      }
    }
    return [...found.values()].sort((a, b) => a.score - b.score || (a.word < b.word ? -1 : 1)).slice(0, most);
  }

  return { find, lookUp, beginningWith, spellings };
}

/** @returns {Entry[]} */
function parse(text) {
  return text.split("\n").slice(0, -1).map((line) => {
    const [word, start, end, count, family = "-", others = ""] = line.split(" ");
    return {
      word, start: Number(start), end: Number(end), count: Number(count),
      family: family === "-" ? "" : family, spellings: others ? others.split(",") : [],
    };
  });
}

/** The word without its article, also where that was mistyped: الكتاب, اكتاب, لكتاب, اكلتاب. */
function coresOf(word) {
  const cores = [];
  const add = (text, cost, core) => core.length > 1 && cores.push([{ text, cost }, core]);
  if (word.startsWith("ال")) add("ال", 0, word.slice(2));
  else {
    add("", 0, word);
    if (word[0] === "ا") {
      add("ال", 0.9, word.slice(1));
      add("ال", 0.9, word.slice(2));
      if (word[2] === "ل") add("ال", 0.6, word[1] + word.slice(3));
    } else if (word[0] === "ل" && word.length > 3) add("ال", 0.5, word.slice(1));
    else if (word[1] === "ل") add("ال", 0.9, word.slice(2));
  }
  return cores;
}

/** The first two letters of what may have been meant, with a slip in one of them. */
function beginningsLike(word) {
  const [a, b = "", c = ""] = word;
  const alike = (letter) => ALIKE.filter((group) => group.includes(letter)).flatMap((group) => [...group]);
  return [
    a + b, b + a, a + c, b + c,
    ...alike(a).map((letter) => letter + b),
    ...alike(b).map((letter) => a + letter),
    ...[..."اوي"].map((letter) => a + letter),
  ].filter((beginning) => beginning.length === 2);
}

/** Damerau and Levenshtein's distance, by what is easily mistaken; above `limit` any number. */
function distanceOf(one, other, limit) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let j = 1; j <= other.length; j += 1) row[j] = row[j - 1] + letterCost(other, j - 1);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [row[0] + letterCost(one, i - 1)];
    for (let j = 1; j <= other.length; j += 1) {
      const [x, y] = [one[i - 1], other[j - 1]];
      next[j] = Math.min(
        row[j] + letterCost(one, i - 1),
        next[j - 1] + letterCost(other, j - 1),
        row[j - 1] + (x === y ? 0 : substitutionCost(x, y)),
      );
      if (i > 1 && j > 1 && x === other[j - 2] && one[i - 2] === y && x !== y) {
        next[j] = Math.min(next[j], before[j - 2] + SWAP_COST);
      }
    }
    if (Math.min(...next) > limit) return Infinity;
    [before, row] = [row, next];
  }
  return row[other.length];
}

/** A letter too many or too few: a long vowel or a doubled letter is soon forgotten. */
function letterCost(word, at) {
  return "اوي".includes(word[at]) || word[at] === word[at - 1] ? VOWEL_COST : 1;
}

function substitutionCost(x, y) {
  if (ALIKE.some((group) => group.includes(x) && group.includes(y))) return ALIKE_COST;
  const near = KEYBOARD.some((keys) => keys.includes(x) && Math.abs(keys.indexOf(x) - keys.indexOf(y)) === 1
    && keys.includes(y));
  return near ? NEIGHBOUR_COST : 1;
}

Object.assign(window.warraq, { lexiconOf, distanceOf });
}
