/** Joining: the code in two groups of three, then the name of the group. */

import { html, nothing } from "lit";
import { post, Problem } from "../api.js";
import { box, LightElement } from "../element.js";
import { stroke } from "../workbench/icons.js";
import { uuid } from "./kept.js";
import { mark } from "./words.js";

const LENGTH = 6;
const ALLOWED = /[2-9A-HJ-NP-Z]/;

/** Sends "joined" once this browser is a group of the workshop. */
class WorkshopJoin extends LightElement {
  static properties = {
    code: { type: String }, state: { type: String }, failure: { type: String },
    typed: { state: true }, name: { state: true }, refused: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    /** Of a workshop that exists; or as typed, with a failure. */
    this.code = "";
    /** Title and round. */
    this.state = "";
    /** Why the code is not accepted. */
    this.failure = "";
    this.typed = "";
    this.name = "";
    /** Why the name is not accepted. */
    this.refused = "";
    this.busy = false;
    /** Names the request: repeated after a lost answer, it is the same group. */
    this.id = uuid();
  }

  connectedCallback() {
    super.connectedCallback();
    this.typed = clean(this.code);
    document.querySelector(".brand")?.setAttribute("href", "/w");
  }

  /** @param {Event} event */
  type(event) {
    const field = box(event);
    const before = this.typed;
    this.typed = clean(field.value);
    field.value = this.typed;
    if (this.typed === before) {
      return;
    }
    this.failure = "";
    if (this.typed.length === LENGTH && this.typed !== this.code) {
      this.find();
    }
  }

  /** Looks for the workshop; its page then asks for the name. */
  async find() {
    if (this.typed.length < LENGTH) {
      this.failure = "A code has six letters and digits.";
      return;
    }
    this.busy = true;
    const typed = this.typed;
    try {
      const response = await fetch(`/w/${typed}`, { method: "HEAD" });
      if (typed !== this.typed) {
        return;
      }
      if (response.ok) {
        location.assign(`/w/${typed}`);
        return;
      }
      this.failure = response.status === 404 ? "No workshop has this code. Compare it with the projector."
        : response.status === 429 ? "There were too many wrong codes. Wait a minute, then try again."
          : "The code could not be checked. Try again.";
    } catch {
      this.failure = "The service cannot be reached. Is this device in the room’s network?";
    } finally {
      this.busy = false;
    }
  }

  /** @param {Event} event */
  async join(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    if (this.state === "") {
      await this.find();
      return;
    }
    if (this.name.trim() === "") {
      this.refused = "Give your group a name.";
      this.querySelector("#group-name")?.dispatchEvent(new Event("focus"));
      return;
    }
    this.busy = true;
    try {
      await post(`/workshops/${this.code}/groups`, { name: this.name.trim(), id: this.id });
      this.dispatchEvent(new CustomEvent("joined"));
    } catch (failed) {
      this.refused = failed instanceof Problem ? failed.errors[0]?.detail ?? failed.message
        : "The service cannot be reached. Is this device in the room’s network?";
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<form class="narrow join" @submit=${this.join} novalidate>
      <h1>Join a workshop</h1>
      <p class="lead">The code is on the projector: six letters and digits, without I, O, 0 and 1. No account is needed.</p>
      <label for="code">Code</label>
      <div class="code-boxes">
        <input id="code" class="code-input" .value=${this.typed} @input=${this.type} @focus=${(/** @type {Event} */ event) => box(event).select()} maxlength="9" autocomplete="off" autocapitalize="characters" spellcheck="false"
          aria-invalid=${this.failure === "" ? "false" : "true"} aria-describedby="code-error code-state" ?autofocus=${this.state === ""}>
        ${[0, 1, 2, 3, 4, 5].map((at) => html`${at === 3 ? html`<span class="dash" aria-hidden="true"></span>` : nothing}
          <span class=${at === this.typed.length ? "code-box next" : "code-box"} aria-hidden="true">${this.typed[at] ?? ""}</span>`)}
      </div>
      <p class="error" id="code-error" role="alert">${this.failure}</p>
      ${this.state === "" ? html`<button class="primary wide" ?disabled=${this.busy}>Continue</button>` : this.naming()}
    </form>`;
  }

  naming() {
    const name = this.name.trim();
    return html`
      <p class="lead" id="code-state">${stroke("M1 8c3.5-5.6 10.5-5.6 14 0c-3.5 5.6-10.5 5.6-14 0zM8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4z", 18)} ${this.state}</p>
      <label for="group-name">Group name</label>
      <input id="group-name" class="wide" autocomplete="off" .value=${this.name} autofocus
        aria-invalid=${this.refused === "" ? "false" : "true"} aria-describedby="name-error name-shown"
        @input=${(/** @type {Event} */ event) => { this.name = box(event).value; this.id = uuid(); this.refused = ""; }}>
      <p class="error" id="name-error" role="alert">${this.refused}</p>
      <p class="lead" id="name-shown">${name === "" ? "The room sees this name at once. What your group sets stays private until the facilitator reveals it."
        : html`The room sees ${mark(([...name].find((each) => /\p{L}|\p{N}/u.test(each)) ?? "?").toLocaleUpperCase())} ${name} at once. What your group sets stays private until the facilitator reveals it.`}</p>
      <button class="primary wide" ?disabled=${this.busy}>${name === "" ? "Join" : `Join as ${name}`}</button>
      <p class="lead small">Your moves are kept on the facilitator’s laptop. If this device loses the connection, open the same link again and go on where you were.</p>`;
  }
}

/** @param {string} text */
const clean = (text) => [...text.toUpperCase()].filter((each) => ALLOWED.test(each)).slice(0, LENGTH).join("");

customElements.define("workshop-join", WorkshopJoin);
