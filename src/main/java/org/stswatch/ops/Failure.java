package org.stswatch.ops;

/**
 * Why a command ends without success: one clear line for people, and the exit code that scripts
 * depend on.
 */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int TOO_MANY_REJECTS = 3;
  static final int UNREACHABLE = 4;
  static final int INTERRUPTED = 130;

  private final int exitCode;

  private Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Something went wrong in the work itself. */
  static Failure failed(String message) {
    return new Failure(FAILED, message);
  }

  /** Something went wrong in the work itself. */
  static Failure failed(String message, Throwable cause) {
    return new Failure(FAILED, message, cause);
  }

  /** An option, setting or file name that cannot be meant. */
  static Failure usage(String message) {
    return new Failure(USAGE, message);
  }

  /** More rejects than allowed. */
  static Failure tooManyRejects(String message) {
    return new Failure(TOO_MANY_REJECTS, message);
  }

  /** The broker or registry does not answer. */
  static Failure unreachable(String message) {
    return new Failure(UNREACHABLE, message);
  }

  /** The broker or registry does not answer. */
  static Failure unreachable(String message, Throwable cause) {
    return new Failure(UNREACHABLE, message, cause);
  }

  /** Stopped by the user. */
  static Failure interrupted() {
    return new Failure(INTERRUPTED, "interrupted");
  }

  int exitCode() {
    return exitCode;
  }
}
