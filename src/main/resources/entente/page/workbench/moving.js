/**
 * Places of parts of a drawing, set through the style object: the content policy forbids style attributes, and only
 * styles can glide from one place to the next (class "moves"). They glide sideways only: a row that stands elsewhere
 * than before is there at once.
 */

import { noChange } from "lit";
import { Directive, directive } from "lit/directive.js";

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

/** Puts an element at x, y: `<g class="moves" ${at(x, y)}>`. */
export const at = directive(Place);
