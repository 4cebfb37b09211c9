#!/bin/bash
# The same rule bases and scenarios through Drools sessions, Entente, handwritten Java and other engines, in turn, in one run.
# Prints evaluations in the same processor time as ratios to Drools sessions, and how the time grows with the number of rules.
# Every evaluation is compared with the expected points; a wrong one ends the run. src/docs/performance.md says what is compared.
# Usage: side-by-side.sh [--check | ROUNDS]
#   --check   compare the points only, in about a minute
#   ROUNDS    5 by default, which takes some six minutes on a quiet machine; SHOW=1 also prints the rate of each round
set -euo pipefail
cd "$(dirname "$0")/../../.."
rounds=${1:-5}
if [ "$rounds" = --check ]; then rounds=0; fi
build=target/side-by-side
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi

mvn -q -B -DskipTests package
mvn -q -B -f src/benchmark/pom.xml compile dependency:build-classpath -Dmdep.excludeScope=system \
    -Dmdep.outputFile="$PWD/$build/classpath"

mkdir -p "$build/node"
cp src/benchmark/node/* "$build/node/"
node=$build/node
if ! command -v npm >/dev/null; then
    echo "Skipped: json-rules-engine and GoRules Zen, as npm is not installed."
    node=$build/none
elif ! (cd "$node" && npm install --silent --no-audit --no-fund --no-package-lock); then
    echo "Skipped: json-rules-engine and GoRules Zen, as npm could not install them."
    node=$build/none
fi

# One collector without threads of its own, and memory that keeps its collections rare.
"$java" -Xms2g -Xmx2g -XX:+UseSerialGC -cp "$build/classes:target/entente.jar:$(cat "$build/classpath")" \
    entente.sidebyside.SideBySide "$rounds" "$node"
