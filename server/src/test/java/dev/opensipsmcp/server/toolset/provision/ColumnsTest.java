package dev.opensipsmcp.server.toolset.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.provision.kind.Kinds;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every column of every table can be set, or there is a reason why a person does not. */
class ColumnsTest {
  private static final Entities ENTITIES = new Entities(Kinds.all());

  private static final Map<String, String> REASONS = reasons();

  @Test
  void everyColumnCanBeSetOrHasAReason() {
    List<String> without = new ArrayList<>();
    operable()
        .forEach(version -> {
          for (Table table : Facts.of(version).tables()) {
            for (Column column : table.columns()) {
              String name = table.name() + "." + column.name();
              if (!numbered(column)
                  && !settable(table.name(), column.name())
                  && !REASONS.containsKey(table.name())
                  && !REASONS.containsKey(name)) {
                without.add(name + " of " + version.label());
              }
            }
          }
        });
    assertThat(without).isEmpty();
  }

  private static boolean numbered(Column column) {
    return column.primary() && column.autoIncrement();
  }

  private static boolean settable(String table, String column) {
    return ENTITIES.of(table).flatMap(entity -> entity.field(column)).isPresent();
  }

  @Test
  void everyReasonIsForSomethingThatCantBeSet() {
    REASONS.forEach((name, reason) -> {
      String[] parts = name.split("\\.", 2);
      List<Table> tables = tables(parts[0]);
      assertThat(tables).as(name).isNotEmpty();
      assertThat(reason).as(name).hasSizeGreaterThan(10);
      if (parts.length == 1) {
        assertThat(ENTITIES.of(name)).as(name).isEmpty();
      } else {
        assertThat(tables).as(name).anyMatch(table -> table.column(parts[1]).isPresent());
        assertThat(settable(parts[0], parts[1])).as(name).isFalse();
      }
    });
  }

  @Test
  void everyFieldIsAColumn() {
    each((entity, all) -> {
      for (Field field : entity.fields()) {
        all.assertThat(columns(entity.table(), field.column()))
            .as(entity.name() + "." + field.column())
            .isNotEmpty();
      }
      all.assertThat(entity.fields().stream().map(Field::argument))
          .as(entity.name())
          .doesNotHaveDuplicates();
    });
  }

  @Test
  void everyMeaningSaysSomethingInFewWords() {
    each((entity, all) -> {
      for (Field field : entity.fields()) {
        all.assertThat(field.meaning())
            .as(entity.name() + "." + field.column())
            .hasSizeBetween(7, 130)
            .matches("\\p{ASCII}+")
            .doesNotEndWith(".");
      }
    });
  }

  @Test
  void aNewRowGetsAllThatTheDatabaseWants() {
    each((entity, all) -> {
      for (Field field : entity.fields()) {
        boolean wanted =
            columns(entity.table(), field.column()).stream()
                .anyMatch(column -> !column.nullable() && column.defaultValue().isEmpty());
        if (wanted && !(field.kind() instanceof Field.Kind.Stamp)) {
          all.assertThat(field.required()).as(entity.name() + "." + field.column()).isTrue();
        }
      }
    });
  }

  @Test
  void everyRangeFitsItsColumn() {
    each((entity, all) -> {
      for (Field field : entity.fields()) {
        if (field.kind() instanceof Field.Kind.Whole(long least, long most)) {
          Column column = field.newest(entity.table()).orElseThrow();
          String name = entity.name() + "." + field.column();
          all.assertThat(least).as(name).isLessThanOrEqualTo(most).isBetween(least(column), most);
          all.assertThat(most).as(name).isLessThanOrEqualTo(most(column));
        }
      }
    });
  }

  private static long least(Column column) {
    return switch (column.type()) {
      case CHAR -> Byte.MIN_VALUE;
      case SHORT -> Short.MIN_VALUE;
      case INT -> Integer.MIN_VALUE;
      case LONG -> Long.MIN_VALUE;
      case UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG -> 0;
      case STRING, TEXT, BINARY, FLOAT, DOUBLE, DATETIME -> Long.MAX_VALUE;
    };
  }

  private static long most(Column column) {
    return switch (column.type()) {
      case CHAR -> Byte.MAX_VALUE;
      case SHORT -> Short.MAX_VALUE;
      case UNSIGNED_SHORT -> 65_535;
      case INT -> Integer.MAX_VALUE;
      case UNSIGNED_INT -> 4_294_967_295L;
      case LONG, UNSIGNED_LONG -> Long.MAX_VALUE;
      case STRING, TEXT, BINARY, FLOAT, DOUBLE, DATETIME -> Long.MIN_VALUE;
    };
  }

  @Test
  void everyKeyIsMadeOfFieldsThatMayBeSeen() {
    each((entity, all) -> {
      for (String column : entity.key()) {
        Optional<Field> field = entity.field(column);
        all.assertThat(field).as(entity.name() + "." + column).isPresent();
        all.assertThat(field.map(one -> !one.secret() && one.settable()).orElse(false))
            .as(entity.name() + "." + column)
            .isTrue();
      }
    });
  }

  @Test
  void noTwoKindsShareATableOrAName() {
    assertThat(ENTITIES.all()).extracting(Entity::table).doesNotHaveDuplicates();
    assertThat(ENTITIES.all()).extracting(Entity::name).doesNotHaveDuplicates();
  }

  @Test
  void everyReferenceLeadsFromColumnsToColumns() {
    each((entity, all) -> {
      for (Reference reference : entity.references()) {
        String name = entity.name() + " in " + reference.table();
        all.assertThat(reference.columns()).as(name).hasSameSizeAs(reference.named());
        for (String column : reference.columns()) {
          all.assertThat(columns(reference.table(), column)).as(name).isNotEmpty();
        }
        for (String column : reference.named()) {
          all.assertThat(columns(entity.table(), column)).as(name).isNotEmpty();
        }
      }
    });
  }

  @Test
  void whatHasAReloadIsMadeActiveByIt() {
    each((entity, all) -> {
      boolean reload = entity.activation() instanceof Activation.ByReload;
      all.assertThat(reload)
          .as(entity.name())
          .isEqualTo(TableReload.of(entity.table()).isPresent());
      Optional<String> how =
          switch (entity.activation()) {
            case Activation.AtOnce(String text) -> Optional.of(text);
            case Activation.Otherwise(String text) -> Optional.of(text);
            case Activation.ByReload _ -> Optional.empty();
          };
      how.ifPresent(
          text -> all.assertThat(text).as(entity.name()).endsWith(".").matches("\\p{ASCII}{20,}"));
    });
  }

  @Test
  void everyProofComparesColumnsWithWhatACommandLists() {
    each((entity, all) -> {
      if (entity.activation() instanceof Activation.ByReload(Optional<RowProof> first)) {
        Optional<RowProof> proof = first;
        while (proof.isPresent()) {
          RowProof one = proof.get();
          Stream.of(one.same(), one.shown())
              .flatMap(pairs -> pairs.values().stream())
              .filter(column -> !one.prints().containsKey(column))
              .forEach(column ->
                  all.assertThat(columns(entity.table(), column))
                      .as(entity.name() + "." + column)
                      .isNotEmpty());
          all.assertThat(operable().map(version -> Facts.of(version).mi().lookup(one.command())))
              .as(one.command())
              .anyMatch(found -> found instanceof MiLookup.Found);
          proof = one.next();
        }
      }
    });
  }

  private interface Check {
    void of(Entity entity, SoftAssertions all);
  }

  private static void each(Check check) {
    SoftAssertions all = new SoftAssertions();
    ENTITIES.all().forEach(entity -> check.of(entity, all));
    all.assertAll();
  }

  private static Stream<Version> operable() {
    return Arrays.stream(Version.values()).filter(Version::operable);
  }

  private static List<Table> tables(String name) {
    return operable().flatMap(version -> Facts.of(version).table(name).stream()).toList();
  }

  private static List<Column> columns(String table, String name) {
    return tables(table).stream().flatMap(one -> one.column(name).stream()).toList();
  }

  /** A line per table or table.column: its name, a colon, and why a person does not set it. */
  private static Map<String, String> reasons() {
    try (InputStream in = ColumnsTest.class.getResourceAsStream("reasons.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> reasons = new LinkedHashMap<>();
      text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(": ", 2))
          .forEach(parts -> reasons.put(parts[0], parts[1]));
      return reasons;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
