/** The facilitator's board. */

import { html, nothing } from "lit";
import { getIndicators, getRuleBook, post, requestFile } from "../api.js";
import { box, every, listen } from "../element.js";
import { count, messageOf } from "../format.js";
import { download, eye, lock } from "../workbench/icons.js";
import { saveFile } from "../workbench/panel.js";
import { spoken } from "../workbench/reading.js";
import { boardFindings } from "./board-findings.js";
import { RoomElement, RoomPage } from "./room.js";
import { AGAIN_AFTER, bell, check, groupsHere, heard, listed, mark, pause, people, play, readyHere, round, screen, spaced, timer } from "./words.js";

/** The board before the reveal: who is here and how many readings each group has moved, and no verdict. @param {any} view of the room */
const boardWaiting = ({ code, groups, round: now }) => html`<board-waiting>
  <h2>${groups.length === 0 ? "No group has joined yet" : "The groups, until the reveal"}</h2>
  <p class="quiet">${groups.length === 0 ? html`The <a href="/workshops/${code}/lobby">lobby</a> shows the room how to join.`
    : "Verdicts and readings are private until you reveal them; only how many readings a group has moved, and whether a group says that it is ready, is shown."}</p>
  ${groups.length === 0 ? "" : html`<table class="counts"><thead><tr><th scope="col">Group</th><th scope="col">${now === 0 ? "Ready to start" : "Done with the round"}</th><th scope="col">Last seen</th><th scope="col" class="number">Readings moved</th></tr></thead>
    <tbody>${groups.map((/** @type {any} */ group) => html`<tr><th scope="row">${mark(group.letter)} ${group.name}</th>
      <td>${group.ready ? html`<span class="ready">${check()} ready</span>` : ""}</td>
      <td>${heard(group.silentSeconds)}</td>
      <td class="number">${count(group.moved, "reading")}</td></tr>`)}</tbody></table>`}</board-waiting>`;

const JOINING = [["OPEN", "may join, up to 30 from one address"], ["UNLIMITED", "may join, any number from one address"], ["CLOSED", "may not join"]];

/** @typedef {{sentence: string, does: string, command: object}} Question */

/** What the facilitator does to groups: rename, merge and remove them, and decide who may still join. */
class GroupsDialog extends RoomElement {
  static properties = { chosen: { state: true }, question: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** Letters. @type {string[]} */
    this.chosen = [];
    /** What is asked for once more, since it cannot be undone. @type {Question | null} */
    this.question = null;
    this.failure = "";
  }

  async show() {
    this.chosen = [];
    this.question = null;
    this.failure = "";
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
    this.room.refresh();
  }

  /** @param {object} command */
  async send(command) {
    const done = await this.room.command(command);
    this.failure = done ? "" : this.room.refusal;
    this.question = null;
    this.chosen = done ? [] : this.chosen;
    this.room.set({ problem: null });
  }

  /** A name that is refused gives way to the one that the group has. @param {string} letter @param {HTMLInputElement} field */
  async rename(letter, field) {
    const typed = field.value;
    await this.send({ command: "rename", group: letter, name: typed });
    if (this.failure !== "") {
      this.failure = `“${typed}”: ${this.failure}`;
      field.value = this.named(letter);
    }
  }

  /** @param {string} letter */
  named(letter) {
    return this.room.view.groups.find((/** @type {any} */ group) => group.letter === letter)?.name ?? letter;
  }

  render() {
    const { view } = this.room;
    return html`<dialog class="lock" aria-labelledby="groups-title">
      <form method="dialog">
        <h2 id="groups-title">Groups</h2>
        <p><label for="joining">New groups</label> <select id="joining" @change=${(/** @type {Event} */ event) => this.send({ command: "joining", joining: box(event).value })}>
          ${JOINING.map(([value, text]) => html`<option value=${value} ?selected=${value === view.joining}>${text}</option>`)}</select></p>
        ${view.groups.length === 0 ? html`<p class="quiet">No group has joined yet.</p>` : html`<div class="choices"><table class="members">
          <thead><tr><td></td><th scope="col">Name</th><th scope="col">Last seen</th><th scope="col" class="number">Readings moved</th></tr></thead>
          <tbody>${view.groups.map((/** @type {any} */ group) => this.row(group))}</tbody></table></div>`}
        ${this.question === null ? this.actions() : html`<p role="alert">${this.question.sentence} It cannot be undone.</p>
          <p class="actions"><button type="button" class="primary" @click=${() => this.send(/** @type {Question} */ (this.question).command)}>${this.question.does}</button>
            <button type="button" @click=${() => { this.question = null; }}>Leave it as it is</button></p>`}
        <p class="error" role="alert">${this.failure}</p>
      </form>
    </dialog>`;
  }

  /** @param {any} group */
  row(group) {
    const { letter, name } = group;
    return html`<tr>
      <td><input type="checkbox" aria-label="Choose ${name}" .checked=${this.chosen.includes(letter)} @change=${(/** @type {Event} */ event) => {
        this.chosen = box(event).checked ? [...this.chosen, letter] : this.chosen.filter((each) => each !== letter);
        this.question = null;
        this.failure = "";
      }}></td>
      <th scope="row">${mark(letter)} <input aria-label="Name of ${name}" maxlength="40" autocomplete="off" .value=${name}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            box(event).blur();
          }
        }}
        @change=${(/** @type {Event} */ event) => this.rename(letter, box(event))}></th>
      <td>${heard(group.silentSeconds)}</td>
      <td class="number">${group.moved}</td></tr>`;
  }

  actions() {
    const { chosen } = this;
    const one = chosen.length === 1;
    const removal = {
      sentence: `${listed(chosen.map((letter) => this.named(letter)))} ${one ? "leaves" : "leave"} the board and the median, with all readings and moves; ${one ? "its" : "their"} devices are shut out.`,
      does: `Remove ${count(chosen.length, "group")}`,
      command: { command: "remove", groups: chosen },
    };
    return html`<p class="actions">
      ${chosen.length === 0 ? html`<span class="quiet">Choose groups to remove or merge them; names are changed in place.</span>`
        : html`<button type="button" @click=${() => { this.question = removal; }}>${removal.does}</button>`}
      ${chosen.length === 2 ? [chosen, [...chosen].reverse()].map(([from, into]) => this.merging(from, into)) : nothing}
      <button>Close</button></p>`;
  }

  /** @param {string} from @param {string} into */
  merging(from, into) {
    const [first, second] = [this.named(from), this.named(into)];
    const question = {
      sentence: `The devices of ${first} become those of ${second}, whose readings stand; the readings and moves of ${first} are deleted.`,
      does: `Merge ${first} into ${second}`,
      command: { command: "merge", group: from, into },
    };
    return html`<button type="button" @click=${() => { this.question = question; }}>${question.does}</button>`;
  }
}

customElements.define("groups-dialog", GroupsDialog);

/** Which readings the groups may not move: single ones, or all of a barrier. */
class LockDialog extends RoomElement {
  static properties = { indicators: { attribute: false }, groups: { attribute: false }, chosen: { state: true }, values: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any[]} */
    this.groups = [];
    /** @type {Set<string>} */
    this.chosen = new Set();
    /** What is typed as the value for all groups, by reading. @type {Record<string, string>} */
    this.values = {};
    this.failure = "";
  }

  /** Barriers with a locked reading are open. @param {string} [settled] a reading for which a value is asked for */
  async show(settled) {
    this.chosen = new Set([...this.room.view.locked, ...(settled === undefined ? [] : [settled])]);
    this.values = {};
    this.failure = "";
    await this.updateComplete;
    this.querySelectorAll("details").forEach((each) => { each.open = each.querySelector("summary .changed") !== null; });
    this.querySelector("dialog")?.showModal();
    if (settled !== undefined) {
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-value="${settled}"]`))?.focus();
    }
  }

  /** @param {string[]} ids @param {boolean} locked */
  choose(ids, locked) {
    const chosen = new Set(this.chosen);
    ids.forEach((id) => (locked ? chosen.add(id) : chosen.delete(id)));
    this.chosen = chosen;
  }

  /** A typed value in the words of the scale. @param {any} indicator */
  meant(indicator) {
    const value = this.typed(indicator.id);
    return value === undefined || Number.isNaN(value) ? "" : spoken(indicator, value);
  }

  /** @param {string} id @returns {number | undefined} what is typed; NaN if it is no number */
  typed(id) {
    const text = (this.values[id] ?? "").trim();
    return text === "" ? undefined : Number(text.replace(",", "."));
  }

  /** @param {Event} event */
  async save(event) {
    event.preventDefault();
    const before = new Set(this.room.view.locked);
    const typed = [...this.chosen].filter((id) => this.typed(id) !== undefined);
    const moves = typed.map((indicator) => ({ indicator, value: this.typed(indicator) }));
    const wrong = moves.find((each) => Number.isNaN(each.value));
    if (wrong) {
      this.failure = `“${this.values[wrong.indicator]}” is no number.`;
      return;
    }
    const locked = [...this.chosen].filter((id) => !before.has(id) && !typed.includes(id));
    const unlocked = [...before].filter((id) => !this.chosen.has(id));
    const done = (moves.length === 0 || await this.room.command({ command: "settle", moves }))
      && (locked.length === 0 || await this.room.command({ command: "lock", readings: locked }))
      && (unlocked.length === 0 || await this.room.command({ command: "unlock", readings: unlocked }));
    if (done) {
      this.querySelector("dialog")?.close();
    } else {
      this.failure = this.room.refusal;
    }
  }

  render() {
    return html`<dialog class="lock" aria-labelledby="lock-title">
      <form @submit=${this.save}>
        <h2 id="lock-title">Lock readings</h2>
        <p class="quiet">Groups see which readings are locked, and cannot move them. A value settles the reading: all groups get it.</p>
        <div class="choices">${this.groups.map((group) => {
          const own = this.indicators.filter((each) => each.group === group.id);
          const ids = own.map((each) => each.id);
          const locked = ids.filter((id) => this.chosen.has(id)).length;
          return ids.length === 0 ? nothing : html`<details>
            <summary>${group.label}${locked > 0 ? html` <span class="changed">${locked}</span>` : nothing}</summary>
            <button type="button" class="plain" @click=${() => this.choose(ids, locked < ids.length)}>${locked < ids.length ? "Lock all of it" : "Unlock all of it"}</button>
            ${own.map((each) => html`
              <label><input type="checkbox" .checked=${this.chosen.has(each.id)} @change=${(/** @type {Event} */ event) => this.choose([each.id], box(event).checked)}> ${each.short}</label>
              ${this.chosen.has(each.id) ? html`<label class="settle">at <input inputmode="decimal" autocomplete="off" data-value=${each.id} aria-label="Value of ${each.short} for all groups"
                placeholder="each group’s own value" .value=${this.values[each.id] ?? ""} @input=${(/** @type {Event} */ event) => { this.values = { ...this.values, [each.id]: box(event).value }; }}> <span class="quiet">${this.meant(each)}</span></label>` : nothing}`)}
          </details>`;
        })}</div>
        <p class="error" role="alert">${this.failure}</p>
        <p class="actions"><button class="primary" ?disabled=${this.chosen.size === 0 && this.room.view.locked.length === 0}>${this.chosen.size > 0 ? `Lock ${count(this.chosen.size, "reading")}` : this.room.view.locked.length > 0 ? "Unlock all" : "Lock readings"}</button>
          <button type="button" @click=${() => this.querySelector("dialog")?.close()}>Cancel</button></p>
      </form>
    </dialog>`;
  }
}

customElements.define("lock-dialog", LockDialog);

/** @param {"groups-dialog" | "lock-dialog"} name @param {string} [settled] a reading for which a value is asked for */
const show = (name, settled) => /** @type {any} */ (document.querySelector(name)).show(settled);

/** The longest time, in minutes: a day. */
const LONGEST = 1440;
/** What is added at a tap, in minutes. */
const MORE = 2;

/** What the facilitator does: start a round, pause, lock readings, set the time, call the room, reveal, end. */
class BoardControls extends RoomElement {
  static properties = { opened: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** Which form is open. @type {"" | "call" | "time" | "round" | "end"} */
    this.opened = "";
    /** A button may have become another one: the second tap of a nervous finger, meant for the first, does nothing. */
    this.busy = false;
    /** Whether the answer to a command has not come yet. */
    this.pending = false;
  }

  /** @param {typeof this.opened} name */
  async open(name) {
    this.opened = this.opened === name ? "" : name;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(".form input, .form select"))?.focus();
  }

  /** @param {object} command @param {Event} [event] */
  async send(command, event) {
    event?.preventDefault();
    if (this.pending || (this.busy && event === undefined)) {
      return;
    }
    this.busy = true;
    this.pending = true;
    if (await this.room.command(command)) {
      this.opened = "";
    }
    this.pending = false;
    setTimeout(() => { this.busy = false; }, AGAIN_AFTER);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape" && this.opened !== "") {
      const button = /** @type {HTMLElement | null} */ (this.querySelector(`[data-form="${this.opened}"]`));
      this.opened = "";
      button?.focus();
    }
  }

  render() {
    const { view, problem } = this.room.state;
    const next = view.round + 1;
    return html`
      <div class="controls" @keydown=${this.key}>
        <p class="standing"><b>${view.title}</b><span>${round(view)}</span><span>${groupsHere(view.groups.length)}${view.revealed ? "" : readyHere(view.groups)}</span>
          <span>${view.revealed ? "revealed" : "private"}</span>${view.paused ? html`<span><b class="changed">paused</b></span>` : nothing}</p>
        <room-clock .room=${this.room}></room-clock>
        ${view.ended || view.remainingSeconds === undefined ? nothing : html`<button type="button" class="more-time" aria-disabled=${this.busy} @click=${() => this.send({ command: "timer", seconds: Math.min(60 * LONGEST, (this.room.remaining() ?? 0) + 60 * MORE) })}>+${MORE} minutes</button>`}
        ${view.ended ? nothing : html`<div class="buttons" role="group" aria-label="Workshop">
          ${this.toggle("time", html`${timer()} Time`)}
          <button type="button" aria-disabled=${this.busy} @click=${() => this.send({ command: view.paused ? "resume" : "pause" })}>${view.paused ? html`${play()} Go on` : html`${pause()} Pause`}</button>
          <button type="button" aria-haspopup="dialog" @click=${() => show("lock-dialog")}>${lock()} Lock readings${view.locked.length > 0 ? html` <span class="count">${view.locked.length}</span>` : nothing}</button>
          <button type="button" aria-haspopup="dialog" @click=${() => show("groups-dialog")}>${people()} Groups</button>
          ${this.toggle("call", html`${bell()} Call the room`)}
          ${view.revealed ? html`<button type="button" aria-disabled=${this.busy} @click=${() => this.send({ command: "hide" })}>Hide again</button>`
            : html`<button type="button" class=${view.round > 0 ? "primary" : ""} aria-disabled=${this.busy} ?disabled=${view.groups.length === 0} @click=${() => this.send({ command: "reveal" })}>${eye()} Reveal</button>`}
          <span class="next">
          ${next === 1 ? html`<button type="button" class="primary" aria-disabled=${this.busy} @click=${() => this.send({ command: "start-round", round: next })}>Start round 1</button>`
            : this.toggle("round", next > view.rounds ? `Add round ${next}` : `Start round ${next}`, view.revealed && next <= view.rounds ? "primary" : "")}
          ${this.toggle("end", "End", view.revealed && next > view.rounds ? "primary" : "")}</span>
        </div>`}
      </div>
      ${this.form(view)}
      ${view.call === undefined ? nothing : html`<p class="notice called">${bell()} <span>The room reads: “<span class="said">${view.call}</span>”</span>
        <button type="button" class="plain" aria-disabled=${this.busy} @click=${() => this.send({ command: "call", message: "" })}>Take it down</button></p>`}
      ${problem === null ? nothing : html`<p class="notice" role="alert"><b>Refused.</b> <span>${problem.message}</span></p>`}`;
  }

  /** @param {"call" | "time" | "round" | "end"} name @param {unknown} text @param {string} [kind] */
  toggle(name, text, kind = "") {
    return html`<button type="button" class=${kind} data-form=${name} aria-expanded=${this.opened === name} @click=${() => this.open(name)}>${text}</button>`;
  }

  /** @param {any} view */
  form(view) {
    const next = view.round + 1;
    const form = (/** @type {unknown} */ content, /** @type {() => object} */ command) => html`<form class="form" @keydown=${this.key}
      @submit=${(/** @type {Event} */ event) => this.send(command(), event)}>${content}</form>`;
    switch (this.opened) {
      case "time": return form(html`<label for="minutes">Minutes from now</label>
        <input id="minutes" type="number" min="1" max=${LONGEST} required value="10">
        <button class="primary">Start</button>
        ${view.remainingSeconds === undefined ? nothing : html`<button type="button" @click=${() => this.send({ command: "timer", seconds: 0 })}>Without a time</button>`}`,
      () => ({ command: "timer", seconds: 60 * Number(this.typed("#minutes")) }));
      case "call": return form(html`<label for="message">What every group reads</label>
        <input id="message" maxlength="200" required autocomplete="off" placeholder="Two minutes left">
        <button class="primary">Call</button>`,
      () => ({ command: "call", message: this.typed("#message").trim() }));
      case "round": return form(html`<p>${next > view.rounds ? `Round ${next} is one more than planned. ` : ""}It hides the verdicts and records where each group stands in round ${view.round}; groups go on from there. It cannot be undone.</p>
        <button class="primary">Start round ${next} now</button> <button type="button" @click=${() => this.open("")}>Stay in round ${view.round}</button>`,
      () => ({ command: "start-round", round: next }));
      case "end": return form(html`<p>Ending reveals every verdict and takes no more moves. It cannot be undone.</p>
        <button class="primary">End the workshop</button> <button type="button" @click=${() => this.open("")}>Go on with it</button>`,
      () => ({ command: "end" }));
      default: return nothing;
    }
  }

  /** @param {string} field */
  typed(field) {
    return /** @type {HTMLInputElement} */ (this.querySelector(field)).value;
  }
}

customElements.define("board-controls", BoardControls);

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const LOOK_EVERY = 30_000;

class WorkshopBoard extends RoomPage {
  static properties = { indicators: { state: true }, groups: { state: true }, link: { state: true }, linked: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any[]} */
    this.groups = [];
    /** A link that was made for another device. */
    this.link = "";
    this.linked = "";
    /** The link as a drawing, where another device reaches it. */
    this.qrCode = "";
    /** Why a file or a link could not be made. */
    this.refused = "";
    // When each group was last seen is no change of the workshop.
    every(this, LOOK_EVERY, () => this.room.view?.ended || document.hidden || this.room.refresh());
    listen(this, () => this, "settle", (/** @type {CustomEvent} */ event) => show("lock-dialog", event.detail));
  }

  async opened() {
    document.title = `${this.room.view.title} – Entente`;
    const [indicators, book] = await Promise.all([getIndicators(), getRuleBook()]);
    this.indicators = indicators;
    this.groups = book.groups;
  }

  page() {
    const { view, board, connection } = this.room.state;
    if (view.role !== "FACILITATOR") {
      return html`<div class="narrow"><h1>${view.title}</h1><p>This browser is not the facilitator of the workshop.</p>
        <p><a href=${view.role === "GROUP" ? `/w/${view.code}` : `/workshops/${view.code}/projector`}>Go on there</a></p></div>`;
    }
    return html`
      <h1 class="visually-hidden">${view.title}</h1>
      <board-controls .room=${this.room}></board-controls>
      <groups-dialog .room=${this.room}></groups-dialog>
      <lock-dialog .room=${this.room} .indicators=${this.indicators} .groups=${this.groups}></lock-dialog>
      <div role="status">${connection === "lost" ? html`<p class="notice lost"><b>Reconnecting.</b> <span>The connection is lost; what you see is how it was.</span></p>` : nothing}
        ${view.ended ? html`<p class="notice">The workshop has ended. Save the take-home file for the groups.</p>` : nothing}</div>
      ${view.rulesChanged ? html`<p class="notice" role="alert">The rules were replaced since the workshop was started; all verdicts are by the new ones.</p>` : nothing}
      ${board?.findings && this.indicators.length > 0
        ? boardFindings(this.room, this.indicators) : boardWaiting(view)}
      ${this.foot(view)}`;
  }

  /** @param {string} media @param {string} ending */
  async save(media, ending) {
    try {
      saveFile(`workshop-${this.room.code}.${ending}`, await requestFile(`${this.room.path}/result`, { headers: { Accept: media } }));
      this.refused = "";
    } catch (failed) {
      this.refused = `The file could not be made. ${messageOf(failed)}`;
    }
  }

  /** @param {Event} event */
  async make(event) {
    event.preventDefault();
    const chosen = /** @type {HTMLSelectElement} */ (this.querySelector("#link-for"));
    const body = chosen.value === "" ? { role: "PROJECTOR" } : chosen.value === "FACILITATOR" ? { role: "FACILITATOR" } : { role: "GROUP", group: chosen.value.slice(1) };
    try {
      const { address, qrCode } = await post(`${this.room.path}/links`, body);
      this.link = new URL(address, `${location.protocol}//${this.address}`).href;
      this.qrCode = qrCode ?? "";
      this.linked = chosen.selectedOptions[0].textContent ?? "";
      this.refused = "";
    } catch (failed) {
      this.refused = messageOf(failed);
    }
  }

  /** Below the board: the file to take home, the projector, links for other devices, and the code. @param {any} view */
  foot(view) {
    return html`<board-foot>
      <div class="foot-buttons">
        <button type="button" ?disabled=${!view.revealed} @click=${() => this.save("text/html", "html")}>${download()} Take-home file</button>
        <button type="button" ?disabled=${!view.revealed} @click=${() => this.save(WORKBOOK, "xlsx")}>${download()} Spreadsheet</button>
        ${view.revealed ? nothing : html`<span class="quiet">after the reveal</span>`}
        <a class="button" href="/workshops/${view.code}/projector" target="_blank" rel="noopener">${screen()} Projector</a>
        <a class="button" href="/workshops/${view.code}/lobby">Lobby</a>
        <p class="board-code">Code <b>${spaced(view.code)}</b></p>
      </div>
      ${view.revealed ? html`<p class="files">Scenario files for <code>assess</code>:
        ${view.groups.map((/** @type {any} */ group) => html` <a href="/api/v1${this.room.path}/scenarios/${group.letter}" download="workshop-${view.code}-${group.letter}.json">${group.name}</a>`)}</p>` : nothing}
      <details class="links"><summary>Open it on another device</summary>
        <form class="form" @submit=${this.make}>
          <label for="link-for">For</label>
          <select id="link-for"><option value="">the projector</option><option value="FACILITATOR">the facilitator</option>
            ${view.groups.map((/** @type {any} */ group) => html`<option value="=${group.letter}">${group.name}</option>`)}</select>
          <button>Make a link</button>
        </form>
        ${this.link === "" ? nothing : html`<p class="link">Works once, for ${this.linked}: <code>${this.link}</code> ${navigator.clipboard ? html`<button type="button" @click=${() => navigator.clipboard.writeText(this.link)}>Copy</button>` : nothing}</p>
          ${this.qrCode === "" ? nothing : html`<img class="link-code" src=${`data:image/svg+xml,${encodeURIComponent(this.qrCode)}`} alt="QR code of the link">`}
          ${this.opening === "" ? nothing : html`<p class="quiet">Only this machine reaches this address: other devices need the service to be opened to the room, as the lobby says.</p>`}`}
      </details>
      <p class="error" role="alert">${this.refused}</p></board-foot>`;
  }
}

customElements.define("workshop-board", WorkshopBoard);
