/** The ledger: every rule that counts, nearly counts, cannot be decided, or is overridden. */

import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Watch } from "../watch.js";
import { switched } from "./last-move.js";
import { sorted } from "./ledger.js";
import { cross } from "./marks.js";
import { tabs } from "./tabs.js";
import "./ledger-row.js";

/** @type {Record<string, string>} */
const EMPTY = {
  fired: "No rule counts here.", near: "No rule is near counting here.", undetermined: "No rule waits for a rating here.",
  overridden: "No rule is overridden here.", disabled: "No rule is disabled here.",
};

class LedgerPane extends LitElement {
  static properties = { store: { attribute: false }, kind: { state: true }, allWith: { state: true } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    /** @type {"fired" | "near" | "undetermined" | "overridden" | "disabled"} */
    this.kind = "fired";
    /** @type {string | null} the barrier that was open when all were asked for; another one filters again */
    this.allWith = null;
    new Watch(this, () => this.store);
    /** On paper stands the whole ledger. */
    this.whole = () => { this.allWith = this.store?.state.openGroup ?? null; };
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.whole);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.whole);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const { assessment, book, openGroup } = store.state;
    const group = openGroup === null || openGroup === this.allWith ? null : openGroup;
    const rows = sorted(assessment, book.rules, group);
    const tab = (/** @type {"fired" | "near" | "undetermined" | "overridden" | "disabled"} */ id, /** @type {string} */ name) => ({ id, name, count: rows[id].length });
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
    const { book, openGroup } = /** @type {import("../store.js").Store} */ (this.store).state;
    const label = (/** @type {string | null} */ id) => book.groups.find((/** @type {any} */ each) => each.id === id)?.label;
    if (group !== null) {
      return html`<button type="button" class="plain filter" aria-label="${label(group)}: show all barriers" @click=${() => { this.allWith = openGroup; }}>${label(group)} ${cross(12)}</button>`;
    }
    return openGroup === null
      ? html`<span class="quiet">All barriers</span>`
      : html`<button type="button" class="plain filter" aria-label="All barriers: show only ${label(openGroup)}" @click=${() => { this.allWith = null; }}>All barriers</button>`;
  }

  /** What the changes switched comes first. @param {any[]} rows @param {string | null} group */
  fired(rows, group) {
    const { assessment, baseline } = /** @type {import("../store.js").Store} */ (this.store).state;
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

  /** @param {any[]} rows @param {string} kind */
  list(rows, kind) {
    return rows.length === 0
      ? html`<p class="none">${EMPTY[kind]}</p>`
      : repeat(rows, (row) => row.rule, (row) => html`<ledger-row .store=${this.store} .row=${row} kind=${kind}></ledger-row>`);
  }
}

customElements.define("ledger-pane", LedgerPane);
