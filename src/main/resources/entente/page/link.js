/** Changed readings, assumptions and the digest of the rule book in the fragment of an address. */

/**
 * @param {{changes: Record<string, number | null>, assumptions: object, rules: string}} state
 * @returns {string} such as #r=b360dc91&us_prc_gdp_ratio=1.2
 */
export function writeLink({ changes, assumptions, rules }) {
  const parts = new URLSearchParams({ rules: rules.slice(0, 8) });
  for (const [indicator, value] of Object.entries(changes)) {
    parts.set(indicator, value === null ? "unknown" : String(value));
  }
  if (Object.keys(assumptions).length > 0) {
    parts.set("assumptions", JSON.stringify(assumptions));
  }
  return `#${parts}`;
}

/**
 * What a link holds; names that are no indicator of this rule book are listed, not used.
 * @param {string} hash @param {any[]} indicators
 * @returns {{changes?: Record<string, number | null>, assumptions?: object, rules?: string, unknown: string[]}}
 */
export function readLink(hash, indicators) {
  const parts = new URLSearchParams(hash.slice(1));
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  /** @type {ReturnType<typeof readLink>} */
  const found = { unknown: [], rules: parts.get("rules") ?? undefined };
  for (const [name, text] of parts) {
    if (name === "rules") {
      continue;
    }
    if (name === "assumptions") {
      try {
        found.assumptions = JSON.parse(text);
      } catch {
        found.unknown.push(name);
      }
    } else if (known.has(name) && (text === "unknown" || (text.trim() !== "" && Number.isFinite(Number(text))))) {
      (found.changes ??= {})[name] = text === "unknown" ? null : Number(text);
    } else {
      found.unknown.push(name);
    }
  }
  return found;
}
