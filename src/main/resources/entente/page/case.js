/** A case: a scenario, the readings and assumptions that were changed in it, and the steps that can be undone. */

import { asReading, given, isUncertain, isWeights, same, valueOf, withOwnValue } from "./uncertain.js";

/**
 * @typedef {import("./uncertain.js").Change} Change
 * @typedef {Record<string, Change>} Changes by indicator
 * @typedef {{changes: Changes, assumptions: object, label: string, gesture?: object}} Step
 * @typedef {{kind: "Last move" | "Undone" | "Redone", from: Step, to: Step}} Transition
 * @typedef {object} Notice the rules, or names in a link, are others than those that count now
 * @property {"link" | "reload"} cause
 * @property {string | undefined} rules digest or start of it
 * @property {number | undefined} percent the likelihood under those rules
 * @property {string | undefined} kept id of the assessment in the archive
 * @property {string[]} unknown names in the link that this rule book does not have
 * @typedef {object} State
 * @property {any} book the active rule book (GET /rules)
 * @property {any[]} indicators (GET /indicators)
 * @property {any[]} scenarios the list of scenarios
 * @property {string} id of the scenario
 * @property {any} baseline assessment of the unchanged scenario
 * @property {any} assessment the latest one; figures of it are shown
 * @property {any} previous assessment before the last move, or null
 * @property {any} sensitivity each reading alone; null until it has come
 * @property {{up: any, down: any, to?: any} | null} flips least changes
 * @property {boolean} following whether sensitivity and flips are those of an earlier move
 * @property {"ready" | "sending" | "offline"} connection
 * @property {import("./api.js").Problem | null} problem why the last move was refused
 * @property {string | null} openGroup the barrier whose readings are open; it filters ledger and figure
 * @property {string | null} focus the reading in use
 * @property {Set<string>} locked readings that suggestions must not change
 * @property {string | null} target band to which changes are sought, beside higher and lower
 * @property {Transition | null} transition what lies between previous and assessment
 * @property {Notice | null} notice
 * @property {any} exploration how probable each verdict is while readings are uncertain; null: none is, or it has not come
 * @property {boolean} exploring whether that answers an earlier move
 * @property {string} unexplored why there is none
 * @property {boolean} unratedAny whether it takes unrated readings to have any grade
 * @property {string | null} sought the band whose conditions are sought
 * @property {any} discovery these conditions; null: they have not come
 */

/**
 * A scenario with changes, in the form of a file.
 * @param {{id: string, title: string, file: any, changes: Changes, assumptions: object}} from file: see {@link Case#file}
 */
export function changedScenario({ id, title, file, changes, assumptions }) {
  const readings = Object.fromEntries(Object.entries(changes).map(([indicator, change]) => [indicator, asReading(change)]));
  const named = { schemaVersion: "1", id: `${id}-changed`, title: `${title}, changed` };
  const scenario = file
    ? { ...file, ...named, assumptions: undefined, readings: { ...file.readings, ...readings } }
    : { ...named, extends: id, readings };
  return Object.keys(assumptions).length === 0 ? scenario : { ...scenario, assumptions };
}

export class Case extends EventTarget {
  constructor() {
    super();
    /** @type {State} */
    this.state = {
      book: null, indicators: [], scenarios: [], id: "", baseline: null, assessment: null, previous: null,
      sensitivity: null, flips: null, following: false, connection: "ready", problem: null,
      openGroup: null, focus: null, locked: new Set(), target: null, transition: null, notice: null,
      exploration: null, exploring: false, unexplored: "", unratedAny: false, sought: null, discovery: null,
    };
    /** Whether a facilitator leads, who alone locks readings, and whose room has no pages beside its own. */
    this.facilitated = false;
    /** @type {any} a scenario from a file, which the service does not have; null: the service has it */
    this.file = null;
    /** @type {Transition["kind"]} */
    this.kind = "Last move";
    /** @type {Step[]} */
    this.past = [{ changes: {}, assumptions: {}, label: "" }];
    /** @type {Step[]} */
    this.future = [];
  }

  get step() {
    return this.past[this.past.length - 1];
  }

  /** @returns {Changes} */
  get changes() {
    return this.step.changes;
  }

  get assumptions() {
    return this.step.assumptions;
  }

  /** @param {Partial<State>} part */
  set(part) {
    Object.assign(this.state, part);
    this.dispatchEvent(new Event("change"));
  }

  /** The scenario as it is now, in the form of a file. */
  scenario() {
    const { id, baseline } = this.state;
    const { file, changes, assumptions } = this;
    return changedScenario({ id, title: baseline.scenario.title, file, changes, assumptions });
  }

  /** The reading of the unchanged scenario. @param {string} indicator */
  baselineReading(indicator) {
    return this.state.baseline.scenario.resolved.readings[indicator] ?? { status: "unknown" };
  }

  /** The value that counts now; null: unknown. @param {string} indicator @returns {number | null} */
  value(indicator) {
    return valueOf(this.reading(indicator));
  }

  /** Value, range or weights of the unchanged scenario. @param {string} indicator @returns {Change} */
  unchanged(indicator) {
    const reading = this.baselineReading(indicator);
    return (this.facilitated ? null : given(reading)) ?? reading.value ?? null;
  }

  /** Value, range or weights after a step. @param {string} indicator @param {Step} [step] @returns {Change} */
  reading(indicator, step = this.step) {
    const changed = step.changes[indicator];
    return changed === undefined ? this.unchanged(indicator) : changed;
  }

  /** The range or the weights that count now; null: it has one value, or none. @param {string} indicator */
  uncertain(indicator) {
    const now = this.reading(indicator);
    return isUncertain(now) ? now : null;
  }

  /** Whether it is asked how probable each verdict is. */
  get isExplored() {
    return !this.facilitated && (this.state.unratedAny || this.state.indicators.some((each) => this.uncertain(each.id) !== null));
  }

  /** @param {string} indicator */
  isChanged(indicator) {
    return this.changes[indicator] !== undefined;
  }

  /**
   * One step that can be undone: these readings, and assumptions if given.
   * @param {Record<string, Change | undefined>} moved undefined: as the scenario has it @param {string} label for the strip and for undo @param {object} [assumptions]
   * @param {object} [gesture] moves of the same gesture, such as one drag of a thumb, are one step
   */
  async move(moved, label, assumptions = this.assumptions, gesture = undefined) {
    const changes = { ...this.changes };
    for (const [indicator, wanted] of Object.entries(moved)) {
      const change = isWeights(wanted)
        ? withOwnValue(this.state.indicators.find((each) => each.id === indicator), wanted, this.baselineReading(indicator).value)
        : wanted;
      if (change === undefined || same(change, this.unchanged(indicator))) {
        delete changes[indicator];
      } else {
        changes[indicator] = change;
      }
    }
    if (gesture !== undefined && this.step.gesture === gesture) {
      this.past.pop();
    }
    this.past.push({ changes, assumptions, label, gesture });
    this.future = [];
    this.kind = "Last move";
    await this.evaluate();
  }

  /** Back to the baseline. @param {string} indicator */
  reset(indicator) {
    return this.move({ [indicator]: undefined }, "Reset");
  }

  resetAll() {
    this.past.push({ changes: {}, assumptions: this.past[0].assumptions, label: "Reset all" });
    this.future = [];
    this.kind = "Last move";
    return this.evaluate();
  }

  async undo() {
    if (this.past.length > 1) {
      this.future.push(/** @type {Step} */ (this.past.pop()));
      this.kind = "Undone";
      await this.evaluate();
    }
  }

  async redo() {
    const step = this.future.pop();
    if (step) {
      this.past.push(step);
      this.kind = "Redone";
      await this.evaluate();
    }
  }

  /** Called after each step: the shown verdict is no longer that of the case. @returns {Promise<void>} */
  async evaluate() {}
}
