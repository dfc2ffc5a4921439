package org.stswatch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed files of the demo are what the generator makes. {@code mvn test
 * -Dtest=ConstructedCaseTest -Dsts.demo.write=true} writes them anew.
 */
class ConstructedCaseTest {
  private static final Path FOLDER = Path.of("src/main/resources/demo");

  static Stream<ConstructedCase> cases() {
    return ConstructedCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_committed_files_are_what_the_generator_makes(ConstructedCase one) throws IOException {
    Path positions = FOLDER.resolve(one.name()).resolve("positions.csv");
    Path statements = FOLDER.resolve(one.name()).resolve("statements.jsonl");
    if (Boolean.getBoolean("sts.demo.write")) {
      Files.write(positions, one.positions());
      Files.write(statements, one.statementLines());
    }

    assertThat(Files.readAllLines(positions)).isEqualTo(one.positions());
    assertThat(Files.readAllLines(statements)).isEqualTo(one.statementLines());
  }

  @Test
  void every_case_says_in_its_story_that_it_is_constructed() throws IOException {
    for (ConstructedCase one : ConstructedCase.all()) {
      String story = Files.readString(FOLDER.resolve(one.name()).resolve("story.md"));

      assertThat(story.lines().findFirst())
          .hasValueSatisfying(title -> assertThat(title).contains("constructed tracks"));
    }
  }

  @Test
  void no_constructed_ship_sails_faster_than_a_small_tanker() {
    for (ConstructedCase one : ConstructedCase.all()) {
      for (Course course : one.courses()) {
        for (var t = course.first(); t.isBefore(course.last()); t = t.plusSeconds(600)) {
          assertThat(course.speedKn(t)).as("%s at %s", course.id, t).isLessThan(13);
        }
      }
    }
  }
}
