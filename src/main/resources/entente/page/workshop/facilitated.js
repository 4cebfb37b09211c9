/** The workshops that this browser facilitates; which it is allowed to, the service knows by a cookie. */

const KEY = "entente-workshops";
const MOST = 20;

/** @returns {{code: string, title: string}[]} latest first */
export function facilitated() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

/** @param {{code: string, title: string}} workshop */
export function remember({ code, title }) {
  keep([{ code, title }, ...facilitated().filter((each) => each.code !== code)].slice(0, MOST));
}

/** @param {string} code */
export const forget = (code) => keep(facilitated().filter((each) => each.code !== code));

/** @param {{code: string, title: string}[]} workshops */
function keep(workshops) {
  try {
    localStorage.setItem(KEY, JSON.stringify(workshops));
  } catch {
    // The list is a convenience.
  }
}
