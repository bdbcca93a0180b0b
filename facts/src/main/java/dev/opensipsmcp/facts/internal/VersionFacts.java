package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;

/** The facts of one version, read part by part. */
public final class VersionFacts implements Facts {
  private final Version version;
  private final Lazy<Catalogue> mi;

  VersionFacts(Version version, Library library) {
    this.version = version;
    mi =
        new Lazy<>() {
          @Override
          Catalogue make() {
            return new Catalogue(version, library, MiRows.read(library.text(version, "mi.tsv")));
          }
        };
  }

  @Override
  public Version version() {
    return version;
  }

  @Override
  public Catalogue mi() {
    return mi.get();
  }
}
