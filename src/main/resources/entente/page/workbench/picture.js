/** The drawn figure as a file of its own: colours resolved, fonts inside; above it what the verdict is on and of which scenario, its origin below. */

import { Problem } from "../api.js";
import { count, day, shortDigest } from "../format.js";
import { textWidth } from "./drawing.js";

const SPACE = "http://www.w3.org/2000/svg";
const MARGIN = 24;
/** Height of a line, in sizes of its type. */
const LEADING = 1.3;
const COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "stroke-opacity",
  "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "opacity", "visibility", "display", "paint-order"];
const FONTS = [
  { family: "Source Serif 4", file: "../fonts/source-serif-4-latin-opsz-normal.woff2" },
  { family: "Source Sans 3", file: "../fonts/source-sans-3-latin-wght-normal.woff2" },
];

/** @param {Element} made @param {Record<string, string | number>} attributes */
const assign = (made, attributes) => Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
function element(name, attributes, text = "") {
  const made = document.createElementNS(SPACE, name);
  assign(made, attributes);
  made.textContent = text;
  return made;
}

/** A copy that looks the same without the style sheet. @param {Element} drawn @param {Element} copy */
function resolve(drawn, copy) {
  const style = getComputedStyle(drawn);
  for (const property of COPIED) {
    copy.setAttribute(property, style.getPropertyValue(property));
  }
  // Place by CSS, such as a transform that moves smoothly.
  if (style.transform !== "none") {
    copy.setAttribute("transform", style.transform);
  }
  copy.removeAttribute("class");
  [...drawn.children].forEach((child, at) => resolve(child, copy.children[at]));
}

/** @typedef {{text: string, size: number, weight: number}} Line */

/** @param {Line[]} lines */
const sum = (lines) => lines.reduce((height, { size }) => height + LEADING * size, 0);

/** Lines that fit between the margins. @param {string} text @param {number} size @param {number} weight @param {number} width @returns {Line[]} */
function wrapped(text, size, weight, width) {
  /** @type {Line[]} */
  const lines = [];
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last && textWidth(`${last.text} ${word}`, size, weight) <= width - 2 * MARGIN) {
      last.text += ` ${word}`;
    } else {
      lines.push({ text: word, size, weight });
    }
  }
  return lines;
}

/** @param {import("../store.js").Store} store @returns {Promise<Blob>} */
export async function svgFile(store) {
  // Drawings of the verdict that are seen, without icons.
  const parts = [...document.querySelectorAll("verdict-pane svg:not(.share-bar, svg svg)")]
    .map((drawn) => ({ drawn, box: drawn.getBoundingClientRect() })).filter(({ box }) => box.width > 200);
  if (parts.length === 0) {
    throw new Problem({ status: 0, title: "There is no drawing in sight; choose the waterfall or the tornado." });
  }
  const left = Math.min(...parts.map((part) => part.box.left));
  const top = Math.min(...parts.map((part) => part.box.top));
  const width = Math.max(...parts.map((part) => part.box.right)) - left + 2 * MARGIN;
  const { verdict: { supposition, statement }, scenario, provenance } = store.state.assessment;
  const changed = Object.keys(store.changes).length;
  const head = [
    ...wrapped(`${store.state.baseline.scenario.title}, as of ${day(scenario.asOf)}${changed === 0 ? "" : `, ${count(changed, "reading")} changed`}`, 14, 600, width),
    ...wrapped(supposition ?? "", 14, 400, width),
    ...wrapped(statement, 20, 400, width),
  ];
  const foot = wrapped(`${document.body.dataset.caveat} Entente ${provenance.engine}, rules ${provenance.rules.version} (${
    shortDigest(provenance.rules.sha256)}), scenario ${shortDigest(scenario.sha256)}`, 11, 400, width);
  const above = MARGIN / 2 + sum(head) + MARGIN / 2;
  const height = Math.max(...parts.map((part) => part.box.bottom)) - top + above + sum(foot) + 2 * MARGIN;
  const colour = (/** @type {string} */ name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const whole = element("svg", { xmlns: SPACE, width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(element("style", {}, await faces()), element("rect", { width, height, fill: colour("--sheet") }));
  const write = (/** @type {Line[]} */ lines, /** @type {number} */ from, /** @type {string} */ fill) => lines.reduce((y, { text, size, weight }) => {
    whole.append(element("text", {
      x: MARGIN, y: y + size, "font-family": size === 20 ? "'Source Serif 4', Georgia, serif" : "'Source Sans 3', sans-serif",
      "font-size": size, "font-weight": weight, fill: colour(fill),
    }, text));
    return y + LEADING * size;
  }, from);
  write(head, MARGIN / 2, "--ink");
  write(foot, height - MARGIN / 2 - sum(foot), "--ink3");
  for (const { drawn, box } of parts) {
    const copy = /** @type {SVGElement} */ (drawn.cloneNode(true));
    resolve(drawn, copy);
    assign(copy, { x: box.left - left + MARGIN, y: box.top - top + above, width: box.width, height: box.height });
    whole.append(copy);
  }
  return new Blob([new XMLSerializer().serializeToString(whole)], { type: "image/svg+xml" });
}

/** The fonts as data, for a drawing alone cannot fetch them. */
async function faces() {
  const rules = await Promise.all(FONTS.map(async ({ family, file }) => {
    const bytes = new Uint8Array(await (await fetch(new URL(file, import.meta.url))).arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return `@font-face{font-family:"${family}";font-weight:200 900;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
  }));
  return rules.join("");
}

/** Twice the size on the screen. @param {import("../store.js").Store} store @returns {Promise<Blob>} */
export async function png(store) {
  const file = await svgFile(store);
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}
