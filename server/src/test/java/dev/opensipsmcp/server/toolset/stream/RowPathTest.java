package dev.opensipsmcp.server.toolset.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RowPathTest {
  private static final RowPath CONTACTS = RowPath.parse("Domains[].AORs[].Contacts[]");
  private static final String DUMP =
      """
      {"Domains":[{"name":"location","hash_size":512,"AORs":[
        {"AOR":"alice","Contacts":[{"Contact":"sip:a1","Expires":10},{"Contact":"sip:a2"}]},
        {"AOR":"bob","Contacts":[{"Contact":"sip:b1","Expires":30}]}]}]}
      """;

  @Test
  void rows_come_in_order_and_know_what_encloses_them() throws IOException {
    assertThat(
            read(
                CONTACTS,
                DUMP,
                row ->
                    row.text("Domains.name")
                        + "/"
                        + row.text("AORs.AOR")
                        + "/"
                        + row.text("Contact")
                        + "/"
                        + row.number("Expires", -1)))
        .containsExactly(
            "location/alice/sip:a1/10", "location/alice/sip:a2/-1", "location/bob/sip:b1/30");
  }

  @Test
  void a_visitor_that_had_enough_ends_the_reading_before_the_rest_arrives() throws IOException {
    String broken = DUMP.substring(0, DUMP.indexOf("bob"));
    List<String> seen = new ArrayList<>();
    Walk walk =
        CONTACTS.read(
            json(broken),
            row -> {
              seen.add(row.text("Contact"));
              return seen.size() < 2;
            });
    assertThat(seen).containsExactly("sip:a1", "sip:a2");
    assertThat(walk).isEqualTo(new Walk(2, false));
  }

  @Test
  void an_answer_that_breaks_off_is_a_failure() {
    String broken = DUMP.substring(0, DUMP.indexOf("bob"));
    assertThatThrownBy(() -> CONTACTS.read(json(broken), _ -> true))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_single_object_counts_as_a_list_of_one() throws IOException {
    String one =
        "{\"Domains\":{\"name\":\"d\",\"AORs\":{\"AOR\":\"x\",\"Contacts\":{\"Contact\":\"c\"}}}}";
    assertThat(read(CONTACTS, one, row -> row.text("AORs.AOR") + row.text("Contact")))
        .containsExactly("xc");
  }

  @Test
  void levels_that_are_missing_or_of_another_kind_give_no_rows() throws IOException {
    for (String answer :
        List.of(
            "{}",
            "[]",
            "null",
            "\"OK\"",
            "{\"Domains\":null}",
            "{\"Domains\":[{\"name\":\"d\"},3,null,[]]}",
            "{\"Domains\":[{\"AORs\":[{\"AOR\":\"x\"},{\"AOR\":\"y\",\"Contacts\":[]}]}]}")) {
      assertThat(CONTACTS.read(json(answer), _ -> true)).as(answer).isEqualTo(new Walk(0, true));
    }
  }

  @Test
  void what_stands_after_the_list_is_never_told_to_its_rows() throws IOException {
    String late = "{\"before\":1,\"Sets\":[{\"id\":7}],\"after\":2}";
    List<Row> kept = new ArrayList<>();
    RowPath.parse("Sets[]").read(json(late), kept::add);
    assertThat(kept.getFirst().text(".before")).isEqualTo("1");
    assertThat(kept.getFirst().get(".after").isJsonNull()).isTrue();
  }

  @Test
  void the_answer_itself_may_be_the_list() throws IOException {
    assertThat(read(RowPath.parse("[]"), "[{\"a\":1},{\"a\":2}]", row -> row.text("a")))
        .containsExactly("1", "2");
    assertThat(read(RowPath.parse("[]"), "{\"a\":1}", row -> row.text("a"))).containsExactly("1");
    assertThat(read(RowPath.parse("[].b[]"), "[{\"b\":[1,2]},{\"b\":[3]}]", Row::toString))
        .containsExactly("1", "2", "3");
  }

  @Test
  void a_plain_value_is_a_row_with_one_member() throws IOException {
    assertThat(read(RowPath.parse("names[]"), "{\"names\":[\"a\"]}", row -> row.own().toString()))
        .containsExactly("{\"value\":\"a\"}");
    assertThat(read(RowPath.parse("names[]"), "{\"names\":[\"a\"]}", row -> row.text("value")))
        .containsExactly("a");
  }

  @Test
  void own_members_go_before_levels_and_objects_can_be_entered() throws IOException {
    String answer = "{\"Sets\":[{\"id\":1,\"Sets.id\":9,\"gw\":{\"ip\":\"192.0.2.1\"}}]}";
    assertThat(
            read(
                RowPath.parse("Sets[]"),
                answer,
                row -> row.text("Sets.id") + " " + row.text("gw.ip") + row.text("gw.nothing")))
        .containsExactly("9 192.0.2.1");
  }

  @Test
  void members_that_are_not_kept_are_passed_over() throws IOException {
    assertThat(read(CONTACTS.keeping("Expires"), DUMP, row -> row.own().toString()))
        .containsExactly("{\"Expires\":10}", "{}", "{\"Expires\":30}");
  }

  @Test
  void numbers_and_nested_lists_stay_what_they_were() throws IOException {
    String rows = "{\"R\":[{\"m\":4294967295,\"f\":0.10,\"l\":[{\"k\":null}]}]}";
    assertThat(read(RowPath.parse("R[]"), rows, row -> row.own()))
        .containsExactly(
            JsonParser.parseString(rows)
                .getAsJsonObject()
                .getAsJsonArray("R")
                .get(0)
                .getAsJsonObject());
  }

  @Test
  void a_path_needs_names() {
    for (String wrong : List.of("a..b", "a[].", ".a", "a[]b", "[][]", "a[", "[]a")) {
      assertThatThrownBy(() -> RowPath.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static <T> List<T> read(RowPath path, String answer, Function<Row, T> told)
      throws IOException {
    List<T> all = new ArrayList<>();
    Walk walk = path.read(json(answer), row -> all.add(told.apply(row)));
    assertThat(walk).isEqualTo(new Walk(all.size(), true));
    return all;
  }

  private static JsonReader json(String text) {
    return new JsonReader(new StringReader(text));
  }
}
