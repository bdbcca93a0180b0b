package dev.opensipsmcp.cfg.internal.lint;

import java.util.List;
import java.util.stream.Stream;

/** All rules, by theme. */
public final class Catalogue {
  /** The rules. */
  public static final List<AuditRule> RULES =
      Stream.of(
              ExposureRules.rules(),
              AccountRules.rules(),
              RelayRules.rules(),
              InjectionRules.rules(),
              TlsRules.rules(),
              SecretRules.rules(),
              ServiceRules.rules(),
              CheckedRules.rules(),
              CallRules.rules(),
              StateRules.rules(),
              OperationRules.rules(),
              LanguageRules.rules())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}
}
