/** How probable each verdict is: a bar for each band. */

import { LitElement, html, nothing, svg } from "lit";
import { BANDS, bandRange } from "../format.js";
import { chance } from "../probability.js";

const ROW = 23;
/** From here on there is room for the ranges of the bands. */
const WIDE = 420;

/** Sends "choose" with the band of a bar. */
class BandProbabilities extends LitElement {
  static properties = { bands: { attribute: false }, band: { type: String }, chosen: { type: String }, width: { type: Number } };

  constructor() {
    super();
    /** @type {Record<string, number>} */
    this.bands = {};
    /** The verdict. */
    this.band = "";
    /** The band whose cases are shown. */
    this.chosen = "";
    this.width = 0;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { width, bands } = this;
    const left = width >= WIDE ? 184 : 116;
    const room = Math.max(20, width - left - 62);
    const sentence = BANDS.filter(({ id }) => bands[id] > 0).map(({ id, term }) => `${term} ${chance(bands[id])}`).join(", ");
    return html`<svg class="figure bands" role="img" aria-label="Probability of each verdict: ${sentence}." width=${width} height=${BANDS.length * ROW + 2}
      viewBox="0 0 ${width} ${BANDS.length * ROW + 2}">${BANDS.map(({ id, term }, row) => this.bar(id, term, row * ROW, left, room))}
      <path class="axis" d="M${left} 0V${BANDS.length * ROW}"/></svg>`;
  }

  /** @param {string} id @param {string} term @param {number} y @param {number} left @param {number} room */
  bar(id, term, y, left, room) {
    const probability = this.bands[id] ?? 0;
    const length = probability === 0 ? 0 : Math.max(1, probability * room);
    const kind = ["row", probability > 0 ? "group" : "idle", id === this.band ? "open" : "", id === this.chosen ? "chosen" : ""].join(" ");
    return svg`<g class=${kind} @click=${() => probability > 0 && this.dispatchEvent(new CustomEvent("choose", { detail: id }))}>
      ${id === this.chosen ? svg`<rect class="ribbon" x="0" y=${y} width=${this.width} height=${ROW}/>` : nothing}
      <rect class="hit" x="0" y=${y} width=${this.width} height=${ROW}/>
      <text class="label" x="4" y=${y + 16}>${term}</text>
      ${left > 150 ? svg`<text class="tick" x=${left - 10} y=${y + 16} text-anchor="end">${bandRange(id)}</text>` : nothing}
      <rect class="probability" x=${left} y=${y + 4} width=${length.toFixed(1)} height=${ROW - 8}/>
      <text class="points" x=${(left + length + 7).toFixed(1)} y=${y + 16}>${chance(probability)}</text>
    </g>`;
  }
}

customElements.define("band-probabilities", BandProbabilities);
