package dev.opensipsmcp.sip.internal.ladder;

import java.util.List;

/** Colours of a ladder, each for light and for dark ground. */
enum Ink {
  PAPER("#ffffff", "#0d1117"),
  CARD("#f6f8fa", "#161b22"),
  EDGE("#d1d9e0", "#3d444d"),
  BAND("#f8fafc", "#11161d"),
  LIFE("#c5ced8", "#3d444d"),
  TEXT("#1f2328", "#e6edf3"),
  MUTED("#59636e", "#9aa4b0"),
  LEG1("#0860c4", "#5fb0ff"),
  LEG2("#7a3fd0", "#c29bff"),
  LEG3("#0b7269", "#35d0b5"),
  LEG4("#b1327c", "#ff8ac4"),
  LEG5("#4a5a6a", "#b3c2d1"),
  LEG6("#8a5300", "#e5b567"),
  GOOD("#1a7f37", "#4cc764"),
  BAD("#c5222f", "#ff7f78"),
  WARN("#8f5b00", "#e8b94a"),
  GOOD_TINT("#eefaf0", "#10261a"),
  BAD_TINT("#fff0ef", "#2d1618"),
  WARN_TINT("#fff7e0", "#2a2210");

  private static final List<Ink> LEGS = List.of(LEG1, LEG2, LEG3, LEG4, LEG5, LEG6);

  final String light;
  final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** {@return the colour of a leg} */
  static Ink leg(int leg) {
    return LEGS.get(leg % LEGS.size());
  }
}
