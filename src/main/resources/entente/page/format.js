/** Numbers and names as text; probabilities and shares are rounded as the command line rounds them. */

const MINUS = "\u2212";

/** A figure and its unit, which stay on one line. @param {string} number */
export const withPercent = (number) => `${number}\u00a0%`;

/** Terms of likelihood (ICD 203, and one below them), ascending, with their range in percent. */
export const BANDS = [
  { id: "BELOW_ONE_PERCENT", term: "exceptionally unlikely", from: 0, to: 1 },
  { id: "ALMOST_NO_CHANCE", term: "almost no chance", from: 1, to: 5 },
  { id: "VERY_UNLIKELY", term: "very unlikely", from: 5, to: 20 },
  { id: "UNLIKELY", term: "unlikely", from: 20, to: 45 },
  { id: "ROUGHLY_EVEN", term: "roughly even", from: 45, to: 55 },
  { id: "LIKELY", term: "likely", from: 55, to: 80 },
  { id: "VERY_LIKELY", term: "very likely", from: 80, to: 95 },
  { id: "ALMOST_CERTAIN", term: "almost certain", from: 95, to: 100 },
];

export const GRADES = ["VERY_LOW", "LOW", "MODERATE", "HIGH", "VERY_HIGH"];

/** @param {string} constant such as VERY_UNLIKELY */
export const words = (constant) => constant.toLowerCase().replaceAll("_", " ");

/** @param {string} id */
export const band = (id) => BANDS[bandIndex(id)];

/** @param {string} id */
export const bandIndex = (id) => BANDS.findIndex((each) => each.id === id);

/** The range of a band, such as "5–20 %". @param {string} id */
export const bandRange = (id) => withPercent(id === BANDS[0].id ? `less than ${BANDS[0].to}` : `${band(id).from}–${id === "ALMOST_CERTAIN" ? 99 : band(id).to}`);

/**
 * A likelihood: a whole number from five up, one decimal below, and where the whole number would be of another band or certain.
 * @param {number} value in percent @param {boolean} [whole] whether a whole number is allowed
 */
function figure(value, whole = true) {
  const tenths = Math.round(value * 10) / 10;
  const rounded = Math.round(tenths);
  const bandOf = (/** @type {number} */ at) => BANDS.findLast((each) => at >= each.from);
  return whole && tenths >= 5 && rounded < 100 && bandOf(rounded) === bandOf(tenths) ? String(rounded) : tenths.toFixed(1);
}

/** @param {number} value in percent @param {boolean} [whole] whether a whole number is allowed */
export const percent = (value, whole) => withPercent(figure(value, whole));

/** Whether the difference of two likelihoods as printed is their difference to the tenth. @param {number} before @param {number} after */
export const showsDifference = (before, after) =>
  Math.abs(Number(figure(after)) - Number(figure(before)) - (after - before)) < 0.05;

/** Whether two likelihoods are printed apart. @param {number} one @param {number} other */
export const apart = (one, other) => one === other || figure(one) !== figure(other);

/** Whether what is compared are best estimates behind intervals. @param {{intervalFirst: boolean}[]} verdicts */
export const bestEstimates = (verdicts) => verdicts.some((verdict) => verdict.intervalFirst);

/** The lowest and the highest of several likelihoods. @param {number} lowest @param {number} highest */
export const percents = (lowest, highest) =>
  (lowest === highest ? "" : `${figure(lowest, apart(lowest, highest))} to `) + percent(highest, apart(lowest, highest));

/** A signed number of points or percentage points. @param {number} value @param {number} [digits] */
export function signed(value, digits = 2) {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) {
    return digits === 2 ? "0" : `±${text}`;
  }
  return (value < 0 ? MINUS : "+") + text;
}

/** A reading without needless digits. @param {number | null | undefined} value */
export const measure = (value) => (value === null || value === undefined ? "–" : String(value).replace("-", MINUS));

/** Class of a sign: blue lowers, rust raises. @param {number} value */
export const direction = (value) => (value < 0 ? "lowers" : value > 0 ? "raises" : "");

const UNITS = /** @type {Record<string, string>} */ ({ percent: "%", ratio: "×", count: "", "USD bn": "bn $" });

/** What stands behind the box of a value. @param {any} indicator */
export const unit = (indicator) => (indicator.unit === "ordinal" ? `of ${indicator.range[1]}` : UNITS[indicator.unit] ?? indicator.unit);

/** A value with its unit, which stay on one line; a scale and a count have none. @param {any} indicator @param {number | null} value */
export const sized = (indicator, value) => (value === null ? "unknown"
  : `${measure(value)}${["ordinal", "count"].includes(indicator.unit) || unit(indicator) === "" ? "" : `\u00a0${unit(indicator)}`}`);

/** @param {string} date such as 2025-11-30 */
export function day(date) {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${dayOfMonth} ${names[month - 1]} ${year}`;
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** @param {number} n @param {string} one @param {string} [many] */
export const count = (n, one, many = `${one}s`) => `${SMALL[n] ?? n} ${n === 1 ? one : many}`;

/** The beginning of a digest, as rules and scenarios are named by. @param {string} sha256 */
export const shortDigest = (sha256) => sha256.slice(0, 8);

/** @param {any[]} indicators @param {string} id */
export const shortName = (indicators, id) => indicators.find((each) => each.id === id)?.short ?? id;

/** What a failure says. @param {unknown} failed */
export const messageOf = (failed) => (failed instanceof Error ? failed.message : String(failed));

/** @param {Intl.NumberFormatOptions} options */
const rounding = (options) => new Intl.NumberFormat("en", { useGrouping: false, .../** @type {any} */ ({ roundingMode: "halfEven" }), ...options });

const ONE_DECIMAL = rounding({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO_DIGITS = rounding({ minimumSignificantDigits: 2, maximumSignificantDigits: 2 });
const WHOLE = rounding({ maximumFractionDigits: 0 });

/** A number as it is written, not as it is stored. @param {Intl.NumberFormat} form @param {number} value */
const formatted = (form, value) => form.format(/** @type {any} */ (String(value)));

/** One decimal, as likelihoods have; what is not certain is never rounded to 0 or 100 %. @param {number} probability 0 to 1 */
export function chance(probability) {
  if (probability <= 0) {
    return withPercent("0");
  }
  const shown = formatted(ONE_DECIMAL, probability * 100);
  return Number(shown) === 0 ? withPercent("< 0.1")
    : withPercent(Number(shown) < 100 ? shown : 1 - probability < 1e-9 ? "100" : "> 99.9");
}

/** A standard error, with two digits where it is small. @param {number} error */
export const standardError = (error) => (error <= 0 || error >= 0.01 ? chance(error) : withPercent(formatted(TWO_DIGITS, error * 100)));

/** A share of a variance. @param {number} part 0 to 1 */
export const share = (part) => (part > 0 && part < 0.005 ? withPercent("< 1") : withPercent(formatted(WHOLE, part * 100)));

/** A count of any length, in groups of three; beyond fifteen digits as a power of ten. @param {string} digits */
export const grouped = (digits) => (digits.length > 15 ? `${digits[0]}.${digits[1]} × 10^${digits.length - 1}` : digits.replace(/(?<=\d)(?=(\d{3})+$)/g, ","));
