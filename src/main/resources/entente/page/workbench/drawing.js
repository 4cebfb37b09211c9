/** Places, widths and texts of drawings. */

import { noChange } from "lit";
import { directive, Directive } from "lit/directive.js";
import { resized } from "../element.js";

/** The width of a component in px; it is drawn anew when that changes. 0 until it is known. */
export class Width {
  width = 0;

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    resized(host, ([{ contentRect }]) => {
      const whole = Math.floor(contentRect.width);
      if (whole !== this.width) {
        this.width = whole;
        host.requestUpdate();
      }
    });
    document.fonts.ready.then(() => host.requestUpdate());
  }
}

const canvas = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** Width of a text in px. @param {string} text @param {number} [size] in px @param {number} [weight] */
export function textWidth(text, size = 13.5, weight = 400) {
  canvas.font = `${weight} ${size}px "Source Sans 3", sans-serif`;
  return canvas.measureText(text).width;
}

/** The middle of a text that is not to stand out at either end. @param {number} x @param {number} room @param {number} width */
export const inside = (x, room, width) => Math.min(width - room / 2, Math.max(room / 2, x));

/**
 * Texts that have room beside those before them.
 * @template {{left: number, right: number}} T @param {T[]} texts @param {number} gap
 */
export function withRoom(texts, gap) {
  /** @type {T[]} */
  const placed = [];
  for (const text of texts) {
    if (placed.every((other) => text.right + gap < other.left || text.left - gap > other.right)) {
      placed.push(text);
    }
  }
  return placed;
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
    const { style } = part.element;
    style.transition = this.y !== undefined && this.y !== y ? "none" : "";
    style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    this.y = y;
    return noChange;
  }
}

/**
 * Puts an element at x, y: `<g class="moves" ${at(x, y)}>`, through the style object: the content policy forbids style
 * attributes, and only styles can glide from one place to the next. They glide sideways only: a row that stands elsewhere
 * than before is there at once.
 */
export const at = directive(Place);
