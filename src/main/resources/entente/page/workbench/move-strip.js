/** The strip: undo and redo, what the last move did, and what can be taken away from the case. */

import { LitElement, html, nothing } from "lit";
import { count, direction, signed, words } from "../format.js";
import { inShort } from "../uncertain.js";
import { Watch } from "../watch.js";
import { lastMove } from "./last-move.js";
import { arrow, redo, undo } from "./marks.js";
import "./share-dialog.js";
import "./reproduce-dialog.js";
import "./download-menu.js";

/** More readings than these are counted instead of named. */
const NAMED = 2;

/** Steps that are no move of a hand, by their label. @type {Record<string, string>} */
const KINDS = { "Opened from a link": "From the link", "Reset all": "Reset", "Settled by the facilitator": "Settled by the facilitator" };

class MoveStrip extends LitElement {
  static properties = { store: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    new Watch(this, () => this.store);
    /** What sticks below the strip has to know its height. */
    this.size = new ResizeObserver(() => document.documentElement.style.setProperty("--strip", `${this.offsetHeight}px`));
  }

  connectedCallback() {
    super.connectedCallback();
    this.size.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const changed = Object.keys(store.changes).length;
    this.toggleAttribute("quiet", store.state.problem === null && store.state.connection !== "offline" && lastMove(store) === null
      && store.past.length < 2 && store.future.length === 0);
    return html`
      <div class="steps">
        <button type="button" class="icon" aria-label="Undo" title="Undo (Ctrl+Z)" ?disabled=${store.past.length < 2} @click=${() => store.undo()}>${undo()}<span class="word">Undo</span></button>
        <button type="button" class="icon" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" ?disabled=${store.future.length === 0} @click=${() => store.redo()}>${redo()}</button>
      </div>
      <div class="said" role="status">${this.said(store)}</div>
      ${changed > 1 ? html`<button type="button" class="reset" @click=${() => store.resetAll()}>Reset all</button>` : nothing}
      <div class="tools">
        <share-dialog .store=${store}></share-dialog>
        <reproduce-dialog .store=${store}></reproduce-dialog>
        <download-menu .store=${store}></download-menu>
      </div>`;
  }

  /** @param {import("../store.js").Store} store */
  said(store) {
    const { problem, connection } = store.state;
    if (connection === "offline") {
      return html`<p><b>Not sent; retrying.</b> The service cannot be reached. Your values stay.</p>`;
    }
    if (problem) {
      return html`<p><b>Refused.</b> ${[...new Set([problem.message, ...problem.errors.map((each) => each.detail)])].join(" ")}</p>`;
    }
    const move = lastMove(store);
    if (move === null) {
      return html`<p><b>${store.opening[0]}</b> ${store.opening[1]}</p>`;
    }
    return html`<b>${(move.kind === "Last move" && KINDS[move.label]) || move.kind}</b> ${this.readings(move)} ${this.rules(move)} ${this.verdict(move)}`;
  }

  /** @param {NonNullable<ReturnType<typeof lastMove>>} move */
  readings(move) {
    const assumptions = move.assumptions ? html`<span>assumptions changed</span>` : nothing;
    if (move.readings.length > NAMED) {
      return html`<span><span class="changed">${count(move.readings.length, "reading")}</span> changed</span> ${assumptions}`;
    }
    if (move.readings.length === 0 && !move.assumptions) {
      return html`<span>No reading changed</span>`;
    }
    return html`${move.readings.map((each) => {
      const indicator = this.store?.state.indicators.find((known) => known.id === each.indicator);
      return html`<span>${indicator.short}, <span class="nowrap">${inShort(each.from, indicator)} ${arrow()}</span> <span class="changed">${inShort(each.to, indicator)}</span></span> `;
    })}${assumptions}`;
  }

  /** @param {NonNullable<ReturnType<typeof lastMove>>} move */
  rules(move) {
    const parts = [
      ...(move.off.count === 0 ? [] : [html`${count(move.off.count, "rule")} no longer ${move.off.count === 1 ? "counts" : "count"}${points(move.off.points)}`]),
      ...(move.on.count === 0 ? [] : [html`${count(move.on.count, "rule")} now ${move.on.count === 1 ? "counts" : "count"}${points(move.on.points)}`]),
      ...(move.ceiling === 0 ? [] : [html`upper limit${points(move.ceiling)}`]),
    ];
    if (parts.length === 0 && move.readings.length === 0) {
      return nothing;
    }
    return parts.length === 0
      ? html`<span>no rule switched</span>`
      : html`<span>${parts.map((part, at) => html`${at > 0 ? "; " : ""}${part}`)}</span>`;
  }

  /** @param {NonNullable<ReturnType<typeof lastMove>>} move */
  verdict({ before, after, relationship }) {
    const term = html`<b>${after.words}</b>`;
    return html`<span>${before.figure === after.figure
      ? html`<span class="nowrap">${after.figure}</span> as before, ${term}`
      : html`<span class="nowrap">${before.figure}</span> ${arrow()} <b class="nowrap">${after.figure}</b>, ${before.words === after.words ? "still" : "now"} ${term}`}</span>${relationship === null ? nothing : html` <span>relationship now <b>${words(relationship)}</b></span>`}`;
  }
}

/** Behind what has them; rules may bear on the partnership alone. @param {number} value */
const points = (value) => (value === 0 ? nothing : html`: <span class="${direction(value)} points">${signed(value)} points</span>`);

customElements.define("move-strip", MoveStrip);
