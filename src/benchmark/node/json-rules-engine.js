import jsonRulesEngine from "json-rules-engine";

const OPERATORS = { AT_LEAST: "greaterThanInclusive", AT_MOST: "lessThanInclusive" };

// Each rule is a rule with an event that carries its points; an unknown grade is null, which no comparison accepts.
export function evaluator(rules) {
  const engine = new jsonRulesEngine.Engine(
    rules.map(({ conditions, points }) => ({
      conditions: {
        all: conditions.map(([indicator, comparison, grade]) => ({
          fact: indicator,
          operator: OPERATORS[comparison],
          value: grade,
        })),
      },
      event: { type: "points", params: { points } },
    })),
  );
  return async (scenario) => {
    const { events } = await engine.run(scenario);
    return events.reduce((sum, event) => sum + event.params.points, 0);
  };
}
