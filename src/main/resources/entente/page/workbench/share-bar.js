/** A small bar for a share, in a table that says it in figures too. */

import { html, svg } from "lit";

/** @param {number} share 0 to 1 @param {string} [kind] @param {number | null} [other] share to compare with, as a mark */
export const shareBar = (share, kind = "", other = null) => html`<svg class="share-bar" width="100%" height="10" aria-hidden="true">
  ${svg`<rect class="lane" width="100%" height="10"/><rect class=${`part ${kind}`} width=${`${(100 * Math.min(1, share)).toFixed(2)}%`} height="10"/>
    ${other === null ? "" : svg`<rect class="other" x=${`${(100 * other).toFixed(2)}%`} y="-1" width="1.6" height="12"/>`}`}</svg>`;
