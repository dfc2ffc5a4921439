package org.stswatch.stream;

/**
 * The schema registry could not be asked: no connection, an error of its own, no permission, or no
 * registry at that address. Says nothing about the record, which must be tried again and never be
 * rejected.
 */
public final class RegistryOutageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RegistryOutageException(String message, Throwable cause) {
    super(message, cause);
  }
}
