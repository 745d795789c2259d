package city.plaza.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs progress.awk as the script {@code plaza} does. */
final class ProgressScript {

	private ProgressScript() {
	}

	/** The lines that it prints; what it complains about is among them. */
	static List<String> read(Path log, String... variables) throws IOException {
		List<String> command = new ArrayList<>(List.of("awk"));
		for (String variable : variables) {
			command.addAll(List.of("-v", variable));
		}
		command.addAll(List.of("-f", "progress.awk", log.toString()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("LC_ALL", "C");
		return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).lines()
			.toList();
	}

}
