/** Small drawings beside words; never the only carrier of a meaning. */

import { html, svg } from "lit";
import { words } from "../format.js";

/** @param {string} path @param {number} [size] */
export const stroke = (path, size = 16) => svg`
  <svg class="drawn" viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true"><path d=${path}/></svg>`;

export const search = () => stroke("M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.5 10.5L14 14");
export const open = () => stroke("M3.5 6L8 10.5L12.5 6", 14);
export const closed = () => stroke("M6 3.5L10.5 8L6 12.5", 14);
export const cross = () => stroke("M4 4l8 8M12 4l-8 8");
export const back = () => stroke("M3.5 3v3.5H7M3.8 6.5A5 5 0 1 1 3.2 9.5", 14);
export const lock = () => stroke("M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5", 14);
export const unlock = () => stroke("M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1", 14);

export const spread = () => stroke("M1.5 13C6 13 6 3 8 3s2 10 6.5 10", 14);

/** Full: known. Half: assumed. Dashed: unknown. @param {string} kind */
export const status = (kind) => svg`
  <svg class="status" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
    ${kind === "known" ? svg`<circle class="fill" cx="5" cy="5" r="4.5"/>`
      : kind === "assumed" ? svg`<circle class="line" cx="5" cy="5" r="4"/><path class="fill" d="M5 1a4 4 0 0 0 0 8z"/>`
        : svg`<circle class="line dashes" cx="5" cy="5" r="4"/>`}
  </svg>`;

/** @param {string} path @param {number} [size] */
const mark = (path, size = 16) => html`<svg class="mark" viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true"><path d=${path}/></svg>`;

export const plus = () => mark("M8 2.5v11M2.5 8h11");
export const crossMark = (size = 16) => mark("M4 4l8 8M12 4l-8 8", size);
export const lockMark = () => mark("M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5", 14);

export const undo = () => mark("M6 3L3 6l3 3M3.5 6h5.8a3.6 3.6 0 0 1 0 7.2H6", 18);
export const redo = () => mark("M10 3l3 3-3 3M12.5 6H6.7a3.6 3.6 0 0 0 0 7.2H10", 18);
/** @param {number} [size] */
export const share = (size) => mark("M8 10V2M5 4.6L8 1.8l3 2.8M5.5 7H3.5v7h9V7h-2", size);
export const terminal = () => mark("M1.5 3h13v10h-13zM4 6l2.2 2L4 10M8 10.3h3.5");
export const download = () => mark("M8 2v8M5 7.4l3 2.8 3-2.8M2.5 13.5h11");
export const eye = () => mark("M1 8c3.5-5.6 10.5-5.6 14 0c-3.5 5.6-10.5 5.6-14 0zM8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4z", 20);
export const list = () => mark("M1.5 2.5h13v11h-13zM1.5 6.2h13M1.5 9.9h13M6 2.5v11", 20);
export const turn = () => mark("M2.5 2.5v4h4M2.9 6.3A5.5 5.5 0 1 1 2.8 9.9", 20);

/** From one value to another; read aloud as "to". */
export const arrow = () => html`<svg class="arrow" viewBox="0 0 14 10" width="14" height="10" role="img" aria-label="to"><path d="M1 5h12M9.5 1.5L13 5l-3.5 3.5"/></svg>`;

/**
 * A small bar for a share, in a table that says it in figures too.
 * @param {number} part 0 to 1 @param {string} [kind] @param {number | null} [other] share to compare with, as a mark
 */
export const shareBar = (part, kind = "", other = null) => html`<svg class="share-bar" width="100%" height="10" aria-hidden="true">
  ${svg`<rect class="lane" width="100%" height="10"/><rect class=${`part ${kind}`} width=${`${(100 * Math.min(1, part)).toFixed(2)}%`} height="10"/>
    ${other === null ? "" : svg`<rect class="other" x=${`${(100 * other).toFixed(2)}%`} y="-1" width="1.6" height="12"/>`}`}</svg>`;

const LEVELS = ["LOW", "MODERATE", "HIGH"];

/** Confidence as three boxes, as many filled as the level has. @param {string} level */
export function confidenceBoxes(level) {
  const filled = LEVELS.indexOf(level) + 1;
  return html`<svg class="boxes" role="img" aria-label=${`Confidence ${words(level)}`} width="43" height="11" viewBox="0 0 43 11">
    ${LEVELS.map((_, index) => svg`<rect class=${index < filled ? "filled" : ""} x=${0.75 + index * 15} y="0.75" width="11.5" height="9.5"/>`)}
  </svg>`;
}
