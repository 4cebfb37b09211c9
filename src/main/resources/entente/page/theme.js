/** Light or dark: the choice of the system, until the button in the bar says otherwise. */

const KEY = "entente-theme";
const root = document.documentElement;
const button = document.getElementById("theme");

/** @returns {"light" | "dark"} */
function current() {
  const chosen = root.dataset.theme;
  if (chosen === "light" || chosen === "dark") {
    return chosen;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** @param {string | null} theme */
function show(theme) {
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }
  button?.setAttribute("aria-pressed", String(current() === "dark"));
}

/** Storage can be switched off; the choice then lasts as long as the page. */
function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

show(stored());
button?.addEventListener("click", () => {
  const next = current() === "dark" ? "light" : "dark";
  show(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The choice is not kept.
  }
});
