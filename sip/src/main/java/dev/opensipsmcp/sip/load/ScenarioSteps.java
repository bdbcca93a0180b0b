package dev.opensipsmcp.sip.load;

/** The steps of a scenario in their order, as XML. */
final class ScenarioSteps {
  private final StringBuilder xml = new StringBuilder();
  private int count;

  /** {@return the number that the next step gets; SIPp makes branches of these} */
  int next() {
    return count;
  }

  /** Sends a message; {@return the step's number} */
  int send(String attributes, String message) {
    xml.append("  <send").append(attributes.isEmpty() ? "" : " ").append(attributes);
    xml.append(">\n<![CDATA[\n").append(message);
    // A body ends the message; without one an empty line ends the headers.
    xml.append(message.contains("\n\n") ? "" : "\n").append("]]>\n  </send>\n");
    return count++;
  }

  void receive(String attributes) {
    xml.append("  <recv ").append(attributes).append("/>\n");
    count++;
  }

  void pause(int milliseconds) {
    xml.append("  <pause milliseconds=\"").append(milliseconds).append("\"/>\n");
    count++;
  }

  /** Goes on at a label. */
  void jump(String label) {
    xml.append("  <nop next=\"").append(label).append("\"/>\n");
    count++;
  }

  /** A place to go on at; it is no step. */
  void label(String name) {
    xml.append("  <label id=\"").append(name).append("\"/>\n");
  }

  String xml() {
    return xml.toString();
  }
}
