package dev.opensipsmcp.server.toolset.common;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as results show them. */
public final class Decimals {
  private Decimals() {}

  /** {@return a number with at most three digits behind the point, and none that says nothing} */
  public static BigDecimal rounded(double value) {
    BigDecimal plain =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
