package dev.opensipsmcp.lab;

/** Something that a node is configured with, which the recorded servers were not. */
public enum LabFeature {
  /** TLS domains stand in table {@code tls_mgm} instead of the script. */
  TLS_TABLE,
  /** RTPProxy servers stand in table {@code rtpproxy_sockets} instead of the script. */
  RTPPROXY_TABLE,
  /** The nodes of the cluster stand in the script instead of table {@code clusterer}. */
  SCRIPTED_CLUSTER,
  /** Dialogs are replicated in the cluster; another node has one that this one lacks. */
  DIALOG_CLUSTER,
  /** Contacts are replicated in the cluster; another node has one that this one lacks. */
  CONTACT_CLUSTER,
  /** An XCAP server answers where documents are fetched from. */
  XCAP_SERVER,
  /** There are files of certificate authorities and of revoked certificates. */
  CERTIFICATE_FILES
}
