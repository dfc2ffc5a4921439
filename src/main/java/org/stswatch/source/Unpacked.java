package org.stswatch.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files plain or gzip, told apart by their first bytes. */
final class Unpacked {
  private static final int GZIP_BUFFER_BYTES = 64 * 1024;

  private Unpacked() {}

  /** The bytes of a file, unpacked; the name is for people. */
  static InputStream open(Path file, String name) throws IOException {
    InputStream raw = Files.newInputStream(file);
    byte[] magic = raw.readNBytes(2);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), raw);
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    if (!gzip) {
      return whole;
    }
    try {
      return new GZIPInputStream(
          new BufferedInputStream(whole, GZIP_BUFFER_BYTES), GZIP_BUFFER_BYTES);
    } catch (EOFException | ZipException e) {
      raw.close();
      throw new IOException(name + ": damaged gzip header", e);
    }
  }
}
