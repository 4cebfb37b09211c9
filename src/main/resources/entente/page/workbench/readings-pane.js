/** The left pane: search, filters, and the readings by barrier. */

import { html, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { box, listen, StoreElement } from "../element.js";
import { count, day, direction, measure, signed } from "../format.js";
import { inShort } from "../uncertain.js";
import * as icon from "./icons.js";
import { cited, claim } from "./ledger.js";
import { RELIABILITY, tipsBand, withUnit } from "./reading.js";
import { tabs } from "./tabs.js";
import "./reading-row.js";

/** @typedef {import("../store.js").Store} Store */

const FILTERS = [
  { id: "all", name: "All", none: "", holds: () => true },
  {
    id: "changed", name: "Changed", none: "No reading is changed.",
    holds: (/** @type {Store} */ store, /** @type {string} */ id) => store.isChanged(id),
  },
  {
    id: "tips", name: "Turns the verdict", none: "No reading alone turns the verdict into another word of likelihood.",
    holds: (/** @type {Store} */ store, /** @type {string} */ id) => tipsBand(store.state.sensitivity, id),
  },
  {
    id: "unrated", name: "Unrated", none: "Every indicator is rated.",
    holds: (/** @type {Store} */ store, /** @type {string} */ id) => store.value(id) === null,
  },
];

/** @param {any} indicator @param {string} query */
const matches = (indicator, query) =>
  [indicator.label, indicator.short, indicator.id].some((text) => text.toLowerCase().includes(query.toLowerCase()));

/** What scrolls around an element. @param {HTMLElement} element @returns {Element} */
function scroller(element) {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight + 1 && ["auto", "scroll"].includes(getComputedStyle(each).overflowY)) {
      return each;
    }
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Whether the anchors of another row can close without moving this one. @param {Element | null} other @param {HTMLElement} row */
function mayClose(other, row) {
  const ladder = other?.parentElement?.querySelector("anchor-ladder");
  const above = other !== null && (other.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return !ladder || !above || scroller(row).scrollTop >= ladder.clientHeight;
}

/**
 * Before the next event, so that a click ends where it began.
 * @param {HTMLElement} row @param {HTMLElement} pane @param {() => void} change
 */
async function keepInPlace(row, pane, change) {
  const before = row.getBoundingClientRect().top;
  change();
  for (const name of ["readings-pane", "reading-row"]) {
    const parts = /** @type {import("lit").LitElement[]} */ ([pane, ...pane.querySelectorAll(name)].filter((each) => each.localName === name));
    await Promise.all(parts.map((each) => each.updateComplete));
  }
  const moved = row.getBoundingClientRect().top - before;
  if (Math.abs(moved) > 1) {
    scroller(row).scrollTop += moved;
  }
}

/** Points at which the small bar reaches its end. */
const FULL_BAR = 10;
const HALF = 29;

/** Net points to the left or right of zero. @param {number} points */
function bar(points) {
  const length = points === 0 ? 0 : Math.max(1.5, Math.min(1, Math.abs(points) / FULL_BAR) * HALF);
  return svg`
    <svg class="bar-of-points" viewBox="0 0 60 16" width="60" height="16" aria-hidden="true">
      <rect class=${direction(points)} x=${(points < 0 ? 30 - length : 30).toFixed(1)} y="4" width=${length.toFixed(1)} height="8"/>
      <line x1="30" x2="30" y1="1" y2="15"/>
    </svg>`;
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

class ReadingsPane extends StoreElement {
  static properties = {
    query: { state: true }, filter: { state: true }, helped: { state: true },
  };

  constructor() {
    super();
    this.query = "";
    this.filter = FILTERS[0];
    /** Readings that stay listed though the filter no longer holds, so that no row vanishes under the hand. @type {Set<string>} */
    this.kept = new Set();
    /** Open barriers. @type {Set<string>} */
    this.opened = new Set();
    /** Barriers that were closed in a search or filter, where all are open at first. @type {Set<string>} */
    this.folded = new Set();
    /** Readings that show their anchors. @type {Set<string>} */
    this.ladders = new Set();
    /** The reading whose help is open. @type {string | null} */
    this.helped = null;
    /** The button that opened it. @type {HTMLElement | null} */
    this.opener = null;
    /** @type {string | null} */
    this.lastGroup = null;
    listen(this, () => document, "keydown", (/** @type {KeyboardEvent} */ event) => {
      const target = /** @type {Element | null} */ (event.target);
      const typing = target?.closest("input:not([type=range]):not([type=radio]), textarea, select, dialog, [role=dialog]");
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !typing) {
        event.preventDefault();
        this.querySelector("input")?.focus();
      }
    });
  }

  /** Whether less than all is listed. */
  get searches() {
    return this.query !== "" || this.filter !== FILTERS[0];
  }

  /** A barrier that is opened elsewhere, in the figure, opens here too. */
  willUpdate() {
    const { openGroup, indicators, focus } = this.store.state;
    if (openGroup !== this.lastGroup) {
      this.lastGroup = openGroup;
      if (openGroup !== null) {
        this.opened.add(openGroup);
        const first = indicators.find((each) => each.group === openGroup);
        if (focus === null && this.ladders.size === 0 && first) {
          this.ladders = new Set([first.id]);
        }
      }
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const dialog = /** @type {HTMLElement | null} */ (this.querySelector(".help-box"));
    if (changed.has("helped") && dialog) {
      dialog.showPopover();
      this.opener = this.querySelector(`#label-${this.helped} ~ .help`);
      this.place(dialog);
      dialog.querySelector("button")?.focus();
    }
  }

  /** Beside its row, inside the window. @param {HTMLElement} dialog */
  place(dialog) {
    const row = this.opener?.getBoundingClientRect();
    const pane = this.getBoundingClientRect();
    if (row && innerWidth - pane.right > 440) {
      const top = Math.max(100, Math.min(row.top - 84, innerHeight - dialog.offsetHeight - 12));
      dialog.style.left = `${pane.right + 8}px`;
      dialog.style.top = `${top}px`;
      dialog.style.setProperty("--tip", `${row.top + row.height / 2 - top}px`);
      dialog.classList.add("beside");
    }
  }

  closeHelp() {
    this.helped = null;
    this.opener?.focus();
  }

  /** @param {KeyboardEvent} event */
  helpKey(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.closeHelp();
    }
  }

  /**
   * What stands behind a reading: range, baseline, source and the rules that read it. A dialog beside the pane that leaves the
   * page in use.
   * @param {any} indicator undefined: closed
   */
  help(indicator) {
    if (!indicator) {
      return nothing;
    }
    const { store } = this;
    const { id, range } = indicator;
    const baseline = store.baselineReading(id);
    const changed = store.isChanged(id);
    return html`<reading-help>
      <div class="help-box" role="dialog" popover="manual" aria-labelledby="help-title" @keydown=${this.helpKey}>
        <button class="icon close" aria-label="Close" @click=${this.closeHelp}>${icon.cross()}</button>
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
      </div></reading-help>`;
  }

  /** @param {string} group */
  toggle(group) {
    if (this.searches) {
      if (!this.folded.delete(group)) {
        this.folded.add(group);
      }
      this.requestUpdate();
      return;
    }
    if (this.opened.delete(group)) {
      this.store.set(this.store.state.openGroup === group ? { openGroup: null } : {});
    } else {
      this.opened.add(group);
      this.store.set({ openGroup: group });
    }
  }

  /** The anchors of a reading open with the focus; others close where nothing in view moves by it. @param {CustomEvent<string>} event */
  use({ detail: id, target }) {
    const row = /** @type {HTMLElement} */ (target);
    const { focus, openGroup, indicators } = this.store.state;
    if (focus === id && this.ladders.has(id)) {
      return;
    }
    if (!row.querySelector(".reset:focus")) {
      const rest = [...this.ladders].filter((each) => each !== id && !mayClose(this.querySelector(`#label-${each}`), row));
      this.ladders = new Set([id, ...rest]);
    }
    const group = indicators.find((each) => each.id === id).group;
    keepInPlace(row, this, () => this.store.set(openGroup === null ? { focus: id } : { focus: id, openGroup: group }));
  }

  /** @param {string} id of a filter */
  choose(id) {
    const filter = FILTERS.find((each) => each.id === id) ?? FILTERS[0];
    this.filter = filter;
    this.folded = new Set();
    this.kept = new Set(this.store.state.indicators.filter((each) => filter.holds(this.store, each.id)).map((each) => each.id));
  }

  /** @param {any} indicator */
  listed(indicator) {
    return this.query === "" ? this.filter.holds(this.store, indicator.id) || this.kept.has(indicator.id) : matches(indicator, this.query);
  }

  /** @param {Event} event */
  search(event) {
    this.query = box(event).value.trim();
    this.folded = new Set();
  }

  /** @param {KeyboardEvent} event */
  searchKey(event) {
    if (event.key === "Escape" && this.query !== "") {
      event.preventDefault();
      this.query = "";
    }
  }

  render() {
    const { store, query, filter } = this;
    const { state } = store;
    const listed = state.indicators.filter((each) => this.listed(each));
    const groups = state.book.groups.filter((/** @type {any} */ group) => listed.some((each) => each.group === group.id));
    const found = query === "" ? "" : `${listed.length} of ${state.indicators.length} readings${groups.length === 1 ? `, in “${groups[0].label}”` : groups.length > 1 ? `, in ${count(groups.length, "barrier or driver", "barriers and drivers")}` : ""}`;
    return html`
      <div class="finder">
        <div class="search" role="search">
          ${icon.search()}
          <input type="search" aria-label="Find a reading" placeholder="Find a reading, e.g. tariff" .value=${query}
            @input=${this.search} @keydown=${this.searchKey}>
          <kbd aria-hidden="true">${query === "" ? "/" : "Esc"}</kbd>
        </div>
        ${query === "" ? this.tabs() : nothing}
        <p class="found" role="status" ?hidden=${query === ""}>${found}</p>
      </div>
      <div id="readings" role=${query === "" ? "tabpanel" : nothing} aria-label=${query === "" ? filter.name : nothing}
        @use=${this.use} @help=${(/** @type {CustomEvent<string>} */ event) => (this.helped = event.detail)}>
        ${repeat(groups, (/** @type {any} */ group) => group.id, (/** @type {any} */ group) => this.barrier(group, listed.filter((each) => each.group === group.id)))}
        ${groups.length === 0 ? html`<p class="none">${query === "" ? filter.none : "No reading is called so."}</p>` : nothing}
      </div>
      ${this.help(state.indicators.find((each) => each.id === this.helped))}`;
  }

  /** A barrier or driver: its net points, and its readings while it is open. @param {any} group @param {any[]} listed */
  barrier({ id, label }, listed) {
    const { store } = this;
    const open = this.searches ? !this.folded.has(id) : this.opened.has(id);
    const points = store.state.assessment.groups.find((/** @type {any} */ each) => each.id === id)?.alliancePoints ?? 0;
    const changed = store.state.indicators.some((each) => each.group === id && store.isChanged(each.id));
    return html`<barrier-row>
      <h2 class=${open ? "barrier open" : "barrier"}>
        <button aria-expanded=${open} aria-controls="group-${id}" @click=${() => this.toggle(id)}>
          ${open ? icon.open() : icon.closed()}
          <span class="name">${label}</span>
          <span class=${changed ? "dot on" : "dot"}>${changed ? html`<span class="visually-hidden">changed</span>` : nothing}</span>
          ${bar(points)}
          <span class="points ${direction(points)}">${signed(points)}<span class="unit"> points</span></span>
        </button>
      </h2>
      <ul id="group-${id}" ?hidden=${!open}>
        ${open ? repeat(listed, (each) => each.id, (each) => html`
          <li><reading-row .store=${store} .indicator=${each} .query=${this.query} .ladder=${this.ladders.has(each.id)}></reading-row></li>`) : nothing}
      </ul></barrier-row>`;
  }

  tabs() {
    const { store, filter } = this;
    const items = FILTERS.map((each) => {
      const number = store.state.indicators.filter((indicator) => each.holds(store, indicator.id)).length;
      return { id: each.id, name: each.name, count: number, marked: each.id === "changed" && number > 0 };
    });
    return tabs({ label: "Readings that are listed", chosen: filter.id, panel: "readings", items, choose: (id) => this.choose(id) });
  }
}

customElements.define("readings-pane", ReadingsPane);
