/** The scale of the yardstick: rule, bands with their words, ticks and figures. */

import { nothing, svg } from "lit";
import { BANDS, percent, withPercent } from "../format.js";
import { placeOf } from "../scale.js";
import { textWidth } from "./width.js";

/** Height of the rule. */
export const RULE = 44;
export const SCALE_HEIGHT = { needle: 96, scale: 76 };
/** Lines of figures below the rule. */
const FIGURES = RULE + 26;
const VALUES = RULE + 46;

/** Ticks with figures, in percent: those that come first stay where there is no room for all. */
export const TICKS = [1, 5, 20, 50, 80, 95, 0.1, 99.9, 10, 2, 0.3];

/** The unit stands at the last. @param {number} tick */
export const tickText = (tick) => (tick === Math.max(...TICKS) ? withPercent(String(tick)) : String(tick));

/** Where bands meet, in percent. */
export const BORDERS = BANDS.slice(1).map((band) => band.from);

/**
 * Every second band is tinted, and more so the current one.
 * @param {number} width of the axis @param {number} top @param {number} bottom @param {string} [current] @param {string} [unit] of the width
 */
export const stripes = (width, top, bottom, current, unit = "") => BANDS.map((band, index) => {
  const [from, to] = [placeOf(band.from) * width, placeOf(band.to) * width];
  return index % 2 === 0 && band.id !== current ? nothing
    : svg`<rect class=${band.id === current ? "stripe current" : "stripe"} y=${top} height=${bottom - top} x=${from.toFixed(2) + unit} width=${(to - from).toFixed(2) + unit}/>`;
});

/** The rule with ticks at figures and longer ones where bands meet. @param {number} width @param {number} [y] @param {number} [tick] length of a tick */
export function rule(width, y = RULE, tick = 6) {
  const lines = (/** @type {number[]} */ values, /** @type {number} */ length) =>
    values.map((value) => `M${Math.min(width - 0.75, Math.max(0.75, placeOf(value) * width)).toFixed(2)} ${y}v${length}`).join("");
  return svg`
    <path class="rule" d=${`M0 ${y}H${width}`}/>
    <path class="fine" d=${lines(TICKS, tick)}/>
    <path class="border" d=${lines(BORDERS, 2 * tick)}/>`;
}

/**
 * The term of a band in lines, and how many rows these stand off the rule: the narrowest band's is beyond its neighbours'.
 * @param {{id: string, term: string}} band
 */
export function termLines({ id, term }) {
  const blank = term.lastIndexOf(" ");
  return id === "ROUGHLY_EVEN" ? { lines: [term], off: 1 } : { lines: [term.slice(0, Math.max(0, blank)), term.slice(blank + 1)].filter((line) => line !== ""), off: 0 };
}

/**
 * The words of the bands, or the current one alone.
 * @param {number} width @param {string | undefined} current @param {boolean} all
 */
export const words = (width, current, all) => BANDS.filter(({ id }) => all || id === current).map((band) => {
  const { lines, off } = all ? termLines(band) : { lines: [band.term], off: 0 };
  const x = inside((placeOf(band.from) + placeOf(band.to)) / 2 * width, Math.max(...lines.map((line) => textWidth(line, 12, 700))), width);
  return svg`<text class=${band.id === current ? "word current" : "word"} text-anchor="middle">
    ${lines.map((line, index) => svg`<tspan x=${x} y=${RULE - 13 - (lines.length - 1 - index + off) * 14}>${line}</tspan>`)}</text>`;
});

/** The figures of the ticks, without overlap. @param {number} width @param {number[]} lines that cross them, in px */
export function figures(width, lines) {
  /** @type {{text: string, x: number, left: number, right: number}[]} */
  const placed = [];
  for (const tick of TICKS) {
    const text = tickText(tick);
    const room = textWidth(text, 11.5);
    const x = inside(placeOf(tick) * width, room, width);
    const label = { text, x, left: x - room / 2, right: x + room / 2 };
    if (placed.every((other) => label.right + 4 < other.left || label.left - 4 > other.right)
      && lines.every((line) => label.right + 2 < line || label.left - 2 > line)) {
      placed.push(label);
    }
  }
  return placed.map(({ text, x }) => svg`<text class="tick" text-anchor="middle" x=${x.toFixed(1)} y=${FIGURES}>${text}</text>`);
}

/**
 * The likelihood and that of the unchanged scenario, if there is room for both.
 * @param {number} width @param {number} value @param {number | null} baseline
 * @param {string} said what is printed at the value; by default its percentage @param {string} earlier likewise at the baseline
 */
export function labels(width, value, baseline, said, earlier) {
  const moved = baseline !== null && baseline !== value;
  const first = beside("likelihood", value, said || percent(value), moved && baseline > value, width);
  const second = moved ? beside("earlier", baseline, earlier || percent(baseline), baseline < value, width) : first;
  return [first, second].slice(0, second.right + 4 < first.left || second.left - 4 > first.right ? 2 : 1)
    .map(({ kind, text, x, anchor }) => svg`<text class=${kind} text-anchor=${anchor} y=${VALUES} x=${x}>${text}</text>`);
}

/** @param {string} kind @param {number} value @param {string} text @param {boolean} before @param {number} width */
function beside(kind, value, text, before, width) {
  const room = textWidth(text, kind === "likelihood" ? 19 : 12, 600);
  const x = placeOf(value) * width;
  const left = before ? x - 9 - room > 0 : x + 9 + room > width;
  return left
    ? { kind, text, x: x - 9, anchor: "end", left: x - 9 - room, right: x - 9 }
    : { kind, text, x: x + 9, anchor: "start", left: x + 9, right: x + 9 + room };
}

/** The middle of a text that is not to stand out at either end. @param {number} x @param {number} room @param {number} width */
const inside = (x, room, width) => Math.min(width - room / 2, Math.max(room / 2, x));
