/** The ledger: every rule that counts, nearly counts, cannot be decided, or is overridden. */

import { html, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { listen, StoreElement } from "../element.js";
import { direction, GRADES, measure, signed, sized } from "../format.js";
import { crossMark } from "./icons.js";
import { cited, claim, sorted, switched } from "./ledger.js";
import { tabs } from "./tabs.js";

/** @typedef {import("../store.js").Store} Store */

const CELL = 12;

/**
 * One rule of the ledger: its claim, its points, where the article says so, its id, and what it lacks.
 * @param {Store} store @param {any} row
 * @param {string} kind "fired", "off" (it counted in the unchanged scenario) or what kept it from counting
 * @param {boolean} reason whether that of a project assumption is shown @param {() => void} toggle shows or hides it
 */
const ledgerRow = (store, row, kind, reason, toggle) => html`<ledger-row>
  <div class="entry">
    <p class="claim">${claim(row)}</p>
    <p class="points ${direction(row.alliancePoints)}">${pointsOf(row, kind)}</p>
  </div>
  ${kind === "near" || kind === "undetermined" ? lacking(store, row) : nothing}
  ${row.overriddenBy === null ? nothing : html`<p class="lacks">Overridden by: ${store.state.book.rules.find((/** @type {any} */ each) => each.id === row.overriddenBy)?.claim ?? row.overriddenBy}</p>`}
  <p class="origin">
    ${row.cites.map((/** @type {string} */ cite, /** @type {number} */ at) =>
      html`${at > 0 ? " · " : ""}${cited(store, row.rule, cite)}`)}
    ${row.projectAssumption === null ? nothing : html`${row.cites.length > 0 ? "· " : ""}<button type="button" class="ours" aria-expanded=${reason}
      @click=${toggle}><span class="visually-hidden">project </span>assumption</button>`}
    <span class="rule-id"><span class="visually-hidden">rule </span>${row.rule}</span>
  </p>
  ${reason ? html`<p class="reason"><b>Project assumption:</b> ${row.projectAssumption}</p>` : nothing}</ledger-row>`;

/** Struck when it no longer counts, in brackets when it does not count. @param {any} row @param {string} kind */
function pointsOf(row, kind) {
  const figure = row.alliancePoints === 0 && row.partnershipPoints !== 0
    ? html`<span class="quiet">${signed(row.partnershipPoints)} <span class="what">partnership</span></span>`
    : signed(row.alliancePoints);
  if (kind === "off") {
    return html`<s>${figure}</s>`;
  }
  return kind === "fired" ? figure : html`(${figure})`;
}

/** @param {Store} store @param {any} row */
const lacking = (store, row) => row.conditions.filter((/** @type {any} */ each) => !each.held).map((/** @type {any} */ each) => {
  const indicator = store.state.indicators.find((known) => known.id === each.indicator);
  const needs = `needs ${each.comparison === "AT_LEAST" ? "" : "below "}${sized(indicator, each.threshold)}`;
  return html`<p class="lacks">${cells(each)}<span>${indicator.short} ${each.actual === null
    ? html`is <b>unrated</b>, ${needs}`
    : html`is ${sized(indicator, each.actual)}, ${needs}: <b>${distance(indicator, each)}</b>`}</span></p>`;
});

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

/** @type {Record<string, string>} */
const EMPTY = {
  fired: "No rule counts here.", near: "No rule is near counting here.", undetermined: "No rule waits for a rating here.",
  overridden: "No rule is overridden here.", disabled: "No rule is disabled here.",
};

class LedgerPane extends StoreElement {
  static properties = { kind: { state: true }, allWith: { state: true } };

  constructor() {
    super();
    /** @type {"fired" | "near" | "undetermined" | "overridden" | "disabled"} */
    this.kind = "fired";
    /** Rules whose project assumption is shown. @type {Set<string>} */
    this.reasons = new Set();
    /** @type {string | null} the barrier that was open when all were asked for; another one filters again */
    this.allWith = null;
    /** On paper stands the whole ledger. */
    listen(this, () => window, "beforeprint", () => { this.allWith = this.store.state.openGroup ?? null; });
  }

  render() {
    const { assessment, book, openGroup } = this.store.state;
    const group = openGroup === null || openGroup === this.allWith ? null : openGroup;
    const rows = sorted(assessment, book.rules, group);
    const tab = (/** @type {typeof this.kind} */ id, /** @type {string} */ name) => ({ id, name, count: rows[id].length });
    return html`
      <div class="ledger-head"><h2>Ledger</h2>${this.filter(group)}</div>
      ${tabs({ label: "Rules", chosen: this.kind, panel: "ledger-rows", choose: (id) => { this.kind = /** @type {typeof this.kind} */ (id); }, items: [
        tab("fired", "Fired"), tab("near", "Near misses"), tab("undetermined", "Needs a rating"), tab("overridden", "Overridden"),
        ...(rows.disabled.length > 0 ? [tab("disabled", "Disabled")] : []),
      ] })}
      <div id="ledger-rows" role="tabpanel" aria-label="Rules">
        ${this.kind === "fired" ? this.fired(rows.fired, group) : this.list(rows[this.kind], this.kind)}
      </div>`;
  }

  /** @param {string | null} group */
  filter(group) {
    const { book, openGroup } = this.store.state;
    const label = (/** @type {string | null} */ id) => book.groups.find((/** @type {any} */ each) => each.id === id)?.label;
    if (group !== null) {
      return html`<button type="button" class="plain filter" aria-label="${label(group)}: show all barriers" @click=${() => { this.allWith = openGroup; }}>${label(group)} ${crossMark(12)}</button>`;
    }
    return openGroup === null
      ? html`<span class="quiet">All barriers</span>`
      : html`<button type="button" class="plain filter" aria-label="All barriers: show only ${label(openGroup)}" @click=${() => { this.allWith = null; }}>All barriers</button>`;
  }

  /** What the changes switched comes first. @param {any[]} rows @param {string | null} group */
  fired(rows, group) {
    const { assessment, baseline } = this.store.state;
    const sameRules = assessment.provenance.rules.sha256 === baseline.provenance.rules.sha256;
    const { on, off } = sameRules ? switched(baseline, assessment) : { on: [], off: [] };
    const here = (/** @type {any} */ row) => group === null || row.group === group;
    const out = off.filter(here);
    const added = new Set(on.filter(here).map((row) => row.rule));
    if (out.length === 0 && added.size === 0) {
      return this.list(rows, "fired");
    }
    return html`
      ${out.length === 0 ? nothing : html`<h3><span class="changed">No longer counted after your change</span></h3>${this.list(out, "off")}`}
      ${added.size === 0 ? nothing : html`<h3><span class="changed">Newly counted after your change</span></h3>${this.list(rows.filter((row) => added.has(row.rule)), "fired")}`}
      <h3>Still counted</h3>
      ${this.list(rows.filter((row) => !added.has(row.rule)), "fired")}`;
  }

  /** @param {string} rule */
  toggleReason(rule) {
    if (!this.reasons.delete(rule)) {
      this.reasons.add(rule);
    }
    this.requestUpdate();
  }

  /** @param {any[]} rows @param {string} kind */
  list(rows, kind) {
    return rows.length === 0
      ? html`<p class="none">${EMPTY[kind]}</p>`
      : repeat(rows, (row) => row.rule, (row) => ledgerRow(this.store, row, kind, this.reasons.has(row.rule), () => this.toggleReason(row.rule)));
  }
}

customElements.define("ledger-pane", LedgerPane);
