/** Who is signed in on this page; where the service has no keys, nobody is, and everything is allowed. */

const account = document.getElementById("account");

const role = account?.dataset.role ?? "operator";

/** A reader reads and evaluates, and stores nothing. */
export const isReader = role === "reader";
export const isOperator = role === "operator";

/** Why a control is disabled. */
export const READER_STORES_NOTHING = "Your key has the role reader, which stores nothing.";

/**
 * Leads to signing in, and back to this case, if the session has ended. A refused request alone does not say so: it can lack the
 * token of a workshop.
 */
export async function checkSession() {
  if (account && (await fetch("/sign-in", { redirect: "manual" })).type !== "opaqueredirect") {
    location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}${location.hash}`);
    await new Promise(() => {}); // nothing more happens on this page
  }
}
