/** The assumptions of a scenario (src/docs/scenario.md): what differs from the rule book, and nothing else. */

import { words } from "../format.js";

/**
 * @typedef {object} Assumptions
 * @property {number} [baseRatePercent]
 * @property {string} [referenceClass] never beside a base rate
 * @property {Record<string, Record<string, number>>} [weights] by question and strength
 * @property {Record<string, number>} [emphasis] by barrier or driver
 * @property {string[]} [without] disabled rules and barriers
 * @property {Record<string, number[]>} [cutPoints]
 */

/** @param {Assumptions} all @param {number} value @param {number} inBook @returns {Assumptions} */
export const withBaseRate = (all, value, inBook) =>
  tidy({ ...all, referenceClass: undefined, baseRatePercent: value === inBook ? undefined : value });

/** @param {Assumptions} all @param {string} id @param {string} standard @returns {Assumptions} */
export const withReferenceClass = (all, id, standard) =>
  tidy({ ...all, baseRatePercent: undefined, referenceClass: id === standard ? undefined : id });

/** @param {Assumptions} all @param {string} strength @param {number} value @param {number} inBook @returns {Assumptions} */
export function withWeight(all, strength, value, inBook) {
  const alliance = tidy({ ...all.weights?.alliance, [strength]: value === inBook ? undefined : value });
  return tidy({ ...all, weights: tidy({ ...all.weights, alliance }) });
}

/** @param {Assumptions} all @param {string} group @param {number} value @returns {Assumptions} */
export const withEmphasis = (all, group, value) =>
  tidy({ ...all, emphasis: tidy({ ...all.emphasis, [group]: value === 1 ? undefined : value }) });

/** Switches a rule or a barrier off or on. @param {Assumptions} all @param {string} id @param {boolean} off @returns {Assumptions} */
export function withSwitch(all, id, off) {
  const rest = (all.without ?? []).filter((each) => each !== id);
  return tidy({ ...all, without: off ? [...rest, id] : rest });
}

/** Without what is empty. @param {Record<string, any>} all @returns {any} */
function tidy(all) {
  return Object.fromEntries(Object.entries(all).filter(([, value]) =>
    value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0)));
}

/** A rule or barrier as the user knows it. @param {any} book @param {string} id @returns {string} */
export const nameOf = (book, id) =>
  book.groups.find((/** @type {any} */ each) => each.id === id)?.label
  ?? book.rules.find((/** @type {any} */ each) => each.id === id)?.claim ?? words(id);

/** A number typed, or undefined. @param {string} text @param {number} least @param {number} most @returns {number | undefined} */
export function numberIn(text, least, most) {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && value >= least && value <= most ? value : undefined;
}
