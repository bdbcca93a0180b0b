package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.HepEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.LoadEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.ProbeEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where evidence of calls comes from. Each group of settings is a table of the file, or
 * environment variables that begin with the table's name.
 */
final class EvidenceReader {
  private static final Set<String> CAPTURES = Set.of("directories", "program", "interfaces");
  private static final Set<String> HEP = Set.of("listen", "advertise", "keep_mb");
  private static final Set<String> HOMER =
      Set.of(
          "url",
          "api",
          "user",
          "password",
          "password_file",
          "password_env",
          "token",
          "token_file",
          "token_env",
          "ca_file",
          "timeout_ms");
  private static final Set<String> RELAY = Set.of("name", "kind", "url", "timeout_ms");
  private static final Set<String> BAN = Set.of("client", "socket", "jails", "never");
  private static final Set<String> PROBES = Set.of("allow", "ca_file");
  private static final Set<String> LOAD =
      Set.of(
          "program",
          "directory",
          "targets",
          "max_rate",
          "max_concurrent",
          "max_calls",
          "max_seconds");
  private static final Set<String> ALIAS = Set.of("address", "name");

  private final Source variables;
  private final Optional<YamlTable> file;
  private final Secrets secrets;
  private final Faults faults;

  EvidenceReader(Source variables, Optional<YamlTable> file, Secrets secrets, Faults faults) {
    this.variables = variables;
    this.file = file;
    this.secrets = secrets;
    this.faults = faults;
  }

  /** {@return the settings; what the environment does not say, the file does} */
  EvidenceEntry read() {
    return new EvidenceEntry(
        captures(), hep(), homer(), relays(), bans(), probes(), aliases(), load());
  }

  private CaptureEntry captures() {
    Group group = group("captures", CAPTURES);
    List<String> directories = group.texts("directories");
    // The earlier server's name for the same.
    Optional<String> roots = variables.text("capture_roots");
    return new CaptureEntry(
        Group.paths(
            roots.isPresent() ? Group.split(roots.get(), "[:,]") : directories,
            "captures.directories",
            faults),
        group.path("program"),
        group.texts("interfaces"));
  }

  private HepEntry hep() {
    Group group = group("hep", HEP);
    Optional<Source.Entry> listen = group.source().entry("listen");
    String host = "127.0.0.1";
    int port = 0;
    if (listen.isPresent()) {
      Optional<HostPort> place = HostPort.parse(listen.get().text());
      if (place.isEmpty()) {
        group
            .source()
            .fault(listen.get(), "must be an address and a port, for example 127.0.0.1:9060");
      } else {
        host = place.get().host();
        port = place.get().port();
      }
    }
    return new HepEntry(
        host,
        port,
        group.source().text("advertise"),
        group.source().integer("keep_mb", 64, 1, 4096));
  }

  private Optional<HomerEntry> homer() {
    Group group = group("homer", HOMER);
    Optional<Source.Entry> url = group.source().entry("url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.get().text().matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
      group
          .source()
          .fault(
              url.get(),
              "must be an http or https address without user and password, for example"
                  + " http://127.0.0.1:9080");
    }
    return Optional.of(
        new HomerEntry(
            url.get().text(),
            group.source().word("api", "auto", Set.of("auto", "v3", "v4")),
            group.source().text("user"),
            secrets.read(group.source(), "password"),
            secrets.read(group.source(), "token"),
            group.path("ca_file"),
            group.source().integer("timeout_ms", 10_000, 250, 600_000)));
  }

  private List<RelayEntry> relays() {
    List<RelayEntry> relays = new ArrayList<>();
    Optional<String> single = variables.text("relay_url");
    if (single.isPresent()) {
      relays.add(new RelayEntry("rtpengine", "rtpengine", single.get(), 2_000));
    }
    if (file.isEmpty()) {
      return relays;
    }
    for (YamlTable table : file.get().tables("relays", RELAY)) {
      Source source = table.source();
      Optional<String> url = source.text("url");
      if (url.isEmpty() || !url.get().matches("(udp|tcp):\\S+:[0-9]{1,5}|unix:/\\S+")) {
        faults.add(table.where(), "a relay needs url: udp:HOST:PORT, tcp:HOST:PORT or unix:/PATH");
        continue;
      }
      relays.add(
          new RelayEntry(
              source.text("name", "relay-" + (relays.size() + 1)),
              source.word("kind", "rtpengine", Set.of("rtpengine", "rtpproxy")),
              url.get(),
              source.integer("timeout_ms", 2_000, 100, 60_000)));
    }
    return relays;
  }

  private BanEntry bans() {
    Group group = group("fail2ban", BAN);
    return new BanEntry(
        group.path("client"), group.path("socket"), group.texts("jails"), group.texts("never"));
  }

  private ProbeEntry probes() {
    Group group = group("probes", PROBES);
    return new ProbeEntry(group.texts("allow"), group.path("ca_file"));
  }

  private LoadEntry load() {
    Group group = group("load", LOAD);
    LoadEntry usual = LoadEntry.NONE;
    Source source = group.source();
    return new LoadEntry(
        group.path("program"),
        group.path("directory"),
        group.texts("targets"),
        source.integer("max_rate", usual.maxRate(), 1, 10_000),
        source.integer("max_concurrent", usual.maxConcurrent(), 1, 50_000),
        source.integer("max_calls", usual.maxCalls(), 1, 1_000_000),
        source.integer("max_seconds", usual.maxSeconds(), 1, 3_600));
  }

  private Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    if (file.isEmpty()) {
      return aliases;
    }
    for (YamlTable table : file.get().tables("aliases", ALIAS)) {
      Source source = table.source();
      Optional<String> address = source.text("address");
      Optional<String> name = source.text("name");
      if (address.isEmpty() || name.isEmpty()) {
        faults.add(table.where(), "an alias needs address and name");
      } else {
        aliases.put(address.get(), name.get());
      }
    }
    return aliases;
  }

  private Group group(String name, Set<String> keys) {
    return Group.of(variables, file, name, keys, faults);
  }
}
