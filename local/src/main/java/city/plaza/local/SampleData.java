package city.plaza.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import city.plaza.local.server.Java;
import city.plaza.local.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Loads the sample data into a suite that came up for the first time, by a process of the
 * module {@code demo}.
 */
final class SampleData {

	private final Place place;

	private final Terminal terminal;

	private volatile @Nullable Process loading;

	SampleData(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	/** Loads it unless that was done before; reports where it cannot. */
	void load() throws IOException, InterruptedException {
		Path done = this.place.home().data("samples-loaded");
		Path samples = this.place.repository().resolve("local/samples");
		if (Files.exists(done) || !Files.isDirectory(samples)) {
			return;
		}
		List<String> command = Java.command(this.place.home(), "samples", 64);
		command.addAll(List.of("-jar", this.place.demoJar().toString(), "samples", samples.toString()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		this.loading = process;
		try (OutputStream description = process.getOutputStream()) {
			description.write(new Info(this.place, this.terminal).json().getBytes(StandardCharsets.UTF_8));
		}
		process.inputReader(StandardCharsets.UTF_8).lines().forEach(this.terminal::line);
		if (process.waitFor() == 0) {
			Files.createFile(done);
		}
	}

	void stop() {
		Process process = this.loading;
		if (process != null) {
			process.destroy();
		}
	}

}
