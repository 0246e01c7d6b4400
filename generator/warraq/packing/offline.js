/**
 * In the place of the theme's assets/offline.js, in a copy that is read without a net anyhow: there
 * is nothing to keep, and no worker is started.
 */

"use strict";

window.warraq ??= {};
Object.assign(window.warraq, { offline: { hindrance: () => "file", worker: Promise.resolve("file") } });
