package dev.opensipsmcp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MiLookupPropertyTest {

  @Provide
  Arbitrary<String> names() {
    List<String> known = new ArrayList<>();
    for (Version version : Version.values()) {
      for (MiCommand command : Facts.of(version).mi().commands()) {
        known.add(command.name());
        known.add(command.localName());
        known.addAll(command.aliases());
      }
    }
    Arbitrary<String> real = Arbitraries.of(known);
    Arbitrary<String> damaged =
        real.flatMap(name ->
            Arbitraries.integers()
                .between(0, name.length() - 1)
                .map(at -> name.substring(0, at) + name.substring(at + 1)));
    return Arbitraries.oneOf(real, damaged, Arbitraries.strings().ofMaxLength(80));
  }

  @Property(tries = 200)
  void anyNameGetsAnAnswerThatTheVersionStandsBy(
      @ForAll Version version, @ForAll("names") String name) {
    MiCatalogue mi = Facts.of(version).mi();
    switch (mi.lookup(name)) {
      case MiLookup.Found(MiCommand command) -> assertThat(mi.commands()).contains(command);
      case MiLookup.Ambiguous(List<String> candidates) ->
          assertThat(candidates)
              .hasSizeGreaterThan(1)
              .doesNotHaveDuplicates()
              .allMatch(it -> mi.command(it).isPresent());
      case MiLookup.Unknown(List<String> nearest, List<Version> others) -> {
        assertThat(nearest)
            .hasSizeLessThanOrEqualTo(5)
            .doesNotHaveDuplicates()
            .allMatch(it -> mi.command(it).isPresent());
        assertThat(others).isSorted().doesNotContain(version);
        assertThat(mi.command(name)).isEmpty();
      }
    }
  }

  @Property(tries = 200)
  void aCommandIsFoundUnderItsOwnNameInEveryVersionThatHasIt(
      @ForAll Version version, @ForAll Version other, @ForAll("names") String name) {
    MiCatalogue mi = Facts.of(version).mi();
    MiCatalogue there = Facts.of(other).mi();
    mi.command(name)
        .flatMap(command -> mi.nameIn(command, other))
        .ifPresent(translated -> {
          assertThat(there.command(translated)).isPresent();
          assertThat(there.lookup(name)).isNotInstanceOf(MiLookup.Unknown.class);
        });
  }

  @Property(tries = 200)
  void aVersionNamedForAnUnknownCommandReallyHasIt(
      @ForAll Version version, @ForAll("names") String name) {
    if (Facts.of(version).mi().lookup(name) instanceof MiLookup.Unknown unknown) {
      assertThat(unknown.otherVersions())
          .noneMatch(it -> Facts.of(it).mi().lookup(name) instanceof MiLookup.Unknown);
    }
  }
}
