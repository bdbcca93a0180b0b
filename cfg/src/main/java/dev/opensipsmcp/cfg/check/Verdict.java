package dev.opensipsmcp.cfg.check;

import dev.opensipsmcp.cfg.finding.Finding;
import java.util.List;

/**
 * What OpenSIPS would say to a configuration, as far as the findings tell. Where one of them is
 * {@code UNKNOWN}, for a template or for what the build decides, it may say otherwise.
 *
 * @param accepted whether {@code opensips -C} would say that the file is fine; it does not when it
 *     dies, as it does of jumps to a route that a variable names
 * @param starts whether OpenSIPS would start with it, as far as the file alone decides
 * @param findings what was found, in the order of the text, {@code FATAL} ones and others
 */
public record Verdict(boolean accepted, boolean starts, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }
}
