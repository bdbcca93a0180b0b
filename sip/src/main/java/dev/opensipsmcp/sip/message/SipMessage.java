package dev.opensipsmcp.sip.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A SIP message as it came, damaged or not.
 *
 * @param start its first line
 * @param headers its header fields, in order
 * @param bytes the whole message as it came
 * @param bodyAt where in {@code bytes} the body begins; their length when there is none
 * @param defects what breaks a rule
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes, see below
public record SipMessage(
    StartLine start, List<Header> headers, byte[] bytes, int bodyAt, List<Defect> defects) {
  public SipMessage {
    headers = List.copyOf(headers);
    defects = List.copyOf(defects);
  }

  /**
   * {@return the value of the first header of that name, if there is one}
   *
   * @param name the long name; a compact form of it counts as well
   */
  public Optional<String> header(String name) {
    for (Header header : headers) {
      if (HeaderNames.same(header.name(), name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the values of all headers of that name, in order; each as written, with commas}
   *
   * @param name the long name; a compact form of it counts as well
   */
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : headers) {
      if (HeaderNames.same(header.name(), name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /** {@return the Call-ID, if there is one} */
  public Optional<String> callId() {
    return header("Call-ID");
  }

  /** {@return the method of a request, or of CSeq in a response; empty when neither can be read} */
  public String method() {
    return start instanceof StartLine.Request request
        ? request.method()
        : cseq().map(CSeq::method).orElse("");
  }

  /** {@return CSeq, if it can be read} */
  public Optional<CSeq> cseq() {
    return header("CSeq").flatMap(HeaderValues::cseq);
  }

  /** {@return From, if it can be read} */
  public Optional<NameAddr> from() {
    return header("From").flatMap(HeaderValues::nameAddr);
  }

  /** {@return To, if it can be read} */
  public Optional<NameAddr> to() {
    return header("To").flatMap(HeaderValues::nameAddr);
  }

  /** {@return the Contact values that can be read, in order} */
  public List<NameAddr> contacts() {
    return HeaderValues.nameAddrs(headers("Contact"));
  }

  /** {@return the Via values that can be read, topmost first} */
  public List<Via> vias() {
    return HeaderValues.vias(headers("Via"));
  }

  /** {@return a copy of the body's bytes} */
  public byte[] body() {
    return Arrays.copyOfRange(bytes, bodyAt, bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SipMessage message && Arrays.equals(bytes, message.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SipMessage[" + start + ", " + bytes.length + " bytes]";
  }
}
