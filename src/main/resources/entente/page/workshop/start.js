/** Starting a workshop, and the workshops until now. */

import { html, nothing } from "lit";
import { isOperator, isReader, READER_STORES_NOTHING } from "../account.js";
import { getScenarios, post, Problem, request } from "../api.js";
import { LightElement } from "../element.js";
import { count, messageOf } from "../format.js";
import { facilitated, forget, remember } from "./kept.js";
import { round, spaced } from "./words.js";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

class WorkshopStart extends LightElement {
  static properties = { scenarios: { state: true }, own: { state: true }, all: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.scenarios = [];
    /** @type {any[]} */
    this.own = [];
    /** All workshops of the service; null if this browser may not list them. @type {any[] | null} */
    this.all = null;
    /** @type {string[]} */
    this.failure = [];
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.open();
  }

  async open() {
    try {
      this.scenarios = (await getScenarios()).scenarios;
    } catch (failed) {
      this.failure = [messageOf(failed)];
    }
    this.all = !isOperator ? null : await request("/workshops").then((/** @type {any} */ list) => list.workshops, () => null);
    for (const { code } of facilitated()) {
      try {
        const view = await request(`/workshops/${code}`);
        this.own = [...this.own, view];
      } catch (failed) {
        if (failed instanceof Problem && (failed.status === 404 || failed.status === 401)) {
          forget(code);
        }
      }
    }
  }

  /** Those of the service, latest first; where they may not be listed, those that this browser facilitates. */
  get listed() {
    return this.all ?? this.own.map((view) => ({ ...view, groups: view.groups.length }));
  }

  /** Opens a part of a workshop, as its facilitator. @param {any} workshop @param {string} address @param {MouseEvent} event */
  async enter(workshop, address, event) {
    if (this.own.some((view) => view.code === workshop.code && view.role === "FACILITATOR")) {
      return;
    }
    event.preventDefault();
    try {
      const link = await post(`/workshops/${workshop.code}/facilitators`, {});
      const entered = await fetch(link.address);
      if (!entered.ok) {
        throw new Error("The workshop could not be opened.");
      }
      remember(workshop);
      location.assign(address);
    } catch (failed) {
      this.failure = [messageOf(failed)];
    }
  }

  /** @param {any} workshop */
  item(workshop) {
    const { code, started, ended, groups } = workshop;
    const board = `/workshops/${code}`;
    const result = `/api/v1/workshops/${code}/result`;
    return html`<li><a href=${board} @click=${(/** @type {MouseEvent} */ event) => this.enter(workshop, board, event)}><b>${workshop.title}</b></a>
      <span>${started === undefined ? "" : html`<time datetime=${started}>${DAY.format(new Date(started))}</time> · `}${round(workshop)} · ${count(groups, "group")}${ended ? "" : ` · code ${spaced(code)}`}</span>
      ${ended || workshop.revealed ? html`<a class="home" href=${result} @click=${(/** @type {MouseEvent} */ event) => this.enter(workshop, result, event)}>Take-home file</a>` : nothing}</li>`;
  }

  /** @param {Event} event */
  async start(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    try {
      const view = await post("/workshops", { title: String(form.get("title")).trim(), scenario: form.get("scenario"), rounds: Number(form.get("rounds")) });
      remember(view);
      location.assign(`/workshops/${view.code}/lobby`);
    } catch (failed) {
      this.failure = failed instanceof Problem && failed.errors.length > 0 ? failed.errors.map((each) => each.detail)
        : [messageOf(failed)];
      this.busy = false;
    }
  }

  render() {
    return html`<div class="narrow">
      <h1>Workshops</h1>
      <p class="lead">Groups change the readings of one scenario in private; the board then shows where their verdicts differ, and by what. On the command line, <code>./entente workshop</code> also opens an address that the room can reach.</p>
      <h2>Start a workshop</h2>
      <form class="start" @submit=${this.start}>
        <label for="title">Title, which the groups see</label>
        <input class="wide" id="title" name="title" maxlength="120" required autocomplete="off">
        <label for="scenario">Scenario to start from</label>
        <select class="wide" id="scenario" name="scenario">${this.scenarios.map((each) => html`
          <option value=${each.id} ?selected=${each.id === this.getAttribute("data-first")}>${each.title ?? each.id}</option>`)}</select>
        <label for="rounds">Rounds</label>
        <input id="rounds" name="rounds" type="number" min="1" max="20" value="3" required>
        <div class="error" role="alert">${this.failure.map((sentence) => html`<p>${sentence}</p>`)}</div>
        ${isReader ? html`<p id="reader">${READER_STORES_NOTHING} An analyst starts a workshop.</p>` : nothing}
        <button class="primary wide" aria-describedby=${isReader ? "reader" : nothing} ?disabled=${isReader || this.busy || this.scenarios.length === 0}>Start and open the lobby</button>
      </form>
      <p class="lead join">Joining one? <a href="/w">Type its code</a>.</p>
      ${this.listed.length === 0 ? nothing : html`<h2>${this.all === null ? "Yours" : "Workshops until now"}</h2><ul class="own">${this.listed.map((each) => this.item(each))}</ul>`}
    </div>`;
  }
}

customElements.define("workshop-start", WorkshopStart);
