package dev.opensipsmcp.sip.lint;

import dev.opensipsmcp.sip.message.PrivateAddresses;
import dev.opensipsmcp.sip.sdp.Media;
import dev.opensipsmcp.sip.sdp.Session;
import java.util.ArrayList;
import java.util.List;

/** Rules for a session description by itself. */
public final class SessionRules {
  private SessionRules() {}

  /** {@return what is wrong or doubtful in it} */
  public static List<Finding> of(Session session) {
    List<Finding> findings = new ArrayList<>();
    check(session, findings);
    return findings;
  }

  static void check(Session session, List<Finding> findings) {
    session.defects().forEach(text -> findings.add(Rule.SDP20.at("body", text)));
    int number = 0;
    for (Media media : session.medias()) {
      number++;
      if (!media.refused()) {
        media("media " + number, media, findings);
      }
    }
  }

  private static void media(String where, Media media, List<Finding> findings) {
    if (media.secure()
        && media.encryption().suites().isEmpty()
        && media.encryption().fingerprint().isEmpty()) {
      findings.add(
          Rule.SDP21.at(
              where, "The profile is encrypted, but no key or fingerprint comes with it."));
    }
    if (media.address().isEmpty()) {
      findings.add(Rule.SDP23.at(where, "Neither the media nor the session says where to send."));
    } else if (PrivateAddresses.contain(media.address())) {
      findings.add(
          Rule.SDP22.at(where, "Media is wanted at " + media.address() + ", a private address."));
    }
  }
}
