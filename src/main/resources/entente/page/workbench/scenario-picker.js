/** In the bar: which scenario is open, the list of all, and the assumptions. */

import { LitElement, html, nothing } from "lit";
import { count, day } from "../format.js";
import { Watch } from "../watch.js";
import * as icon from "./icons.js";
import "./assumptions-drawer.js";

class ScenarioPicker extends LitElement {
  static properties = { store: { attribute: false }, drawer: { state: true } };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    /** Whether the assumptions are open. */
    this.drawer = false;
    new Watch(this, () => this.store);
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
