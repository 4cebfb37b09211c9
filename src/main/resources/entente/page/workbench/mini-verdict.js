/** The verdict in one line with a small yardstick; stays in sight on a phone. */

import { LitElement, html, nothing, svg } from "lit";
import { band } from "../format.js";
import { placeOf } from "../scale.js";
import { Watch } from "../watch.js";
import { BORDERS } from "./yardstick-scale.js";

class MiniVerdict extends LitElement {
  static properties = { store: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const { assessment, baseline } = store.state;
    const { likelihood, interval } = assessment.verdict;
    const x = (/** @type {number} */ percent) => Number((100 * placeOf(percent)).toFixed(2));
    const [here, before, low, high] = [likelihood.percent, baseline.verdict.likelihood.percent, interval.lowPercent, interval.highPercent].map(x);
    const { from, to } = band(likelihood.band);
    return html`
      <h1 title=${assessment.verdict.statement}><span>${assessment.verdict.words}</span> <b>${assessment.verdict.figure}</b></h1>
      <svg viewBox="-1.7 0 103.4 8" role="img" aria-label="${assessment.verdict.figure} on a yardstick from 0.1 to 99.9">
        <rect class="ribbon" x=${x(from)} y="0.5" width=${x(to) - x(from)} height="5"/>
        <path class="rule" d="M0 1.5H100"/>
        ${[0, ...BORDERS, 100].map((border) => svg`<path class="rule" d="M${x(border)} 1.5v2.2"/>`)}
        <rect class="interval" x=${low} y="0.4" width=${Math.max(0.6, high - low)} height="1.4"/>
        ${before === here ? nothing : svg`<path class="before" d="M${before} 2l1.5 3.6h-3z"/>`}
        <path class="needle" d="M${here} 1.8l1.7 4h-3.4z"/>
      </svg>`;
  }
}

customElements.define("mini-verdict", MiniVerdict);
