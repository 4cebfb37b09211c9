/** A panel that saves files: a list of them, and what became of the last one. */

import { html } from "lit";
import { Problem } from "../api.js";
import { download } from "./marks.js";
import { Panel } from "./panel.js";
import { NoDrawing } from "./picture.js";

/**
 * @typedef {object} SavedFile
 * @property {string} label with the form in brackets
 * @property {string} name of the file
 * @property {() => Promise<Blob>} content
 */

export class DownloadPanel extends Panel {
  name = "Download";
  heading = "Download";

  drawing() {
    return download();
  }

  /** @param {any} _store @returns {SavedFile[]} */
  files(_store) {
    return [];
  }

  /** @param {any} store */
  content(store) {
    return html`<ul class="files">${this.files(store).map((file) => html`
      <li><button type="button" class="plain" @click=${() => this.save(file)}>${file.label}</button></li>`)}</ul>`;
  }

  /** @param {SavedFile} file */
  async save({ name, content }) {
    this.note = "";
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await content());
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      this.note = "Saved.";
    } catch (failed) {
      this.note = failed instanceof Problem || failed instanceof NoDrawing ? failed.message : "This file could not be made.";
    }
  }
}

/** @param {unknown} value */
export const jsonFile = (value) => new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" });
