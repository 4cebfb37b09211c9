/** The scenarios in their order: title and likelihood, the shared yardstick, relationship, treaty and confidence. */

import { html, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { percent, showsDifference, signed, words } from "../format.js";
import { confidenceBoxes } from "../workbench/confidence-note.js";
import { letter } from "./comparison.js";
import { Part, disc } from "./part.js";
import "../workbench/yardstick.js";

const ROW = 56;

/** Such as "treaty of consultation". @param {string} commitment @param {any} book */
const treaty = (commitment, book) =>
  (commitment === "UNKNOWN" ? "treaty not rated" : book.commitments[commitment].replace(/^an? /, ""));

/** @param {string} path */
const icon = (path) => svg`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d=${path} fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;

class ComparedScenarios extends Part {
  static properties = { ...Part.properties, dragged: { state: true }, over: { state: true } };

  constructor() {
    super();
    /** @type {string | null} */
    this.dragged = null;
    /** @type {string | null} */
    this.over = null;
  }

  /** @param {string} id @param {number} to @param {string} button that keeps the focus */
  async moveTo(id, to, button) {
    await this.comparison.move(id, to);
    await this.updateComplete;
    const row = this.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const first = /** @type {HTMLButtonElement | null} */ (row?.querySelector(`button[name="${button}"]`));
    (first?.disabled ? /** @type {HTMLElement | null} */ (row?.querySelector("button:enabled")) : first)?.focus();
  }

  /** @param {string} id */
  drop(id) {
    if (this.dragged !== null && this.dragged !== id) {
      this.comparison.move(this.dragged, this.comparison.ids.indexOf(id));
    }
    this.dragged = null;
    this.over = null;
  }

  /** @param {string} id @param {number} index */
  name(id, index) {
    const { ids, assessments } = this.comparison;
    const assessment = assessments.get(id);
    const { verdict } = assessment;
    const title = assessment.scenario.title;
    return html`<li class=${this.over === id ? "over" : ""} data-id=${id} draggable="true"
        @dragstart=${() => { this.dragged = id; }} @dragend=${() => { this.dragged = null; this.over = null; }}
        @dragover=${(/** @type {DragEvent} */ event) => { if (this.dragged !== null) { event.preventDefault(); this.over = id; } }}
        @drop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); this.drop(id); }}>
      ${disc(letter(index))}
      <div><a class="title" href=${this.comparison.workbench(id)} draggable="false" title=${title}>${title}</a>
        <p title=${verdict.statement}>${verdict.words}${index === 0 ? " · baseline" : nothing}</p></div>
      <span class="order">
        <button type="button" class="icon" name="up" ?disabled=${index === 0} aria-label=${`Move ${title} up`} @click=${() => this.moveTo(id, index - 1, "up")}>${icon("M3.5 10L8 5.5l4.5 4.5")}</button>
        <button type="button" class="icon" name="down" ?disabled=${index === ids.length - 1} aria-label=${`Move ${title} down`} @click=${() => this.moveTo(id, index + 1, "down")}>${icon("M3.5 6L8 10.5 12.5 6")}</button>
        <button type="button" class="icon" name="remove" ?disabled=${ids.length === 1} aria-label=${`Remove ${title}`} @click=${() => this.comparison.remove(id)}>${icon("M4 4l8 8M12 4l-8 8")}</button>
      </span></li>`;
  }

  /** @param {string} id @param {number} index */
  state(id, index) {
    const { verdict, confidence } = this.comparison.assessments.get(id);
    const states = verdict.relationship ? [verdict.relationship] : verdict.relationships;
    const range = [...new Set([states[0], states[states.length - 1]])].map(words).join(" to ");
    return html`<li><span class="which">${disc(letter(index))}</span>
      <p><strong>${range}</strong>${verdict.flags.map((/** @type {string} */ flag) => `, ${words(flag)}`)}<br><span class="treaty">${treaty(verdict.commitment, this.comparison.book)}</span></p>
      <p class="confidence">${confidenceBoxes(confidence.level)}<span>${words(confidence.level)}</span></p></li>`;
  }

  /** @param {string[]} ids @param {Map<string, any>} assessments */
  suppositions(ids, assessments) {
    const supposing = ids.filter((id) => assessments.get(id).verdict.supposition !== null);
    return supposing.length === 0 ? nothing : html`<details class="suppositions"><summary>What they suppose</summary>
      ${supposing.map((id) => html`<p>${disc(letter(ids.indexOf(id)))} ${assessments.get(id).verdict.supposition}</p>`)}</details>`;
  }

  marks() {
    const { ids, assessments } = this.comparison;
    const baseline = assessments.get(ids[0]).verdict.likelihood.percent;
    const narrow = this.clientWidth < 480;
    const whole = ids.every((id) => showsDifference(baseline, assessments.get(id).verdict.likelihood.percent));
    return ids.map((id, index) => {
      const { likelihood, interval, figure, intervalFirst } = assessments.get(id).verdict;
      const difference = Math.round((likelihood.percent - baseline) * 10) / 10;
      return {
        letter: letter(index), value: likelihood.percent, label: whole || intervalFirst ? figure : percent(likelihood.percent, false), low: interval.lowPercent, high: interval.highPercent,
        from: index === 0 ? null : baseline, name: assessments.get(id).scenario.title,
        note: index === 0 ? "" : `${signed(difference, 1)}${narrow ? "" : " pp against A"}`,
      };
    });
  }

  render() {
    const { ids, assessments } = this.comparison;
    if (!this.comparison.ready) {
      return nothing;
    }
    return html`
      <ol class="names" aria-label="Scenarios">${repeat(ids, (id) => id, (id, index) => this.name(id, index))}</ol>
      <likelihood-yardstick .marks=${this.marks()} row-height=${ROW} name="Likelihood"></likelihood-yardstick>
      <div class="states"><p class="heads" aria-hidden="true"><span>Expected relationship</span><span>Confidence</span></p>
        <ol aria-label="Expected relationship and confidence">${ids.map((id, index) => this.state(id, index))}</ol></div>
      ${this.suppositions(ids, assessments)}`;
  }
}

customElements.define("compared-scenarios", ComparedScenarios);
