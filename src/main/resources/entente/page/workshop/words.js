/** Small pieces of text and drawing that the pages of a workshop share. */

import { html } from "lit";
import { count, shortName } from "../format.js";
import { stroke } from "../workbench/icons.js";

/** Milliseconds after an answer in which a further tap is taken for a part of the one before. */
export const AGAIN_AFTER = 500;

/** A group's letter. @param {string} letter */
export const mark = (letter) => html`<span class="letter" aria-hidden="true">${letter}</span>`;

/** A code in two groups of three. @param {string} code */
export const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** @param {number} seconds such as 08:40 */
export function clock(seconds) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** @param {any} view */
export function round(view) {
  if (view.ended) {
    return "ended";
  }
  return view.round === 0 ? "round 1 not started" : `round ${view.round} of ${view.rounds}`;
}

/** @param {number} groups */
export const groupsHere = (groups) => (groups === 0 ? "no group yet" : `${count(groups, "group")} here`);

/** How many groups are done with the round; nothing before the first says so. @param {any[]} groups */
export function readyHere(groups) {
  const ready = groups.filter((group) => group.ready).length;
  return ready === 0 ? "" : `, ${ready === groups.length ? "all" : count(ready, "", "").trim()} ready`;
}

/** When a group was last heard of. @param {number | undefined} seconds */
export function heard(seconds) {
  if (seconds === undefined) {
    return "";
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 1 ? "just now" : minutes < 60 ? `${minutes}\u00a0min ago` : `${Math.floor(minutes / 60)}\u00a0h ago`;
}

/** Names in a sentence. @param {string[]} names */
export const listed = (names) => names.length < 2 ? names.join("")
  : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

/** @param {string} sentence */
export const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The name of the service, as in the bar of other pages. */
export const brand = () => html`<span class="hall-brand"><svg viewBox="0 0 30 18" aria-hidden="true"><path d="M1 2v8M29 2v8M1 6h28M9 4v4M21 4v4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M15 9l4 7h-8z" fill="currentColor"/></svg> Entente</span>`;

export const timer = (size = 16) => stroke("M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.6V8l2.4 1.6", size);
export const pause = () => stroke("M5.5 3v10M10.5 3v10");
export const play = () => stroke("M5 3l8 5-8 5z");
export const bell = () => stroke("M8 2.2a4 4 0 0 1 4 4c0 3.6 1.2 4.6 1.6 5.2H2.4C2.8 10.8 4 9.8 4 6.2a4 4 0 0 1 4-4zM6.6 13.4h2.8");
export const people = () => stroke("M5.5 7.5a2.2 2.2 0 1 0 0-4.4a2.2 2.2 0 0 0 0 4.4zM1.5 13c0-2.4 1.8-3.6 4-3.6s4 1.2 4 3.6M10.5 3.3a2.2 2.2 0 0 1 0 4.2M12 9.6c1.5.4 2.5 1.5 2.5 3.4");
export const screen = () => stroke("M2 3h12v8H2zM5.5 14h5M8 11v3");
export const check = () => stroke("M3 8.5l3.5 3.5L13.5 4.5", 20);
export const board = () => stroke("M2 3.5h12M2 8h7M2 12.5h10", 20);

/** Short names of readings in a sentence. @param {any[]} indicators @param {string[]} ids */
export const shortNames = (indicators, ids) => listed(ids.map((id) => shortName(indicators, id)));
