package org.stswatch.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The list of all cases, out of their stories: src/test/scenarios/README.md. */
final class CaseList {
  private static final String HEAD =
      """
      # The case library
      Written from the stories by ScenarioTest (`-Dbless=true`); the test fails when it is stale.

      Each folder has its story, the input and what comes out. The tracks are **constructed**, and no position of a meeting was
      ever published exactly; in `carried-*` alone the moves are those of recorded ships, carried to another place and day. MMSIs are constructed with the first digits of the flag; a ship whose
      flag no source names has an opaque id. Lengths and draughts are constructed to fit the tonnage that was reported.
      Names and IMO numbers are those of the reports.

      *Row* is the row of the case table this project works from: a number is a reported case, `control` an ordinary event that
      must stay at most INFO, `pretence` somebody who hides behind an ordinary event and must not, `red team` somebody who hides or
      accuses by what is sent or told ([all ways](../../../docs/RED_TEAM.md)), `mechanics` how encounters are found at all. *Status* is that of the report: alleged, denied, government statement, sanctioned, cleared, lawful. None of
      it says what happened. The *verdict* is tested, and no blessing of the expected files can lose it; its words are those of
      [Story](../java/org/stswatch/scenario/Story.java). Scope is `world` here, so that partners without a link of their own
      are alerts too. Ships that drift for hours or fall silent have alerts of their own beside those of the pairs.

      Sources in the stories: R-DEC Reuters of 29 December 2017 (press copies); US-AUG press copies of the designations of August
      2018; JPN the Ministry of Foreign Affairs of Japan; OFAC-L the annexes of the OFAC advisories (press copies); BLACK "Black Gold"
      by C4ADS and RUSI (press copies); VOA, WSJ, FT and others as named. The ordinary cases follow exclusions of others: RTEC
      (aartikis/RTEC), RAD (RadianceFleet), GFW (Global Fishing Watch), WW-3 (Windward), EYK (Eykon), PARK20 (Park et al. 2020).

      | case | row | status | verdict |
      |---|---|---|---|
      """;

  private static final List<String> GROUPS =
      List.of("control", "pretence", "red team", "mechanics");

  private CaseList() {}

  static String markdown(List<Scenario> scenarios) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      rows.add(new Row(scenario.story().value("row"), scenario.name(), line(scenario)));
    }
    rows.sort(
        Comparator.comparingInt(Row::group)
            .thenComparingInt(Row::number)
            .thenComparing(Row::row)
            .thenComparing(Row::name));
    StringBuilder text = new StringBuilder(HEAD);
    rows.forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }

  private record Row(String row, String name, String line) {
    /** Reported cases first, mechanics last. */
    int group() {
      for (int i = 0; i < GROUPS.size(); i++) {
        if (row.startsWith(GROUPS.get(i))) {
          return i + 1;
        }
      }
      return 0;
    }

    int number() {
      return group() > 0 ? 0 : Integer.parseInt(row.replaceFirst("\\D.*", ""));
    }
  }

  private static String line(Scenario scenario) throws IOException {
    Story story = scenario.story();
    return "| [%s](%s/story.md) | %s | %s | %s |"
        .formatted(
            scenario.name(),
            scenario.name(),
            story.value("row"),
            story.value("status"),
            story.value("verdict"));
  }
}
