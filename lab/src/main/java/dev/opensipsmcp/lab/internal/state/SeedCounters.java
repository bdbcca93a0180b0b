package dev.opensipsmcp.lab.internal.state;

import java.util.Map;

/** What the counters have reached when the node starts. */
final class SeedCounters {
  private SeedCounters() {}

  static Map<String, Integer> values() {
    return Map.ofEntries(
        Map.entry("shmem:total_size", 536_870_912),
        Map.entry("shmem:max_used_size", 41_875_312),
        Map.entry("shmem:free_size", 496_012_288),
        Map.entry("shmem:used_size", 36_201_440),
        Map.entry("shmem:real_used_size", 40_858_624),
        Map.entry("shmem:fragments", 61_207),
        Map.entry("core:rcv_requests", 482_913),
        Map.entry("core:rcv_replies", 301_442),
        Map.entry("core:fwd_requests", 297_650),
        Map.entry("core:fwd_replies", 299_871),
        Map.entry("core:drop_requests", 12),
        Map.entry("core:err_requests", 31),
        Map.entry("core:bad_msg_hdr", 4),
        Map.entry("dns:dns_total_queries", 18_220),
        Map.entry("tm:received_replies", 301_002),
        Map.entry("tm:relayed_replies", 299_871),
        Map.entry("tm:local_replies", 9_442),
        Map.entry("tm:UAS_transactions", 152_008),
        Map.entry("tm:UAC_transactions", 148_771),
        Map.entry("tm:2xx_transactions", 131_960),
        Map.entry("tm:4xx_transactions", 19_714),
        Map.entry("tm:5xx_transactions", 310),
        Map.entry("tm:6xx_transactions", 24),
        Map.entry("tm:inuse_transactions", 6),
        Map.entry("sl:1xx_replies", 140_022),
        Map.entry("sl:4xx_replies", 2_208),
        Map.entry("sl:sent_replies", 142_230),
        Map.entry("sl:received_ACKs", 2_190),
        Map.entry("registrar:max_expires", 7200),
        Map.entry("registrar:default_expire", 3600),
        Map.entry("registrar:accepted_regs", 22_871),
        Map.entry("registrar:rejected_regs", 96),
        Map.entry("dialog:processed_dialogs", 48_211),
        Map.entry("dialog:expired_dialogs", 3),
        Map.entry("dialog:failed_dialogs", 6_120),
        Map.entry("load:load", 2),
        Map.entry("load:load1m", 3),
        Map.entry("load:load10m", 2),
        Map.entry("load:load-all", 1),
        Map.entry("load:load1m-all", 1),
        Map.entry("load:load10m-all", 1));
  }
}
