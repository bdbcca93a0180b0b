package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node with a million contacts is counted, and paged, within a heap of 64 MiB. */
class MillionContactsTest {
  private static final int GENERATED = 1_000_000;

  /** Contacts and users of the seed. */
  private static final int CONTACTS = GENERATED + 6;

  private static final int USERS = GENERATED + 5;

  /** What two sockets may hold beyond what was read; the whole answer is above 390 MB. */
  private static final long BUFFERED = 40_000_000;

  @TempDir Path folder;

  @Test
  void the_summary_counts_each_and_the_first_page_fetches_little() throws Exception {
    LabSettings settings = LabSettings.of(Version.V4_0).contacts(GENERATED);
    try (LabNode node = LabNode.of(settings);
        CountingRelay relay = new CountingRelay(node.miUrl());
        Session session =
            new Product(folder)
                .withJvmOption("-Xmx64m")
                .with("OPENSIPS_MCP_MI_URL", relay.url().toString())
                .serve()) {
      JsonObject counts =
          envelope(session.call("registration_summary", "{\"large\":true}"))
              .getAsJsonObject("data");
      assertThat(relay.take()).isGreaterThan(GENERATED * 380L);

      assertThat(counts.get("contacts").getAsInt()).isEqualTo(CONTACTS);
      assertThat(counts.get("aors").getAsInt()).isEqualTo(USERS);
      assertThat(counts(counts, "by_domain"))
          .containsEntry("example.org", 333_333L)
          .containsEntry("example.net", 333_333L + 2)
          .containsEntry("example.com", 333_334L + 4);
      for (String by : counts.keySet()) {
        if (by.startsWith("by_")) {
          long shown = counts(counts, by).values().stream().mapToLong(n -> n).sum();
          long others = counts.getAsJsonObject(by).get("others").getAsLong();
          assertThat(shown + others).as(by).isEqualTo(CONTACTS);
        }
      }

      JsonObject first =
          envelope(session.call("registration_list", "{\"limit\":20,\"large\":true}"));
      assertThat(first.getAsJsonArray("data")).hasSize(20);
      assertThat(first.get("truncated").getAsBoolean()).isTrue();
      assertThat(relay.take()).isLessThan(BUFFERED);
    }
  }

  private static Map<String, Long> counts(JsonObject counts, String by) {
    Map<String, Long> top = new TreeMap<>();
    for (JsonElement one : counts.getAsJsonObject(by).getAsJsonArray("top")) {
      JsonObject count = one.getAsJsonObject();
      top.put(count.get("value").getAsString(), count.get("contacts").getAsLong());
    }
    return top;
  }

  private static JsonObject envelope(JsonObject result) {
    assertThat(result.has("structuredContent")).as(result.toString()).isTrue();
    return result.getAsJsonObject("structuredContent");
  }
}
