/** Drawings of the strip, the tabs of the phone, and the arrow between two values, which the fonts lack. */

import { html } from "lit";

/** @param {string} path @param {number} [size] */
const stroke = (path, size = 16) => html`<svg class="mark" viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true"><path d=${path}/></svg>`;

export const cross = (size = 16) => stroke("M4 4l8 8M12 4l-8 8", size);
export const lock = () => stroke("M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5", 14);

export const undo = () => stroke("M6 3L3 6l3 3M3.5 6h5.8a3.6 3.6 0 0 1 0 7.2H6", 18);
export const redo = () => stroke("M10 3l3 3-3 3M12.5 6H6.7a3.6 3.6 0 0 0 0 7.2H10", 18);
/** @param {number} [size] */
export const share = (size) => stroke("M8 10V2M5 4.6L8 1.8l3 2.8M5.5 7H3.5v7h9V7h-2", size);
export const terminal = () => stroke("M1.5 3h13v10h-13zM4 6l2.2 2L4 10M8 10.3h3.5");
export const download = () => stroke("M8 2v8M5 7.4l3 2.8 3-2.8M2.5 13.5h11");
export const eye = () => stroke("M1 8c3.5-5.6 10.5-5.6 14 0c-3.5 5.6-10.5 5.6-14 0zM8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4z", 20);
export const list = () => stroke("M1.5 2.5h13v11h-13zM1.5 6.2h13M1.5 9.9h13M6 2.5v11", 20);
export const turn = () => stroke("M2.5 2.5v4h4M2.9 6.3A5.5 5.5 0 1 1 2.8 9.9", 20);

/** From one value to another; read aloud as "to". */
export const arrow = () => html`<svg class="arrow" viewBox="0 0 14 10" width="14" height="10" role="img" aria-label="to"><path d="M1 5h12M9.5 1.5L13 5l-3.5 3.5"/></svg>`;
