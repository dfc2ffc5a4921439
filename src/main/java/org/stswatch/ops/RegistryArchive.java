package org.stswatch.ops;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The distribution of Apicurio Registry (Apache-2.0), fetched with Maven when first needed and kept
 * unpacked in the user's cache folder. It is no dependency in the pom because its parent pom is not
 * on Maven Central, which only the old dependency plugin overlooks.
 */
final class RegistryArchive {
  static final String VERSION = "3.0.9"; // the newest on Maven Central that runs on Java 17

  private static final Logger LOG = LoggerFactory.getLogger(RegistryArchive.class);
  private static final String ARTIFACT =
      "io.apicurio:apicurio-registry-app:" + VERSION + ":tar.gz:all";
  private static final String FILE = "apicurio-registry-app-" + VERSION + "-all.tar.gz";
  private static final String JAR = "apicurio-registry-app-" + VERSION + "-runner.jar";
  private static final String SHA_256 =
      "2b28181501a20cbf6efcd77f9b7153908fc01f3d3a7c32024c0bd9e1b04c8a43";
  private static final String COPY_GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy";

  private final Path cache;
  private final Map<String, String> environment;

  /**
   * @param cache folder to unpack into
   * @param environment MAVEN names the mvn command, STS_MAVEN_REPO the local repository
   */
  RegistryArchive(Path cache, Map<String, String> environment) {
    this.cache = cache;
    this.environment = environment;
  }

  /** In the user's cache folder (XDG base directory specification). */
  static RegistryArchive ofUser() {
    Map<String, String> environment = System.getenv();
    String base = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path cache =
        base.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
    return new RegistryArchive(cache.resolve("sts-watch"), environment);
  }

  /**
   * The runnable jar of the server, its libraries beside it.
   *
   * @throws IllegalStateException if Maven cannot get the archive, or it is not the known one
   */
  Path jar() {
    Path home = cache.resolve("apicurio-registry-" + VERSION);
    Path jar = home.resolve(JAR);
    if (Files.exists(jar)) {
      return jar;
    }
    try {
      Files.createDirectories(cache);
      Path work = Files.createTempDirectory(cache, "fetching-");
      try {
        Path archive = fetch(work);
        check(archive);
        Path unpacked = Files.createDirectory(work.resolve("unpacked"));
        unpack(archive, unpacked);
        moveInPlace(unpacked, home);
      } finally {
        DataFolder.delete(work);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the schema registry into " + cache, e);
    }
  }

  private Path fetch(Path folder) throws IOException {
    LOG.info("fetching the schema registry ({}, 109 MB, once)", ARTIFACT);
    Path log = folder.resolve("maven.log");
    if (maven(folder, log, "--offline") || maven(folder, log)) {
      return folder.resolve(FILE);
    }
    throw new IllegalStateException(
        "Maven could not get " + ARTIFACT + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
  }

  private boolean maven(Path folder, Path log, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(environment.getOrDefault("MAVEN", "mvn"));
    command.addAll(List.of("--batch-mode", "--quiet"));
    command.addAll(List.of(options));
    localRepository().ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
    command.addAll(List.of(COPY_GOAL, "-Dartifact=" + ARTIFACT, "-DoutputDirectory=" + folder));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile()) // outside of any project
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Maven was running", e);
    }
  }

  private Optional<String> localRepository() {
    return Optional.ofNullable(System.getProperty("maven.repo.local"))
        .or(() -> Optional.ofNullable(environment.get("STS_MAVEN_REPO")))
        .filter(path -> !path.isBlank());
  }

  /** Refuses an archive with other content than the known one. */
  static void check(Path archive) throws IOException {
    String found = sha256(archive);
    if (!found.equals(SHA_256)) {
      throw new IllegalStateException(
          "%s has SHA-256 %s, must be %s".formatted(archive.getFileName(), found, SHA_256));
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Unpacks a gzipped tar of files and folders; an entry that would land outside is refused. */
  static void unpack(Path archive, Path into) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = entry.resolveIn(into);
        Files.createDirectories(entry.isDirectory() ? target : target.resolveSibling("."));
        if (!entry.isDirectory()) {
          Files.copy(tar, target);
        }
      }
    }
  }

  private static void moveInPlace(Path unpacked, Path home) throws IOException {
    try {
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      LOG.debug("another process has unpacked it meanwhile", e);
    }
  }
}
