package org.stswatch.port;

import org.jspecify.annotations.Nullable;

/**
 * A destination as far as it could be read.
 *
 * @param country ISO 3166 alpha-2
 * @param port the port, where one was named
 */
public record Destination(String country, @Nullable Port port) {

  /** For people: the port, or else the country. */
  public String words() {
    return port == null ? country : port.name() + ", " + country;
  }
}
