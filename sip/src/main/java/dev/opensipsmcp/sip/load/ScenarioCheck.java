package dev.opensipsmcp.sip.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a scenario of somebody else's may be run. A scenario can start programs, send files
 * and turn to another address; one that holds the words for it anywhere, in a comment too, is
 * refused, since SIPp's reading of XML is not everybody's.
 */
public final class ScenarioCheck {
  /** The largest scenario that is read, in bytes. */
  public static final int MOST = 1 << 20;

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "<[\\s\\p{Cntrl}/]*(exec|setdest|sendcmd|recvcmd|!entity)"
              + "|\\[[\\s\\p{Cntrl}]*(file)\\b|\\b(rtp_stream|play_pcap_\\w+|play_dtmf)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIRST = Pattern.compile("<(send|recv)\\b");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private ScenarioCheck() {}

  /** What a scenario is. */
  public sealed interface Verdict {
    /**
     * It may be run.
     *
     * @param xml the very text that was looked at
     * @param waits whether it begins by receiving
     */
    record Fit(String xml, boolean waits) implements Verdict {}

    /**
     * It may not.
     *
     * @param reason one sentence
     */
    record Unfit(String reason) implements Verdict {}
  }

  /**
   * Looks at a scenario.
   *
   * @param bytes the whole file
   */
  public static Verdict check(byte[] bytes) {
    if (bytes.length > MOST) {
      return new Verdict.Unfit("It is larger than 1 MiB.");
    }
    String xml;
    try {
      xml = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new Verdict.Unfit("It is no text in UTF-8.");
    }
    if (xml.indexOf('\0') >= 0) {
      return new Verdict.Unfit("It has a zero byte, behind which nothing would be looked at.");
    }
    Optional<String> forbidden = forbidden(xml);
    if (forbidden.isPresent()) {
      return new Verdict.Unfit(
          "It has "
              + forbidden.get()
              + ": scenarios that start programs, send files or turn to another address are not"
              + " run.");
    }
    Matcher first = FIRST.matcher(COMMENT.matcher(xml).replaceAll(""));
    if (!xml.contains("<scenario") || !first.find()) {
      return new Verdict.Unfit("It is no scenario: it neither sends nor receives.");
    }
    return new Verdict.Fit(xml, first.group(1).equals("recv"));
  }

  private static Optional<String> forbidden(String xml) {
    Matcher found = FORBIDDEN.matcher(xml);
    if (!found.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return Optional.of(found.group(group).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
