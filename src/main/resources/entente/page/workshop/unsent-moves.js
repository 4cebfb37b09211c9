/** Moves that the service has not acknowledged, kept in this browser so that neither a reload nor a lost network loses one. */

/** @typedef {{id: string, moves: {indicator: string, value?: number | null}[], tried: boolean}} UnsentMove */

export class UnsentMoves {
  /** @param {string} code @param {number} group */
  constructor(code, group) {
    this.key = `entente-moves-${code}-${group}`;
    /** For browsers without storage. @type {UnsentMove[]} */
    this.memory = [];
  }

  /** @returns {UnsentMove[]} oldest first */
  get all() {
    try {
      const kept = localStorage.getItem(this.key);
      return kept === null ? [] : JSON.parse(kept);
    } catch {
      return this.memory;
    }
  }

  /** @param {UnsentMove[]} moves */
  keep(moves) {
    this.memory = moves;
    try {
      if (moves.length === 0) {
        localStorage.removeItem(this.key);
      } else {
        localStorage.setItem(this.key, JSON.stringify(moves));
      }
    } catch {
      // Kept as long as the page.
    }
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
