package dev.opensipsmcp.cfg.explain;

/** The styles of a drawing. */
final class Palette {
  private static final String SHAPES =
      """
      text{font:13px system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
      .t{font-weight:600}.d{font-size:11.5px}.w{font-size:11.5px;paint-order:stroke;\
      stroke-width:4px;stroke-linejoin:round}
      .e{fill:none;stroke-width:1.4}.dash{stroke-dasharray:6 4}.dot{stroke-dasharray:2 4}
      .b{stroke-width:1.3}.miss{stroke-dasharray:5 3}
      """;

  private static final String LIGHT =
      """
      .bg{fill:#fff}.t{fill:#16202c}.d{fill:#4d5a69}.w{fill:#33404e;stroke:#fff}
      .e{stroke:#7c8a9a}.h{fill:#7c8a9a}
      .start{fill:#e6f5ec;stroke:#2c8a57}.route{fill:#edf3fc;stroke:#4274b4}
      .armed{fill:#fff3e2;stroke:#b9741a}.end{fill:#eeecf6;stroke:#6d5fa8}
      .miss{fill:#fdeaea;stroke:#bf3f3f}
      """;

  private static final String DARK =
      """
      .bg{fill:#12171d}.t{fill:#e8eef5}.d{fill:#aab6c4}.w{fill:#c8d2dd;stroke:#12171d}
      .e{stroke:#8492a3}.h{fill:#8492a3}
      .start{fill:#17301f;stroke:#4fb37c}.route{fill:#1a2838;stroke:#6fa0dd}
      .armed{fill:#33260f;stroke:#dca04a}.end{fill:#262238;stroke:#a395e0}
      .miss{fill:#361a1a;stroke:#e07b7b}
      """;

  private Palette() {}

  static String style(Theme theme) {
    String colours =
        switch (theme) {
          case LIGHT -> LIGHT;
          case DARK -> DARK;
          case AUTO -> LIGHT + "@media (prefers-color-scheme:dark){\n" + DARK + "}\n";
        };
    return "<style>\n" + SHAPES + colours + "</style>\n";
  }
}
