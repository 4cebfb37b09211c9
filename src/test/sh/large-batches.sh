#!/bin/bash
# What large batches do to a service with the heap that ships (-Xmx512m): one of faulty scenarios as a job, two at once whose
# callers wait, and a thousand sound scenarios that are kept. Prints status and seconds of each, the health afterwards, and
# whether a job that comes later is done. Usage: large-batches.sh [MEGABYTES OF A BATCH, usually 56] [HEAP, usually 512m]
set -euo pipefail
cd "$(dirname "$0")/../../.."
megabytes=${1:-56}
elements=${ELEMENTS:-1000}
heap=${2:-512m}
export ENTENTE_JAVA_OPTIONS="-Xmx$heap -XX:TieredStopAtLevel=4 -XX:+UseSerialGC"
. src/test/sh/service.sh
root=http://127.0.0.1:$port

# Elements, each with some thousands of unknown members.
python3 - "$megabytes" "$scratch" "$elements" <<'PYTHON'
import json, sys
scratch, elements = sys.argv[2], int(sys.argv[3])
size = int(sys.argv[1]) * 1_000_000 // elements
members = ",".join('"unknown-%d": 1' % i for i in range(size // 19))
element = '{"id": "faulty", "title": "T", "readings": {%s}}' % members
with open(scratch + "/faulty.ndjson", "w") as out:
    out.write((element + "\n") * elements)
shipped = json.load(open("scenarios/status-quo-2025.json"))
with open(scratch + "/sound.ndjson", "w") as out:
    out.write((json.dumps(shipped) + "\n") * 1000)
PYTHON
ls -l "$scratch" | awk 'NR > 1 { print $9, $5, "bytes" }'

post() {
    local name=$1
    shift
    curl -s -o "$scratch/answer-$name" -w "$name: %{http_code}, %{time_total} s, %{size_download} bytes\n" --max-time 590 \
        -H 'Content-Type: application/x-ndjson' "$@" || echo "$name: no answer"
}
job() {
    local name=$1 address state=QUEUED start=$SECONDS
    shift
    post "$name" -H 'Prefer: respond-async' "$@"
    address=$root/api/v1/jobs/$(sed -n 's/.*"id": "\([^"]*\)".*/\1/p' "$scratch/answer-$name" | head -1)
    while [[ $state =~ ^(QUEUED|RUNNING)$ && $((SECONDS - start)) -lt ${PATIENCE:-300} ]]; do
        sleep 1
        state=$(curl -s --max-time 20 "$address" | sed -n 's/.*"state": "\([A-Z]*\)".*/\1/p' | head -1 || true)
    done
    echo "$name: ${state:-no answer} after $((SECONDS - start)) s"
}
health() {
    echo "health: $(curl -s --max-time 20 "$root/actuator/health" || echo none)"
    echo "resident: $(awk '/VmRSS/ { print $2 / 1024 }' "/proc/$service/status") MB, OutOfMemoryError in the log: $(grep -c OutOfMemoryError "$scratch/log" || true)"
}
batch="$root/api/v1/assessments:batch"
job faulty-job --data-binary "@$scratch/faulty.ndjson" "$batch?keep=false"
health
post faulty-1 --data-binary "@$scratch/faulty.ndjson" "$batch?keep=false" &
first=$!
post faulty-2 --data-binary "@$scratch/faulty.ndjson" "$batch?keep=false" &
wait "$first" $!
health
post sound-1 --data-binary "@$scratch/sound.ndjson" "$batch" &
first=$!
post sound-2 -H 'Idempotency-Key: sound-2' --data-binary "@$scratch/sound.ndjson" "$batch" &
wait "$first" $!
health
job small-job -d '{}' "$batch?keep=false"
grep -v INFO "$scratch/log" | cut -c1-300 | head -5
