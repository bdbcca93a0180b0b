package dev.opensipsmcp.sip.explain;

import dev.opensipsmcp.sip.message.Bodies;
import dev.opensipsmcp.sip.message.BodyPart;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SafeText;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.sdp.Codec;
import dev.opensipsmcp.sip.sdp.Media;
import dev.opensipsmcp.sip.sdp.SdpParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a message in plain words. What it quotes of the message is not to be trusted. */
public final class MessageExplanation {
  private final SipMessage message;
  private final List<String> points = new ArrayList<>();
  private final List<String> next = new ArrayList<>();

  private MessageExplanation(SipMessage message) {
    this.message = message;
  }

  /** {@return the message in plain words, without secrets} */
  public static Explanation of(SipMessage message) {
    return new MessageExplanation(message).run();
  }

  private Explanation run() {
    boolean within = message.to().flatMap(NameAddr::tag).isPresent();
    String what =
        switch (message.start()) {
          case StartLine.Request(String method, String uri) -> request(method, uri, within);
          case StartLine.Status(int code, String reason) -> response(code, reason);
          case StartLine.Broken _ -> {
            next.add("Look at the first line and the defects: no receiver can act on this.");
            yield "This is no SIP message that can be understood: its first line is broken.";
          }
        };
    path();
    credentials();
    media();
    for (String name :
        new String[] {
          "Reason", "Warning", "Retry-After", "Require", "Replaces", "Refer-To", "Event"
        }) {
      message.header(name).ifPresent(value -> points.add(name + " says: " + shown(value) + "."));
    }
    if (!message.defects().isEmpty()) {
      points.add("It breaks " + message.defects().size() + " rule(s) of the standard.");
    }
    String who =
        "From "
            + address(message.from())
            + " to "
            + address(message.to())
            + message.callId().map(id -> ", Call-ID " + shown(id)).orElse("")
            + ".";
    return new Explanation(what, who, points, next);
  }

  private String request(String method, String uri, boolean within) {
    next.add(MethodWords.follows(method));
    if (method.equals("INVITE") && !within && Bodies.sdp(message).isEmpty()) {
      points.add(
          "It carries no SDP: the called side makes the offer, the ACK must bring the answer.");
    }
    return "A "
        + shown(method)
        + " request"
        + (within ? " within a dialog" : "")
        + " to "
        + shown(SafeText.withoutPasswords(uri))
        + ": it asks for "
        + MethodWords.asks(method, within).replaceFirst("^to ", "the other side to ")
        + ".";
  }

  private String response(int code, String reason) {
    String meaning =
        ResponseCodes.of(code).map(ResponseCode::meaning).orElse("It is no registered code.");
    String method = message.method();
    if (code >= 200 && method.equals("INVITE")) {
      next.add("ACK from the caller" + (code < 300 ? ", then media both ways until a BYE." : "."));
    } else if (code < 200) {
      next.add("Further provisional responses, or a final one.");
    } else {
      next.add("Nothing: the transaction is complete.");
    }
    if (code == 401 || code == 407) {
      next.add("The same request again with credentials, under a higher CSeq number.");
    }
    if (code < 200 && message.header("RSeq").isPresent()) {
      next.add("PRACK, because the response is reliable (RSeq).");
    }
    return "A "
        + ResponseCodes.family(code).split(":", 2)[0].toLowerCase(java.util.Locale.ROOT)
        + " response "
        + code
        + (reason.isEmpty() ? "" : " (" + shown(reason) + ")")
        + " to "
        + (method.isEmpty() ? "an unknown request" : shown(method))
        + ". "
        + meaning;
  }

  private void path() {
    List<Via> vias = message.vias();
    if (!vias.isEmpty()) {
      Via last = vias.getLast();
      points.add(
          "It "
              + (message.start() instanceof StartLine.Status ? "goes back over " : "came over ")
              + vias.size()
              + " hop(s); the first sender is "
              + shown(last.host())
              + " over "
              + shown(last.transport())
              + Optional.ofNullable(vias.getLast().parameters().get("received"))
                  .map(address -> ", seen at " + shown(address))
                  .orElse("")
              + ".");
    }
    List<NameAddr> contacts = message.contacts();
    if (!contacts.isEmpty()) {
      points.add(
          "Further requests go to " + shown(contacts.getFirst().uri().text()) + " (Contact).");
    }
  }

  private void credentials() {
    for (var facts : dev.opensipsmcp.sip.message.DigestFacts.of(message)) {
      points.add(
          facts.answered()
              ? "It brings credentials of "
                  + shown(facts.username())
                  + " for realm "
                  + shown(facts.realm())
                  + "."
              : "It asks for credentials for realm "
                  + shown(facts.realm())
                  + (facts.stale() ? ", because the nonce was too old." : "."));
    }
    if (message.header("Identity").isPresent()) {
      points.add("It carries a signed caller identity (STIR).");
    }
  }

  private void media() {
    for (BodyPart part : Bodies.leaves(message)) {
      if (!part.type().equals("application/sdp") && !part.type().isEmpty()) {
        points.add(
            "A body of type " + shown(part.type()) + ", " + part.content().length + " bytes.");
      }
    }
    Bodies.sdp(message)
        .map(SdpParser::parse)
        .ifPresent(session -> session.medias().forEach(media -> points.add(words(media))));
  }

  private static String words(Media media) {
    if (media.refused()) {
      return "It refuses " + shown(media.type()) + '.';
    }
    List<String> codecs = media.codecs().stream().limit(8).map(Codec::words).toList();
    return "It describes "
        + shown(media.type())
        + " at "
        + shown(media.address())
        + " port "
        + media.port()
        + " ("
        + shown(media.protocol())
        + ", "
        + media.direction().word()
        + "): "
        + shown(String.join(", ", codecs))
        + '.';
  }

  private static String address(Optional<NameAddr> address) {
    return address
        .map(it ->
            it.name().map(name -> shown(name) + ' ').orElse("")
                + '<'
                + shown(it.uri().text())
                + '>')
        .orElse("nobody that can be read");
  }

  private static String shown(String text) {
    String cut = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
