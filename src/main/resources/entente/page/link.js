/** Changed readings, assumptions and the digest of the rule book in the fragment of an address. */

import { read, written } from "./uncertain.js";

/** @typedef {import("./uncertain.js").Change} Change */

/**
 * `percent` and `kept` are for a reader under other rules: the likelihood then, and its assessment in the archive.
 * @param {{changes: Record<string, Change>, assumptions: object, rules: string, percent?: number, kept?: string, dropped?: boolean, unratedAny?: boolean}} state
 * @returns {string} such as #rules=b360dc91&gdp_ratio=1.2
 */
export function writeLink({ changes, assumptions, rules, percent, kept, dropped, unratedAny }) {
  const parts = new URLSearchParams({ ...(dropped ? { dropped: "" } : {}), rules: rules.slice(0, 8) });
  for (const [indicator, value] of Object.entries(changes)) {
    parts.set(indicator, written(value));
  }
  if (unratedAny) {
    parts.set(UNRATED, "any");
  }
  if (Object.keys(assumptions).length > 0) {
    parts.set("assumptions", JSON.stringify(assumptions));
  }
  if (percent !== undefined) {
    parts.set("percent", String(percent));
  }
  if (kept !== undefined) {
    parts.set("kept", kept);
  }
  return `#${parts.toString().replace("dropped=&", "dropped&")}`;
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
    if (name === "rules" || name === "kept" || name === "dropped") {
      continue;
    }
    if (name === UNRATED) {
      found.unratedAny = text === "any";
      continue;
    }
    if (name === "percent") {
      found.percent = Number.isFinite(Number(text)) ? Number(text) : undefined;
      continue;
    }
    if (name === "assumptions") {
      try {
        found.assumptions = JSON.parse(text);
      } catch {
        found.unknown.push(name);
      }
      continue;
    }
    const change = known.has(name) ? read(known.get(name), text) : undefined;
    if (change === undefined) {
      found.unknown.push(name);
    } else {
      (found.changes ??= {})[name] = change;
    }
  }
  return found;
}
