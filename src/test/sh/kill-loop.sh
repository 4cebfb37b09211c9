#!/bin/sh
# Kills the service while four clients post, and compares what it acknowledged with what is there.
#   kill-loop.sh [CYCLES [SEED [STORES]]]     stores: h2, postgresql, joined by commas
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec java -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dentente.kill.cycles="${1:-25}" \
    -Dentente.kill.seed="${2:-$(date +%s)}" -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
    entente.crash.KillLoopIT "${3:-h2,postgresql}"
