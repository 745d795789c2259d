package city.plaza.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The script {@code plaza} in a source tree of its own, with a JDK and a Maven that only
 * pretend: they write down how they were called.
 */
final class PlazaScript {

	private static final List<String> MODULES = List.of("discovery", "gateway", "identity-service",
			"account-link-service", "billing-service", "notification-service", "portal", "inbox", "sign-in-provider",
			"demo", "local");

	/** What Java does where it is not asked for its version. */
	static final String ECHO = "printf '%s\\n' \"$@\"";

	/** What Maven does: it makes the jar of every module that it is to build. */
	static final String BUILDS = "for module in $(printf '%s' \"$*\" | sed 's/.*-pl //' | tr ',' ' '); do"
			+ " mkdir -p $module/target; echo \"$*\" >$module/target/plaza-$module.jar; done";

	private final Path tree;

	private final Path tools;

	/** Where the suite keeps its data; the spaces are on purpose. */
	final Path home;

	PlazaScript(Path directory) throws IOException {
		this.tree = Files.createDirectories(directory.resolve("source tree"));
		this.tools = Files.createDirectories(directory.resolve("tools"));
		this.home = directory.resolve("data of a suite");
		Files.copy(Path.of("../plaza"), this.tree.resolve("plaza"));
		for (String module : MODULES) {
			write(module + "/src/main/Main.java", module);
		}
		Files.copy(Path.of("progress.awk"), this.tree.resolve("local/progress.awk"));
		write("pom.xml", "<project/>");
		write("contracts/topic/sample.json", "{}");
		write("platform/problem/src/main/Problem.java", "problem");
		write("client/src/main/Client.java", "client");
		java("25.0.1", ECHO);
		maven("3.9.11", BUILDS);
	}

	/** A file of the source tree. */
	void write(String file, String content) throws IOException {
		Path path = this.tree.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, content);
	}

	void java(String version, String main) throws IOException {
		jdk("jdk", version, main);
	}

	/** Another JDK; its home. */
	Path jdk(String name, String version, String main) throws IOException {
		Path jdk = this.tools.resolve(name);
		tool(jdk.resolve("bin/javac"), "exit 1");
		tool(jdk.resolve("bin/java"), """
				case "$1" in
				  -version) echo 'openjdk version "%s" 2026-01-20' >&2 ;;
				  -XshowSettings:properties) echo '    java.home = %s' >&2 ;;
				  *) %s ;;
				esac""".formatted(version, jdk, main));
		return jdk;
	}

	void maven(String version, String build) throws IOException {
		tool(this.tools.resolve("bin/mvn"), """
				case "$1" in
				  -v) echo 'Apache Maven %s (hash)' ;;
				  *) echo "$*" >>%s; %s ;;
				esac""".formatted(version, this.tools.resolve("builds"), build));
	}

	/** What Maven was asked to build, a line each time. */
	List<String> builds() throws IOException {
		Path builds = this.tools.resolve("builds");
		return Files.exists(builds)
				? Files.readAllLines(builds).stream().map((line) -> line.replaceFirst(".*-pl ", "")).toList()
				: List.of();
	}

	Outcome run(String... arguments) throws IOException, InterruptedException {
		return run(Map.of(), arguments);
	}

	Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.tools, "output", "");
		Path errors = Files.createTempFile(this.tools, "errors", "");
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of("bash", this.tree.resolve("plaza").toString()), Arrays.stream(arguments))
					.toList())
			.directory(this.tools.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile());
		builder.environment().put("PATH", this.tools.resolve("bin") + ":" + System.getenv("PATH"));
		builder.environment().put("JAVA_HOME", this.tools.resolve("jdk").toString());
		builder.environment().put("PLAZA_HOME", this.home.toString());
		builder.environment().putAll(environment);
		int code = builder.start().waitFor();
		return new Outcome(code, Files.readString(output), Files.readString(errors));
	}

	private static void tool(Path file, String script) throws IOException {
		Files.createDirectories(file.getParent());
		Files.write(file, ("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.UTF_8));
		if (!file.toFile().setExecutable(true)) {
			throw new IOException(file + " cannot be run");
		}
	}

	/** How a command ended. */
	record Outcome(int code, String output, String errors) {
	}

}
