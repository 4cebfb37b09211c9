/**
 * The case on the page: a scenario, what was changed in it, the steps that can be undone, and the service's answers about it.
 * Components read `state` and call the methods; a "change" event follows every difference.
 */

import * as api from "./api.js";
import { readLink } from "./link.js";
import { changedScenario, differing, given, isUncertain, isWeights, same, valueOf, withOwnValue } from "./uncertain.js";

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

/** What takes longer is shown as an earlier answer, in ms. */
const EARLIER_AFTER = 300;
/** Later answers of an earlier question are dropped. */
const FOLLOW_AFTER = 120;
const RETRY_AFTER = 3000;

/** Until the service has answered. */
const UNANSWERED = {
  previous: null, sensitivity: null, flips: null, transition: null, problem: null,
  exploration: null, exploring: false, unexplored: "", sought: null, discovery: null,
};

export class Store extends EventTarget {
  /** @type {State} */
  state = {
    ...UNANSWERED, book: null, indicators: [], scenarios: [], id: "", baseline: null, assessment: null, following: false,
    connection: "ready", openGroup: null, focus: null, locked: new Set(), target: null, notice: null, unratedAny: false,
  };
  /** Whether a facilitator leads, who alone locks readings, and whose room has no pages beside its own. */
  facilitated = false;
  /** @type {any} a scenario from a file, which the service does not have; null: the service has it */
  file = null;
  /** @type {Transition["kind"]} */
  kind = "Last move";
  /** @type {Step[]} */
  past = [{ changes: {}, assumptions: {}, label: "" }];
  /** @type {Step[]} */
  future = [];
  /** What is said before the first move. */
  opening = ["No changes yet.", "Move a reading, or apply a set of changes; every move can be undone."];
  /** @type {Step | null} the step that the shown assessment answers */
  answered = null;
  asked = 0;
  /** The gesture whose answer is shown: what it did is told from before its first move. @type {object | undefined} */
  shownGesture = undefined;
  /** @type {AbortController | null} */
  pending = null;
  /** @type {AbortController | null} */
  exploring = null;

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
    if (!this.allows(Object.keys(moved))) {
      return;
    }
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

  /** Readings that a facilitator has locked stay as they are. */
  resetAll() {
    const free = Object.keys(this.changes).filter((id) => !this.facilitated || !this.state.locked.has(id));
    return this.move(Object.fromEntries(free.map((id) => [id, undefined])), "Reset all", this.past[0].assumptions);
  }

  async undo() {
    const before = this.past.at(-2);
    if (before && this.allows(differing(this.changes, before.changes))) {
      this.future.push(this.step);
      this.past.pop();
      this.kind = "Undone";
      await this.evaluate();
    }
  }

  async redo() {
    const step = this.future.at(-1);
    if (step && this.allows(differing(this.changes, step.changes))) {
      this.past.push(step);
      this.future.pop();
      this.kind = "Redone";
      await this.evaluate();
    }
  }

  /** Whether these readings may be moved now; if not, the user is told why. @param {string[]} _indicators */
  allows(_indicators) {
    return true;
  }

  /**
   * Loads catalogue and scenario, then what a link holds.
   * @param {string} id @param {any} file a scenario that the service does not have; null: it has it
   */
  async open(id, file) {
    this.file = file;
    const scenario = file ?? await api.getScenario(id);
    const [book, indicators, { scenarios }, baseline] = await Promise.all([
      api.getRuleBook(), api.getIndicators(), api.getScenarios(), api.assess(scenario),
    ]);
    const { changes, assumptions, rules, percent, kept, unratedAny = false, unknown } = readLink(location.hash, indicators);
    this.past = [{ changes: {}, assumptions: scenario.assumptions ?? {}, label: "" }];
    this.future = [];
    this.answered = this.step;
    const stranger = rules !== undefined && !book.sha256.startsWith(rules);
    /** @type {Notice | null} */
    const notice = stranger || unknown.length > 0 ? { cause: "link", rules: stranger ? rules : undefined, percent, kept, unknown } : null;
    this.set({
      ...UNANSWERED, book, indicators, scenarios, id: scenario.id, baseline, assessment: baseline, openGroup: book.groups[0].id,
      notice, unratedAny,
    });
    if (changes || assumptions) {
      await this.move(changes ?? {}, "Opened from a link", assumptions ?? this.assumptions);
    } else {
      this.explore();
      await this.follow(++this.asked);
    }
  }

  /** The rules were replaced: catalogue and baseline follow, so that no two figures are of different rules. */
  async refresh() {
    const before = this.state.assessment;
    const [book, indicators, baseline] = await Promise.all([
      api.getRuleBook(), api.getIndicators(), api.assess(this.file ?? await api.getScenario(this.state.id)),
    ]);
    const rules = before.provenance.rules.sha256;
    this.set({ book, indicators, baseline, notice: rules === book.sha256 ? this.state.notice : {
      cause: "reload", rules, percent: before.verdict.likelihood.percent, kept: undefined, unknown: [],
    } });
  }

  /** Asks for the verdict; an answer that comes after a later question is dropped. */
  async evaluate() {
    const asked = ++this.asked;
    this.pending?.abort();
    this.pending = new AbortController();
    this.set({ connection: "sending", following: true, problem: null });
    this.explore();
    try {
      const assessment = await api.assess(this.scenario(), this.pending.signal);
      if (asked !== this.asked) {
        return;
      }
      const goesOn = this.step.gesture !== undefined && this.step.gesture === this.shownGesture;
      this.shownGesture = this.step.gesture;
      const { rules } = assessment.provenance;
      if (rules.sha256 !== this.state.book.sha256 || rules.textsSha256 !== this.state.book.textsSha256) {
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

  /** Ticks and least changes, which groups of a workshop are not shown, follow the verdict. @param {number} asked */
  async follow(asked) {
    if (asked !== this.asked) {
      return;
    }
    try {
      const sensitivity = await api.post("/sensitivities", { scenario: this.scenario(), all: true });
      if (asked !== this.asked) {
        return;
      }
      this.set({ sensitivity, following: !this.facilitated });
      if (this.facilitated) {
        return;
      }
      const target = this.state.target;
      const [up, down, to] = await Promise.all([
        this.findFlips({ up: true }), this.findFlips({ down: true }), target === null ? null : this.findFlips({ to: target }),
      ]);
      if (asked === this.asked) {
        this.set({ flips: { up, down, to: target === this.state.target ? to : null }, following: false });
      }
    } catch (failed) {
      this.failed(failed, asked);
    }
  }

  /** @param {{up?: true, down?: true, to?: string}} target */
  findFlips(target) {
    return api.post("/flips", { scenario: this.scenario(), ...target, lock: [...this.state.locked], maxSize: 2 });
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
      const to = await this.findFlips({ to: target });
      if (asked === this.asked && target === this.state.target && this.state.flips) {
        this.set({ flips: { ...this.state.flips, to } });
      }
    } catch (failed) {
      this.failed(failed, asked);
    }
  }

  /** Seeks the conditions of a verdict, now and after each move. @param {string} band */
  async seekConditions(band) {
    this.set({ sought: band, discovery: null });
    if (this.exploring !== null) {
      await this.attempt(this.exploring, (own) => this.discover(own));
    }
  }

  /**
   * How probable each verdict is while readings are uncertain, and the conditions of one that is sought: one request for each
   * move, of which the latest answer counts.
   */
  async explore() {
    this.exploring?.abort();
    this.exploring = null;
    if (!this.isExplored) {
      if (this.state.exploration !== null || this.state.unexplored !== "") {
        this.set({ exploration: null, exploring: false, unexplored: "" });
      }
      return;
    }
    const own = new AbortController();
    this.exploring = own;
    this.set({ discovery: null });
    const earlier = setTimeout(() => own === this.exploring && this.set({ exploring: true }), EARLIER_AFTER);
    await this.attempt(own, async () => {
      const { unratedAny } = this.state;
      const exploration = await api.post("/explorations", { scenario: this.scenario(), unratedAny }, own.signal);
      clearTimeout(earlier);
      if (own === this.exploring) {
        this.set({ exploration, exploring: false, unexplored: "" });
        await this.discover(own);
      }
    });
    clearTimeout(earlier);
  }

  /** Takes longer than the probabilities, which are shown meanwhile. @param {AbortController} own */
  async discover(own) {
    const { sought, unratedAny } = this.state;
    if (sought !== null) {
      const { discovery } = await api.post("/explorations", { scenario: this.scenario(), unratedAny, discover: sought }, own.signal);
      if (own === this.exploring && sought === this.state.sought) {
        this.set({ discovery });
      }
    }
  }

  /** @param {AbortController} own @param {(own: AbortController) => Promise<void>} work */
  async attempt(own, work) {
    try {
      await work(own);
    } catch (failed) {
      // Without the service the case is sent again, and this with it.
      if (own === this.exploring && failed instanceof api.Problem) {
        this.set({ exploration: null, exploring: false, unexplored: failed.message });
      }
    }
  }

  /** Whether probabilities take unrated readings to have any grade. @param {boolean} unratedAny */
  takeUnrated(unratedAny) {
    this.set({ unratedAny });
    return this.explore();
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
