/** What the facilitator does: start a round, pause, lock readings, set the time, call the room, reveal, end. */

import { html, nothing } from "lit";
import { lock } from "../workbench/icons.js";
import { eye } from "../workbench/marks.js";
import { RoomElement } from "./room-page.js";
import { AGAIN_AFTER, bell, groupsHere, pause, people, play, readyHere, round, timer } from "./words.js";
import "./groups-dialog.js";
import "./lock-dialog.js";
import "./room-clock.js";

/** The longest time, in minutes: a day. */
const LONGEST = 1440;
/** What is added at a tap, in minutes. */
const MORE = 2;

class BoardControls extends RoomElement {
  static properties = { indicators: { attribute: false }, groups: { attribute: false }, opened: { state: true }, message: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** Barriers and drivers. @type {any[]} */
    this.groups = [];
    /** Which form is open. @type {"" | "call" | "time" | "round" | "end"} */
    this.opened = "";
    this.message = "";
    /** A button may have become another one: the second tap of a nervous finger, meant for the first, does nothing. */
    this.busy = false;
    /** Whether the answer to a command has not come yet. */
    this.pending = false;
  }

  /** @param {typeof this.opened} name */
  async open(name) {
    this.opened = this.opened === name ? "" : name;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(".form input, .form select"))?.focus();
  }

  /** @param {object} command @param {Event} [event] */
  async send(command, event) {
    event?.preventDefault();
    if (this.pending || (this.busy && event === undefined)) {
      return;
    }
    this.busy = true;
    this.pending = true;
    if (await this.room.command(command)) {
      this.opened = "";
    }
    this.pending = false;
    setTimeout(() => { this.busy = false; }, AGAIN_AFTER);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape" && this.opened !== "") {
      const button = /** @type {HTMLElement | null} */ (this.querySelector(`[data-form="${this.opened}"]`));
      this.opened = "";
      button?.focus();
    }
  }

  render() {
    const { view, problem } = this.room.state;
    const next = view.round + 1;
    return html`
      <div class="controls" @keydown=${this.key}>
        <p class="standing"><b>${view.title}</b><span>${round(view)}</span><span>${groupsHere(view.groups.length)}${view.revealed ? "" : readyHere(view.groups)}</span>
          <span>${view.revealed ? "revealed" : "private"}</span>${view.paused ? html`<span><b class="changed">paused</b></span>` : nothing}</p>
        <room-clock .room=${this.room}></room-clock>
        ${view.ended || view.remainingSeconds === undefined ? nothing : html`<button type="button" class="more-time" aria-disabled=${this.busy} @click=${() => this.send({ command: "timer", seconds: Math.min(60 * LONGEST, (this.room.remaining() ?? 0) + 60 * MORE) })}>+${MORE} minutes</button>`}
        ${view.ended ? nothing : html`<div class="buttons" role="group" aria-label="Workshop">
          ${this.toggle("time", html`${timer()} Time`)}
          <button type="button" aria-disabled=${this.busy} @click=${() => this.send({ command: view.paused ? "resume" : "pause" })}>${view.paused ? html`${play()} Go on` : html`${pause()} Pause`}</button>
          <button type="button" aria-haspopup="dialog" @click=${() => /** @type {any} */ (this.querySelector("lock-dialog")).show()}>${lock()} Lock readings${view.locked.length > 0 ? html` <span class="count">${view.locked.length}</span>` : nothing}</button>
          <button type="button" aria-haspopup="dialog" @click=${() => /** @type {any} */ (this.querySelector("groups-dialog")).show()}>${people()} Groups</button>
          ${this.toggle("call", html`${bell()} Call the room`)}
          ${view.revealed ? html`<button type="button" aria-disabled=${this.busy} @click=${() => this.send({ command: "hide" })}>Hide again</button>`
            : html`<button type="button" class=${view.round > 0 ? "primary" : ""} aria-disabled=${this.busy} ?disabled=${view.groups.length === 0} @click=${() => this.send({ command: "reveal" })}>${eye()} Reveal</button>`}
          <span class="next">
          ${next === 1 ? html`<button type="button" class="primary" aria-disabled=${this.busy} @click=${() => this.send({ command: "start-round", round: next })}>Start round 1</button>`
            : this.toggle("round", next > view.rounds ? `Add round ${next}` : `Start round ${next}`, view.revealed && next <= view.rounds ? "primary" : "")}
          ${this.toggle("end", "End", view.revealed && next > view.rounds ? "primary" : "")}</span>
        </div>`}
      </div>
      ${this.form(view)}
      ${view.call === undefined ? nothing : html`<p class="notice called">${bell()} <span>The room reads: “<span class="said">${view.call}</span>”</span>
        <button type="button" class="plain" aria-disabled=${this.busy} @click=${() => this.send({ command: "call", message: "" })}>Take it down</button></p>`}
      ${problem === null ? nothing : html`<p class="notice" role="alert"><b>Refused.</b> <span>${problem.message}</span></p>`}
      <groups-dialog .room=${this.room}></groups-dialog>
      <lock-dialog .room=${this.room} .indicators=${this.indicators} .groups=${this.groups}></lock-dialog>`;
  }

  /** @param {"call" | "time" | "round" | "end"} name @param {unknown} text @param {string} [kind] */
  toggle(name, text, kind = "") {
    return html`<button type="button" class=${kind} data-form=${name} aria-expanded=${this.opened === name} @click=${() => this.open(name)}>${text}</button>`;
  }

  /** @param {any} view */
  form(view) {
    if (this.opened === "time") {
      return html`<form class="form" @keydown=${this.key} @submit=${(/** @type {Event} */ event) => this.send({ command: "timer", seconds: 60 * Number(/** @type {HTMLInputElement} */ (this.querySelector("#minutes")).value) }, event)}>
        <label for="minutes">Minutes from now</label>
        <input id="minutes" type="number" min="1" max=${LONGEST} required value="10">
        <button class="primary">Start</button>
        ${view.remainingSeconds === undefined ? nothing : html`<button type="button" @click=${() => this.send({ command: "timer", seconds: 0 })}>Without a time</button>`}
      </form>`;
    }
    if (this.opened === "call") {
      return html`<form class="form" @keydown=${this.key} @submit=${(/** @type {Event} */ event) => this.send({ command: "call", message: this.message.trim() }, event).then(() => { this.message = ""; })}>
        <label for="message">What every group reads</label>
        <input id="message" maxlength="200" required autocomplete="off" placeholder="Two minutes left" .value=${this.message} @input=${(/** @type {Event} */ event) => { this.message = /** @type {HTMLInputElement} */ (event.target).value; }}>
        <button class="primary">Call</button>
      </form>`;
    }
    if (this.opened === "round") {
      const next = view.round + 1;
      return html`<form class="form" @keydown=${this.key} @submit=${(/** @type {Event} */ event) => this.send({ command: "start-round", round: next }, event)}>
        <p>${next > view.rounds ? `Round ${next} is one more than planned. ` : ""}It hides the verdicts and records where each group stands in round ${view.round}; groups go on from there. It cannot be undone.</p>
        <button class="primary">Start round ${next} now</button> <button type="button" @click=${() => this.open("")}>Stay in round ${view.round}</button>
      </form>`;
    }
    return this.opened === "end" ? html`<form class="form" @keydown=${this.key} @submit=${(/** @type {Event} */ event) => this.send({ command: "end" }, event)}>
      <p>Ending reveals every verdict and takes no more moves. It cannot be undone.</p>
      <button class="primary">End the workshop</button> <button type="button" @click=${() => this.open("")}>Go on with it</button>
    </form>` : nothing;
  }
}

customElements.define("board-controls", BoardControls);
