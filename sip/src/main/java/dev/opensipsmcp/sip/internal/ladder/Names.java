package dev.opensipsmcp.sip.internal.ladder;

import java.util.Optional;

/** Calls participants what a reader of a sentence expects: by role, where it was seen. */
final class Names {
  private final Participants participants;

  Names(Participants participants) {
    this.participants = participants;
  }

  int sender(Seen one) {
    return participants.of(one.source());
  }

  int receiver(Seen one) {
    return participants.of(one.destination());
  }

  String of(int participant) {
    return participants.all().get(participant).name();
  }

  String senderName(Seen one) {
    return of(sender(one));
  }

  String receiverName(Seen one) {
    return of(receiver(one));
  }

  /** {@return who is behind a request: its sender, or somebody beyond where it was forwarded} */
  String originOf(Seen request) {
    String name = senderName(request);
    return request.vias().size() > 1 ? "from beyond " + name : name;
  }

  /** {@return the side of a request in a dialog: whose tag it has in From} */
  static Optional<String> side(Seen request, Seen initial) {
    if (request.fromTag().isEmpty() || initial.fromTag().isEmpty()) {
      return Optional.empty();
    }
    if (request.fromTag().equals(initial.fromTag())) {
      return Optional.of("caller");
    }
    return request.toTag().equals(initial.fromTag()) ? Optional.of("callee") : Optional.empty();
  }
}
