package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several programs in turn, round by round, so that all of them meet the same
 * machine.
 */
public final class Turns {

	private final Map<String, Run> runs = new LinkedHashMap<>();

	/** Adds a program; they take turns in the order in which they were added. */
	public Turns with(String name, Run run) {
		this.runs.put(name, run);
		return this;
	}

	/** Warms up each until its rate no longer rises. */
	public Turns warmUp() throws IOException, InterruptedException {
		for (Run run : this.runs.values()) {
			WarmUp.with(run);
		}
		return this;
	}

	/**
	 * Measures.
	 * @param rounds of each program
	 * @param duration of one round
	 * @return what each gave, by its name, in order
	 */
	public Map<String, Rounds> measure(int rounds, Duration duration) throws IOException, InterruptedException {
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		for (int round = 0; round < rounds; round++) {
			for (Map.Entry<String, Run> run : this.runs.entrySet()) {
				samples.computeIfAbsent(run.getKey(), (name) -> new ArrayList<>()).add(run.getValue().run(duration));
			}
		}
		Map<String, Rounds> measured = new LinkedHashMap<>();
		samples.forEach((name, each) -> measured.put(name, new Rounds(each)));
		return measured;
	}

	/** One round of one program. */
	@FunctionalInterface
	public interface Run {

		Sample run(Duration duration) throws IOException, InterruptedException;

	}

}
