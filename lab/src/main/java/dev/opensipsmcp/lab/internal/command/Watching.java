package dev.opensipsmcp.lab.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Who publishes presence on the node, and who watches whom. */
final class Watching {
  /** The event packages, in the order of the numbers that OpenSIPS gives them, from 1. */
  static final List<String> EVENTS =
      List.of(
          "presence",
          "presence.winfo",
          "sip-profile",
          "xcap-diff",
          "dialog",
          "message-summary",
          "dialog;sla",
          "call-info",
          "line-seize",
          "as-feature-event",
          "refer",
          "reg");

  /** A state that somebody publishes. */
  record Publication(String uri, String event, String etag, boolean expired) {
    int number() {
      return EVENTS.indexOf(event) + 1;
    }
  }

  /** Somebody who is told of a state; {@code notified} counts how often. */
  record Subscription(
      String uri, String event, String watcher, int number, long until, int notified) {
    Subscription again() {
      return new Subscription(uri, event, watcher, number, until, notified + 1);
    }
  }

  private final List<Publication> publications = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private int number = 100;

  Watching(long now) {
    publish(uri("alice"), "presence");
    publish(uri("bob"), "presence");
    publish(uri("carol"), "dialog");
    publish(uri("dave"), "presence");
    publications.add(new Publication(uri("grace"), "presence", "e0grace00left1", true));
    subscribe(uri("carol"), uri("reception"), "dialog", now + 3_000);
    subscribe(uri("alice"), uri("bob"), "presence", now + 1_200);
    subscribe(uri("dave"), uri("alice"), "presence", now + 2_400);
    subscribe(uri("alice"), uri("alice"), "as-feature-event", now + 3_300);
  }

  private static String uri(String user) {
    return "sip:" + user + "@example.com";
  }

  List<Publication> publications() {
    return publications;
  }

  List<Subscription> subscriptions() {
    return subscriptions;
  }

  /** A new state replaces an older one of the same event. */
  String publish(String uri, String event) {
    withdraw(uri, event);
    String etag = "a.1795185129." + number + ".1.0";
    number++;
    publications.add(new Publication(uri, event, etag, false));
    notifyWatchers(one -> one.uri().equals(uri) && one.event().equals(event));
    return etag;
  }

  void withdraw(String uri, String event) {
    publications.removeIf(one -> one.uri().equals(uri) && one.event().equals(event));
  }

  void subscribe(String uri, String watcher, String event, long until) {
    unsubscribe(uri, watcher, event);
    subscriptions.add(new Subscription(uri, event, watcher, number++, until, 1));
  }

  void unsubscribe(String uri, String watcher, String event) {
    subscriptions.removeIf(
        one -> one.uri().equals(uri) && one.watcher().equals(watcher) && one.event().equals(event));
  }

  void notifyWatchers(Predicate<Subscription> which) {
    subscriptions.replaceAll(one -> which.test(one) ? one.again() : one);
  }

  /** Forgets what ran out. */
  void cleanUp() {
    publications.removeIf(Publication::expired);
  }
}
