#!/bin/bash
# How long `assess` of one file takes from cold, as a ratio to a JVM that prints "hello". The two run in turn, so that a
# busy machine slows both; the median ratio is what counts. Usage: start-ratio.sh [PAIRS [FORMAT]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
pairs=${1:-15}
# Without options the parser of the command line is not loaded.
format=(${2:+--format "$2"})
hello=$(mktemp -d)
trap 'rm -rf "$hello"' EXIT
printf 'public class Hello { public static void main(String[] a) { System.out.println("hello"); } }\n' >"$hello/Hello.java"
javac -d "$hello" "$hello/Hello.java"
./entente assess scenarios/baseline-2018.json >/dev/null

milliseconds() {
    local start=$EPOCHREALTIME
    "$@" >/dev/null
    local end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./}) / 1000))
}

for ((i = 0; i < pairs; i++)); do
    entente=$(milliseconds ./entente assess scenarios/baseline-2018.json "${format[@]}")
    java=$(milliseconds java -cp "$hello" Hello)
    awk -v a="$entente" -v b="$java" 'BEGIN { printf "%.2f %d %d\n", a / b, a, b }'
done | sort -n | awk '
    { ratio[NR] = $1; a[NR] = $2; b[NR] = $3 }
    END {
        middle = int((NR + 1) / 2)
        printf "ratio: median %.1f, least %.1f, most %.1f over %d pairs\n", ratio[middle], ratio[1], ratio[NR], NR
    }'
