/**
 * Runs before the modules load, and is none itself for that reason: where the address stands for a dropped scenario, the page
 * says that this is being assessed, instead of the verdict in the server's text, which is of another scenario.
 */

if (new URLSearchParams(location.hash.slice(1)).has("dropped")) {
  document.getElementById("dropped")?.classList.add("awaited");
}
