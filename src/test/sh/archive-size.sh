#!/bin/sh
# Kilobytes that a kept assessment takes on the disk, on H2 and on PostgreSQL, with and without an Idempotency-Key.
#   archive-size.sh [COUNT]     how many to keep; 340 unless given
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec java -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider \
    -cp "target/test-classes:target/classes:$(cat target/test.classpath)" entente.service.archive.ArchiveSizeTest "$@"
