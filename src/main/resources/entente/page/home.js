/** The front page: a scenario file that is dropped or chosen is assessed, and opens in the workbench. */

import "./home/drop-zone.js";

/** Times of the archive, in the reader's zone. */
for (const time of document.querySelectorAll("time")) {
  const at = new Date(time.dateTime);
  const clock = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const date = at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const now = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  time.textContent = `${date === now ? "today" : date}, ${clock}`;
}
