/** The comparison as a file: how each scenario differs from the first, with the exact shares. */

import { compare } from "../api.js";
import { DownloadPanel, jsonFile } from "../workbench/download-panel.js";
import { letter } from "./comparison.js";

class DownloadComparison extends DownloadPanel {
  /** @param {import("./comparison.js").Comparison} comparison */
  files(comparison) {
    const { ids } = comparison;
    const scenarios = ids.map((id, index) => ({ label: `Scenario ${letter(index)} (JSON)`, name: `${id}.json`, content: async () => jsonFile(await comparison.file(id)) }));
    return ids.length < 2 ? scenarios : [{ label: "Comparison (JSON)", name: `comparison-${ids[0]}.json`,
      content: async () => jsonFile(await compare(await Promise.all(ids.map((id) => comparison.file(id))))) }, ...scenarios];
  }
}

customElements.define("download-comparison", DownloadComparison);
