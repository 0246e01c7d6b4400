/**
 * The search page: the box, the facets and the results.
 *
 * @typedef {import("./search.js").Filters} Filters
 * @typedef {import("./search.js").Pieces} Pieces
 * @typedef {import("./search.js").Result} Result
 */

"use strict";

{ // a scope of its own: a page opened as a file cannot load modules

const { search, complete, countFacets, respelt, idle, LoadError } = window.warraq;

const ROOT = new URL("../", document.currentScript.src);
const VALUES_SHOWN = 100;
const PATIENCE = 1000; // ms, after which the first results are shown while older articles are searched

/** Part of the index did not come: the connection's fault, or the folder's, and not these scripts'. */
const isLoss = (error) => Boolean(LoadError) && error instanceof LoadError;

/** What did not come is told by the search itself; any other error is for those who mend scripts. */
function failed(error) {
  if (!isLoss(error)) console.error(error);
}

function openPage(/** @type {HTMLElement} */ page) {
  const texts = JSON.parse(document.getElementById("texts").textContent);
  const [box, count, sort, list, notice, more, completions] =
    ["q", "count", "sort", "results", "notice", "more", "completions"]
      .map((id) => document.getElementById(id));
  const facets = [...page.querySelectorAll("details[data-facet]")];
  const plural = new Intl.PluralRules("ar");
  const locale = `ar-${texts.country}-u-nu-${texts.digits}`;
  const grouped = new Intl.NumberFormat(locale);
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  /** @type {Filters} */
  const chosen = Object.fromEntries(facets.map((facet) => [facet.dataset.facet, []]));
  let latest = 0;
  let finished = true; // the query: nothing has been typed since it was sent or called up

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
    const by = [result.source, result.dateline, when, result.category].filter(Boolean);
    const item = element("li", {},
      element("h2", {}, link),
      element("p", {}, ...marked(result.pieces.excerpt)),
      element("ul", { className: "by" }, ...by.map((part) => element("li", {}, element("bdi", {}, part)))));
    item.dataset.place = result.place;
    return item;
  }

  function showFacet(facet, counts) {
    const [name, fieldset] = [facet.dataset.facet, facet.querySelector("fieldset")];
    const focused = fieldset.contains(document.activeElement) ? document.activeElement.value : null;
    const label = (value) =>
      name !== "year" ? value : value === "undated" ? texts.undated : plain.format(value);
    const order = name === "year"
      ? ([a], [b]) => (a < b ? 1 : -1)
      : ([a, m], [b, n]) => n - m || a.localeCompare(b, "ar");
    const unseen = Object.fromEntries(chosen[name].map((value) => [value, 0]));
    const choices = Object.entries({ ...unseen, ...counts }) // what is chosen can be taken back
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

  /** What the reader must know of how the query was taken: never merge or drop in silence. */
  function said({ total, instead, begun, offered, also, twins, dropped, meant, years }) {
    const lines = [];
    if (years) {
      const named = years.map((year) => (year === "undated" ? texts.undated : plain.format(year)));
      const text = years.length ? `${texts.partial} ${named.join("، ")}${texts.stop}` : texts.none;
      lines.push(element("p", { className: "box" }, text));
    }
    const unknown = { offered, ...(total ? { instead, begun } : {}) };
    for (const [name, spellings] of Object.entries(unknown)) {
      for (const word of new Set(spellings.map((one) => meant.get(one)))) {
        const its = spellings.filter((one) => meant.get(one) === word);
        lines.push(hint(texts[name].replace("{word}", word), its, meant));
      }
    }
    if (also.length && total) lines.push(hint(texts.also, also, meant));
    if (twins.length) lines.push(hint(texts.twins, twins, meant));
    if (dropped) {
      lines.push(element("p", { className: "hint" }, `${texts.dropped} «`, element("bdi", {}, dropped), "»."));
    }
    if (!total) lines.push(element("p", { className: "hint" }, narrowed() ? texts.narrowed : texts.nothing));
    return lines;
  }

  function hint(text, words, meant) {
    const choices = words.flatMap((word, n) => [n ? "، " : "", spelling(word, meant.get(word))]);
    return element("p", { className: "hint" }, `${text} `, ...choices, texts.stop);
  }

  /** A spelling that can be chosen in place of the word of the query for which it stands. */
  function spelling(word, of) {
    const button = element("button", { type: "button", className: "spelling" }, word);
    button.addEventListener("click", async () => {
      box.value = await respelt(box.value, of, word).catch(failed) ?? box.value;
      finished = true;
      show();
      box.focus();
    });
    return button;
  }

  /** Offers how the last word may go on. */
  async function offer() {
    const text = box.value;
    const words = await complete(text).catch(failed) ?? [];
    if (text === box.value) completions.replaceChildren(...words.map((value) => element("option", { value })));
  }

  const narrowed = () => Object.values(chosen).some((values) => values.length);

  const asked = () => box.value.trim() || narrowed();

  const placesShown = () => [...list.children].map((item) => item.dataset.place);

  /**
   * Where the older articles take long, what the newest hold is shown before; it then stays where
   * it is, for it is being read, and the rest follows.
   */
  function earlyResults(/** @type {number} */ mine) {
    const start = performance.now();
    let [timer, shown] = [0, false];
    function showThem(/** @type {Result[]} */ results) {
      if (mine !== latest) return;
      shown = true;
      list.replaceChildren(...results.map(card));
      count.textContent = texts.older;
      more.hidden = true;
      notice.replaceChildren();
    }
    return {
      tell: (results) => { timer = setTimeout(showThem, start + PATIENCE - performance.now(), results); },
      stop: () => clearTimeout(timer),
      shown: () => shown,
    };
  }

  /** Asks and shows; with an `offset`, adds to what is shown. */
  async function show(offset = 0) {
    const mine = ++latest;
    const early = earlyResults(mine);
    remember();
    list.ariaBusy = "true";
    try {
      await idle(); // on a slow line only the last of several hasty questions is asked
      if (mine !== latest) return;
      const order = box.value.trim() ? sort.value : "date";
      const asking = { finished, filters: chosen, sort: order };
      let found = await search(box.value, offset ? { ...asking, offset, shown: placesShown() } : { ...asking, tell: early.tell })
        .finally(early.stop);
      if (mine !== latest) return;
      const stay = offset > 0 || early.shown();
      if (stay && !offset) found = await search(box.value, { ...asking, offset: list.children.length, shown: placesShown() });
      if (mine !== latest) return;
      const cards = found.results.map(card);
      if (stay) list.append(...cards);
      else list.replaceChildren(...cards);
      if (offset) cards[0]?.querySelector("a").focus();
      more.hidden = list.children.length >= found.total;
      count.textContent = asked()
        ? texts.results[plural.select(found.total)].replace("{n}", grouped.format(found.total)) : "";
      sort.parentElement.hidden = Boolean(asked()) && !found.total;
      notice.replaceChildren(...(asked() ? said(found) : []));
      await showFacets(mine, found.total);
    } catch (error) {
      failed(error);
      if (mine === latest) showFailure(error, offset, offset > 0 || early.shown());
    } finally {
      if (mine === latest) list.ariaBusy = "false";
    }
  }

  async function showFacets(mine, total) {
    for (const facet of facets) { // one that is closed may be empty: unknown
      facet.hidden = !asked() || !(total || chosen[facet.dataset.facet].length);
    }
    const open = facets.filter((facet) => facet.open && !facet.hidden);
    if (!open.length) return;
    const counts = await countFacets({ query: box.value, finished, filters: chosen }, open.map((facet) => facet.dataset.facet));
    if (mine === latest) open.forEach((facet) => showFacet(facet, counts[facet.dataset.facet]));
  }

  function showFailure(error, offset, stay) {
    const text = isLoss(error) ? texts.failure : texts.fault;
    const said = element("p", { className: "box", role: "alert" }, text);
    const again = element("button", { type: "button", className: "more" }, texts.again);
    again.addEventListener("click", () => show(offset));
    if (!stay) list.replaceChildren();
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
    finished = false;
    clearTimeout(pause);
    pause = setTimeout(() => {
      show();
      offer();
    }, 200);
  });
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    finished = true;
    show();
  });
  sort.addEventListener("change", () => show());
  more.addEventListener("click", () => show(list.children.length));
  for (const facet of facets) {
    const name = facet.dataset.facet;
    facet.addEventListener("toggle", () => {
      if (list.ariaBusy !== "true") showFacets(latest).catch((error) => {
        failed(error);
        showFailure(error, 0, false);
      });
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
if (page && search) openPage(page); // else the script beside has not come, and the page says so
}
