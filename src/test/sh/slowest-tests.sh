#!/bin/sh
# The ten slowest test classes of the last mvn verify, in seconds.
cd "$(dirname "$0")/../../.."
sed -n 's/^.*<testsuite .* name="\([^"]*\)" time="\([^"]*\)".*/\2 \1/p' target/*-reports/TEST-*.xml | tr -d , | sort -rn | head
