/** Readings that differ from the baseline's, the largest share of the difference first; equal ones are folded. */

import { html, nothing, svg } from "lit";
import { count, sized, unit } from "../format.js";
import { position } from "../scale.js";
import { readingShares } from "./attribution.js";
import { letter } from "./comparison.js";
import { Part, disc, shareText } from "./part.js";

const WIDTH = 170;
const HEIGHT = 22;

/** @typedef {{letters: string, value: number, x: number}} Mark */

class ReadingDifferences extends Part {
  /** The value of a scenario; null: unknown. @param {string} id @param {string} indicator @returns {number | null} */
  value(id, indicator) {
    return this.comparison.assessments.get(id).scenario.resolved.readings[indicator]?.value ?? null;
  }

  /** Ids of the readings that differ in any pair, with their shares. */
  differing() {
    const { pairs } = this.comparison;
    const ranked = readingShares(pairs);
    const listed = new Set(ranked.map(({ id }) => id));
    const rest = pairs.flatMap(({ answer }) => answer.readings.map((/** @type {any} */ reading) => reading.indicator));
    const differs = new Set(rest);
    return [
      ...ranked.filter(({ id }) => differs.has(id)),
      ...[...differs].filter((id) => !listed.has(id)).map((id) => ({ id, shares: pairs.map(() => undefined) })),
    ];
  }

  /** Letters at their values; those of one value stand together, and none covers another. @param {any} indicator */
  marks(indicator) {
    /** @type {Map<number, string>} */
    const letters = new Map();
    this.comparison.ids.forEach((id, index) => {
      const value = this.value(id, indicator.id);
      if (value !== null) {
        letters.set(value, (letters.get(value) ?? "") + letter(index));
      }
    });
    /** @type {Mark[]} */
    const marks = [...letters].map(([value, text]) => ({ value, letters: text, x: position(indicator, value) * WIDTH })).sort((one, other) => one.x - other.x);
    for (let i = 1; i < marks.length; i++) {
      marks[i].x = Math.max(marks[i].x, marks[i - 1].x + half(marks[i - 1]) + half(marks[i]) + 1);
    }
    for (let i = marks.length - 1, right = WIDTH + 9; i >= 0; i--) {
      marks[i].x = Math.min(marks[i].x, right - half(marks[i]));
      right = marks[i].x - half(marks[i]) - 1;
    }
    return marks;
  }

  /** @param {any} indicator */
  track(indicator) {
    const marks = this.marks(indicator);
    const sentence = marks.map((mark) => `${[...mark.letters].join(" and ")} at ${this.text(indicator, mark.value)}`).join(", ");
    return html`<svg class="readings-track" role="img" aria-label=${sentence} width=${WIDTH + 18} height=${HEIGHT} viewBox=${`-9 0 ${WIDTH + 18} ${HEIGHT}`}>
      ${[0, 1, 2, 3, 4].map((cell) => svg`<rect class="cell" x=${cell * WIDTH / 5 + 1} y="7.5" width=${WIDTH / 5 - 2} height="7"/>`)}
      ${marks.map((mark) => svg`<g class=${mark.letters === "A" ? "letters baseline" : "letters"} transform=${`translate(${mark.x.toFixed(1)} 11)`}>
        <rect x=${-half(mark)} y="-8.5" width=${2 * half(mark)} height="17" rx="8.5"/><text text-anchor="middle" y="3.8">${[...mark.letters].join(" ")}</text></g>`)}
    </svg>`;
  }

  /** @param {any} indicator @param {number | null} value */
  text(indicator, value) {
    return sized(indicator, value);
  }

  /** @param {string} id @param {any} indicator @param {number} index */
  cell(id, indicator, index) {
    const value = this.value(id, indicator.id);
    const same = index > 0 && value === this.value(this.comparison.ids[0], indicator.id);
    return html`<td class="number">${same ? html`<span class="none"><span aria-hidden="true">=</span><span class="visually-hidden">as A</span></span>` : this.text(indicator, value)}</td>`;
  }

  render() {
    const { ids, pairs, indicators } = this.comparison;
    const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const rows = this.differing().filter(({ id }) => byId.has(id));
    const equal = indicators.filter((indicator) => rows.every(({ id }) => id !== indicator.id));
    return html`
      <h2>Readings that differ</h2>
      <p class="under">${rows.length} of ${indicators.length}, the largest share first. The scale runs from very low to very high.</p>
      <div class="wide" role="region" tabindex="0" aria-label="Readings that differ"><table class="readings">
        <thead><tr><th scope="col"><span class="visually-hidden">Reading</span></th><th scope="col"><span class="visually-hidden">On the scale</span></th>
          ${ids.map((_, index) => html`<th scope="col" class="number">${disc(letter(index))}<br>value</th>`)}
          ${pairs.map((pair) => html`<th scope="col" class="number">${disc(pair.letter)}<br>share</th>`)}</tr></thead>
        <tbody>${rows.map(({ id, shares }) => {
          const indicator = byId.get(id);
          return html`<tr><th scope="row" title=${indicator.label}>${indicator.short ?? indicator.label}</th><td>${this.track(indicator)}</td>
            ${ids.map((scenario, index) => this.cell(scenario, indicator, index))}
            ${shares.map((share) => html`<td class="number">${shareText(share)}</td>`)}</tr>`;
        })}</tbody></table></div>
      ${equal.length === 0 ? nothing : html`<details class="folded"><summary><strong>${count(equal.length, "reading")}</strong> ${equal.length === 1 ? "is" : "are"} equal</summary>
        <ul class="equal">${equal.map((indicator) => html`<li>${indicator.short ?? indicator.label}<span class="number">${this.text(indicator, this.value(ids[0], indicator.id))}
          ${indicator.unit === "ordinal" ? html`<span class="quiet">${unit(indicator)}</span>` : nothing}</span></li>`)}</ul></details>`}`;
  }
}

/** Half the width of a mark. @param {Mark} mark */
const half = (mark) => 3 + 5.5 * mark.letters.length;

customElements.define("reading-differences", ReadingDifferences);
