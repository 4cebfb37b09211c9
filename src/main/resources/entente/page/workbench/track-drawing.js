/** The drawing of a graded track: places are shares of the width, so that it fits any column. */

import { nothing, svg } from "lit";
import { band, measure } from "../format.js";
import { isStepped, position } from "../scale.js";

const MIDDLE = 24;
/** A usual width in px, for words that would leave the drawing. */
const USUAL_WIDTH = 236;

/** @param {number} place */
const at = (place) => `${(place * 100).toFixed(2)}%`;

/**
 * @param {object} track
 * @param {any} track.indicator @param {number | null} track.value
 * @param {number | null} track.baseline the unchanged value, if another one counts now
 * @param {"known" | "assumed" | "unknown"} track.kind
 * @param {import("./reading.js").Tick[]} track.ticks @param {number} track.percent of the verdict now
 * @param {string} track.band of the verdict now @param {boolean} track.dimmed ticks of an earlier move
 */
export function drawing(track) {
  const { indicator, value, baseline } = track;
  const here = value === null ? null : position(indicator, value);
  const before = baseline === null ? null : position(indicator, baseline);
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
    <g class=${track.dimmed ? "ticks dimmed" : "ticks"}>${tickMarks(track)}</g>
    ${before === null ? nothing : svg`<circle class="baseline" cx=${at(before)} cy=${MIDDLE} r="6.5"/>`}
    ${here === null ? nothing : thumb(here, track.kind)}`;
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

/** @param {Parameters<typeof drawing>[0]} track */
function tickMarks(track) {
  /** @type {import("lit").TemplateResult<2>[]} */
  const marks = [];
  for (const side of /** @type {const} */ (["left", "right"])) {
    const own = track.ticks.filter((tick) => tick.side === side);
    const bands = own.filter((tick) => tick.band);
    bands.forEach((tick, index) => {
      const end = bands[index + 1]?.place ?? (side === "left" ? 0 : 1);
      const sign = tick.result.percent < track.percent ? "lowers" : "raises";
      marks.push(bracket(tick, end, sign, tick.result.band !== track.band));
      if (index === 0) {
        marks.push(word(tick, sign));
      }
    });
    own.filter((tick) => !tick.band).forEach((tick) => marks.push(svg`
      <svg x=${at(tick.place)} y=${MIDDLE} overflow="visible"><path class="diamond" d="M0-4.5L4.5 0L0 4.5L-4.5 0z"/></svg>`));
  }
  return marks;
}

/** @param {import("./reading.js").Tick} tick @param {number} end @param {string} sign @param {boolean} other not the band of now */
const bracket = (tick, end, sign, other) => svg`
  <g class=${sign}>
    <line class="bracket" x1=${at(tick.place)} x2=${at(tick.place)} y1=${MIDDLE - 10} y2=${MIDDLE + 9}/>
    ${other ? svg`<line class="bracket" x1=${at(tick.place)} x2=${at(end)} y1=${MIDDLE + 8} y2=${MIDDLE + 8}/>` : nothing}
  </g>`;

/** The new band beside its bracket, or from the edge if it would not fit. @param {import("./reading.js").Tick} tick @param {string} sign */
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
