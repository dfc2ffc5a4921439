# syntax=docker/dockerfile:1
# docker build -t sts-watch . && docker run --rm sts-watch --help

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml sts-watch ./
COPY schemas schemas
COPY src src
# The launcher seeds Confluent's client, builds, and proves that the result starts. The cache spares the next build the downloads.
RUN --mount=type=cache,target=/root/.m2 ./sts-watch --help > /dev/null && rm target/sts-watch-build.log

# Ubuntu and not Alpine: RocksDB's native library wants glibc.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/sts-watch --create-home sts-watch
COPY --from=build /src/sts-watch /opt/sts-watch/
COPY --from=build /src/target/sts-watch-*.jar /opt/sts-watch/target/
COPY --from=build /src/target/lib /opt/sts-watch/target/lib
COPY LICENSE NOTICE /opt/sts-watch/
# State goes here: mount a volume to spare a restart the reading of the changelogs.
WORKDIR /var/lib/sts-watch
VOLUME /var/lib/sts-watch
USER 10001
# The container is all there is: the JVM's own default is a quarter of it.
ENV STS_JAVA_OPTS=-XX:MaxRAMPercentage=60
ENTRYPOINT ["/opt/sts-watch/sts-watch"]
CMD ["--help"]
