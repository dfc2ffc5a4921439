package org.stswatch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.jspecify.annotations.NullMarked;

/** The rooms of the house: who may import whom, and what no room may use. Data moves one way. */
@AnalyzeClasses(packages = "org.stswatch", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "org.stswatch";
  private static final String KAFKA = "org.apache.kafka..";

  /** The part of {@code stream} that is free of Kafka: Step, and what it takes and gives. */
  private static final String CONTRACT = "the contract of stream";

  private static final String ANY_BUT_OPS = "every room but ops";

  private static final Set<String> FOR_FACTS =
      Set.of("geo", "vessel", "event", "event.state", CONTRACT);

  private static final Set<String> FOR_OPINIONS =
      Set.of("geo", "vessel", "event", "event.state", CONTRACT, "port", "watch", "report");

  /** Alerts add up what the detectors found. */
  private static final Set<String> FOR_ALERTS =
      Set.of(
          "geo", "vessel", "event", "event.state", CONTRACT, "port", "watch", "report", "detect");

  /** Think hard before you edit this table. A room that it does not name fails the test. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("event", Set.of()),
          Map.entry("event.state", Set.of("event")),
          Map.entry("geo", Set.of("event")),
          Map.entry("vessel", Set.of("event")),
          Map.entry("source", Set.of("geo", "vessel", "event")),
          Map.entry("stream", Set.of("geo", "vessel", "event", "event.state")),
          Map.entry("track", FOR_FACTS),
          Map.entry("gap", FOR_FACTS),
          Map.entry("dark", FOR_FACTS),
          Map.entry("port", FOR_FACTS),
          Map.entry("voyage", FOR_FACTS),
          Map.entry("encounter", FOR_FACTS),
          Map.entry("report", FOR_FACTS),
          Map.entry("watch", FOR_FACTS),
          Map.entry("detect", FOR_OPINIONS),
          Map.entry("alert", FOR_ALERTS),
          Map.entry("topology", Set.of(ANY_BUT_OPS)),
          Map.entry("ops", Set.of(ANY_BUT_OPS)),
          Map.entry("", Set.of("ops")));

  /** {@code Instant.now}, {@code Clock.systemUTC}, {@code Math.random}, {@code new Random} ... */
  private static final Pattern CLOCKS_AND_DICE =
      Pattern.compile(
          "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
              + "|java\\.time\\.(\\w+\\.)*\\w+\\.now|java\\.time\\.\\w+\\.(system|tick)\\w*"
              + "|java\\.util\\.(Date\\.<init>|Calendar\\.getInstance|GregorianCalendar\\.<init>)"
              + "|java\\.lang\\.(Strict)?Math\\.random|java\\.util\\.UUID\\.randomUUID"
              + "|java\\.(util|security)\\.(\\w+\\.)*\\w*Random\\w*\\..*"
              + "|java\\.util\\.Collections\\.shuffle"
              + "|org\\.apache\\.kafka\\.common\\.utils\\.Time\\.(SYSTEM|getSystem)"
              + "|org\\.apache\\.kafka\\.common\\.Uuid\\.randomUuid");

  /** By class, and by the method that makes one. */
  private static final Pattern EXPIRES_BY_STREAM_TIME =
      Pattern.compile(
          "org\\.apache\\.kafka\\.streams\\.(kstream|state)\\."
              + ".*([Ww]indow|[Ss]ession|[Ss]uppress|[Vv]ersioned).*");

  private static final Pattern GLOBAL_TABLE =
      Pattern.compile("org\\.apache\\.kafka\\.streams\\..*\\.(globalTable|addGlobalStore)");

  private static final DescribedPredicate<JavaClass> HAND_WRITTEN =
      describe("are written by hand", not(resideInAPackage(room("event"))));

  @ArchTest
  static final ArchRule rooms_import_only_what_the_table_allows =
      classes().should(keepToTheTable());

  @ArchTest
  static final ArchRule rooms_form_no_cycle =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule kafka_is_known_to_three_rooms =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("stream"), room("topology"), room("ops"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(KAFKA);

  @ArchTest
  static final ArchRule no_decision_reads_a_clock_or_throws_dice =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("source"), room("ops"))
          .should()
          .accessTargetWhere(is("it is a wall clock or chance", CLOCKS_AND_DICE));

  /** Stream time is the largest seen so far: what hangs on it depends on interleaving. */
  @ArchTest
  static final ArchRule nothing_expires_by_stream_time =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(EXPIRES_BY_STREAM_TIME.pattern())
          .orShould()
          .accessTargetWhere(is("it is a window, session or version", EXPIRES_BY_STREAM_TIME));

  /** One far-off record time, and such a punctuator never returns: CVE-2026-111496. */
  @ArchTest
  static final ArchRule no_punctuator_runs_on_stream_time =
      noClasses().should().accessField(PunctuationType.class, "STREAM_TIME");

  /** They are read outside time and outside transactions. */
  @ArchTest
  static final ArchRule there_are_no_global_tables =
      noClasses().should().accessTargetWhere(is("it is a global table", GLOBAL_TABLE));

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes().that(HAND_WRITTEN).should(beMarked());

  @ArchTest
  static final ArchRule names_say_what_a_class_does =
      noClasses()
          .that(HAND_WRITTEN)
          .should()
          .haveNameMatching(
              ".*[.$](\\w*(Impl|Manager|Utils?|Helpers?)|(Abstract|Base|Common)([A-Z]\\w*)?)");

  private static String room(String name) {
    return ROOT + "." + name + "..";
  }

  /** The room of one of our classes: its package below the root, "" for the root itself. */
  private static String roomOf(JavaClass ours) {
    return ours.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
  }

  private static boolean isOurs(JavaClass aClass) {
    return (aClass.getPackageName() + ".").startsWith(ROOT + ".");
  }

  /** What a class of ours may be known as in the table. */
  private static Stream<String> namesOf(JavaClass ours) {
    String room = roomOf(ours);
    boolean isContract = room.equals("stream") && !usesKafka(ours);
    return Stream.of(room, isContract ? CONTRACT : room, room.equals("ops") ? room : ANY_BUT_OPS);
  }

  private static boolean usesKafka(JavaClass aClass) {
    DescribedPredicate<JavaClass> kafka = resideInAPackage(KAFKA);
    return aClass.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> kafka.test(dependency.getTargetClass()));
  }

  private static ArchCondition<JavaClass> keepToTheTable() {
    return new ArchCondition<>("import only what the table of rooms allows") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        Set<String> allowed = MAY_IMPORT.get(roomOf(origin));
        if (allowed == null) {
          events.add(SimpleConditionEvent.violated(origin, origin.getName() + ": no such room"));
          return;
        }
        origin.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isOurs(dependency.getTargetClass()))
            .filter(dependency -> !isAllowed(allowed, roomOf(origin), dependency))
            .map(dependency -> SimpleConditionEvent.violated(origin, dependency.getDescription()))
            .forEach(events::add);
      }
    };
  }

  private static boolean isAllowed(Set<String> allowed, String room, Dependency dependency) {
    JavaClass target = dependency.getTargetClass();
    return roomOf(target).equals(room) || namesOf(target).anyMatch(allowed::contains);
  }

  private static ArchCondition<JavaClass> beMarked() {
    return new ArchCondition<>("be in a package that is @NullMarked") {
      @Override
      public void check(JavaClass aClass, ConditionEvents events) {
        if (!aClass.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(aClass, aClass.getPackageName() + " is not"));
        }
      }
    };
  }

  /** An access to a member whose class and name, with a dot between, match. */
  private static DescribedPredicate<JavaAccess<?>> is(String what, Pattern names) {
    return describe(
        what,
        access -> {
          String member = access.getTarget().getName();
          return names.matcher(access.getTargetOwner().getName() + "." + member).matches();
        });
  }
}
