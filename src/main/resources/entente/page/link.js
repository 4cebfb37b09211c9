/** What addresses hold: changed readings, assumptions and the digest of the rule book in their fragment. */

import { changedScenario, read, written } from "./uncertain.js";

/** @typedef {import("./uncertain.js").Change} Change */

/**
 * `percent` and `kept` are for a reader under other rules: the likelihood then, and its assessment in the archive.
 * @param {{changes: Record<string, Change>, assumptions: object, rules: string, percent?: number, kept?: string, dropped?: boolean, unratedAny?: boolean}} state
 * @returns {string} such as #rules=b360dc91&gdp_ratio=1.2
 */
export function writeLink({ changes, assumptions, rules, percent, kept, dropped, unratedAny }) {
  const held = {
    dropped: dropped ? "" : undefined, rules: rules.slice(0, 8),
    ...Object.fromEntries(Object.entries(changes).map(([indicator, value]) => [indicator, written(value)])),
    [UNRATED]: unratedAny ? "any" : undefined,
    assumptions: Object.keys(assumptions).length > 0 ? JSON.stringify(assumptions) : undefined, percent, kept,
  };
  const parts = Object.entries(held).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
  return `#${new URLSearchParams(parts).toString().replace("dropped=&", "dropped&")}`;
}

/** Unrated readings are taken to have any grade. */
const UNRATED = "unrated";

/** Whether the address stands for a scenario that was dropped on the front page. @param {string} hash */
export const isDropped = (hash) => new URLSearchParams(hash.slice(1)).has("dropped");

/**
 * What a link holds; names that are no indicator of this rule book are listed, not used.
 * @param {string} hash @param {any[]} indicators
 * @returns {{changes?: Record<string, Change>, assumptions?: any, rules?: string, percent?: number, kept?: string, unratedAny?: boolean, unknown: string[]}}
 */
export function readLink(hash, indicators) {
  const parts = new URLSearchParams(hash.slice(1));
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  /** @type {ReturnType<typeof readLink>} */
  const found = { unknown: [], rules: parts.get("rules") ?? undefined, kept: parts.get("kept") ?? undefined };
  for (const [name, text] of parts) {
    const change = known.has(name) ? read(known.get(name), text) : undefined;
    if (name === UNRATED) {
      found.unratedAny = text === "any";
    } else if (name === "percent") {
      found.percent = Number.isFinite(Number(text)) ? Number(text) : undefined;
    } else if (name === "assumptions") {
      try {
        found.assumptions = JSON.parse(text);
      } catch {
        found.unknown.push(name);
      }
    } else if (change !== undefined) {
      (found.changes ??= {})[name] = change;
    } else if (!["rules", "kept", "dropped"].includes(name)) {
      found.unknown.push(name);
    }
  }
  return found;
}

/** Where the front page leaves a scenario that was dropped on it. */
const DROPPED = "entente-dropped";

/** It lasts as long as its tab. */
export function droppedScenario() {
  const text = sessionStorage.getItem(DROPPED);
  if (text === null) {
    throw new Error("The scenario file was opened in another tab, or that tab was closed. Open the file again on the front page.");
  }
  return JSON.parse(text);
}

/** The case as it stands. @param {import("./store.js").Store} store */
export function fragmentOf({ changes, assumptions, past, file, state }) {
  const dropped = file !== null;
  if (Object.keys(changes).length === 0 && assumptions === past[0].assumptions && !state.unratedAny) {
    return dropped ? "#dropped" : "";
  }
  return writeLink({ changes, assumptions, rules: state.book.sha256, dropped, unratedAny: state.unratedAny });
}

/** A link to the case for others. @param {import("./store.js").Store} store @param {string} [kept] its assessment in the archive */
export function linkTo({ changes, assumptions, state: { assessment, id, unratedAny } }, kept) {
  const link = writeLink({
    changes, assumptions, rules: assessment.provenance.rules.sha256, percent: assessment.verdict.likelihood.percent, kept, unratedAny,
  });
  return `${location.origin}/workbench/${encodeURIComponent(id)}${link}`;
}

const SUFFIX = "-changed";

/** Where a case is compared with the scenario that it changes. @param {string} id of that @param {string} fragment */
export const addressOf = (id, fragment) => `/compare?scenarios=${encodeURIComponent(id)},${encodeURIComponent(id + SUFFIX)}${fragment}`;

/** The scenario that a case changes. @param {string} id of the case */
export const baseOf = (id) => id.slice(0, -SUFFIX.length);

/**
 * The case that the address names, in the form of a file; null if it names none.
 * @param {string[]} ids @param {ReturnType<typeof readLink>} link @param {any[]} scenarios
 */
export function movedCase(ids, link, scenarios) {
  const changes = link.changes ?? {};
  const assumptions = link.assumptions ?? {};
  const base = scenarios.find((scenario) => scenario.valid && ids.includes(scenario.id + SUFFIX));
  const moved = Object.keys(changes).length + Object.keys(assumptions).length > 0;
  return base && moved ? changedScenario({ id: base.id, title: base.title, file: null, changes, assumptions }) : null;
}
