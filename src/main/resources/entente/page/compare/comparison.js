/** The scenarios that are compared, and the service's answers about them. A "change" event follows every difference. */

import * as api from "../api.js";
import { messageOf } from "../format.js";
import { baseOf, movedCase, readLink, writeLink } from "../link.js";

/** As many as there are letters. */
export const MOST = 26;

/** @param {number} index */
export const letter = (index) => String.fromCharCode(65 + index);

/**
 * @typedef {object} Pair the baseline and another scenario
 * @property {string} id of the other @property {string} letter of the other
 * @property {any} answer of POST /comparisons: how the other differs from the baseline
 */

export class Comparison extends EventTarget {
  constructor() {
    super();
    /** @type {string[]} the first is the baseline */
    this.ids = [];
    /** @type {any} */
    this.book = null;
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any[]} all that can be compared */
    this.scenarios = [];
    /** @type {any} the case of the workbench, in the form of a file; null: none is compared */
    this.moved = null;
    this.failure = "";
    /** What the address was made with and is not here: the digest of its rules, and names. @type {{rules: string, unknown: string[]}} */
    this.notice = { rules: "", unknown: [] };
    this.waiting = false;
    /** @type {Map<string, Promise<any>>} scenario files by id */
    this.files = new Map();
    /** @type {Map<string, any>} assessments by id */
    this.assessments = new Map();
    /** @type {Map<string, any>} comparisons by both ids */
    this.answers = new Map();
    this.asked = 0;
  }

  get ready() {
    return this.book !== null && this.ids.length > 0 && this.ids.every((id) => this.assessments.has(id));
  }

  /** Of those that are answered already. @returns {Pair[]} */
  get pairs() {
    return this.ids.slice(1).flatMap((id, index) => {
      const answer = this.answers.get(`${this.ids[0]} ${id}`);
      return answer ? [{ id, letter: letter(index + 1), answer }] : [];
    });
  }

  /** An address for others, with the digest of the rules. */
  link() {
    const { changes = {}, assumptions = {} } = readLink(location.hash, this.indicators);
    return `${location.origin}/compare?scenarios=${this.ids.map(encodeURIComponent).join(",")}`
      + writeLink({ changes, assumptions: assumptions ?? {}, rules: this.book.sha256 });
  }

  /** @param {string} id */
  stored(id) {
    return this.scenarios.some((scenario) => scenario.id === id && scenario.origin === "STORED");
  }

  /** Where a scenario is worked on. @param {string} id */
  workbench(id) {
    return id === this.moved?.id ? `/workbench/${encodeURIComponent(baseOf(id))}${location.hash}` : `/workbench/${encodeURIComponent(id)}`;
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string[]} ids */
  async open(ids) {
    try {
      const [book, indicators, scenarios] = await Promise.all([api.getRuleBook(), api.getIndicators(), api.getScenarios()]);
      Object.assign(this, { book, indicators, scenarios: scenarios.scenarios });
    } catch (failed) {
      this.fail(failed);
      return;
    }
    const link = readLink(location.hash, this.indicators);
    this.notice = { rules: this.book.sha256.startsWith(link.rules ?? "") ? "" : String(link.rules), unknown: link.unknown };
    this.moved = movedCase(ids, link, this.scenarios);
    if (this.moved !== null) {
      this.scenarios.push({ ...this.moved, valid: true });
      this.files.set(this.moved.id, Promise.resolve(this.moved));
    }
    await this.show(ids);
  }

  /** Changes what is compared, and the address. @param {string[]} ids */
  async set(ids) {
    history.pushState(null, "", `/compare?scenarios=${ids.map(encodeURIComponent).join(",")}${location.hash}`);
    await this.show(ids);
  }

  /** @param {string[]} ids */
  async show(ids) {
    const asked = ++this.asked;
    const unknown = ids.filter((id) => !this.scenarios.some((scenario) => scenario.id === id));
    const known = [...new Set(ids)].filter((id) => !unknown.includes(id));
    this.failure = unknown.length > 0 ? `There is no scenario ${unknown.join(", ")} here.`
      : known.length > MOST ? `The first ${MOST} are compared.` : "";
    const shown = known.slice(0, MOST);
    try {
      await Promise.all(shown.map((id) => this.assess(id)));
      if (asked === this.asked) {
        this.ids = shown;
        this.waiting = shown.slice(1).some((id) => !this.answers.has(`${shown[0]} ${id}`));
        this.changed();
        await this.compare(asked);
      }
    } catch (failed) {
      if (asked === this.asked) {
        this.fail(failed);
      }
    }
  }

  /** @param {string} id */
  async assess(id) {
    if (!this.assessments.has(id)) {
      this.assessments.set(id, await api.assess(await this.file(id)));
    }
  }

  /** @param {string} id */
  file(id) {
    const file = this.files.get(id) ?? api.getScenario(id);
    this.files.set(id, file);
    return file;
  }

  /** One pair after the other, so that the first is seen early. @param {number} asked */
  async compare(asked) {
    for (const id of this.ids.slice(1)) {
      const key = `${this.ids[0]} ${id}`;
      if (!this.answers.has(key)) {
        const answer = await api.compare(await Promise.all([this.file(this.ids[0]), this.file(id)]));
        this.answers.set(key, answer.comparisons[0]);
      }
      if (asked !== this.asked) {
        return;
      }
      this.waiting = this.pairs.length < this.ids.length - 1;
      this.changed();
    }
  }

  /** @param {unknown} failed */
  fail(failed) {
    this.failure = messageOf(failed);
    this.waiting = false;
    this.changed();
  }

  /** @param {string} id */
  add(id) {
    return this.set([...this.ids, id]);
  }

  /** @param {string} id */
  remove(id) {
    return this.set(this.ids.filter((each) => each !== id));
  }

  /** @param {string} id @param {number} to place among the others, from 0 */
  move(id, to) {
    const rest = this.ids.filter((each) => each !== id);
    const place = Math.min(rest.length, Math.max(0, to));
    return this.set([...rest.slice(0, place), id, ...rest.slice(place)]);
  }
}
