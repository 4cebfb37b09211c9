/** What stands behind a reading: range, baseline, source and the rules that read it. */

import { LitElement, html, nothing } from "lit";
import { count, day, direction, measure, signed } from "../format.js";
import { Watch } from "../watch.js";
import * as icon from "./icons.js";
import { cited } from "./cited.js";
import { claim } from "./ledger.js";
import { inShort } from "../uncertain.js";
import { RELIABILITY, withUnit } from "./reading.js";

/** A dialog beside the pane that leaves the page in use. Sends "done" when it closes. */
class ReadingHelp extends LitElement {
  static properties = { store: { attribute: false }, indicator: { attribute: false } };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    /** @type {any} null: closed */
    this.indicator = null;
    /** @type {HTMLElement | null} */
    this.opener = null;
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const dialog = /** @type {HTMLElement | null} */ (this.querySelector(".help-box"));
    if (changed.has("indicator") && dialog) {
      dialog.showPopover();
      this.opener = document.querySelector(`#label-${this.indicator.id} ~ .help`);
      this.place(dialog);
      dialog.querySelector("button")?.focus();
    }
  }

  /** Beside its row, inside the window. @param {HTMLElement} dialog */
  place(dialog) {
    const row = this.opener?.getBoundingClientRect();
    const pane = this.closest("readings-pane")?.getBoundingClientRect();
    if (row && pane && innerWidth - pane.right > 440) {
      const top = Math.max(100, Math.min(row.top - 84, innerHeight - dialog.offsetHeight - 12));
      dialog.style.left = `${pane.right + 8}px`;
      dialog.style.top = `${top}px`;
      dialog.style.setProperty("--tip", `${row.top + row.height / 2 - top}px`);
      dialog.classList.add("beside");
    }
  }

  close() {
    this.dispatchEvent(new CustomEvent("done"));
    this.opener?.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
  }

  render() {
    const { indicator, store } = this;
    if (!indicator) {
      return nothing;
    }
    const { id, range } = indicator;
    const baseline = store.baselineReading(id);
    const changed = store.isChanged(id);
    return html`
      <div class="help-box" role="dialog" popover="manual" aria-labelledby="help-title" @keydown=${this.key}>
        <button class="icon close" aria-label="Close" @click=${this.close}>${icon.cross()}</button>
        <h2 id="help-title">${indicator.label}</h2>
        <p class="quiet">${id} · ${measure(range[0])} to ${measure(range[1])}${indicator.whole ? ", whole" : ""}
          · ${EFFECTS[indicator.alliance] ?? "see its rules"}</p>
        <dl>
          <dt>Baseline</dt><dd>${baselineText(indicator, baseline)}</dd>
          <dt>Source</dt><dd>${sourceText(store, baseline) ?? indicator.source}</dd>
          ${indicator.note ? html`<dt>Meaning</dt><dd>${indicator.note}</dd>` : nothing}
          <dt>Rules</dt><dd>${rules(store, id)}</dd>
        </dl>
        <div class="actions">
          <button ?disabled=${!changed} @click=${() => store.reset(id)}>${icon.back()} Reset to ${inShort(store.unchanged(id), indicator)}</button>
          ${!store.facilitated ? html`<button @click=${() => store.toggleLock(id)}>${icon.lock()} ${store.state.locked.has(id) ? "Unlock" : "Lock"}</button>` : nothing}
          <button class="plain" ?disabled=${store.value(id) === null} @click=${() => store.move({ [id]: null }, indicator.short)}>Set unknown</button>
        </div>
      </div>`;
  }
}

const EFFECTS = /** @type {Record<string, string>} */ ({
  "+": "a higher value raises the likelihood", "-": "a higher value lowers the likelihood", "0": "no effect on the likelihood by itself",
  "~": "raises or lowers the likelihood", gate: "counts only together with others",
});

/** @param {string | undefined} note */
const sentence = (note) => (!note ? "" : /[.!?]$/.test(note) ? note : `${note}.`);

/** @param {any} indicator @param {any} baseline */
function baselineText(indicator, baseline) {
  if (baseline.value === undefined) {
    return `unknown. ${sentence(baseline.note)}`;
  }
  const range = baseline.low === undefined ? "" : `, between ${measure(baseline.low)} and ${measure(baseline.high)}`;
  const facts = [withUnit(indicator, baseline.value) + range, baseline.grade && `${RELIABILITY[baseline.grade[0]]} (${baseline.grade})`, baseline.asOf && day(baseline.asOf)];
  return `${facts.filter(Boolean).join(", ")}. ${sentence(baseline.note)}`;
}

/** @param {import("../store.js").Store} store @param {any} baseline */
const sourceText = (store, baseline) =>
  store.state.baseline.scenario.resolved.sources?.find((/** @type {any} */ each) => each.id === baseline.source)?.ref;

/** @param {import("../store.js").Store} store @param {string} id */
function rules(store, id) {
  const { book, assessment } = store.state;
  const own = new Set(book.rules.filter((/** @type {any} */ rule) => rule.when.some((/** @type {any} */ each) => each.indicator === id))
    .map((/** @type {any} */ rule) => rule.id));
  if (own.size === 0) {
    return "No rule reads it.";
  }
  const entries = assessment.ledger.filter((/** @type {any} */ entry) => own.has(entry.rule));
  const fired = entries.filter((/** @type {any} */ entry) => entry.status === "FIRED").length;
  const heaviest = entries.sort((/** @type {any} */ one, /** @type {any} */ other) => Math.abs(other.alliancePoints) - Math.abs(one.alliancePoints))[0];
  return html`
    ${readBy(own.size, fired)}
    ${heaviest ? html`The heaviest${threshold(heaviest, id)}: <span class="claim">${claim(heaviest)}</span>
      <span class=${direction(heaviest.alliancePoints)}>${signed(heaviest.alliancePoints)}</span>
      <span class="cites">${heaviest.cites.map((/** @type {string} */ cite, /** @type {number} */ place) =>
        html`${place > 0 ? " · " : ""}${cited(store, heaviest.rule, cite)}`)}</span>
      ${heaviest.projectAssumption ? html`<span class="quiet ours">Project assumption: ${sentence(heaviest.projectAssumption)}</span>` : nothing}` : nothing}`;
}

/** @param {number} all @param {number} fired */
function readBy(all, fired) {
  if (all === 1) {
    return `One rule reads it; it ${fired === 1 ? "counts" : "does not count"} now.`;
  }
  const many = count(all, "rule");
  const counting = fired === 0 ? "none" : fired === all ? "all" : count(fired, "of them", "of them");
  return `${many[0].toUpperCase()}${many.slice(1)} read it; ${counting} ${fired === 1 ? "counts" : "count"} now.`;
}

/** From where on a rule holds. @param {any} entry of the ledger @param {string} id */
function threshold(entry, id) {
  const condition = entry.conditions.find((/** @type {any} */ each) => each.indicator === id);
  if (!condition || condition.threshold === null) {
    return "";
  }
  return condition.comparison === "AT_LEAST" ? `, from ${measure(condition.threshold)} upwards` : `, below ${measure(condition.threshold)}`;
}

customElements.define("reading-help", ReadingHelp);
