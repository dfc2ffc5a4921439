#!/usr/bin/env bash
# The long form of RegistryOutageIT: the schema registry is away for a minute while the processor needs it, for a schema
# that it has not seen, for the subject of its first reject, and at its start. Nothing may be lost or rejected for it.
#   scripts/outage.sh [SECONDS]     default: 60
# Writes its raw lines to docs/reliability/outage.log ($STS_OUTAGE_LOG names another); exit code 0 when all holds.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

seconds=${1:-60}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
log=${STS_OUTAGE_LOG:-docs/reliability/outage.log}

{
  echo "date      $(date -u +%FT%TZ)"
  echo "commit    $(git describe --always --dirty 2> /dev/null || echo none)"
  echo "machine   $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), $(java -version 2>&1 | sed -n 1p)"
  echo "load      $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "command   scripts/outage.sh $seconds"
  code=0
  mvn -o -B verify -Doutage.seconds="$seconds" -Dit.test=RegistryOutageIT -Dtest=ImoTest -Dsurefire.failIfNoSpecifiedTests=false \
    > target/outage.out 2>&1 || code=$?
  grep -E 'a thread is replaced|cannot be asked, and is|answers again|Tests run:.*RegistryOutageIT' target/outage.out || true
  echo "load      $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "exit code $code"
} | tee "$log"
[[ $(tail -n 1 "$log") == "exit code 0" ]]
