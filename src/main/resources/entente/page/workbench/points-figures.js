/** The figures of points: waterfall, tornado and depth on one axis from 0.1 to 99.9 percent, and the same as tables. */

import { html, nothing, svg } from "lit";
import { apart, band, bandRange, count, direction, measure, percent, percents, signed, unit, withPercent, words } from "../format.js";
import { END, placeOfPoints, points } from "../scale.js";
import { at, inside, textWidth, withRoom } from "./drawing.js";
import { stripes } from "./yardstick.js";

/**
 * @typedef {object} Row of the balance of points: base rate, drivers, barriers, ceilings, result. Sums are places in drawings only.
 * @property {string} id @property {"base" | "group" | "ceiling" | "result"} kind
 * @property {string} label @property {string} short
 * @property {number} points as the service gives them
 * @property {number} from running sum before it @property {number} to after it
 * @property {number | null} before its points in the unchanged scenario, if they differ
 * @property {string} claim of a ceiling, for the table
 *
 * @typedef {object} Shown what the figures show
 * @property {Row[]} rows @property {any} assessment @property {any} before the unchanged scenario, if something is changed
 * @property {any} sensitivity @property {any[]} indicators @property {any} book
 * @property {number} width for drawings
 * @property {string | null} open the barrier that is open
 * @property {boolean} dimmed whether the sensitivity is that of an earlier move
 * @property {boolean} allSwings whether the tornado has all readings @property {() => void} toggleSwings
 * @property {(group: string) => void} choose opens a barrier
 *
 * @typedef {object} Axis
 * @property {number} width of the whole drawing @property {number} length of the axis; the column of figures follows
 * @property {boolean} narrow
 * @property {(points: number) => number} x
 */

/** Drivers first, each by its weight in the unchanged scenario, so that no row jumps. @param {any} baseline */
function orderOf(baseline) {
  const weight = new Map(baseline.groups.map((/** @type {any} */ group, /** @type {number} */ index) =>
    [group.id, (group.kind === "barrier" ? 1000 : 0) - Math.abs(group.alliancePoints) + index / 1000]));
  return (/** @type {any} */ a, /** @type {any} */ b) => (weight.get(a.id) ?? 2000) - (weight.get(b.id) ?? 2000);
}

/** @param {any} assessment @param {any} baseline @param {any} book @returns {Row[]} */
export function balanceRows(assessment, baseline, book) {
  const { base, ceilings, final } = assessment.points;
  let sum = base;
  const step = (/** @type {number} */ value) => {
    const from = sum;
    sum += value;
    return { points: value, from, to: sum };
  };
  const before = (/** @type {number | undefined} */ was, /** @type {number} */ now) => (was === undefined || was === now ? null : was);
  const baseLabel = `Base rate over ${count(assessment.scenario.horizonYears, "year")}`;
  const pointsBefore = new Map(baseline.groups.map((/** @type {any} */ group) => [group.id, group.alliancePoints]));
  return [
    { id: "base", kind: "base", label: baseLabel, short: baseLabel, claim: "", points: base, from: sum, to: sum, before: before(baseline.points.base, base) },
    ...[...assessment.groups].sort(orderOf(baseline)).map((group) => {
      const known = book.groups.find((/** @type {any} */ each) => each.id === group.id);
      return /** @type {Row} */ ({
        id: group.id, kind: "group", label: known?.label ?? group.id, short: known?.short ?? group.id, claim: "",
        before: before(pointsBefore.get(group.id), group.alliancePoints), ...step(group.alliancePoints),
      });
    }),
    ...ceilings.filter((/** @type {any} */ ceiling) => ceiling.takenBack > 0).map((/** @type {any} */ ceiling) => {
      const { kneePercent: knee, limitPercent: limit, share } = ceiling;
      const how = [knee === null ? "" : `takes back ${measure(share)} of each point above ${withPercent(measure(knee))}`,
        limit === null ? "" : `never passes ${withPercent(measure(limit))}`].filter((each) => each !== "").join(", ");
      const was = baseline.points.ceilings.find((/** @type {any} */ each) => each.kind === ceiling.kind)?.takenBack;
      return /** @type {Row} */ ({
        id: ceiling.kind, kind: "ceiling", label: `Ceiling: ${how}`, short: knee === null ? `Ceiling: ${how}` : `Ceiling above ${withPercent(measure(knee))}`,
        claim: book.rules.filter((/** @type {any} */ rule) => ceiling.rules.includes(rule.id)).map((/** @type {any} */ rule) => rule.claim).join(" "),
        before: before(was === undefined ? undefined : -was, -ceiling.takenBack), ...step(-ceiling.takenBack),
      });
    }),
    {
      id: "result", kind: "result", label: resultLabel(assessment), short: resultLabel(assessment), claim: "",
      points: final, from: final, to: final, before: before(baseline.points.final, final),
    },
  ];
}

/** @param {any} assessment */
function resultLabel({ verdict, points: { clampedFrom } }) {
  const clamped = clampedFrom === null ? "" : `, clamped from ${withPercent(measure(clampedFrom))}`;
  return `Result: ${band(verdict.likelihood.band).term}${clamped}`;
}

/** @param {number} width @returns {Axis} */
export function axisOf(width) {
  const length = width - 62;
  return { width, length, narrow: width < 480, x: (value) => placeOfPoints(value) * length };
}

/** A line down from the mark on the yardstick. @param {Axis} axis @param {number} value @param {number} bottom @param {string} kind */
const plumb = (axis, value, bottom, kind) =>
  svg`<g class="moves" ${at(axis.x(value), 0)}><path class=${kind} d=${`M0 0V${bottom}`}/></g>`;

/** @param {Axis} axis @param {number} y */
function axisLine(axis, y) {
  return svg`
    <path class="axis" d=${`M0 ${y}H${axis.length}`}/>
    ${[-END, -20, -10, 0, 10, 20, END].map((value) => svg`<path class="axis" d=${`M${axis.x(value).toFixed(1)} ${y}v4`}/>
      <text class="tick" y=${y + 18} x=${axis.x(value)}
        text-anchor=${value === -END ? "start" : value === END ? "end" : "middle"}>${value > 0 ? `+${value}` : measure(value)}</text>`)}
    <text class="tick" text-anchor="end" x=${axis.width} y=${y + 18}>points</text>`;
}

/**
 * A place for a text above its bar: all at the right end, or at the left where the plumb line is far to the right.
 * @param {Axis} axis @param {number} plumbed @param {number} limit right end of the room
 */
const placeAbove = (axis, plumbed, limit) =>
  (plumbed > axis.length * 0.6 ? { anchor: "start", x: 0 } : { anchor: "end", x: limit });

/** A bar with an arrowhead that says its direction; outlined for a ceiling. @param {Axis} axis @param {number} from @param {number} to @param {number} y @param {string} kind */
function bar(axis, from, to, y, kind) {
  const [start, end] = [axis.x(from), axis.x(to)];
  const width = Math.max(1.5, Math.abs(end - start));
  const head = end < start ? "M8 -3L5 0L8 3" : `M${(width - 8).toFixed(1)} -3L${(width - 5).toFixed(1)} 0L${(width - 8).toFixed(1)} 3`;
  const beyond = Math.min(from, to) < -END - 0.05 ? `M-3 ${y - 4}l-4 4l4 4m-5 -8l-4 4l4 4`
    : Math.max(from, to) > END + 0.05 ? `M${axis.length + 1} ${y - 4}l3 4l-3 4` : "";
  return svg`
    <g class=${`bar moves ${kind}`} ${at(Math.min(start, end), y)}>
      <rect y="-5" width=${width} height="10"/>
      ${width >= 14 && !kind.includes("ceiling") ? svg`<path class="head" d=${head}/>` : nothing}
    </g>
    ${beyond === "" ? nothing : svg`<path class="beyond" d=${beyond}/>`}`;
}

const ROW = 20;
/** Names stand above their bars where it is narrow, and where neither side has room. */
const TALL_ROW = 32;

/** From the base rate to the result. @param {Shown} shown */
export function waterfall(shown) {
  const { rows, assessment, before, width, open } = shown;
  const axis = axisOf(width);
  const labels = rows.map((row) => rowLabel(row, axis, row.id === open, axis.x(assessment.points.final)));
  const middle = (/** @type {number} */ index) => labels.slice(0, index + 1).reduce((sum, { height }) => sum + height, -9);
  const resultLine = middle(rows.length - 1);
  const foot = resultLine + 17;
  const was = before === null || before.points.final === assessment.points.final ? null : before;
  const parts = rows.map((row) => `${row.label} ${signed(row.points)}${row.before === null ? "" : ` (was ${signed(row.before)})`}`);
  return html`<points-waterfall><svg class="figure" role="img" aria-label=${`Waterfall of points. ${parts.join("; ")}.`} width=${axis.width} height=${foot + 24}
    viewBox=${`0 0 ${axis.width} ${foot + 24}`}>
    ${stripes(axis.length, 0, foot, assessment.verdict.likelihood.band)}
    ${was === null ? nothing : svg`${plumb(axis, was.points.final, resultLine, "before")}
      <circle class="before" cx=${axis.x(was.points.final)} cy=${resultLine} r="4.5"/>`}
    ${plumb(axis, assessment.points.final, resultLine, "plumb")}
    ${rows.map((row, index) => waterfallRow(shown, row, middle(index), labels[index], axis))}
    ${axisLine(axis, foot)}
  </svg></points-waterfall>`;
}

/** @param {Shown} shown @param {Row} row @param {number} y of the bar @param {ReturnType<typeof rowLabel>} label @param {Axis} axis */
function waterfallRow({ open, choose }, row, y, label, axis) {
  const { height, leader } = label;
  const isOpen = row.id === open;
  const group = row.kind === "group";
  const line = height === TALL_ROW ? y - 14 : y;
  const room = textWidth(signed(row.points), 13.5, 600) + 14;
  return svg`<g class=${`row ${row.kind} ${isOpen ? "open" : ""} ${row.points === 0 ? "idle" : ""}`} @click=${group ? () => choose(row.id) : nothing}>
    ${group ? svg`<rect class="hit" y=${y + 11 - height} width=${axis.width} height=${height}/>` : nothing}
    ${row.kind === "base" || row.kind === "result" ? nothing : svg`<g class="moves" ${at(axis.x(row.from), y)}><path class="joint" d=${`M0 ${8 - height}V0`}/></g>`}
    ${row.before !== null && row.kind !== "result" && row.before !== 0 ? outline(row, y, axis) : nothing}
    ${leader === null ? nothing : svg`<path class="leader" d=${`M${leader[0]} ${y}H${leader[1]}`}/>`}
    ${shape(row, y, axis)}
    <text class="label" text-anchor=${label.anchor} x=${label.x} y=${line + 4.5}>${label.text}</text>
    ${row.before !== null && group ? svg`<rect class="marked" x=${axis.width - room + 4} y=${line - 10} rx="2" width=${room} height="20"/>` : nothing}
    <text class=${`points ${row.kind === "base" || row.kind === "result" ? "" : direction(row.points)}`} text-anchor="end" x=${axis.width} y=${line + 4.5}>${signed(row.points)}</text>
    ${row.kind === "result" ? svg`<path class="double" d=${`M${axis.length + 10} ${line - 11}H${axis.width}M${axis.length + 10} ${line + 10}H${axis.width}m0 3H${axis.length + 10}`}/>` : nothing}
  </g>`;
}

/** @param {Row} row @param {number} y @param {Axis} axis */
function shape(row, y, axis) {
  if (row.kind === "base" || row.kind === "result") {
    return svg`<g class="moves" ${at(axis.x(row.to), y)}><circle class="dot" r=${row.kind === "base" ? 3.5 : 4.5}/></g>`;
  }
  return row.points === 0 ? svg`<g class="moves" ${at(axis.x(row.to), y)}><circle class="none" r="3"/></g>`
    : bar(axis, row.from, row.to, y, `${direction(row.points)} ${row.kind}`);
}

/** What it was in the unchanged scenario. @param {Row} row @param {number} y @param {Axis} axis */
function outline(row, y, axis) {
  const [start, end] = [axis.x(row.from), axis.x(row.from + Number(row.before))];
  return svg`<rect class="before" x=${Math.min(start, end)} y=${y - 7} width=${Math.max(2, Math.abs(end - start))} height="14"/>`;
}

/**
 * At the right end, or at the left one where the bar or the plumb line is in the way, else right behind the bar or above it; the
 * long name if it has room. A leader joins it to its bar.
 * @param {Row} row @param {Axis} axis @param {boolean} bold @param {number} plumbed place of the result
 */
function rowLabel(row, axis, bold, plumbed) {
  const end = axis.length - 6;
  const ends = [row.from, row.to, ...(row.before !== null && row.kind === "group" ? [row.from + row.before] : [])].map(axis.x);
  const [left, right] = [Math.min(...ends), Math.max(...ends)];
  const room = (/** @type {string} */ text) => textWidth(text, 13.5, bold || row.kind === "result" ? 600 : 400);
  const clear = (/** @type {number} */ start, /** @type {number} */ width) =>
    start + width < axis.length && (plumbed < start - 4 || plumbed > start + width + 4);
  for (const text of axis.narrow ? [] : [row.label, row.short]) {
    const width = room(text);
    const start = end - width;
    if (start > right + 10 && clear(start, width)) {
      return { text, anchor: "end", x: end, height: ROW, leader: start > right + 20 ? [start - 6, right + 6] : null };
    }
    if (width + 16 < left && clear(6, width)) {
      return { text, anchor: "start", x: 6, height: ROW, leader: left > width + 26 ? [width + 12, left - 6] : null };
    }
  }
  const name = { text: row.short, height: ROW, leader: null, anchor: "start" };
  const width = room(row.short);
  return !axis.narrow && clear(right + 12, width) ? { ...name, x: right + 12 }
    : { ...name, height: TALL_ROW, ...(!axis.narrow && clear(left + 6, width) ? { x: left + 6 } : placeAbove(axis, plumbed, end)) };
}

const SWINGS = 13;

/** Readings with an effect, the longest bar first. @param {any} sensitivity @returns {any[]} */
function strongest(sensitivity) {
  const length = (/** @type {any} */ reading) => points(reading.high.percent) - points(reading.low.percent);
  return sensitivity.readings.filter((/** @type {any} */ reading) => length(reading) > 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => length(b) - length(a));
}

/** Each reading moved alone, from end to end: the longest bar first. @param {Shown} shown */
export function tornado(shown) {
  const { sensitivity, assessment, indicators, width, open, dimmed, allSwings, toggleSwings } = shown;
  const found = strongest(sensitivity);
  const axis = axisOf(width);
  let foot = 4;
  const rows = (allSwings ? found : found.slice(0, SWINGS)).map((reading) => {
    const indicator = indicators.find((each) => each.id === reading.indicator) ?? { short: reading.label, group: "" };
    const row = placed(reading, indicator, indicator.group === open, sensitivity.percent, foot, axis);
    foot += row.height;
    return row;
  });
  foot += 14;
  const parts = rows.map(({ reading, indicator }) => `${indicator.short} ${percents(reading.low.percent, reading.high.percent)}`);
  return html`<swing-tornado><svg class=${dimmed ? "figure tornado waiting" : "figure tornado"} role="img" width=${axis.width} height=${foot + 24} viewBox=${`0 0 ${axis.width} ${foot + 24}`}
      aria-label=${`Likelihood with each reading alone moved from end to end, the widest range first. ${parts.join("; ")}.`}>
      ${stripes(axis.length, 0, foot, assessment.verdict.likelihood.band)}
      ${plumb(axis, assessment.points.final, foot, "plumb")}
      <g class="swings">${rows.map((row) => swing(shown, row, axis))}</g>
      ${axisLine(axis, foot)}
    </svg>
    ${found.length > SWINGS ? html`<button type="button" class="plain" aria-expanded=${allSwings} @click=${toggleSwings}>
      ${allSwings ? `Show ${SWINGS} only` : `Show ${found.length - SWINGS} more readings`}</button>` : nothing}</swing-tornado>`;
}

/**
 * Where the parts of a row stand: the name at the right end, at the left where the bar is in its way, above the bar
 * where there is no room beside it.
 * @param {any} reading @param {any} indicator @param {boolean} bold @param {number} now in percent @param {number} top @param {Axis} axis
 */
function placed(reading, indicator, bold, now, top, axis) {
  const [low, here, high] = [reading.low.percent, now, reading.high.percent].map(points);
  const [left, right] = [axis.x(low), axis.x(high)];
  const room = textWidth("00.0 %", 12) + 8;
  const whole = apart(reading.low.percent, reading.high.percent);
  const leftRoom = textWidth(percent(reading.low.percent, whole), 12) + 6;
  const width = textWidth(indicator.short, 13.5, bold ? 600 : 400);
  const side = right + room + width < axis.width ? { anchor: "end", x: axis.width } : width < left - room ? { anchor: "start", x: 0 } : null;
  const above = axis.narrow || side === null;
  const name = side !== null && !above ? side : placeAbove(axis, axis.narrow ? axis.x(here) : 0, axis.width);
  return { reading, indicator, bold, low, here, high, left, right, leftRoom, whole, top, name, above, height: above ? 34 : 22, y: above ? top + 24 : top + 13 };
}

/** @param {Shown} shown @param {ReturnType<typeof placed>} row @param {Axis} axis */
function swing({ choose }, row, axis) {
  const { reading, left, right, whole, y, name } = row;
  const held = left < row.leftRoom;
  const hidden = held && Math.abs(axis.x(row.here) - left) < row.leftRoom + 8;
  return svg`<g class=${row.bold ? "row group open" : "row group"} @click=${() => choose(row.indicator.group)}>
    <rect class="hit" y=${row.top} width=${axis.width} height=${row.height}/>
    ${row.low < row.here ? bar(axis, row.here, row.low, y, "lowers") : nothing}
    ${row.high > row.here ? bar(axis, row.here, row.high, y, "raises") : nothing}
    ${hidden ? nothing : svg`<text class=${held ? "end inside" : "end"} text-anchor=${held ? "start" : "end"} x=${held ? left + 14 : left - 5} y=${y + 4}>${percent(reading.low.percent, whole)}</text>`}
    <text class="end" x=${right + 5} y=${y + 4}>${percent(reading.high.percent, whole)}</text>
    <text class="label" text-anchor=${name.anchor} x=${name.x} y=${row.above ? y - 9 : y + 4.5}>${row.indicator.short}</text>
  </g>`;
}

/** Relationships with the points from which they count, ascending. @param {any} book @returns {{id: string, from: number | null}[]} */
const depthBands = (book) => [{ id: "OPEN_RIVALRY", from: null },
  ...Object.entries(book.floors).map(([id, from]) => ({ id, from: Number(from) })).sort((a, b) => a.from - b.from)];

/** @param {Shown} shown */
export function depthSentence({ assessment: { verdict, points: { floor, floorFrom, nextFrom, partnership } }, book }) {
  const bands = depthBands(book);
  const next = bands[bands.findIndex(({ id }) => id === floor) + 1];
  const here = floorFrom === null ? words(floor) : `${words(floor)} from ${signed(floorFrom)}`;
  const above = nextFrom === null || next === undefined ? "" : `, ${words(next.id)} from ${signed(nextFrom)}`;
  return `Depth of the partnership ${signed(partnership)}: ${floor === verdict.relationship ? "" : "by its points alone "}${here}${above}.`;
}

/** How deep the partnership is, with the borders of the relationships. @param {Shown} shown */
export function depthScale(shown) {
  const { verdict, points: { partnership, floor } } = shown.assessment;
  const earlier = shown.before?.points.partnership ?? partnership;
  const axis = axisOf(shown.width);
  const bands = depthBands(shown.book);
  const x = axis.x(partnership);
  const was = earlier === partnership ? null : axis.x(earlier);
  const before = was === null ? "" : ` In the unchanged scenario ${signed(earlier)}.`;
  return html`<depth-scale><svg class="depth" role="img" aria-label=${depthSentence(shown) + before} width=${axis.width} height="35" viewBox=${`0 0 ${axis.width} 35`}>
      ${bands.map(({ id }, index) => {
        const [left, right] = cell(bands, index, axis);
        return svg`<rect class=${id === floor ? "cell full" : "cell"} x=${left + 0.75} y="18" width=${Math.max(0, right - left - 1.5)} height="8"/>`;
      })}
      ${depthWords(bands, floor, verdict.relationship, axis)}
      ${was === null ? nothing : svg`<rect class="move" x=${Math.min(was, x)} y="18" width=${Math.abs(was - x)} height="8"/>
        <path class="before" transform=${`translate(${was.toFixed(1)})`} d="M0 20L-6 32H6Z"/>`}
      <g class="moves" ${at(x, 0)}><path class="needle" d="M0 20L-7 34H7Z"/></g>
      <text class="points" text-anchor="end" x=${axis.width} y="27">${signed(partnership)}</text>
    </svg></depth-scale>`;
}

/**
 * The words that have room, that of the points first; bold where it is the relationship that is expected too.
 * @param {ReturnType<typeof depthBands>} bands @param {string} current @param {string | null} expected @param {Axis} axis
 */
function depthWords(bands, current, expected, axis) {
  const all = bands.map(({ id }, index) => {
    const [left, right] = cell(bands, index, axis);
    const room = textWidth(words(id), 12, 600);
    const middle = inside((left + right) / 2, room, axis.length);
    return { id, middle, left: middle - room / 2, right: middle + room / 2 };
  }).sort((a, b) => Number(b.id === current) - Number(a.id === current));
  return withRoom(all, 8).map(({ id, middle }) => svg`<text class=${id === current && id === expected ? "word current" : "word"} text-anchor="middle" x=${middle} y="12">${words(id)}</text>`);
}

/** Both ends of a band on the axis. @param {ReturnType<typeof depthBands>} bands @param {number} index @param {Axis} axis */
function cell(bands, index, axis) {
  const [from, to] = [bands[index].from, bands[index + 1]?.from ?? null];
  return [from === null ? 0 : axis.x(from), to === null ? axis.length : axis.x(to)];
}

/** The figures of the drawings as tables. @param {Shown} shown */
export const pointsTable = (shown) =>
  html`<points-table>${likelihoodTable(shown)}${balanceTable(shown)}${depthTable(shown)}${shown.sensitivity === null ? nothing : swingTable(shown)}</points-table>`;

/** @param {Shown} shown */
function likelihoodTable({ assessment, before }) {
  const row = (/** @type {string} */ name, /** @type {any} */ { verdict }) => html`<tr><th scope="row">${name}</th>
    <td class="number">${percent(verdict.likelihood.percent)}</td>
    <td>${verdict.likelihood.term}</td>
    <td class="number">${percent(verdict.interval.lowPercent)}</td><td class="number">${percent(verdict.interval.highPercent)}</td></tr>`;
  return html`<table><caption>Likelihood</caption>
    <thead><tr><td></td><th scope="col" class="number">Likelihood</th><th scope="col">Band</th><th scope="col" class="number">From</th><th scope="col" class="number">To</th></tr></thead>
    <tbody>${row("Now", assessment)}${before === null ? nothing : row("Unchanged scenario", before)}</tbody></table>`;
}

/** @param {Shown} shown */
function balanceTable({ rows, before, open, choose }) {
  const changed = before !== null;
  return html`<table><caption>Points</caption>
    <thead><tr><th scope="col">From base rate to result</th><th scope="col" class="number">Points</th>${changed ? html`<th scope="col" class="number">Unchanged</th>` : nothing}</tr></thead>
    <tbody>${rows.map((row) => html`<tr class=${row.kind === "result" ? "sum" : row.id === open ? "open" : ""}>
      <th scope="row">${row.kind === "group" ? html`<button type="button" class="plain" @click=${() => choose(row.id)}>${row.label}</button>`
        : html`${row.label}${row.claim === "" ? nothing : html`<br><span class="quiet">${row.claim}</span>`}`}</th>
      <td class="number"><span class=${row.before !== null && row.kind === "group" ? "changed" : row.kind === "group" || row.kind === "ceiling" ? direction(row.points) : ""}>${signed(row.points)}</span></td>
      ${changed ? html`<td class="number">${row.before === null ? "=" : signed(row.before)}</td>` : nothing}</tr>`)}</tbody></table>`;
}

/** @param {Shown} shown */
function depthTable({ assessment: { points: { partnership, floor } }, book }) {
  return html`<table><caption>Depth of the partnership: ${signed(partnership)} points</caption>
    <thead><tr><th scope="col">Relationship</th><th scope="col" class="number">From</th></tr></thead>
    <tbody>${depthBands(book).map(({ id, from }) => html`<tr class=${id === floor ? "open" : ""}><th scope="row">${words(id)}${id === floor ? ", now" : ""}</th>
      <td class="number">${from === null ? "lowest" : signed(from)}</td></tr>`)}</tbody></table>`;
}

/** @param {Shown} shown */
function swingTable({ assessment, sensitivity, indicators, dimmed }) {
  const end = (/** @type {any} */ side, /** @type {any} */ indicator) => html`
    <td class="number">${percent(side.percent)}</td><td>${side.value === undefined ? words(side.grade) : `at ${measure(side.value)} ${indicator === undefined ? "" : unit(indicator)}`}</td>`;
  const now = assessment.verdict.likelihood.band;
  return html`<table class=${dimmed ? "waiting" : ""}><caption>Each reading alone, from end to end</caption>
    <thead><tr><th scope="col">Reading</th><th scope="col" class="number">Lowest</th><td></td><th scope="col" class="number">Highest</th><td></td></tr></thead>
    <tbody>${strongest(sensitivity).map((reading) => {
      const indicator = indicators.find((each) => each.id === reading.indicator);
      return html`<tr><th scope="row">${indicator?.short ?? reading.label}</th>${end(reading.low, indicator)}${end(reading.high, indicator)}</tr>`;
    })}</tbody></table>
    <p class="quiet">Now ${band(now).term} (${bandRange(now)}). Readings that change nothing are left out.</p>`;
}
