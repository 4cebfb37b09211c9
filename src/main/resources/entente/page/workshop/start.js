/** Starting a workshop, and those that this browser facilitates. */

import { LitElement, html, nothing } from "lit";
import { Problem, getScenarios, post, request } from "../api.js";
import { facilitated, forget, remember } from "./facilitated.js";
import { groupsHere, round, spaced } from "./words.js";

class WorkshopStart extends LitElement {
  static properties = { scenarios: { state: true }, own: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.scenarios = [];
    /** @type {any[]} */
    this.own = [];
    /** @type {string[]} */
    this.failure = [];
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    this.open();
  }

  async open() {
    try {
      this.scenarios = (await getScenarios()).scenarios;
    } catch (failed) {
      this.failure = [failed instanceof Error ? failed.message : String(failed)];
    }
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

  /** @param {Event} event */
  async start(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    try {
      const view = await post("/workshops", { title: String(form.get("title")).trim(), scenario: form.get("scenario"), rounds: Number(form.get("rounds")) });
      remember(view);
      location.assign(`/workshops/${view.code}/lobby`);
    } catch (failed) {
      this.failure = failed instanceof Problem && failed.errors.length > 0 ? failed.errors.map((each) => each.detail)
        : [failed instanceof Error ? failed.message : String(failed)];
      this.busy = false;
    }
  }

  render() {
    return html`<div class="narrow">
      <h1>Workshops</h1>
      <p class="lead">Groups change the readings of one scenario in private; the board then shows where their verdicts differ, and by what. On the command line, <code>./entente workshop</code> also opens an address that the room can reach.</p>
      ${this.own.length === 0 ? nothing : html`<h2>Yours</h2><ul class="own">${this.own.map((view) => html`
        <li><a href="/workshops/${view.code}"><b>${view.title}</b></a> <span>${round(view)} · ${groupsHere(view.groups.length)} · code ${spaced(view.code)}</span></li>`)}</ul>`}
      <h2>Start a workshop</h2>
      <form class="start" @submit=${this.start}>
        <label for="title">Title, which the groups see</label>
        <input class="wide" id="title" name="title" maxlength="120" required autocomplete="off">
        <label for="scenario">Scenario to start from</label>
        <select class="wide" id="scenario" name="scenario">${this.scenarios.map((each) => html`
          <option value=${each.id} ?selected=${each.id === "status-quo-2025"}>${each.title ?? each.id}</option>`)}</select>
        <label for="rounds">Rounds</label>
        <input id="rounds" name="rounds" type="number" min="1" max="20" value="3" required>
        <div class="error" role="alert">${this.failure.map((sentence) => html`<p>${sentence}</p>`)}</div>
        <button class="primary wide" ?disabled=${this.busy || this.scenarios.length === 0}>Start and open the lobby</button>
      </form>
      <p class="lead">Joining one? <a href="/w">Type its code</a>.</p>
    </div>`;
  }
}

customElements.define("workshop-start", WorkshopStart);
