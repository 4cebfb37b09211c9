/** The scenarios that are compared, and the service's answers about them. A "change" event follows every difference. */

import * as api from "../api.js";
import { messageOf } from "../format.js";
import { movedCase, readLink } from "../link.js";

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
  /** @type {string[]} the first is the baseline */
  ids = [];
  /** @type {any} */
  book = null;
  /** @type {any[]} */
  indicators = [];
  /** @type {any[]} all that can be compared */
  scenarios = [];
  /** @type {any} the case of the workbench, in the form of a file; null: none is compared */
  moved = null;
  failure = "";
  /** What the address was made with and is not here: the digest of its rules, and names. @type {{rules: string, unknown: string[]}} */
  notice = { rules: "", unknown: [] };
  waiting = false;
  /** @type {Map<string, Promise<any>>} scenario files by id */
  files = new Map();
  /** @type {Map<string, any>} assessments by id */
  assessments = new Map();
  /** @type {Map<string, any>} comparisons by both ids */
  answers = new Map();
  asked = 0;

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

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string[]} ids */
  async open(ids) {
    try {
      const [book, indicators, { scenarios }] = await Promise.all([api.getRuleBook(), api.getIndicators(), api.getScenarios()]);
      const link = readLink(location.hash, indicators);
      const moved = movedCase(ids, link, scenarios);
      Object.assign(this, { book, indicators, scenarios, moved });
      this.notice = { rules: book.sha256.startsWith(link.rules ?? "") ? "" : String(link.rules), unknown: link.unknown };
      if (moved !== null) {
        scenarios.push({ ...moved, valid: true });
        this.files.set(moved.id, Promise.resolve(moved));
      }
    } catch (failed) {
      this.fail(failed);
      return;
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
      await Promise.all(shown.filter((id) => !this.assessments.has(id)).map(async (id) =>
        this.assessments.set(id, await api.assess(await this.file(id)))));
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

  /** @param {string} id @param {number} to place among the others, from 0 */
  move(id, to) {
    return this.set(this.ids.filter((each) => each !== id).toSpliced(to, 0, id));
  }
}
