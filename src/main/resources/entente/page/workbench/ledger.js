/** The ledger's rows by what became of each rule. */

import { html } from "lit";
import { GRADES, words } from "../format.js";

/** A rule this many grades short of counting is a near miss. */
const GRADES_AWAY = 2;

/** How many grades its failing conditions lack together; more than the limit when one is unknown. @param {any} row */
function gradesShort(row) {
  return row.conditions.filter((/** @type {any} */ each) => !each.held).reduce((/** @type {number} */ sum, /** @type {any} */ each) => {
    const needed = GRADES.indexOf(each.grade);
    const actual = GRADES.indexOf(each.actualGrade);
    return sum + (actual < 0 ? GRADES_AWAY + 1 : each.comparison === "AT_LEAST" ? needed - actual : actual - needed);
  }, 0);
}

/** Its sentence; of a step with the grade with which it begins. @param {any} row */
export const claim = (row) => (row.step === undefined ? row.claim
  : `${row.claim} (${row.conditions[0].comparison === "AT_LEAST" ? "from" : "up to"} ${words(row.step)})`);

/** Heaviest first; equal ones as in the rule book, so that rows stay where they are. @param {any[]} rows */
const heaviest = (rows) => [...rows].sort((a, b) => Math.abs(b.alliancePoints) - Math.abs(a.alliancePoints));

/**
 * @param {any} assessment @param {any[]} rules of the book
 * @param {string | null} group only its rules; null: all
 */
export function sorted(assessment, rules, group) {
  const kinds = new Map(rules.map((rule) => [rule.id, rule.kind]));
  const rows = assessment.ledger.filter((/** @type {any} */ row) => group === null || row.group === group);
  const by = (/** @type {string} */ status) => heaviest(rows.filter((/** @type {any} */ row) => row.status === status));
  return {
    fired: by("FIRED"),
    near: by("NOT_FIRED").filter((row) => (kinds.get(row.rule) ?? "CLAIM") === "CLAIM" && row.alliancePoints !== 0 && gradesShort(row) <= GRADES_AWAY)
      .sort((a, b) => Math.abs(b.alliancePoints) - Math.abs(a.alliancePoints) || gradesShort(a) - gradesShort(b)),
    undetermined: by("UNDETERMINED"),
    overridden: by("OVERRIDDEN"),
    disabled: by("DISABLED"),
  };
}

/**
 * A paragraph of the article, as a link to the rule that cites it.
 * @param {import("../store.js").Store | null | undefined} store @param {string} rule @param {string} cite such as "§3 ¶4"
 */
export const cited = (store, rule, cite) => (store?.facilitated ? cite : html`<a href="/api/v1/rules/${rule}">${cite}</a>`);

/** Sum of points without the noise of binary fractions. @param {number[]} values */
export const total = (values) => values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;

/** @param {any} assessment @returns {Map<string, any>} rules that count, by id */
const fired = (assessment) =>
  new Map(assessment.ledger.filter((/** @type {any} */ row) => row.status === "FIRED").map((/** @type {any} */ row) => [row.rule, row]));

/**
 * Rules that count in one assessment and not in the other.
 * @param {any} from @param {any} to
 * @returns {{on: any[], off: any[]}} rows of the ledger; those that no longer count with the points that they had
 */
export function switched(from, to) {
  const before = fired(from);
  const after = fired(to);
  return {
    on: [...after.values()].filter((row) => !before.has(row.rule)),
    off: [...before.values()].filter((row) => !after.has(row.rule)),
  };
}
