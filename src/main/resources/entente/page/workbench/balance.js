/** The balance of points as rows: base rate, drivers, barriers, ceilings, result. Sums are places in drawings only. */

import { band, count, measure, withPercent } from "../format.js";

/**
 * @typedef {object} Row
 * @property {string} id @property {"base" | "group" | "ceiling" | "result"} kind
 * @property {string} label @property {string} short
 * @property {number} points as the service gives them
 * @property {number} from running sum before it @property {number} to after it
 * @property {number | null} before its points in the unchanged scenario, if they differ
 * @property {string} claim of a ceiling, for the table
 */

/** Drivers first, each by its weight in the unchanged scenario, so that no row jumps. @param {any} baseline */
function orderOf(baseline) {
  const weight = new Map(baseline.groups.map((/** @type {any} */ group, /** @type {number} */ index) =>
    [group.id, (group.kind === "barrier" ? 1000 : 0) - Math.abs(group.alliancePoints) + index / 1000]));
  return (/** @type {any} */ a, /** @type {any} */ b) => (weight.get(a.id) ?? 2000) - (weight.get(b.id) ?? 2000);
}

/** @param {any} assessment @param {any} baseline @param {any} book @returns {Row[]} */
export function balanceRows(assessment, baseline, book) {
  const { points } = assessment;
  let sum = points.base;
  const step = (/** @type {number} */ value) => {
    const from = sum;
    sum += value;
    return { points: value, from, to: sum };
  };
  const before = (/** @type {number | undefined} */ was, /** @type {number} */ now) => (was === undefined || was === now ? null : was);
  const base = `Base rate over ${count(assessment.scenario.horizonYears, "year")}`;
  const pointsBefore = new Map(baseline.groups.map((/** @type {any} */ group) => [group.id, group.alliancePoints]));
  return [
    { id: "base", kind: "base", label: base, short: base, claim: "", points: points.base, from: sum, to: sum, before: before(baseline.points.base, points.base) },
    ...[...assessment.groups].sort(orderOf(baseline)).map((group) => {
      const known = book.groups.find((/** @type {any} */ each) => each.id === group.id);
      return /** @type {Row} */ ({
        id: group.id, kind: "group", label: known?.label ?? group.id, short: known?.short ?? group.id, claim: "",
        before: before(pointsBefore.get(group.id), group.alliancePoints), ...step(group.alliancePoints),
      });
    }),
    ...points.ceilings.filter((/** @type {any} */ ceiling) => ceiling.takenBack > 0).map((/** @type {any} */ ceiling) => {
      const label = ceiling.limitPercent === null ? "Ceiling" : `Ceiling: never above ${withPercent(measure(ceiling.limitPercent))}`;
      const was = baseline.points.ceilings.find((/** @type {any} */ each) => each.kind === ceiling.kind)?.takenBack;
      return /** @type {Row} */ ({
        id: ceiling.kind, kind: "ceiling", label, short: label,
        claim: book.rules.filter((/** @type {any} */ rule) => ceiling.rules.includes(rule.id)).map((/** @type {any} */ rule) => rule.claim).join(" "),
        before: before(was === undefined ? undefined : -was, -ceiling.takenBack), ...step(-ceiling.takenBack),
      });
    }),
    {
      id: "result", kind: "result", label: resultLabel(assessment), short: resultLabel(assessment), claim: "",
      points: points.final, from: points.final, to: points.final, before: before(baseline.points.final, points.final),
    },
  ];
}

/** @param {any} assessment */
function resultLabel({ verdict, points }) {
  const clamped = points.clampedFrom === null ? "" : `, clamped from ${withPercent(measure(points.clampedFrom))}`;
  return `Result: ${band(verdict.likelihood.band).term}${clamped}`;
}
