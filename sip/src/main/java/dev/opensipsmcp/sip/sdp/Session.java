package dev.opensipsmcp.sip.sdp;

import java.util.List;

/**
 * A session description.
 *
 * @param origin the {@code o=} line's value
 * @param version the version of the description in {@code o=}; -1 when it can't be read
 * @param name the {@code s=} line's value
 * @param address the address for the whole session; empty when not said
 * @param medias its media lines, in order
 * @param bundles the groups of BUNDLE (RFC 9143), each a list of identifications
 * @param iceLite whether its describer does ICE lite
 * @param defects what breaks the grammar, whole sentences
 */
public record Session(
    String origin,
    long version,
    String name,
    String address,
    List<Media> medias,
    List<List<String>> bundles,
    boolean iceLite,
    List<String> defects) {
  public Session {
    medias = List.copyOf(medias);
    bundles = bundles.stream().map(List::copyOf).toList();
    defects = List.copyOf(defects);
  }
}
