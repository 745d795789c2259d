package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends one GET request again and again, by wrk where it is installed. */
public final class GetLoad {

	private final Optional<Wrk> wrk;

	private final int connections;

	private GetLoad(Optional<Wrk> wrk, int connections) {
		this.wrk = wrk;
		this.connections = connections;
	}

	/**
	 * Takes what this machine has.
	 * @param connections that each have one request under way
	 * @param notice is given a sentence where it is not wrk
	 */
	public static GetLoad best(int connections, Consumer<String> notice) {
		Optional<Wrk> wrk = Wrk.installed();
		if (wrk.isEmpty()) {
			notice.accept("wrk is not installed here: our own client sends, which takes more of the machine.");
		}
		return new GetLoad(wrk, connections);
	}

	/** Sends for a while. */
	public Sample run(String address, Map<String, String> headers, Duration duration)
			throws IOException, InterruptedException {
		if (this.wrk.isPresent()) {
			return this.wrk.get().run(address, headers, this.connections, duration);
		}
		try (Clients clients = new Clients(this.connections, this.connections)) {
			return Sample.of(clients.run(duration, List.of(Request.get(address, headers))));
		}
	}

}
