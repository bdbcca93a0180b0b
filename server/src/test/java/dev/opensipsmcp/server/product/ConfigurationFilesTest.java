package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration file is written by the program, with a person's word and without a leak. */
class ConfigurationFilesTest {
  private static final String PLANTED = "planted-nonce-secret-4711-32char";
  private static final String FORMER =
      """
      socket = udp:127.0.0.1:5060
      mpath = "/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "auth.so"
      route {
      	send_reply(404, "Not Here");
      }
      """;
  private static final String WANTED =
      FORMER.replace(
          "route {", "modparam(\"auth\", \"secret\", \"%s\")\nroute {".formatted(PLANTED));

  @TempDir Path folder;

  private Product product(String role) throws IOException {
    return new Product(folder)
        .with("OPENSIPS_MCP_MI_URL", "http://127.0.0.1:1/mi")
        .with("OPENSIPS_MCP_CFG_DIRS", folder.resolve("etc").toString())
        .with("OPENSIPS_MCP_ROLE", role);
  }

  @Test
  void aSecretInANewTextReachesTheFileAndNothingElse() throws Exception {
    Path file = Files.createDirectory(folder.resolve("etc")).resolve("opensips.cfg");
    Files.writeString(file, FORMER);
    Product product = product("engineer");
    JsonObject read = json(product.run("", "call", "cfg_file_read", "path=" + file, "--json"));
    String[] call = {
      "call",
      "cfg_file_write",
      "path=" + file,
      "expected_hash=" + read.getAsJsonObject("data").get("sha256").getAsString(),
      "config_content=" + WANTED,
      "--json"
    };

    Product.Run asked = product.run("", call);

    assertThat(asked.out()).contains("APPROVAL_REQUIRED").doesNotContain(PLANTED);
    assertThat(file).hasContent(FORMER);
    assertThat(kept(product)).doesNotContain(PLANTED);

    String id = product.run("", "approve").out().split(" ", 2)[0];
    assertThat(product.run("", "approve", id).status()).isZero();
    JsonObject done = json(product.run("", call));

    assertThat(file).hasContent(WANTED);
    assertThat(done.has("change_id")).isTrue();
    assertThat(kept(product)).contains("cfg_file_write").doesNotContain(PLANTED);
    assertThat(product.run("", "call", "cfg_file_read", "path=" + file).out())
        .doesNotContain(PLANTED);
    assertThat(product.run("", "audit", "verify").status()).isZero();
  }

  @Test
  void aViewerReadsAndDoesNotWrite() throws Exception {
    Path file = Files.createDirectory(folder.resolve("etc")).resolve("opensips.cfg");
    Files.writeString(file, FORMER);
    Product product = product("viewer");

    assertThat(product.run("", "call", "cfg_check", "path=" + file).status()).isZero();
    Product.Run refused = product.run("", "call", "cfg_backup", "config_path=" + file, "--json");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("config.write");
  }

  @Test
  void theCommandsOnConfigurationsNeedNoSettings() throws Exception {
    Path file = Files.writeString(folder.resolve("a.cfg"), FORMER);
    // A node, a configuration file and a role that are not there must not matter.
    Product product = new Product(folder).with("OPENSIPS_MCP_CONFIG", "/no/such/file.yaml");

    Product.Run check =
        product.run("", "cfg", "check", "--opensips-version", "3.6", file.toString());

    assertThat(check.status()).as(check.err()).isZero();
    assertThat(product.run("", "cfg", "frobnicate").status()).isEqualTo(2);
    assertThat(product.run("", "cfg", "check").status()).isEqualTo(2);
    assertThat(product.run("", "cfg", "--help").out()).contains("migrate");
    assertThat(product.stateDirectory()).doesNotExist();
  }

  private static JsonObject json(Product.Run run) {
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  /** {@return everything that the program keeps} */
  private static String kept(Product product) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(product.stateDirectory())) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
