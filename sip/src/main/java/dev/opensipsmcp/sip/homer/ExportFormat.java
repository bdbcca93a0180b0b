package dev.opensipsmcp.sip.homer;

/** What a Homer server exports messages as. */
public enum ExportFormat {
  /** A classic pcap; its packets are UDP whatever carried the messages. */
  PCAP,
  /** Plain text. */
  TEXT
}
