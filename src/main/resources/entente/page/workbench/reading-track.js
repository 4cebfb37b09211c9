/** The track of a reading, five equal cells for its grades: a slider over a drawing, and the ends of a range. */

import { html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";
import { box } from "../element.js";
import { band, GRADES, measure } from "../format.js";
import { gradeIndex, isStepped, position, step, valueAt, within } from "../scale.js";
import { withEnd } from "../uncertain.js";
import { spoken, withUnit } from "./reading.js";

const MIDDLE = 24;
/** A usual width in px, for words that would leave the drawing. */
const USUAL_WIDTH = 236;

/** Places are shares of the width, so that a drawing fits any column. @param {number} place */
const at = (place) => `${(place * 100).toFixed(2)}%`;

/** @typedef {import("./reading-row.js").ReadingRow} ReadingRow */
/** @typedef {import("./reading.js").Tick} Tick */

/**
 * @param {ReadingRow} row @param {number | null} unchanged value, if another one counts now
 * @param {string} kind "known", "assumed" or "unknown" @param {Tick[]} ticks
 */
function drawing({ indicator, value, store: { state } }, unchanged, kind, ticks) {
  const here = value === null ? null : position(indicator, value);
  const before = unchanged === null ? null : position(indicator, unchanged);
  return svg`
    ${here === null
      ? svg`<rect class="empty" x="0.5" y=${MIDDLE - 5} width="99.6%" height="10"/>`
      : [0, 1, 2, 3, 4].map((cell) => svg`<rect class=${cell === Math.min(4, Math.floor(here * 5 + 1e-9)) ? "cell full" : "cell"}
          x=${at(cell / 5)} y=${MIDDLE - 4} width="20%" height="8"/>`)}
    ${[1, 2, 3, 4].map((cell) => svg`<line class="gap" x1=${at(cell / 5)} x2=${at(cell / 5)} y1=${MIDDLE - 4} y2=${MIDDLE + 4}/>`)}
    ${scaleText(indicator)}
    ${here !== null && before !== null
      ? svg`<rect class="stretch" x=${at(Math.min(here, before))} y=${MIDDLE - 4} width=${at(Math.abs(here - before))} height="8"/>`
      : nothing}
    <g class=${state.following ? "ticks dimmed" : "ticks"}>${tickMarks(ticks, state.assessment.verdict.likelihood)}</g>
    ${before === null ? nothing : svg`<circle class="baseline" cx=${at(before)} cy=${MIDDLE} r="6.5"/>`}
    ${here === null ? nothing : thumb(here, kind)}`;
}

/** Values of an ordinal in the middle of their cells, cuts of other readings at the borders. @param {any} indicator */
function scaleText(indicator) {
  const stepped = isStepped(indicator);
  const values = stepped ? [0, 1, 2, 3, 4].map((each) => indicator.range[0] + each)
    : indicator.cutPoints.map((/** @type {any} */ cut) => cut.from);
  return values.map((/** @type {number} */ value, /** @type {number} */ index) => svg`
    <text class="cut" x=${at(stepped ? (index + 0.5) / 5 : (index + 1) / 5)} y=${MIDDLE + 20}>${measure(value)}</text>`);
}

/** @param {number} here @param {string} kind */
const thumb = (here, kind) => svg`
  <svg class="thumb" x=${at(here)} y=${MIDDLE} overflow="visible">
    <circle class="halo" r="12"/>
    <circle class="rim" r="9.5"/>
    ${kind === "known" ? svg`<circle class="dot" r="7.5"/>`
      : svg`<circle class="half" r="6.6"/><path class="dot" d="M0-6.6a6.6 6.6 0 0 0 0 13.2z"/>`}
  </svg>`;

/** @param {Tick[]} ticks @param {{percent: number, band: string}} now of the verdict */
function tickMarks(ticks, now) {
  /** @type {import("lit").TemplateResult<2>[]} */
  const marks = [];
  for (const side of /** @type {const} */ (["left", "right"])) {
    const own = ticks.filter((tick) => tick.side === side);
    const bands = own.filter((tick) => tick.band);
    bands.forEach((tick, index) => {
      const end = bands[index + 1]?.place ?? (side === "left" ? 0 : 1);
      const sign = tick.result.percent < now.percent ? "lowers" : "raises";
      marks.push(bracket(tick, end, sign, tick.result.band !== now.band));
      if (index === 0) {
        marks.push(word(tick, sign));
      }
    });
    own.filter((tick) => !tick.band).forEach((tick) => marks.push(svg`
      <svg x=${at(tick.place)} y=${MIDDLE} overflow="visible"><path class="diamond" d="M0-4.5L4.5 0L0 4.5L-4.5 0z"/></svg>`));
  }
  return marks;
}

/** @param {Tick} tick @param {number} end @param {string} sign @param {boolean} other not the band of now */
const bracket = (tick, end, sign, other) => svg`
  <g class=${sign}>
    <line class="bracket" x1=${at(tick.place)} x2=${at(tick.place)} y1=${MIDDLE - 10} y2=${MIDDLE + 9}/>
    ${other ? svg`<line class="bracket" x1=${at(tick.place)} x2=${at(end)} y1=${MIDDLE + 8} y2=${MIDDLE + 8}/>` : nothing}
  </g>`;

/** The new band beside its bracket, or from the edge if it would not fit. @param {Tick} tick @param {string} sign */
function word(tick, sign) {
  const text = band(tick.result.band).term;
  const width = 6 * text.length + 16;
  const room = (tick.side === "left" ? tick.place : 1 - tick.place) * USUAL_WIDTH;
  const fits = width <= room;
  const leftwards = (tick.side === "left") === fits;
  const x = fits ? tick.place : tick.side === "left" ? 0 : 1;
  const start = leftwards ? -width + 2 : fits ? 4 : 0;
  return svg`
    <svg class=${sign} x=${at(x)} y=${MIDDLE - 13} overflow="visible">
      <path class="arrow" d=${sign === "raises" ? `M${start} 0l4-7.5l4 7.5z` : `M${start}-7.5h8l-4 7.5z`}/>
      <text class="tip" x=${start + 12} y="0.5">${text}</text>
    </svg>`;
}

/**
 * Where the keys of a slider lead: by a step, by a grade, to an end; an unknown reading starts in the middle.
 * @param {any} indicator @param {number | null} value @param {string} key @returns {number | undefined}
 */
function keyTarget(indicator, value, key) {
  const { range: [lowest, highest], cutPoints } = indicator;
  if (key === "Home" || key === "End") {
    return key === "Home" ? lowest : highest;
  }
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[key];
  if (by === undefined) {
    return undefined;
  }
  if (value === null) {
    return valueAt(indicator, 0.5);
  }
  if (Math.abs(by) === 5) {
    const grade = gradeIndex(indicator, value) + Math.sign(by);
    return grade <= 0 ? lowest : cutPoints[grade - 1]?.from ?? highest;
  }
  return within(indicator, Number((value + by * step(indicator)).toFixed(3)));
}

/** How far a finger goes before it moves the thumb, in px. */
const SIDEWAYS = 6;
/** Keys that follow each other within this time, in ms, are one gesture. */
export const SAME_GESTURE = 800;

/**
 * Moves the reading of a row. A gesture is one drag, or keys that follow each other quickly, so that what it did is undone as one.
 */
export class Slider {
  gesture = {};
  lastKey = 0;
  /** Where a finger was put down, and the value there: it counts once the finger is lifted or goes sideways. @type {{x: number, value?: number} | null} */
  touch = null;

  /** @param {ReadingRow} row */
  constructor(row) {
    this.row = row;
  }

  /** @param {KeyboardEvent} event @param {number | null} value @param {(to: number | null) => void} move */
  keyed(event, value, move) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (!event.repeat && event.timeStamp - this.lastKey > SAME_GESTURE) {
      this.gesture = {};
    }
    this.lastKey = event.timeStamp;
    const to = event.key === "u" || event.key === "U" ? null : keyTarget(this.row.indicator, value, event.key);
    if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      this.row.reset();
    } else if (to !== undefined) {
      event.preventDefault();
      move(to);
    }
  }

  /** @param {number | null} value */
  slide(value) {
    if (value !== this.row.value) {
      this.row.set(this.row.around(value), this.gesture);
    }
  }

  input = (/** @type {Event} */ event) => {
    const { indicator } = this.row;
    const raw = Number(box(event).value);
    const value = isStepped(indicator) ? within(indicator, Math.round(raw)) : valueAt(indicator, raw);
    if (this.touch === null) {
      this.slide(value);
    } else {
      this.touch.value = value;
    }
  };

  /** A finger that begins on a track may be about to scroll the page. */
  down = (/** @type {PointerEvent} */ event) => {
    this.gesture = {};
    this.touch = event.pointerType === "touch" ? { x: event.clientX } : null;
  };

  moved = (/** @type {PointerEvent} */ event) => {
    if (this.touch !== null && Math.abs(event.clientX - this.touch.x) > SIDEWAYS) {
      this.counts();
    }
  };

  counts = () => {
    const value = this.touch?.value;
    this.touch = null;
    if (value !== undefined) {
      this.slide(value);
    }
  };

  /** The browser scrolls: the thumb returns. */
  scrolled = () => {
    this.touch = null;
    this.row.requestUpdate();
  };

  settled = () => {
    this.counts();
    this.row.flush();
  };

  /** @param {number | null} unchanged value, if another one counts now @param {string} kind @param {Tick[]} ticks */
  track(unchanged, kind, ticks) {
    const { indicator, value } = this.row;
    const stepped = isStepped(indicator);
    const [lowest, highest] = indicator.range;
    const place = value === null ? (stepped ? (lowest + highest) / 2 : 0.5) : stepped ? value : position(indicator, value);
    return html`<graded-track>
      <input type="range" min=${stepped ? lowest - 0.5 : 0} max=${stepped ? highest + 0.5 : 1} step="any" .value=${live(String(place))}
        aria-labelledby="label-${indicator.id}" aria-describedby="ticks-${indicator.id}" aria-valuetext=${spoken(indicator, value)}
        @pointerdown=${this.down} @pointermove=${this.moved} @pointerup=${this.counts} @pointercancel=${this.scrolled}
        @input=${this.input} @change=${this.settled} @keyup=${() => this.row.flush()}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.keyed(event, value, (to) => this.slide(to))}>
      <svg width="100%" height="46" overflow="visible" aria-hidden="true">${drawing(this.row, unchanged, kind, ticks)}</svg></graded-track>`;
  }

  /** The ends of a range, with handles while the row is in use. @param {Range} range */
  handles(range) {
    const { indicator, ladder, changed } = this.row;
    return html`<range-handles>
      <svg class="spread-drawing" width="100%" height="46" overflow="visible" aria-hidden="true">${silhouette(indicator, range, changed)}</svg>
      ${ladder ? ENDS.map((end) => this.handle(range, end)) : nothing}</range-handles>`;
  }

  /** @param {Range} range @param {"low" | "high"} end */
  handle(range, end) {
    const { indicator } = this.row;
    const name = end === "low" ? "Lowest" : "Highest";
    const place = endPlace(indicator, end, range[end]);
    const settle = () => this.row.flush();
    const move = (/** @type {number} */ to) => {
      const next = withEnd(indicator, range, end, to);
      if (next[end] === range[end]) {
        this.row.requestUpdate();
      } else {
        this.row.set(next, this.gesture);
      }
    };
    return html`
      <input type="range" class="end ${end}" min="0" max="1" step="any" .value=${live(String(place))}
        aria-label="${name} value of ${indicator.short}" aria-valuetext=${withUnit(indicator, range[end])}
        @pointerdown=${() => (this.gesture = {})} @change=${settle} @keyup=${settle}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.keyed(event, range[end], (to) => to === null || move(to))}
        @input=${(/** @type {Event} */ event) => move(endAt(indicator, end, Number(box(event).value)))}>
      <svg class="knob ${end}" width="100%" height="60" overflow="visible" aria-hidden="true">
        ${svg`<svg x=${at(place)} y="0" overflow="visible">
          <circle class="halo" cy="10" r="9"/><path class="stem" d="M0 14V42"/><circle class="grip" cy="10" r="5.5"/></svg>`}
      </svg>`;
  }
}

/** @typedef {import("../uncertain.js").Range} Range */

const ENDS = /** @type {const} */ (["low", "high"]);

/** Whole numbers stand for the values that round to them. @param {any} indicator */
const margin = (indicator) => (indicator.whole ? 0.5 : 0);

/** Where the handle of an end is, 0 to 1: at the outer border of a grade that is one value. @param {any} indicator @param {"low" | "high"} end @param {number} value */
const endPlace = (indicator, end, value) =>
  position(indicator, !isStepped(indicator) ? value : end === "low" ? value - 0.5 : value + 0.5);

/** The end at a place, the inverse. @param {any} indicator @param {"low" | "high"} end @param {number} there 0 to 1 */
const endAt = (indicator, end, there) =>
  (isStepped(indicator) ? within(indicator, indicator.range[0] + Math.round(there * 5) - (end === "low" ? 0 : 1)) : valueAt(indicator, there));

/** Density at a value, 1 at its highest. @param {Range} range @param {number} low @param {number} high @param {number} value */
function height({ value: peak, distribution }, low, high, value) {
  if (distribution === "triangular") {
    return value === peak ? 1 : value < peak ? (value - low) / (peak - low) : (high - value) / (high - peak);
  }
  return 1;
}

/**
 * How probable the values of a range are. Drawn only: the figures are the service's.
 * @param {any} indicator @param {Range} range @param {boolean} changed
 */
function silhouette(indicator, range, changed) {
  const low = range.low - margin(indicator);
  const high = range.high + margin(indicator);
  const cuts = indicator.cutPoints.map((/** @type {any} */ cut) => cut.from - margin(indicator)).filter((/** @type {number} */ cut) => cut > low && cut < high);
  const values = [low, high, range.value, ...cuts].sort((one, other) => one - other);
  const x = (/** @type {number} */ value) => (100 * position(indicator, value)).toFixed(2);
  const top = values.map((value) => `${x(value)} ${(12 - 12 * height(range, low, high, value)).toFixed(2)}`);
  return svg`
    <svg x="0" y="7" width="100%" height="13" viewBox="0 0 100 12" preserveAspectRatio="none" class="lane">
      <path class=${changed ? "spread changed-spread" : "spread"} d="M${x(low)} 12L${top.join("L")}L${x(high)} 12z"/>
    </svg>`;
}

/** Bars over the five grades. @param {Record<string, number>} grades @param {boolean} changed */
export const weightBars = (grades, changed) => GRADES.map((grade, index) => svg`
  <rect class="cell" x=${`${index * 20 + 0.4}%`} width="19.2%" y="27" height="3"/>
  ${grades[grade] > 0 ? svg`<rect class=${changed ? "spread changed-spread" : "spread"} x=${`${index * 20 + 0.4}%`} width="19.2%"
    y=${(28 - 24 * grades[grade]).toFixed(1)} height=${(24 * grades[grade] + 2).toFixed(1)}/>` : ""}`);
