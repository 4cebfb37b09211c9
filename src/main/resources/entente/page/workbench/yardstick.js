/** The yardstick of likelihood, with needle, with marks in rows, or as a scale alone; and its parts for other drawings. */

import { html, nothing, svg } from "lit";
import { LightElement } from "../element.js";
import { BANDS, percent, withPercent } from "../format.js";
import { placeOf } from "../scale.js";
import { at, inside, textWidth, Width, withRoom } from "./drawing.js";

/** Height of the rule. */
const RULE = 44;
const HEIGHT = { needle: 96, scale: 76 };
/** Height of a mark's row, which stands beside one of a list. */
const ROW = 56;
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
const words = (width, current, all) => BANDS.filter(({ id }) => all || id === current).map((band) => {
  const { lines, off } = all ? termLines(band) : { lines: [band.term], off: 0 };
  const x = inside((placeOf(band.from) + placeOf(band.to)) / 2 * width, Math.max(...lines.map((line) => textWidth(line, 12, 700))), width);
  return svg`<text class=${band.id === current ? "word current" : "word"} text-anchor="middle">
    ${lines.map((line, index) => svg`<tspan x=${x} y=${RULE - 13 - (lines.length - 1 - index + off) * 14}>${line}</tspan>`)}</text>`;
});

/** The figures of the ticks, without overlap. @param {number} width @param {number[]} lines that cross them, in px */
function figures(width, lines) {
  const all = TICKS.map((tick) => {
    const text = tickText(tick);
    const room = textWidth(text, 11.5);
    const x = inside(placeOf(tick) * width, room, width);
    return { text, x, left: x - room / 2, right: x + room / 2 };
  }).filter(({ left, right }) => lines.every((line) => right + 2 < line || left - 2 > line));
  return withRoom(all, 4).map(({ text, x }) => svg`<text class="tick" text-anchor="middle" x=${x.toFixed(1)} y=${FIGURES}>${text}</text>`);
}

/**
 * The likelihood and that of the unchanged scenario, if there is room for both.
 * @param {number} width @param {number} value @param {number | null} baseline
 * @param {string} said what is printed at the value @param {string} earlier likewise at the baseline
 */
function labels(width, value, baseline, said, earlier) {
  const moved = baseline !== null && baseline !== value;
  const all = [beside("likelihood", value, said, moved && baseline > value, width),
    ...(moved ? [beside("earlier", baseline, earlier, baseline < value, width)] : [])];
  return withRoom(all, 4).map(({ kind, text, x, anchor }) => svg`<text class=${kind} text-anchor=${anchor} y=${VALUES} x=${x}>${text}</text>`);
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

/**
 * A row of a list: a diamond, and a dashed one where it would otherwise be.
 * @param {string} name @param {number} value @param {number} baseline
 */
export function compactYardstick(name, value, baseline) {
  const width = 130;
  const middle = 10;
  const [here, before] = [value, baseline].map((each) => placeOf(each) * width);
  const said = `${name}: ${percent(value)}${baseline === value ? "" : `, with it ${percent(baseline)}`}`;
  return framed(said, width, 0, 2 * middle, svg`
    ${stripes(width, 0, 2 * middle)}
    <path class="thin" d=${`M0 ${middle}H${width}`}/>
    ${baseline === value ? nothing : svg`
      <rect class="move" x=${Math.min(here, before)} y=${middle - 2.5} width=${Math.max(2, Math.abs(here - before))} height="5"/>
      <path class="before" transform=${`translate(${before.toFixed(1)} ${middle})`} d="M0-6L6 0 0 6-6 0Z"/>`}
    <g class="moves" ${at(Math.min(width - 6, Math.max(6, here)), middle)}><path class="needle" d="M0-6L6 0 0 6-6 0Z"/></g>`);
}

/** @param {Mark} mark @param {number} width @param {number} top */
function markRow(mark, width, top) {
  const place = (/** @type {number} */ value) => placeOf(value) * width;
  const x = place(mark.value);
  const middle = top + ROW / 2;
  const from = mark.from === null || mark.from === mark.value ? null : place(mark.from);
  const room = textWidth(mark.label, 16, 600) + (mark.note ? 8 + textWidth(mark.note, 12) : 0);
  // Beyond the ring, if that would be below the text.
  const start = (/** @type {number} */ way) => (from !== null && way * (from - x) > 0 && way * (from - x) < 22 + room ? way * (from - x) + 11 : 17);
  const side = x + start(1) + room > width ? { x: -start(-1), anchor: "end" } : { x: start(1), anchor: "start" };
  return svg`
    <path class="thin" d=${`M0 ${top}H${width}`}/>
    ${from === null ? nothing : svg`<path class="way" d=${`M${from.toFixed(1)} ${middle}H${x.toFixed(1)}`}/>
      <circle class="before" cx=${from.toFixed(1)} cy=${middle} r="5"/>`}
    <rect class="interval" x=${place(mark.low)} y=${middle + 11} width=${Math.max(2, place(mark.high) - place(mark.low))} height="3.5"/>
    <g class="moves" ${at(x, middle)}>
      <rect class="disc" x="-9" y="-9" width="18" height="18" rx="9"/>
      <text class="letter" text-anchor="middle" y="4">${mark.letter}</text>
      <text class="likelihood small" text-anchor=${side.anchor} x=${side.x} y="5">${mark.label}${mark.note
        ? svg`<tspan class="note" dx="8">${mark.note}</tspan>` : nothing}</text>
    </g>`;
}

/** Pixels from which all words have room. */
const WORDY = 520;

/**
 * @typedef {object} Mark of a verdict, with a row of its own
 * @property {string} letter @property {string} name for the sentence @property {number} value
 * @property {number} low @property {number} high
 * @property {number | null} from the baseline: a dashed ring
 * @property {string} label the value in words @property {string} note behind it
 *
 * @typedef {object} Needle at a verdict
 * @property {number} value @property {number} low @property {number} high
 * @property {number | null} baseline a dashed needle, with the move in yellow
 * @property {string} label what is printed at the value @property {string} earlier likewise at the baseline
 */

/** The yardstick of a verdict: log odds from 0.1 to 99.9 percent, with the bands. @param {Needle} needle @param {number} width */
export function needleYardstick({ value, low, high, baseline, label, earlier }, width) {
  const range = low < high ? `, between ${percent(low)} and ${percent(high)}` : "";
  const unchanged = baseline === null || baseline === value ? "" : `, unchanged scenario ${earlier}`;
  const current = BANDS.findLast((band) => Math.round(10 * value) / 10 >= band.from)?.id;
  const x = placeOf(value) * width;
  const before = baseline === null || baseline === value ? null : placeOf(baseline) * width;
  return framed(`Likelihood: ${label}${range}${unchanged}`, width, 0, HEIGHT.needle, svg`
    ${stripes(width, 0, HEIGHT.needle, current)}
    ${words(width, current, width >= WORDY)}
    ${rule(width)}
    ${figures(width, before === null ? [x] : [x, before])}
    ${needle(x, before, placeOf(low) * width, placeOf(high) * width)}
    ${labels(width, value, baseline, label, earlier)}`);
}

/** @param {string} said @param {number} width @param {number} top @param {number} height @param {unknown} content */
const framed = (said, width, top, height, content) => html`<likelihood-yardstick><svg class="yardstick" role="img" aria-label=${said} width=${width} height=${height - top}
  viewBox=${`0 ${top} ${width} ${height - top}`}>${content}</svg></likelihood-yardstick>`;

/** @param {number} x @param {number | null} before @param {number} lowest @param {number} highest */
function needle(x, before, lowest, highest) {
  const [low, high] = [Math.min(x, lowest), Math.max(x, highest)];
  return svg`
    ${low < high ? svg`<g class="moves" ${at(low, 0)}><rect class="interval" y=${RULE - 6} width=${Math.max(2, high - low)} height="5"/></g>` : nothing}
    ${before === null ? nothing : svg`
      <g class="moves" ${at(Math.min(x, before), 0)}><rect class="move" y=${RULE + 1} width=${Math.abs(x - before)} height="8"/></g>
      <g class="before" transform=${`translate(${before.toFixed(1)})`}>
        <path class="needle" d=${`M0 ${RULE + 2}L-6 ${RULE + 14}H6Z`}/><path d=${`M0 ${RULE + 14}V${HEIGHT.needle}`}/></g>`}
    <g class="moves" ${at(x, 0)}><path class="needle" d=${`M0 ${RULE + 1}L-7 ${RULE + 15}H7Z`}/><path class="plumb" d=${`M0 ${RULE + 14}V${HEIGHT.needle}`}/></g>`;
}

/** A scale of likelihood as wide as its place, with a row for each mark; without marks it heads a list. */
class WideYardstick extends LightElement {
  static properties = { marks: { attribute: false } };

  constructor() {
    super();
    /** @type {Mark[]} */
    this.marks = [];
    this.own = new Width(this);
  }

  render() {
    const { marks, own: { width } } = this;
    const said = marks.length === 0 ? "scale of likelihood from 0.1 to 99.9 percent"
      : `Likelihood: ${marks.map(({ name, label }) => `${name} ${label}`).join(", ")}`;
    const top = width >= WORDY ? 0 : RULE - 8;
    const height = HEIGHT.scale + marks.length * ROW;
    return width === 0 ? nothing : framed(said, width, top, height, svg`
      ${stripes(width, top, height)}
      ${width >= WORDY ? words(width, undefined, true) : nothing}
      ${rule(width)}
      ${figures(width, [])}
      ${marks.map((mark, index) => markRow(mark, width, HEIGHT.scale + index * ROW))}`);
  }
}

customElements.define("wide-yardstick", WideYardstick);
