package org.stswatch.ops;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a task is: a bar on a terminal, else a line every ten seconds. */
final class Progress implements AutoCloseable {
  private static final long LINE_EVERY_NS = 10_000_000_000L;

  /** To look at the clock costs as much as to read a cell. */
  private static final int LOOK_EVERY_CALLS = 64;

  private final String task;
  private final long total;
  private final Optional<PrintWriter> lines;
  private final Optional<ProgressBar> bar;
  private final AtomicLong nextLineNs = new AtomicLong(System.nanoTime() + LINE_EVERY_NS);
  private int calls;

  private Progress(
      String task, long total, Optional<PrintWriter> lines, Optional<ProgressBar> bar) {
    this.task = task;
    this.total = total;
    this.lines = lines;
    this.bar = bar;
  }

  /**
   * On standard error.
   *
   * @param total steps of the whole task, 0 when not known
   */
  static Progress of(String task, long total, PrintWriter err) {
    if (!onTerminal()) {
      return new Progress(task, total, Optional.of(err), Optional.empty());
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total == 0 ? -1 : total)
            .setStyle(ProgressBarStyle.ASCII)
            .clearDisplayOnFinish()
            .build();
    return new Progress(task, total, Optional.empty(), Optional.of(bar));
  }

  /** Shows nothing. */
  static Progress silent() {
    return new Progress("", 0, Optional.empty(), Optional.empty());
  }

  /** So many steps are done. Called as often as one likes, by one thread. */
  void at(long done) {
    if (++calls % LOOK_EVERY_CALLS == 0) {
      bar.ifPresent(b -> b.stepTo(done));
      lines.ifPresent(out -> line(out, done));
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }

  private void line(PrintWriter out, long done) {
    long now = System.nanoTime();
    long due = nextLineNs.get();
    if (now - due >= 0 && nextLineNs.compareAndSet(due, now + LINE_EVERY_NS)) {
      String of = total == 0 ? "" : String.format(Locale.ROOT, " of %,d", total);
      out.println(String.format(Locale.ROOT, "%s: %,d%s", task, done, of));
      out.flush();
    }
  }

  /** From Java 22 on a console is there without a terminal, and can be asked. */
  private static boolean onTerminal() {
    Console console = System.console();
    String term = System.getenv("TERM");
    if (console == null || term == null || term.equals("dumb")) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // Java 17 to 21
    }
  }
}
