package org.stswatch.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;

/**
 * A tag block before a sentence (NMEA 0183 4.0, section 7): {@code \s:station,c:epoch*hh\}, groups
 * as {@code g:1-2-1234} or {@code 1G2:1234}.
 *
 * @param heard time and station
 * @param group id of the group of sentences, null when alone
 * @param end place in the line behind the block
 */
record TagBlock(Heard heard, @Nullable String group, int end) {
  private static final Pattern GROUP = Pattern.compile("\\d{1,2}-\\d{1,2}-(\\w{1,20})");
  private static final Pattern ADDED_GROUP = Pattern.compile("g:[\\w-]{1,30},");
  private static final Pattern SHORT_GROUP = Pattern.compile("\\d{1,2}G\\d{1,2}:(\\w{1,20})");

  /** Reads the block that begins at the backslash there. */
  static TagBlock read(String line, int start) throws Refusal {
    int close = line.indexOf('\\', start + 1);
    if (close < 0) {
      throw new Refusal(RejectReason.TRUNCATED, "tag block without end");
    }
    String block = line.substring(start + 1, close);
    int asterisk = check(block);
    Heard heard = Heard.NOTHING;
    String group = null;
    for (String field : block.substring(0, asterisk).split(",", -1)) {
      Matcher shortGroup = SHORT_GROUP.matcher(field);
      if (field.startsWith("c:")) {
        heard = new Heard(Heard.epochMs(field.substring(2)), null).or(heard);
      } else if (field.startsWith("s:")) {
        heard = heard.or(new Heard(null, Text.clean(field.substring(2))));
      } else if (field.startsWith("g:")) {
        Matcher matcher = GROUP.matcher(field.substring(2));
        group = matcher.matches() ? matcher.group(1) : group;
      } else if (shortGroup.matches()) {
        group = shortGroup.group(1);
      }
    }
    return new TagBlock(heard, group, close + 1);
  }

  /**
   * The place of the asterisk. A station that adds the group to a finished block leaves the
   * checksum as it was (a quarter of the sentences in a sample of the Norwegian Coastal
   * Administration): it may be that of the block without the group.
   */
  private static int check(String block) throws Refusal {
    Matcher added = ADDED_GROUP.matcher(block);
    int asterisk = block.indexOf('*');
    if (added.lookingAt() && asterisk > 0) {
      int stated = Nmea.hex(block, asterisk + 1);
      if (stated >= 0 && stated == Nmea.checksum(block, added.end(), asterisk)) {
        return asterisk;
      }
    }
    return Nmea.check(block, 0, "checksum of the tag block");
  }
}
