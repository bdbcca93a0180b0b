package dev.opensipsmcp.cfg.finding;

import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * Writes faults and findings for people:
 *
 * <pre>{@code
 * opensips.cfg:12:9: A semicolon is missing here.
 *    12 |   xlog("a")
 *       |            ^
 *       = Write ; behind it.
 * }</pre>
 */
public final class Report {
  private Report() {}

  /**
   * Writes a fault.
   *
   * @param fault what is wrong
   * @param origins where the text comes from
   * @return lines, each with its end
   */
  public static String of(Fault fault, Origins origins) {
    return write(fault.span(), origins, fault.message(), Optional.empty(), fault.suggestion());
  }

  /**
   * Writes a finding.
   *
   * @param finding what was found
   * @param origins where the text comes from
   * @return lines, each with its end
   */
  public static String of(Finding finding, Origins origins) {
    String message = finding.severity() + " " + finding.id() + ": " + finding.message();
    return write(finding.span(), origins, message, Optional.of(finding.reason()), finding.fix());
  }

  /** {@return all faults, with an empty line between them} */
  public static String ofFaults(List<Fault> faults, Origins origins) {
    return String.join("\n", faults.stream().map(fault -> of(fault, origins)).toList());
  }

  /** {@return all findings, with an empty line between them} */
  public static String ofFindings(List<Finding> findings, Origins origins) {
    return String.join("\n", findings.stream().map(finding -> of(finding, origins)).toList());
  }

  private static String write(
      Span span, Origins origins, String message, Optional<String> reason, Optional<String> fix) {
    var place = origins.place(span);
    String number = "%5d".formatted(place.line());
    String margin = " ".repeat(number.length());
    Excerpt excerpt =
        Excerpt.of(origins.line(span.start()), place.column() - 1, span.end() - span.start());
    StringBuilder out = new StringBuilder();
    out.append(place).append(": ").append(Excerpt.clean(message)).append('\n');
    out.append(number).append(" | ").append(excerpt.line()).append('\n');
    out.append(margin).append(" | ").append(excerpt.marks()).append('\n');
    reason.ifPresent(text -> note(out, margin, text));
    fix.ifPresent(text -> note(out, margin, text));
    return out.toString();
  }

  private static void note(StringBuilder out, String margin, String text) {
    out.append(margin).append(" = ").append(Excerpt.clean(text)).append('\n');
  }
}
