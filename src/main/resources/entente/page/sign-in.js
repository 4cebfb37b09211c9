/**
 * Keeps the part of the address that only the browser knows, and goes on at once where there is a session: a link from another
 * site opens the first page without it.
 */

const to = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=to]"));

if (to) {
  to.value += location.hash;
  fetch(location.href, { redirect: "manual" }).then((answer) => {
    if (answer.type === "opaqueredirect") {
      location.replace(to.value);
    }
  }, () => {
    // The form stays.
  });
}

export {};
