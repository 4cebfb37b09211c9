/** Widths of components and of text, for drawings that follow them. */

/** The width of a component in px; it is drawn anew when that changes. 0 until it is known. */
export class Width {
  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.host = host;
    this.width = 0;
    this.observer = new ResizeObserver((entries) => this.#set(entries[0].contentRect.width));
    host.addController(this);
  }

  hostConnected() {
    this.observer.observe(this.host);
    document.fonts.ready.then(() => this.host.requestUpdate());
  }

  hostDisconnected() {
    this.observer.disconnect();
  }

  /** @param {number} width */
  #set(width) {
    const whole = Math.floor(width);
    if (whole !== this.width) {
      this.width = whole;
      this.host.requestUpdate();
    }
  }
}

/** @type {CanvasRenderingContext2D | null} */
let canvas = null;

/** Width of a text in px. @param {string} text @param {number} [size] in px @param {number} [weight] */
export function textWidth(text, size = 13.5, weight = 400) {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (canvas === null) {
    return text.length * size * 0.5;
  }
  canvas.font = `${weight} ${size}px "Source Sans 3", sans-serif`;
  return canvas.measureText(text).width;
}
