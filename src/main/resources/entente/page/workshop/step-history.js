/** The steps of a group that can be undone, kept in this browser so that a reload does not forget them. */

/** @typedef {import("../case.js").Step} Step */

const MOST = 50;

export class StepHistory {
  /** @param {string} code @param {number} group */
  constructor(code, group) {
    this.key = `entente-steps-${code}-${group}`;
  }

  /** @returns {{past: Step[], future: Step[]}} oldest first; empty where none are kept */
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? "null") ?? { past: [], future: [] };
    } catch {
      return { past: [], future: [] };
    }
  }

  /** The latest steps; a gesture does not outlive the page. @param {Step[]} past @param {Step[]} future */
  keep(past, future) {
    const steps = (/** @type {Step[]} */ all) => all.slice(-MOST).map(({ changes, assumptions, label }) => ({ changes, assumptions, label }));
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ past: steps(past), future: steps(future) }));
    } catch {
      // Undo then reaches back to the reload only.
    }
  }
}
