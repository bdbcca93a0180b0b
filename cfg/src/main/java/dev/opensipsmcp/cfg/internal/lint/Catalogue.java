package dev.opensipsmcp.cfg.internal.lint;

import java.util.List;
import java.util.stream.Stream;

/** All rules, by theme. */
public final class Catalogue {
  /** The rules. */
  public static final List<AuditRule> RULES =
      Stream.of(
              ExposureRules.rules(),
              ManagementRules.rules(),
              AccountRules.rules(),
              RelayRules.rules(),
              ProtectionRules.rules(),
              InjectionRules.rules(),
              ClaimRules.rules(),
              TlsRules.rules(),
              CertificateRules.rules(),
              SecretRules.rules(),
              SurroundingRules.rules(),
              NodeRules.rules(),
              DatabaseRules.rules(),
              ServiceRules.rules(),
              CheckedRules.rules(),
              CallRules.rules(),
              StateRules.rules(),
              RecordRules.rules(),
              OperationRules.rules(),
              CapacityRules.rules(),
              LanguageRules.rules(),
              HygieneRules.rules())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}
}
