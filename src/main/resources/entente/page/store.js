/**
 * The state of the workbench: a scenario, what was changed in it, and the service's answers. Components read `state`
 * and call the methods; a "change" event follows every difference.
 */

import * as api from "./api.js";
import { readLink } from "./link.js";

/**
 * @typedef {Record<string, number | null>} Changes indicator → value; null: unknown
 * @typedef {{changes: Changes, assumptions: object, label: string, gesture?: object}} Step
 * @typedef {object} State
 * @property {any} book the active rule book (GET /rules)
 * @property {any[]} indicators (GET /indicators)
 * @property {any[]} scenarios the list of scenarios
 * @property {string} id of the scenario
 * @property {any} baseline assessment of the unchanged scenario
 * @property {any} assessment the latest one; figures of it are shown
 * @property {any} previous assessment before the last move, or null
 * @property {any} sensitivity each reading alone; null until it has come
 * @property {{up: any, down: any} | null} flips least changes
 * @property {boolean} following whether sensitivity and flips are those of an earlier move
 * @property {"ready" | "sending" | "offline"} connection
 * @property {api.Problem | null} problem why the last move was refused
 * @property {string | null} openGroup the barrier whose readings are open; it filters ledger and figure
 * @property {string | null} focus the reading in use
 * @property {Set<string>} locked readings that suggestions must not change
 */

/** Later answers of an earlier question are dropped. */
const FOLLOW_AFTER = 120;
const RETRY_AFTER = 3000;

export class Store extends EventTarget {
  constructor() {
    super();
    /** @type {State} */
    this.state = {
      book: null, indicators: [], scenarios: [], id: "", baseline: null, assessment: null, previous: null,
      sensitivity: null, flips: null, following: false, connection: "ready", problem: null,
      openGroup: null, focus: null, locked: new Set(),
    };
    /** @type {Step[]} */
    this.past = [{ changes: {}, assumptions: {}, label: "" }];
    /** @type {Step[]} */
    this.future = [];
    this.asked = 0;
    /** The gesture whose answer is shown: what it did is told from before its first move. @type {object | undefined} */
    this.shownGesture = undefined;
    /** @type {AbortController | null} */
    this.pending = null;
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

  /** Loads catalogue and scenario, then what a link holds. @param {string} id */
  async open(id) {
    const [book, indicators, scenarios, baseline] = await Promise.all([
      api.getRuleBook(), api.getIndicators(), api.getScenarios(), api.assess(await api.getScenario(id)),
    ]);
    const linked = readLink(location.hash, indicators);
    this.past = [{ changes: {}, assumptions: {}, label: "" }];
    this.future = [];
    this.set({ book, indicators, scenarios: scenarios.scenarios, id, baseline, assessment: baseline, openGroup: book.groups[0].id });
    if (linked.changes || linked.assumptions) {
      await this.move(linked.changes ?? {}, "Opened from a link", linked.assumptions ?? {});
    } else {
      await this.follow(++this.asked);
    }
  }

  /** The scenario as it is now, in the form of a file. */
  scenario() {
    const { id, baseline } = this.state;
    const readings = Object.fromEntries(Object.entries(this.changes).map(([indicator, value]) =>
      [indicator, value === null ? { status: "unknown" } : { value, status: "assumed" }]));
    const scenario = { schemaVersion: "1", id: `${id}-changed`, title: `${baseline.scenario.title}, changed`, extends: id, readings };
    return Object.keys(this.assumptions).length === 0 ? scenario : { ...scenario, assumptions: this.assumptions };
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
    await this.evaluate();
  }

  /** Back to the baseline. @param {string} indicator */
  reset(indicator) {
    return this.move({ [indicator]: this.baselineReading(indicator).value ?? null }, "Reset");
  }

  resetAll() {
    this.past.push({ changes: {}, assumptions: {}, label: "Reset all" });
    this.future = [];
    return this.evaluate();
  }

  async undo() {
    if (this.past.length > 1) {
      this.future.push(/** @type {Step} */ (this.past.pop()));
      await this.evaluate();
    }
  }

  async redo() {
    const step = this.future.pop();
    if (step) {
      this.past.push(step);
      await this.evaluate();
    }
  }

  /** Asks for the verdict; an answer that comes after a later question is dropped. */
  async evaluate() {
    const asked = ++this.asked;
    this.pending?.abort();
    this.pending = new AbortController();
    this.set({ connection: "sending", following: true, problem: null });
    try {
      const assessment = await api.assess(this.scenario(), this.pending.signal);
      if (asked !== this.asked) {
        return;
      }
      const goesOn = this.step.gesture !== undefined && this.step.gesture === this.shownGesture;
      this.shownGesture = this.step.gesture;
      this.set({ previous: goesOn ? this.state.previous : this.state.assessment, assessment, connection: "ready" });
      setTimeout(() => this.follow(asked), FOLLOW_AFTER);
    } catch (failed) {
      this.failed(failed, asked);
    }
  }

  /** Ticks and least changes follow the verdict. @param {number} asked */
  async follow(asked) {
    if (asked !== this.asked) {
      return;
    }
    const scenario = this.scenario();
    const limits = { lock: [...this.state.locked], maxSize: 2 };
    try {
      const sensitivity = await api.findSensitivity(scenario);
      if (asked !== this.asked) {
        return;
      }
      this.set({ sensitivity });
      const [up, down] = await Promise.all([
        api.findFlips(scenario, { up: true }, limits), api.findFlips(scenario, { down: true }, limits),
      ]);
      if (asked === this.asked) {
        this.set({ flips: { up, down }, following: false });
      }
    } catch (failed) {
      this.failed(failed, asked);
    }
  }

  /** @param {unknown} failed @param {number} asked */
  failed(failed, asked) {
    if (asked !== this.asked || (failed instanceof DOMException && failed.name === "AbortError")) {
      return;
    }
    if (failed instanceof api.Problem) {
      this.set({ connection: "ready", problem: failed });
      return;
    }
    this.set({ connection: "offline" });
    setTimeout(() => asked === this.asked && this.evaluate(), RETRY_AFTER);
  }

  /** @param {string} indicator */
  toggleLock(indicator) {
    const locked = new Set(this.state.locked);
    if (!locked.delete(indicator)) {
      locked.add(indicator);
    }
    this.set({ locked, following: true });
    return this.follow(++this.asked);
  }
}

/** Keeps a component up to date with a store. */
export class Watch {
  /** @param {import("lit").LitElement} host @param {() => Store | undefined} store */
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.update = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    this.store()?.addEventListener("change", this.update);
  }

  hostDisconnected() {
    this.store()?.removeEventListener("change", this.update);
  }
}
