#!/bin/bash
# How long `./entente serve` takes from the command until it is ready, as a ratio to the same service as one plain fat jar
# (java -jar). The two start in turn on fresh archives, so that a busy machine slows both; the median ratio is what counts.
# The fat jar reads the same compiled rule book. Usage: serve-ratio.sh [PAIRS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
pairs=${1:-9}
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mvn -q -B -DskipTests -Dstart-class=entente.Entente package spring-boot:repackage@repackage
# Away from the libraries that the manifest names beside it: a fat jar has its own.
mv target/entente.jar "$scratch/entente-fat.jar"
mv target/entente.jar.original target/entente.jar
./entente warm
"$java" -Dentente.home="$PWD" -jar "$scratch/entente-fat.jar" rules fingerprint >/dev/null

# Prints the milliseconds from the command to the line that says where it serves, then ends the service.
ready() {
    local number=$1 log=$scratch/log$1 begin end
    shift
    mkdir -p "$scratch/archive$number"
    begin=$EPOCHREALTIME
    coproc { exec "$@" --port 0 --archive "$scratch/archive$number" 2>"$log"; }
    local process=$COPROC_PID
    while read -r line; do
        case $line in *" serves at "*) break ;; esac
    done <&"${COPROC[0]}"
    end=$EPOCHREALTIME
    kill "$process"
    wait "$process" 2>/dev/null || true
    [ -n "${line:-}" ] || { cat "$log" >&2; return 1; }
    echo $(((${end/./} - ${begin/./}) / 1000))
}

for ((i = 0; i < pairs; i++)); do
    entente=$(ready "$i-a" ./entente serve)
    fat=$(ready "$i-b" "$java" -Dentente.home="$PWD" -jar "$scratch/entente-fat.jar" serve)
    awk -v a="$entente" -v b="$fat" 'BEGIN { printf "%.3f %d %d\n", a / b, a, b }'
done | tee "$scratch/pairs" | sort -n | awk '
    { ratio[NR] = $1 }
    END {
        middle = int((NR + 1) / 2)
        printf "ratio: median %.2f, least %.2f, most %.2f over %d pairs\n", ratio[middle], ratio[1], ratio[NR], NR
    }'
if [ -n "${SHOW:-}" ]; then cat "$scratch/pairs" >&2; fi
