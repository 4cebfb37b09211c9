/** A range input over a drawing of five equal cells, one for each grade. It only says what the user wants. */

import { LitElement, html } from "lit";
import { live } from "lit/directives/live.js";
import { isStepped, position, valueAt } from "../scale.js";
import { spoken } from "./reading.js";
import { drawing } from "./track-drawing.js";
import { keyTarget } from "./track-keys.js";

/**
 * Sends "slide" with {value, gesture} for each difference, "settle" when a gesture ends, and "reset" for Backspace.
 * A gesture is one drag, or keys that follow each other quickly, so that what it did is undone as one.
 */
/** How far a finger goes before it moves the thumb, in px. */
const SIDEWAYS = 6;
/** Keys that follow each other within this time, in ms, are one gesture. */
export const SAME_GESTURE = 800;

class GradedTrack extends LitElement {
  static properties = {
    indicator: { attribute: false }, value: { attribute: false }, baseline: { attribute: false }, kind: { attribute: false },
    ticks: { attribute: false }, percent: { attribute: false }, band: { attribute: false }, dimmed: { attribute: false },
    labelledBy: { attribute: false }, describedBy: { attribute: false },
  };

  constructor() {
    super();
    /** @type {any} */
    this.indicator = undefined;
    /** @type {number | null} */
    this.value = null;
    /** @type {number | null} */
    this.baseline = null;
    /** @type {"known" | "assumed" | "unknown"} */
    this.kind = "known";
    /** @type {import("./reading.js").Tick[]} */
    this.ticks = [];
    this.percent = 50;
    this.band = "";
    this.dimmed = false;
    this.labelledBy = "";
    this.describedBy = "";
    this.gesture = {};
    this.lastKey = 0;
    /** Where a finger was put down, and the value there: it counts once the finger is lifted or goes sideways. */
    this.touch = /** @type {{x: number, value?: number} | null} */ (null);
  }

  createRenderRoot() {
    return this;
  }

  /** @param {string} name @param {object} [detail] */
  send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** @param {number | null} value */
  slide(value) {
    if (value !== this.value) {
      this.send("slide", { value, gesture: this.gesture });
    }
  }

  /** @param {Event} event */
  input(event) {
    const raw = Number(/** @type {HTMLInputElement} */ (event.target).value);
    const value = isStepped(this.indicator) ? Math.min(this.indicator.range[1], Math.max(this.indicator.range[0], Math.round(raw)))
      : valueAt(this.indicator, raw);
    if (this.touch === null) {
      this.slide(value);
    } else {
      this.touch.value = value;
    }
  }

  /** A finger that begins on a track may be about to scroll the page. @param {PointerEvent} event */
  down(event) {
    this.gesture = {};
    this.touch = event.pointerType === "touch" ? { x: event.clientX } : null;
  }

  /** @param {PointerEvent} event */
  moved(event) {
    if (this.touch !== null && Math.abs(event.clientX - this.touch.x) > SIDEWAYS) {
      this.counts();
    }
  }

  counts() {
    const value = this.touch?.value;
    this.touch = null;
    if (value !== undefined) {
      this.slide(value);
    }
  }

  /** The browser scrolls: the thumb returns. */
  scrolled() {
    if (this.touch !== null) {
      this.touch = null;
      this.requestUpdate();
    }
  }

  settled() {
    this.counts();
    this.send("settle");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (!event.repeat && event.timeStamp - this.lastKey > SAME_GESTURE) {
      this.gesture = {};
    }
    this.lastKey = event.timeStamp;
    if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      this.send("reset");
    } else if (event.key === "u" || event.key === "U") {
      event.preventDefault();
      this.slide(null);
    } else {
      const value = keyTarget(this.indicator, this.value, event.key);
      if (value !== undefined) {
        event.preventDefault();
        this.slide(value);
      }
    }
  }

  render() {
    const stepped = isStepped(this.indicator);
    const [lowest, highest] = this.indicator.range;
    const place = this.value === null ? (stepped ? (lowest + highest) / 2 : 0.5)
      : stepped ? this.value : position(this.indicator, this.value);
    return html`
      <input type="range" min=${stepped ? lowest - 0.5 : 0} max=${stepped ? highest + 0.5 : 1} step="any" .value=${live(String(place))}
        aria-labelledby=${this.labelledBy} aria-describedby=${this.describedBy} aria-valuetext=${spoken(this.indicator, this.value)}
        @pointerdown=${this.down} @pointermove=${this.moved} @pointerup=${this.counts} @pointercancel=${this.scrolled}
        @input=${this.input} @change=${this.settled}
        @keydown=${this.key} @keyup=${() => this.send("settle")}>
      <svg width="100%" height="46" overflow="visible" aria-hidden="true">${drawing(this)}</svg>`;
  }
}

customElements.define("graded-track", GradedTrack);
