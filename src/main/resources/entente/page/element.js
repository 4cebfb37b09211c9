/** What the components of all pages have in common. */

import { LitElement } from "lit";

/**
 * Listens as long as the component is on the page.
 * @param {LitElement} host @param {() => EventTarget | undefined} target @param {string} type @param {(event: any) => void} listener
 */
export function listen(host, target, type, listener) {
  host.addController({
    hostConnected: () => target()?.addEventListener(type, listener),
    hostDisconnected: () => target()?.removeEventListener(type, listener),
  });
}

/**
 * Keeps a component up to date with what it shows, which sends "change" after every difference.
 * @param {LitElement} host @param {() => EventTarget | undefined} shown
 */
export const watch = (host, shown) => listen(host, shown, "change", () => host.requestUpdate());

/**
 * Acts again and again as long as the component is on the page.
 * @param {LitElement} host @param {number} milliseconds @param {() => void} act
 */
export function every(host, milliseconds, act) {
  /** @type {ReturnType<typeof setInterval>} */
  let ticking;
  host.addController({
    hostConnected: () => { ticking = setInterval(act, milliseconds); },
    hostDisconnected: () => clearInterval(ticking),
  });
}

/** Acts when the size of the component changes. @param {LitElement} host @param {ResizeObserverCallback} act */
export function resized(host, act) {
  const observer = new ResizeObserver(act);
  host.addController({ hostConnected: () => observer.observe(host), hostDisconnected: () => observer.disconnect() });
}

/** Light DOM: one style sheet for all, and the server's text until the first answer. */
export class LightElement extends LitElement {
  /** @returns {HTMLElement} */
  createRenderRoot() {
    return this;
  }

  /** @param {Map<string, unknown>} _changed */
  willUpdate(_changed) {
    if (!this.hasUpdated) {
      this.replaceChildren();
    }
  }
}

/** Shows a store. @template {EventTarget} [S=import("./store.js").Store] */
export class StoreElement extends LightElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { store: { attribute: false } };

  constructor() {
    super();
    this.store = /** @type {S} */ (/** @type {unknown} */ (undefined));
    watch(this, () => this.store);
  }
}

/** The box in which an event happened. @param {Event} event */
export const box = (event) => /** @type {HTMLInputElement} */ (event.target);

/** Undo and redo by their keys; text boxes keep their own undo. @param {KeyboardEvent} event @param {import("./store.js").Store | null} store */
export function undoByKey(event, store) {
  // There is no key where a browser fills in a field.
  const key = event.key?.toLowerCase();
  const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=range]), textarea, select");
  if (store !== null && (event.ctrlKey || event.metaKey) && !event.altKey && !typing && (key === "z" || key === "y")) {
    event.preventDefault();
    key === "y" || event.shiftKey ? store.redo() : store.undo();
  }
}
