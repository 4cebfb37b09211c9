/** The strip: undo and redo, what the last move did, and what can be taken away from the case: a link, commands, files. */

import { html, nothing } from "lit";
import { isReader, READER_STORES_NOTHING } from "../account.js";
import { getScenario, posted, requestFile, send } from "../api.js";
import { resized, StoreElement } from "../element.js";
import { count, direction, shortDigest, signed, words } from "../format.js";
import { linkTo } from "../link.js";
import { differing, inShort, option } from "../uncertain.js";
import { arrow, redo, undo } from "./icons.js";
import { switched, total } from "./ledger.js";
import { DownloadPanel, jsonFile, ReproducePanel, SharePanel } from "./panel.js";
import { png, svgFile } from "./picture.js";

/** @typedef {import("../store.js").Store} Store */

/** Points that ceilings take away. @param {any} assessment */
const ceiling = (assessment) => -total(assessment.points.ceilings.map((/** @type {any} */ each) => each.takenBack));

/** One word of a POSIX shell. @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Whether some change has no option, so that only the file of the changed scenario holds it. @param {Store} store @param {boolean} [explored] */
const needsFile = (store, explored = false) => options(store, explored).some((each) => each === null);

/** @param {Store} store @param {boolean} explored @returns {(string | null)[]} */
const options = (store, explored) => Object.entries(store.changes).map(([indicator, change]) => {
  const text = option(store.state.indicators.find((each) => each.id === indicator), change, explored);
  return text === null ? null : `--set ${indicator}=${text}`;
});

/** The verdict, and how probable each is where readings are uncertain. @param {Store} store */
function commandLine(store) {
  const { assumptions } = store;
  const { id, scenarios, sought, unratedAny } = store.state;
  const shipped = store.file === null && scenarios.find((each) => each.id === id)?.origin === "SHIPPED";
  const assumed = Object.keys(assumptions).length > 0 && assumptions !== store.past[0].assumptions;
  const line = (/** @type {string} */ command, /** @type {boolean} */ explored, /** @type {string[]} */ own = []) => (needsFile(store, explored)
    ? [`./entente ${command} ${quoted(`${id}-changed.json`)}`, ...own]
    : [`./entente ${command} ${shipped ? id : quoted(`${id}.json`)}`, ...options(store, explored), ...(assumed ? ["--assumptions assumptions.json"] : []), ...own]
  ).join(" \\\n  ");
  const asked = [...(unratedAny ? ["--unrated-any"] : []), ...(sought === null ? [] : [`--discover ${sought.toLowerCase().replaceAll("_", "-")}`])];
  // The service alone has a scenario that was stored there.
  return (shipped || store.file ? "" : `curl -sS ${quoted(`${location.origin}/api/v1/scenarios/${encodeURIComponent(id)}`)} > ${quoted(`${id}.json`)}\n`)
    + (assumed ? `cat > assumptions.json <<'END'\n${JSON.stringify(assumptions, null, 2)}\nEND\n` : "")
    + line("assess", false) + (store.isExplored ? `\n${line("explore", true, asked)}` : "");
}

/** @param {Store} store */
const json = (store) => JSON.stringify(store.scenario(), null, 2);

/** @param {Store} store */
const curl = (store) =>
  [`curl -sS '${location.origin}/api/v1/assessments?keep=false'`, "  -H 'Content-Type: application/json'", `  --data-binary ${quoted(json(store))}`].join(" \\\n");

/** A link that holds the changed readings, the assumptions and the digest of the rules. */
class ShareDialog extends SharePanel {
  static properties = { kept: { state: true } };

  heading = "Share this case";

  constructor() {
    super();
    /** @type {{id: string, digest: string} | null} the assessment in the archive, for readers under other rules */
    this.kept = null;
  }

  /** The assessment is kept, so that the link still shows it when the rules have changed. */
  async prepare() {
    const { store } = this;
    if (store.file) {
      return;
    }
    const { assessment } = store.state;
    if (!isReader && this.kept?.digest !== assessment.scenario.sha256 + assessment.provenance.rules.sha256) {
      this.kept = null;
      try {
        const response = await send("/assessments", posted(store.scenario()));
        const id = response.headers.get("Location")?.split("/").pop();
        this.kept = response.ok && id ? { id, digest: assessment.scenario.sha256 + assessment.provenance.rules.sha256 } : null;
      } catch {
        // The link works without it.
      }
    }
    await this.copy(this.link(), "Link copied.");
  }

  link() {
    return linkTo(this.store, this.kept?.id);
  }

  /** @param {Store} store */
  content(store) {
    if (store.file) {
      return html`<p>This scenario is a file of yours, which a link cannot hold. Download the scenario and hand it on.</p>`;
    }
    const { rules } = store.state.assessment.provenance;
    const changed = Object.keys(store.changes).length;
    return this.linkBox(html`Holds ${count(changed, "changed reading")}${Object.keys(store.assumptions).length > 0 ? ", the assumptions" : ""} and
      the digest of rules ${rules.version} (${shortDigest(rules.sha256)}). Opened under other rules, it says so.
      ${this.kept ? html`The verdict is kept in the archive.` : nothing}
      ${isReader ? html`The verdict is not kept in the archive. ${READER_STORES_NOTHING}` : nothing}`);
  }
}

customElements.define("share-dialog", ShareDialog);

/** How the verdict on the page is got elsewhere, and what it was made from. */
class ReproduceDialog extends ReproducePanel {
  heading = "Reproduce this verdict";

  /** @param {Store} store */
  content(store) {
    const { provenance, scenario } = store.state.assessment;
    return this.texts(
      [{ id: "command", name: "Command line", text: () => commandLine(store) }, { id: "curl", name: "curl", text: () => curl(store) },
        { id: "json", name: "JSON", text: () => json(store) }],
      html`<p class="quiet">rules ${provenance.rules.version} (${shortDigest(provenance.rules.sha256)}) · scenario ${shortDigest(scenario.sha256)} · Entente ${provenance.engine}</p>
        ${this.form === "command" && needsFile(store) ? html`<p class="quiet">An uncertain reading here has no short form on the command line. The file is
          <i>Download</i>, <i>Scenario (JSON)</i>.</p>` : nothing}
        ${store.file && this.form === "command" && !needsFile(store) ? html`<p class="quiet">The file is the one that you opened here.</p>` : nothing}`,
      store.file ? nothing : html`<button type="button" @click=${() => this.copy(linkTo(store), "Link copied.")}>Copy link</button>`);
  }
}

customElements.define("reproduce-dialog", ReproduceDialog);

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the service makes of a scenario. */
const MADE = [
  { label: "Assessment (JSON)", ending: "assessment.json", path: "/assessments?keep=false", type: "application/json" },
  { label: "Assessment (Markdown)", ending: "assessment.md", path: "/assessments?keep=false", type: "text/markdown" },
  { label: "Assessment (HTML)", ending: "assessment.html", path: "/assessments?keep=false", type: "text/html" },
  { label: "Briefing (PDF)", ending: "briefing.pdf", path: "/briefings", type: "application/pdf" },
  { label: "Briefing (Word)", ending: "briefing.docx", path: "/briefings", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
];

/** Scenario, assessment, briefing, picture. */
class DownloadMenu extends DownloadPanel {
  /** @param {Store} store */
  files(store) {
    const id = unchanged(store) ? store.state.id : `${store.state.id}-changed`;
    return [
      { label: "Scenario (JSON)", name: `${id}.json`, content: async () => jsonFile(await scenario(store)) },
      { label: "Scenario (spreadsheet)", name: `${id}.xlsx`, content: async () => requestFile("/sheets", posted(await scenario(store), WORKBOOK)) },
      ...MADE.map(({ label, ending, path, type }) => ({ label, name: `${id}-${ending}`, content: () => requestFile(path, posted(store.scenario(), type)) })),
      { label: "Picture (SVG)", name: `${id}.svg`, content: () => svgFile(store) },
      { label: "Picture (PNG)", name: `${id}.png`, content: () => png(store) },
    ];
  }
}

/** @param {Store} store */
const unchanged = (store) => Object.keys(store.changes).length === 0 && store.assumptions === store.past[0].assumptions;

/** The one that is open, or what was changed in it. @param {Store} store */
const scenario = async (store) => (unchanged(store) ? store.file ?? await getScenario(store.state.id) : store.scenario());

customElements.define("download-menu", DownloadMenu);

/** More readings than these are counted instead of named. */
const NAMED = 2;

/** Steps that are no move of a hand, by their label. @type {Record<string, string>} */
const KINDS = { "Opened from a link": "From the link", "Reset all": "Reset", "Settled by the facilitator": "Settled by the facilitator" };

class MoveStrip extends StoreElement {
  constructor() {
    super();
    /** What sticks below the strip has to know its height. */
    resized(this, () => document.documentElement.style.setProperty("--strip", `${this.offsetHeight}px`));
  }

  render() {
    const { store } = this;
    const changed = Object.keys(store.changes).length;
    this.toggleAttribute("quiet", store.state.problem === null && store.state.connection !== "offline" && store.state.transition === null
      && store.past.length < 2 && store.future.length === 0);
    return html`
      <div class="steps">
        <button type="button" class="icon" aria-label="Undo" title="Undo (Ctrl+Z)" ?disabled=${store.past.length < 2} @click=${() => store.undo()}>${undo()}<span class="word">Undo</span></button>
        <button type="button" class="icon" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" ?disabled=${store.future.length === 0} @click=${() => store.redo()}>${redo()}</button>
      </div>
      <div class="said" role="status">${this.said(store)}</div>
      ${changed > 1 ? html`<button type="button" class="reset" @click=${() => store.resetAll()}>Reset all</button>` : nothing}
      <div class="tools">
        <share-dialog .store=${store}></share-dialog>
        <reproduce-dialog .store=${store}></reproduce-dialog>
        <download-menu .store=${store}></download-menu>
      </div>`;
  }

  /** @param {Store} store */
  said(store) {
    const { problem, connection, transition, previous, assessment } = store.state;
    if (connection === "offline") {
      return html`<p><b>Not sent; retrying.</b> The service cannot be reached. Your values stay.</p>`;
    }
    if (problem) {
      return html`<p><b>Refused.</b> ${[...new Set([problem.message, ...problem.errors.map((each) => each.detail)])].join(" ")}</p>`;
    }
    // Only what the service answered is told.
    if (transition === null) {
      return html`<p><b>${store.opening[0]}</b> ${store.opening[1]}</p>`;
    }
    const { kind, from, to } = transition;
    const moved = differing(from.changes, to.changes);
    return html`<b>${(kind === "Last move" && KINDS[to.label]) || kind}</b> ${this.readings(moved, from, to)}
      ${switchedRules(previous, assessment, moved.length > 0)} ${verdict(previous.verdict, assessment.verdict)}`;
  }

  /** @param {string[]} moved @param {import("../store.js").Step} from @param {import("../store.js").Step} to */
  readings(moved, from, to) {
    const { store } = this;
    const assumed = JSON.stringify(from.assumptions) !== JSON.stringify(to.assumptions);
    const assumptions = assumed ? html`<span>assumptions changed</span>` : nothing;
    if (moved.length > NAMED) {
      return html`<span><span class="changed">${count(moved.length, "reading")}</span> changed</span> ${assumptions}`;
    }
    if (moved.length === 0 && !assumed) {
      return html`<span>No reading changed</span>`;
    }
    return html`${moved.map((id) => {
      const indicator = store.state.indicators.find((known) => known.id === id);
      return html`<span>${indicator.short}, <span class="nowrap">${inShort(store.reading(id, from), indicator)} ${arrow()}</span> <span class="changed">${inShort(store.reading(id, to), indicator)}</span></span> `;
    })}${assumptions}`;
  }
}

/** @param {any} previous @param {any} assessment @param {boolean} moved whether readings were */
function switchedRules(previous, assessment, moved) {
  const { on, off } = switched(previous, assessment);
  const capped = total([ceiling(assessment), -ceiling(previous)]);
  const parts = [
    ...(off.length === 0 ? [] : [html`${count(off.length, "rule")} no longer ${off.length === 1 ? "counts" : "count"}${points(total(off.map((row) => -row.alliancePoints)))}`]),
    ...(on.length === 0 ? [] : [html`${count(on.length, "rule")} now ${on.length === 1 ? "counts" : "count"}${points(total(on.map((row) => row.alliancePoints)))}`]),
    ...(capped === 0 ? [] : [html`upper limit${points(capped)}`]),
  ];
  if (parts.length === 0) {
    return moved ? html`<span>no rule switched</span>` : nothing;
  }
  return html`<span>${parts.map((part, at) => html`${at > 0 ? "; " : ""}${part}`)}</span>`;
}

/** @param {any} before @param {any} after */
function verdict(before, after) {
  const term = html`<b>${after.words}</b>`;
  return html`<span>${before.figure === after.figure
    ? html`<span class="nowrap">${after.figure}</span> as before, ${term}`
    : html`<span class="nowrap">${before.figure}</span> ${arrow()} <b class="nowrap">${after.figure}</b>, ${before.words === after.words ? "still" : "now"} ${term}`}</span>${
    before.relationship === after.relationship ? nothing : html` <span>relationship now <b>${words(after.relationship)}</b></span>`}`;
}

/** Behind what has them; rules may bear on the partnership alone. @param {number} value */
const points = (value) => (value === 0 ? nothing : html`: <span class="${direction(value)} points">${signed(value)} points</span>`);

customElements.define("move-strip", MoveStrip);
