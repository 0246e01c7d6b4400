/**
 * Arabic as the index sees it: the same folding, words and keys as in Python.
 *
 * The tables come from the index itself (`lexicon.json`), so that page and index cannot disagree.
 *
 * @typedef {{word: string, start: number, end: number, family: string}} Analysis
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

const HEX_LETTERS = "abcdefghiklmnopq";

/** @returns {{normalise(text: string): string, wordsOf(text: string): string[],
 *   phraseOf(text: string): {words: string[], closed: boolean}[],
 *   encode(word: string): string, keysOf(analysis: Analysis): Record<string, string>}} */
function arabicOf(tables) {
  const { folding, keys } = tables;
  const compatible = new RegExp(folding.compatible, "gu");
  const invisible = classOf(folding.invisible);
  const marks = classOf(folding.marks);
  const letters = new Map(Object.entries(folding.letters));
  const closing = new RegExp(keys.closing, "u");
  const words = new RegExp(tables.word, "gu");

  function normalise(text) {
    const folded = [...text.replace(compatible, (run) => run.normalize("NFKC"))
      .replace(invisible, "").normalize("NFC").replace(marks, "")]
      .map((letter) => letters.get(letter) ?? letter).join("");
    return folded.replace(/[ئء]+(?=و)/g, (run) => "و".repeat(run.length))
      .replaceAll("ئ", "ي").toLowerCase().normalize("NFC");
  }

  function encode(word) {
    return [...word].map((letter) => keys.letters[letter] ?? rare(letter)).join("");
  }

  function rare(letter) {
    if (keys.rare[letter]) return `j${keys.rare[letter]}`;
    const code = letter.codePointAt(0).toString(16).padStart(5, "0");
    return `jw${[...code].map((digit) => HEX_LETTERS[parseInt(digit, 16)]).join("")}`;
  }

  /** The keys of a word by tier, the widest first: see generator/warraq/search/keys.py. */
  function keysOf({ word, start, end, family }) {
    const own = `${encode(word.slice(start, end))}x`;
    const stem = family ? `${encode(family)}x` : own;
    const base = `${family ? stem : ""}${own}${encode(word.slice(end))}z`;
    const whole = `${base}${encode(word.slice(0, start))}y`;
    return { stem, base, whole };
  }

  /** Whether what stands between two neighbours in a text parts them. */
  function endsClause(word, following) {
    const [behind, before] = [word.match(/[^\p{L}\p{N}]*$/u)[0], following.match(/^[^\p{L}\p{N}]*/u)[0]];
    const isAbbreviation = behind === "." && word.length === 2;
    return closing.test(before) || (closing.test(behind) && !isAbbreviation);
  }

  /**
   * A phrase as it stands in the text: its words, as they are parted by space, and by more.
   * @returns {{words: string[], closed: boolean}[]}
   */
  function phraseOf(text) {
    const parts = text.split(/\s+/).map((part) => ({ part, words: wordsOf(part) })).filter(({ words }) => words.length);
    return parts.map(({ part, words }, n) =>
      ({ words, closed: n + 1 < parts.length && endsClause(part, parts[n + 1].part) }));
  }

  const wordsOf = (text) => normalise(text).match(words) ?? [];

  return { phraseOf, normalise, wordsOf, encode, keysOf };
}

function classOf(ranges) {
  const escape = (code) => `\\u{${code.toString(16)}}`;
  return new RegExp(`[${ranges.map(([a, b]) => `${escape(a)}-${escape(b)}`).join("")}]`, "gu");
}

Object.assign(window.warraq, { arabicOf });
}
