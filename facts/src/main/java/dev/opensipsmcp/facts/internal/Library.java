package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The facts of all versions, and what they share. */
public final class Library {
  private static final Library SHARED = new Library(new ResourceSource());

  private final Source source;
  private final Map<Version, VersionFacts> all = new EnumMap<>(Version.class);
  private final Lazy<Renames> renames;

  /** Makes a library that reads its parts from the given source when they are asked for. */
  public Library(Source source) {
    this.source = source;
    for (Version version : Version.values()) {
      all.put(version, new VersionFacts(version, this));
    }
    renames =
        new Lazy<>() {
          @Override
          Renames make() {
            return new Renames(source.text("mi-renames.tsv"));
          }
        };
  }

  /** {@return the library that is packed with this module} */
  public static Library shared() {
    return SHARED;
  }

  /** {@return the facts of a version, the same object on every call} */
  public VersionFacts of(Version version) {
    return Objects.requireNonNull(all.get(version));
  }

  Renames renames() {
    return renames.get();
  }

  String text(Version version, String part) {
    return source.text(version.label() + "/" + part);
  }
}
