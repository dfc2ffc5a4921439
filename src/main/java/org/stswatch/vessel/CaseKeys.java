package org.stswatch.vessel;

/** Keys of cases that are about no vessel and no pair; those of vessels never begin with a tab. */
public final class CaseKeys {
  /** The trade between the DPRK and the ports of the Russian Far East. */
  public static final String FAR_EAST_TRADE = "\ttrade of the Far East";

  private CaseKeys() {}
}
