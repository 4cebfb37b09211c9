#!/bin/bash
# How soon an edited rule book is active and a fault in one is reported, in multiples of the time that the command line takes
# for an assessment with a book that it must compile; and how requests are answered in the meantime.
# Usage: reload.sh [EDITS OF EACH KIND]
set -euo pipefail
cd "$(dirname "$0")/../../.."
edits=${1:-6}
scratch=$(mktemp -d)
cp -r rules "$scratch/rules"
cp -r rules "$scratch/other"
rules=$scratch/rules
. src/test/sh/service.sh
api=http://127.0.0.1:$port/api/v1
book=$rules/us_reaction.drl

# The entity tag changes with the texts of the rules; a comment leaves it the same.
reword() { sed -i "0,/^rule \"/s/^rule \"[^\"]*\"/rule \"The claim of $2 would hold.\"/" "$1/us_reaction.drl"; }
milliseconds() { date +%s%3N; }
tag() { curl -s -o /dev/null -D - "$api/rules" | tr -d '\r' | sed -n 's/^etag: //Ip'; }
faults() { curl -s "$api/rules" | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["faults"]))'; }
median() { sort -n | sed -n "$((($1 + 1) / 2))p"; }

while [ ! -e "$scratch/done" ]; do
    curl -s -o /dev/null -w '%{http_code}\n' -H 'Content-Type: application/json' \
        --data-binary @scenarios/status-quo-2025.json "$api/assessments?keep=false"
done >"$scratch/statuses" &
client=$!

for ((edit = 1; edit <= edits; edit++)); do
    reword "$scratch/other" "other edit $edit"
    start=$(milliseconds)
    ./entente assess --rules "$scratch/other" scenarios/baseline-2018.json >/dev/null
    echo $(($(milliseconds) - start)) >>"$scratch/compiled"

    before=$(tag)
    start=$(milliseconds)
    reword "$rules" "edit $edit"
    while [ "$(tag)" = "$before" ]; do sleep 0.05; done
    echo $(($(milliseconds) - start)) >>"$scratch/active"

    cp "$book" "$scratch/good"
    start=$(milliseconds)
    echo "rule broken" >>"$book"
    while [ "$(faults)" = 0 ]; do sleep 0.05; done
    echo $(($(milliseconds) - start)) >>"$scratch/reported"
    cp "$scratch/good" "$book"
    while [ "$(faults)" != 0 ]; do sleep 0.05; done
done
touch "$scratch/done"
wait "$client"

unit=$(median "$edits" <"$scratch/compiled")
for what in active reported; do
    echo "$what: $(sort -n "$scratch/$what" | awk -v unit="$unit" '{ printf "%s%.2f", (NR > 1 ? " " : ""), $1 / unit }')"
done
echo "unit: $unit ms, an assessment on the command line with a book that must be compiled"
echo "requests in the meantime: $(sort "$scratch/statuses" | uniq -c | awk '{ printf "%s%d with %s", (NR > 1 ? ", " : ""), $1, $2 }')"
