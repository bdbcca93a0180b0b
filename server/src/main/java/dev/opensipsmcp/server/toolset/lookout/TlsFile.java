package dev.opensipsmcp.server.toolset.lookout;

import dev.opensipsmcp.cfg.lint.Surroundings.HostFile;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.server.toolset.tls.KeyMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate or a key that a configuration names. Of a key nothing is told but who can read it,
 * and whether it belongs to its certificate.
 *
 * @param path the file, as it is written
 * @param certificate the file of the certificate that a key is for; empty for a certificate
 */
record TlsFile(String path, Optional<String> certificate) {
  /** Parameters that name a certificate, with those that name its key, by module. */
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "tls_mgm", List.of("certificate", "private_key"),
          "httpd", List.of("tls_cert_file", "tls_key_file"));

  private static final long LARGEST = 1 << 20;

  static List<TlsFile> all(Program program) {
    List<TlsFile> all = new ArrayList<>();
    PARAMETERS.forEach((module, names) -> {
      List<String> certificates = values(program, module, names.getFirst());
      certificates.forEach(value -> all.add(new TlsFile(bare(value), Optional.empty())));
      for (String key : values(program, module, names.getLast())) {
        Optional<String> its =
            certificates.stream()
                .filter(value -> label(value).equals(label(key)))
                .map(TlsFile::bare)
                .findFirst();
        all.add(new TlsFile(bare(key), Optional.of(its.orElse(""))));
      }
    });
    return all;
  }

  private static List<String> values(Program program, String module, String name) {
    List<String> values = new ArrayList<>();
    for (Item item : program.tree().items()) {
      if (item instanceof Item.ModuleParameter parameter
          && parameter.module().value().equals(module)
          && parameter.name().value().equals(name)
          && parameter.value() instanceof Literal.Text text) {
        values.add(text.value());
      }
    }
    return values;
  }

  /** {@return the TLS domain in {@code [domain]path}} */
  private static String label(String value) {
    return value.startsWith("[") ? value.substring(0, value.indexOf(']') + 1) : "";
  }

  private static String bare(String value) {
    return value.substring(label(value).length());
  }

  /**
   * {@return what is seen of it; nothing when its rights can't be read}
   *
   * @param real its real path
   * @param allowed gives the real path of another file that may be read
   */
  Optional<HostFile> look(Path real, Function<String, Optional<Path>> allowed) {
    Optional<Integer> mode = HostLook.mode(real);
    return mode.map(bits ->
        certificate.isEmpty()
            ? new HostFile(bits, first(real).map(TlsFile::end), Optional.empty())
            : new HostFile(bits, Optional.empty(), fits(real, allowed)));
  }

  private static Instant end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  private Optional<Boolean> fits(Path key, Function<String, Optional<Path>> allowed) {
    Optional<X509Certificate> its =
        certificate.filter(name -> !name.isEmpty()).flatMap(allowed).flatMap(TlsFile::first);
    if (its.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(key) > LARGEST) {
        return Optional.empty();
      }
      String text = Files.readString(key, StandardCharsets.ISO_8859_1);
      return switch (KeyMatch.of(text, its.get().getPublicKey())) {
        case "yes" -> Optional.of(true);
        case "no" -> Optional.of(false);
        default -> Optional.empty();
      };
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<X509Certificate> first(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(
            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
    } catch (IOException | CertificateException _) {
      return Optional.empty();
    }
  }
}
