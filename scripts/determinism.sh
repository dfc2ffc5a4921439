#!/usr/bin/env bash
# The long form of DeterminismIT: combinations of partitions, threads, processes, order of arrival and repeated
# messages through a real broker, each held against the batch oracle; then the controls, which have to fail.
# Writes its raw lines to docs/reliability/determinism.log. Exit code 1 when one combination differs.
#   scripts/determinism.sh [COMBINATIONS [DATA...]]     default: 30 S1E5 HARBOUR
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

combinations=${1:-30}
shift || true
data=("${@:-S1E5}")
(($# > 0)) || data=(S1E5 HARBOUR)
log=docs/reliability/determinism.log

mvn -B -o -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
code=0
{
  echo "date      $(date -u +%Y-%m-%dT%H:%MZ)"
  echo "commit    $(git rev-parse --short HEAD 2> /dev/null || echo unknown)"
  echo "machine   $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB RAM", $2 / 1e6}' /proc/meminfo), $("$java" -version 2>&1 | head -1)"
  echo "load      $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "command   scripts/determinism.sh $combinations ${data[*]}"
} | tee "$log"
for one in "${data[@]}"; do
  "$java" -Xmx1g -Dorg.apache.avro.specific.use_custom_coders=true -Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.stswatch \
    -cp "target/test-classes:target/classes:$(< target/test.classpath)" \
    org.stswatch.ops.DeterminismLong "$one" "$combinations" | tee -a "$log" || code=1
done
exit "$code"
