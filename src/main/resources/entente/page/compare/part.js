/** A part of the page that shows a comparison. */

import { LitElement, html } from "lit";
import { direction, signed } from "../format.js";
import { Watch } from "../watch.js";

export class Part extends LitElement {
  static properties = { comparison: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./comparison.js").Comparison} */
    this.comparison = /** @type {any} */ (undefined);
    new Watch(this, () => this.comparison);
  }

  createRenderRoot() {
    return this;
  }
}

/** A letter in a disc: outlined for the baseline. @param {string} letter */
export const disc = (letter) => html`<span class=${letter === "A" ? "disc baseline" : "disc"}>${letter}</span>`;

/** A share in percentage points; a dot where there is none. @param {number | undefined} share */
export const shareText = (share) => (share === undefined
  ? html`<span class="none"><span aria-hidden="true">·</span><span class="visually-hidden">none</span></span>`
  : html`<span class=${direction(share)}>${signed(share, 1)}</span>`);
