/** The middle pane: the verdict in words, on the yardstick, in points, and without each barrier; and the verdict in one line. */

import { html, nothing, svg } from "lit";
import { StoreElement } from "../element.js";
import { band, direction, percent, shortDigest, signed } from "../format.js";
import { percentOf, placeOf } from "../scale.js";
import { isUncertain } from "../uncertain.js";
import { Width } from "./drawing.js";
import { confidenceBoxes } from "./icons.js";
import { axisOf, balanceRows, depthScale, depthSentence, pointsTable, tornado, waterfall } from "./points-figures.js";
import { tabs } from "./tabs.js";
import { uncertaintyFigure } from "./uncertainty-figure.js";
import { BORDERS, compactYardstick, needleYardstick } from "./yardstick.js";

/** @typedef {import("../store.js").Store} Store */

/** Longer statements are set smaller, so that what follows stays in sight. */
const LONG = 240;

/** No line ends inside a figure. @param {string} text */
export const unbroken = (text) => text.split(/(\([^()]*%\)[.,]?|[\d.]+ %[.,]?)/).map((part, index) => (index % 2 === 1 ? html`<span class="whole">${part}</span>` : part));

/** The statement of the service, then relationship, treaty, flags. @param {any} verdict */
const headline = (verdict) => html`<verdict-headline>
  <h1 class=${verdict.statement.length > LONG ? "long" : ""}>${unbroken(verdict.statement)}</h1>
  <p>${unbroken(verdict.relationshipStatement)}</p></verdict-headline>`;

/** A long one is cut to its first lines until it is opened, so that what follows from it stays in sight. @param {string} text */
const supposed = (text) => (text.length < LONG ? html`<p class="supposition">${unbroken(text)}</p>`
  : html`<details class="supposition"><summary><span>${unbroken(text)}</span></summary></details>`);

/** A sentence of its own beside the verdict. @param {any} confidence */
function confidenceNote(confidence) {
  const [level, ...reasons] = confidence.statement.split(": ");
  return html`<confidence-note>${confidenceBoxes(confidence.level)}
    <p><strong>${level}${reasons.length > 0 ? ":" : ""}</strong> ${reasons.join(": ")}</p></confidence-note>`;
}

const ARROW = html`<svg class="arrow" width="14" height="9" viewBox="0 0 14 9" role="img" aria-label="then"><path d="M0 4.5H12M8.5 1l3.5 3.5L8.5 8" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;

/** A likelihood with its unit, which split keeps. */
const FIGURE = /(\d+(?:\.\d+)?\s%)/;

/** The way to the verdict, and the likelihood without each barrier and driver. @param {import("./points-figures.js").Shown} shown */
function counterfactuals({ assessment, rows, open }) {
  const { counterfactuals: found, path, verdict: { likelihood } } = assessment;
  const without = new Map(found.map((/** @type {any} */ each) => [each.group, each]));
  const known = rows.filter((row) => without.has(row.id));
  return html`<group-counterfactuals>
    <h2>The way to the verdict</h2>
    <ol class="path">${path.steps.map((/** @type {string} */ step, /** @type {number} */ index) => html`<li>${index === 0 ? nothing : ARROW}
      ${step.split(FIGURE).map((part) => (FIGURE.test(part) ? html`<strong>${part}</strong>` : part))}</li>`)}</ol>
    ${known.length === 0 ? nothing : html`<h2 id="without">Without it</h2>
    <table aria-labelledby="without">
      <thead><tr><th scope="col">Disabled alone</th><th scope="col" class="number">Points</th><td class="wide"></td><th scope="col" class="number">Likelihood</th><th scope="col">Band</th></tr></thead>
      <tbody>${known.map(({ id, label, points }) => {
        const { withoutPercent, band: term } = without.get(id);
        return html`<tr class=${id === open ? "open" : ""}>
          <th scope="row">${label}</th>
          <td class="number ${direction(points)}">${signed(points)}</td>
          <td class="wide">${compactYardstick(`Without ${label}`, withoutPercent, likelihood.percent)}</td>
          <td class="number">${percent(withoutPercent)}</td>
          <td class=${term === likelihood.band ? "" : "other"}>${band(term).term}</td></tr>`;
      })}</tbody>
    </table>`}</group-counterfactuals>`;
}

/**
 * The verdict in one line with a small yardstick; stays in sight on a phone.
 * @param {Store} store @param {string} part that a phone shows
 */
export function miniVerdict({ state: { assessment, baseline } }, part) {
  const { likelihood, interval } = assessment.verdict;
  const x = (/** @type {number} */ value) => Number((100 * placeOf(value)).toFixed(2));
  const [here, before, low, high] = [likelihood.percent, baseline.verdict.likelihood.percent, interval.lowPercent, interval.highPercent].map(x);
  const { from, to } = band(likelihood.band);
  return html`<mini-verdict data-part=${part}>
    <h1 title=${assessment.verdict.statement}><span>${assessment.verdict.words}</span> <b>${assessment.verdict.figure}</b></h1>
    <svg viewBox="-1.7 0 103.4 8" role="img" aria-label="${assessment.verdict.figure} on a yardstick from 0.1 to 99.9">
      <rect class="ribbon" x=${x(from)} y="0.5" width=${x(to) - x(from)} height="5"/>
      <path class="rule" d="M0 1.5H100"/>
      ${[0, ...BORDERS, 100].map((border) => svg`<path class="rule" d="M${x(border)} 1.5v2.2"/>`)}
      <rect class="interval" x=${low} y="0.4" width=${Math.max(0.6, high - low)} height="1.4"/>
      ${before === here ? nothing : svg`<path class="before" d="M${before} 2l1.5 3.6h-3z"/>`}
      <path class="needle" d="M${here} 1.8l1.7 4h-3.4z"/>
    </svg></mini-verdict>`;
}

const FIGURES = ["Waterfall", "Tornado", "Table"];
/** Only while readings are uncertain. */
const UNCERTAINTY = "Uncertainty";

class VerdictPane extends StoreElement {
  static properties = { figure: { state: true }, allSwings: { state: true }, band: { state: true } };

  constructor() {
    super();
    this.figure = FIGURES[0];
    /** The figure before the uncertainty, to go back to. */
    this.formerFigure = FIGURES[0];
    /** Whether the tornado has all readings. */
    this.allSwings = false;
    /** The band whose cases are asked for. @type {string | null} */
    this.band = null;
    /** Readings that were made uncertain here. */
    this.spread = 0;
    this.own = new Width(this);
  }

  get figures() {
    return this.store.isExplored ? [...FIGURES, UNCERTAINTY] : FIGURES;
  }

  /** The uncertainty comes into sight with the first reading that is made uncertain, and goes with the last. */
  willUpdate() {
    const spread = Object.values(this.store.changes).filter(isUncertain).length;
    if (spread > 0 && this.spread === 0 && this.figure !== UNCERTAINTY) {
      this.formerFigure = this.figure;
      this.figure = UNCERTAINTY;
    } else if (!this.figures.includes(this.figure)) {
      this.figure = this.formerFigure;
    }
    this.spread = spread;
  }

  /** @returns {import("./points-figures.js").Shown} */
  get shown() {
    const { assessment, baseline, book, sensitivity, indicators, following, openGroup } = this.store.state;
    return {
      rows: balanceRows(assessment, baseline, book), assessment, before: assessment === baseline ? null : baseline,
      sensitivity, indicators, book, width: this.own.width, open: openGroup, dimmed: following,
      allSwings: this.allSwings, toggleSwings: () => { this.allSwings = !this.allSwings; },
      choose: (group) => this.store.set({ openGroup: group }),
    };
  }

  render() {
    const { shown, own: { width }, figure } = this;
    const { assessment, before } = shown;
    const { verdict: { interval, supposition }, provenance: { rules, engine } } = assessment;
    return html`
      ${supposition === null ? nothing : supposed(supposition)}
      <div class="verdict">${headline(assessment.verdict)}${confidenceNote(assessment.confidence)}</div>
      ${width === 0 ? nothing : html`
        ${figure === "Table" ? nothing : needleYardstick({
          value: percentOf(assessment.points.final), low: interval.lowPercent, high: interval.highPercent,
          baseline: before === null ? null : percentOf(before.points.final), label: assessment.verdict.figure, earlier: before?.verdict.figure,
        }, axisOf(width).length)}
        <div id="figure" role="tabpanel" aria-label=${figure} tabindex="-1">${this.#figure(shown)}</div>
        ${this.#foot(shown)}
        ${counterfactuals(shown)}
        <p class="quiet caveat">${document.body.dataset.caveat} <span class="print-only">Rules ${rules.version} (${shortDigest(rules.sha256)}), scenario ${shortDigest(assessment.scenario.sha256)}, Entente ${engine}.</span></p>`}`;
  }

  /** @param {import("./points-figures.js").Shown} shown */
  #figure(shown) {
    switch (this.figure) {
      case UNCERTAINTY: return uncertaintyFigure(this.store, shown.width, this.band, (id) => { this.band = id; });
      case "Table": return pointsTable(shown);
      case "Tornado": return html`${shown.sensitivity === null ? nothing : tornado(shown)}${depthScale(shown)}`;
      default: return html`${waterfall(shown)}${depthScale(shown)}`;
    }
  }

  /**
   * Beside what the drawings need in words, so that the depth of the partnership has room above it at 1440 × 900.
   * @param {import("./points-figures.js").Shown} shown
   */
  #foot(shown) {
    const { figure, figures } = this;
    return html`<div class="foot">
      <p class="quiet">${figure === UNCERTAINTY ? "Probabilities are shares of cases, as good as the ranges and weights given." : html`${figure === "Table" ? nothing : html`${depthSentence(shown)} `}Ten points multiply the odds by ten${figures.includes(UNCERTAINTY) ? "" : "; three double them"}.`}</p>
      ${tabs({ label: "Figure", chosen: figure, panel: "figure", choose: (id) => { this.figure = id; }, items: figures.map((name) => ({ id: name, name })) })}
    </div>`;
  }
}

customElements.define("verdict-pane", VerdictPane);
