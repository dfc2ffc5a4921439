package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryArchiveTest {
  @TempDir Path folder;

  @Test
  void filesAreUnpackedIntoTheirFolders() throws IOException {
    Path archive = archiveWith("lib/a.jar");

    RegistryArchive.unpack(archive, folder.resolve("out"));

    assertThat(folder.resolve("out/lib/a.jar")).hasContent("content");
  }

  @Test
  void anEntryThatWouldLandOutsideIsRefused() throws IOException {
    Path archive = archiveWith("../a.jar");

    assertThatThrownBy(() -> RegistryArchive.unpack(archive, folder.resolve("out")))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("a.jar")).doesNotExist();
  }

  @Test
  void anArchiveWithOtherContentIsRefusedWithBothHashes() throws IOException {
    Path archive = Files.writeString(folder.resolve("x.tar.gz"), "content");

    assertThatThrownBy(() -> RegistryArchive.check(archive))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73")
        .hasMessageContaining("2b28181501a20cbf6efcd77f9b7153908fc01f3d3a7c32024c0bd9e1b04c8a43");
  }

  @Test
  void whatMavenSaysIsPassedOnWhenItFailsAndNothingIsLeft() throws IOException {
    Path maven =
        Files.writeString(folder.resolve("mvn"), "#!/bin/sh\necho no such artifact\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Path cache = folder.resolve("cache");

    assertThatThrownBy(() -> new RegistryArchive(cache, Map.of("MAVEN", maven.toString())).jar())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such artifact");
    assertThat(cache).isEmptyDirectory();
  }

  private Path archiveWith(String name) throws IOException {
    Path archive = folder.resolve("test.tar.gz");
    byte[] content = "content".getBytes(StandardCharsets.UTF_8);
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return archive;
  }
}
