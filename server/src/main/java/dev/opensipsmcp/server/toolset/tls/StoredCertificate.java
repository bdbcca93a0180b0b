package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says of certificates how long they are valid, and what they are for. */
final class StoredCertificate {
  private static final Duration WARNING = Duration.ofDays(30);
  private static final Duration CRITICAL = Duration.ofDays(7);

  private StoredCertificate() {}

  /** {@return the certificates of a PEM text; those that can't be read are left out} */
  static List<X509Certificate> all(String text) {
    List<X509Certificate> all = new ArrayList<>();
    for (Pem block : Pem.all(text)) {
      if (block.label().endsWith("CERTIFICATE")) {
        try {
          all.add(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(block.der())));
        } catch (CertificateException _) {
          // It is counted as missing.
        }
      }
    }
    return all;
  }

  /** {@return how urgent it is to renew what is valid between these times} */
  static String status(Instant from, Instant until, Instant now) {
    if (!now.isBefore(until)) {
      return "expired";
    }
    if (now.isBefore(from)) {
      return "not_yet";
    }
    Duration left = Duration.between(now, until);
    if (left.compareTo(CRITICAL) < 0) {
      return "critical";
    }
    return left.compareTo(WARNING) <= 0 ? "warning" : "ok";
  }

  /** {@return what a person wants to know of a certificate} */
  static JsonObject row(X509Certificate certificate, Instant now) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    JsonObject row = Json.object("status", status(from, until, now));
    row.addProperty("days_left", Math.floorDiv(Duration.between(now, until).toSeconds(), 86_400L));
    row.addProperty("not_before", from.toString());
    row.addProperty("not_after", until.toString());
    row.addProperty("subject", certificate.getSubjectX500Principal().getName());
    row.add("names", Json.texts(names(certificate)));
    row.addProperty("issuer", certificate.getIssuerX500Principal().getName());
    row.addProperty("key_type", type(certificate.getPublicKey()));
    return row;
  }

  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      var alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> one : alternatives) {
          if (one.get(1) instanceof String name) {
            names.add(name);
          }
        }
      }
    } catch (CertificateParsingException _) {
      names.clear(); // A broken extension names nobody.
    }
    return names;
  }

  private static String type(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECPublicKey curve -> "EC " + curve.getParams().getOrder().bitLength();
      default -> key.getAlgorithm();
    };
  }
}
