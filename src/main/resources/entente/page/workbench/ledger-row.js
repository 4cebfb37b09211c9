/** One rule of the ledger: its claim, its points, where the article says so, its id, and what it lacks. */

import { LitElement, html, nothing, svg } from "lit";
import { GRADES, direction, measure, signed, sized } from "../format.js";
import { cited } from "./cited.js";
import { claim } from "./ledger.js";

const CELL = 12;

class LedgerRow extends LitElement {
  static properties = { store: { attribute: false }, row: { attribute: false }, kind: { type: String }, reason: { state: true } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    /** @type {any} */
    this.row = null;
    /** "fired", "off" (it counted in the unchanged scenario) or what kept it from counting */
    this.kind = "fired";
    this.reason = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const row = this.row;
    return html`
      <div class="entry">
        <p class="claim">${claim(row)}</p>
        <p class="points ${direction(row.alliancePoints)}">${this.points(row)}</p>
      </div>
      ${this.kind === "near" || this.kind === "undetermined" ? this.lacking(row) : nothing}
      ${row.overriddenBy === null ? nothing : html`<p class="lacks">Overridden by: ${this.claimOf(row.overriddenBy)}</p>`}
      ${this.origin(row)}`;
  }

  /** Struck when it no longer counts, in brackets when it does not count. @param {any} row */
  points(row) {
    const figure = row.alliancePoints === 0 && row.partnershipPoints !== 0
      ? html`<span class="quiet">${signed(row.partnershipPoints)} <span class="what">partnership</span></span>`
      : signed(row.alliancePoints);
    if (this.kind === "off") {
      return html`<s>${figure}</s>`;
    }
    return this.kind === "fired" ? figure : html`(${figure})`;
  }

  /** @param {any} row */
  origin(row) {
    const ours = row.projectAssumption;
    return html`<p class="origin">
        ${row.cites.map((/** @type {string} */ cite, /** @type {number} */ at) =>
          html`${at > 0 ? " · " : ""}${cited(this.store, row.rule, cite)}`)}
        ${ours === null ? nothing : html`${row.cites.length > 0 ? "· " : ""}<button type="button" class="ours" aria-expanded=${this.reason}
          @click=${() => { this.reason = !this.reason; }}><span class="visually-hidden">project </span>assumption</button>`}
        <span class="rule-id"><span class="visually-hidden">rule </span>${row.rule}</span>
      </p>
      ${this.reason ? html`<p class="reason"><b>Project assumption:</b> ${ours}</p>` : nothing}`;
  }

  /** @param {any} row */
  lacking(row) {
    return row.conditions.filter((/** @type {any} */ each) => !each.held).map((/** @type {any} */ each) => {
      const indicator = this.store?.state.indicators.find((known) => known.id === each.indicator);
      const needs = `needs ${each.comparison === "AT_LEAST" ? "" : "below "}${sized(indicator, each.threshold)}`;
      return html`<p class="lacks">${cells(each)}<span>${indicator.short} ${each.actual === null
        ? html`is <b>unrated</b>, ${needs}`
        : html`is ${sized(indicator, each.actual)}, ${needs}: <b>${distance(indicator, each)}</b>`}</span></p>`;
    });
  }

  /** @param {string} rule */
  claimOf(rule) {
    return this.store?.state.book.rules.find((/** @type {any} */ each) => each.id === rule)?.claim ?? rule;
  }
}

/** @param {any} indicator @param {any} condition */
function distance(indicator, condition) {
  if (condition.distance === 0) {
    return "exactly at the cut";
  }
  const size = indicator.unit === "percent" ? " percentage points" : indicator.unit === "USD bn" ? " bn $" : "";
  return `${measure(condition.distance)}${size} ${condition.comparison === "AT_LEAST" ? "short" : "too high"}`;
}

/** Five grades: full where the reading stands, outlined where the rule counts. @param {any} condition */
function cells(condition) {
  const needed = GRADES.indexOf(condition.grade);
  const counts = (/** @type {number} */ grade) => (condition.comparison === "AT_LEAST" ? grade >= needed : grade <= needed);
  return html`<svg class="cells" viewBox="0 0 64 10" width="64" height="10" aria-hidden="true">${GRADES.map((grade, at) =>
    svg`<rect class=${grade === condition.actualGrade ? "here" : counts(at) ? "there" : ""} x=${at * (CELL + 1) + 0.5} y="1.5" width=${CELL - 1} height="7"/>`)}</svg>`;
}

customElements.define("ledger-row", LedgerRow);
