package dev.opensipsmcp.server.toolset.provision.kind;

/**
 * A media relay as its table writes it: its control socket, the address that it advertises, its
 * weight. A row may name several, of which this is the first.
 *
 * @param url the control socket
 * @param weight its share of the calls
 */
record Relay(String url, String weight) {
  /** {@return the first relay of a row} */
  static Relay of(String text) {
    String first = text.strip().split("\\s+", 2)[0];
    int equal = first.indexOf('=');
    String weight = equal < 0 ? "1" : first.substring(equal + 1);
    String rest = equal < 0 ? first : first.substring(0, equal);
    int bar = rest.lastIndexOf('|');
    return new Relay(bar < 0 ? rest : rest.substring(0, bar), weight);
  }
}
