package dev.opensipsmcp.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LibraryTest {
  private final Queue<String> read = new ConcurrentLinkedQueue<>();
  private final Source packed = new ResourceSource();
  private final Library library =
      new Library(name -> {
        read.add(name);
        return packed.text(name);
      });

  @Test
  void readsNothingBeforeItIsAsked() {
    for (Version version : Version.values()) {
      assertThat(library.of(version).version()).isEqualTo(version);
    }
    assertThat(read).isEmpty();
  }

  @Test
  void readsOnlyTheCatalogueOfTheOneVersionForAKnownCommand() {
    library.of(Version.V3_6).mi().lookup("dlg_list");
    assertThat(read).containsExactly("3.6/mi.tsv");
  }

  @Test
  void readsTheRenamesOnlyWhenANameIsForeign() {
    library.of(Version.V4_0).mi().lookup("pike_list");
    assertThat(read).containsExactly("4.0/mi.tsv", "mi-renames.tsv");
  }

  @Test
  void readsOnlyTheTablesForATable() {
    library.of(Version.V3_4).table("dialog");
    assertThat(read).containsExactly("3.4/tables.tsv");
  }

  @Test
  void readsOnlyTheStatisticsForStatistics() {
    library.of(Version.V3_5).statistics();
    assertThat(read).containsExactly("3.5/statistics.tsv");
  }

  @Test
  void readsOnlyTheEventsForAnEvent() {
    library.of(Version.V3_5).event("E_DLG_STATE_CHANGED");
    assertThat(read).containsExactly("3.5/events.tsv");
  }

  @Test
  void readsNoModulesForTheCore() {
    library.of(Version.V4_0).core();
    assertThat(read)
        .containsExactlyInAnyOrder("4.0/core.tsv", "4.0/statistics.tsv", "4.0/events.tsv");
  }

  @Test
  void readsEachPartOnce() {
    Facts facts = library.of(Version.V4_0);
    for (int i = 0; i < 3; i++) {
      facts.modules();
      facts.core();
      facts.statistics();
      facts.events();
    }
    assertThat(read).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void givesManyVirtualThreadsTheSameObject() throws Exception {
    Callable<Object> task = () -> library.of(Version.V3_6).modules();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Object>> answers = threads.invokeAll(Collections.nCopies(500, task));
      Object first = answers.getFirst().get();
      for (Future<Object> answer : answers) {
        assertThat(answer.get()).isSameAs(first);
      }
    }
    assertThat(read).doesNotHaveDuplicates();
  }

  @Test
  void triesAgainAfterAPartCouldNotBeRead() {
    Library broken =
        new Library(name -> {
          read.add(name);
          if (read.size() == 1) {
            throw new IllegalStateException("once");
          }
          return packed.text(name);
        });
    assertThat(catchMessage(broken)).isEqualTo("once");
    assertThat(broken.of(Version.V3_6).mi().commands()).isNotEmpty();
  }

  private static String catchMessage(Library library) {
    try {
      library.of(Version.V3_6).mi();
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void keepsTheWholeResourceSmall() {
    int size = packed.text("mi-renames.tsv").length();
    for (Version version : Version.values()) {
      for (String part : List.of("mi", "modules", "core", "tables", "statistics", "events")) {
        size += packed.text(version.label() + "/" + part + ".tsv").length();
      }
    }
    assertThat(size).isBetween(100_000, 1_000_000);
  }
}
