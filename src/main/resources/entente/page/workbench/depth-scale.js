/** How deep the partnership is, on the same axis of points, with the borders of the relationships. */

import { LitElement, html, nothing, svg } from "lit";
import { signed, words } from "../format.js";
import { at } from "./moving.js";
import { axisOf } from "./points-axis.js";
import { textWidth } from "./width.js";

const FIRST = "OPEN_RIVALRY";

/** Relationships with the points from which they count, ascending. @param {any} book @returns {{id: string, from: number | null}[]} */
export const depthBands = (book) => [{ id: FIRST, from: null },
  ...Object.entries(book.floors).map(([id, from]) => ({ id, from: Number(from) })).sort((a, b) => a.from - b.from)];

/** @param {any} points @param {any} book */
export function depthSentence(points, book) {
  const bands = depthBands(book);
  const next = bands[bands.findIndex((band) => band.id === points.floor) + 1];
  const floor = points.floorFrom === null ? words(points.floor) : `${words(points.floor)} from ${signed(points.floorFrom)}`;
  const above = points.nextFrom === null || next === undefined ? "" : `, ${words(next.id)} from ${signed(points.nextFrom)}`;
  return `Depth of the partnership ${signed(points.partnership)}: ${floor}${above}.`;
}

class DepthScale extends LitElement {
  static properties = { points: { attribute: false }, before: { attribute: false }, book: { attribute: false }, width: { type: Number } };

  constructor() {
    super();
    /** @type {any} */
    this.points = null;
    /** Points of the unchanged scenario, if something is changed. @type {any} */
    this.before = null;
    /** @type {any} */
    this.book = null;
    this.width = 0;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const axis = axisOf(this.width);
    const bands = depthBands(this.book);
    const x = axis.x(this.points.partnership);
    const was = this.before === null || this.before.partnership === this.points.partnership ? null : axis.x(this.before.partnership);
    const before = was === null ? "" : ` In the unchanged scenario ${signed(this.before.partnership)}.`;
    return html`<svg class="depth" role="img" aria-label=${depthSentence(this.points, this.book) + before} width=${axis.width} height="35" viewBox=${`0 0 ${axis.width} 35`}>
        ${bands.map((band, index) => {
          const [left, right] = cell(bands, index, axis);
          return svg`<rect class=${band.id === this.points.floor ? "cell full" : "cell"} x=${left + 0.75} y="18" width=${Math.max(0, right - left - 1.5)} height="8"/>`;
        })}
        ${this.#words(bands, axis)}
        ${was === null ? nothing : svg`<rect class="move" x=${Math.min(was, x)} y="18" width=${Math.abs(was - x)} height="8"/>
          <path class="before" transform=${`translate(${was.toFixed(1)})`} d="M0 20L-6 32H6Z"/>`}
        <g class="moves" ${at(x, 0)}><path class="needle" d="M0 20L-7 34H7Z"/></g>
        <text class="points" text-anchor="end" x=${axis.width} y="27">${signed(this.points.partnership)}</text>
      </svg>`;
  }

  /** The words that have room, the current one first. @param {{id: string, from: number | null}[]} bands @param {import("./points-axis.js").Axis} axis */
  #words(bands, axis) {
    const all = bands.map((band, index) => {
      const [left, right] = cell(bands, index, axis);
      const half = textWidth(words(band.id), 12, 600) / 2;
      const middle = Math.min(axis.length - half, Math.max(half, (left + right) / 2));
      return { id: band.id, middle, left: middle - half, right: middle + half };
    });
    /** @type {typeof all} */
    const placed = [];
    for (const word of [...all].sort((a, b) => Number(b.id === this.points.floor) - Number(a.id === this.points.floor))) {
      if (placed.every((other) => word.right + 8 < other.left || word.left - 8 > other.right)) {
        placed.push(word);
      }
    }
    return placed.map((word) => svg`<text class=${word.id === this.points.floor ? "word current" : "word"} text-anchor="middle" x=${word.middle} y="12">${words(word.id)}</text>`);
  }
}

/** Both ends of a band on the axis. @param {{from: number | null}[]} bands @param {number} index @param {import("./points-axis.js").Axis} axis */
function cell(bands, index, axis) {
  const [from, to] = [bands[index].from, bands[index + 1]?.from ?? null];
  return [from === null ? 0 : axis.x(from), to === null ? axis.length : axis.x(to)];
}

customElements.define("depth-scale", DepthScale);
