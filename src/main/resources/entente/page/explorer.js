/**
 * How probable each verdict is while readings are uncertain, and the conditions of one that is sought: one request for each move,
 * of which the latest answer counts.
 */

import * as api from "./api.js";

/** What takes longer is shown as an earlier answer, in ms. */
const EARLIER_AFTER = 300;

export class Explorer {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** @type {AbortController | null} */
    this.pending = null;
  }

  /** Seeks the conditions of a verdict, now and after each move. @param {string} band */
  async seek(band) {
    this.store.set({ sought: band, discovery: null });
    if (this.pending !== null) {
      await this.attempt(this.pending, (own) => this.discover(own));
    }
  }

  async ask() {
    const { store } = this;
    this.pending?.abort();
    this.pending = null;
    if (!store.isExplored) {
      if (store.state.exploration !== null || store.state.unexplored !== "") {
        store.set({ exploration: null, exploring: false, unexplored: "" });
      }
      return;
    }
    const own = new AbortController();
    this.pending = own;
    store.set({ discovery: null });
    const earlier = setTimeout(() => own === this.pending && store.set({ exploring: true }), EARLIER_AFTER);
    await this.attempt(own, async () => {
      const exploration = await api.explore(store.scenario(), { unratedAny: store.state.unratedAny }, own.signal);
      clearTimeout(earlier);
      if (own === this.pending) {
        store.set({ exploration, exploring: false, unexplored: "" });
        await this.discover(own);
      }
    });
    clearTimeout(earlier);
  }

  /** Takes longer than the probabilities, which are shown meanwhile. @param {AbortController} own */
  async discover(own) {
    const { store } = this;
    const { sought, unratedAny } = store.state;
    if (sought !== null) {
      const { discovery } = await api.explore(store.scenario(), { unratedAny, discover: sought }, own.signal);
      if (own === this.pending && sought === store.state.sought) {
        store.set({ discovery });
      }
    }
  }

  /** @param {AbortController} own @param {(own: AbortController) => Promise<void>} work */
  async attempt(own, work) {
    try {
      await work(own);
    } catch (failed) {
      // Without the service the case is sent again, and this with it.
      if (own === this.pending && failed instanceof api.Problem) {
        this.store.set({ exploration: null, exploring: false, unexplored: failed.message });
      }
    }
  }
}
