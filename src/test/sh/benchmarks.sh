#!/bin/sh
# JMH benchmarks. Read them as ratios within one run: machines differ, and so does one machine from hour to hour.
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec java -cp "target/test-classes:target/classes:$(cat target/test.classpath)" org.openjdk.jmh.Main "$@"
