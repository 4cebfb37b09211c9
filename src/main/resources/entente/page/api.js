/** Requests to the service. Every figure on the pages comes from here. */

import { checkSession } from "./account.js";

/** @typedef {{pointer?: string, detail: string, line?: number, column?: number, cell?: string, allowed?: string[], suggestion?: string}} Fault */

/** A response other than success: its title and detail are sentences for the user. */
export class Problem extends Error {
  /** @param {{status: number, title: string, detail?: string, errors?: Fault[]}} body */
  constructor(body) {
    super(body.detail ?? body.title);
    this.status = body.status;
    this.title = body.title;
    this.errors = body.errors ?? [];
  }
}

/** The service cannot be reached. */
export class Offline extends Error {}

/** How often an overloaded service is asked before the user is told. */
const ATTEMPTS = 4;
const SERVICE_UNAVAILABLE = 503;
const UNAUTHENTICATED = 401;

/** Waits as long as the service says. @param {Response} response */
const pause = (response) => new Promise((done) => setTimeout(done, 1000 * Number(response.headers.get("Retry-After") ?? 1)));

/**
 * @param {string} path below /api/v1
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export async function send(path, options = {}) {
  try {
    let response = await fetch(`/api/v1${path}`, options);
    for (let attempt = 1; attempt < ATTEMPTS && response.status === SERVICE_UNAVAILABLE; attempt++) {
      await pause(response);
      response = await fetch(`/api/v1${path}`, options);
    }
    if (response.status === UNAUTHENTICATED) {
      await checkSession();
    }
    return response;
  } catch (failed) {
    if (failed instanceof DOMException && failed.name === "AbortError") {
      throw failed;
    }
    throw new Offline("The service cannot be reached.");
  }
}

/**
 * @param {string} path below /api/v1
 * @param {RequestInit} [options]
 * @returns {Promise<any>} the JSON of the response
 */
export async function request(path, options = {}) {
  const response = await send(path, options);
  const text = await response.text();
  const body = text === "" ? null : JSON.parse(text);
  if (!response.ok) {
    throw new Problem(body ?? { status: response.status, title: response.statusText });
  }
  return body;
}

/** The file that a request answers with. @param {string} path below /api/v1 @param {RequestInit} options */
export async function requestFile(path, options) {
  const response = await send(path, options);
  if (!response.ok) {
    throw new Problem(await response.json());
  }
  return response.blob();
}

/**
 * A request that sends JSON.
 * @param {unknown} body @param {string} [type] of the answer @param {AbortSignal} [signal] @returns {RequestInit}
 */
export const posted = (body, type = "*/*", signal = undefined) =>
  ({ method: "POST", headers: { "Content-Type": "application/json", Accept: type }, body: JSON.stringify(body), signal });

/** @param {string} path @param {unknown} body @param {AbortSignal} [signal] */
export const post = (path, body, signal) => request(path, posted(body, undefined, signal));

export const getRuleBook = () => request("/rules");
export const getIndicators = () => request("/indicators");
export const getScenarios = () => request("/scenarios?limit=200");

/** @param {string} id */
export const getScenario = (id) => request(`/scenarios/${encodeURIComponent(id)}`);

/** @param {object} scenario @param {AbortSignal} [signal] */
export const assess = (scenario, signal) => post("/assessments?keep=false", scenario, signal);

/** @param {object[]} scenarios the first is compared with each of the others */
export const compare = (scenarios) => post("/comparisons", { scenarios });
