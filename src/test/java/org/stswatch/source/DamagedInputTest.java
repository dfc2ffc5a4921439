package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens to an input, reading it ends, and every message in it is accounted for. */
class DamagedInputTest {
  private static final int LINES = 4000;
  private static final ReadOptions ASSUMING = new ReadOptions(Optional.of(Instant.EPOCH));

  @ParameterizedTest
  @CsvSource({
    "MARINECADASTRE, marinecadastre-2022.csv",
    "MARINECADASTRE, marinecadastre-2020.csv",
    "DMA, dma-2018.csv",
    "POSITIONS, solent.csv",
    "NMEA, gpsd.aivdm",
    "NMEA, libais.nmea",
    "NMEA, pghp.nmea",
    "NMEA, exactearth-groups.nmea",
    "AISSTREAM, aisstream.jsonl",
    "AVRO_JSON, aisstream.jsonl"
  })
  void readingEndsAndBalances(Format format, String name) {
    Random random = new Random(42);
    String[] lines = Reading.resource(name).split("\n", -1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(line(lines[0]));
    int written = 1;
    while (written < LINES) {
      bytes.writeBytes(damaged(line(lines[written % lines.length]), format, random));
      written++;
    }
    Reading reading = Reading.of(format, ASSUMING, bytes.toByteArray());
    assertThat(reading.tally().lines()).isGreaterThan(written / 2);
    assertThat(reading.items()).isNotEmpty();
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** One to three bytes changed, left out, or put in; then often with a right checksum. */
  private static byte[] damaged(byte[] line, Format format, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    double share = random.nextInt(4) / (double) line.length;
    for (byte b : line) {
      if (random.nextDouble() >= share) {
        out.write(b);
      } else if (random.nextBoolean()) {
        out.write(random.nextInt(random.nextBoolean() ? 256 : 128));
      }
    }
    boolean checked = format == Format.NMEA && random.nextInt(10) > 0;
    return checked ? rechecked(out.toByteArray()) : out.toByteArray();
  }

  private static byte[] rechecked(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int start = text.indexOf('!');
    int asterisk = start < 0 ? -1 : text.indexOf('*', start);
    if (asterisk < 0 || asterisk + 3 > text.length()) {
      return line;
    }
    int sum = Nmea.checksum(text, start + 1, asterisk) & 0xff;
    return (text.substring(0, asterisk) + "*%02X".formatted(sum) + text.substring(asterisk + 3))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
