import { ZenEngine } from "@gorules/zen-engine";

// A decision table with a column for each indicator and a row for each rule, and the points of all rows that match; an unknown
// grade is null, which no comparison accepts.
export function evaluator(rules) {
  const indicators = [...new Set(rules.flatMap(({ conditions }) => conditions.map(([indicator]) => indicator)))];
  // A row without an entry for a column never matches; an empty entry always does.
  const empty = Object.fromEntries(indicators.map((indicator) => [indicator, ""]));
  const table = {
    hitPolicy: "collect",
    inputs: indicators.map((indicator) => ({ id: indicator, name: indicator, field: indicator })),
    outputs: [{ id: "points", name: "points", field: "points" }],
    rules: rules.map(({ conditions, points }, row) => ({
      _id: `${row}`,
      ...empty,
      ...Object.fromEntries(
        conditions.map(([indicator, comparison, grade]) => [indicator, comparison === "AT_LEAST" ? `>= ${grade}` : `<= ${grade}`]),
      ),
      points: `${points}`,
    })),
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode" },
      { id: "rules", name: "rules", type: "decisionTableNode", content: table },
      { id: "out", name: "out", type: "outputNode" },
    ],
    edges: [
      { id: "1", type: "edge", sourceId: "in", targetId: "rules" },
      { id: "2", type: "edge", sourceId: "rules", targetId: "out" },
    ],
  });
  return async (scenario) => {
    const { result } = await decision.evaluate(scenario);
    return Array.isArray(result) ? result.reduce((sum, row) => sum + row.points, 0) : 0;
  };
}
