/**
 * Places of parts of a drawing, set through the style object: the content policy forbids style attributes, and only
 * styles can glide from one place to the next (class "moves").
 */

import { noChange } from "lit";
import { Directive, directive } from "lit/directive.js";

class Place extends Directive {
  /** @param {number} _x @param {number} _y */
  render(_x, _y) {
    return noChange;
  }

  /** @param {any} part @param {[number, number]} place */
  update(part, [x, y]) {
    part.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    return noChange;
  }
}

class Line extends Directive {
  /** @param {string} _path */
  render(_path) {
    return noChange;
  }

  /** @param {any} part @param {[string]} path */
  update(part, [path]) {
    part.element.setAttribute("d", path);
    part.element.style.setProperty("d", `path("${path}")`);
    return noChange;
  }
}

/** Puts an element at x, y: `<g class="moves" ${at(x, y)}>`. */
export const at = directive(Place);

/** Draws a path: `<path class="moves" ${along("M0 0H9")}>`. */
export const along = directive(Line);
