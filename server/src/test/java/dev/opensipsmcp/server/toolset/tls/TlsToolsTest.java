package dev.opensipsmcp.server.toolset.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void domainsNameFilesAndNeverKeys(Version version) {
    try (OnLab node = OnLab.of(version)) {
      JsonObject server = node.rows("tls_list_domains", "{\"type\":\"TLS_DOMAIN_SRV\"}").getFirst();
      assertThat(server.get("domain").getAsString()).isEqualTo("edge");
      assertThat(server.get("sip_domains")).hasToString("[\"example.com\"]");
      assertThat(server.get("cert_file").getAsString()).endsWith("edge-cert.pem");
      assertThat(server.toString()).doesNotContain("key");
    }
  }

  @Test
  void onlyConnectionsOverTlsAreListedAndCounted() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      int listed = node.rows("tls_list_connections", "{}").size();
      JsonObject figures = node.object("tls_get_statistics", "{}");
      assertThat(figures.get("over_tls").getAsInt()).isEqualTo(listed);
      assertThat(
              figures.getAsJsonObject("connections").entrySet().stream()
                  .mapToInt(type -> type.getValue().getAsInt())
                  .sum())
          .isGreaterThanOrEqualTo(listed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls_reload", "stirshaken_reload_ca", "stirshaken_reload_crl"})
  void aNodeWithoutTheTablesOrFilesSaysSo(String tool) {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      assertThat(node.code(tool, "{}")).isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void tcpSettingsAreReloaded() {
    try (OnLab node = OnLab.of(Version.V4_0)) {
      assertThat(node.object("tcp_reload", "{}").get("answer").getAsString()).isEqualTo("OK");
    }
  }
}
