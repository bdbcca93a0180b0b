package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about what others can reach: management, clusters, captures, media. */
final class ExposureRules {
  private static final Pattern CAPTURE =
      Pattern.compile("(?:^|\\]|=|:)\\s*(?:hep:)?(\\[[0-9a-fA-F:]+\\]|[0-9]+(?:\\.[0-9]+){3})");
  private static final Pattern MEDIA =
      Pattern.compile("(?:udp6?|tcp6?|ws|wss):(?://)?(\\[[^\\]]*\\]|[^:\\s;,=]+)");

  private ExposureRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S05",
                HIGH,
                "BIN listener on a public address",
                "Packets between cluster nodes are trusted as they come.",
                ExposureRules::bin)
            .since("all; `proto_bins` since 3.2")
            .fix("Listen on a private address, or use `proto_bins` with certificates."),
        AuditRule.of(
                "S06",
                MEDIUM,
                "capture over a public address",
                "HEP carries whole messages in the clear.",
                ExposureRules::hep)
            .fix("Send captures over a private network or a tunnel."),
        AuditRule.of(
                "S40",
                MEDIUM,
                "media relay controlled over a public address",
                "The control protocol has no login, so others can redirect media.",
                ExposureRules::media)
            .fix("Let the relay's control socket be on loopback or a private network."));
  }

  private static void bin(Subject subject, Out out) {
    subject
        .listening("bin")
        .forEach(socket -> {
          String host = socket.host().text();
          if (Texts.everywhere(host)) {
            out.at(socket.span(), MEDIUM, "BIN is listened for on every address, public or not.");
          } else if (!Texts.internal(host)) {
            out.at(socket.span(), "BIN is listened for on the public address " + host + ".");
          }
        });
  }

  private static void hep(Subject subject, Out out) {
    subject
        .listeners()
        .forEach(socket -> {
          boolean hep =
              socket.protocol().filter(word -> word.text().startsWith("hep_")).isPresent();
          if (hep && reachable(socket)) {
            out.at(socket.span(), "HEP is listened for on " + socket.host().text() + ".");
          }
        });
    for (KnownParameter target : List.of(KnownParameter.HEP_ID, KnownParameter.TRACE_ID)) {
      for (Item.ModuleParameter parameter : subject.all(target)) {
        String value = Texts.of(parameter.value());
        Matcher address = CAPTURE.matcher(value);
        if (!value.contains("transport=tls")
            && address.find()
            && !Texts.internal(address.group(1))) {
          out.at(parameter, "Captures go to " + address.group(1) + " in the clear.");
        }
      }
    }
  }

  private static boolean reachable(SocketDefinition socket) {
    return !Texts.internal(socket.host().text());
  }

  private static void media(Subject subject, Out out) {
    for (KnownParameter relay :
        List.of(KnownParameter.RTPENGINE_SOCKET, KnownParameter.RTPPROXY_SOCKET)) {
      for (Item.ModuleParameter parameter : subject.all(relay)) {
        Matcher socket = MEDIA.matcher(Texts.of(parameter.value()));
        while (socket.find()) {
          if (!Texts.internal(socket.group(1))) {
            out.at(parameter, "The media relay at " + socket.group(1) + " is controlled openly.");
            break;
          }
        }
      }
    }
  }
}
