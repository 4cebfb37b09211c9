/** Folded: the rules that switched, how the points differ, and the assumptions. */

import { html, nothing } from "lit";
import { signed, words } from "../format.js";
import { Part, disc } from "./part.js";

/** @typedef {import("./comparison.js").Pair} Pair */

class OtherDifferences extends Part {
  /** Rules that fire in one of a pair and not in the other. @param {Pair} pair @returns {any[]} */
  switched(pair) {
    return pair.answer.ledger.filter((/** @type {any} */ row) => (row.before.status === "FIRED") !== (row.after.status === "FIRED"));
  }

  rules() {
    const { pairs, book } = this.comparison;
    const claims = new Map(book.rules.map((/** @type {any} */ rule) => [rule.id, rule.claim ?? rule.id]));
    return html`<details class="folded"><summary><strong>Rules that switched</strong> ${pairs.map((pair) => `${this.switched(pair).length} in ${pair.letter}`).join(", ")}</summary>
      ${pairs.map((pair) => html`<h3>${disc(pair.letter)} against ${disc("A")}</h3>
        <ul class="switched">${this.switched(pair).map((row) => html`<li>
          <span><strong>${row.after.status === "FIRED" ? "Fires" : `No longer fires (${words(row.after.status)})`}:</strong> ${claims.get(row.rule) ?? row.rule}</span>
          <span class="number">${row.alliancePoints !== 0 ? signed(row.alliancePoints) : row.partnershipPoints !== 0 ? html`<span class="quiet">depth</span> ${signed(row.partnershipPoints)}` : "·"}</span></li>`)}</ul>`)}
    </details>`;
  }

  points() {
    const { pairs } = this.comparison;
    const all = [{ letter: "A", points: pairs[0].answer.points.before }, ...pairs.map((pair) => ({ letter: pair.letter, points: pair.answer.points.after }))];
    const taken = (/** @type {any} */ points) => points.ceilings.reduce((/** @type {number} */ sum, /** @type {any} */ ceiling) => sum + ceiling.takenBack, 0);
    const lowered = all.filter(({ points }) => taken(points) !== 0).map(({ letter, points }) => `${signed(taken(points)).replace(/^\+/, "")} back in ${letter}`);
    const rows = /** @type {[string, (points: any) => string][]} */ ([
      ["Base rate", (points) => signed(points.base)], ["Rules", (points) => signed(points.sum)],
      ["Taken back by a ceiling", (points) => (taken(points) === 0 ? "·" : signed(-taken(points)))],
      ["Result", (points) => signed(points.final)], ["Depth of the partnership", (points) => signed(points.partnership)],
    ]);
    return html`<details class="folded"><summary><strong>How the points differ</strong> result ${all.map(({ points }) => signed(points.final)).join(", ")}${lowered.length > 0 ? `; a ceiling takes ${lowered.join(", ")}` : nothing}</summary>
      <table class="figures"><thead><tr><th scope="col">Odds points</th>${all.map(({ letter }) => html`<th scope="col" class="number">${disc(letter)}</th>`)}</tr></thead>
        <tbody>${rows.map(([name, text]) => html`<tr><th scope="row">${name}</th>${all.map(({ points }) => html`<td class="number">${text(points)}</td>`)}</tr>`)}</tbody></table></details>`;
  }

  assumptions() {
    const { pairs } = this.comparison;
    const differing = pairs.filter(({ answer }) => answer.assumptions.length > 0);
    const summary = differing.length === 0 ? `the same in ${pairs.length === 1 ? "both" : "all"}`
      : differing.map((pair) => `${pair.answer.assumptions.length} in ${pair.letter}`).join(", ");
    return html`<details class="folded"><summary><strong>Assumptions</strong> ${summary}</summary>
      ${differing.length === 0 ? html`<p>Weights, emphasis, cut values, base rate and horizon are the same.</p>` : differing.map((pair) => html`
        <h3>${disc(pair.letter)} against ${disc("A")}</h3>
        <ul class="switched">${pair.answer.assumptions.map((/** @type {any} */ each) => html`<li><code>${each.pointer}</code><span class="number">${each.after}, not ${each.before}</span></li>`)}</ul>`)}
    </details>`;
  }

  render() {
    return this.comparison.pairs.length === 0 ? nothing : html`${this.rules()}${this.points()}${this.assumptions()}`;
  }
}

customElements.define("other-differences", OtherDifferences);
