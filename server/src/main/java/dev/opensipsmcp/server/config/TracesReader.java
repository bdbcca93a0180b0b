package dev.opensipsmcp.server.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads where spans go. */
final class TracesReader {
  private static final Set<String> KEYS = Set.of("endpoint", "ca_file", "timeout_ms");

  /** Without TLS only to this machine; never with a user, a query or a fragment. */
  private static final Pattern ENDPOINT =
      Pattern.compile(
          "(https://[A-Za-z0-9.-]+|https?://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]))"
              + "(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");

  /** The path of the protocol (OTLP/HTTP) below an address that has none. */
  private static final String PATH = "/v1/traces";

  private TracesReader() {}

  /** {@return where spans go; nowhere when nothing is set} */
  static Optional<TracesEntry> read(Source variables, Optional<YamlTable> file, Faults faults) {
    Group group = Group.of(variables, file, "traces", KEYS, faults);
    Optional<Source.Entry> told = group.source().entry("endpoint");
    int timeout = group.source().integer("timeout_ms", 10_000, 250, 60_000);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    String text = told.get().text();
    if (!ENDPOINT.matcher(text).matches()) {
      group
          .source()
          .fault(
              told.get(),
              "must be https, or http to this machine, without user and query, for example"
                  + " http://127.0.0.1:4318");
      return Optional.empty();
    }
    boolean bare = text.indexOf('/', text.indexOf("//") + 2) < 0 || text.endsWith("/");
    URI endpoint = URI.create(bare ? text.replaceFirst("/$", "") + PATH : text);
    return Optional.of(new TracesEntry(endpoint, group.path("ca_file"), timeout));
  }
}
