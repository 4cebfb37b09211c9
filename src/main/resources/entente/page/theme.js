/** Light or dark: the choice of the system, until the button in the bar says otherwise. */

const KEY = "entente-theme";
const root = document.documentElement;
const button = document.getElementById("theme");

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

/** @param {string | null} theme */
function show(theme) {
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }
  button?.setAttribute("aria-pressed", String(isDark()));
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
  const next = isDark() ? "light" : "dark";
  show(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The choice is not kept.
  }
});
