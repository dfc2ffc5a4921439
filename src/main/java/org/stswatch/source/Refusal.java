package org.stswatch.source;

import org.stswatch.event.RejectReason;

/** Why a message is of no use: the reason, and the field and value for people. */
@SuppressWarnings("serial") // never serialised
final class Refusal extends Exception {
  private final RejectReason reason;

  Refusal(RejectReason reason, String detail) {
    super(detail, null, false, false); // no stack trace: damaged input is an everyday thing
    this.reason = reason;
  }

  static Refusal range(String field, Object value) {
    return new Refusal(RejectReason.FIELD_RANGE, field + " out of range: " + Text.shown(value));
  }

  static Refusal unreadable(String field, Object value) {
    return new Refusal(RejectReason.FIELD_RANGE, field + " unreadable: " + Text.shown(value));
  }

  RejectReason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
