#!/bin/bash
# Compares the JSON of another revision with that of this one, field by field, for all shipped scenarios: assessments, flips,
# sensitivities, comparisons and the backtest. Renamed fields are listed and mapped; every other difference is printed and
# the exit code is 1. Needs git and python3.   Usage: compare-results.sh REVISION
set -euo pipefail
cd "$(dirname "$0")/../../.."
revision=$1
scratch=$(mktemp -d)
trap 'git worktree remove --force "$scratch/before" 2>/dev/null || true; rm -rf "$scratch"' EXIT
git worktree add -q --detach "$scratch/before" "$revision"

collect() {
    local home=$1 out=$2 id
    mkdir -p "$out"
    for file in scenarios/*.json; do
        id=$(basename "$file" .json)
        [ "$id" = scenario.schema ] && continue
        "$home/entente" assess "$home/$file" --format json >"$out/assess-$id.json"
        "$home/entente" flip "$home/$file" --up --max-size 2 --format json >"$out/flip-up-$id.json"
        "$home/entente" flip "$home/$file" --down --max-size 2 --format json >"$out/flip-down-$id.json"
        "$home/entente" sensitivity "$home/$file" --all --format json >"$out/sensitivity-$id.json"
        "$home/entente" compare "$home/scenarios/baseline-2018.json" "$home/$file" --format json >"$out/compare-$id.json"
    done
    "$home/entente" backtest "$home/scenarios" --format json >"$out/backtest.json"
}

collect "$scratch/before" "$scratch/a"
collect "$PWD" "$scratch/b"
python3 - "$scratch/a" "$scratch/b" <<'PYTHON'
import json, os, sys

# Fields of before, by their last name, and what they are called now; None: replaced by several fields.
RENAMED = {"ours": "projectAssumption", "leftAside": "skipped", "telling": "discriminators", "needed": None}
ADDED = {"projectAssumption", "comparison", "grade", "threshold", "unit", "actualGrade", "path", "counterfactuals", "changes", "short"}
IGNORED = {"rules", "provenance"}  # versions and digests of rule book and engine
files = fields = 0
used, added, wrong = {}, {}, []

def compare(a, b, at):
    global fields
    if isinstance(a, dict) and isinstance(b, dict):
        for name, value in a.items():
            if name in IGNORED:
                continue
            now = RENAMED.get(name, name) if name not in b else name
            if name == "grade" and "actualGrade" in b and "actualGrade" not in a:  # before: the grade of the reading; now: that of the condition
                now = "actualGrade"
                used["grade of a condition"] = used.get("grade of a condition", 0) + 1
            if name not in b:
                used[name] = used.get(name, 0) + 1
            if now is None:
                continue
            if now not in b:
                wrong.append(f"{at}/{name}: missing")
            else:
                compare(value, b[now], f"{at}/{name}")
        for name in b:
            if name not in a and name not in RENAMED.values():
                added[name] = added.get(name, 0) + 1
                if name not in ADDED:
                    wrong.append(f"{at}/{name}: new")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            compare(x, y, f"{at}/{i}")
    else:
        fields += 1
        if a != b and not (isinstance(a, str) and at.rsplit("/", 1)[-1] in {"claim", "statement", "detail", "note"}):
            wrong.append(f"{at}: {a!r} -> {b!r}")
        elif a != b:
            used["(wording of) " + at.rsplit("/", 1)[-1]] = used.get("(wording of) " + at.rsplit("/", 1)[-1], 0) + 1

for name in sorted(os.listdir(sys.argv[1])):
    files += 1
    compare(json.load(open(os.path.join(sys.argv[1], name))), json.load(open(os.path.join(sys.argv[2], name))), name)
print(f"{files} documents, {fields} values compared, {len(wrong)} differ")
for name, count in sorted(used.items()):
    print(f"  renamed or reworded: {name} ({count} times)" + (f" -> {RENAMED[name]}" if RENAMED.get(name) else ""))
for name, count in sorted(added.items()):
    print(f"  added: {name} ({count} times)")
for line in wrong[:100]:
    print("  " + line[:200])
sys.exit(1 if wrong else 0)
PYTHON
