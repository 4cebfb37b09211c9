/** What this browser keeps of workshops. Storage can be switched off: it is then kept as long as the page, or not at all. */

/**
 * @template T @param {() => Storage} storage @param {string} key
 * @param {T} missing where nothing is kept @param {T} [failed] where it cannot be read @returns {T}
 */
function read(storage, key, missing, failed = missing) {
  try {
    return JSON.parse(storage().getItem(key) ?? "null") ?? missing;
  } catch {
    return failed;
  }
}

/** @param {() => Storage} storage @param {string} key @param {unknown} value */
function keep(storage, key, value) {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // Whatever is kept is a convenience, or in memory too.
  }
}

const WORKSHOPS = "entente-workshops";
const MOST = 20;

/**
 * The workshops that this browser facilitates; which it is allowed to, the service knows by a cookie.
 * @returns {{code: string, title: string}[]} latest first
 */
export const facilitated = () => read(() => localStorage, WORKSHOPS, /** @type {{code: string, title: string}[]} */ ([]));

/** @param {{code: string, title: string}} workshop */
export const remember = ({ code, title }) =>
  keep(() => localStorage, WORKSHOPS, [{ code, title }, ...facilitated().filter((each) => each.code !== code)].slice(0, MOST));

/** @param {string} code */
export const forget = (code) => keep(() => localStorage, WORKSHOPS, facilitated().filter((each) => each.code !== code));

/** @typedef {import("../store.js").Step} Step */

const STEPS = 50;

/** @param {string} code @param {number} group */
const stepsKey = (code, group) => `entente-steps-${code}-${group}`;

/**
 * The steps of a group that can be undone, kept so that a reload does not forget them.
 * @param {string} code @param {number} group @returns {{past: Step[], future: Step[]}} oldest first; empty where none are kept
 */
export const keptSteps = (code, group) => read(() => sessionStorage, stepsKey(code, group), { past: [], future: [] });

/** The latest steps; a gesture does not outlive the page. @param {string} code @param {number} group @param {Step[]} past @param {Step[]} future */
export function keepSteps(code, group, past, future) {
  const steps = (/** @type {Step[]} */ all) => all.slice(-STEPS).map(({ changes, assumptions, label }) => ({ changes, assumptions, label }));
  keep(() => sessionStorage, stepsKey(code, group), { past: steps(past), future: steps(future) });
}

/** @typedef {{id: string, moves: {indicator: string, value?: number | null}[], tried: boolean}} UnsentMove */

/** Moves that the service has not acknowledged, kept so that neither a reload nor a lost network loses one. */
export class UnsentMoves {
  /** @param {string} code @param {number} group */
  constructor(code, group) {
    this.key = `entente-moves-${code}-${group}`;
    /** For browsers without storage. @type {UnsentMove[]} */
    this.memory = [];
  }

  /** @returns {UnsentMove[]} oldest first */
  get all() {
    return read(() => localStorage, this.key, [], this.memory);
  }

  /** @param {UnsentMove[]} moves */
  keep(moves) {
    this.memory = moves;
    keep(() => localStorage, this.key, moves);
  }

  /** A move; one that was not tried yet takes it in, so that a dragged thumb is few moves. @param {UnsentMove["moves"]} moves */
  add(moves) {
    const all = this.all;
    const last = all.at(-1);
    if (last && !last.tried) {
      const moved = new Set(moves.map((each) => each.indicator));
      last.moves = [...last.moves.filter((each) => !moved.has(each.indicator)), ...moves];
    } else {
      all.push({ id: uuid(), moves, tried: false });
    }
    this.keep(all);
  }

  /** The oldest, marked as tried: from now on it stays as it is, since it may have arrived. */
  take() {
    const all = this.all;
    if (all.length === 0) {
      return null;
    }
    all[0].tried = true;
    this.keep(all);
    return all[0];
  }

  /** @param {string} id */
  remove(id) {
    this.keep(this.all.filter((each) => each.id !== id));
  }
}

/** As crypto.randomUUID, which addresses of a room do not have, since they are not secure contexts. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
