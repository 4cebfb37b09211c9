/** The verdict in words: likelihood, interval, relationship, treaty, flags. */

import { LitElement, html, nothing } from "lit";
import { bandRange, band, count, percent, words } from "../format.js";

const VERBS = /** @type {Record<string, string>} */ ({ ROUGHLY_EVEN: "has a", ALMOST_NO_CHANCE: "has" });

/** Such as "by 2030". @param {any} scenario */
export const horizon = (scenario) => (scenario.asOf
  ? `by ${Number(scenario.asOf.slice(0, 4)) + scenario.horizonYears}` : `within ${count(scenario.horizonYears, "year")}`);

/** @param {any} assessment */
export const nothingRated = (assessment) =>
  assessment.warnings.some((/** @type {{code: string}} */ warning) => warning.code === "NOTHING_RATED");

/** What the interval depends on. @param {any} assessment */
function openReadings(assessment) {
  const unrated = assessment.gaps.length;
  const ranges = Object.values(assessment.scenario.resolved.readings).filter((reading) => reading.low < reading.high).length;
  const parts = [unrated > 0 ? count(unrated, "unrated indicator") : "", ranges > 0 ? count(ranges, "given range") : ""];
  return parts.filter((part) => part !== "").join(" and ");
}

/** @param {string} id */
const named = (id) => `${band(id).term} (${bandRange(id)})`;

/** The interval as a sentence; empty if nothing is open. @param {any} assessment */
export function intervalSentence(assessment) {
  const { lowPercent, highPercent, bands } = assessment.verdict.interval;
  if (lowPercent === highPercent) {
    return "";
  }
  const span = `${percent(lowPercent)} and ${percent(highPercent)}`;
  const open = openReadings(assessment);
  const depending = open === "" ? "" : `, depending on ${open}`;
  return bands.length === 1 ? `Between ${span}${depending}.`
    : `Anywhere between ${span}, from ${named(bands[0])} to ${named(bands[bands.length - 1])}${depending}.`;
}

/** Expected relationship, treaty and flags. @param {any} verdict @param {any} book @returns {string[]} */
export function relationshipSentences(verdict, book) {
  const states = verdict.relationships;
  const range = states.length === 1 ? words(states[0]) : `${words(states[0])} to ${words(states[states.length - 1])}`;
  const expected = verdict.relationship === null ? `${range}; too little is rated to say more`
    : states.length > 1 ? `${words(verdict.relationship)} (${range})` : words(verdict.relationship);
  return [
    `Expected: ${expected}.`,
    verdict.commitment === "UNKNOWN" ? "The treaty in force is not rated." : `In force: ${book.commitments[verdict.commitment]}.`,
    ...verdict.flags.map((/** @type {string} */ flag) => book.flags[flag] ?? words(flag)),
  ];
}

/** No line ends inside a figure. @param {string} text */
const unbroken = (text) => text.split(/(\([^()]*%\)[.,]?|[\d.]+ %[.,]?)/).map((part, index) => (index % 2 === 1 ? html`<span class="whole">${part}</span>` : part));

class VerdictHeadline extends LitElement {
  static properties = { assessment: { attribute: false }, book: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.assessment = null;
    /** @type {any} */
    this.book = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { verdict } = this.assessment;
    return html`
      <h1>${nothingRated(this.assessment) ? this.#base(verdict) : this.#verdict(verdict)}</h1>
      <p>${unbroken([intervalSentence(this.assessment), ...relationshipSentences(verdict, this.book)].filter((each) => each !== "").join(" "))}</p>`;
  }

  /** @param {any} verdict */
  #base(verdict) {
    return html`Nothing is rated, so there is no verdict: the base rate alone is <strong>${percent(verdict.likelihood.percent)}.</strong>`;
  }

  /** @param {any} verdict */
  #verdict(verdict) {
    const { percent: value, band: id, term, range } = verdict.likelihood;
    const open = verdict.interval.bands.length > 1;
    return html`${open ? "On what is rated, an" : "An"} operational alliance
      ${horizon(this.assessment.scenario)} ${VERBS[id] ?? "is"}
      <strong>${term}</strong>${id === "ROUGHLY_EVEN" ? " chance" : nothing}
      <span class="whole">(${range[0]}–${range[1]} %):</span> <strong class="whole">${percent(value)}.</strong>`;
  }
}

customElements.define("verdict-headline", VerdictHeadline);
