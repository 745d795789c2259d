package city.plaza.local.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One program of the suite, run as a process of its own. An implementation describes how
 * it is started and when it serves; the {@link Supervisor} does the rest.
 */
public interface Program {

	String name();

	/** The port by which it is reached; shown to people. */
	int port();

	/** Every port it listens on. */
	default List<Integer> ports() {
		return List.of(port());
	}

	/**
	 * Makes ready for a start: called before the first and before each further one.
	 * @throws IOException if the program cannot be started so
	 */
	default void prepare() throws IOException, InterruptedException {
	}

	List<String> command();

	default Map<String, String> environment() {
		return Map.of();
	}

	/** Whether it serves now. Called every fraction of a second until it is true. */
	boolean ready() throws IOException;

	/**
	 * Programs of a lower layer serve before those of a higher one start, and end after
	 * them. The two highest start together.
	 */
	Layer layer();

	/** The signal, without SIG, that ends it in order. */
	default String stopSignal() {
		return "TERM";
	}

	/** How long it may take to end after the signal before it is killed. */
	default Duration stopTimeout() {
		return Duration.ofSeconds(25);
	}

}
