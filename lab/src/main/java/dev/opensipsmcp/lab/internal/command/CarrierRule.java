package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.state.Row;
import java.util.Comparator;
import java.util.Locale;

/**
 * A rule of module carrierroute.
 *
 * @param carrier the number of the carrier whose tree it is in
 * @param domain the routing domain
 * @param prefix the digits that it is for
 * @param host where it sends calls to
 * @param weight its share, 0 to 1, before the shares of a prefix are set in relation
 * @param on whether it is in use
 * @param strip how many digits are taken off the number
 * @param rewrite digits that are put in front of the number
 * @param suffix digits that are put behind the number
 * @param comment a note
 * @param backup the host that stands in for it while it is off; empty for none
 */
record CarrierRule(
    int carrier,
    String domain,
    String prefix,
    String host,
    double weight,
    boolean on,
    int strip,
    String rewrite,
    String suffix,
    String comment,
    String backup) {

  /** A tree is printed with the children of a digit before the digit's own rules. */
  static final Comparator<CarrierRule> PRINTED =
      Comparator.comparing(CarrierRule::domain)
          .thenComparing(CarrierRule::prefix, CarrierRule::deepestFirst);

  private static int deepestFirst(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common == one.length() || common == other.length()
        ? Integer.compare(other.length(), one.length())
        : Character.compare(one.charAt(common), other.charAt(common));
  }

  static CarrierRule of(Row row) {
    return new CarrierRule(
        row.number("carrier"),
        row.text("domain"),
        row.text("scan_prefix"),
        row.text("rewrite_host"),
        share(row.text("prob")),
        true,
        row.number("strip"),
        row.text("rewrite_prefix"),
        row.text("rewrite_suffix"),
        row.text("description"),
        "");
  }

  private static double share(String text) {
    return text.matches("[0-9]*\\.?[0-9]+") ? Double.parseDouble(text) : 0;
  }

  /** {@return its share as it counts: none while it is off and nothing stands in} */
  double share() {
    return on || !backup.isEmpty() ? weight : 0;
  }

  CarrierRule sendingTo(String other) {
    return new CarrierRule(
        carrier, domain, prefix, other, weight, true, strip, rewrite, suffix, comment, backup);
  }

  CarrierRule switched(boolean other, String standIn) {
    return new CarrierRule(
        carrier, domain, prefix, host, weight, other, strip, rewrite, suffix, comment, standIn);
  }

  /**
   * {@return its line in a dump}
   *
   * @param shares what the shares of its prefix add up to
   */
  String line(double shares) {
    double percent = 100 * (shares > 0 ? share() / shares : share());
    return String.format(
        Locale.ROOT,
        "%10s: %.3f %%, '%s': %s, '%d', '%s', '%s', '%s'\n",
        prefix.isEmpty() ? "NULL" : prefix,
        percent,
        host,
        on ? "ON" : "OFF",
        strip,
        rewrite,
        suffix,
        comment);
  }
}
