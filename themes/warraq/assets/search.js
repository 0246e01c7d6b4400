/**
 * The search page. `window.warraq.search` asks Pagefind's index in pagefind/; the rest shows it.
 *
 * Pagefind takes a part of its index that did not come for one that holds nothing. Here such a
 * search fails, and says so: "no results" always means that there are none.
 *
 * @typedef {"category" | "source" | "tag" | "year"} Facet
 * @typedef {Partial<Record<Facet, string[]>>} Filters  one of the values of every facet named
 * @typedef {{text: string, hit: boolean}[]} Pieces  a text, and which parts of it were sought
 * @typedef {{id: string, url: string, title: string, excerpt: string, date: string,
 *   dateline: string, source: string, category: string,
 *   pieces: {title: Pieces, excerpt: Pieces}}} Result  `url` from the site's root, `date` ISO or ""
 */

const ROOT = new URL("../", import.meta.url);
const LONGEST_QUERY = 200;
const EXCERPT_WORDS = 30;
const WORDS_BEFORE_HIT = 5;
const VALUES_SHOWN = 100;

// The engine

let engine = null;
let failures = 0;
let turn = Promise.resolve();

async function loadEngine() {
  // A browser may remember that a module failed to load: ask under another name.
  const address = new URL(failures ? `pagefind/pagefind.js?${failures}` : "pagefind/pagefind.js", ROOT);
  const { createInstance } = await import(address.href);
  return createInstance({ noWorker: true }); // in a worker, what fails could not be seen
}

/** Runs `work(engine)` after those before it; rejects if any file it asked for came short. */
function inTurn(work) {
  const done = turn.then(() => watched(work));
  turn = done.catch(() => {});
  return done;
}

async function watched(work) {
  const browserFetch = window.fetch;
  let failure = null;
  window.fetch = (...request) =>
    fetchWhole(browserFetch, ...request).catch((error) => {
      failure ??= error;
      throw error;
    });
  try {
    engine ??= await loadEngine();
    const answer = await work(engine);
    if (failure) throw failure;
    return answer;
  } catch (error) {
    engine = null; // it remembers a part that failed as one that is empty
    failures += 1;
    throw error;
  } finally {
    window.fetch = browserFetch;
  }
}

/** A response whose body has come to its end, and is what its name says. */
async function fetchWhole(browserFetch, address, options) {
  const response = await browserFetch(address, { signal: AbortSignal.timeout(20_000), ...options });
  const data = await response.arrayBuffer();
  const [first, second] = new Uint8Array(data, 0, Math.min(2, data.byteLength));
  const packed = (first === 0x1f && second === 0x8b) || (first === 0x70 && second === 0x61);
  if (!response.ok || (/\.(pf_\w+|pagefind)$/.test(address) && !packed)) {
    throw new Error(`${response.status} ${address}`);
  }
  return new Response(data);
}

// The question

/** What Pagefind is asked: words, or a phrase in quotes; "" where there is nothing to look for. */
function termOf(query) {
  const phrase = query.trim().match(/^["«“„]([^"«»“”„]+)["»”“]$/);
  let words = (phrase ? phrase[1] : query.replace(/["«»“”„]/g, " ")).trim();
  if (words.length > LONGEST_QUERY) words = words.slice(0, LONGEST_QUERY).replace(/\s+\S*$/, "");
  if (!/[\p{L}\p{N}]/u.test(words)) return "";
  return phrase ? `"${words}"` : words;
}

const anyOf = (/** @type {Filters} */ filters) =>
  Object.fromEntries(
    Object.entries(filters).filter(([, values]) => values.length).map(([name, any]) => [name, { any }]),
  );

/**
 * The articles that hold every word of `query` (an empty one: all that the filters let through).
 * @param {string} query
 * @param {{limit?: number, offset?: number, filters?: Filters, sort?: "relevance" | "date"}} options
 * @returns {Promise<{total: number, results: Result[]}>} best first, or newest first
 */
async function search(query, { limit = 10, offset = 0, filters = {}, sort = "relevance" } = {}) {
  const [term, narrow] = [termOf(query), anyOf(filters)];
  if (!term && !Object.keys(narrow).length) return { total: 0, results: [] };
  return inTurn(async (pagefind) => {
    const options = { filters: narrow, sort: sort === "date" ? { date: "desc" } : {} };
    const found = await pagefind.search(term || null, options);
    const shown = found.results.slice(offset, offset + limit);
    const pages = await Promise.all(shown.map((hit) => hit.data()));
    return { total: found.results.length, results: pages.map(resultOf) };
  });
}

/**
 * How many articles each value of the facets `names` would leave, the other facets as chosen.
 * @returns {Promise<Record<Facet, Record<string, number>>>}
 */
async function countFacets(query, filters, names) {
  const chosen = names.filter((name) => filters[name].length);
  const free = names.filter((name) => !filters[name].length);
  return inTurn(async (pagefind) => {
    const counts = {};
    for (const group of [free, ...chosen.map((name) => [name])]) {
      // An empty list narrows nothing, but has the facet loaded and counted.
      const asked = { ...anyOf(filters), ...Object.fromEntries(group.map((name) => [name, []])) };
      const found = await pagefind.search(termOf(query) || null, { filters: asked });
      for (const name of group) counts[name] = found.filters[name] ?? {};
    }
    return counts;
  });
}

// The answer

/** @returns {Result} */
function resultOf(page) {
  const [title, content] = [page.meta.title, page.content.split(" ")];
  const start = title ? title.split(" ").length : 0; // the content begins with the title
  const hits = new Set(page.locations);
  const from = excerptStart(page.locations.filter((at) => at >= start).sort((a, b) => a - b), start);
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
    url: page.raw_url,
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

window.warraq = { search };

// The page

function openPage(/** @type {HTMLElement} */ page) {
  const texts = JSON.parse(document.getElementById("texts").textContent);
  const [box, count, sort, list, notice, more] = ["q", "count", "sort", "results", "notice", "more"]
    .map((id) => document.getElementById(id));
  const facets = [...page.querySelectorAll("details[data-facet]")];
  const plural = new Intl.PluralRules("ar");
  const locale = `ar-u-nu-${texts.digits}`;
  const grouped = new Intl.NumberFormat(locale, { useGrouping: "min2" });
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  /** @type {Filters} */
  const chosen = Object.fromEntries(facets.map((facet) => [facet.dataset.facet, []]));
  let latest = 0;

  /** Text only ever enters the page as text. */
  function element(name, attributes, ...children) {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  }

  const marked = (/** @type {Pieces} */ pieces) =>
    pieces.map(({ text, hit }) => (hit ? element("mark", {}, text) : text));

  function longDate(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    const text = `${plain.format(day)} ${texts.months[month - 1]} ${plain.format(year)}`;
    return element("time", { dateTime: iso }, text);
  }

  function card(/** @type {Result} */ result) {
    const link = element("a", { href: new URL(result.url, ROOT).href }, ...marked(result.pieces.title));
    const when = result.date ? longDate(result.date) : texts.undated;
    const by = [result.dateline || result.source, when, result.category].filter(Boolean);
    return element("li", {},
      element("h2", {}, link),
      element("p", {}, ...marked(result.pieces.excerpt)),
      element("ul", { className: "by" }, ...by.map((part) => element("li", {}, element("bdi", {}, part)))));
  }

  function showFacet(facet, counts) {
    const [name, fieldset] = [facet.dataset.facet, facet.querySelector("fieldset")];
    const focused = fieldset.contains(document.activeElement) ? document.activeElement.value : null;
    const label = (value) =>
      name !== "year" ? value : value === "undated" ? texts.undated : plain.format(value);
    const order = name === "year"
      ? ([a], [b]) => (a < b ? 1 : -1)
      : ([a, m], [b, n]) => n - m || a.localeCompare(b, "ar");
    const choices = Object.entries(counts)
      .filter(([value, n]) => n || chosen[name].includes(value))
      .sort(order).slice(0, VALUES_SHOWN)
      .map(([value, n]) => element("label", {},
        element("input", { type: "checkbox", value, checked: chosen[name].includes(value) }),
        element("bdi", {}, label(value)),
        element("span", {}, grouped.format(n))));
    facet.hidden = !choices.length;
    fieldset.replaceChildren(fieldset.querySelector("legend"), ...choices);
    if (focused !== null) fieldset.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
  }

  const asked = () => box.value.trim() || Object.values(chosen).some((values) => values.length);

  /** Asks and shows; with an `offset`, adds to what is shown. */
  async function show(offset = 0) {
    const mine = ++latest;
    remember();
    list.ariaBusy = "true";
    try {
      await turn; // on a slow line only the last of several hasty questions is asked
      if (mine !== latest) return;
      const order = box.value.trim() ? sort.value : "date";
      const found = await search(box.value, { offset, filters: chosen, sort: order });
      if (mine !== latest) return;
      const cards = found.results.map(card);
      if (offset) list.append(...cards);
      else list.replaceChildren(...cards);
      if (offset) cards[0]?.querySelector("a").focus();
      more.hidden = list.children.length >= found.total;
      count.textContent = asked()
        ? texts.results[plural.select(found.total)].replace("#", grouped.format(found.total)) : "";
      notice.replaceChildren(asked() && !found.total ? texts.nothing : "");
      await showFacets(mine);
    } catch {
      if (mine === latest) showFailure(offset);
    } finally {
      if (mine === latest) list.ariaBusy = "false";
    }
  }

  async function showFacets(mine) {
    for (const facet of facets) facet.hidden = !asked(); // one that is closed may be empty: unknown
    const open = facets.filter((facet) => facet.open && !facet.hidden);
    if (!open.length) return;
    const counts = await countFacets(box.value, chosen, open.map((facet) => facet.dataset.facet));
    if (mine === latest) open.forEach((facet) => showFacet(facet, counts[facet.dataset.facet]));
  }

  function showFailure(offset) {
    const said = element("p", { className: "box", role: "alert" }, texts.failure);
    const again = element("button", { type: "button", className: "more" }, texts.again);
    again.addEventListener("click", () => show(offset));
    if (!offset) list.replaceChildren();
    count.textContent = "";
    more.hidden = true;
    notice.replaceChildren(said, again);
  }

  /** Keeps the search in the address, so that it can be sent and returned to. */
  function remember() {
    const state = new URLSearchParams(box.value.trim() ? { q: box.value.trim() } : {});
    for (const [name, values] of Object.entries(chosen)) values.forEach((value) => state.append(name, value));
    if (sort.value !== "relevance") state.set("sort", sort.value);
    history.replaceState(null, "", `${state}` ? `?${state}` : location.pathname);
  }

  function recall() {
    const state = new URLSearchParams(location.search);
    box.value = state.get("q") ?? "";
    sort.value = state.get("sort") === "date" ? "date" : "relevance";
    const wide = matchMedia("(min-width: 56em)").matches;
    for (const facet of facets) {
      const name = facet.dataset.facet;
      chosen[name] = state.getAll(name);
      facet.open = chosen[name].length > 0 || (wide && name !== "tag"); // tags are many: on demand
    }
  }

  let pause = 0;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, 200);
  });
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    show();
  });
  sort.addEventListener("change", () => show());
  more.addEventListener("click", () => show(list.children.length));
  for (const facet of facets) {
    const name = facet.dataset.facet;
    facet.addEventListener("toggle", () => {
      if (list.ariaBusy !== "true") showFacets(latest).catch(() => showFailure(0));
    });
    facet.addEventListener("change", ({ target }) => {
      chosen[name] = chosen[name].filter((value) => value !== target.value);
      if (target.checked) chosen[name].push(target.value);
      show();
    });
  }
  document.addEventListener("keydown", (event) => {
    const places = [box, ...list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = places.indexOf(event.target);
    if (event.key === "/" && !event.target.closest("input, select, textarea")) box.focus();
    else if (step && here >= 0) places[here + step]?.focus();
    else return;
    event.preventDefault();
  });

  recall();
  page.hidden = false;
  if (asked()) show();
  else box.focus();
}

const page = document.getElementById("search");
if (page) openPage(page);
