package city.plaza.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a benchmark found, printed as it grows and kept as a file. */
public final class Report {

	private final String name;

	private final Consumer<String> lines;

	private final List<String> parts = new ArrayList<>();

	/**
	 * An empty report of a benchmark.
	 * @param lines prints each part as it is added
	 */
	public Report(String name, String question, Consumer<String> lines) {
		this.lines = lines;
		this.name = name;
		this.parts.add("# " + name);
		add(question);
	}

	/** Adds a sentence. */
	public void add(String text) {
		this.lines.accept(text + "\n");
		this.parts.add(text);
	}

	/** Adds a table. */
	public void show(Table table) {
		add(table.toString());
	}

	/** Writes the report as Markdown; one of the same day is replaced. */
	public Path keep(Path directory) throws IOException {
		Files.createDirectories(directory);
		this.parts.add("Measured on %s: %d processors, Java %s, clients and servers on the same machine.".formatted(
				LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(),
				System.getProperty("java.version")));
		return Files.writeString(directory.resolve(this.name + ".md"), String.join("\n\n", this.parts) + "\n");
	}

}
