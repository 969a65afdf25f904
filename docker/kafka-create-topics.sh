#!/bin/bash
# The topics of docs/events.md with six partitions, and a dead-letter topic for each that has one. What was not taken in is kept for
# 90 days: it holds personal data.
set -euo pipefail
# Every call starts a JVM: one that starts fast, and only for topics that are not there.
export KAFKA_HEAP_OPTS="-Xmx128m" KAFKA_JVM_PERFORMANCE_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
topics() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 "$@"
}
existing=$(topics --list)
create() {
  if ! grep -qxF "$1" <<<"$existing"; then
    topics --create --if-not-exists --topic "$1" --partitions "$2" --replication-factor 1 --config "$3"
  fi
}
ninety_days=$((90 * 24 * 60 * 60 * 1000))
for topic in cx.touchpoints.v1 cx.feedback.v1 cx.customers.v1 cx.dissatisfaction.v1 cx.alerts.v1; do
  create "$topic" 6 retention.ms=-1
  create "$topic.dlq" 1 "retention.ms=$ninety_days"
done
for topic in cx.catalogue.v1 cx.scores.v1; do
  create "$topic" 6 cleanup.policy=compact
  create "$topic.dlq" 1 "retention.ms=$ninety_days"
done
create cx.rejected.v1 6 "retention.ms=$ninety_days"
