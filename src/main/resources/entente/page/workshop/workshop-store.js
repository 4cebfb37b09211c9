/** The workbench of a group: its moves are kept by the workshop, and in this browser until they have arrived. */

import * as api from "../api.js";
import { shortName } from "../format.js";
import { Store } from "../store.js";
import { differing, valueOf } from "../uncertain.js";
import { keepSteps, keptSteps, UnsentMoves } from "./kept.js";

/** @typedef {import("../store.js").Changes} Changes */

const SEND_AGAIN_AFTER = 2000;
const ENDED = ["The workshop has ended.", "Your group’s moves are kept."];

export class WorkshopStore extends Store {
  /** @param {import("./room.js").Room} room of which this browser is a group */
  constructor(room) {
    super();
    this.room = room;
    this.opening = room.view.ended ? ENDED : room.view.own.revision === 0 ? ["No move yet.", "Move a reading; what follows is shown at once, and every move can be undone."]
      : ["As you left it.", "Your group’s moves are kept; go on with them."];
    this.number = room.view.own.number;
    this.unsent = new UnsentMoves(room.code, this.number);
    /** Changes as they are once all unsent moves have arrived. @type {Changes} */
    this.told = {};
    /** Of the group's last move that is known here. */
    this.revision = room.view.own.revision;
    this.sending = false;
    this.facilitated = true;
    /** Of the workshop. */
    this.round = room.view.round;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
    room.addEventListener("change", () => this.followRoom());
  }

  /** Catalogue, baseline, and the group's case as it stands. */
  async openGroup() {
    const scenario = await api.request(`${this.room.path}/scenarios/baseline`);
    this.file = scenario;
    const [book, indicators, baseline] = await Promise.all([api.getRuleBook(), api.getIndicators(), api.assess(scenario)]);
    const changes = this.kept();
    for (const { indicator, value } of this.unsent.all.flatMap(({ moves }) => moves)) {
      if (value === undefined) {
        delete changes[indicator];
      } else {
        changes[indicator] = value;
      }
    }
    this.told = changes;
    const { past, future } = keptSteps(this.room.code, this.number);
    const known = past.length > 0 && differing(past[past.length - 1].changes, changes).length === 0;
    this.past = known ? past : [{ changes, assumptions: scenario.assumptions ?? {}, label: "" }];
    this.future = known ? future : [];
    this.answered = this.step;
    this.set({ book, indicators, id: scenario.id, baseline, assessment: baseline, openGroup: book.groups[0].id, locked: new Set(this.room.view.locked) });
    if (Object.keys(changes).length > 0) {
      await super.evaluate();
      this.set({ previous: null, transition: null });
    } else {
      await this.follow(++this.asked);
    }
    this.send();
  }

  /** The group's readings as the service has them. @returns {Changes} */
  kept() {
    return Object.fromEntries(this.room.view.own.readings.map((/** @type {any} */ each) => [each.indicator, each.value]));
  }

  /** @param {string[]} indicators */
  allows(indicators) {
    const { view } = this.room;
    const locked = indicators.find((id) => view.locked.includes(id));
    const refusal = view.ended ? "The workshop has ended." : view.paused ? "The facilitator has paused the workshop."
      : locked !== undefined ? `The facilitator has locked “${shortName(this.state.indicators, locked)}”.` : "";
    if (refusal !== "") {
      this.set({ problem: new api.Problem({ status: 409, title: "Refused", detail: refusal }) });
    }
    return refusal === "";
  }

  /** Keeps what differs from what the service was told, then asks for the verdict. */
  async evaluate() {
    const { changes } = this;
    keepSteps(this.room.code, this.number, this.past, this.future);
    const moves = differing(this.told, changes).map((indicator) => (changes[indicator] === undefined ? { indicator } : { indicator, value: valueOf(changes[indicator]) }));
    if (moves.length > 0) {
      this.unsent.add(moves);
      this.told = changes;
      this.send();
    }
    await super.evaluate();
  }

  /** Sends one move after the other; the same id again is the same move. */
  async send() {
    clearTimeout(this.later);
    if (this.sending) {
      return;
    }
    this.sending = true;
    let refused = null;
    try {
      for (let next = this.unsent.take(); next !== null; next = this.unsent.take()) {
        try {
          const answer = await api.post(`${this.room.path}/moves:batch`, { id: next.id, moves: next.moves });
          this.revision = Math.max(this.revision, answer.revision);
        } catch (failed) {
          if (!(failed instanceof api.Problem) || waits(failed)) {
            throw failed;
          }
          refused = failed;
        }
        this.unsent.remove(next.id);
      }
    } catch {
      this.later = setTimeout(() => this.send(), SEND_AGAIN_AFTER);
    } finally {
      this.sending = false;
      this.set({});
    }
    if (refused !== null) {
      await this.room.refresh();
      this.adopt("Taken back");
      this.set({ problem: refused });
    }
  }

  /** Takes over what the service has. @param {string} label */
  adopt(label) {
    const changes = this.kept();
    this.told = changes;
    this.revision = this.room.view.own.revision;
    this.past.push({ changes, assumptions: this.assumptions, label });
    this.future = [];
    this.kind = "Last move";
    return super.evaluate();
  }

  /** Locks, and moves that the group has made on another device. */
  followRoom() {
    const { view } = this.room;
    const { locked } = this.state;
    if (this.state.baseline === null || !view.own) {
      return;
    }
    if (view.ended && this.opening !== ENDED) {
      this.opening = ENDED;
      this.set({});
    }
    if (this.round !== view.round) {
      // What was refused belongs to the round before.
      this.round = view.round;
      this.set({ problem: null });
    }
    if (locked.size !== view.locked.length || view.locked.some((/** @type {string} */ id) => !locked.has(id))) {
      this.set({ locked: new Set(view.locked), problem: null });
    }
    if (view.rulesChanged && this.state.book.sha256 === view.rulesSha256 && this.state.connection === "ready") {
      // The verdict of the next question is of other rules, which it then says.
      super.evaluate();
    }
    if (this.unsent.all.length > 0) {
      this.send();
      return;
    }
    const moved = differing(this.kept(), this.told);
    if (!this.sending && view.own.revision > this.revision && moved.length > 0) {
      this.adopt(moved.every((id) => view.locked.includes(id)) ? "Settled by the facilitator" : "Moved on another device");
    }
  }
}

/** Whether a refused move is to be sent again later. @param {api.Problem} failed */
const waits = (failed) => failed.status >= 500 || failed.status === 429 || failed.status === 408
  || failed.errors.some((each) => /** @type {any} */ (each).code === "PAUSED");
