/** Confidence, a sentence of its own beside the verdict. */

import { LitElement, html, svg } from "lit";
import { words } from "../format.js";

const LEVELS = ["LOW", "MODERATE", "HIGH"];

/** Three boxes, as many filled as the level has. @param {string} level */
export function confidenceBoxes(level) {
  const filled = LEVELS.indexOf(level) + 1;
  return html`<svg class="boxes" role="img" aria-label=${`Confidence ${words(level)}`} width="43" height="11" viewBox="0 0 43 11">
    ${LEVELS.map((_, index) => svg`<rect class=${index < filled ? "filled" : ""} x=${0.75 + index * 15} y="0.75" width="11.5" height="9.5"/>`)}
  </svg>`;
}

class ConfidenceNote extends LitElement {
  static properties = { confidence: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.confidence = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const [level, ...reasons] = this.confidence.statement.split(": ");
    return html`${confidenceBoxes(this.confidence.level)}
      <p><strong>${level}${reasons.length > 0 ? ":" : ""}</strong> ${reasons.join(": ")}</p>`;
  }
}

customElements.define("confidence-note", ConfidenceNote);
