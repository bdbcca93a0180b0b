package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.task.CallFlow.Message;
import java.util.List;

/** STIR/SHAKEN: calls without a signature, or with one that is refused (RFC 8224). */
final class CallerIdentity {
  static final Task TASK =
      new Task(
          "stir_shaken",
          "STIR/SHAKEN: unsigned, or not verified",
          List.of(
              "STIR/SHAKEN verification fails",
              "calls arrive unsigned, Identity header is missing",
              "attestation is wrong, calls are labelled spam",
              "438 invalid Identity header",
              "passport certificate can't be fetched",
              "our numbers are marked as spam or scam likely",
              "caller ID is not trusted by the called network",
              "signed calls are rejected, signature is not valid",
              "the other carrier refuses our signature",
              "robocall flag, number shows as unverified",
              "recipients see our calls flagged as fraud risk"),
          List.of(Looks.call(), Looks.lint("S38", "S39"), Looks.log()),
          List.of(
              new Rule("code that verification answers with", CallerIdentity::code),
              new Rule("INVITE without Identity", CallerIdentity::unsigned),
              Audit.rule("verification that proves little", Confidence.LIKELY)),
          List.of(
              Move.of("cfg_explain", "What verification checks", "topic", "stir_shaken_verify"),
              Move.of("tls_list_domains", "Certificates in use beside it")));

  private CallerIdentity() {}

  private static String meaning(long code) {
    return switch ((int) code) {
      case 428 -> "the verifier wants an Identity header and there is none";
      case 436 -> "the certificate that Identity points to could not be fetched";
      case 437 -> "the certificate is not trusted, or not for this number";
      case 438 -> "the signature does not fit what the request says: orig, dest, or the time";
      default -> "";
    };
  }

  private static List<Judgement> code(Facts facts, Question question) {
    for (Message one : CallFlow.of(facts).messages()) {
      String meaning = meaning(one.code());
      if (one.method().equals("INVITE") && !meaning.isEmpty()) {
        return List.of(
            found(
                    Confidence.CERTAIN,
                    Quote.of(one.from()) + " answers " + one.code() + ": " + meaning + ".",
                    one.cited("answer to the INVITE"))
                .next(Move.of("sip_explain_code", "What the code means", "code", one.code())));
      }
    }
    return facts.has(Looks.CALL)
        ? Judgement.fine(Looks.CALL, "No answer of a failed verification is among the messages.")
        : List.of();
  }

  private static List<Judgement> unsigned(Facts facts, Question question) {
    List<Message> invites =
        CallFlow.of(facts).messages().stream()
            .filter(one -> one.is("INVITE") && !one.flag("in_dialog"))
            .toList();
    if (invites.isEmpty()) {
      return List.of();
    }
    boolean signed = invites.stream().anyMatch(one -> one.flag("identity"));
    for (Message one : invites) {
      if (!one.flag("identity")) {
        boolean lost =
            signed
                && invites.stream()
                    .anyMatch(before -> before.to().equals(one.from()) && before.flag("identity"));
        if (lost || !signed) {
          return List.of(
              found(
                  lost ? Confidence.CERTAIN : Confidence.LIKELY,
                  lost
                      ? Quote.of(one.from())
                          + " got the call with an Identity header and passed it on without."
                      : "The INVITE of "
                          + Quote.of(one.from())
                          + " has no Identity header: the call is not signed before this point.",
                  one.cited("INVITE without Identity")));
        }
      }
    }
    return Judgement.fine(Looks.CALL, "Every INVITE that should has an Identity header.");
  }
}
