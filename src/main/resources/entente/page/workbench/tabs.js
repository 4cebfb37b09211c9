/** Tabs by the usual keys: arrows, Home and End choose, Tab leaves. */

import { html, nothing } from "lit";

/**
 * @param {{label: string, chosen: string | null, panel: string, choose: (id: string) => void,
 *   items: {id: string, name: unknown, count?: number, marked?: boolean}[]}} tabs
 */
export function tabs({ label, chosen, panel, choose, items }) {
  const reachable = items.some((item) => item.id === chosen) ? chosen : items[0].id;
  return html`<div role="tablist" aria-label=${label} @keydown=${(/** @type {KeyboardEvent} */ event) => move(event, items, choose)}>
    ${items.map((item) => html`<button type="button" role="tab" aria-selected=${item.id === chosen} aria-controls=${panel}
      tabindex=${item.id === reachable ? 0 : -1} data-tab=${item.id} @click=${() => choose(item.id)}>${item.name}${item.count === undefined
        ? nothing : html` <span class=${item.marked ? "changed" : "count"}>${item.count}</span>`}</button>`)}
  </div>`;
}

/** @param {KeyboardEvent} event @param {{id: string}[]} items @param {(id: string) => void} choose */
function move(event, items, choose) {
  const list = /** @type {HTMLElement} */ (event.currentTarget);
  const all = [...list.querySelectorAll('[role="tab"]')];
  const at = all.indexOf(/** @type {Element} */ (document.activeElement));
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined || at < 0) {
    return;
  }
  event.preventDefault();
  const to = (next + items.length) % items.length;
  choose(items[to].id);
  /** @type {HTMLElement} */ (all[to]).focus();
}
