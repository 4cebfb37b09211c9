/** The verdict in words: the statement of the service, then relationship, treaty, flags. */

import { LitElement, html } from "lit";
import { words } from "../format.js";

/** Expected relationship, treaty and flags. @param {any} verdict @param {any} book @returns {string[]} */
export function relationshipSentences(verdict, book) {
  const states = verdict.relationships;
  const range = states.length === 1 ? words(states[0]) : `${words(states[0])} to ${words(states[states.length - 1])}`;
  const expected = verdict.relationship === null ? `${range}; too little is rated to say more`
    : states.length > 1 ? `${words(verdict.relationship)} (${range})` : words(verdict.relationship);
  return [
    `Expected: ${expected}.`,
    verdict.commitment === "UNKNOWN" ? "The treaty in force is not rated." : `In force: ${book.commitments[verdict.commitment]}.`,
    ...verdict.flags.map((/** @type {string} */ flag) => book.flags[flag] ?? words(flag)),
  ];
}

/** Longer statements are set smaller, so that what follows stays in sight. */
const LONG = 240;

/** No line ends inside a figure. @param {string} text */
const unbroken = (text) => text.split(/(\([^()]*%\)[.,]?|[\d.]+ %[.,]?)/).map((part, index) => (index % 2 === 1 ? html`<span class="whole">${part}</span>` : part));

class VerdictHeadline extends LitElement {
  static properties = { assessment: { attribute: false }, book: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.assessment = null;
    /** @type {any} */
    this.book = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { verdict } = this.assessment;
    return html`
      <h1 class=${verdict.statement.length > LONG ? "long" : ""}>${unbroken(verdict.statement)}</h1>
      <p>${unbroken(relationshipSentences(verdict, this.book).join(" "))}</p>`;
  }
}

customElements.define("verdict-headline", VerdictHeadline);
