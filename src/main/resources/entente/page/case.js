/** A case: a scenario, the readings and assumptions that were changed in it, and the steps that can be undone. */

/**
 * @typedef {Record<string, number | null>} Changes indicator → value; null: unknown
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
 */

/**
 * A scenario with changes, in the form of a file.
 * @param {{id: string, title: string, file: any, changes: Changes, assumptions: object}} from file: see {@link Case#file}
 */
export function changedScenario({ id, title, file, changes, assumptions }) {
  const readings = Object.fromEntries(Object.entries(changes).map(([indicator, value]) =>
    [indicator, value === null ? { status: "unknown" } : { value, status: "assumed" }]));
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
    };
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
    const changed = this.changes[indicator];
    return changed === undefined ? this.baselineReading(indicator).value ?? null : changed;
  }

  /** @param {string} indicator */
  isChanged(indicator) {
    return this.changes[indicator] !== undefined;
  }

  /**
   * One step that can be undone: these readings, and assumptions if given.
   * @param {Changes} moved @param {string} label for the strip and for undo @param {object} [assumptions]
   * @param {object} [gesture] moves of the same gesture, such as one drag of a thumb, are one step
   */
  async move(moved, label, assumptions = this.assumptions, gesture = undefined) {
    const changes = { ...this.changes };
    for (const [indicator, value] of Object.entries(moved)) {
      if (value === (this.baselineReading(indicator).value ?? null)) {
        delete changes[indicator];
      } else {
        changes[indicator] = value;
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
    return this.move({ [indicator]: this.baselineReading(indicator).value ?? null }, "Reset");
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
