package dev.opensipsmcp.sip.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a PASSporT's signature and its certificates with what is given; nothing is fetched. */
public final class SignatureCheck {
  /** The list of numbers and codes that a certificate is good for (RFC 8226 section 9). */
  private static final String NUMBERS = "1.3.6.1.5.5.7.1.26";

  private static final int CURVE_BITS = 256;

  private SignatureCheck() {}

  /**
   * What the check came to.
   *
   * @param signature whether the signature is the certificate's over these claims
   * @param chain whether the certificates lead to a given anchor at the time; empty when none is
   *     given
   * @param subject of the signer's certificate
   * @param issuer of the signer's certificate
   * @param from the first moment that certificate is good
   * @param until the last moment that certificate is good
   * @param numbers whether that certificate carries a TNAuthList
   * @param problems what is wrong, whole sentences
   */
  public record Result(
      boolean signature,
      Optional<Boolean> chain,
      String subject,
      String issuer,
      Optional<Instant> from,
      Optional<Instant> until,
      boolean numbers,
      List<String> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * {@return what it came to}
   *
   * @param identity what is to be checked
   * @param certificates PEM: the signer's certificate first, then those that lead to an anchor
   * @param anchors PEM of those that are trusted; empty when the chain is not to be judged
   * @param at when the certificates must be good
   */
  public static Result of(Identity identity, String certificates, String anchors, Instant at) {
    List<String> problems = new ArrayList<>();
    List<X509Certificate> chain = certificates(certificates, problems);
    if (chain.isEmpty()) {
      problems.add("There is no certificate in what was given.");
      return new Result(
          false, Optional.empty(), "", "", Optional.empty(), Optional.empty(), false, problems);
    }
    X509Certificate signer = chain.getFirst();
    Instant from = signer.getNotBefore().toInstant();
    Instant until = signer.getNotAfter().toInstant();
    if (at.isBefore(from) || at.isAfter(until)) {
      problems.add("The signer's certificate is not good at that time.");
    }
    boolean numbers = signer.getExtensionValue(NUMBERS) != null;
    if (!numbers) {
      problems.add("The signer's certificate has no TNAuthList, which STIR certificates carry.");
    }
    return new Result(
        signed(identity, signer, problems),
        anchors.isBlank()
            ? Optional.empty()
            : Optional.of(trusted(chain, certificates(anchors, problems), at, problems)),
        signer.getSubjectX500Principal().getName(),
        signer.getIssuerX500Principal().getName(),
        Optional.of(from),
        Optional.of(until),
        numbers,
        problems);
  }

  private static List<X509Certificate> certificates(String pem, List<String> problems) {
    List<X509Certificate> all = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (var certificate :
          factory.generateCertificates(
              new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)))) {
        if (certificate instanceof X509Certificate x509) {
          all.add(x509);
        }
      }
    } catch (CertificateException _) {
      problems.add("The certificates can't be read as PEM.");
    }
    return all;
  }

  private static boolean signed(Identity identity, X509Certificate signer, List<String> problems) {
    int dot = identity.token().lastIndexOf('.');
    if (identity.passport().isEmpty() || dot < 0) {
      problems.add("The signature can't be checked without the full form of the token.");
      return false;
    }
    if (!(signer.getPublicKey() instanceof ECPublicKey key)
        || key.getParams().getOrder().bitLength() != CURVE_BITS) {
      problems.add("The signer's key is not one of the curve P-256.");
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(key);
      verifier.update(identity.token().substring(0, dot).getBytes(StandardCharsets.US_ASCII));
      if (verifier.verify(Base64.getUrlDecoder().decode(identity.token().substring(dot + 1)))) {
        return true;
      }
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // A signature of wrong length or letters is as wrong as one over other claims.
    }
    problems.add("The signature is not the certificate's over these claims.");
    return false;
  }

  private static boolean trusted(
      List<X509Certificate> chain,
      List<X509Certificate> anchors,
      Instant at,
      List<String> problems) {
    Set<TrustAnchor> trusted = new HashSet<>();
    anchors.forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
    List<X509Certificate> path = chain.stream().filter(it -> !anchors.contains(it)).toList();
    try {
      PKIXParameters parameters = new PKIXParameters(trusted);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return !path.isEmpty();
    } catch (GeneralSecurityException _) {
      problems.add("The certificates do not lead to a trusted one at that time.");
      return false;
    }
  }
}
