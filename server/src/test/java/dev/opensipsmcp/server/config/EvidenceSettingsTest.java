package dev.opensipsmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where evidence comes from stands in tables of the file, or in variables named after them. */
class EvidenceSettingsTest {
  @TempDir Path directory;

  @Test
  void nothingIsAllowedUnlessItIsSaid() {
    EvidenceEntry evidence = evidence(Map.of());
    assertThat(evidence.captures().directories()).isEmpty();
    assertThat(evidence.captures().program()).isEmpty();
    assertThat(evidence.homer()).isEmpty();
    assertThat(evidence.relays()).isEmpty();
    assertThat(evidence.fail2ban().client()).isEmpty();
    assertThat(evidence.hep().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void theFileSaysAll() throws IOException {
    EvidenceEntry evidence =
        evidence(
            file(
                """
                captures: {directories: [/var/captures], program: /usr/bin/dumpcap, interfaces: [lo]}
                hep: {listen: "[::1]:9060", advertise: 192.0.2.9, keep_mb: 16}
                homer: {url: "http://127.0.0.1:9080", user: ops, password: hush, api: v3}
                relays:
                  - {name: east, url: "udp:127.0.0.1:2223"}
                  - {kind: rtpproxy, url: "unix:/run/rtpproxy.sock"}
                fail2ban: {client: /usr/bin/fail2ban-client, jails: [opensips], never: [192.0.2.0/24]}
                probes: {allow: [sip.example.com]}
                aliases:
                  - {address: 192.0.2.1, name: sbc}
                """));
    assertThat(evidence.captures().directories()).containsExactly(Path.of("/var/captures"));
    assertThat(evidence.captures().interfaces()).containsExactly("lo");
    assertThat(evidence.hep().host()).isEqualTo("::1");
    assertThat(evidence.hep().port()).isEqualTo(9060);
    assertThat(evidence.homer().orElseThrow().password()).contains("hush");
    assertThat(evidence.homer().orElseThrow().toString()).doesNotContain("hush");
    assertThat(evidence.relays())
        .extracting(relay -> relay.name() + ' ' + relay.kind())
        .containsExactly("east rtpengine", "relay-2 rtpproxy");
    assertThat(evidence.fail2ban().never()).containsExactly("192.0.2.0/24");
    assertThat(evidence.aliases()).containsEntry("192.0.2.1", "sbc");
  }

  @Test
  void variablesWinOverTheFile() throws IOException {
    Map<String, String> variables = new HashMap<>(file("homer: {url: 'http://127.0.0.1:1'}\n"));
    variables.put("OPENSIPS_MCP_HOMER_URL", "http://127.0.0.1:2");
    variables.put("OPENSIPS_MCP_CAPTURE_ROOTS", "/a:/b");
    variables.put("OPENSIPS_MCP_RELAY_URL", "udp:127.0.0.1:2223");
    variables.put("OPENSIPS_MCP_FAIL2BAN_NEVER", "192.0.2.1, 192.0.2.2");
    EvidenceEntry evidence = evidence(variables);
    assertThat(evidence.homer().orElseThrow().url()).isEqualTo("http://127.0.0.1:2");
    assertThat(evidence.captures().directories()).containsExactly(Path.of("/a"), Path.of("/b"));
    assertThat(evidence.relays()).extracting("name").containsExactly("rtpengine");
    assertThat(evidence.fail2ban().never()).containsExactly("192.0.2.1", "192.0.2.2");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws IOException {
    Loaded loaded =
        new SettingsLoader(
                file(
                    """
                    captures: {directories: [captures], program: dumpcap}
                    hep: {listen: everywhere}
                    homer: {url: "http://me:secret@127.0.0.1"}
                    relays: [{url: "127.0.0.1:2223"}]
                    aliases: [{address: 192.0.2.1}]
                    """))
            .load();
    List<Fault> faults = ((Loaded.Wrong) loaded).faults();
    assertThat(faults).hasSize(6);
    assertThat(faults.toString())
        .contains("absolute paths", "absolute path", "127.0.0.1:9060", "without user and password")
        .contains("udp:HOST:PORT", "address and name")
        .doesNotContain("secret");
  }

  private Map<String, String> file(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("settings.yaml"), text);
    return Map.of("OPENSIPS_MCP_CONFIG", file.toString());
  }

  private static EvidenceEntry evidence(Map<String, String> environment) {
    Loaded loaded = new SettingsLoader(environment).load();
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready) loaded).settings().evidence();
  }
}
