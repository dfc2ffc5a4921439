package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

/** All items of an input, whose counts balance. */
record Reading(List<Item> items, Tally tally) {

  static Reading of(Format format, String... lines) {
    return of(format, ReadOptions.DEFAULT, String.join("\n", lines));
  }

  static Reading assuming(Instant time, Format format, String... lines) {
    return of(format, new ReadOptions(Optional.of(time)), String.join("\n", lines));
  }

  static Reading ofResource(String name, Format format) {
    return of(format, ReadOptions.DEFAULT, resource(name));
  }

  static Reading of(Format format, ReadOptions options, String text) {
    return of(format, options, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(Format format, ReadOptions options, byte[] bytes) {
    List<Item> items = new ArrayList<>();
    Tally tally = new Tally();
    try (Input input = Input.spool(new ByteArrayInputStream(bytes), format, options)) {
      input.read(items::add, tally);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Reading reading = new Reading(items, tally);
    reading.balances();
    return reading;
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Reading.class.getResourceAsStream("/source/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<VesselSighting> sightings() {
    return of(Item.Sighted.class).stream().map(Item.Sighted::sighting).toList();
  }

  /** Statements, those that come in parts put together. */
  List<VoyageStatement> statements() {
    StatementParts parts = new StatementParts();
    return of(Item.Stated.class).stream()
        .map(s -> s.part() ? parts.merged(s.statement()) : s.statement())
        .toList();
  }

  List<Reject> rejects() {
    return of(Item.Refused.class).stream().map(Item.Refused::reject).toList();
  }

  /** The reasons and places of what was refused, such as {@code CHECKSUM stdin:3}. */
  List<String> refusals() {
    return rejects().stream().map(r -> r.getReason() + " " + r.getOrigin()).toList();
  }

  int unused() {
    return of(Item.Unused.class).size();
  }

  private <T extends Item> List<T> of(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void balances() {
    long own = of(Item.Stated.class).stream().filter(Item.Stated::message).count();
    assertThat(sightings().size() + own + rejects().size() + unused())
        .as("messages in = sighted + stated + refused + unused")
        .isEqualTo(tally.in());
    assertThat(tally.skipped()).isLessThanOrEqualTo(tally.lines());
  }
}
