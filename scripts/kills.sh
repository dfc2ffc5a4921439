#!/usr/bin/env bash
# The long forms of KillIT: kills instances of the processor in mid-run and holds the result against that of an
# undisturbed replay. The log goes to docs/reliability/; the exit code is 0 when every result is equal.
#   scripts/kills.sh s1e6      10 kills, one broker, on $STS_BENCH_DIR/s1e6 (30 MB that are not in the repository)
#   scripts/kills.sh brokers   5 runs of 10 kills, 3 brokers of which a leader is stopped hard at every other kill
# Further arguments go to the trial (`--seed 7`, `--speed 300`, `--rounds 1`); STS_KILLS_LOG names another log.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

form=${1:-}
case $form in
  s1e6) # 48 h in 6 min
    name=\$STS_BENCH_DIR/s1e6/ais.csv.gz
    input=${STS_BENCH_DIR:?names the folder that holds s1e6}/s1e6/ais.csv.gz
    options=(--kills 10 --speed 480) ;;
  brokers) # 24 h in 6 min, for a broker that stops costs time too: at 4 min a run may end before its tenth kill
    name=src/test/resources/bench-s1e5/ais.csv.gz
    input=$name
    options=(--kills 10 --rounds 5 --brokers 3 --speed 240) ;;
  *) sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
shift
options+=("$@")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=${STS_KILLS_LOG:-docs/reliability/kills-$form.log}
mvn -o -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath"

machine() {
  echo "date     $(date -u +%FT%TZ)"
  echo "machine  $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), $(java -version 2>&1 | sed -n 1p)"
  echo "load     $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "commit   $(git describe --always --dirty 2> /dev/null || echo none)"
  echo "command  scripts/kills.sh $form ${options[*]} (input $name)"
}

trial() { # two instances in processes of their own; they end with this one
  java -Xmx1g -Dorg.apache.avro.specific.use_custom_coders=true -Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.stswatch \
    -cp "target/test-classes:target/classes:$(cat "$work/classpath")" \
    org.stswatch.ops.LongKills --input "$input" --folder "$work/data" "${options[@]}"
}

{
  machine
  code=0
  trial > >(tee target/kills.out | grep --line-buffered -E '^(undisturbed|seed|kill) ?') || code=$?
  echo "load     $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "exit code $code"
} | tee "$log"
[[ $(tail -n 1 "$log") == "exit code 0" ]]
