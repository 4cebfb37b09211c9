/** Probabilities and shares as text, rounded as the command line rounds them. */

import { bandIndex, BANDS, withPercent } from "./format.js";

/** @param {Intl.NumberFormatOptions} options */
const format = (options) => new Intl.NumberFormat("en", { useGrouping: false, .../** @type {any} */ ({ roundingMode: "halfEven" }), ...options });

const ONE_DECIMAL = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO_DIGITS = format({ minimumSignificantDigits: 2, maximumSignificantDigits: 2 });
const WHOLE = format({ maximumFractionDigits: 0 });

/** A number as it is written, not as it is stored. @param {Intl.NumberFormat} form @param {number} value */
const text = (form, value) => form.format(/** @type {any} */ (String(value)));

/** One decimal, as likelihoods have; what is not certain is never rounded to 0 or 100 %. @param {number} probability 0 to 1 */
export function chance(probability) {
  if (probability <= 0) {
    return withPercent("0");
  }
  const rounded = text(ONE_DECIMAL, probability * 100);
  return Number(rounded) === 0 ? withPercent("< 0.1")
    : withPercent(Number(rounded) < 100 ? rounded : 1 - probability < 1e-9 ? "100" : "> 99.9");
}

/** A standard error, with two digits where it is small. @param {number} error */
export const standardError = (error) => (error <= 0 || error >= 0.01 ? chance(error) : withPercent(text(TWO_DIGITS, error * 100)));

/** A share of a variance. @param {number} part 0 to 1 */
export const share = (part) => (part > 0 && part < 0.005 ? withPercent("< 1") : withPercent(text(WHOLE, part * 100)));

/** A count of any length, in groups of three; beyond fifteen digits as a power of ten. @param {string} digits */
export const grouped = (digits) => (digits.length > 15 ? `${digits[0]}.${digits[1]} × 10^${digits.length - 1}` : digits.replace(/(?<=\d)(?=(\d{3})+$)/g, ","));

/**
 * Whether a verdict is sought with those above it, as the service does: the most probable one too, unless that is every case.
 * @param {Record<string, number>} bands probabilities @param {string} id
 */
export function atLeastOf(bands, id) {
  const most = BANDS.reduce((best, each) => (bands[each.id] > bands[best.id] ? each : best)).id;
  const atLeast = BANDS.slice(bandIndex(id)).reduce((sum, each) => sum + (bands[each.id] ?? 0), 0);
  return id === most ? atLeast < 1 - 1e-12 : bandIndex(id) > bandIndex(most);
}
