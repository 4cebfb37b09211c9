/** Compares scenarios: the first is the baseline of the others. The address names them, in their order. */

import { html, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { compare } from "./api.js";
import { Comparison, letter, MOST } from "./compare/comparison.js";
import { disc, otherDifferences, readingDifferences } from "./compare/differences.js";
import { LightElement, listen, watch } from "./element.js";
import { day, percent, shortDigest, showsDifference, signed, words } from "./format.js";
import { baseOf, readLink, writeLink } from "./link.js";
import { confidenceBoxes, plus } from "./workbench/icons.js";
import { DownloadPanel, jsonFile, Panel, ReproducePanel, SharePanel } from "./workbench/panel.js";
import { unknownNames } from "./workbench/rules-banner.js";
import "./workbench/yardstick.js";

/** A scenario more, from the list of those that are not compared yet. @extends {Panel<Comparison>} */
class AddScenario extends Panel {
  name = "Add a scenario";
  heading = "Add a scenario";
  drawing = plus;

  /** @param {Comparison} comparison */
  content(comparison) {
    const others = comparison.scenarios.filter((scenario) => scenario.valid && !comparison.ids.includes(scenario.id));
    if (comparison.ids.length >= MOST) {
      return html`<p>${MOST} scenarios are compared, as many as there are letters.</p>`;
    }
    return others.length === 0 ? html`<p>All scenarios are compared.</p>` : html`<ul class="choices">${others.map((scenario) => html`<li>
      <button type="button" class="plain" @click=${() => { this.close(); comparison.set([...comparison.ids, scenario.id]); }}>${scenario.title}
        <span class="quiet">${scenario.asOf ? day(scenario.asOf) : ""}</span></button></li>`)}</ul>`;
  }
}

customElements.define("add-scenario", AddScenario);

/** The address of the page holds the comparison. @extends {SharePanel<Comparison>} */
class ShareComparison extends SharePanel {
  heading = "Share this comparison";

  link() {
    const { ids, indicators, book } = this.store;
    const { changes = {}, assumptions = {} } = readLink(location.hash, indicators);
    return `${location.origin}/compare?scenarios=${ids.map(encodeURIComponent).join(",")}${writeLink({ changes, assumptions, rules: book.sha256 })}`;
  }

  /** @param {Comparison} comparison */
  content({ book }) {
    return this.linkBox(`Holds the scenarios, their order and the digest of the rules. The figures are of the rules that are active when it is opened, now ${book.version} (${shortDigest(book.sha256)}); opened under others, the page says so.`);
  }
}

customElements.define("share-comparison", ShareComparison);

/** A case of the workbench is written first and a stored scenario fetched; the shipped ones are known by their id. @param {Comparison} comparison */
function commandLine(comparison) {
  const moved = comparison.ids.filter((id) => id === comparison.moved?.id);
  const written = moved.map((id) => `cat > ${id}.json <<'END'\n${JSON.stringify(comparison.moved, null, 2)}\nEND\n`);
  const stored = comparison.ids.filter((id) => comparison.scenarios.some((each) => each.id === id && each.origin === "STORED"));
  const fetched = stored.map((id) => `curl -sS '${location.origin}/api/v1/scenarios/${id}' > ${id}.json\n`);
  return `${written.join("")}${fetched.join("")}./entente compare ${comparison.ids.map((id) => (stored.includes(id) || moved.includes(id) ? `${id}.json` : id)).join(" ")}`;
}

/** @param {Comparison} comparison */
function curl(comparison) {
  const files = comparison.ids.map((id) => (id === comparison.moved?.id
    ? JSON.stringify(comparison.moved).replaceAll(/["\\$`]/g, "\\$&") : `$(curl -sS "$api/scenarios/${id}")`));
  return [
    `api='${location.origin}/api/v1'`,
    "curl -sS \"$api/comparisons\" -H 'Content-Type: application/json' \\",
    `  -d "{\\"scenarios\\": [${files.join(", ")}]}"`,
  ].join("\n");
}

/** How the comparison is got elsewhere. @extends {ReproducePanel<Comparison>} */
class ReproduceComparison extends ReproducePanel {
  heading = "Reproduce this comparison";

  /** @param {Comparison} comparison */
  content(comparison) {
    const { version, sha256 } = comparison.book;
    return this.texts(
      [{ id: "command", name: "Command line", text: () => commandLine(comparison) }, { id: "curl", name: "curl", text: () => curl(comparison) }],
      html`<p class="quiet">rules ${version} (${shortDigest(sha256)})</p>`);
  }
}

customElements.define("reproduce-comparison", ReproduceComparison);

/** The comparison as a file: how each scenario differs from the first, with the exact shares. @extends {DownloadPanel<Comparison>} */
class DownloadComparison extends DownloadPanel {
  /** @param {Comparison} comparison */
  files(comparison) {
    const { ids } = comparison;
    const scenarios = ids.map((id, index) => ({ label: `Scenario ${letter(index)} (JSON)`, name: `${id}.json`, content: async () => jsonFile(await comparison.file(id)) }));
    return ids.length < 2 ? scenarios : [{ label: "Comparison (JSON)", name: `comparison-${ids[0]}.json`,
      content: async () => jsonFile(await compare(await Promise.all(ids.map((id) => comparison.file(id))))) }, ...scenarios];
  }
}

customElements.define("download-comparison", DownloadComparison);

/** @param {string} path */
const icon = (path) => svg`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d=${path} fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;

class EntenteCompare extends LightElement {
  static properties = { dragged: { state: true }, over: { state: true } };

  constructor() {
    super();
    /** @type {string | null} */
    this.dragged = null;
    /** @type {string | null} */
    this.over = null;
    this.comparison = new Comparison();
    watch(this, () => this.comparison);
    listen(this, () => window, "popstate", () => this.comparison.show(named()));
    /** Another case, or the notice about another link. */
    listen(this, () => window, "hashchange", () => location.reload());
  }

  connectedCallback() {
    super.connectedCallback();
    this.comparison.open(named());
  }

  shouldUpdate() {
    return this.comparison.ready || this.comparison.failure !== "";
  }

  render() {
    const comparison = this.comparison;
    return html`
      <div class="tools">
        <h1>Compare</h1><p>the first is the baseline; drag to reorder</p>
        <add-scenario .store=${comparison}></add-scenario>
        <share-comparison .store=${comparison}></share-comparison>
        <reproduce-comparison .store=${comparison}></reproduce-comparison>
        <download-comparison .store=${comparison}></download-comparison>
      </div>
      <p role="alert" class="failure" ?hidden=${comparison.failure === ""}>${comparison.failure}</p>
      ${notice(comparison)}
      ${comparison.ready ? this.scenarios() : nothing}
      <p role="status" class="waiting">${comparison.waiting ? "Attributing the differences …" : nothing}</p>
      ${comparison.pairs.length === 0 ? nothing : html`
        <div class="differences">
          <div>
            <difference-split .store=${comparison}></difference-split>
            ${otherDifferences(comparison)}
          </div>
          ${readingDifferences(comparison)}
        </div>`}`;
  }

  /** In their order: title and likelihood, the shared yardstick, relationship, treaty and confidence. */
  scenarios() {
    const { ids, assessments } = this.comparison;
    return html`<compared-scenarios>
      <ol class="names" aria-label="Scenarios">${repeat(ids, (id) => id, (id, index) => this.name(id, index))}</ol>
      <wide-yardstick .marks=${this.marks()}></wide-yardstick>
      <div class="states"><p class="heads" aria-hidden="true"><span>Expected relationship</span><span>Confidence</span></p>
        <ol aria-label="Expected relationship and confidence">${ids.map((id, index) => this.state(id, index))}</ol></div>
      ${this.suppositions(ids, assessments)}</compared-scenarios>`;
  }

  /** @param {string} id @param {number} to @param {string} button that keeps the focus */
  async moveTo(id, to, button) {
    await this.comparison.move(id, to);
    await this.updateComplete;
    const row = this.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const first = /** @type {HTMLButtonElement | null} */ (row?.querySelector(`button[name="${button}"]`));
    (first?.disabled ? /** @type {HTMLElement | null} */ (row?.querySelector("button:enabled")) : first)?.focus();
  }

  /** @param {string} id */
  drop(id) {
    if (this.dragged !== null && this.dragged !== id) {
      this.comparison.move(this.dragged, this.comparison.ids.indexOf(id));
    }
    this.dragged = null;
    this.over = null;
  }

  /** @param {string} id @param {number} index */
  name(id, index) {
    const { ids, assessments } = this.comparison;
    const assessment = assessments.get(id);
    const { verdict } = assessment;
    const title = assessment.scenario.title;
    // A case is worked on where it was changed.
    const place = id === this.comparison.moved?.id ? `${encodeURIComponent(baseOf(id))}${location.hash}` : encodeURIComponent(id);
    return html`<li class=${this.over === id ? "over" : ""} data-id=${id} draggable="true"
        @dragstart=${() => { this.dragged = id; }} @dragend=${() => { this.dragged = null; this.over = null; }}
        @dragover=${(/** @type {DragEvent} */ event) => { if (this.dragged !== null) { event.preventDefault(); this.over = id; } }}
        @drop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); this.drop(id); }}>
      ${disc(letter(index))}
      <div><a class="title" href="/workbench/${place}" draggable="false" title=${title}>${title}</a>
        <p title=${verdict.statement}>${verdict.words}${index === 0 ? " · baseline" : nothing}</p></div>
      <span class="order">
        <button type="button" class="icon" name="up" ?disabled=${index === 0} aria-label=${`Move ${title} up`} @click=${() => this.moveTo(id, index - 1, "up")}>${icon("M3.5 10L8 5.5l4.5 4.5")}</button>
        <button type="button" class="icon" name="down" ?disabled=${index === ids.length - 1} aria-label=${`Move ${title} down`} @click=${() => this.moveTo(id, index + 1, "down")}>${icon("M3.5 6L8 10.5 12.5 6")}</button>
        <button type="button" class="icon" name="remove" ?disabled=${ids.length === 1} aria-label=${`Remove ${title}`} @click=${() => this.comparison.set(ids.filter((each) => each !== id))}>${icon("M4 4l8 8M12 4l-8 8")}</button>
      </span></li>`;
  }

  /** @param {string} id @param {number} index */
  state(id, index) {
    const { verdict, confidence } = this.comparison.assessments.get(id);
    const states = verdict.relationship ? [verdict.relationship] : verdict.relationships;
    const range = [...new Set([states[0], states[states.length - 1]])].map(words).join(" to ");
    const treaty = verdict.commitment === "UNKNOWN" ? "treaty not rated" : this.comparison.book.commitments[verdict.commitment].replace(/^an? /, "");
    return html`<li><span class="which">${disc(letter(index))}</span>
      <p><strong>${range}</strong>${verdict.flags.map((/** @type {string} */ flag) => `, ${words(flag)}`)}<br><span class="treaty">${treaty}</span></p>
      <p class="confidence">${confidenceBoxes(confidence.level)}<span>${words(confidence.level)}</span></p></li>`;
  }

  /** @param {string[]} ids @param {Map<string, any>} assessments */
  suppositions(ids, assessments) {
    const supposing = ids.filter((id) => assessments.get(id).verdict.supposition !== null);
    return supposing.length === 0 ? nothing : html`<details class="suppositions"><summary>What they suppose</summary>
      ${supposing.map((id) => html`<p>${disc(letter(ids.indexOf(id)))} ${assessments.get(id).verdict.supposition}</p>`)}</details>`;
  }

  marks() {
    const { ids, assessments } = this.comparison;
    const baseline = assessments.get(ids[0]).verdict.likelihood.percent;
    const narrow = this.clientWidth < 504;
    const whole = ids.every((id) => showsDifference(baseline, assessments.get(id).verdict.likelihood.percent));
    return ids.map((id, index) => {
      const { likelihood, interval, figure, intervalFirst } = assessments.get(id).verdict;
      const difference = Math.round((likelihood.percent - baseline) * 10) / 10;
      return {
        letter: letter(index), value: likelihood.percent, label: whole || intervalFirst ? figure : percent(likelihood.percent, false), low: interval.lowPercent, high: interval.highPercent,
        from: index === 0 ? null : baseline, name: assessments.get(id).scenario.title,
        note: index === 0 ? "" : `${signed(difference, 1)}${narrow ? "" : " pp against A"}`,
      };
    });
  }
}

/** Says that the address is of other rules, or names what the rules here do not have. @param {Comparison} comparison */
function notice({ notice: { rules, unknown }, book }) {
  if (book === null || (rules === "" && unknown.length === 0)) {
    return nothing;
  }
  return html`<div class="notice" role="region" aria-label="Other rules">
    ${rules === "" ? nothing : html`<p><b>This link was made under other rules</b>, ${shortDigest(rules)}. The figures are of the rules here, ${book.version} (${shortDigest(book.sha256)}).</p>`}
    ${unknownNames(unknown)}
  </div>`;
}

/** The scenarios that the address names; by default those that the server compared. */
function named() {
  const ids = (/** @type {string | null | undefined} */ text) => (text ?? "").split(",").filter((id) => id !== "");
  const own = ids(new URLSearchParams(location.search).get("scenarios"));
  return own.length > 0 ? own : ids(document.querySelector("entente-compare")?.getAttribute("data-compared"));
}

customElements.define("entente-compare", EntenteCompare);
