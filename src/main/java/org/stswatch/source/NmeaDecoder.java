package org.stswatch.source;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;

/**
 * Reads AIVDM sentences. The time of reception is taken from the tag block or its group, else from
 * the {@code $PGHP} line that speaks of the sentence, else from the epoch behind the checksum.
 */
final class NmeaDecoder implements LineDecoder {
  /** Numbers of tag block groups are used again soon. */
  private static final int MAX_GROUPS = 256;

  private static final Pattern VDM = Pattern.compile("![^,!\\\\]{2}VD[MO],");

  private final Optional<Instant> assumeTime;
  private final AisDecoder ais = new AisDecoder();
  private final Assembler assembler = new Assembler();
  private final Map<String, Heard> groups =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Heard> eldest) {
          return size() > MAX_GROUPS;
        }
      };

  private @Nullable Pghp pghp;
  private Heard tagAlone = Heard.NOTHING;

  NmeaDecoder(ReadOptions options) {
    this.assumeTime = options.assumeTime();
  }

  @Override
  public void decode(Line line, Sink sink) {
    if (line.oversize()) {
      sink.refused(line, RejectReason.OVERSIZE, "line longer than 1 KiB");
      return;
    }
    try {
      read(line.text().strip(), line, sink);
    } catch (Refusal refusal) {
      sink.refused(line, refusal);
    }
  }

  @Override
  public void end(Sink sink) {
    assembler.end(sink);
  }

  private void read(String text, Line line, Sink sink) throws Refusal {
    if (text.isEmpty() || text.startsWith("#")) {
      sink.skip();
      return;
    }
    int at = 0;
    Heard tagged = Heard.NOTHING;
    while (at < text.length() && text.charAt(at) == '\\') {
      TagBlock block = TagBlock.read(text, at);
      tagged = tagged.or(heardOfGroup(block));
      at = block.end();
    }
    Matcher vdm = VDM.matcher(text).region(at, text.length());
    if (vdm.find()) {
      sentence(Sentence.read(text, vdm.start()), tagged.or(tagAlone), line, sink);
    } else {
      other(text.substring(at), tagged, sink);
    }
  }

  private void sentence(Sentence sentence, Heard tagged, Line line, Sink sink) throws Refusal {
    tagAlone = Heard.NOTHING;
    Heard announced = pghp != null ? pghp.heard() : Heard.NOTHING;
    // Logs of several threads have such lines out of order: a time of the sentence's own is then
    // better. Of a sentence in parts the line has another checksum, and only its place tells.
    Heard heard =
        pghp != null && pghp.speaksOf(sentence)
            ? tagged.or(announced).or(sentence.heardAfter())
            : tagged.or(sentence.heardAfter()).or(announced);
    pghp = null;
    if (sentence.total() == 1) {
      decode(new Assembler.Message(sentence.payload(), sentence.fillBits(), heard), line, sink);
      return;
    }
    Assembler.Message message = assembler.add(sentence, heard, line, sink);
    if (message != null) {
      decode(message, line, sink);
    }
  }

  private void decode(Assembler.Message message, Line line, Sink sink) throws Refusal {
    ais.decode(message, assumeTime, line, sink);
  }

  /** A line without VDM: nothing to read, or a damaged one. */
  private void other(String text, Heard tagged, Sink sink) throws Refusal {
    if (text.isEmpty()) {
      tagAlone = tagged;
      sink.skip();
    } else if (text.startsWith("$")) {
      Pghp timing = Pghp.read(text);
      pghp = timing != null ? timing : pghp;
      sink.skip();
    } else if (text.startsWith("!")) {
      Nmea.check(text, 1, "checksum");
      sink.skip(); // another kind of sentence, in good order
    } else {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, "no sentence in " + Text.shown(text));
    }
  }

  private Heard heardOfGroup(TagBlock block) {
    String group = block.group();
    if (group == null) {
      return block.heard();
    }
    Heard heard =
        block.heard().atMs() != null
            ? block.heard()
            : block.heard().or(groups.getOrDefault(group, Heard.NOTHING));
    groups.put(group, heard);
    return heard;
  }
}
