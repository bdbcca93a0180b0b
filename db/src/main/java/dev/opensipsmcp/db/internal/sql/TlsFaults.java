package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import java.security.cert.CertPathBuilderException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Tells why a connection could not be encrypted, which drivers say in words only. */
final class TlsFaults {
  private TlsFaults() {}

  /** {@return what is wrong with TLS; empty when that is not what failed} */
  static Optional<DbError> of(Throwable fault, String where) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      Optional<DbError> found = here(at, where);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<DbError> here(Throwable at, String where) {
    String words = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("ssl not enabled in the server")
        || words.contains("server does not support ssl")) {
      return error(
          "The database at " + where + " offers no TLS.",
          "Switch TLS on in the server, or set tls: off where nobody can listen in.");
    }
    if (words.contains("subject alternative")
        || words.contains("hostnameverifier")
        || words.contains("no name matching")) {
      return error(
          "The certificate of the database at " + where + " is for another name.",
          "Write a name of the certificate into the URL, or give the server one for this name.");
    }
    if (at instanceof CertPathBuilderException
        || words.contains("pkix path building failed")
        || words.contains("self signed certificates")) {
      return error(
          "The certificate of the database at " + where + " is signed by nobody who is trusted.",
          "Set ca_file to the PEM file of the authority that signed it.");
    }
    if (words.contains("serversslcert") || words.contains("ssl root certificate file")) {
      return error(
          "The file of authorities for the database at " + where + " can't be read.",
          "Check ca_file: a PEM file that this program may read.");
    }
    return at instanceof SSLException
        ? error(
            "No encrypted connection to the database at " + where + " comes about.",
            "Compare the TLS versions and the certificates of both sides.")
        : Optional.empty();
  }

  private static Optional<DbError> error(String cause, String next) {
    return Optional.of(new DbError(Kind.UNREACHABLE, cause, next));
  }
}
