/** The front page: a scenario file that is dropped or chosen is assessed, and opens in the workbench. */

import { html, nothing } from "lit";
import { Offline, Problem, request } from "./api.js";
import { box, LightElement, listen } from "./element.js";

/** Where the workbench finds the scenario. */
const KEY = "entente-dropped";
const LARGEST = 512 * 1024;

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @typedef {import("./api.js").Fault} Fault */

/** Takes a scenario file from anywhere on the page, and names the problems of one that is refused. */
class DropZone extends LightElement {
  static properties = { name: { state: true }, faults: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.name = "";
    /** @type {Fault[]} */
    this.faults = [];
    this.busy = false;
    this.help = [...this.children];
    listen(this, () => document, "dragover", (/** @type {DragEvent} */ event) => this.drag(event));
    listen(this, () => document, "dragleave", (/** @type {DragEvent} */ event) => event.relatedTarget === null && mark(false));
    listen(this, () => document, "drop", (/** @type {DragEvent} */ event) => this.dropped(event));
  }

  /** @param {DragEvent} event */
  drag(event) {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      mark(true);
    }
  }

  /** @param {DragEvent} event */
  dropped(event) {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (file) {
      event.preventDefault();
      this.take(file);
    }
  }

  /** @param {Event} event */
  chosen(event) {
    const input = box(event);
    if (input.files?.[0]) {
      this.take(input.files[0]);
    }
    // The same file can be chosen again once it is mended.
    input.value = "";
  }

  /** @param {File} file */
  async take(file) {
    this.name = file.name;
    this.faults = [];
    this.busy = true;
    try {
      if (file.size > LARGEST) {
        this.faults = [{ detail: "A scenario that is sent to the service has at most 512 KiB." }];
        return;
      }
      const sheet = file.name.toLowerCase().endsWith(".xlsx") ? WORKBOOK : undefined;
      const text = sheet ? JSON.stringify(await sent("/sheets", sheet, file)) : await file.text();
      // As it is, so that each problem has its line and column.
      await sent("/assessments?keep=false", "application/json", text);
      sessionStorage.setItem(KEY, text);
      location.assign("/workbench#dropped");
    } catch (failed) {
      this.faults = faults(failed);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <p class="drop-hint">Drop a scenario on this page to assess it, as JSON or as a spreadsheet (.xlsx), or
        <input id="scenario-file" class="visually-hidden" type="file" accept=".json,.xlsx" @change=${this.chosen}><label
          for="scenario-file">choose one</label>. It is not stored.</p>
      <div role="status">
        ${this.busy ? html`<p>Assessing ${this.name} …</p>` : nothing}
        ${this.faults.length > 0 ? html`
          <div class="refused"><p><strong>${this.name}</strong> is refused:</p>
            <ul>${this.faults.map((fault) => html`<li>${place(fault)}${fault.detail}${help(fault)}</li>`)}</ul>
          </div>` : nothing}
      </div>
      ${this.help}`;
  }
}

/** @param {string} path below /api/v1 @param {string} type of the body @param {BodyInit} body */
const sent = (path, type, body) => request(path, { method: "POST", headers: { "Content-Type": type, Accept: "application/json" }, body });

/** @param {boolean} dropping */
const mark = (dropping) => document.body.classList.toggle("dropping", dropping);

/** @param {unknown} failed @returns {Fault[]} */
function faults(failed) {
  if (failed instanceof Problem) {
    return failed.errors.length > 0 ? failed.errors : [{ detail: failed.message }];
  }
  return [{ detail: failed instanceof Offline ? failed.message : "It cannot be read." }];
}

/** Where a problem is: the cell of a spreadsheet, else the line, and what is there. @param {Fault} fault */
function place({ cell, line, column, pointer }) {
  const where = cell ? `Cell ${cell}` : line ? `Line ${line}, column ${column}` : "";
  const what = pointer && pointer !== "#" && !cell ? html`<code>${pointer}</code>` : nothing;
  return html`${where}${where && what !== nothing ? ", " : ""}${what}${where || what !== nothing ? ": " : ""}`;
}

/** @param {Fault} fault */
const help = ({ suggestion, allowed = [] }) =>
  (suggestion ? ` Did you mean ${suggestion}?` : "") + (allowed.length > 0 ? ` Allowed: ${allowed.join(", ")}.` : "");

customElements.define("entente-drop", DropZone);

/** Times of the archive, in the reader's zone. */
for (const time of document.querySelectorAll("time")) {
  const at = new Date(time.dateTime);
  const clock = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const date = (/** @type {Date} */ day) => day.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  time.textContent = `${date(at) === date(new Date()) ? "today" : date(at)}, ${clock}`;
}
