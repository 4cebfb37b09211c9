/** Compares scenarios: the first is the baseline of the others. The address names them, in their order. */

import { LitElement, html, nothing } from "lit";
import { Watch } from "./watch.js";
import { Comparison } from "./compare/comparison.js";
import "./compare/add-scenario.js";
import "./compare/compared-scenarios.js";
import "./compare/difference-split.js";
import "./compare/download-comparison.js";
import "./compare/other-differences.js";
import "./compare/reading-differences.js";
import "./compare/reproduce-comparison.js";
import "./compare/share-comparison.js";

class EntenteCompare extends LitElement {
  constructor() {
    super();
    this.comparison = new Comparison();
    new Watch(this, () => this.comparison);
    this.back = () => this.comparison.show(named());
    /** Another case, or the notice about another link. */
    this.again = () => location.reload();
  }

  /** Light DOM: one style sheet for all, and the server's text until the first answer. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("popstate", this.back);
    window.addEventListener("hashchange", this.again);
    this.comparison.open(named());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener("popstate", this.back);
    window.removeEventListener("hashchange", this.again);
  }

  shouldUpdate() {
    return this.comparison.ready || this.comparison.failure !== "";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.hasUpdated) {
      this.replaceChildren();
    }
  }

  render() {
    const comparison = this.comparison;
    return html`
      <div class="tools">
        <h1>Compare</h1><p>the first is the baseline; drag to reorder</p>
        <add-scenario .store=${comparison}></add-scenario>
        <share-comparison .store=${comparison}></share-comparison>
        <reproduce-comparison .store=${comparison}></reproduce-comparison>
        <download-comparison .store=${comparison}></download-comparison>
      </div>
      <p role="alert" class="failure" ?hidden=${comparison.failure === ""}>${comparison.failure}</p>
      ${notice(comparison)}
      <compared-scenarios .comparison=${comparison}></compared-scenarios>
      <p role="status" class="waiting">${comparison.waiting ? "Attributing the differences …" : nothing}</p>
      ${comparison.pairs.length === 0 ? nothing : html`
        <div class="differences">
          <div>
            <difference-split .comparison=${comparison}></difference-split>
            <other-differences .comparison=${comparison}></other-differences>
          </div>
          <reading-differences .comparison=${comparison}></reading-differences>
        </div>`}`;
  }
}

/** Says that the address is of other rules, or names what the rules here do not have. @param {Comparison} comparison */
function notice({ notice: { rules, unknown }, book }) {
  if (book === null || (rules === "" && unknown.length === 0)) {
    return nothing;
  }
  return html`<div class="notice" role="region" aria-label="Other rules">
    ${rules === "" ? nothing : html`<p><b>This link was made under other rules</b>, ${rules.slice(0, 8)}. The figures are of the rules here, ${book.version} (${book.sha256.slice(0, 8)}).</p>`}
    ${unknown.length === 0 ? nothing : html`<p>The link names what this rule book does not have; left out: ${unknown.map((name, at) => html`${at > 0 ? ", " : ""}<code>${name}</code>`)}.</p>`}
  </div>`;
}

/** The scenarios that the address names. */
function named() {
  const ids = (new URLSearchParams(location.search).get("scenarios") ?? "").split(",").filter((id) => id !== "");
  return ids.length === 0 ? (document.querySelector("entente-compare")?.getAttribute("data-compared") ?? "").split(",").filter((id) => id !== "") : ids;
}

customElements.define("entente-compare", EntenteCompare);
