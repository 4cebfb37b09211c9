#!/bin/sh
# Takes out each guard that src/test/breaks names, one at a time, and sees that a test misses it.
#   breaks.sh [WORD…]     only the guards whose sentence or file has one of the words
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec java -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider \
    -cp "target/test-classes:target/classes:$(cat target/test.classpath)" entente.breaks.Breaks "$@"
