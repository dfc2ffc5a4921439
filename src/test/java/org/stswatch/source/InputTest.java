package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputTest {
  @TempDir Path folder;

  @Test
  void aFileIsPlainOrGzipWhateverItsName() throws IOException {
    Path plain = Files.writeString(folder.resolve("a.gz"), Reading.resource("solent.csv"));
    Path packed = Files.write(folder.resolve("b.csv"), gzip(Reading.resource("solent.csv")));
    assertThat(read(plain)).hasSize(19);
    assertThat(read(packed)).hasSize(19);
  }

  @Test
  void anInputIsReadTwiceWithTheSameItems() throws IOException {
    byte[] bytes = Reading.resource("pghp.nmea").getBytes(StandardCharsets.UTF_8);
    try (Input input =
        Input.spool(new ByteArrayInputStream(bytes), Format.AUTO, ReadOptions.DEFAULT)) {
      List<Item> first = new ArrayList<>();
      List<Item> second = new ArrayList<>();
      input.read(first::add, new Tally());
      input.read(second::add, new Tally());
      assertThat(second).isEqualTo(first).isNotEmpty();
      assertThat(input.file()).exists();
      input.close();
      assertThat(input.file()).doesNotExist();
    }
  }

  @Test
  void gzipThatEndsEarlyGivesWhatItHasAndOneReject() {
    byte[] whole = gzip(Reading.resource("dma-2018.csv"));
    Reading reading =
        Reading.of(Format.DMA, ReadOptions.DEFAULT, Arrays.copyOf(whole, whole.length / 2));
    assertThat(reading.items().size()).isGreaterThan(10);
    assertThat(reading.rejects())
        .anySatisfy(reject -> assertThat(reject.getDetail()).contains("compressed input"));
  }

  @Test
  void whatIsNoFileIsNamed() {
    assertThatThrownBy(() -> Input.of(folder.resolve("none.csv"), Format.AUTO))
        .hasMessageContaining("none.csv")
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Input.of(folder, Format.AUTO)).hasMessageContaining("directory");
  }

  @Test
  void anUnknownFormatIsNamedWithItsFirstLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "once upon a time\n");
    try (Input input = Input.of(file, Format.AUTO)) {
      assertThatThrownBy(input::format)
          .hasMessageContaining("once upon")
          .hasMessageContaining("a.txt");
    }
  }

  @Test
  void anEmptyInputHasNothingInIt() {
    assertThat(Reading.of(Format.AUTO, "").tally().lines()).isZero();
    assertThat(Reading.of(Format.AUTO, "\n\n\n").items()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatHasItsSpelling(Format format) {
    assertThat(Format.of(format.spelling())).isEqualTo(format);
  }

  @Test
  void anUnknownSpellingNamesTheKnownOnes() {
    assertThatThrownBy(() -> Format.of("xml")).hasMessageContaining("avro-json");
  }

  private static List<Item> read(Path file) throws IOException {
    List<Item> items = new ArrayList<>();
    try (Input input = Input.of(file, Format.AUTO)) {
      input.read(items::add, new Tally());
    }
    return items;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
