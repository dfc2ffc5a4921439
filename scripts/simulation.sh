#!/usr/bin/env bash
# The long form of SimulationIT: random worlds through the processors of the whole topology without a broker, in random
# order, with crashes, each held against the batch oracle. Writes docs/reliability/simulation.log. Exit code 1 when one
# seed differs; the log names it.
#   scripts/simulation.sh [SEEDS [FIRST]]     default: 10000 1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seeds=${1:-10000}
first=${2:-1}
log=docs/reliability/simulation.log

mvn -B -o -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
{
  echo "date      $(date -u +%Y-%m-%dT%H:%MZ)"
  echo "commit    $(git rev-parse --short HEAD 2> /dev/null || echo unknown)"
  echo "machine   $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB RAM", $2 / 1e6}' /proc/meminfo), $("$java" -version 2>&1 | head -1)"
  echo "load      $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "command   scripts/simulation.sh $seeds $first"
} | tee "$log"
"$java" -Xmx1g -Dorg.apache.avro.specific.use_custom_coders=true -Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.stswatch \
  -cp "target/test-classes:target/classes:$(< target/test.classpath)" \
  org.stswatch.simulation.LongSimulation "$first" "$seeds" | tee -a "$log"
