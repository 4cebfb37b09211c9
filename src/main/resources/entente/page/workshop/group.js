/** A group's own page: the workbench, private until the facilitator reveals the verdicts. */

import { html, nothing, render } from "lit";
import { listen, undoByKey } from "../element.js";
import { count, measure, messageOf, shortName, sized } from "../format.js";
import { valueOf } from "../uncertain.js";
import { arrow, eye, list, lock } from "../workbench/icons.js";
import { tabs } from "../workbench/tabs.js";
import { miniVerdict, unbroken } from "../workbench/verdict-pane.js";
import { boardFindings } from "./board-findings.js";
import { RoomPage } from "./room.js";
import { AGAIN_AFTER, bell, board, capital, check, listed, mark, pause } from "./words.js";
import { WorkshopStore } from "./workshop-store.js";
import "../workbench/ledger-pane.js";
import "../workbench/move-strip.js";
import "../workbench/readings-pane.js";
import "../workbench/rules-banner.js";
import "./join.js";

/** More locked readings than these are counted. */
const NAMED = 3;

/** @param {any[]} indicators @param {string[]} ids */
function lockedNames(indicators, ids) {
  const names = ids.map((id) => shortName(indicators, id));
  return listed(names.length > NAMED + 1 ? [...names.slice(0, NAMED), `${names.length - NAMED} more readings`] : names);
}

/**
 * What a group is told: a call, a pause, the end, locked readings, and a lost connection.
 * @param {import("./room.js").Room} room @param {WorkshopStore} store
 */
function notices({ path, state: { view, connection } }, store) {
  const offline = store.state.connection === "offline";
  const lost = connection === "lost" || offline;
  // Moves that are kept on this device until they can be sent.
  const unsent = view.paused || lost ? store.unsent.all.length : 0;
  const replaced = view.rulesChanged && store.state.notice === null;
  return html`<room-notices>
    <div class="notice lost" role="status" ?hidden=${!lost && unsent === 0}>${lost
      ? html`<b>Reconnecting.</b> <span>${unsent > 0 ? "Your moves are kept on this device and sent as soon as the connection is back; until then the verdict is as it was before them."
        : "The connection is lost; what you see is how it was."}</span>`
      : unsent > 0 ? "Your moves are kept on this device and sent when the workshop goes on." : nothing}</div>
    <div class="notice call" role="alert" ?hidden=${view.call === undefined}>${view.call === undefined ? nothing : html`${bell()} <span class="said">${view.call}</span>`}</div>
    <div role="status">
      ${view.ended ? html`<p class="notice"><span>The workshop has ended. The <a href="/api/v1${path}/result" download="workshop-${view.code}.html">take-home file</a> has every group’s case.</span></p>` : nothing}
      ${replaced ? html`<p class="notice replaced">The rules were replaced since the workshop was started; all verdicts are by the new ones. No move is lost.</p>` : nothing}
      ${view.paused && !view.ended ? html`<p class="notice">${pause()} <span>Paused by the facilitator; readings move again when the workshop goes on.</span></p>` : nothing}
      ${view.locked.length > 0 && !view.paused && !view.ended ? html`<p class="notice">${lock()} <span>The facilitator has locked ${lockedNames(store.state.indicators, view.locked)}.</span></p>` : nothing}
    </div></room-notices>`;
}

/** @param {any} indicator @param {number | null} value */
const named = (indicator, value) => (indicator ? sized(indicator, value) : value === null ? "unknown" : measure(value));

const PARTS = [
  { id: "readings", name: "Readings", drawing: list },
  { id: "verdict", name: "Verdict", drawing: eye },
  { id: "ready", name: "Ready", drawing: check },
];
const BOARD = { id: "board", name: "Board", drawing: board };

class WorkshopGroup extends RoomPage {
  static properties = { state: { type: String }, member: { type: Boolean }, ended: { type: Boolean }, shown: { state: true }, side: { state: true }, busy: { state: true }, refused: { state: true } };

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
    this.busy = false;
    /** Why the last tap was not noted. */
    this.refused = "";
    /** @type {WorkshopStore | null} */
    this.store = null;
    listen(this, () => document, "keydown", (/** @type {KeyboardEvent} */ event) => undoByKey(event, this.store));
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
      store.addEventListener("change", () => this.requestUpdate());
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

  updated() {
    render(this.bar(), /** @type {HTMLElement} */ (document.getElementById("bar-slot")));
  }

  /** The group's letter and name, the round, whether it is private, and the time; nothing once the group is removed. */
  bar() {
    const { view, gone } = this.room.state;
    if (!view?.own || gone !== null) {
      return nothing;
    }
    const where = view.ended ? "ended" : view.round === 0 ? "round 1 not started" : `round ${view.round}`;
    return html`<span class="group-name">${mark(view.own.letter)} <b>${view.own.name}</b></span>
      <span class="group-round">${where} · ${view.revealed ? "revealed" : this.room.ready ? "ready" : "private"}</span>
      <room-clock .room=${this.room}></room-clock>`;
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
    const parts = found?.findings ? [...PARTS, BOARD] : PARTS;
    const part = parts.some((each) => each.id === this.shown) ? this.shown : "verdict";
    const side = found?.findings || this.side !== "board" ? this.side : "ready";
    return html`
      <h1 class="visually-hidden">${view.own.name}, ${view.title}</h1>
      <div class="on-top">${notices(this.room, store)}${miniVerdict(store, part)}</div>
      <rules-banner .store=${store}></rules-banner>
      <move-strip .store=${store} data-part=${part}></move-strip>
      <div class="panes" data-part=${part}>
        <readings-pane .store=${store} aria-label="Readings" role="region" ?inert=${view.paused || view.ended}></readings-pane>
        <verdict-pane .store=${store} aria-label="Verdict" role="region"></verdict-pane>
        <div class="side" data-part=${side}>
          <div class="side-tabs">${tabs({ label: "More", chosen: side, panel: "side-part", choose: (id) => { this.side = id; },
            items: [{ id: "ready", name: "Ready" }, { id: "ledger", name: "Ledger" }, ...(found?.findings ? [{ id: "board", name: "Board" }] : [])] })}</div>
          <div id="side-part" role="tabpanel" aria-label="More">
            ${this.ready(store, view)}
            <ledger-pane .store=${store} aria-label="Ledger" role="region"></ledger-pane>
            ${found?.findings ? boardFindings(this.room, store.state.indicators, "Board") : nothing}
          </div>
        </div>
      </div>
      <nav class="parts" aria-label="Parts of the page" data-count=${parts.length}>${parts.map(({ id, name, drawing }) => html`
        <button type="button" aria-current=${id === part ? "true" : nothing} @click=${() => { this.shown = id; window.scrollTo(0, 0); }}>${drawing()} <span>${name}</span></button>`)}
      </nav>`;
  }

  /** @param {boolean} ready */
  async say(ready) {
    if (this.busy || this.store?.unsent.all.length !== 0) {
      return;
    }
    this.busy = true;
    this.refused = "";
    try {
      await this.room.sayReady(ready);
    } catch (failed) {
      this.refused = `Not noted. ${messageOf(failed)}`;
    }
    // The second tap of a nervous finger does not take it back.
    setTimeout(() => { this.busy = false; }, AGAIN_AFTER);
  }

  /** What the group has so far: its verdict, its moved readings, and whether all of it has arrived. @param {WorkshopStore} store @param {any} view */
  ready(store, view) {
    const { statement, relationshipStatement } = store.state.assessment.verdict;
    const moved = Object.entries(store.changes);
    const unsent = store.unsent.all.length;
    return html`<group-ready aria-label="Ready" role="region">
      <h2>What your group holds</h2>
      <p>${unbroken(statement)} ${unbroken(relationshipStatement)}</p>
      <p class="arrived">${unsent === 0 ? html`${check()} Everything has arrived at the facilitator.` : `${capital(count(unsent, "move"))} not sent yet; retrying.`}</p>
      ${view.ended || view.revealed ? nothing : this.readiness(view.round, unsent > 0, store.state.connection === "offline")}
      ${moved.length === 0 ? html`<p>No reading is moved: your group reads everything as the baseline does.</p>` : html`
        <table><caption>${count(moved.length, "reading")} moved</caption>
          <thead><tr><th scope="col">Reading</th><th scope="col">Baseline</th><th scope="col">Yours</th></tr></thead>
          <tbody>${moved.map(([id, value]) => {
            const indicator = store.state.indicators.find((each) => each.id === id);
            return html`<tr><th scope="row">${indicator?.short ?? id}</th>
              <td>${named(indicator, store.baselineReading(id).value ?? null)}</td>
              <td>${arrow()} <span class="changed">${named(indicator, valueOf(value))}</span></td></tr>`;
          })}</tbody></table>`}
      <p class="quiet">${view.ended ? "The workshop has ended; nothing moves any more."
        : view.revealed ? "The verdicts are revealed; the board is open."
        : view.paused ? "Only your group sees this until the facilitator reveals the verdicts. The workshop is paused."
        : "Only your group sees this until the facilitator reveals the verdicts. You can go on moving readings until then."}</p></group-ready>`;
  }

  /** The facilitator sees who is done with the round. @param {number} number of the round @param {boolean} unsent @param {boolean} offline */
  readiness(number, unsent, offline) {
    const { ready } = this.room;
    const round = number === 0 ? "to start" : `with round ${number}`;
    return html`<p class="done">${ready ? html`<b>${check()} Your group is ready ${round}.</b> A further move takes that back.`
      : html`Done? Tell the facilitator; you can still move readings after that.`}</p>
      <p><button type="button" class=${ready ? "wide" : "primary wide"} aria-disabled=${this.busy || unsent} ?disabled=${unsent && offline} @click=${() => this.say(!ready)}>${ready ? "Not ready yet" : `We are ready ${round}`}</button></p>
      <p class="error" role="alert">${this.refused}</p>`;
  }
}

customElements.define("workshop-group", WorkshopGroup);
