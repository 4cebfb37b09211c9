/** The case of the workbench among the compared scenarios: the address holds its changes as the workbench's does. */

import { changedScenario } from "../case.js";

const SUFFIX = "-changed";

/** Where a case is compared with the scenario that it changes. @param {string} id of that @param {string} fragment */
export const addressOf = (id, fragment) => `/compare?scenarios=${encodeURIComponent(id)},${encodeURIComponent(id + SUFFIX)}${fragment}`;

/** The scenario that a case changes. @param {string} id of the case */
export const baseOf = (id) => id.slice(0, -SUFFIX.length);

/**
 * The case that the address names, in the form of a file; null if it names none.
 * @param {string[]} ids @param {ReturnType<typeof import("../link.js").readLink>} link @param {any[]} scenarios
 */
export function movedCase(ids, link, scenarios) {
  const changes = link.changes ?? {};
  const assumptions = link.assumptions ?? {};
  const base = scenarios.find((scenario) => scenario.valid && ids.includes(scenario.id + SUFFIX));
  const moved = Object.keys(changes).length + Object.keys(assumptions).length > 0;
  return base && moved ? changedScenario({ id: base.id, title: base.title, file: null, changes, assumptions }) : null;
}
