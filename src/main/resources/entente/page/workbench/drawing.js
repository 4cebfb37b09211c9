/** Places, widths and texts of drawings. */

import { noChange } from "lit";
import { directive, Directive } from "lit/directive.js";

/** The width of a component in px; it is drawn anew when that changes. 0 until it is known. */
export class Width {
  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.host = host;
    this.width = 0;
    this.observer = new ResizeObserver((entries) => this.#set(entries[0].contentRect.width));
    host.addController(this);
  }

  hostConnected() {
    this.observer.observe(this.host);
    document.fonts.ready.then(() => this.host.requestUpdate());
  }

  hostDisconnected() {
    this.observer.disconnect();
  }

  /** @param {number} width */
  #set(width) {
    const whole = Math.floor(width);
    if (whole !== this.width) {
      this.width = whole;
      this.host.requestUpdate();
    }
  }
}

/** @type {CanvasRenderingContext2D | null} */
let canvas = null;

/** Width of a text in px. @param {string} text @param {number} [size] in px @param {number} [weight] */
export function textWidth(text, size = 13.5, weight = 400) {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (canvas === null) {
    return text.length * size * 0.5;
  }
  canvas.font = `${weight} ${size}px "Source Sans 3", sans-serif`;
  return canvas.measureText(text).width;
}

/** @param {SVGElement} element @param {boolean} jumps */
function glideUnless(element, jumps) {
  element.style.transition = jumps ? "none" : "";
}

class Place extends Directive {
  /** @type {number | undefined} */
  y;

  /** @param {number} _x @param {number} _y */
  render(_x, _y) {
    return noChange;
  }

  /** @param {any} part @param {[number, number]} place */
  update(part, [x, y]) {
    glideUnless(part.element, this.y !== undefined && this.y !== y);
    this.y = y;
    part.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    return noChange;
  }
}

/**
 * Puts an element at x, y: `<g class="moves" ${at(x, y)}>`, through the style object: the content policy forbids style
 * attributes, and only styles can glide from one place to the next. They glide sideways only: a row that stands elsewhere
 * than before is there at once.
 */
export const at = directive(Place);
