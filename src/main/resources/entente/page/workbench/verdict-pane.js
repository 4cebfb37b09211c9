/** The middle pane: the verdict in words, on the yardstick, in points, and without each barrier. */

import { LitElement, html, nothing } from "lit";
import { percentOf } from "../scale.js";
import { isUncertain } from "../uncertain.js";
import { Watch } from "../watch.js";
import { balanceRows } from "./balance.js";
import "./confidence-note.js";
import "./counterfactuals.js";
import { depthSentence } from "./depth-scale.js";
import "./headline.js";
import { axisOf } from "./points-axis.js";
import "./points-table.js";
import "./tornado.js";
import "./uncertainty-figure.js";
import "./waterfall.js";
import { Width } from "./width.js";
import "./yardstick.js";

const FIGURES = ["Waterfall", "Tornado", "Table"];
/** Only while readings are uncertain. */
const UNCERTAINTY = "Uncertainty";
const KEYS = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 });

class VerdictPane extends LitElement {
  static properties = { store: { attribute: false }, figure: { state: true } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    this.figure = FIGURES[0];
    /** The figure before the uncertainty, to go back to. */
    this.formerFigure = FIGURES[0];
    /** Readings that were made uncertain here. */
    this.spread = 0;
    new Watch(this, () => this.store);
    this.own = new Width(this);
  }

  createRenderRoot() {
    return this;
  }

  /** @returns {string[]} */
  get figures() {
    return this.store?.isExplored ? [...FIGURES, UNCERTAINTY] : FIGURES;
  }

  /** The uncertainty comes into sight with the first reading that is made uncertain, and goes with the last. */
  willUpdate() {
    const spread = Object.values(this.store?.changes ?? {}).filter(isUncertain).length;
    if (spread > 0 && this.spread === 0 && this.figure !== UNCERTAINTY) {
      this.formerFigure = this.figure;
      this.figure = UNCERTAINTY;
    } else if (!this.figures.includes(this.figure)) {
      this.figure = this.formerFigure;
    }
    this.spread = spread;
  }

  /** Room for drawings. */
  get room() {
    return this.own.width;
  }

  render() {
    if (this.store === undefined || this.store.state.assessment === null) {
      return nothing;
    }
    const { assessment, baseline, book } = this.store.state;
    const before = assessment === baseline ? null : baseline;
    const { interval, supposition } = assessment.verdict;
    return html`
      ${supposition === null ? nothing : html`<p class="supposition" tabindex="0">${supposition}</p>`}
      <div class="verdict">
        <verdict-headline .assessment=${assessment} .book=${book}></verdict-headline>
        <confidence-note .confidence=${assessment.confidence}></confidence-note>
      </div>
      ${this.room === 0 ? nothing : html`
        ${this.figure === "Table" ? nothing : html`<likelihood-yardstick .width=${axisOf(this.room).length} .value=${percentOf(assessment.points.final)} .low=${interval.lowPercent} .high=${interval.highPercent}
          .baseline=${before === null ? null : percentOf(before.points.final)} .label=${assessment.verdict.figure}
          .earlier=${before?.verdict.figure ?? ""} name="Likelihood"></likelihood-yardstick>`}
        ${this.#figure(before)}
        ${this.#tabs()}
        <group-counterfactuals .assessment=${assessment} .rows=${this.#rows()} .open=${this.store.state.openGroup}></group-counterfactuals>
        <p class="quiet caveat">${document.body.dataset.caveat} <span class="print-only">${this.#origin()}</span></p>`}`;
  }

  /** What the verdict was made from, for paper. */
  #origin() {
    const { provenance, scenario } = /** @type {import("../store.js").Store} */ (this.store).state.assessment;
    return `Rules ${provenance.rules.version} (${provenance.rules.sha256.slice(0, 8)}), scenario ${scenario.sha256.slice(0, 8)}, Entente ${provenance.engine}.`;
  }

  #rows() {
    const { assessment, baseline, book } = /** @type {import("../store.js").Store} */ (this.store).state;
    return balanceRows(assessment, baseline, book);
  }

  /** @param {any} before the unchanged scenario, if something is changed */
  #figure(before) {
    const { assessment, sensitivity, indicators, following, book, openGroup } = /** @type {import("../store.js").Store} */ (this.store).state;
    return html`<div id="figure" role="tabpanel" aria-labelledby=${`figure-${this.figure}`} tabindex="-1" @choose=${this.#choose}>
      ${this.figure === "Waterfall" ? html`<points-waterfall .rows=${this.#rows()} .assessment=${assessment} .baseline=${before} .width=${this.room}
        .open=${openGroup}></points-waterfall>` : nothing}
      ${this.figure === "Tornado" && sensitivity !== null ? html`<swing-tornado .sensitivity=${sensitivity} .assessment=${assessment} .indicators=${indicators}
        .width=${this.room} .open=${openGroup} .dimmed=${following}></swing-tornado>` : nothing}
      ${this.figure === UNCERTAINTY ? html`<uncertainty-figure .store=${this.store} .width=${this.room}></uncertainty-figure>` : nothing}
      ${this.figure === "Table" ? html`<points-table .rows=${this.#rows()} .assessment=${assessment} .baseline=${before} .sensitivity=${sensitivity}
        .indicators=${indicators} .book=${book} .open=${openGroup} .dimmed=${following}></points-table>`
        : this.figure === UNCERTAINTY ? nothing : html`<depth-scale .points=${assessment.points} .before=${before?.points ?? null} .book=${book} .width=${this.room}></depth-scale>`}
    </div>`;
  }

  #depth() {
    const { assessment, book } = /** @type {import("../store.js").Store} */ (this.store).state;
    return depthSentence(assessment.points, book);
  }

  /** Beside what the drawings need in words, so that the depth of the partnership has room above it at 1440 × 900. */
  #tabs() {
    return html`<div class="foot">
      <p class="quiet">${this.figure === UNCERTAINTY ? "Probabilities are shares of cases, as good as the ranges and weights given." : html`${this.figure === "Table" ? nothing : html`${this.#depth()} `}Ten points multiply the odds by ten${this.figures.includes(UNCERTAINTY) ? "" : "; three double them"}.`}</p>
      <div role="tablist" aria-label="Figure" @keydown=${this.#key}>${this.figures.map((figure) => html`
        <button type="button" role="tab" id=${`figure-${figure}`} aria-controls="figure" aria-selected=${figure === this.figure}
          tabindex=${figure === this.figure ? 0 : -1} @click=${() => (this.figure = figure)}>${figure}</button>`)}</div>
    </div>`;
  }

  /** Opens the barrier of a row. @param {Event} event */
  #choose = (event) => this.store?.set({ openGroup: /** @type {CustomEvent} */ (event).detail });

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { figures } = this;
    const index = figures.indexOf(this.figure);
    const next = event.key === "Home" ? 0 : event.key === "End" ? figures.length - 1
      : KEYS[event.key] === undefined ? -1 : (index + KEYS[event.key] + figures.length) % figures.length;
    if (next >= 0) {
      event.preventDefault();
      this.figure = figures[next];
      /** @type {HTMLElement} */ (this.querySelector(`#figure-${this.figure}`)).focus();
    }
  }
}

customElements.define("verdict-pane", VerdictPane);
