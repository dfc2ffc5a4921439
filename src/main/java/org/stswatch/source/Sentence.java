package org.stswatch.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stswatch.event.RejectReason;

/**
 * A VDM or VDO sentence with a right checksum.
 *
 * @param total parts of the message
 * @param number which of them, from 1
 * @param sequence id that the parts share; empty in a single one
 * @param channel radio channel, as the receiver names it
 * @param payload six-bit characters
 * @param fillBits bits to drop at the end of the payload
 * @param checksum of the sentence
 * @param after what stands behind the checksum
 */
record Sentence(
    int total,
    int number,
    String sequence,
    String channel,
    String payload,
    int fillBits,
    int checksum,
    String after) {

  private static final Pattern BODY =
      Pattern.compile("![^,]{2}VD[MO],([1-9]),([1-9]),(\\d?),([^,]*),([^,]*),([0-5])");

  /** Reads the sentence that begins at the exclamation mark there. */
  static Sentence read(String line, int start) throws Refusal {
    int asterisk = Nmea.check(line, start + 1, "checksum");
    Matcher matcher = BODY.matcher(line.substring(start, asterisk));
    if (!matcher.matches()) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, "no VDM sentence of seven fields");
    }
    Sentence sentence =
        new Sentence(
            matcher.group(1).charAt(0) - '0',
            matcher.group(2).charAt(0) - '0',
            matcher.group(3),
            matcher.group(4),
            matcher.group(5),
            matcher.group(6).charAt(0) - '0',
            Nmea.hex(line, asterisk + 1),
            line.substring(asterisk + 3));
    sentence.check();
    return sentence;
  }

  /**
   * Time and station behind the checksum: {@code ,epoch} or {@code ,d-080,...,r003669946,epoch}.
   */
  Heard heardAfter() {
    Heard heard = Heard.NOTHING;
    if (after.isEmpty()) {
      return heard;
    }
    for (String field : after.split(",", -1)) {
      String text = field.strip();
      boolean station = text.length() > 1 && (text.charAt(0) == 'r' || text.charAt(0) == 'b');
      if (station) {
        heard = heard.or(new Heard(null, Text.clean(text)));
      } else {
        // The first number is the time of reception, a second one that of the logging host.
        heard = heard.or(new Heard(Heard.epochMs(text), null));
      }
    }
    return heard;
  }

  private void check() throws Refusal {
    if (number > total) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, "part " + number + " of " + total);
    }
    if (payload.isEmpty()) {
      throw new Refusal(RejectReason.TRUNCATED, "sentence without payload");
    }
    for (int i = 0; i < payload.length(); i++) {
      char c = payload.charAt(i);
      if (c < '0' || c > 'w' || (c > 'W' && c < '`')) {
        throw new Refusal(RejectReason.UNKNOWN_FORMAT, "no six-bit character: " + Text.shown(c));
      }
    }
  }
}
