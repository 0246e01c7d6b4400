/**
 * The service worker: gives back what the reader's browser has kept, when the net does not answer.
 *
 * Its addresses all come from its scope, and the names of its caches begin with it: other archives
 * may live under the same host. Two lines before this, made at build time, say what VERSION is and
 * which files are the SHELL, each with its digest. What is in which cache: see assets/offline.js.
 */

"use strict";

const SCOPE = new URL(self.registration.scope);
const PREFIX = `warraq:${SCOPE.pathname}:`;
const SHELL_CACHE = `${PREFIX}shell:${VERSION}`;
const PATIENCE = 4000; // ms, where there is a kept copy to show instead

/** Whether the last page had to come from what is kept: then its parts do not wait either. */
let struggling = false;

self.addEventListener("install", (event) => event.waitUntil(keepShell()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const inside = url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
  if (!inside || event.request.method !== "GET") return;
  const path = url.pathname.slice(SCOPE.pathname.length).replace(/(^|\/)$/, "$1index.html");
  const answer = answerFor(path, event.request);
  if (answer) event.respondWith(answer(event.request, path));
});

function answerFor(path, request) {
  if (path === "pagefind/root.json") return searchRoot;
  if (path.startsWith("pagefind/")) return searchFile;
  if (path.startsWith("assets/") || path === "app.webmanifest") return asset;
  if (path.startsWith("files/") && request.mode !== "navigate") return picture;
  return request.mode === "navigate" ? page : null;
}

/** All or nothing: a page of a hotel's network in the place of a file stops it by its digest. */
async function keepShell() {
  const cache = await caches.open(SHELL_CACHE);
  await Promise.all(SHELL.map(async ([path, integrity]) => {
    const response = await fetch(new URL(path, SCOPE), { cache: "no-cache", integrity });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    await cache.put(new URL(path, SCOPE), response);
  }));
  await self.skipWaiting();
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX}shell:`) && name !== SHELL_CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** From the net, as new as it is there (not from the browser's own memory of it). */
async function page(request, path) {
  const network = fetch(request, { cache: "no-cache" });
  const answer = await soon(network);
  struggling = !answer || answer.status >= 500;
  if (!struggling) return answer;
  const kept = await keptPage(path);
  return kept ?? answer ?? network.catch(unsaved);
}

async function asset(request, path) {
  const kept = struggling ? await inCache(SHELL_CACHE, path) : null;
  if (kept) return kept;
  const network = fetch(request);
  const answer = await soon(network);
  return answer?.ok ? answer : (await inCache(SHELL_CACHE, path)) ?? answer ?? network;
}

/** Of an article. */
async function picture(request, path) {
  const kept = struggling ? await keptPage(path) : null;
  if (kept) return kept;
  const network = fetch(request);
  const answer = await soon(network);
  return answer?.ok ? answer : (await keptPage(path)) ?? answer ?? network;
}

/** Named by what they hold, so what is kept is right for ever. */
async function searchFile(request, path) {
  const [, year] = path.match(/^pagefind\/fragment\/([^/]+)\//) ?? [];
  return (await inGroup(year ?? "search", path)) ?? fetch(request);
}

/** The index as it is now, or the last that was kept whole, and to which years it must keep. */
async function searchRoot(request, path) {
  const network = fetch(request);
  const answer = await soon(network);
  if (answer && answer.status < 500) return answer;
  const kept = await inCache(`${PREFIX}group:search`, path);
  if (!kept) return answer ?? network;
  const names = new Set(await caches.keys());
  const years = kept.headers.get("warraq-years").split(",");
  const keptYears = years.filter((year) => names.has(`${PREFIX}group:${year}`));
  if (keptYears.length === years.length) return new Response(kept.body);
  return new Response(kept.body, { headers: { "warraq-years": keptYears.join(",") } });
}

/** What has come within PATIENCE, or null. */
function soon(network) {
  const tired = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([network.catch(() => null), tired]);
}

async function keptPage(path) {
  const [, year] = path.match(/^(?:files\/(?:[^/]+\/)*?)?(\d{4}|undated)\//) ?? [];
  const group = year ?? "lists"; // as in generator/warraq/model.py
  return (await inCache(SHELL_CACHE, path)) ?? inGroup(group, path);
}

/** In any pack of a group, the newest first: while it is brought up to date there are two of some. */
async function inGroup(group, path) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}pack:${group}:`));
  for (const name of names.reverse()) {
    const found = await inCache(name, path);
    if (found) return found;
  }
  return undefined;
}

function inCache(cacheName, path) {
  return caches.match(new URL(path, SCOPE), { cacheName, ignoreVary: true });
}

/** The page that says that a page is not kept. Its links are from the site's root. */
async function unsaved() {
  const kept = await inCache(SHELL_CACHE, "unsaved.html");
  if (!kept) return Response.error();
  const text = (await kept.text()).replace("<head>", `<head>\n<base href="${SCOPE.href}">`);
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
