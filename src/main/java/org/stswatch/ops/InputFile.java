package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a run read.
 *
 * @param role messages, reports, statements, sightings, watchlist or ports
 * @param name without folders
 * @param path where it lay, from the root; a spooled standard input is gone by then
 * @param sha256 of its bytes as they lay there, 64 hex digits
 * @param bytes its size
 */
record InputFile(String role, String name, String path, String sha256, long bytes) {
  static InputFile of(String role, String name, Path file) throws IOException {
    return new InputFile(role, name, path(file), Sha256.of(file), Files.size(file));
  }

  private static String path(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("role", role)
        .put("name", name)
        .put("path", path)
        .put("sha256", sha256)
        .put("bytes", bytes);
  }
}
