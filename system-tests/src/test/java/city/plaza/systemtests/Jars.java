package city.plaza.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Where the build leaves the jars that production runs. */
final class Jars {

	private static final Path REPOSITORY = Path.of(System.getProperty("plaza.repository", "..")).toAbsolutePath();

	private Jars() {
	}

	static Path of(String module) throws IOException {
		try (Stream<Path> files = Files.list(REPOSITORY.resolve(module).resolve("target"))) {
			return files
				.filter((file) -> String.valueOf(file.getFileName())
					.matches("plaza-" + module + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
				.findFirst()
				.orElseThrow();
		}
	}

	/**
	 * What will run the jar with this environment and nothing of the machine's own
	 * settings.
	 */
	static ProcessBuilder process(String module, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-jar", of(module).toString())
			.redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.matches("(PLAZA|SPRING|JAVA_TOOL|JDK_JAVA)_.*"));
		environment.forEach((name, value) -> {
			if (!value.isEmpty()) {
				builder.environment().put(name, value);
			}
		});
		return builder;
	}

}
