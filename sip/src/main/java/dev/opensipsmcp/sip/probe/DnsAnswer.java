package dev.opensipsmcp.sip.probe;

import java.util.List;

/** What a name server said. */
public sealed interface DnsAnswer {
  /**
   * There are records.
   *
   * @param records in the order of the answer, at most 100
   */
  record Records(List<DnsRecord> records) implements DnsAnswer {
    public Records {
      records = List.copyOf(records);
    }
  }

  /**
   * There are none.
   *
   * @param nameExists whether records of other kinds may be there
   */
  record Nothing(boolean nameExists) implements DnsAnswer {}

  /**
   * Nobody knows.
   *
   * @param why one sentence
   */
  record Failed(String why) implements DnsAnswer {}
}
