// `warraq serve` adds this to every page that it sends. It is never part of the site.
"use strict";
(() => {
  (window.warraq ??= {}).preview = true; // nothing is kept of a preview: there is no sw.js
  const script = document.currentScript;
  const scrollKey = `warraq scroll ${location.pathname}`;

  const scroll = sessionStorage.getItem(scrollKey);
  if (scroll !== null) {
    sessionStorage.removeItem(scrollKey);
    scrollTo({ top: Number(scroll), behavior: "instant" });
  }

  // A shadow root keeps the page's style out of the overlay; a constructed style sheet is allowed
  // under any content security policy.
  const overlay = document.createElement("div");
  const shadow = overlay.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    section {
      position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box;
      padding: 2rem max(1.5rem, 50vw - 24rem); background: #fffaf2f5; color: #1d1a16;
      font: 1.05rem/1.8 system-ui, sans-serif; border-block-start: .5rem solid #b3261e;
    }
    h1 { font-size: 1.4rem; margin: 0; }
    li { margin-block: 1rem; }
    .warning { opacity: .75; }
    bdi { font-family: ui-monospace, monospace; font-size: .9em; font-weight: bold; }
  `);
  shadow.adoptedStyleSheets = [style];

  const show = ({ build, overlay: markup }) => {
    if (markup) {
      shadow.innerHTML = markup;
      document.body.append(overlay);
    } else if (build !== script.dataset.build) {
      sessionStorage.setItem(scrollKey, String(scrollY));
      location.reload();
    } else {
      overlay.remove();
    }
  };

  // Browsers allow six connections to a host: a tab that nobody sees gives up its own, and is told
  // the latest when it is seen again.
  let events = null;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource(new URL("events", script.src));
      events.onmessage = (message) => show(JSON.parse(message.data));
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
