package org.stswatch.ops;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.topology.Setting;
import picocli.CommandLine.Option;

/** Options that choose the rules. */
@SuppressWarnings("NullAway.Init") // filled by picocli
final class RuleOptions {
  enum Scope {
    THEATRE,
    WORLD;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = "Rules: gfw (default), skylight, starboard, or a file of settings.")
  private @Nullable String profile;

  @Option(
      names = "--scope",
      paramLabel = "theatre|world",
      description = "Where alerts are raised; encounters are facts everywhere (default: theatre).")
  private @Nullable Scope scope;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting; `sts-watch describe` lists them.")
  private Map<String, String> overrides = Map.of();

  /** The overrides of this command line. */
  Map<String, String> overrides() {
    Map<String, String> all = new TreeMap<>(overrides);
    if (scope != null) {
      all.put(Setting.SCOPE.key, scope.toString());
    }
    return all;
  }

  /** The profile of this command line, if one was named. */
  @Nullable String givenProfile() {
    return profile;
  }

  Rules rules() {
    return Rules.of(profile == null ? "gfw" : profile, overrides());
  }
}
