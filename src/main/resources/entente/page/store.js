/**
 * The case on the page and the service's answers about it. Components read `state` and call the methods; a "change" event
 * follows every difference.
 */

import * as api from "./api.js";
import { Case } from "./case.js";
import { readLink } from "./link.js";

/**
 * @typedef {import("./case.js").Step} Step
 * @typedef {import("./case.js").Notice} Notice
 */

/** What takes longer is shown as an earlier answer, in ms. */
const EARLIER_AFTER = 300;
/** Later answers of an earlier question are dropped. */
const FOLLOW_AFTER = 120;
const RETRY_AFTER = 3000;

export class Store extends Case {
  constructor() {
    super();
    /** What is said before the first move. */
    this.opening = ["No changes yet.", "Move a reading, or apply a set of changes; every move can be undone."];
    /** @type {Step | null} the step that the shown assessment answers */
    this.answered = null;
    this.asked = 0;
    /** The gesture whose answer is shown: what it did is told from before its first move. @type {object | undefined} */
    this.shownGesture = undefined;
    /** @type {AbortController | null} */
    this.pending = null;
    /** @type {AbortController | null} */
    this.exploring = null;
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
      exploration: null, exploring: false, unexplored: "", unratedAny: linked.unratedAny === true, sought: null, discovery: null,
    });
    if (linked.changes || linked.assumptions) {
      await this.move(linked.changes ?? {}, "Opened from a link", linked.assumptions ?? this.assumptions);
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
      const exploration = await api.explore(this.scenario(), { unratedAny: this.state.unratedAny }, own.signal);
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
      const { discovery } = await api.explore(this.scenario(), { unratedAny, discover: sought }, own.signal);
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
