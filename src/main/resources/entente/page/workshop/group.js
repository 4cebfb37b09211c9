/** A group's own page: the workbench, private until the facilitator reveals the verdicts. */

import { html, nothing } from "lit";
import { eye, list } from "../workbench/marks.js";
import { tabs } from "../workbench/tabs.js";
import { RoomPage } from "./room-page.js";
import { WorkshopStore } from "./workshop-store.js";
import { board, check } from "./words.js";
import "../workbench/move-strip.js";
import "../workbench/readings-pane.js";
import "../workbench/rules-banner.js";
import "../workbench/verdict-pane.js";
import "../workbench/mini-verdict.js";
import "../workbench/ledger-pane.js";
import "./board-findings.js";
import "./group-bar.js";
import "./group-ready.js";
import "./join.js";
import "./room-notices.js";

const PARTS = [
  { id: "readings", name: "Readings", drawing: list },
  { id: "verdict", name: "Verdict", drawing: eye },
  { id: "ready", name: "Ready", drawing: check },
];
const BOARD = { id: "board", name: "Board", drawing: board };

class WorkshopGroup extends RoomPage {
  static properties = { state: { type: String }, member: { type: Boolean }, ended: { type: Boolean }, shown: { state: true }, side: { state: true } };

  constructor() {
    super();
    /** Title and round, as the server sent them. */
    this.state = "";
    /** Whether this browser was a member when the server sent the page. */
    this.member = false;
    /** Whether the workshop had ended by then. */
    this.ended = false;
    this.joined = false;
    this.shown = "readings";
    this.side = "ready";
    /** @type {WorkshopStore | null} */
    this.store = null;
    this.storeChanged = () => this.requestUpdate();
    /** @param {KeyboardEvent} event */
    this.keys = (event) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=range]), textarea, select");
      const key = event.key.toLowerCase();
      if (this.store !== null && !typing && (event.ctrlKey || event.metaKey) && !event.altKey && (key === "z" || key === "y")) {
        event.preventDefault();
        key === "y" || event.shiftKey ? this.store.redo() : this.store.undo();
      }
    };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.keys);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.keys);
    super.disconnectedCallback();
  }

  /** Who is no member is asked for a name first. */
  async start() {
    this.joined ||= this.member;
    if (this.joined) {
      await super.start();
    }
    this.requestUpdate();
  }

  shouldUpdate() {
    return !this.joined || super.shouldUpdate();
  }

  render() {
    return this.joined ? super.render() : this.joining();
  }

  joining() {
    if (this.ended) {
      return html`<div class="narrow"><h1>This workshop has ended</h1>
        <p class="lead">${this.state}</p>
        <p>No group can join it any more. A group that took part finds its file to take home at this address, on the device with which it joined; others get it from the facilitator, whose board has it.</p>
        <p><a href="/w">Join another workshop</a></p></div>`;
    }
    return html`<workshop-join code=${this.code} state=${this.state} @joined=${() => { this.joined = true; this.start(); }}></workshop-join>`;
  }

  async opened() {
    const { view } = this.room;
    document.title = `${view.own?.name ?? view.title} – ${view.title}`;
    if (view.role === "GROUP" && this.store === null) {
      const store = new WorkshopStore(this.room);
      await store.openGroup();
      store.addEventListener("change", this.storeChanged);
      this.store = store;
      this.toggleAttribute("joined", true);
    }
    this.requestUpdate();
  }

  /** @param {import("../api.js").Problem} failure */
  failed(failure) {
    if (failure.status === 401 && this.store !== null) {
      this.store.unsent.keep([]);
      return html`<div class="narrow" role="alert"><h1>Your group is no longer in the workshop</h1>
        <p>The facilitator has removed it with its readings.</p><p><a href="/w/${this.code}">Join again</a></p></div>`;
    }
    return failure.status === 401 ? this.joining() : super.failed(failure);
  }

  page() {
    const { view, board: found } = this.room.state;
    if (view.role !== "GROUP") {
      return html`<div class="narrow"><h1>${view.title}</h1>
        <p>This browser is the ${view.role === "FACILITATOR" ? "facilitator" : "projector"} of the workshop; groups join with other devices, or in a private window.</p>
        <p><a href="/workshops/${this.room.code}${view.role === "PROJECTOR" ? "/projector" : ""}">Go on there</a></p></div>`;
    }
    const { store } = this;
    if (store !== null && view.own && view.own.number !== store.number) {
      // Its group was merged with another one.
      location.reload();
    }
    if (store === null) {
      return html`<div class="narrow"><h1>${view.title}</h1><p role="status">Opening your group’s readings.</p></div>`;
    }
    const unsent = store.unsent.all.length;
    const parts = found?.findings ? [...PARTS, BOARD] : PARTS;
    const part = parts.some((each) => each.id === this.shown) ? this.shown : "verdict";
    const side = found?.findings || this.side !== "board" ? this.side : "ready";
    return html`
      <h1 class="visually-hidden">${view.own.name}, ${view.title}</h1>
      <group-bar .room=${this.room}></group-bar>
      <div class="on-top"><room-notices .room=${this.room} .indicators=${store.state.indicators} .unsent=${view.paused || store.state.connection === "offline" || this.room.state.connection === "lost" ? unsent : 0} .offline=${store.state.connection === "offline"} .replaced=${view.rulesChanged && store.state.notice === null}></room-notices>
        <mini-verdict .store=${store} data-part=${part}></mini-verdict></div>
      <rules-banner .store=${store}></rules-banner>
      <move-strip .store=${store} data-part=${part}></move-strip>
      <div class="panes" data-part=${part}>
        <readings-pane .store=${store} aria-label="Readings" role="region" ?inert=${view.paused || view.ended}></readings-pane>
        <verdict-pane .store=${store} aria-label="Verdict" role="region"></verdict-pane>
        <div class="side" data-part=${side}>
          <div class="side-tabs">${tabs({ label: "More", chosen: side, panel: "side-part", choose: (id) => { this.side = id; },
            items: [{ id: "ready", name: "Ready" }, { id: "ledger", name: "Ledger" }, ...(found?.findings ? [{ id: "board", name: "Board" }] : [])] })}</div>
          <div id="side-part" role="tabpanel" aria-label="More">
            <group-ready .store=${store} .view=${view} .unsent=${unsent} aria-label="Ready" role="region"></group-ready>
            <ledger-pane .store=${store} aria-label="Ledger" role="region"></ledger-pane>
            ${found?.findings ? html`<board-findings .room=${this.room} .indicators=${store.state.indicators} aria-label="Board" role="region"></board-findings>` : nothing}
          </div>
        </div>
      </div>
      <nav class="parts" aria-label="Parts of the page" data-count=${parts.length}>${parts.map(({ id, name, drawing }) => html`
        <button type="button" aria-current=${id === part ? "true" : nothing} @click=${() => { this.shown = id; window.scrollTo(0, 0); }}>${drawing()} <span>${name}</span></button>`)}
      </nav>`;
  }
}

customElements.define("workshop-group", WorkshopGroup);
