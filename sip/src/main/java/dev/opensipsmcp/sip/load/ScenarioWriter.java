package dev.opensipsmcp.sip.load;

/**
 * Writes scenarios for SIPp. Words in brackets are SIPp's: it puts addresses, numbers and users in
 * when it runs. Response time 1 is that from the first request to its 200.
 */
public final class ScenarioWriter {
  private static final String TRYING = "response=\"100\" optional=\"true\"";
  private static final String ANSWERED = "response=\"200\" rtd=\"1\"";
  private static final String FIRST = "retrans=\"500\" start_rtd=\"1\"";
  private static final String TAG = ";tag=[pid]-[call_number]";
  private static final String END = "Content-Length: 0\n";
  private static final String ANSWER_CONTACT =
      "Contact: <sip:[local_ip]:[local_port];transport=[transport]>\n";
  private static final String SDP =
      """
      Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=load 1 1 IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 8 0
      a=rtpmap:8 PCMA/8000
      a=rtpmap:0 PCMU/8000
      """;

  private final ScenarioOrder order;
  private final ScenarioSteps steps = new ScenarioSteps();

  private ScenarioWriter(ScenarioOrder order) {
    this.order = order;
  }

  /** {@return the scenario's XML; it holds no password} */
  public static String xml(ScenarioOrder order) {
    ScenarioWriter writer = new ScenarioWriter(order);
    switch (order.kind()) {
      case OPTIONS -> writer.options();
      case REGISTER -> writer.register();
      case INVITE -> writer.invite();
      case INVITE_UAS_RINGING -> writer.answer();
      case UAS -> writer.answerAll();
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- %s. -->
    <scenario name="%s">
    %s</scenario>
    """
        .formatted(order.kind().meaning(), order.kind().word(), writer.steps.xml());
  }

  private String user() {
    return order.hasList() ? "[field0]" : order.fromUser();
  }

  private String domain() {
    return order.domain().orElse("[remote_ip]");
  }

  /** Where requests go: the domain by itself, or the target with its port. */
  private String place() {
    return order.domain().orElse("[remote_ip]:[remote_port]");
  }

  private String callee() {
    return "sip:" + order.toUser() + '@' + place();
  }

  private String contact() {
    return "Contact: <sip:" + user() + "@[local_ip]:[local_port];transport=[transport]>\n";
  }

  /** The headers that every request has. */
  private String request(String method, String uri, String to, int cseq, String branch) {
    return """
    %1$s %2$s SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[%7$s];rport
    Max-Forwards: 70
    From: <sip:%3$s@%4$s>;tag=[pid]-[call_number]
    To: %5$s
    Call-ID: [call_id]
    CSeq: %6$d %1$s
    """
        .formatted(method, uri, user(), domain(), to, cseq, branch);
  }

  private String initial(String method, String uri, String to, int cseq) {
    return request(method, uri, '<' + to + '>', cseq, "branch") + contact();
  }

  private void options() {
    steps.send(
        FIRST,
        initial("OPTIONS", callee(), "sip:" + order.toUser() + '@' + domain(), 1)
            + "Accept: application/sdp\n"
            + END);
    steps.receive(TRYING);
    steps.receive(ANSWERED);
  }

  private String registration(int cseq, String credentials) {
    return initial("REGISTER", "sip:" + place(), "sip:" + user() + '@' + domain(), cseq)
        + credentials
        + "Expires: "
        + order.expires()
        + '\n'
        + END;
  }

  private void register() {
    steps.send(FIRST, registration(1, ""));
    steps.receive(TRYING);
    if (order.authenticates()) {
      steps.receive("response=\"200\" optional=\"true\" rtd=\"1\" next=\"registered\"");
      steps.receive("response=\"407\" optional=\"true\" auth=\"true\" next=\"challenged\"");
      steps.receive("response=\"401\" auth=\"true\"");
      steps.label("challenged");
      steps.send("retrans=\"500\"", registration(2, "[field1]\n"));
      steps.receive(TRYING);
    }
    steps.receive(ANSWERED);
    steps.label("registered");
  }

  private String call(int cseq, String credentials) {
    return initial("INVITE", callee(), "sip:" + order.toUser() + '@' + domain(), cseq)
        + credentials
        + SDP;
  }

  private void ringing() {
    steps.receive(TRYING);
    for (int code = 180; code <= 183; code++) {
      steps.receive("response=\"" + code + "\" optional=\"true\"");
    }
  }

  private void invite() {
    int cseq = 1;
    int invite = steps.send(FIRST, call(cseq, ""));
    ringing();
    if (order.authenticates()) {
      steps.receive("response=\"200\" optional=\"true\" rtd=\"1\" rrs=\"true\" next=\"at_once\"");
      steps.receive("response=\"401\" optional=\"true\" auth=\"true\" next=\"challenged\"");
      steps.receive("response=\"407\" auth=\"true\"");
      steps.label("challenged");
      // The ACK of a refusal belongs to the INVITE's transaction (RFC 3261, section 17.1.1.3).
      String branch = "branch-" + (steps.next() - invite);
      String to = "<sip:" + order.toUser() + '@' + domain() + ">[peer_tag_param]";
      steps.send("", request("ACK", callee(), to, cseq, branch) + END);
      cseq++;
      steps.send("retrans=\"500\"", call(cseq, "[field1]\n"));
      ringing();
    }
    steps.receive(ANSWERED + " rrs=\"true\"");
    steps.send("", inDialog("ACK", cseq));
    if (order.authenticates()) {
      // An ACK has its INVITE's number (RFC 3261, section 13.2.2.4), and here it is the first one.
      steps.jump("held");
      steps.label("at_once");
      steps.send("", inDialog("ACK", 1));
      steps.label("held");
    }
    steps.pause(order.holdMs());
    steps.send("retrans=\"500\" start_rtd=\"2\"", inDialog("BYE", cseq + 1));
    steps.receive(TRYING);
    steps.receive("response=\"200\" rtd=\"2\"");
  }

  private String inDialog(String method, int cseq) {
    String to = "<sip:" + order.toUser() + '@' + domain() + ">[peer_tag_param]";
    return request(method, "[next_url]", to, cseq, "branch") + "[routes]\n" + END;
  }

  private static String response(String status, String tag, String more) {
    return """
    SIP/2.0 %s
    [last_Via:]
    [last_Record-Route:]
    [last_From:]
    [last_To:]%s
    [last_Call-ID:]
    [last_CSeq:]
    """
            .formatted(status, tag)
        + more;
  }

  private void answer() {
    steps.receive("request=\"INVITE\" rrs=\"true\"");
    answerCall();
  }

  private void answerCall() {
    if (order.kind() == ScenarioKind.INVITE_UAS_RINGING) {
      steps.send("", response("180 Ringing", TAG, ANSWER_CONTACT + END));
      steps.pause(order.ringMs());
    }
    steps.send("retrans=\"500\"", response("200 OK", TAG, ANSWER_CONTACT + SDP));
    steps.receive("request=\"ACK\"");
    steps.receive("request=\"BYE\"");
    steps.send("", response("200 OK", "", END));
  }

  /** A scenario that waits must begin by receiving; what it got decides where it goes on. */
  private void answerAll() {
    steps.receive("request=\"OPTIONS\" optional=\"true\" next=\"plain\"");
    steps.receive("request=\"REGISTER\" optional=\"true\" next=\"plain\"");
    steps.receive("request=\"INVITE\" rrs=\"true\"");
    answerCall();
    steps.jump("end");
    steps.label("plain");
    steps.send("", response("200 OK", TAG, END));
    steps.label("end");
  }
}
