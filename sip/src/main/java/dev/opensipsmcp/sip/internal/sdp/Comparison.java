package dev.opensipsmcp.sip.internal.sdp;

import dev.opensipsmcp.sip.lint.Finding;
import dev.opensipsmcp.sip.lint.Finding.Severity;
import dev.opensipsmcp.sip.message.PrivateAddresses;
import dev.opensipsmcp.sip.sdp.AgreedCodec;
import dev.opensipsmcp.sip.sdp.AgreedMedia;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Hold;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Keys;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Outcome;
import dev.opensipsmcp.sip.sdp.Agreement;
import dev.opensipsmcp.sip.sdp.Codec;
import dev.opensipsmcp.sip.sdp.Media;
import dev.opensipsmcp.sip.sdp.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks over the media lines of an offer and its answer, side by side. */
public final class Comparison {
  private final Session offer;
  private final Session answer;
  private final List<Finding> findings = new ArrayList<>();

  /** Compares these two. */
  public Comparison(Session offer, Session answer) {
    this.offer = offer;
    this.answer = answer;
  }

  /** {@return what they come to} */
  public Agreement run() {
    int offered = offer.medias().size();
    int answered = answer.medias().size();
    if (offered != answered) {
      add(
          "SDP01",
          Severity.ERROR,
          "body",
          "The offer has " + offered + " media lines, the answer " + answered + ".",
          "Answer every line of the offer, in its order; refuse a media with port 0.",
          "RFC 3264 6");
    }
    List<AgreedMedia> medias = new ArrayList<>();
    for (int at = 0; at < Math.max(offered, answered); at++) {
      medias.add(
          at >= answered
              ? alone(at, offer.medias().get(at), Outcome.UNANSWERED)
              : at >= offered
                  ? alone(at, answer.medias().get(at), Outcome.UNASKED)
                  : both(at, offer.medias().get(at), answer.medias().get(at)));
    }
    bundles();
    return new Agreement(medias, findings);
  }

  private static AgreedMedia alone(int at, Media media, Outcome outcome) {
    boolean asked = outcome == Outcome.UNANSWERED;
    return new AgreedMedia(
        at + 1,
        media.type(),
        outcome,
        List.of(),
        false,
        false,
        Hold.NONE,
        asked ? media.protocol() : "",
        asked ? "" : media.protocol(),
        Keys.NONE);
  }

  private AgreedMedia both(int at, Media offered, Media answered) {
    String where = "media " + (at + 1);
    List<AgreedCodec> codecs = codecs(where, offered, answered);
    Outcome outcome = outcome(where, offered, answered, codecs);
    boolean open = outcome == Outcome.AGREED;
    if (open) {
      new MediaRules(where, offered, answered, findings).check();
    }
    Keys keys = open ? MediaRules.keys(offered, answered) : Keys.NONE;
    return new AgreedMedia(
        at + 1,
        offered.type(),
        outcome,
        codecs,
        open
            && offered.direction().sends()
            && answered.direction().receives()
            && !answered.heldByAddress(),
        open
            && answered.direction().sends()
            && offered.direction().receives()
            && !offered.heldByAddress(),
        open ? hold(offered, answered) : Hold.NONE,
        offered.protocol(),
        answered.protocol(),
        keys);
  }

  private Outcome outcome(String where, Media offered, Media answered, List<AgreedCodec> codecs) {
    if (!offered.type().equals(answered.type())) {
      add(
          "SDP02",
          Severity.ERROR,
          where,
          "The offer has "
              + Shown.word(offered.type())
              + " here, the answer "
              + Shown.word(answered.type())
              + ".",
          "Answer the lines in the order of the offer.",
          "RFC 3264 6");
    }
    if (offered.refused()) {
      return Outcome.NOT_OFFERED;
    }
    if (answered.refused()) {
      add(
          "SDP03",
          Severity.NOTE,
          where,
          "The answer refuses this media with port 0.",
          "Compare the codecs and the profile that each side can do.",
          "RFC 3264 6");
      return Outcome.REFUSED;
    }
    if (codecs.stream().allMatch(codec -> codec.name().startsWith("telephone-event"))) {
      add(
          "SDP04",
          Severity.ERROR,
          where,
          "Both sides have no codec in common.",
          "Offer a codec that the other side has, or transcode between them.",
          "RFC 3264 6.1");
      return Outcome.NO_COMMON_CODEC;
    }
    return Outcome.AGREED;
  }

  private List<AgreedCodec> codecs(String where, Media offered, Media answered) {
    List<AgreedCodec> agreed = new ArrayList<>();
    for (Codec codec : answered.codecs()) {
      Optional<Codec> found = like(codec, offered.codecs());
      if (found.isEmpty()) {
        foreign(where, answered, codec);
        continue;
      }
      Codec match = found.get();
      agreed.add(new AgreedCodec(codec.words(), match.payload(), codec.payload()));
      if (match.payload() != codec.payload()) {
        add(
            "SDP05",
            Severity.WARNING,
            where,
            "Codec "
                + Shown.word(codec.name())
                + " is number "
                + match.payload()
                + " in the offer and "
                + codec.payload()
                + " in the answer; some phones send the wrong one then.",
            "Keep the numbers of the offer in the answer.",
            "RFC 3264 6.1");
      }
    }
    return agreed;
  }

  /** The one with the same number, where several are the same encoding. */
  private static Optional<Codec> like(Codec wanted, List<Codec> codecs) {
    Optional<Codec> found = Optional.empty();
    for (Codec codec : codecs) {
      if (codec.same(wanted) && (found.isEmpty() || codec.payload() == wanted.payload())) {
        found = Optional.of(codec);
      }
    }
    return found;
  }

  private void foreign(String where, Media answered, Codec codec) {
    if (!answered.refused()) {
      add(
          "SDP06",
          Severity.ERROR,
          where,
          "The answer names " + Shown.word(codec.words()) + ", which the offer does not have.",
          "Answer with codecs of the offer only.",
          "RFC 3264 6.1");
    }
  }

  private static Hold hold(Media offered, Media answered) {
    boolean byOfferer = !offered.direction().receives() || offered.heldByAddress();
    boolean byAnswerer =
        answered.heldByAddress()
            || (!answered.direction().receives() && offered.direction().sends());
    return byOfferer
        ? byAnswerer ? Hold.BY_BOTH : Hold.BY_OFFERER
        : byAnswerer ? Hold.BY_ANSWERER : Hold.NONE;
  }

  private void bundles() {
    Set<String> offered = new HashSet<>();
    offer.bundles().forEach(offered::addAll);
    if (answer.bundles().stream().anyMatch(group -> !offered.containsAll(group))) {
      add(
          "SDP07",
          Severity.ERROR,
          "body",
          "The answer bundles media that the offer does not bundle.",
          "Bundle only identifications that the offer's BUNDLE group has.",
          "RFC 9143 7.3");
    }
    addresses("offer", offer);
    addresses("answer", answer);
  }

  private void addresses(String side, Session session) {
    for (Media media : session.medias()) {
      if (!media.refused() && PrivateAddresses.contain(media.address())) {
        add(
            "SDP08",
            Severity.WARNING,
            "body",
            "The "
                + side
                + " wants media at "
                + media.address()
                + ", which is private: from another network nothing arrives there.",
            "Rewrite it where the call leaves that network, with a media relay.",
            "RFC 3264 5.1");
        return;
      }
    }
  }

  private void add(
      String rule, Severity severity, String where, String text, String fix, String reference) {
    findings.add(new Finding(rule, severity, where, text, fix, reference));
  }
}
