/** The scale of the yardstick: rule, ticks, words and figures. */

import { svg } from "lit";
import { BANDS, percent } from "../format.js";
import { textWidth } from "./width.js";

/** Height of the rule. */
export const RULE = 44;
export const SCALE_HEIGHT = { needle: 80, scale: 62 };

const BORDERS = [0, ...BANDS.map((band) => band.to)];

/** Ticks of one percent; tens a little longer, borders of bands longest. @param {number} width */
export function ticks(width) {
  const at = (/** @type {number} */ value) => Math.min(width - 0.75, Math.max(0.75, value / 100 * width)).toFixed(2);
  const lines = (/** @type {number[]} */ values, /** @type {number} */ length) =>
    values.map((value) => `M${at(value)} ${RULE}v${length}`).join("");
  const all = Array.from({ length: 101 }, (_, value) => value);
  return svg`
    <path class="rule" d=${`M0 ${RULE}H${width}`}/>
    <path class="fine" d=${lines(all.filter((value) => value % 10 !== 0), 5)}/>
    <path class="fine" d=${lines(all.filter((value) => value % 10 === 0), 8)}/>
    <path class="border" d=${lines(BORDERS, 14)}/>`;
}

/** The term of a band in one or two lines. @param {string} term @returns {string[]} */
const lines = (term) => (term === "almost no chance" ? ["almost no", "chance"] : term.split(" "));

/**
 * The words of the bands, or the current one alone.
 * @param {number} width @param {{id: string} | null} current @param {boolean} all
 */
export function words(width, current, all) {
  // The two lowest share the room of one.
  const hidden = BANDS[current?.id === BANDS[0].id ? 1 : 0].id;
  return BANDS.filter((band) => (all && band.id !== hidden) || band.id === current?.id).map((band, index, shown) => {
    const { x, anchor } = wordPlace(band, width, shown.length > 1);
    const parts = lines(band.term);
    return svg`<text class=${band.id === current?.id ? "word current" : "word"} text-anchor=${anchor}>
      ${parts.map((part, line) => svg`<tspan x=${x} y=${RULE - 15 - (parts.length - 1 - line) * 14}>${part}</tspan>`)}</text>`;
  });
}

/**
 * In the middle of its band, at the end of the scale, or at its far border where the neighbours are close.
 * @param {{from: number, to: number, term: string}} band @param {number} width @param {boolean} crowded with its neighbours
 */
function wordPlace(band, width, crowded) {
  const half = Math.max(...lines(band.term).map((line) => textWidth(line, 12, 600))) / 2;
  const middle = (band.from + band.to) / 200 * width;
  if (middle < half) {
    return { x: 0, anchor: "start" };
  }
  if (middle > width - half) {
    return { x: width, anchor: "end" };
  }
  if (crowded && width < 560 && band.to === 20) {
    return { x: band.to / 100 * width, anchor: "end" };
  }
  if (crowded && width < 560 && band.from === 80) {
    return { x: band.from / 100 * width, anchor: "start" };
  }
  return { x: middle, anchor: "middle" };
}

/**
 * The likelihood, that of the unchanged scenario and the borders, without overlap: what comes first stays.
 * @param {number} width @param {number} value @param {number | null} baseline
 * @param {string} said what is printed at the value; by default its percentage @param {string} earlier likewise at the baseline
 */
export function labels(width, value, baseline, said, earlier) {
  const moved = baseline !== null && baseline !== value;
  const wanted = [
    beside("likelihood", value, said || percent(value), moved && baseline > value, 68, width),
    ...(moved ? [beside("earlier", baseline, earlier || percent(baseline), baseline < value, 40, width)] : []),
    ...[0, 100, ...BORDERS.slice(1, -1)].map((border) => tickLabel(border, width)),
  ];
  /** @type {typeof wanted} */
  const placed = [];
  for (const label of wanted) {
    const needle = label.kind === "earlier" ? value / 100 * width : null;
    const free = placed.every((other) => label.right + 4 < other.left || label.left - 4 > other.right)
      && (needle === null || label.right < needle - 8 || label.left > needle + 8);
    if (free) {
      placed.push(label);
    }
  }
  return placed;
}

/** Where it is too narrow for words: the borders of the bands above the rule. @param {number} width */
export const figures = (width) => BORDERS.slice(1, -1).map((border) => tickLabel(border, width))
  .map((label) => svg`<text class="tick" text-anchor=${label.anchor} y=${RULE - 6} x=${label.x}>${label.text}</text>`);

/** @param {string} kind @param {number} value @param {string} text @param {boolean} before @param {number} least @param {number} width */
function beside(kind, value, text, before, least, width) {
  const room = Math.max(least, textWidth(text, kind === "likelihood" ? 19 : 12, 600));
  const x = value / 100 * width;
  const left = before ? x - 11 - room > 0 : x + 11 + room > width;
  return left
    ? { kind, text, x: x - 11, anchor: "end", left: x - 11 - room, right: x + 8 }
    : { kind, text, x: x + 11, anchor: "start", left: x - 8, right: x + 11 + room };
}

/** @param {number} border @param {number} width */
function tickLabel(border, width) {
  const text = String(border);
  const half = textWidth(text, 11.5) / 2;
  const x = border === 0 ? half + 1 : border === 100 ? width - half : border / 100 * width;
  return { kind: "tick", text, x, anchor: "middle", left: x - half, right: x + half };
}

