package city.plaza.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found, printed as it grows and kept as a file. */
public final class Report {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final String name;

	private final Consumer<String> lines;

	private final List<String> parts = new ArrayList<>();

	private final List<Object> found = new ArrayList<>();

	private final List<Figure> figures = new ArrayList<>();

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
		this.found.add(text);
		print(text);
	}

	/** Adds a table. */
	public void show(Table table) {
		this.found.add(table.values());
		print(table.toString());
	}

	/** Adds a figure that has a goal; all of them are shown at the end. */
	public void add(Figure figure) {
		this.figures.add(figure);
	}

	private void print(String text) {
		this.lines.accept(text + "\n");
		this.parts.add(text);
	}

	/**
	 * Writes the report as Markdown for people and as JSON for programs; an older one is
	 * replaced.
	 * @return the Markdown
	 */
	public Path keep(Path directory) throws IOException {
		Files.createDirectories(directory);
		Table goals = Figure.table(this.figures);
		if (!this.figures.isEmpty()) {
			print(goals.toString());
		}
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		int processors = Runtime.getRuntime().availableProcessors();
		String java = System.getProperty("java.version");
		this.parts.add("Measured on %s: %d processors, Java %s, clients and servers on the same machine."
			.formatted(today, processors, java));
		Files.write(directory.resolve(this.name + ".json"), JSON
			.writeValueAsBytes(new Kept(this.name, today.toString(), processors, java, this.found, goals.values())));
		return Files.writeString(directory.resolve(this.name + ".md"), String.join("\n\n", this.parts) + "\n");
	}

	/**
	 * What programs read.
	 *
	 * @param found sentences, and tables as lists of rows
	 * @param goals the figures that have one
	 */
	private record Kept(String name, String measuredOn, int processors, String java, List<Object> found,
			List<Map<String, Object>> goals) {
	}

}
