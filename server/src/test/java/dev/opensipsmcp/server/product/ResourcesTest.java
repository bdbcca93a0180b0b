package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources as a client of the running program meets them; the client is a viewer. */
class ResourcesTest {
  /** An example of each variable. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("{version}", "3.6"),
          Map.entry("{module}", "dialog"),
          Map.entry("{command}", "dlg_list"),
          Map.entry("{table}", "dispatcher"),
          Map.entry("{+function}", "tm/t_relay"),
          Map.entry("{+parameter}", "tm/fr_timeout"),
          Map.entry("{global}", "socket"),
          Map.entry("{statistic}", "dialog:active_dialogs"),
          Map.entry("{event}", "E_DLG_STATE_CHANGED"),
          Map.entry("{variable}", "%24ru"),
          Map.entry("{scenario}", "load-balancer"),
          Map.entry("{rule}", "S07"),
          Map.entry("{code}", "408"),
          Map.entry("{timer}", "B"),
          Map.entry("{+document}", "plan.md%231"),
          Map.entry("{instance}", "default"),
          Map.entry("{+path}", "one.pcap"),
          Map.entry("{callid}", "one%40h"),
          Map.entry("{time_from}", "1700000000000"),
          Map.entry("{time_to}", "1700000100000"),
          Map.entry("{?from_line}", "?from_line=1"));

  private static final String MESSAGE =
      """
      OPTIONS sip:200@example.com SIP/2.0\r
      From: <sip:100@example.com>;tag=a\r
      To: <sip:200@example.com>\r
      Call-ID: one@h\r
      CSeq: 1 OPTIONS\r
      \r
      """;

  @TempDir Path folder;
  private LabNode node;
  private HomerLab homer;
  private Session client;

  @BeforeEach
  void aClient() throws Exception {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("plan.md"), "# Plan\nCall Berta.\n");
    Instant then = Instant.ofEpochSecond(1_700_000_000);
    Path captures = Files.createDirectory(folder.resolve("captures"));
    new CaptureWriter(new AllowedDirectories(List.of(captures)))
        .write(
            captures.resolve("one.pcap"),
            List.of(
                new CapturedMessage(
                    then,
                    Transport.UDP,
                    new Endpoint("192.0.2.10", 5060),
                    new Endpoint("198.51.100.1", 5060),
                    SipParser.parse(MESSAGE.getBytes(StandardCharsets.UTF_8)),
                    "test")));
    homer = HomerLab.start(HomerLabSettings.of(HomerLabSettings.Generation.V3));
    homer.keep(HomerPacket.sip(then, "192.0.2.10:5060", "198.51.100.1:5060", MESSAGE));
    node = LabNode.start(Version.V3_6);
    client =
        new Product(folder)
            .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
            .with("OPENSIPS_MCP_DOCS_DIRS", documents.toString())
            .with("OPENSIPS_MCP_CAPTURE_ROOTS", captures.toString())
            .with("OPENSIPS_MCP_HOMER_URL", homer.url().toString())
            .with("OPENSIPS_MCP_HOMER_USER", "admin")
            .with("OPENSIPS_MCP_HOMER_PASSWORD", "sipcapture")
            .with("OPENSIPS_MCP_CALLS_PER_SECOND", "1000")
            .serve();
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    node.close();
    homer.close();
  }

  private List<String> uris(String method, String list, String key) throws IOException {
    List<String> uris = new ArrayList<>();
    JsonObject params = new JsonObject();
    JsonObject result = client.request(method, params).getAsJsonObject("result");
    while (true) {
      for (JsonElement element : result.getAsJsonArray(list)) {
        JsonObject entry = element.getAsJsonObject();
        uris.add(entry.get(key).getAsString());
        assertThat(entry.get("title").getAsString()).isNotBlank();
        assertThat(entry.get("description").getAsString()).isNotBlank();
      }
      if (!result.has("nextCursor")) {
        return uris;
      }
      JsonObject next = new JsonObject();
      next.add("cursor", result.get("nextCursor"));
      result = client.request(method, next).getAsJsonObject("result");
    }
  }

  private JsonObject read(String uri) throws IOException {
    JsonObject params = new JsonObject();
    params.addProperty("uri", uri);
    return client.request("resources/read", params);
  }

  private String text(String uri) throws IOException {
    JsonObject answer = read(uri);
    assertThat(answer.has("result")).as("%s: %s", uri, answer).isTrue();
    JsonObject content =
        answer.getAsJsonObject("result").getAsJsonArray("contents").get(0).getAsJsonObject();
    return content.get(content.has("blob") ? "blob" : "text").getAsString();
  }

  @Test
  void everyListedResourceCanBeRead() throws IOException {
    List<String> uris = uris("resources/list", "resources", "uri");

    assertThat(uris)
        .doesNotHaveDuplicates()
        .contains(
            "opensips://versions",
            "opensips://versions/4.0/modules",
            "opensips://versions/3.6/mi",
            "opensips://guides/nat",
            "opensips://scenarios",
            "opensips://lint-rules",
            "opensips://instances",
            "opensips://instances/default/health");
    for (String uri : uris) {
      assertThat(text(uri)).as(uri).isNotBlank();
    }
  }

  @Test
  void everyTemplateHasResourcesThatCanBeRead() throws IOException {
    List<String> templates = uris("resources/templates/list", "resourceTemplates", "uriTemplate");

    assertThat(templates).hasSizeGreaterThanOrEqualTo(20);
    for (String template : templates) {
      String uri = template;
      for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
        uri = uri.replace(example.getKey(), example.getValue());
      }
      assertThat(uri).doesNotContain("{");
      assertThat(text(uri)).as(uri).isNotBlank();
    }
  }

  @Test
  void aGuideIsMarkdownAndACardTellsItsParameters() throws IOException {
    assertThat(text("opensips://guides/timers")).startsWith("# Timers and the 32-second drop");
    JsonObject card =
        JsonParser.parseString(text("opensips://versions/3.6/mi/ds_set_state"))
            .getAsJsonObject()
            .getAsJsonObject("data");
    assertThat(card.getAsJsonArray("accepted_parameters").toString())
        .contains("\"group\":\"STRING\"");
  }

  @Test
  void aLongListGoesOnAtALine() throws IOException {
    JsonObject first = data("opensips://versions/3.6/parameters");
    int next = first.get("next_line").getAsInt();
    JsonObject second = data("opensips://versions/3.6/parameters?from_line=" + next);

    assertThat(second.get("text").getAsString())
        .isNotEmpty()
        .isNotEqualTo(first.get("text").getAsString());
  }

  private JsonObject data(String uri) throws IOException {
    return JsonParser.parseString(text(uri)).getAsJsonObject().getAsJsonObject("data");
  }

  @Test
  void anOwnDocumentIsMarkedAsUntrusted() throws IOException {
    assertThat(data("opensips://documents/plan.md%231"))
        .satisfies(card -> assertThat(card.get("untrusted").getAsBoolean()).isTrue())
        .satisfies(card -> assertThat(card.get("text").getAsString()).contains("Call Berta."));
  }

  @Test
  void whatIsNoneIsRefusedAndNothingElseHappens() throws IOException {
    for (String uri :
        List.of(
            "",
            "opensips://",
            "opensips://versions/2.4/modules",
            "opensips://versions/3.6/modules/nothing",
            "opensips://versions/3.6/modules/%zz",
            "opensips://lint-rules/S999",
            "opensips://instances/nowhere/health",
            "opensips://documents/../plan.md",
            "file:///etc/passwd",
            "opensips://codes/" + "9".repeat(5_000))) {
      assertThat(read(uri).has("error")).as(uri).isTrue();
    }
  }

  @Test
  void variablesAreCompleted() throws IOException {
    assertThat(completed("module", "dia")).contains("\"dialog\"").contains("\"dialplan\"");
    assertThat(completed("command", "g_list")).contains("dlg_list");
    assertThat(completed("parameter", "fr_inv")).contains("tm/fr_inv_timeout");
    assertThat(completed("instance", "")).contains("default");
    assertThat(completed("scenario", "load")).contains("load-balancer");
    assertThat(completed("rule", "S0")).contains("S07");
    assertThat(completed("nothing", "x")).isEqualTo("[]");
  }

  private String completed(String argument, String typed) throws IOException {
    JsonObject reference = new JsonObject();
    reference.addProperty("type", "ref/resource");
    reference.addProperty("uri", "opensips://versions/{version}/modules/{module}");
    JsonObject asked = new JsonObject();
    asked.addProperty("name", argument);
    asked.addProperty("value", typed);
    JsonObject params = new JsonObject();
    params.add("ref", reference);
    params.add("argument", asked);
    JsonArray values =
        client
            .request("completion/complete", params)
            .getAsJsonObject("result")
            .getAsJsonObject("completion")
            .getAsJsonArray("values");
    return values.toString();
  }
}
