/** A paragraph of the article, as a link to the rule that cites it. */

import { html } from "lit";

/** @param {import("../store.js").Store | null | undefined} store @param {string} rule @param {string} cite such as "§3 ¶4" */
export const cited = (store, rule, cite) => (store?.facilitated ? cite : html`<a href="/api/v1/rules/${rule}">${cite}</a>`);
