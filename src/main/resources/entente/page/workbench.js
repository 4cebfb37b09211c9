/** The workbench: readings on the left, the verdict in the middle, what would change it and the ledger on the right. */

import { html, nothing } from "lit";
import { Problem } from "./api.js";
import { LightElement, listen, StoreElement, undoByKey, watch } from "./element.js";
import { count, day, messageOf } from "./format.js";
import { addressOf, droppedScenario, fragmentOf, isDropped } from "./link.js";
import { Store } from "./store.js";
import { inShort } from "./uncertain.js";
import * as icon from "./workbench/icons.js";
import { eye, list, share, turn } from "./workbench/icons.js";
import { tabs } from "./workbench/tabs.js";
import { miniVerdict } from "./workbench/verdict-pane.js";
import "./workbench/assumptions.js";
import "./workbench/changes-pane.js";
import "./workbench/ledger-pane.js";
import "./workbench/move-strip.js";
import "./workbench/readings-pane.js";
import "./workbench/rules-banner.js";

/** The readings that differ from the scenario, as a table for paper. @param {Store} store */
function changedReadings(store) {
  const changes = Object.entries(store.changes);
  return html`<changed-readings>${changes.length === 0 ? nothing : html`<h2>Changed readings</h2>
    <table><thead><tr><th scope="col">Reading</th><th scope="col" class="number">In the scenario</th><th scope="col" class="number">Now</th></tr></thead>
    <tbody>${changes.map(([id, value]) => {
      const indicator = store.state.indicators.find((each) => each.id === id);
      return html`<tr><th scope="row">${indicator.label}</th><td class="number">${inShort(store.unchanged(id), indicator)}</td><td class="number">${inShort(value, indicator)}</td></tr>`;
    })}</tbody></table>`}</changed-readings>`;
}

/** In the bar: which scenario is open, the list of all, and the assumptions. */
class ScenarioPicker extends StoreElement {
  static properties = { drawer: { state: true } };

  constructor() {
    super();
    /** Whether the assumptions are open. */
    this.drawer = false;
  }

  createRenderRoot() {
    return document.getElementById("bar-slot") ?? this;
  }

  get list() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("#scenario-list"));
  }

  /** Under its button, inside the window. @param {Event} event */
  place(event) {
    const button = /** @type {HTMLElement} */ (this.renderRoot.querySelector(".picker")).getBoundingClientRect();
    this.list.style.top = `${button.bottom + 4}px`;
    this.list.style.left = innerWidth < 768 ? "8px" : `${button.left}px`;
    if (/** @type {ToggleEvent} */ (event).newState === "open") {
      requestAnimationFrame(() => /** @type {HTMLElement | null} */ (this.list.querySelector("[aria-current]"))?.focus());
    }
  }

  /** Arrows walk through the list. @param {KeyboardEvent} event */
  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const links = [...this.list.querySelectorAll("a")];
      const next = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement)) + by;
      links[(next + links.length) % links.length].focus();
    }
  }

  /** On a phone the button of the drawer is in the list, which is closed by then. */
  async closed() {
    this.drawer = false;
    await this.updateComplete;
    if (document.activeElement === document.body) {
      /** @type {HTMLElement} */ (this.renderRoot.querySelector(".picker")).focus();
    }
  }

  render() {
    const { store } = this;
    const { baseline, assessment, scenarios, id } = store.state;
    const changed = assessment.assumptions.changed.length;
    const assumptions = html`
      <button class="plain assumptions" aria-haspopup="dialog" @click=${() => (this.drawer = true)}>
        ${icon.lock()}
        <span>${changed === 0 ? "Assumptions as shipped" : html`Assumptions <span class="changed">${count(changed, "change")}</span>`}</span>
      </button>`;
    return html`
      <button class="picker" popovertarget="scenario-list">
        <strong>${baseline.scenario.title}</strong>
        ${baseline.scenario.asOf ? html`<span class="as-of">as of ${day(baseline.scenario.asOf)}</span>` : nothing}
        ${icon.open()}<span class="visually-hidden">, choose another scenario</span>
      </button>
      <div id="scenario-list" role="navigation" popover aria-label="Scenarios" @beforetoggle=${this.place} @keydown=${this.key}>
        ${assumptions}
        <ul>${scenarios.map((each) => html`
          <li><a href="/workbench/${each.id}" aria-current=${each.id === id ? "page" : nothing}>
            <span>${each.title ?? each.id}</span> <span class="quiet">${each.asOf ? day(each.asOf) : ""}</span></a></li>`)}
        </ul>
      </div>
      ${assumptions}
      <assumptions-drawer .store=${store} .open=${this.drawer} @done=${this.closed}></assumptions-drawer>`;
  }
}

customElements.define("scenario-picker", ScenarioPicker);

/** The parts of a narrow window, one at a time. */
const PARTS = [
  { id: "verdict", name: "Verdict", drawing: eye },
  { id: "readings", name: "Readings", drawing: list },
  { id: "changes", name: "Change it", drawing: turn },
  { id: "share", name: "Share", drawing: () => share(20) },
];

/** The parts of the right pane, where it is below the verdict. */
const SIDE = [{ id: "changes", name: "What would change it" }, { id: "ledger", name: "Ledger" }];

class EntenteWorkbench extends LightElement {
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
    watch(this, () => this.store);
    listen(this, () => document, "keydown", (/** @type {KeyboardEvent} */ event) => undoByKey(event, this.store));
    listen(this, () => window, "hashchange", () => this.open());
    listen(this, () => this.store, "change", () => this.followAddress());
  }

  connectedCallback() {
    super.connectedCallback();
    this.open();
  }

  async open() {
    this.opening = true;
    this.openedWith = location.hash;
    try {
      await this.store.open(this.scenario, isDropped(location.hash) ? droppedScenario() : null);
      this.failure = null;
      document.title = `${this.store.state.baseline.scenario.title} – Entente`;
    } catch (failed) {
      this.failure = [messageOf(failed),
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

  shouldUpdate() {
    return this.failure !== null || this.store.state.assessment !== null;
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
      ${miniVerdict(store, this.shown)}
      <div class="panes" data-part=${this.shown}>
        <readings-pane .store=${store} aria-label="Readings" role="region"></readings-pane>
        <verdict-pane .store=${store} aria-label="Verdict" role="region"></verdict-pane>
        <div class="side" data-part=${this.sidePart}>
          <div class="side-tabs">${tabs({ label: "More", chosen: this.sidePart, panel: "changes-part", choose: (id) => { this.sidePart = id; },
            items: SIDE })}</div>
          <changes-pane id="changes-part" .store=${store} aria-label="What would change it" role="region"></changes-pane>
          ${changedReadings(store)}
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
