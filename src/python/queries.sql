-- Queries of the notebook for DuckDB. Paths are relative to the folder of the files (SET file_search_path).

-- name: series
-- The record without the alternatives: likelihood and the interval that open readings allow, percent.
SELECT scenario, as_of, percent, low_percent, high_percent
FROM 'series.csv'
WHERE list = 'steps'
ORDER BY as_of, scenario;

-- name: factors
-- What weighs most for and against the alliance in each scenario: points, ten of which multiply the odds by ten.
SELECT v.id, v.percent, g.group_label, g.alliance_points
FROM 'verdicts.csv' v
JOIN 'groups.csv' g ON g.scenario = v.id AND g.as_of IS NOT DISTINCT FROM v.as_of
WHERE g.alliance_points <> 0
QUALIFY row_number() OVER (PARTITION BY v.id ORDER BY abs(g.alliance_points) DESC, g."group") = 1
ORDER BY v.percent DESC, v.id;

-- name: outcomes
-- How probable each likelihood (percent, rounded down) is with the open questions.
SELECT floor(outcome.percent)::BIGINT AS percent, round(sum(outcome.probability), 9) AS probability
FROM (SELECT unnest(distribution) AS outcome FROM 'exploration.json')
GROUP BY 1
ORDER BY 1;
