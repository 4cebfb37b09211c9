/** Says that a link, or the session until now, is of other rules, and that names in a link are not known. */

import { html, nothing } from "lit";
import { Problem, request } from "../api.js";
import { StoreElement } from "../element.js";
import { percent, shortDigest } from "../format.js";

/** @param {any} assessment */
const verdict = ({ verdict: { figure, words } }) => html`<b>${figure}</b>, ${words}`;

/** @param {string[]} names in a link that this rule book does not have */
export const unknownNames = (names) => (names.length === 0 ? nothing
  : html`<p>The link names what this rule book does not have; left out: ${names.map((name, at) => html`${at > 0 ? ", " : ""}<code>${name}</code>`)}.</p>`);

class RulesBanner extends StoreElement {
  static properties = { old: { state: true }, gone: { state: true }, shownOld: { state: true } };

  constructor() {
    super();
    /** @type {any} the assessment of the link in the archive */
    this.old = null;
    /** Why it is not there. */
    this.gone = "";
    this.shownOld = false;
    /** @type {import("../store.js").Notice | null} */
    this.asked = null;
  }

  /** The archive is asked once for each notice. */
  updated() {
    const notice = this.store.state.notice;
    if (notice !== this.asked) {
      this.asked = notice;
      this.old = null;
      this.shownOld = false;
      this.gone = notice?.rules && notice.cause === "link" ? "The verdict as in the link cannot be shown: the service has the rules here only." : "";
      if (notice?.kept && notice.rules) {
        this.find(notice.kept, notice.rules);
      }
    } else if (this.shownOld && this.store.state.assessment !== this.old) {
      this.shownOld = false;
    }
  }

  /** @param {string} id @param {string} rules */
  async find(id, rules) {
    try {
      const kept = await request(`/assessments/${encodeURIComponent(id)}`);
      if (kept.provenance.rules.sha256.startsWith(rules)) {
        this.old = kept;
        this.gone = "";
      }
    } catch (failed) {
      this.gone = failed instanceof Problem
        ? "The verdict as in the link cannot be shown: the service has the rules here only, and its archive does not hold that assessment."
        : "The archive could not be asked for the verdict as in the link.";
    }
  }

  render() {
    const { notice } = this.store.state;
    if (!notice) {
      return nothing;
    }
    return html`<div class="banner" role="region" aria-label="Other rules">
      ${notice.rules ? this.rules(notice.rules, notice) : nothing}
      ${unknownNames(notice.unknown)}
      <div class="actions">
        <button type="button" class="primary" @click=${this.accept}>${notice.rules ? "Use these rules" : "Close"}</button>
        ${this.old === null ? nothing : html`<button type="button" aria-pressed=${this.shownOld} @click=${this.showOld}>Show as in the link</button>`}
      </div>
    </div>`;
  }

  /** @param {string} rules @param {import("../store.js").Notice} notice */
  rules(rules, notice) {
    const { book, assessment } = this.store.state;
    const then = notice.percent;
    const version = this.old ? `${this.old.provenance.rules.version} (${shortDigest(rules)})` : shortDigest(rules);
    return html`<p><b>${notice.cause === "link" ? "This link was made under other rules." : "The rules were replaced during this session."}</b>
      ${notice.cause === "link" ? "In the link" : "Before"}: rules ${version}${this.old ? html`, ${verdict(this.old)}` : then === undefined ? "" : html`, <b>${percent(then)}</b>`}.
      Here: rules ${book.version} (${shortDigest(book.sha256)})${this.shownOld ? "" : html`, ${verdict(assessment)}`}.
      ${this.shownOld ? html`You see the verdict as in the link; the next move is assessed under the rules here.` : this.gone}</p>`;
  }

  accept() {
    const again = this.shownOld;
    this.store.set({ notice: null });
    if (again) {
      this.store.evaluate();
    }
  }

  showOld() {
    this.shownOld = true;
    this.store.set({ assessment: this.old });
  }
}

customElements.define("rules-banner", RulesBanner);
