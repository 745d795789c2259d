package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What processes hold in memory, as Linux counts it.
 *
 * @param residentKilobytes with every page that several share counted for each of them
 * @param proportionalKilobytes with such a page counted once for all together
 */
public record Memory(long residentKilobytes, long proportionalKilobytes) {

	private static final long KILOBYTES_A_MEGABYTE = 1_024;

	private static final Pattern RESIDENT = Pattern.compile("(?m)^Rss: +(\\d+) kB");

	private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss: +(\\d+) kB");

	/** Of processes together; one that has ended meanwhile holds nothing. */
	static Memory of(Collection<ProcessHandle> processes) throws IOException {
		Memory sum = new Memory(0, 0);
		for (ProcessHandle process : processes) {
			Path counted = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
			if (process.isAlive()) {
				sum = sum.plus(read(Files.readString(counted)));
			}
		}
		return sum;
	}

	static Memory read(String counted) {
		return new Memory(number(RESIDENT, counted), number(PROPORTIONAL, counted));
	}

	private static long number(Pattern pattern, String counted) {
		Matcher matcher = pattern.matcher(counted);
		return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
	}

	private Memory plus(Memory other) {
		return new Memory(this.residentKilobytes + other.residentKilobytes,
				this.proportionalKilobytes + other.proportionalKilobytes);
	}

	public long residentMegabytes() {
		return this.residentKilobytes / KILOBYTES_A_MEGABYTE;
	}

	public long proportionalMegabytes() {
		return this.proportionalKilobytes / KILOBYTES_A_MEGABYTE;
	}

}
