package org.stswatch.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a server keeps its data: a folder that stays, or a temporary one that is deleted on close.
 * Held by one server at a time: a second broker on the same folder would damage the log of the
 * first before Kafka's own lock stops it.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "sts-watch.lock";

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private DataFolder(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * The given folder, created if missing, or a temporary one named after {@code purpose}.
   *
   * @throws UncheckedIOException if it cannot be created
   * @throws IllegalStateException if another server holds it
   */
  static DataFolder open(Optional<Path> given, String purpose) {
    try {
      Path path =
          given.isPresent()
              ? Files.createDirectories(given.get()).toAbsolutePath()
              : Files.createTempDirectory("sts-watch-" + purpose + "-");
      return new DataFolder(path, given.isEmpty(), lock(path));
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the data of the " + purpose, e);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process: the same answer as for any other.
    }
    channel.close();
    throw new IllegalStateException("the data directory is in use: " + path);
  }

  Path path() {
    return path;
  }

  /** Lets go of the folder. Further calls do nothing. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + path, e);
    }
    if (temporary) {
      delete(path);
    }
  }

  /** Deletes a folder with all that is in it; does nothing if it is not there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      List<Path> children;
      try (Stream<Path> walk = Files.walk(folder)) {
        children = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : children) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
