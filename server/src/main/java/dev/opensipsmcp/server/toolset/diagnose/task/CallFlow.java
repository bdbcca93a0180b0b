package dev.opensipsmcp.server.toolset.diagnose.task;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages of a call, as its rules ask for them.
 *
 * @param messages in the order of their times
 */
record CallFlow(List<CallFlow.Message> messages) {
  private static final int FEW = 2;

  CallFlow {
    messages = List.copyOf(messages);
  }

  static CallFlow of(Facts facts) {
    return new CallFlow(facts.rows(Looks.CALL, "messages").stream().map(Message::new).toList());
  }

  /** One message. */
  record Message(JsonObject json) {
    long number() {
      return Json.number(json, "m", 0);
    }

    long atMs() {
      return Json.number(json, "at_ms", 0);
    }

    String from() {
      return host(Json.text(json, "from"));
    }

    String to() {
      return host(Json.text(json, "to"));
    }

    String method() {
      return Json.text(json, "method");
    }

    long code() {
      return Json.number(json, "code", 0);
    }

    boolean flag(String name) {
      return Json.text(json, name).equals("true");
    }

    String text(String name) {
      return Json.text(json, name);
    }

    /** The way back of a request within the call: the last Record-Route, else Contact. */
    String target() {
      List<JsonElement> routes = Json.list(json, "record_routes").asList();
      return routes.isEmpty() ? contact() : routes.getLast().getAsString();
    }

    boolean routed() {
      return !Json.list(json, "record_routes").isEmpty();
    }

    String contact() {
      return Json.text(json, "contact");
    }

    List<JsonObject> streams() {
      return Json.list(json, "sdp").asList().stream().map(Json::asObject).toList();
    }

    boolean sameTransaction(Message other) {
      return text("leg").equals(other.text("leg")) && text("cseq").equals(other.text("cseq"));
    }

    boolean is(String name) {
      return code() == 0 && method().equals(name);
    }

    boolean isAnswer() {
      return code() >= 200 && code() < 300 && method().equals("INVITE");
    }

    Cited cited(String what) {
      return Cited.text(
          Looks.CALL,
          "message m" + number(),
          what + ", " + text("from") + " -> " + text("to") + ", at " + atMs() + " ms");
    }

    private static String host(String endpoint) {
      int colon = endpoint.lastIndexOf(':');
      return colon < 0 ? endpoint : endpoint.substring(0, colon).replace("[", "").replace("]", "");
    }
  }

  /**
   * An answer whose sender got no ACK and sent it again.
   *
   * @param answer the first 200
   * @param repeats how often it was sent again
   * @param lastMs when it was sent for the last time
   * @param acks all ACKs of the transaction, wherever they went
   */
  record Unacknowledged(Message answer, int repeats, long lastMs, List<Message> acks) {
    /** {@return the ACK that the receiver of the answer sent elsewhere} */
    Optional<Message> strayed() {
      return acks.stream()
          .filter(ack -> ack.from().equals(answer.to()) && !ack.to().equals(answer.from()))
          .findFirst();
    }

    /** {@return the ACK that the receiver of the answer got and did not pass on} */
    Optional<Message> swallowed() {
      return acks.stream()
          .filter(ack -> ack.to().equals(answer.to()))
          .filter(ack -> acks.stream().noneMatch(on -> on.from().equals(ack.to())))
          .findFirst();
    }
  }

  /** {@return the answers without ACK, those nearest to the caller first} */
  List<Unacknowledged> unacknowledged() {
    List<Unacknowledged> found = new ArrayList<>();
    for (Message answer : messages) {
      if (!answer.isAnswer() || answer.flag("repeat")) {
        continue;
      }
      List<Message> again =
          messages.stream()
              .filter(one -> one.isAnswer() && one.flag("repeat") && one.sameTransaction(answer))
              .filter(one -> one.from().equals(answer.from()))
              .toList();
      List<Message> acks =
          messages.stream().filter(one -> one.is("ACK") && one.sameTransaction(answer)).toList();
      boolean acknowledged = acks.stream().anyMatch(ack -> ack.to().equals(answer.from()));
      if (again.size() >= FEW && !acknowledged) {
        found.add(new Unacknowledged(answer, again.size(), again.getLast().atMs(), acks));
      }
    }
    return found.reversed();
  }

  /** {@return whether another answer without ACK, nearer to the caller, explains this one} */
  static boolean explained(Unacknowledged one, List<Unacknowledged> all) {
    return all.stream()
        .anyMatch(other ->
            other.answer().from().equals(one.answer().to())
                && other.answer().sameTransaction(one.answer()));
  }

  Optional<Message> firstAnswer() {
    return messages.stream().filter(Message::isAnswer).findFirst();
  }

  Optional<Message> firstBye() {
    return messages.stream().filter(one -> one.is("BYE")).findFirst();
  }

  /** {@return milliseconds from the answer to the first BYE} */
  OptionalLong talkMs() {
    return firstAnswer().isPresent() && firstBye().isPresent()
        ? OptionalLong.of(firstBye().get().atMs() - firstAnswer().get().atMs())
        : OptionalLong.empty();
  }

  /** {@return whether a host passed the call's first request on} */
  boolean passesOn(String host) {
    return messages.stream().anyMatch(one -> one.is("INVITE") && one.to().equals(host))
        && messages.stream().anyMatch(one -> one.is("INVITE") && one.from().equals(host));
  }
}
