/** Keeps a component up to date with a store. */
export class Watch {
  /** @param {import("lit").LitElement} host @param {() => EventTarget | undefined} store */
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.update = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    this.store()?.addEventListener("change", this.update);
  }

  hostDisconnected() {
    this.store()?.removeEventListener("change", this.update);
  }
}
