/** The workbench: readings on the left, the verdict in the middle, what would change it and the ledger on the right. */

import { LitElement, html, nothing } from "lit";
import { Problem } from "./api.js";
import { addressOf } from "./compare/moved-case.js";
import { isDropped } from "./link.js";
import { Store } from "./store.js";
import { Watch } from "./watch.js";
import { droppedScenario, fragmentOf } from "./workbench/address.js";
import { eye, list, share, turn } from "./workbench/marks.js";
import { tabs } from "./workbench/tabs.js";
import "./workbench/move-strip.js";
import "./workbench/rules-banner.js";
import "./workbench/scenario-picker.js";
import "./workbench/readings-pane.js";
import "./workbench/verdict-pane.js";
import "./workbench/mini-verdict.js";
import "./workbench/changes-pane.js";
import "./workbench/ledger-pane.js";
import "./workbench/changed-readings.js";

/** The parts of a narrow window, one at a time. */
const PARTS = [
  { id: "verdict", name: "Verdict", drawing: eye },
  { id: "readings", name: "Readings", drawing: list },
  { id: "changes", name: "Change it", drawing: turn },
  { id: "share", name: "Share", drawing: () => share(20) },
];

/** The parts of the right pane, where it is below the verdict. */
const SIDE = [{ id: "changes", name: "What would change it" }, { id: "ledger", name: "Ledger" }];

class EntenteWorkbench extends LitElement {
  static properties = { scenario: { type: String }, failure: { state: true }, shown: { state: true }, sidePart: { state: true } };

  constructor() {
    super();
    this.scenario = "";
    /** @type {string[] | null} */
    this.failure = null;
    this.shown = "verdict";
    this.sidePart = "changes";
    this.store = new Store();
    /** While the address is read it is not written. */
    this.opening = true;
    this.openedWith = "";
    new Watch(this, () => this.store);
    this.keys = (/** @type {KeyboardEvent} */ event) => this.undoByKey(event);
    this.reopen = () => this.open();
    this.follow = () => this.followAddress();
  }

  /** Light DOM: one style sheet for all, and the server's text until the first answer. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.keys);
    window.addEventListener("hashchange", this.reopen);
    this.store.addEventListener("change", this.follow);
    this.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.keys);
    window.removeEventListener("hashchange", this.reopen);
    this.store.removeEventListener("change", this.follow);
  }

  async open() {
    this.opening = true;
    this.openedWith = location.hash;
    try {
      await (isDropped(location.hash) ? this.store.openScenario(droppedScenario()) : this.store.open(this.scenario));
      this.failure = null;
      document.title = `${this.store.state.baseline.scenario.title} – Entente`;
    } catch (failed) {
      this.failure = [failed instanceof Error ? failed.message : String(failed),
        ...(failed instanceof Problem ? failed.errors.map((each) => `${each.pointer ?? ""} ${each.detail}`) : [])];
    } finally {
      this.opening = false;
      this.followAddress();
    }
  }

  /** A reload keeps the case. The address of a link under other rules stays until these rules are accepted, or a move. */
  followAddress() {
    const store = this.store;
    if (this.opening || store.state.baseline === null || store.state.connection === "sending") {
      return;
    }
    const ofLink = store.past.length === 1 || store.step.label === "Opened from a link";
    const fragment = ofLink && store.state.notice?.cause === "link" ? this.openedWith : fragmentOf(store);
    if (fragment !== location.hash) {
      history.replaceState(null, "", location.pathname + location.search + fragment);
    }
    // A case from a file is not in the address.
    document.querySelector("header nav a[href^='/compare']")
      ?.setAttribute("href", fragment === "" || isDropped(fragment) ? "/compare" : addressOf(store.state.id, fragment));
  }

  /** Text boxes keep their own undo. @param {KeyboardEvent} event */
  undoByKey(event) {
    const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=range]), textarea, select");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "z" || key === "y") {
      event.preventDefault();
      key === "y" || event.shiftKey ? this.store.redo() : this.store.undo();
    }
  }

  shouldUpdate() {
    return this.failure !== null || this.store.state.assessment !== null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.hasUpdated) {
      this.replaceChildren();
    }
  }

  render() {
    if (this.failure !== null && this.store.state.assessment === null) {
      return html`<div class="failure" role="alert">${this.failure.map((sentence) => html`<p>${sentence}</p>`)}
        <p><a href="/">All scenarios</a></p></div>`;
    }
    const store = this.store;
    return html`
      <scenario-picker .store=${store}></scenario-picker>
      <rules-banner .store=${store}></rules-banner>
      <move-strip .store=${store} data-part=${this.shown}></move-strip>
      <mini-verdict .store=${store} data-part=${this.shown}></mini-verdict>
      <div class="panes" data-part=${this.shown}>
        <readings-pane .store=${store} aria-label="Readings" role="region"></readings-pane>
        <verdict-pane .store=${store} aria-label="Verdict" role="region"></verdict-pane>
        <div class="side" data-part=${this.sidePart}>
          <div class="side-tabs">${tabs({ label: "More", chosen: this.sidePart, panel: "changes-part", choose: (id) => { this.sidePart = id; },
            items: SIDE })}</div>
          <changes-pane id="changes-part" .store=${store} aria-label="What would change it" role="region"></changes-pane>
          <changed-readings .store=${store}></changed-readings>
          <ledger-pane .store=${store} aria-label="Ledger" role="region"></ledger-pane>
        </div>
      </div>
      <nav class="parts" aria-label="Parts of the workbench">${PARTS.map(({ id, name, drawing }) => html`
        <button type="button" aria-current=${id === this.shown ? "true" : nothing} @click=${() => this.show(id)}>${drawing()} <span>${name}</span></button>`)}
      </nav>`;
  }

  /** @param {string} id */
  show(id) {
    this.shown = id;
    window.scrollTo(0, 0);
  }
}

customElements.define("entente-workbench", EntenteWorkbench);
