/** Small drawings beside words; never the only carrier of a meaning. */

import { svg } from "lit";

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
