#!/usr/bin/env bash
# Speed, on a machine that does nothing else: topic to final alert, live latency, and whole replays from gzip CSV.
#   STS_BENCH_DIR=... scripts/bench.sh     the folder that holds s1e6 (30 MB that are not in the repository)
# Adds its raw lines to docs/bench/s1e6.log, live.log and replay.log. A replay pays for the start of its own JVM, so it is taken once
# over s1e6 and once over ten times s1e6, each time three days later (400 MB in a temporary folder).
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

input=${STS_BENCH_DIR:?names the folder that holds s1e6}/s1e6/ais.csv.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/bench

./sts-watch bench "$input" --scope world --runs 6 --out docs/bench/s1e6.log
./sts-watch bench-live --rate 10000 --seconds 60 --out docs/bench/live.log

ten_times() {
  zcat "$input" | head -1
  for ((k = 0; k < 10; k++)); do # s1e6 holds these two days
    local first second
    first=$(date -u -d "2017-10-15 + $((3 * k)) days" +%F)
    second=$(date -u -d "2017-10-16 + $((3 * k)) days" +%F)
    zcat "$input" | sed -e 1d -e "s/,2017-10-15T/,${first}T/" -e "s/,2017-10-16T/,${second}T/"
  done
}
ten_times | gzip -1 > "$work/s1e7.csv.gz"
cp "$input" "$work/s1e6.csv.gz"

for one in s1e6 s1e7; do
  {
    echo "date     $(date -u +%FT%TZ)"
    echo "machine  $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), $(java -version 2>&1 | sed -n 1p), load $(cut -d' ' -f1-3 /proc/loadavg)"
    echo "command  sts-watch replay $one.csv.gz --scope world --json"
    ./sts-watch replay "$work/$one.csv.gz" --scope world --out "$work/$one" --json \
      | grep -oE '"(lines|in|accepted|duplicate|late|rejected|encounters|alerts|seconds|recordsPerSecond)":[0-9.]+|"(acceptedSha256|resultSha256)":"[0-9a-f]+"' \
      | awk '!seen[$0]++' | paste -sd' '
    echo
  } >> docs/bench/replay.log
done
