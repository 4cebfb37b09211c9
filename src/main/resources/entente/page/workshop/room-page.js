/** What all pages of a workshop have in common: they show a room, and say when they cannot. */

import { LitElement, html, nothing } from "lit";
import { Problem } from "../api.js";
import { Room } from "./room.js";

/** Watches a room. */
export class RoomElement extends LitElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { room: { attribute: false } };

  constructor() {
    super();
    this.room = /** @type {Room} */ (/** @type {unknown} */ (undefined));
    /** @type {Room | null} */
    this.watched = null;
    this.changed = () => this.requestUpdate();
  }

  /** Light DOM: one style sheet for all. */
  createRenderRoot() {
    return /** @type {HTMLElement} */ (this);
  }

  willUpdate() {
    this.watch();
  }

  watch() {
    if (this.room && this.watched !== this.room) {
      this.watched?.removeEventListener("change", this.changed);
      this.watched = this.room;
      this.watched.addEventListener("change", this.changed);
    }
  }

  disconnectedCallback() {
    this.watched?.removeEventListener("change", this.changed);
    this.watched = null;
    super.disconnectedCallback();
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
    this.cleared = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const home = document.querySelector(".brand");
    if (location.pathname.startsWith("/w") && !location.pathname.startsWith("/workshops") && home) {
      home.setAttribute("href", "/w");
    }
    this.room = new Room(this.code);
    this.watch();
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

  willUpdate() {
    super.willUpdate();
    if (!this.cleared) {
      this.cleared = true;
      this.replaceChildren();
    }
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
