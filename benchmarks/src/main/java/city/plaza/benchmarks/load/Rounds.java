package city.plaza.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * All rounds of one program. The median counts, so that one round which something else on
 * the machine disturbed does not.
 *
 * @param samples one a round, at least one
 */
public record Rounds(List<Sample> samples) {

	public Rounds {
		if (samples.isEmpty()) {
			throw new IllegalArgumentException("There was no round");
		}
		samples = List.copyOf(samples);
	}

	/** The median of what was served a second. */
	public double rate() {
		return median(Sample::rate);
	}

	/** From the slowest round to the fastest, as a part of the median. */
	public double spread() {
		double fastest = this.samples.stream().mapToDouble(Sample::rate).max().orElseThrow();
		double slowest = this.samples.stream().mapToDouble(Sample::rate).min().orElseThrow();
		return (fastest - slowest) / rate();
	}

	/** The median of the medians, in milliseconds. */
	public double p50() {
		return median(Sample::p50);
	}

	/** The median of the 99th percentiles, in milliseconds. */
	public double p99() {
		return median(Sample::p99);
	}

	/** The statuses of all rounds in one line. */
	public String statuses() {
		Map<String, Long> all = new TreeMap<>();
		this.samples.forEach((sample) -> sample.statuses().forEach((name, count) -> all.merge(name, count, Long::sum)));
		return all.entrySet()
			.stream()
			.map((status) -> status.getKey() + ": " + status.getValue())
			.collect(Collectors.joining(", "));
	}

	/** Of an even number the mean of the two in the middle. */
	private double median(ToDoubleFunction<Sample> figure) {
		double[] sorted = this.samples.stream().mapToDouble(figure).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
