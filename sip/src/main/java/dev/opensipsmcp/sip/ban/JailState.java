package dev.opensipsmcp.sip.ban;

import java.util.List;

/**
 * How a jail is.
 *
 * @param name its name
 * @param failing failures that are counted now
 * @param failed failures since its start
 * @param banned addresses that are banned now
 * @param everBanned bans since its start
 * @param files the logs that it follows; none when it reads the journal
 */
public record JailState(
    String name, long failing, long failed, long banned, long everBanned, List<String> files) {
  public JailState {
    files = List.copyOf(files);
  }
}
