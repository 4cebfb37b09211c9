/** The left pane: search, filters, and the readings by barrier. */

import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { count } from "../format.js";
import { Watch } from "../watch.js";
import * as icon from "./icons.js";
import { FILTERS, matches } from "./reading-filters.js";
import { keepInPlace, mayClose } from "./scrolling.js";
import { tabs } from "./tabs.js";
import "./barrier-row.js";
import "./reading-help.js";

class ReadingsPane extends LitElement {
  static properties = {
    store: { attribute: false }, query: { state: true }, filter: { state: true }, helped: { state: true },
  };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    this.query = "";
    this.filter = FILTERS[0];
    /** Readings that stay listed though the filter no longer holds, so that no row vanishes under the hand. @type {Set<string>} */
    this.kept = new Set();
    /** Open barriers. @type {Set<string>} */
    this.opened = new Set();
    /** Barriers that were closed in a search or filter, where all are open at first. @type {Set<string>} */
    this.folded = new Set();
    /** Readings that show their anchors. @type {Set<string>} */
    this.ladders = new Set();
    /** The reading whose help is open. @type {string | null} */
    this.helped = null;
    /** @type {string | null} */
    this.lastGroup = null;
    new Watch(this, () => this.store);
    /** @param {KeyboardEvent} event */
    this.slash = (event) => {
      const target = /** @type {Element | null} */ (event.target);
      const typing = target?.closest("input:not([type=range]):not([type=radio]), textarea, select, dialog, [role=dialog]");
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !typing) {
        event.preventDefault();
        this.querySelector("input")?.focus();
      }
    };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.slash);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.slash);
    super.disconnectedCallback();
  }

  /** Whether less than all is listed. */
  get searches() {
    return this.query !== "" || this.filter !== FILTERS[0];
  }

  /** A barrier that is opened elsewhere, in the figure, opens here too. */
  willUpdate() {
    const { openGroup, indicators, focus } = this.store.state;
    if (openGroup !== this.lastGroup) {
      this.lastGroup = openGroup;
      if (openGroup !== null) {
        this.opened.add(openGroup);
        const first = indicators.find((each) => each.group === openGroup);
        if (focus === null && this.ladders.size === 0 && first) {
          this.ladders = new Set([first.id]);
        }
      }
    }
  }

  /** @param {string} group */
  toggle(group) {
    if (this.searches) {
      if (!this.folded.delete(group)) {
        this.folded.add(group);
      }
      this.requestUpdate();
      return;
    }
    if (this.opened.delete(group)) {
      this.store.set(this.store.state.openGroup === group ? { openGroup: null } : {});
    } else {
      this.opened.add(group);
      this.store.set({ openGroup: group });
    }
  }

  /** The anchors of a reading open with the focus; others close where nothing in view moves by it. @param {CustomEvent<string>} event */
  use({ detail: id, target }) {
    const row = /** @type {HTMLElement} */ (target);
    const { focus, openGroup, indicators } = this.store.state;
    if (focus === id && this.ladders.has(id)) {
      return;
    }
    if (!row.querySelector(".reset:focus")) {
      const rest = [...this.ladders].filter((each) => each !== id && !mayClose(this.querySelector(`#label-${each}`), row));
      this.ladders = new Set([id, ...rest]);
    }
    const group = indicators.find((each) => each.id === id).group;
    keepInPlace(row, this, () => this.store.set(openGroup === null ? { focus: id } : { focus: id, openGroup: group }));
  }

  /** @param {string} id of a filter */
  choose(id) {
    const filter = FILTERS.find((each) => each.id === id) ?? FILTERS[0];
    this.filter = filter;
    this.folded = new Set();
    this.kept = new Set(this.store.state.indicators.filter((each) => filter.holds(this.store, each.id)).map((each) => each.id));
  }

  /** @param {any} indicator */
  listed(indicator) {
    return this.query === "" ? this.filter.holds(this.store, indicator.id) || this.kept.has(indicator.id) : matches(indicator, this.query);
  }

  /** @param {Event} event */
  search(event) {
    this.query = /** @type {HTMLInputElement} */ (event.target).value.trim();
    this.folded = new Set();
  }

  /** @param {KeyboardEvent} event */
  searchKey(event) {
    if (event.key === "Escape" && this.query !== "") {
      event.preventDefault();
      this.query = "";
    }
  }

  render() {
    const { store, query, filter } = this;
    const { state } = store;
    const listed = state.indicators.filter((each) => this.listed(each));
    const groups = state.book.groups.filter((/** @type {any} */ group) => listed.some((each) => each.group === group.id));
    const found = query === "" ? "" : `${listed.length} of ${state.indicators.length} readings${groups.length === 1 ? `, in “${groups[0].label}”` : groups.length > 1 ? `, in ${count(groups.length, "barrier or driver", "barriers and drivers")}` : ""}`;
    return html`
      <div class="finder">
        ${this.finder()}
        ${query === "" ? this.tabs() : nothing}
        <p class="found" role="status" ?hidden=${query === ""}>${found}</p>
      </div>
      <div id="readings" role=${query === "" ? "tabpanel" : nothing} aria-label=${query === "" ? filter.name : nothing}
        @use=${this.use} @help=${(/** @type {CustomEvent<string>} */ event) => (this.helped = event.detail)}>
        ${repeat(groups, (/** @type {any} */ group) => group.id, (/** @type {any} */ group) => html`
          <barrier-row .store=${store} .group=${group} .indicators=${listed.filter((each) => each.group === group.id)} .query=${query}
            .open=${this.searches ? !this.folded.has(group.id) : this.opened.has(group.id)} .ladders=${this.ladders}
            @toggle=${() => this.toggle(group.id)}></barrier-row>`)}
        ${groups.length === 0 ? html`<p class="none">${query === "" ? filter.none : "No reading is called so."}</p>` : nothing}
      </div>
      <reading-help .store=${store} .indicator=${state.indicators.find((each) => each.id === this.helped) ?? null}
        @done=${() => (this.helped = null)}></reading-help>`;
  }

  finder() {
    return html`
      <div class="search" role="search">
        ${icon.search()}
        <input type="search" aria-label="Find a reading" placeholder="Find a reading, e.g. tariff" .value=${this.query}
          @input=${this.search} @keydown=${this.searchKey}>
        <kbd aria-hidden="true">${this.query === "" ? "/" : "Esc"}</kbd>
      </div>`;
  }

  tabs() {
    const { store, filter } = this;
    const items = FILTERS.map((each) => {
      const number = store.state.indicators.filter((indicator) => each.holds(store, indicator.id)).length;
      return { id: each.id, name: each.name, count: number, marked: each.id === "changed" && number > 0 };
    });
    return tabs({ label: "Readings that are listed", chosen: filter.id, panel: "readings", items, choose: (id) => this.choose(id) });
  }
}

customElements.define("readings-pane", ReadingsPane);
