/**
 * The state of the workbench: a scenario, what was changed in it, and the service's answers. Components read `state`
 * and call the methods; a "change" event follows every difference.
 */

import * as api from "./api.js";
import { readLink } from "./link.js";

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
 * @property {api.Problem | null} problem why the last move was refused
 * @property {string | null} openGroup the barrier whose readings are open; it filters ledger and figure
 * @property {string | null} focus the reading in use
 * @property {Set<string>} locked readings that suggestions must not change
 * @property {string | null} target band to which changes are sought, beside higher and lower
 * @property {Transition | null} transition what lies between previous and assessment
 * @property {Notice | null} notice
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
      openGroup: null, focus: null, locked: new Set(), target: null, transition: null, notice: null,
    };
    /** What is said before the first move. */
    this.opening = ["No changes yet.", "Move a reading on the left, or apply one of the sets on the right; every move can be undone."];
    /** @type {any} a scenario from a file, which the service does not have; null: the service has it */
    this.file = null;
    /** @type {Step | null} the step that the shown assessment answers */
    this.answered = null;
    /** @type {Transition["kind"]} */
    this.kind = "Last move";
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
    this.file = null;
    await this.start(await api.getScenario(id));
  }

  /** A scenario that the service does not have. @param {any} scenario in the form of a file */
  async openScenario(scenario) {
    this.file = scenario;
    await this.start(scenario);
  }

  /** @param {any} scenario */
  async start(scenario) {
    const [book, indicators, scenarios, baseline] = await Promise.all([
      api.getRuleBook(), api.getIndicators(), api.getScenarios(), api.assess(scenario),
    ]);
    const linked = readLink(location.hash, indicators);
    this.past = [{ changes: {}, assumptions: scenario.assumptions ?? {}, label: "" }];
    this.future = [];
    this.answered = this.step;
    const stranger = linked.rules !== undefined && !book.sha256.startsWith(linked.rules);
    /** @type {Notice | null} */
    const notice = stranger || linked.unknown.length > 0
      ? { cause: "link", rules: stranger ? linked.rules : undefined, percent: linked.percent, kept: linked.kept, unknown: linked.unknown }
      : null;
    this.set({
      book, indicators, scenarios: scenarios.scenarios, id: scenario.id, baseline, assessment: baseline, previous: null,
      sensitivity: null, flips: null, openGroup: book.groups[0].id, transition: null, notice, problem: null,
    });
    if (linked.changes || linked.assumptions) {
      await this.move(linked.changes ?? {}, "Opened from a link", linked.assumptions ?? this.assumptions);
    } else {
      await this.follow(++this.asked);
    }
  }

  /** The rules were replaced: catalogue and baseline follow, so that no two figures are of different rules. */
  async refresh() {
    const before = this.state.assessment;
    const [book, indicators, baseline] = await Promise.all([
      api.getRuleBook(), api.getIndicators(), api.assess(this.file ?? await api.getScenario(this.state.id)),
    ]);
    this.set({ book, indicators, baseline, notice: {
      cause: "reload", rules: before.provenance.rules.sha256, percent: before.verdict.likelihood.percent, kept: undefined, unknown: [],
    } });
  }

  /** The scenario as it is now, in the form of a file. */
  scenario() {
    const { id, baseline } = this.state;
    const readings = Object.fromEntries(Object.entries(this.changes).map(([indicator, value]) =>
      [indicator, value === null ? { status: "unknown" } : { value, status: "assumed" }]));
    const named = { schemaVersion: "1", id: `${id}-changed`, title: `${baseline.scenario.title}, changed` };
    const scenario = this.file
      ? { ...this.file, ...named, assumptions: undefined, readings: { ...this.file.readings, ...readings } }
      : { ...named, extends: id, readings };
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
      if (assessment.provenance.rules.sha256 !== this.state.book.sha256) {
        await this.refresh();
      }
      const from = (goesOn ? this.state.transition?.from : this.answered) ?? this.past[0];
      this.answered = this.step;
      const transition = { kind: this.kind, from, to: this.step };
      const previous = goesOn ? this.state.previous : this.state.assessment;
      this.set({ previous, assessment, connection: "ready", transition });
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
      const target = this.state.target;
      const [up, down, to] = await Promise.all([
        api.findFlips(scenario, { up: true }, limits), api.findFlips(scenario, { down: true }, limits),
        target === null ? null : api.findFlips(scenario, { to: target }, limits),
      ]);
      if (asked === this.asked) {
        this.set({ flips: { up, down, to: target === this.state.target ? to : null }, following: false });
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

  /** Seeks changes to this band too; null: to none. @param {string | null} target */
  async seek(target) {
    const asked = this.asked;
    this.set({ target, flips: this.state.flips && { ...this.state.flips, to: null } });
    if (target === null) {
      return;
    }
    try {
      const to = await api.findFlips(this.scenario(), { to: target }, { lock: [...this.state.locked], maxSize: 2 });
      if (asked === this.asked && target === this.state.target && this.state.flips) {
        this.set({ flips: { ...this.state.flips, to } });
      }
    } catch (failed) {
      this.failed(failed, asked);
    }
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
