/** A workshop as the service tells it, kept up to date by its events. */

import { html, nothing } from "lit";
import { post, Problem, request } from "../api.js";
import { every, LightElement, listen, watch } from "../element.js";
import { remember } from "./kept.js";
import { clock, timer } from "./words.js";

/**
 * @typedef {"connecting" | "live" | "lost"} Connection
 * @typedef {object} RoomState
 * @property {any} view the workshop as this browser may see it (GET /workshops/CODE); null until it has come
 * @property {any} board its board, once revealed; otherwise null
 * @property {string} question what the groups answer
 * @property {Connection} connection
 * @property {Problem | null} problem why the last command was refused
 * @property {Problem | null} gone why this browser is no member any more
 */

/** How often what is left of the time is shown anew, in ms. */
export const TICK = 500;
const RECONNECT_AFTER = 2000;
/** How often the workshop is asked for where its events are refused, and after how many times events are asked for again. */
const POLL_EVERY = 3000;
const POLLS = 10;

export class Room extends EventTarget {
  /** @type {RoomState} */
  state = { view: null, board: null, question: "An operational alliance", connection: "connecting", problem: null, gone: null };
  /** When the view came, by the clock of this browser. */
  received = 0;
  /** @type {EventSource | null} */
  events = null;
  /** @type {Promise<void> | null} */
  fetching = null;
  again = false;
  /** Whether the workshop is asked for because its events are refused. */
  polling = false;
  closed = false;

  /** @param {string} code */
  constructor(code) {
    super();
    this.code = code;
    this.path = `/workshops/${encodeURIComponent(code)}`;
  }

  get view() {
    return this.state.view;
  }

  /** @param {Partial<RoomState>} part */
  set(part) {
    Object.assign(this.state, part);
    this.dispatchEvent(new Event("change"));
  }

  /** Fetches the workshop, then listens to it. @throws {Problem} if it does not exist, or this browser is no member */
  async open() {
    this.closed = false;
    await this.fetch();
    this.listen();
  }

  close() {
    this.closed = true;
    this.events?.close();
  }

  /** A phone that wakes up, or finds the network again, does not wait for its connection to notice. */
  wake() {
    if (!this.closed && this.view !== null && !document.hidden) {
      this.events?.close();
      this.listen();
    }
  }

  listen() {
    if (this.closed) {
      return;
    }
    const events = new EventSource(`/api/v1${this.path}/events`);
    this.events = events;
    events.addEventListener("open", () => {
      this.polling = false;
      // That the service could not be reached is over.
      this.set({ connection: "live", problem: this.state.problem?.status === 0 ? null : this.state.problem });
      this.refresh();
    });
    events.addEventListener("changed", (event) => {
      if (JSON.parse(event.data).revision !== this.view?.revision) {
        this.refresh();
      }
    });
    events.addEventListener("ended", () => {
      // Nothing happens any more.
      events.close();
      this.set({ connection: "live" });
      this.refresh();
    });
    events.addEventListener("error", () => {
      if (this.view?.ended) {
        events.close();
        this.set({ connection: "live" });
        return;
      }
      if (events.readyState === EventSource.CLOSED) {
        this.poll(events);
      } else {
        this.set({ connection: "lost" });
      }
    });
  }

  /** Asks in place of events that are refused, and for events again later. @param {EventSource} refused */
  async poll(refused) {
    this.polling = true;
    for (let turn = 0; turn < POLLS; turn++) {
      await this.refresh();
      await new Promise((done) => setTimeout(done, POLL_EVERY));
      if (this.closed || refused !== this.events || this.view?.ended) {
        return;
      }
    }
    this.listen();
  }

  /** Fetches again; what happens while it does is fetched after that. */
  refresh() {
    if (this.fetching !== null) {
      this.again = true;
      return this.fetching;
    }
    this.fetching = this.fetch().catch((failed) => this.failed(failed)).finally(() => {
      this.fetching = null;
      if (this.again) {
        this.again = false;
        this.refresh();
      }
    });
    return this.fetching;
  }

  async fetch() {
    const view = await request(this.path);
    const board = view.revealed ? await request(`${this.path}/board`).catch(unlessHidden) : null;
    this.received = Date.now();
    this.set({ view, board, connection: view.ended || this.polling ? "live" : this.state.connection });
  }

  /** @param {unknown} failed */
  failed(failed) {
    if (failed instanceof Problem && failed.status === 401) {
      this.close();
      this.set({ gone: failed });
      return;
    }
    this.set(failed instanceof Problem ? { problem: failed } : { connection: "lost" });
    if (!(failed instanceof Problem) || failed.status >= 500) {
      setTimeout(() => this.closed || this.refresh(), RECONNECT_AFTER);
    }
  }

  /** The question with its year, which the baseline knows. */
  async findQuestion() {
    const { asOf, horizonYears } = await request(`${this.path}/scenarios/baseline`);
    if (asOf) {
      this.set({ question: `An operational alliance by ${Number(asOf.slice(0, 4)) + (horizonYears ?? 5)}` });
    }
  }

  /** What the facilitator does. @param {object} command @returns {Promise<boolean>} whether it was done */
  async command(command) {
    try {
      await post(`${this.path}/commands`, command);
      this.set({ problem: null });
      await this.refresh();
      return true;
    } catch (failed) {
      this.set({ problem: failed instanceof Problem ? failed
        : new Problem({ status: 0, title: "Not sent", detail: "The service cannot be reached; nothing was changed." }) });
      return false;
    }
  }

  /** Why the last command was refused, of its first part; empty if it was not. */
  get refusal() {
    const { problem } = this.state;
    return problem?.errors[0]?.detail ?? problem?.message ?? "";
  }

  /** Whether the own group is done with the round. @returns {boolean} */
  get ready() {
    const { own, groups } = this.view;
    return groups.some((/** @type {any} */ group) => group.letter === own?.letter && group.ready);
  }

  /** Says whether the own group is done with the round. @param {boolean} ready @throws {Error} if it was not noted */
  async sayReady(ready) {
    await post(`${this.path}/ready`, { round: this.view.round, ready });
    await this.refresh();
  }

  /** Seconds until the time is up; null without a timer. @returns {number | null} */
  remaining() {
    const seconds = this.view?.remainingSeconds;
    const since = this.view?.paused ? 0 : (Date.now() - this.received) / 1000;
    return seconds === undefined ? null : Math.max(0, Math.round(seconds - since));
  }
}

/** The board was hidden between the two questions. @param {unknown} failed */
function unlessHidden(failed) {
  if (failed instanceof Problem && failed.status === 403) {
    return null;
  }
  throw failed;
}

/** Shows a room. */
export class RoomElement extends LightElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { room: { attribute: false } };

  constructor() {
    super();
    this.room = /** @type {Room} */ (/** @type {unknown} */ (undefined));
    watch(this, () => this.room);
  }
}

/** A whole page; it replaces what the server sent as soon as it knows more. */
export class RoomPage extends RoomElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { code: { type: String }, address: { type: String }, opening: { type: String }, failure: { state: true } };

  constructor() {
    super();
    this.code = "";
    /** Where groups join: host, port and path. */
    this.address = "";
    /** The command that lets the room reach the service; empty if it does. */
    this.opening = "";
    /** @type {Problem | null} */
    this.failure = null;
    listen(this, () => window, "offline", () => this.room.set({ connection: "lost" }));
    listen(this, () => window, "online", () => this.room.wake());
    listen(this, () => document, "visibilitychange", () => this.room.wake());
  }

  connectedCallback() {
    this.room = new Room(this.code);
    super.connectedCallback();
    if (location.pathname.startsWith("/w") && !location.pathname.startsWith("/workshops")) {
      document.querySelector(".brand")?.setAttribute("href", "/w");
    }
    this.start();
  }

  disconnectedCallback() {
    this.room.close();
    super.disconnectedCallback();
  }

  async start() {
    try {
      await this.room.open();
      this.failure = null;
      if (this.room.view.role === "FACILITATOR") {
        remember(this.room.view);
      }
      this.room.findQuestion().catch(() => undefined);
      await this.opened();
    } catch (failed) {
      if (failed instanceof Problem && failed.status < 500) {
        this.failure = failed;
      } else {
        this.room.set({ connection: "lost" });
        setTimeout(() => this.isConnected && this.start(), 2000);
      }
    }
  }

  /** The room is there. */
  async opened() {}

  shouldUpdate() {
    return this.failure !== null || this.room?.view !== null;
  }

  render() {
    const failure = this.failure ?? this.room.state.gone;
    return failure !== null ? this.failed(failure) : this.page();
  }

  /** @returns {unknown} */
  page() {
    return nothing;
  }

  /** @param {Problem} failure @returns {unknown} */
  failed(failure) {
    const sentence = failure.status === 404 ? "No workshop has this code."
      : failure.status === 401 ? "This browser is not a member of the workshop. Open it by the link that its facilitator has."
        : failure.message;
    return html`<div class="narrow" role="alert"><h1>Workshop</h1><p>${sentence}</p><p><a href="/w">Join a workshop</a></p></div>`;
  }
}

/** What lobby and projector have in common: the room reads them from afar, and nobody scrolls them. */
export class HallPage extends RoomPage {
  constructor() {
    super();
    /** How much of what has no room is left out. */
    this.step = 0;
    this.fitted = "";
    listen(this, () => window, "resize", () => this.requestUpdate());
  }

  /** Leaves out one step after the other until the page has room for what is left. @param {number} most @param {string} shown */
  fit(most, shown) {
    const key = `${innerWidth} ${innerHeight} ${this.room?.view?.revision} ${shown}`;
    if (key !== this.fitted) {
      this.fitted = key;
      this.step = 0;
      this.requestUpdate();
    } else if (this.step < most && this.scrollHeight > this.clientHeight + 1) {
      this.step += 1;
      this.requestUpdate();
    }
  }
}

/** The time that is left, counted down between the answers of the service. */
class RoomClock extends RoomElement {
  constructor() {
    super();
    every(this, TICK, () => this.requestUpdate());
  }

  render() {
    const seconds = this.room?.view ? this.room.remaining() : null;
    if (seconds === null) {
      return nothing;
    }
    return html`<span class=${seconds === 0 ? "clock over" : "clock"} role="timer" aria-label=${seconds === 0 ? "The time is up" : `${clock(seconds)} left`}>
      ${timer(18)} ${clock(seconds)}</span>`;
  }
}

customElements.define("room-clock", RoomClock);
