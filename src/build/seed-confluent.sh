#!/usr/bin/env bash
# Puts io.confluent:kafka-schema-registry-client:7.9.5 into the local Maven repository.
#
# Confluent publishes its client (Apache-2.0) in a repository of its own, not on Maven Central. The same classes are
# on Central inside Apache Pinot's plug-in, unrenamed; only their calls to Jackson and Guava point to Pinot's copies.
# This script takes the client's packages out, points those calls back, and installs the result under Confluent's
# coordinates. It is a repackaging, not the file that Confluent publishes: use it to build, never publish it.
# Whoever reaches packages.confluent.io can do without: mvn -Pconfluent (docs/decisions/0001-seeded-confluent-client.md).
#
# STS_MAVEN_REPO  another local repository than Maven's own
set -euo pipefail

version=7.9.5
donor=org.apache.pinot:pinot-confluent-avro:1.5.0:jar:shaded
donor_sha256=fcba31945ab17f393008f46975b37dd12516e59f536b0bec5a19ab9fd84464d1
# 2.8, because later ones read the donor's parent pom, which is not on Maven Central.
dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:2.8
# What the published client holds; the donor's io.confluent also has the serializers and two log libraries.
packages=(io/confluent/kafka/schemaregistry META-INF/maven/io.confluent/kafka-schema-registry-client)
services='META-INF/services/io.confluent.kafka.schemaregistry'

say() { echo "seed-confluent: $*" >&2; }

maven() { # silent, unless it fails
  mvn -q -B ${STS_MAVEN_REPO:+"-Dmaven.repo.local=$STS_MAVEN_REPO"} "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

jdk() { # runs a tool of the JDK that Maven uses
  local tool=$1; shift
  if [[ -n ${JAVA_HOME:-} ]]; then "$JAVA_HOME/bin/$tool" "$@"; else "$tool" "$@"; fi
}

sha256() { if command -v sha256sum > /dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

client_is_there() { # looks where Maven usually keeps it; settings.xml may say otherwise, and then Maven is asked
  local home=${STS_MAVEN_REPO:-$HOME/.m2/repository}
  local folder=$home/io/confluent/kafka-schema-registry-client/$version
  local jar=kafka-schema-registry-client-$version.jar # ">=" marks it as installed here: Maven uses one that came from
  [[ -f $folder/$jar ]] && grep -qs "^$jar>=" "$folder/_remote.repositories" && return # Confluent with -Pconfluent only
  [[ -z ${STS_MAVEN_REPO:-} ]] && grep -qs '<localRepository>' "$HOME/.m2/settings.xml" \
    && maven -o "$dependency_plugin:get" -Dtransitive=false -Dartifact="io.confluent:kafka-schema-registry-client:$version" 2> /dev/null
}

fetch_donor() {
  maven "$dependency_plugin:copy" -Dartifact="$donor" -DoutputDirectory="$work" -Dmdep.stripVersion=true
  mv "$work"/pinot-confluent-avro*.jar "$work/donor.jar"
  local found; found=$(sha256 "$work/donor.jar")
  [[ $found == "$donor_sha256" ]] || { say "$donor has SHA-256 $found, expected $donor_sha256: not used"; exit 1; }
}

take_classes() { # jar wants whole names: it takes folders, but no patterns
  mkdir -p "$work/target/classes"
  local files; files=$(jdk jar tf "$work/donor.jar" | grep "^$services" || true)
  # shellcheck disable=SC2086 # one word per file, none has a blank
  (cd "$work/target/classes" && jdk jar xf "$work/donor.jar" "${packages[@]}" $files)
}

write_client_pom() { # what the classes call; the versions that Confluent's build asks for
  dependency() { echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"; }
  cat > "$work/client.pom" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.confluent</groupId><artifactId>kafka-schema-registry-client</artifactId><version>$version</version>
  <description>Confluent's classes, repackaged from $donor by seed-confluent.sh of STS Watch. Not Confluent's published file.</description>
  <licenses><license><name>Apache-2.0</name></license></licenses>
  <dependencies>
    $(dependency org.apache.avro avro 1.11.4)
    $(dependency org.apache.kafka kafka-clients 3.9.1)
    $(dependency com.fasterxml.jackson.core jackson-databind 2.16.0)
    $(dependency com.fasterxml.jackson.datatype jackson-datatype-jdk8 2.16.0)
    $(dependency com.google.guava guava 32.0.1-jre)
    $(dependency io.swagger.core.v3 swagger-annotations 2.1.10)
  </dependencies>
</project>
POM
}

write_build_pom() { # a project with nothing but the classes: jar them, point the calls back, install
  cat > "$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.confluent</groupId><artifactId>kafka-schema-registry-client</artifactId><version>$version</version>
  <build><plugins>
    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version>
      <configuration><archive><addMavenDescriptor>false</addMavenDescriptor></archive></configuration></plugin>
    <plugin><artifactId>maven-shade-plugin</artifactId><version>3.6.2</version>
      <configuration>
        <createDependencyReducedPom>false</createDependencyReducedPom>
        <relocations><relocation><pattern>org.apache.pinot.shaded.com</pattern><shadedPattern>com</shadedPattern></relocation></relocations>
      </configuration></plugin>
    <plugin><artifactId>maven-install-plugin</artifactId><version>3.1.4</version></plugin>
  </plugins></build>
</project>
POM
}

check_classes() { # a call that still points to Pinot's copies would fail at run time only
  mkdir "$work/check"
  (cd "$work/check" && jdk jar xf "../$jar")
  ! grep -rqE 'org[/.]apache[/.]pinot' "$work/check" || { say "the repackaged jar still calls Pinot's classes"; exit 1; }
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
client_is_there && exit
jar=target/kafka-schema-registry-client-$version.jar
say "putting Confluent's schema registry client $version, repackaged from $donor, into the local Maven repository (once)"
fetch_donor
take_classes
write_client_pom
write_build_pom
(cd "$work" && maven jar:jar shade:shade)
check_classes
(cd "$work" && maven install:install-file -Dfile="$jar" -DpomFile=client.pom)
