/** What was typed into the box of a value. */

import { measure } from "../format.js";

/**
 * @param {any} indicator @param {string} text
 * @returns {{value?: number | null, error?: string}} neither: nothing was typed
 */
export function typed(indicator, text) {
  const plain = text.trim().toLowerCase().replace("\u2212", "-");
  if (plain === "") {
    return {};
  }
  if (["unknown", "u", "-", "\u2013", "?"].includes(plain)) {
    return { value: null };
  }
  const value = Number(plain.replace(/^(-?\d*),(\d*)$/, "$1.$2").replace(/\s*%$/, ""));
  const [lowest, highest] = indicator.range;
  const asked = `${indicator.whole ? "a whole number" : "a number"} from ${measure(lowest)} to ${measure(highest)}`;
  if (!Number.isFinite(value) || value < lowest || value > highest || (indicator.whole && !Number.isInteger(value))) {
    return { error: `Type ${asked}, or "unknown".` };
  }
  return { value };
}
