package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Statistic;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/** The facts of one version, read part by part. */
public final class VersionFacts implements Facts {
  private final Version version;
  private final Library library;

  private final Lazy<Catalogue> mi =
      new Lazy<>() {
        @Override
        Catalogue make() {
          return new Catalogue(version, library, MiRows.read(text("mi.tsv")));
        }
      };

  private final Lazy<Named<ModuleFacts>> modules =
      new Lazy<>() {
        @Override
        Named<ModuleFacts> make() {
          return new Named<>(
              ModuleRows.read(text("modules.tsv"), statistics(), events()), ModuleFacts::name);
        }
      };

  private final Lazy<CoreFacts> core =
      new Lazy<>() {
        @Override
        CoreFacts make() {
          return CoreRows.read(text("core.tsv"), statistics(), events());
        }
      };

  private final Lazy<Named<Table>> tables =
      new Lazy<>() {
        @Override
        Named<Table> make() {
          return new Named<>(TableRows.read(text("tables.tsv")), Table::name);
        }
      };

  private final Lazy<List<Statistic>> statistics =
      new Lazy<>() {
        @Override
        List<Statistic> make() {
          return List.copyOf(StatisticRows.read(text("statistics.tsv")));
        }
      };

  private final Lazy<Named<Event>> events =
      new Lazy<>() {
        @Override
        Named<Event> make() {
          return new Named<>(EventRows.read(text("events.tsv")), Event::name);
        }
      };

  VersionFacts(Version version, Library library) {
    this.version = version;
    this.library = library;
  }

  private String text(String part) {
    return library.text(version, part);
  }

  @Override
  public Version version() {
    return version;
  }

  @Override
  public Catalogue mi() {
    return mi.get();
  }

  @Override
  public List<ModuleFacts> modules() {
    return modules.get().all();
  }

  @Override
  public Optional<ModuleFacts> module(String name) {
    return modules.get().find(name);
  }

  @Override
  public CoreFacts core() {
    return core.get();
  }

  @Override
  public List<Table> tables() {
    return tables.get().all();
  }

  @Override
  public Optional<Table> table(String name) {
    return tables.get().find(name);
  }

  @Override
  public List<Statistic> statistics() {
    return statistics.get();
  }

  @Override
  public List<Event> events() {
    return events.get().all();
  }

  @Override
  public Optional<Event> event(String name) {
    return events.get().find(name);
  }
}
