package dev.opensipsmcp.sip.internal.probe;

/** Words of others, for sentences. */
final class Words {
  private static final int LONGEST = 120;

  private Words() {}

  /** {@return the text in plain letters, and not too long} */
  static String plain(String text) {
    String plain = text.replaceAll("[^!-~]", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
