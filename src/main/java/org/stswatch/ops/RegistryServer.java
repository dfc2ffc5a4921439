package org.stswatch.ops;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.stswatch.stream.Registry;

/**
 * Apicurio Registry as a child process on loopback and free ports, with its Confluent-compatible
 * API. Ends with this process, however that ends.
 */
public final class RegistryServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String LOG_FILE = "registry.log";

  /** Starts in 4 s on an idle machine; 18 s were seen on a busy one. */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
  private static final int POLL_EVERY_MS = 100;
  private static final int HTTP_OK = 200;

  /** A port that was free may be taken before the server binds it; not three times in a row. */
  private static final int ATTEMPTS = 3;

  private final TetheredProcess process;
  private final String url;
  private final DataFolder data;

  private RegistryServer(TetheredProcess process, String url, DataFolder data) {
    this.process = process;
    this.url = url;
    this.data = data;
  }

  /**
   * Starts the server, fetching it first if need be, and returns when it answers. Its global
   * compatibility is FULL_TRANSITIVE.
   *
   * @param dataDirectory where its schemas and its log (registry.log) survive a restart; without it
   *     a temporary directory is used, and deleted by {@link #close}
   * @throws IllegalStateException if it cannot be fetched or does not start
   */
  public static RegistryServer start(Optional<Path> dataDirectory) {
    return start(dataDirectory, FreePort::find);
  }

  /** The same on a port of the caller's choice, as after an outage. */
  static RegistryServer start(Optional<Path> dataDirectory, IntSupplier port) {
    Path jar = RegistryArchive.ofUser().jar();
    DataFolder data = DataFolder.open(dataDirectory, "registry");
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        RegistryServer server = launch(jar, data, port.getAsInt());
        if (server.isReadyOrStopped()) {
          return server;
        }
      }
      throw new IOException(Files.readString(data.path().resolve(LOG_FILE)));
    } catch (IOException | RuntimeException e) {
      data.close();
      throw new IllegalStateException("the schema registry does not start: " + e.getMessage(), e);
    }
  }

  private static RegistryServer launch(Path jar, DataFolder data, int port) {
    List<String> command = command(jar, data.path(), port, FreePort.find());
    TetheredProcess process = TetheredProcess.start(command, data.path().resolve(LOG_FILE));
    return new RegistryServer(process, "http://%s:%d/apis/ccompat/v7".formatted(HOST, port), data);
  }

  /** Base address of the Confluent API. */
  public String url() {
    return url;
  }

  /** Stops the server and waits for its end. Further calls do nothing. */
  @Override
  public void close() {
    process.close();
    data.close();
  }

  private static List<String> command(Path jar, Path data, int port, int managementPort) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dquarkus.http.host=" + HOST,
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.management.host=" + HOST, // else on all interfaces
        "-Dquarkus.management.port=" + managementPort,
        "-Dapicurio.datasource.url=jdbc:h2:file:" + data.resolve("schemas"),
        "-Dapicurio.datasource.jdbc.initial-size=1",
        "-Dapicurio.datasource.jdbc.min-size=1",
        "-Dapicurio.datasource.jdbc.max-size=8",
        "-jar",
        jar.toString());
  }

  private boolean isReadyOrStopped() throws IOException {
    boolean ready = false;
    try {
      ready = isReady();
    } finally {
      if (!ready) {
        process.close();
      }
    }
    return ready;
  }

  /**
   * Waits until it answers and has its compatibility; false when it has ended or takes too long.
   */
  private boolean isReady() throws IOException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/subjects")).timeout(REQUEST_TIMEOUT).build();
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try {
      while (!answers(http, request)) {
        if (process.endsWithin(POLL_EVERY_MS) || System.nanoTime() > deadline) {
          return false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the schema registry was starting", e);
    }
    setGlobalCompatibility();
    return true;
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == HTTP_OK;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private void setGlobalCompatibility() throws IOException {
    try (SchemaRegistryClient client = Registry.connect(url, Map.of())) {
      client.updateCompatibility(null, Registry.COMPATIBILITY); // null: for all subjects
    } catch (RestClientException e) {
      throw new IOException("the schema registry does not take its compatibility level", e);
    }
  }
}
