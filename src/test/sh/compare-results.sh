#!/bin/bash
# Compares the JSON of another revision with that of this one, field by field, for all shipped scenarios and 500 random ones:
# assessments, flips, sensitivities, comparisons and explorations, as the two services answer. Every difference is printed, and
# the exit code is 1. What may differ on purpose is in IGNORED. Needs git and python3.
# Usage: compare-results.sh REVISION
set -euo pipefail
cd "$(dirname "$0")/../../.."
scratch=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; git worktree remove --force "$scratch/old" 2>/dev/null || true; rm -rf "$scratch"' EXIT
git worktree add -q --detach "$scratch/old" "$1"

serve() {
    "$1/entente" serve --port 0 --archive "$scratch/archive-$2" >"$scratch/log-$2" 2>&1 &
    local service=$!
    until grep -q " serves at " "$scratch/log-$2"; do
        kill -0 "$service"
        sleep 0.5
    done
}

serve "$scratch/old" before
serve "$PWD" after
python3 - "$scratch" <<'PYTHON'
import json, pathlib, random, re, sys, urllib.error, urllib.request

IGNORED = {"rules", "rulesVersion", "rulesSha256", "provenance"}  # versions and digests of rule book and engine
random.seed(2019)
scratch = pathlib.Path(sys.argv[1])
before, after = (re.search(r"serves at (\S+),", (scratch / f"log-{name}").read_text()).group(1) for name in ("before", "after"))
counts, wrong = {}, []

def ask(base, path, body=None):
    request = urllib.request.Request(base + "/api/v1" + path, None if body is None else json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        return {"status": problem["status"], "errors": problem.get("errors", problem.get("detail"))}

def compare(a, b, at):
    if isinstance(a, dict) and isinstance(b, dict):
        for name in {**a, **b}.keys() - IGNORED:
            if name in a and name in b:
                compare(a[name], b[name], f"{at}/{name}")
            else:
                wrong.append(f"{at}/{name}: only {'before' if name in a else 'after'}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for index, (one, other) in enumerate(zip(a, b)):
            compare(one, other, f"{at}/{index}")
    else:
        counts["values"] = counts.get("values", 0) + 1
        if a != b:
            wrong.append(f"{at}: {a!r} -> {b!r}")

def both(name, path, body):
    one = ask(before, path, body)
    counts[path] = counts.get(path, 0) + 1
    counts["refused"] = counts.get("refused", 0) + ("status" in one and "errors" in one)
    compare(one, ask(after, path, body), f"{name}{path}")

def value(low, high, whole):
    return random.randint(low, high) if whole else round(random.uniform(low, high), 2)

def scenario(number, indicators):
    readings = {}
    for one in random.sample(indicators, random.randint(5, len(indicators))):
        low, high = one["range"]
        reading = {"value": value(low, high, one["whole"])}
        if random.random() < 0.15:
            reading["low"] = value(low, int(reading["value"]) if one["whole"] else reading["value"], one["whole"])
            reading["high"] = value(int(reading["value"]) if one["whole"] else reading["value"], high, one["whole"])
        readings[one["id"]] = reading
    return {"id": f"random-{number}", "title": f"Random {number}", "readings": readings}

indicators = ask(before, "/indicators")
cases = [(path.stem, json.loads(path.read_text())) for path in sorted(pathlib.Path("scenarios").glob("*.json"))
         if path.name != "scenario.schema.json"]
cases += [(one["id"], one) for one in (scenario(number, indicators) for number in range(500))]
for name, one in cases:
    both(name, "/assessments?keep=false", one)
    for target in ({"up": True}, {"down": True}):
        both(name, "/flips", {"scenario": one, "maxSize": 2, **target})
    both(name, "/sensitivities", {"scenario": one, "all": True})
    both(name, "/comparisons", {"before": cases[0][1], "after": one})
    both(name, "/explorations", {"scenario": one})
print(", ".join(f"{name} {count}" for name, count in counts.items()) + f"; {len(wrong)} differ")
print("\n".join("  " + line[:200] for line in wrong[:100]))
sys.exit(1 if wrong else 0)
PYTHON
