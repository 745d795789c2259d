package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures several programs in turn, round by round, so that all of them meet the same
 * machine.
 */
public final class Turns {

	private final Map<String, Run> runs = new LinkedHashMap<>();

	private final Set<String> compiled = new HashSet<>();

	/** Adds a program; they take turns in the order in which they were added. */
	public Turns with(String name, Run run) {
		this.runs.put(name, run);
		return this;
	}

	/** Adds one that was compiled before it runs: a single round warms it up. */
	public Turns withCompiled(String name, Run run) {
		this.compiled.add(name);
		return with(name, run);
	}

	/**
	 * Warms up each until its rate no longer rises.
	 * @param slow those that many threads or programs serve, compiled for minutes: they
	 * get up to five minutes, the others one
	 */
	public Turns warmUp(String... slow) throws IOException, InterruptedException {
		Set<String> slowOnes = Set.of(slow);
		for (Map.Entry<String, Run> run : this.runs.entrySet()) {
			Progress.note("warming up: " + run.getKey());
			if (this.compiled.contains(run.getKey())) {
				WarmUp.once(run.getValue());
			}
			else if (slowOnes.contains(run.getKey())) {
				WarmUp.slowly(run.getValue());
			}
			else {
				WarmUp.with(run.getValue());
			}
		}
		return this;
	}

	/**
	 * Measures.
	 * @param rounds of each program at the full pace; one of each for a look
	 * @param duration of one round at the full pace
	 * @return what each gave, by its name, in order
	 */
	public Map<String, Rounds> measure(int rounds, Duration duration) throws IOException, InterruptedException {
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		int measured = Pace.of(rounds, 1);
		for (int round = 0; round < measured; round++) {
			for (Map.Entry<String, Run> run : this.runs.entrySet()) {
				Progress.note("round %d of %d: %s".formatted(round + 1, measured, run.getKey()));
				samples.computeIfAbsent(run.getKey(), (name) -> new ArrayList<>())
					.add(run.getValue().run(Pace.of(duration)));
			}
		}
		Map<String, Rounds> all = new LinkedHashMap<>();
		samples.forEach((name, each) -> all.put(name, new Rounds(each)));
		return all;
	}

	/** One round of one program. */
	@FunctionalInterface
	public interface Run {

		Sample run(Duration duration) throws IOException, InterruptedException;

	}

}
