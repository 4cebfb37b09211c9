/** Which readings the left pane lists. */

import { tipsBand } from "./reading.js";

/** @typedef {import("../store.js").Store} Store */

export const FILTERS = [
  { id: "all", name: "All", none: "", holds: () => true },
  {
    id: "changed", name: "Changed", none: "No reading is changed.",
    holds: (/** @type {Store} */ store, /** @type {string} */ id) => store.isChanged(id),
  },
  {
    id: "tips", name: "Turns the verdict", none: "No reading alone turns the verdict into another word of likelihood.",
    holds: (/** @type {Store} */ store, /** @type {string} */ id) => tipsBand(store.state.sensitivity, id),
  },
  {
    id: "unrated", name: "Unrated", none: "Every indicator is rated.",
    holds: (/** @type {Store} */ store, /** @type {string} */ id) => store.value(id) === null,
  },
];

/** @param {any} indicator @param {string} query */
export const matches = (indicator, query) =>
  [indicator.label, indicator.short, indicator.id].some((text) => text.toLowerCase().includes(query.toLowerCase()));
